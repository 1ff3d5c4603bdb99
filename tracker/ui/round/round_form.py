"""The open form of a round: what this window shows, over which versions it types, and what is to be told."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from threading import Lock

import streamlit as st

from tracker.domain.entry.entries import EntryKey, EntryState, Typed
from tracker.domain.people.roles import Person
from tracker.services.round.entering import save_draft
from tracker.services.round.entry_results import Conflict
from tracker.services.round.round_workbook import UploadedForm
from tracker.services.round.rounds import Round, RoundRow, my_round
from tracker.services.round.understanding import Context, context_of
from tracker.store import Store
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.action_form import ActionForm

_KEPT = 2_000
_lock = Lock()
_typed: OrderedDict[tuple[str, EntryKey], tuple[Typed, int]] = OrderedDict()


def keep_for_later(account: str, key: EntryKey, typed: Typed, version: int) -> None:
    """Keep what somebody typed who has to sign in again, with the version of the draft it was typed over."""
    with _lock:
        _typed[account, key] = typed, version
        while len(_typed) > _KEPT:
            _typed.popitem(last=False)


def save_what_was_kept(store: Store, person: Person, zone: str, year: int) -> int:
    """Keep as drafts what the person typed before signing in again, and return how many values that were."""
    with _lock:
        kept = [key for account, key in _typed if (account, key.zone, key.year) == (person.account, zone, year)]
        taken = {key: _typed.pop((person.account, key)) for key in kept}
    if not taken:
        return 0
    owed = {row.key for row in my_round(store, person, zone, year).rows}
    return sum(save_draft(store, person, key, *typed).kept for key, typed in taken.items() if key in owed)


@dataclass(slots=True)
class RoundForm(ActionForm):
    """A form in one window, its rows by indicator.

    `unkept` is what was typed here and not kept because of one of the `clashes`.
    """

    person: Person
    wanted: Round
    context: Context
    versions: dict[str, int] = field(default_factory=dict)
    unkept: dict[str, Typed] = field(default_factory=dict)
    clashes: dict[str, Conflict] = field(default_factory=dict)
    uploaded: UploadedForm | None = None

    def row(self, indicator: str) -> RoundRow:
        """Return the row of an indicator."""
        return next(row for row in self.wanted.rows if row.key.indicator == indicator)

    def typed(self, row: RoundRow) -> Typed:
        """Return what this window shows as typed in a row."""
        return self.unkept.get(row.key.indicator) or as_shown(row)

    def widget(self, name: str) -> str:
        """Return a widget's key, another one whenever the grid is laid again."""
        return f"{name} {self.wanted.zone} {self.wanted.year} {self.generation}"

    def forget(self, submitted: Iterable[str]) -> None:
        """Forget what was typed here for indicators that are submitted."""
        for indicator in submitted:
            self.unkept.pop(indicator, None)


def as_shown(row: RoundRow) -> Typed:
    """Return what a form shows as typed: a new value of an accepted one needs a comment and a reason of its own."""
    if row.state is EntryState.ACCEPTED:
        return replace(row.typed, comment="", reason="")
    return row.typed


def open_round(person: Person, zone: str, year: int) -> RoundForm:
    """Return the window's form of a round with the rows as they are now."""
    place = f"round of {person.account} {zone} {year}"
    save_what_was_kept(store(), person, zone, year)
    wanted, context = my_round(store(), person, zone, year), context_of(store(), zone)
    form: RoundForm | None = st.session_state.get(place)
    if form is None:
        form = st.session_state[place] = RoundForm(person, wanted, context)
    form.person, form.wanted, form.context = person, wanted, context
    _follow(form)
    return form


def _follow(form: RoundForm) -> None:
    """Show what another window of the same person has changed since, where nothing of this one waits."""
    now = {row.key.indicator: row.draft_version for row in form.wanted.rows}
    moved = {indicator for indicator, version in now.items() if form.versions.setdefault(indicator, version) != version}
    if followed := moved - form.unkept.keys():
        form.versions.update((indicator, now[indicator]) for indicator in followed)
        form.lay_again()
