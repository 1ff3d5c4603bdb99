"""What kinds of deeds the history tells of, and how they are said."""

from enum import StrEnum

from tracker.language import _


class DeedKind(StrEnum):
    """What was done, as the history is filtered by it."""

    IMPORT = "import"
    CREATE = "create"
    CHANGE = "change"
    COPY = "copy"
    FROM_TEXT = "from"
    SUBMIT = "submit"
    ACCEPT = "accept"
    RETURN = "return"
    DEADLINE = "deadline"
    SLIDES = "slides"
    ACCOUNT = "account"
    OTHER = "other"


def deed_kind_word(kind: DeedKind) -> str:
    """Say a kind of deed."""
    return {
        DeedKind.IMPORT: _("Import of a bundle"),
        DeedKind.CREATE: _("Something new written"),
        DeedKind.CHANGE: _("Change of what was written"),
        DeedKind.COPY: _("Plan copied forward"),
        DeedKind.FROM_TEXT: _("Taken from a text"),
        DeedKind.SUBMIT: _("Submission"),
        DeedKind.ACCEPT: _("Acceptance"),
        DeedKind.RETURN: _("Return to the official"),
        DeedKind.DEADLINE: _("Deadline"),
        DeedKind.SLIDES: _("Slide set"),
        DeedKind.ACCOUNT: _("Account and sign-in"),
        DeedKind.OTHER: _("Anything else"),
    }[kind]


def deed_kind(deed: str) -> DeedKind:
    """Tell the kind of a deed by how the store names it, as in "create goal"."""
    first = deed.partition(" ")[0]
    known = {kind.value for kind in DeedKind} - {DeedKind.ACCOUNT, DeedKind.OTHER}
    return DeedKind(first) if first in known else DeedKind.OTHER
