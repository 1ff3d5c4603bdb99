"""The open form of a review: its token, the reason typed, and what the last action came to."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st
from htpy import b, div, fragment

from tracker.domain.entry.entries import EntryKey
from tracker.domain.people.roles import Person
from tracker.errors import TrackerError
from tracker.language import _, ngettext, number
from tracker.services.history.people import person_name
from tracker.services.review.reviewing import ReviewRow, accept, send_back
from tracker.services.round.entry_results import DeedReport, Finding
from tracker.services.round.rounds import zones_of
from tracker.ui.round.round_head import zone_words
from tracker.ui.session import person as asking
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.address_inputs import choose_one
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.findings import problem_list

REASON = "why values are returned"


@dataclass(slots=True)
class ReviewForm:
    """A review in one window; `generation` counts how often its ticks were taken away by an action."""

    generation: int = 0
    token: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    said: str = ""
    failure: str = ""
    refused: tuple[Finding, ...] = ()


def open_review() -> ReviewForm:
    """Return the window's form."""
    form: ReviewForm = st.session_state.setdefault("review", ReviewForm())
    return form


def accept_ticked(form: ReviewForm, versions: Mapping[EntryKey, int], token: str, said: str) -> None:
    """Accept the ticked values in the versions seen, once."""
    if versions:
        _do(form, said, lambda person: accept(store(), person, versions, token))


def return_ticked(form: ReviewForm, versions: Mapping[EntryKey, int], token: str, said: str) -> None:
    """Return the ticked values with the reason typed, once; the reason is typed again for the next ones."""
    if not versions:
        return
    reason = str(st.session_state.get(REASON) or "")
    _do(form, said, lambda person: send_back(store(), person, versions, reason, token))
    if form.said:
        st.session_state[REASON] = ""


def _do(form: ReviewForm, said: str, act: Callable[[Person], DeedReport]) -> None:
    """Do something as the person who is signed in now, and remember what came of it."""
    form.said, form.failure, form.refused = "", "", ()
    person = asking.known_person()
    if person is None:
        form.failure = _("Your session has ended. Sign in again; nothing was changed.")
        return
    try:
        report = act(person)
    except TrackerError as error:
        form.failure = str(error)
        return
    form.refused = report.refused
    if report.done:
        form.said, form.token = said, secrets.token_urlsafe(16)
        form.generation += 1


def review_buttons(form: ReviewForm, ticked: Sequence[ReviewRow]) -> None:
    """Draw the two buttons and the reason for a return."""
    versions = {row.entry.key: row.entry.version for row in ticked}
    count = len(ticked)
    left, middle, right = st.columns([1, 2, 1], vertical_alignment="bottom", gap="medium")
    words = ngettext("Accept {count} value", "Accept {count} values", count).format(count=number(count))
    said = ngettext("{count} value accepted.", "{count} values accepted.", count).format(count=number(count))
    left.button(
        words if ticked else _("Accept"),
        type="primary",
        key="accept ticked",
        disabled=not ticked,
        on_click=callback(accept_ticked),
        args=(form, versions, form.token, said),
        width="stretch",
    )
    middle.text_input(_("Reason for a return"), key=REASON, placeholder=_("what is to be changed"))
    words = ngettext("Return {count} value", "Return {count} values", count).format(count=number(count))
    said = ngettext("{count} value returned.", "{count} values returned.", count).format(count=number(count))
    right.button(
        words if ticked else _("Return"),
        key="return ticked",
        disabled=not ticked,
        on_click=callback(return_ticked),
        args=(form, versions, form.token, said),
        width="stretch",
    )


def show_review_outcome(form: ReviewForm, rows: Sequence[ReviewRow]) -> None:
    """Say what the last action did, or why it did nothing."""
    if form.said:
        st.success(markdown(form.said))
    if form.failure:
        st.error(markdown(form.failure))
    if form.refused:
        names = {row.entry.key: f"{row.zone_name} · {row.indicator.name} {row.entry.key.year}" for row in rows}
        st.error(_("Nothing was changed, because of these values:"))
        for finding in form.refused:
            name = names.get(finding.key, f"{finding.key.zone} · {finding.key.indicator} {finding.key.year}")
            meanwhile = None
            if finding.conflict is not None:
                text = _("{who} has entered {value} meanwhile; look at it again.")
                who = person_name(store(), finding.conflict.by)
                meanwhile = div[text.format(who=who, value=finding.conflict.theirs.value)]
            st.html(fragment[b[name], problem_list(finding.problems), meanwhile])


def choose_review(person: Person, rows: Sequence[ReviewRow]) -> list[ReviewRow]:
    """Draw the two lists, and give the values they leave."""
    years = sorted({row.entry.key.year for row in rows}, reverse=True)
    held = zone_words(zones_of(store(), person))
    waiting = {row.entry.key.zone for row in rows}
    zones = {zone: words for zone, words in held.items() if zone in waiting}
    left, right, _rest = st.columns([3, 1, 3])
    with left:
        zone = choose_one(_("Zone"), {"": _("All my zones")} | zones, key="review_zone")
    with right:
        year = choose_one(_("Year"), {"": _("All")} | {str(one): str(one) for one in years}, key="review_year")
    return [row for row in rows if _fits(row, zone, year)]


def _fits(row: ReviewRow, zone: str, year: str) -> bool:
    key = row.entry.key
    return zone in ("", key.zone) and year in ("", str(key.year))
