"""The slides of a set, one at a time: seen as they will be, moved, left out, given a title and notes."""

import base64
import secrets
from dataclasses import replace

import streamlit as st

from tracker.briefings.deck import Slide
from tracker.briefings.decks import deck_of
from tracker.briefings.figures import figure_of
from tracker.charts import svg
from tracker.domain.roles import Person
from tracker.domain.slide_sets import LONGEST_NOTES, LONGEST_TITLE, SlideChoice, SlideSet
from tracker.errors import TrackerError
from tracker.language import _
from tracker.services.ledger import ledger_of
from tracker.services.slide_sets import change_set, may_change
from tracker.ui.charts import theme
from tracker.ui.opened import store
from tracker.ui.safe import shown_html
from tracker.ui.slide_saving import keep_problem

_LONGEST_LABEL = 70
_CHOSEN, _LIST = "slide that is arranged", "list of slides"


def arrange_slides(person: Person, one: SlideSet) -> None:
    """Draw the list of slides beside the one that is chosen."""
    find = lambda: {slide.key: slide for slide in deck_of(store(), one, only_shown=False).slides}  # noqa: E731
    made = ledger_of(store()).answer(("slides of a set", one.key, one.version), find)
    choices = [choice for choice in one.slides if choice.key in made]
    if not choices:
        st.info(_("There is nothing to show on slides: refresh the set, or make another."))
        return
    labels = {choice.key: _label(place, choice, made[choice.key]) for place, choice in enumerate(choices, 1)}
    left, right = st.columns([2, 5], gap="large")
    with left:
        chosen = _choose(labels)
    with right:
        _one_slide(person, one, next(choice for choice in choices if choice.key == chosen), made[chosen])


def _choose(labels: dict[str, str]) -> str:
    """Draw the list; the slide chosen stays so when it is moved, which makes the list another one."""
    chosen = st.session_state.get(_CHOSEN)
    st.session_state[_LIST] = st.session_state[_CHOSEN] = chosen if chosen in labels else next(iter(labels))
    return str(
        st.radio(_("Slides"), list(labels), format_func=lambda slide: labels[slide], key=_LIST, on_change=_chosen)
    )


def _chosen() -> None:
    st.session_state[_CHOSEN] = st.session_state[_LIST]


def _label(place: int, choice: SlideChoice, slide: Slide) -> str:
    title = slide.title if len(slide.title) <= _LONGEST_LABEL else slide.title[: _LONGEST_LABEL - 1] + "…"
    # A dollar sign or an asterisk in a title would be read as markdown.
    safe = "".join(f"\\{letter}" if letter in r"\`*_[]#$~<>:" else letter for letter in title)
    return f"{place}. {safe}" if choice.shown else _("{place}. (left out) {title}").format(place=place, title=safe)


def _one_slide(person: Person, one: SlideSet, choice: SlideChoice, slide: Slide) -> None:
    drawn = svg(figure_of(slide, theme()), title=slide.title, description=slide.alt)
    told = base64.b64encode(drawn.encode()).decode()
    words = shown_html(f"{slide.title}. {slide.alt}")
    st.html(f'<img class="slide" alt="{words}" src="data:image/svg+xml;base64,{told}">')
    closed = not may_change(person, one)
    mark = f"{one.key} {one.version} {choice.key}"
    with st.container(horizontal=True, vertical_alignment="center"):
        args = (person, one, choice)
        st.checkbox(
            _("Show this slide"),
            choice.shown,
            key=f"shown {mark}",
            on_change=_keep_shown,
            args=(*args, f"shown {mark}"),
            disabled=closed,
        )
        st.button(_("Move up"), on_click=_move, args=(*args, -1), disabled=closed or one.slides[0] == choice, key="up")
        st.button(
            _("Move down"), on_click=_move, args=(*args, 1), disabled=closed or one.slides[-1] == choice, key="down"
        )
    st.text_input(
        _("Your own title"),
        choice.title,
        max_chars=LONGEST_TITLE,
        key=f"title {mark}",
        on_change=_keep_text,
        args=(*args, "title", f"title {mark}"),
        placeholder=slide.title,
        help=_("Left empty, the slide has the sentence that its numbers make."),
        disabled=closed,
    )
    st.text_area(
        _("Notes for the speaker"),
        choice.notes,
        max_chars=LONGEST_NOTES,
        key=f"notes {mark}",
        on_change=_keep_text,
        args=(*args, "notes", f"notes {mark}"),
        height=140,
        disabled=closed,
    )


def _keep_shown(person: Person, one: SlideSet, choice: SlideChoice, key: str) -> None:
    _keep(person, one, replace(choice, shown=bool(st.session_state[key])))


def _keep_text(person: Person, one: SlideSet, choice: SlideChoice, name: str, key: str) -> None:
    text = str(st.session_state[key])
    _keep(person, one, replace(choice, title=text) if name == "title" else replace(choice, notes=text))


def _keep(person: Person, one: SlideSet, changed: SlideChoice) -> None:
    _save(person, one, [changed if choice.key == changed.key else choice for choice in one.slides])


def _move(person: Person, one: SlideSet, choice: SlideChoice, by: int) -> None:
    """Let a slide and its neighbour change places."""
    order = list(one.slides)
    here = order.index(choice)
    there = min(max(here + by, 0), len(order) - 1)
    order[here], order[there] = order[there], order[here]
    _save(person, one, order)


def _save(person: Person, one: SlideSet, slides: list[SlideChoice]) -> None:
    try:
        change_set(store(), person, one.key, one.version, secrets.token_urlsafe(16), slides=slides)
    except TrackerError as refusal:
        keep_problem(refusal)
