"""The slides of a set, one at a time: seen as they will be and moved; their list scrolls by itself."""

import base64
import unicodedata
from dataclasses import replace

import streamlit as st
from htpy import img

from tracker.briefings.deck.compose import deck_of
from tracker.briefings.deck.contents import Slide
from tracker.charts import as_svg
from tracker.domain.people.roles import Person
from tracker.domain.slides.slide_sets import LONGEST_NOTES, LONGEST_TITLE, SlideChoice, SlideSet
from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.cache.query_cache import cache_of
from tracker.services.slides.slide_sets import may_change
from tracker.ui.session.callbacks import callback, keeping
from tracker.ui.session.store_handle import store
from tracker.ui.slides.autosave import FIELDS, choice_of, keep_choice, keep_slides, keep_words, newest, was_refused
from tracker.ui.widgets.charts import theme
from tracker.ui.widgets.escaping import markdown

_KNOWN = "words of slides as the store had them"


def show_or_leave_out(person: Person, slide_set: SlideSet, choice: SlideChoice, *, closed: bool) -> None:
    """Draw whether the slide is shown."""
    key = f"shown {slide_set.key} {choice.key}"
    _follow(key, choice.shown)
    st.checkbox(
        _("Show this slide"),
        key=key,
        on_change=callback(_keep_shown),
        args=(person, slide_set, choice.key, key),
        disabled=closed,
    )


def slide_fields(person: Person, slide_set: SlideSet, choice: SlideChoice, title: str, *, closed: bool) -> None:
    """Draw the fields for the presenter's words; `title` is what the slide says."""
    names = {name: f"{name} {slide_set.key} {choice.key}" for name in ("title", "notes")}
    _follow(names["title"], choice.title)
    _follow(names["notes"], choice.notes)
    with st.container(key=FIELDS):
        st.text_input(
            _("Your own title"),
            max_chars=LONGEST_TITLE,
            key=names["title"],
            on_change=keeping(_keep_title),
            args=(person, slide_set, choice.key, names["title"]),
            placeholder=title,
            help=_("Left empty, the slide has the sentence that its numbers make."),
            disabled=closed,
        )
        st.text_area(
            _("Notes for the speaker"),
            max_chars=LONGEST_NOTES,
            key=names["notes"],
            on_change=keeping(_keep_notes),
            args=(person, slide_set, choice.key, names["notes"]),
            height=140,
            disabled=closed,
        )
    if not closed:
        keep_words(f"{slide_set.key} {choice.key}", title=choice.title, notes=choice.notes, refused=was_refused())


def _follow(key: str, stored: str | bool) -> None:
    """Put what the store has into a field where somebody else changed it; what is being typed stays otherwise."""
    known = st.session_state.setdefault(_KNOWN, {})
    if key not in st.session_state or (known.get(key) != stored and _as_kept(st.session_state[key]) != stored):
        st.session_state[key] = stored
    known[key] = stored


def _as_kept(typed: str | bool) -> str | bool:
    return unicodedata.normalize("NFC", typed.strip()) if isinstance(typed, str) else typed


def _keep_shown(person: Person, slide_set: SlideSet, slide: str, key: str) -> None:
    shown = bool(st.session_state[key])
    keep_choice(person, slide_set, slide, lambda choice: replace(choice, shown=shown))


def _keep_title(person: Person, slide_set: SlideSet, slide: str, key: str) -> None:
    typed = str(st.session_state[key])
    keep_choice(person, slide_set, slide, lambda choice: replace(choice, title=typed), typed)


def _keep_notes(person: Person, slide_set: SlideSet, slide: str, key: str) -> None:
    typed = str(st.session_state[key])
    keep_choice(person, slide_set, slide, lambda choice: replace(choice, notes=typed), typed)


_LONGEST_LABEL = 54
_LIST_HEIGHT = 640
_LIST, _ADDRESSED = "list of slides", "slide"


def arrange_slides(person: Person, slide_set: SlideSet) -> None:
    """Draw the list of slides beside the one that is chosen."""
    try:
        made = _slides(slide_set)
    except NotFoundError as missing:
        st.warning(markdown(str(missing)))
        return
    choices = [choice for choice in slide_set.slides if choice.key in made]
    if not choices:
        st.info(_("There is nothing to show on slides: refresh the set, or make another."))
        return
    labels = {choice.key: _label(place, choice, made[choice.key]) for place, choice in enumerate(choices, 1)}
    left, right = st.columns([2, 5], gap="large")
    with left:
        chosen = _choose(labels)
    with right:
        _one_slide(person, slide_set, choice_of(slide_set, chosen), made[chosen])


def _slides(slide_set: SlideSet) -> dict[str, Slide]:
    """Return all slides of a set, made once for its version."""

    def find() -> dict[str, Slide]:
        return {slide.key: slide for slide in deck_of(store(), slide_set, only_shown=False).slides}

    return cache_of(store()).answer(("slides of a set", slide_set.key, slide_set.version), find)


def _choose(labels: dict[str, str]) -> str:
    """Draw the list; the address keeps the slide chosen, also when it is moved, which makes the list another one."""
    chosen = st.query_params.get(_ADDRESSED, "")
    st.session_state[_LIST] = chosen if chosen in labels else next(iter(labels))
    with st.container(height=_LIST_HEIGHT, border=False, key="slides of the set"):
        st.radio(
            _("Slides"), list(labels), format_func=lambda slide: labels[slide], key=_LIST, on_change=callback(_chosen)
        )
    return str(st.session_state[_LIST])


def _chosen() -> None:
    st.query_params[_ADDRESSED] = st.session_state[_LIST]


def _label(place: int, choice: SlideChoice, slide: Slide) -> str:
    title = slide.title if len(slide.title) <= _LONGEST_LABEL else slide.title[: _LONGEST_LABEL - 1] + "…"
    safe = markdown(title)
    return f"{place}. {safe}" if choice.shown else _("{place}. (left out) {title}").format(place=place, title=safe)


def _one_slide(person: Person, slide_set: SlideSet, choice: SlideChoice, slide: Slide) -> None:
    drawn = as_svg(slide.scene(theme()), title=slide.title, description=slide.alt)
    encoded = base64.b64encode(drawn.encode()).decode()
    st.html(img(".slide", alt=f"{slide.title}. {slide.alt}", src=f"data:image/svg+xml;base64,{encoded}"))
    closed = not may_change(person, slide_set)
    place, args = slide_set.slides.index(choice), (person, slide_set, choice.key)
    with st.container(horizontal=True, vertical_alignment="center"):
        show_or_leave_out(person, slide_set, choice, closed=closed)
        st.button(_("Move up"), on_click=callback(_move), args=(*args, -1), disabled=closed or not place, key="up")
        last = place == len(slide_set.slides) - 1
        st.button(_("Move down"), on_click=callback(_move), args=(*args, 1), disabled=closed or last, key="down")
    slide_fields(person, slide_set, choice, slide.title, closed=closed)


def _move(person: Person, slide_set: SlideSet, slide: str, by: int) -> None:
    """Let a slide and its neighbour change places."""
    st.query_params[_ADDRESSED] = slide
    order = list(newest(slide_set).slides)
    here = next((place for place, choice in enumerate(order) if choice.key == slide), 0)
    target = min(max(here + by, 0), len(order) - 1)
    order[here], order[target] = order[target], order[here]
    keep_slides(person, slide_set, order)
