"""Submitting what is ready, and telling what came of it."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, b, div, fragment

from tracker.errors import TrackerError
from tracker.language import _, ngettext, number, sentences
from tracker.services.history.people import person_name
from tracker.services.round.entering import Submission, submit
from tracker.services.round.entry_results import Finding
from tracker.ui.round.entry_view import EntryView
from tracker.ui.round.round_form import RoundForm
from tracker.ui.session import person as asking
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.findings import problem_list


def submit_bar(form: RoundForm, views: Sequence[EntryView]) -> None:
    """Draw the button that submits what is ready, and say what is not."""
    ready = [view for view in views if view.ready]
    rows = [Submission(key=view.row.key, typed=view.typed, version=view.row.version) for view in ready]
    waits = sum(view.open and not view.ready for view in views)
    words = ngettext("Submit {count} value for review", "Submit {count} values for review", len(ready))
    left, right = st.columns([1, 3], vertical_alignment="center")
    left.button(
        words.format(count=number(len(ready))) if ready else _("Nothing to submit yet"),
        type="primary",
        disabled=not ready,
        key=f"submit {form.wanted.zone} {form.wanted.year}",
        on_click=callback(_submit),
        args=(form, rows, form.token),
        width="stretch",
    )
    if waits:
        waiting = ngettext("{count} draft is not ready yet.", "{count} drafts are not ready yet.", waits)
        right.caption(sentences(waiting.format(count=number(waits)), _("What they lack stands below.")))


def _submit(form: RoundForm, rows: Sequence[Submission], token: str) -> None:
    """Submit once, however often the button was clicked."""
    if not rows:
        return
    form.said, form.failure, form.refused = "", "", ()
    person = asking.known_person()
    if person is None:
        form.failure = _("Your session has ended. Sign in again: your drafts are kept.")
        return
    try:
        report = submit(store(), person, rows, token)
    except TrackerError as error:
        form.failure = str(error)
        return
    form.refused = report.refused
    if report.done:
        count = ngettext("{count} value submitted for review.", "{count} values submitted for review.", len(rows))
        form.said = count.format(count=number(len(rows)))
        form.renew(row.key.indicator for row in rows)


def tell(form: RoundForm) -> None:
    """Say what the last action did, or why it did nothing."""
    if form.said:
        st.success(markdown(form.said))
    if form.failure:
        st.error(markdown(form.failure))
    if form.refused:
        st.error(_("Nothing was submitted, because of these values:"))
        st.html(fragment[[_refused(form, finding) for finding in form.refused]])


def _refused(form: RoundForm, finding: Finding) -> Element:
    """Return what keeps a row from being submitted."""
    name = form.row(finding.key.indicator).indicator.name
    other = None
    if finding.conflict is not None:
        text = _("{who} has submitted {value} meanwhile.")
        who = person_name(store(), finding.conflict.by)
        other = div[text.format(who=who, value=finding.conflict.theirs.value)]
    return div[b[name], problem_list(finding.problems), other]
