"""The open form of a review: its token, the reason typed, and what the last action came to."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from tracker.domain.entry.entries import EntryKey
from tracker.domain.people.roles import Person
from tracker.language import _, ngettext, number
from tracker.services.review.reviewing import ReviewRow, accept, send_back
from tracker.services.round.entry_results import EntriesReport
from tracker.services.round.rounds import zones_of
from tracker.ui.round.round_head import zone_words
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.action_form import ActionForm, show_outcome
from tracker.ui.widgets.address_inputs import choose_one

REASON = "why values are returned"


class ReviewForm(ActionForm):
    """A review in one window."""


def open_review() -> ReviewForm:
    """Return the window's form."""
    form: ReviewForm = st.session_state.setdefault("review", ReviewForm())
    return form


def accept_ticked(form: ReviewForm, versions: Mapping[EntryKey, int], token: str, done: str) -> None:
    """Accept the ticked values in the versions seen, once."""
    if versions:
        _act(form, done, lambda person: accept(store(), person, versions, token))


def return_ticked(form: ReviewForm, versions: Mapping[EntryKey, int], token: str, done: str) -> None:
    """Return the ticked values with the reason typed, once; the reason is typed again for the next ones."""
    reason = str(st.session_state.get(REASON) or "")
    if versions and _act(form, done, lambda person: send_back(store(), person, versions, reason, token)):
        st.session_state[REASON] = ""


def _act(form: ReviewForm, done: str, write: Callable[[Person], EntriesReport]) -> bool:
    acted = form.act(write, done=done, ended=_("Your session has ended. Sign in again; nothing was changed."))
    if acted:
        form.renew()
    return acted


def review_buttons(form: ReviewForm, ticked: Sequence[ReviewRow]) -> None:
    """Draw the two buttons and the reason for a return."""
    versions = {row.entry.key: row.entry.version for row in ticked}
    count = len(ticked)
    left, middle, right = st.columns([1, 2, 1], vertical_alignment="bottom", gap="medium")
    words = ngettext("Accept {count} value", "Accept {count} values", count).format(count=number(count))
    done = ngettext("{count} value accepted.", "{count} values accepted.", count).format(count=number(count))
    left.button(
        words if ticked else _("Accept"),
        type="primary",
        key="accept ticked",
        disabled=not ticked,
        on_click=callback(accept_ticked),
        args=(form, versions, form.token, done),
        width="stretch",
    )
    middle.text_input(_("Reason for a return"), key=REASON, placeholder=_("what is to be changed"))
    words = ngettext("Return {count} value", "Return {count} values", count).format(count=number(count))
    done = ngettext("{count} value returned.", "{count} values returned.", count).format(count=number(count))
    right.button(
        words if ticked else _("Return"),
        key="return ticked",
        disabled=not ticked,
        on_click=callback(return_ticked),
        args=(form, versions, form.token, done),
        width="stretch",
    )


def show_review_outcome(form: ReviewForm, rows: Sequence[ReviewRow]) -> None:
    """Say what the last action did, or why it did nothing."""
    names = {row.entry.key: f"{row.zone_name} · {row.indicator.name} {row.entry.key.year}" for row in rows}
    show_outcome(
        form,
        _("Nothing was changed, because of these values:"),
        lambda key: names.get(key, f"{key.zone} · {key.indicator} {key.year}"),
        _("{who} has entered {value} meanwhile; look at it again."),
    )


def choose_review(person: Person, rows: Sequence[ReviewRow]) -> list[ReviewRow]:
    """Draw the two lists, and return the values they leave."""
    years = sorted({row.entry.key.year for row in rows}, reverse=True)
    held = zone_words(zones_of(store(), person))
    waiting = {row.entry.key.zone for row in rows}
    zones = {zone: words for zone, words in held.items() if zone in waiting}
    left, right, _rest = st.columns([3, 1, 3])
    with left:
        zone = choose_one(_("Zone"), {"": _("All my zones")} | zones, key="review_zone")
    with right:
        year = choose_one(_("Year"), {"": _("All")} | {str(choice): str(choice) for choice in years}, key="review_year")
    return [row for row in rows if _fits(row, zone, year)]


def _fits(row: ReviewRow, zone: str, year: str) -> bool:
    key = row.entry.key
    return zone in ("", key.zone) and year in ("", str(key.year))
