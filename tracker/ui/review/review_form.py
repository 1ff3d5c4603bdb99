"""The open form of a review: its token, the reason typed, and what the last deed came to."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from tracker.domain.entry.entries import EntryKey
from tracker.domain.people.roles import Person
from tracker.errors import TrackerError
from tracker.language import _
from tracker.services.entry_reports import DeedReport, Finding
from tracker.services.reviewing import accept, send_back
from tracker.ui.session import person as asking
from tracker.ui.session.store_handle import store

REASON = "why values are returned"


@dataclass(slots=True)
class ReviewForm:
    """A review in one window; `generation` counts how often its ticks were taken away by a deed."""

    generation: int = 0
    token: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    said: str = ""
    failure: str = ""
    refused: tuple[Finding, ...] = ()


def open_review() -> ReviewForm:
    """Give the window's form."""
    form: ReviewForm = st.session_state.setdefault("review", ReviewForm())
    return form


def accept_ticked(form: ReviewForm, versions: Mapping[EntryKey, int], token: str, said: str) -> None:
    """Accept the ticked values in the versions seen, once."""
    if versions:
        _do(form, said, lambda person: accept(store(), person, versions, token))


def return_ticked(form: ReviewForm, versions: Mapping[EntryKey, int], token: str, said: str) -> None:
    """Return the ticked values with the reason typed, once; the reason is typed anew for the next ones."""
    if not versions:
        return
    reason = str(st.session_state.get(REASON) or "")
    _do(form, said, lambda person: send_back(store(), person, versions, reason, token))
    if form.said:
        st.session_state[REASON] = ""


def _do(form: ReviewForm, said: str, deed: Callable[[Person], DeedReport]) -> None:
    """Do a deed as whoever is signed in now, and remember what came of it."""
    form.said, form.failure, form.refused = "", "", ()
    person = asking.known_person()
    if person is None:
        form.failure = _("Your session has ended. Sign in again; nothing was changed.")
        return
    try:
        report = deed(person)
    except TrackerError as error:
        form.failure = str(error)
        return
    form.refused = report.refused
    if report.done:
        form.said, form.token = said, secrets.token_urlsafe(16)
        form.generation += 1
