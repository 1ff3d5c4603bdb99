"""What the presenting page says, in the reader's language, for its script."""

from tracker.language import _


def presenting_texts() -> dict[str, object]:
    """Return the texts by the names the script knows them by."""
    return {
        "slide": _("slide"),
        "number": _("Slide {number} of {of}:"),
        "previous": _("Previous slide"),
        "next": _("Next slide"),
        "last": _("This is the last slide"),
        "now": _("This slide"),
        "notes": _("Notes"),
        "no_notes": _("No notes for this slide."),
        "is_black": _("The screen is black."),
        "all": _("All slides"),
        "speaker": _("Speaker view"),
        "full_screen": _("Full screen"),
        "theme": _("Light or dark"),
        "keys": _("Keys"),
        "leave": _("Leave"),
        "close": _("Close"),
        "with_steps": _("Charts appear step by step."),
        "without_steps": _("Charts appear whole."),
        "sign_in": _("Your session has ended. Sign in again to load the slides."),
        "no_network": _("The server cannot be reached; the slides stay as they are."),
        "no_slides": _("The slides could not be loaded. Check the connection and load the page again."),
        "no_full_screen": _("This browser does not allow full screen here."),
        "no_window": _("The browser kept the second window from opening; allow windows for this page."),
        "none_shown": _("No slide of this set is shown; choose some where the slides are arranged."),
        "key_list": _key_list(),
    }


def _key_list() -> list[tuple[str, str]]:
    return [
        ("→  ↓  PageDown  Space", _("next step or slide")),
        ("←  ↑  PageUp", _("back")),
        ("Home  End", _("first and last slide")),
        (_("number, then Enter"), _("that slide")),
        ("O", _("all slides at once")),
        ("F", _("full screen")),
        ("B", _("black screen, and back")),
        ("S", _("speaker view in a second window")),
        ("R", _("charts step by step, or whole")),
        ("T", _("light or dark")),
        ("Esc", _("leave")),
    ]
