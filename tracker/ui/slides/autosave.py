"""What is changed of a slide set: kept at once, beside what others change, and said where it could not be kept."""

import secrets
from collections.abc import Callable
from typing import TypeAlias

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.domain.slides.slide_sets import SlideChoice, SlideSet
from tracker.errors import NotFoundError, StaleError, TrackerError
from tracker.language import _
from tracker.services.slides.slide_sets import change_set, slide_set
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown

_PROBLEM, _TYPED = "what could not be kept of the slides", "words of slides that were not kept"
#: Gives a slide as it is after a change.
Change: TypeAlias = Callable[[SlideChoice], SlideChoice]
_OWN = "slide set as its reader changed it last"


def keep_problem(refusal: TrackerError, typed: str = "") -> None:
    """Remember why something was not kept, and the words that were typed."""
    st.session_state[_PROBLEM] = str(refusal)
    if typed:
        st.session_state[_TYPED] = typed


def show_problem() -> None:
    """Say why the last change was not kept, if it was not, with the words to copy until they are put aside."""
    if problem := st.session_state.pop(_PROBLEM, ""):
        st.error(markdown(problem))
    if typed := st.session_state.get(_TYPED, ""):
        st.write(_("What you typed was not kept. Copy it from here:"))
        st.code(typed, language=None, wrap_lines=True)
        st.button(
            _("Put aside"), on_click=callback(lambda: st.session_state.pop(_TYPED, None)), key="put typed words aside"
        )


def was_refused() -> bool:
    """Return whether words were typed that could not be kept and are shown to copy."""
    return bool(st.session_state.get(_TYPED))


def newest(opened_set: SlideSet) -> SlideSet:
    """Return a set as its reader changed it last, which may be later than the page shows it."""
    own = st.session_state.get(_OWN)
    return (
        own
        if isinstance(own, SlideSet) and own.key == opened_set.key and own.version > opened_set.version
        else opened_set
    )


def keep_slides(person: Person, opened_set: SlideSet, slides: list[SlideChoice]) -> None:
    """Keep the slides in another order."""
    try:
        _change(person, newest(opened_set), slides)
    except TrackerError as refusal:
        keep_problem(refusal)


def keep_choice(person: Person, opened_set: SlideSet, slide: str, changed: Change, typed: str = "") -> None:
    """Keep what is changed of one slide.

    What somebody else changed meanwhile on other slides stays; where they changed this one, theirs stands and what
    was typed is shown to copy.
    """
    seen = newest(opened_set)
    try:
        try:
            _change(person, seen, _with(seen, slide, changed))
        except StaleError:
            theirs = slide_set(store(), opened_set.key)
            if choice_of(theirs, slide) != choice_of(seen, slide):
                raise
            _change(person, theirs, _with(theirs, slide, changed))
    except TrackerError as refusal:
        keep_problem(refusal, typed)


def choice_of(opened_set: SlideSet, slide: str) -> SlideChoice:
    """Return a slide in a set; NotFoundError where it is not there any more."""
    current = next((choice for choice in opened_set.slides if choice.key == slide), None)
    if current is None:
        raise NotFoundError(_("This slide is no longer in the set."))
    return current


def _with(opened_set: SlideSet, slide: str, changed: Change) -> list[SlideChoice]:
    return [changed(choice) if choice.key == slide else choice for choice in opened_set.slides]


def _change(person: Person, opened_set: SlideSet, slides: list[SlideChoice]) -> None:
    token = secrets.token_urlsafe(16)
    st.session_state[_OWN] = change_set(store(), person, opened_set.key, opened_set.version, token, slides=slides)


FIELDS = "words of a slide"
"""The key of the container whose fields are kept."""

# A field tells what is typed when it is left, or at Ctrl+Enter. A page that is loaded again or left at once would lose
# the words of the last moment: they stay in the browser's own store for this window until the server has them.
_KEEP = """
const PAUSE = 700;
const inside = (kind) => document.querySelector(`.st-key-words-of-a-slide ${kind}`);
const place = (mark, kind) => `words of a slide ${mark} ${kind}`;
const draft = (mark, kind) => JSON.parse(sessionStorage.getItem(place(mark, kind)) || "null");
const pending = { input: 0, textarea: 0 };
const commit = (field) => {
    const keys = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true };
    field.dispatchEvent(new KeyboardEvent("keydown", keys));
};
const write = (field, kind, words) => {
    const made = kind === "input" ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(made.prototype, "value").set.call(field, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
};
const shown = new WeakMap();
let now = {};

export default function({ data }) {
    now = data;
    const { mark, kept, refused } = data;
    // The fields may be put onto the page only after this.
    const bring = setTimeout(() => Object.keys(pending).forEach((kind) => {
        const [typed, field] = [draft(mark, kind), inside(kind)];
        if (!field || now.mark !== mark) return;
        if (!typed) return shown.set(field, mark);
        const moved = typed.known !== kept[kind];
        if (refused || (moved && !pending[kind])) sessionStorage.removeItem(place(mark, kind));
        else if (moved) sessionStorage.setItem(place(mark, kind), JSON.stringify({ ...typed, known: kept[kind] }));
        else if (shown.get(field) !== mark && field.value !== typed.words) write(field, kind, typed.words);
        shown.set(field, mark);
    }), 200);
    const typed = ({ target: field }) => {
        const kind = Object.keys(pending).find((one) => inside(one) === field);
        if (!kind) return;
        sessionStorage.setItem(place(now.mark, kind), JSON.stringify({ words: field.value, known: now.kept[kind] }));
        clearTimeout(pending[kind]);
        pending[kind] = setTimeout(() => { pending[kind] = 0; commit(field); }, PAUSE);
    };
    // A field that is left tells its words by itself; told again they would call its page back.
    const left = ({ target: field }) => {
        const kind = Object.keys(pending).find((one) => inside(one) === field);
        if (kind) pending[kind] = clearTimeout(pending[kind]) || 0;
    };
    document.addEventListener("input", typed);
    document.addEventListener("focusout", left);
    return () => {
        clearTimeout(bring);
        document.removeEventListener("input", typed);
        document.removeEventListener("focusout", left);
    };
}
"""
_keeper = st.components.v2.component("words_of_a_slide", js=_KEEP)


def keep_words(mark: str, *, title: str, notes: str, refused: bool) -> None:
    """Keep the words of the fields above: `mark` names whose they are; refused ones are not brought back."""
    kept = {"input": title, "textarea": notes}
    _keeper(key="words_of_a_slide", data={"mark": mark, "kept": kept, "refused": refused})
