"""Submitting what is ready, and telling what came of it."""

from collections.abc import Sequence

import streamlit as st

from tracker.language import _, ngettext, number, sentences
from tracker.services.round.entering import Submission, submit
from tracker.ui.round.entry_view import EntryView
from tracker.ui.round.round_form import RoundForm
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.action_form import show_outcome


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
    count = ngettext("{count} value submitted for review.", "{count} values submitted for review.", len(rows))
    done = count.format(count=number(len(rows)))
    ended = _("Your session has ended. Sign in again: your drafts are kept.")
    if form.act(lambda person: submit(store(), person, rows, token), done=done, ended=ended):
        form.forget(row.key.indicator for row in rows)
        form.renew()


def show_submission_outcome(form: RoundForm) -> None:
    """Say what the last action did, or why it did nothing."""
    show_outcome(
        form,
        _("Nothing was submitted, because of these values:"),
        lambda key: form.row(key.indicator).indicator.name,
        _("{who} has submitted {value} meanwhile."),
    )
