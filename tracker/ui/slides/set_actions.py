"""What can be done with a whole slide set: present it, rename it, refresh it on purpose, remove it."""

import secrets

import streamlit as st
from htpy import Element, br, li, span, ul

from tracker.briefings.deck.compose import deck_of
from tracker.briefings.deck.presenting_address import address_of
from tracker.briefings.files import deck_files
from tracker.domain.people.roles import Person
from tracker.domain.slides.slide_sets import LONGEST_SET_NAME, SlideSet
from tracker.domain.statuses import rule_word
from tracker.errors import TrackerError
from tracker.language import _, current_language, instant_words, ngettext, number
from tracker.services.slides.slide_sets import (
    change_set,
    changes_since,
    may_change,
    refresh_set,
    remove_set,
    slide_sets,
)
from tracker.services.slides.viewing import maker_of
from tracker.ui.session.callbacks import callback
from tracker.ui.session.sign_in import here
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import lead_to, link_to, present_button, present_link
from tracker.ui.slides.autosave import keep_problem
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.offered_files import offer_files

_REFRESHED = "what a refresh brought"


def present_set(slide_set: SlideSet) -> None:
    """Show the ways to present a set and to take it along."""
    present_link(set=slide_set.key)
    about = (slide_set.key, slide_set.version, current_language())
    offer_files(lambda: deck_files(lambda: deck_of(store(), slide_set)), about, key="slides")


def set_actions(person: Person, slide_set: SlideSet) -> None:
    """Show what its maker, or a planner, can do with a set."""
    allowed = may_change(person, slide_set)
    with st.expander(_("Refresh: bring in what is known now")):
        _refreshing(person, slide_set, allowed=allowed)
    if not allowed:
        st.caption(_("Only its maker and planners may change this set."))
        return
    with st.expander(_("Name and removal")):
        key = f"name of {slide_set.key} at {slide_set.version}"
        st.text_input(
            _("Name of the set"),
            slide_set.name,
            max_chars=LONGEST_SET_NAME,
            key=key,
            on_change=callback(_rename),
            args=(person, slide_set, key),
        )
        if st.checkbox(_("I want to remove this set from the list"), key=f"sure to remove {slide_set.key}"):
            st.button(_("Remove the set"), on_click=callback(_remove), args=(person, slide_set))


def _refreshing(person: Person, slide_set: SlideSet, *, allowed: bool) -> None:
    """Say what has changed since the set was frozen, and let the set follow."""
    st.write(
        _("The slides stand still as known on {instant}.").format(instant=instant_words(slide_set.as_of.astimezone()))
    )
    for line in st.session_state.pop(_REFRESHED, ()):
        st.write(f"- {markdown(line)}")
    if st.button(_("See what has changed since"), key="see changes"):
        _show_changes(slide_set)
    if allowed:
        st.button(_("Refresh the slides"), on_click=callback(_refresh), args=(person, slide_set), key="refresh")


def _show_changes(slide_set: SlideSet) -> None:
    try:
        changes = changes_since(store(), slide_set)
    except TrackerError as refusal:
        st.warning(markdown(str(refusal)))
        return
    if not changes:
        st.success(_("Nothing that these slides show has changed."))
    st.markdown("\n".join(f"- {markdown(line)}" for line in changes))


def _refresh(person: Person, slide_set: SlideSet) -> None:
    try:
        done = refresh_set(store(), person, slide_set.key, slide_set.version, secrets.token_urlsafe(16))
    except TrackerError as refusal:
        keep_problem(refusal)
        return
    changes = done.changes or (_("Nothing that these slides show has changed."),)
    st.session_state[_REFRESHED] = (_("The slides were refreshed. What has changed:"), *changes)


def _rename(person: Person, slide_set: SlideSet, key: str) -> None:
    try:
        change_set(
            store(), person, slide_set.key, slide_set.version, secrets.token_urlsafe(16), name=st.session_state[key]
        )
    except TrackerError as refusal:
        keep_problem(refusal)


def _remove(person: Person, slide_set: SlideSet) -> None:
    try:
        remove_set(store(), person, slide_set.key, slide_set.version, secrets.token_urlsafe(16))
    except TrackerError as refusal:
        keep_problem(refusal)
        return
    st.session_state["leave the slides"] = True


def left_for_list() -> None:
    """Lead back to the list once a set has been removed."""
    if st.session_state.pop("leave the slides", False):
        lead_to("slide-sets")


def show_slide_sets() -> None:
    """List the sets, those changed last first."""
    sets = slide_sets(store())
    if not sets:
        st.write(_("Nobody has kept slides yet. Make a set below, or press Present on the page of a plan or goal."))
        return
    st.html(ul(".goal-lines.slide-sets")[[_line(slide_set) for slide_set in sets]])


def _line(slide_set: SlideSet) -> Element:
    shown = sum(choice.shown for choice in slide_set.slides)
    slides = ngettext("{count} slide", "{count} slides", shown).format(count=number(shown))
    known = _("as known on {instant}").format(instant=instant_words(slide_set.as_of.astimezone()))
    made = _("made by {who}").format(who=maker_of(store(), slide_set))
    return li[
        span[present_button(address_of(set=slide_set.key, back=here()))],
        span[
            span(".title.leads")[link_to(slide_set.name, "slides", set=slide_set.key)],
            br,
            span(".small.muted")[" · ".join((slides, known, made))],
        ],
    ]


def slide_set_head(slide_set: SlideSet) -> None:
    """Show whose slides these are and at which instant they stand still."""
    st.title(markdown(slide_set.name), anchor=False)
    parts = (
        _("Seen from {year}").format(year=slide_set.year),
        _("as known on {instant}").format(instant=instant_words(slide_set.as_of.astimezone())),
        rule_word(slide_set.rule),
        _("made by {who}").format(who=maker_of(store(), slide_set)),
    )
    st.caption(markdown(" · ".join(parts)))
