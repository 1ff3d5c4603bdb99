"""A form whose action is done once, for several values: its token, and what the last action came to."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st
from htpy import b, div

from tracker.domain.entry.entries import EntryKey
from tracker.domain.people.roles import Person
from tracker.errors import TrackerError
from tracker.services.history.people import person_name
from tracker.services.round.entry_results import EntriesReport, Finding
from tracker.ui.session import person as asking
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.findings import problem_list


@dataclass(slots=True, kw_only=True)
class ActionForm:
    """A form in one window: `token` is spent by one action, `generation` counts how often it was laid again."""

    generation: int = 0
    token: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    outcome: str = ""
    failure: str = ""
    refused: tuple[Finding, ...] = ()

    def act(self, write: Callable[[Person], EntriesReport], *, done: str, ended: str) -> bool:
        """Write as the person who is signed in now, and keep what is to be said; return whether it was done."""
        self.outcome, self.failure, self.refused = "", "", ()
        person = asking.known_person()
        if person is None:
            self.failure = ended
            return False
        try:
            report = write(person)
        except TrackerError as error:
            self.failure = str(error)
            return False
        self.refused = report.refused
        self.outcome = done if report.done else ""
        return report.done

    def lay_again(self) -> None:
        """Have the widgets forget what was put into them, which the store has by now."""
        self.generation += 1

    def renew(self) -> None:
        """Begin again after an action that spent the token."""
        self.token = secrets.token_urlsafe(16)
        self.lay_again()


def show_outcome(form: ActionForm, refusal: str, name: Callable[[EntryKey], str], conflict: str) -> None:
    """Say what the last action did, or why it did nothing: `refusal`, then each value by its `name`.

    `conflict` says with `{who}` and `{value}` what somebody else has entered meanwhile.
    """
    if form.outcome:
        st.success(markdown(form.outcome))
    if form.failure:
        st.error(markdown(form.failure))
    if form.refused:
        st.error(refusal)
    for finding in form.refused:
        other = None
        if finding.conflict is not None:
            who = person_name(store(), finding.conflict.by)
            other = div[conflict.format(who=who, value=finding.conflict.theirs.value)]
        st.html(div[b[name(finding.key)], problem_list(finding.problems), other])
