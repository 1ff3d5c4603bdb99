"""What a presenter says of one slide: whether it is shown, a title of their own and notes, kept as they type."""

import unicodedata
from dataclasses import replace

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.domain.slides.slide_sets import LONGEST_NOTES, LONGEST_TITLE, SlideChoice, SlideSet
from tracker.language import _
from tracker.ui.session.callbacks import callback, keeping
from tracker.ui.slides.slide_saving import keep_choice, was_refused
from tracker.ui.slides.typed_words import FIELDS, keep_words

_KNOWN = "words of slides as the store had them"


def show_or_leave_out(person: Person, one: SlideSet, choice: SlideChoice, *, closed: bool) -> None:
    """Draw whether the slide is shown."""
    key = f"shown {one.key} {choice.key}"
    _follow(key, choice.shown)
    st.checkbox(
        _("Show this slide"),
        key=key,
        on_change=callback(_keep_shown),
        args=(person, one, choice.key, key),
        disabled=closed,
    )


def slide_fields(person: Person, one: SlideSet, choice: SlideChoice, title: str, *, closed: bool) -> None:
    """Draw the fields for the presenter's words; `title` is what the slide says."""
    names = {name: f"{name} {one.key} {choice.key}" for name in ("title", "notes")}
    _follow(names["title"], choice.title)
    _follow(names["notes"], choice.notes)
    with st.container(key=FIELDS):
        st.text_input(
            _("Your own title"),
            max_chars=LONGEST_TITLE,
            key=names["title"],
            on_change=keeping(_keep_title),
            args=(person, one, choice.key, names["title"]),
            placeholder=title,
            help=_("Left empty, the slide has the sentence that its numbers make."),
            disabled=closed,
        )
        st.text_area(
            _("Notes for the speaker"),
            max_chars=LONGEST_NOTES,
            key=names["notes"],
            on_change=keeping(_keep_notes),
            args=(person, one, choice.key, names["notes"]),
            height=140,
            disabled=closed,
        )
    if not closed:
        keep_words(f"{one.key} {choice.key}", title=choice.title, notes=choice.notes, refused=was_refused())


def _follow(key: str, stored: str | bool) -> None:
    """Put what the store has into a field where somebody else changed it; what is being typed stays otherwise."""
    known = st.session_state.setdefault(_KNOWN, {})
    if key not in st.session_state or (known.get(key) != stored and _as_kept(st.session_state[key]) != stored):
        st.session_state[key] = stored
    known[key] = stored


def _as_kept(typed: str | bool) -> str | bool:
    return unicodedata.normalize("NFC", typed.strip()) if isinstance(typed, str) else typed


def _keep_shown(person: Person, one: SlideSet, slide: str, key: str) -> None:
    shown = bool(st.session_state[key])
    keep_choice(person, one, slide, lambda choice: replace(choice, shown=shown))


def _keep_title(person: Person, one: SlideSet, slide: str, key: str) -> None:
    typed = str(st.session_state[key])
    keep_choice(person, one, slide, lambda choice: replace(choice, title=typed), typed)


def _keep_notes(person: Person, one: SlideSet, slide: str, key: str) -> None:
    typed = str(st.session_state[key])
    keep_choice(person, one, slide, lambda choice: replace(choice, notes=typed), typed)
