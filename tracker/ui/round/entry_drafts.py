"""Keeping what is typed: each change goes into the store as a draft, and overwrites nothing of anybody unasked."""

from dataclasses import replace

import streamlit as st
from htpy import fragment

from tracker.domain.entry.entries import Typed
from tracker.errors import TrackerError
from tracker.language import _, ngettext, number
from tracker.services.round.entering import DraftSaved, save_draft
from tracker.services.round.entry_results import Conflict
from tracker.services.round.pasting import Paste, match_paste, split_paste
from tracker.ui.round.round_form import RoundForm, as_shown, keep_for_later
from tracker.ui.session import person as asking
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.file_choices import chosen_span, span_choice
from tracker.ui.widgets.findings import problem_list


def keep_typed(form: RoundForm, indicator: str, typed: Typed) -> None:
    """Keep what is typed for a value; where it cannot be kept, the form holds it and says why."""
    form.outcome, form.failure, form.refused = "", "", ()
    row = form.row(indicator)
    unchanged = row.entry is not None and typed == as_shown(replace(row, state=row.entry.state, typed=row.entry.typed))
    wanted = Typed() if unchanged else typed
    person = asking.known_person()
    if person is None or person.account != form.person.account:
        form.unkept[indicator] = typed.drawable()
        keep_for_later(form.person.account, row.key, wanted.drawable(), form.versions[indicator])
        form.failure = _("Your session has ended. Sign in again: what you typed is kept until then.")
        return
    try:
        _take_answer(form, indicator, typed, save_draft(store(), person, row.key, wanted, form.versions[indicator]))
    except TrackerError as error:
        form.unkept[indicator] = typed.drawable()
        form.failure = str(error)


def _take_answer(form: RoundForm, indicator: str, typed: Typed, saved: DraftSaved) -> None:
    """Remember the version of what was kept, or whose value stands in the way."""
    form.versions[indicator] = saved.version
    if saved.kept:
        form.unkept.pop(indicator, None)
        _tell_of_another(form, indicator, typed, saved.conflict)
    elif saved.conflict is None:
        # Another window took the draft away: there is nothing to lose by keeping this one.
        keep_typed(form, indicator, typed)
    else:
        form.unkept[indicator] = typed
        form.clashes[indicator] = saved.conflict


def _tell_of_another(form: RoundForm, indicator: str, typed: Typed, newer: Conflict | None) -> None:
    """Remember whose value was typed over unseen, until the person has chosen; what was shown was seen."""
    clash = form.clashes.pop(indicator, None)
    unseen = newer if newer != form.row(indicator).other else None
    of_another = clash if clash is not None and clash.by != form.person.account else None
    theirs = unseen or of_another
    if theirs is not None and typed != Typed() and typed != theirs.theirs:
        form.clashes[indicator] = theirs


def put_typed(form: RoundForm, indicator: str, typed: Typed) -> None:
    """Keep what was given beside the grid, and show it in the grid."""
    keep_typed(form, indicator, typed)
    form.lay_again()


def take_value(form: RoundForm, indicator: str, value: str) -> None:
    """Put a proposed value in the place of the typed one, as asked."""
    put_typed(form, indicator, replace(form.typed(form.row(indicator)), value=value))


def discard(form: RoundForm, indicator: str) -> None:
    """Take a draft away; what was submitted or accepted before shows again."""
    put_typed(form, indicator, Typed())


def keep_mine(form: RoundForm, indicator: str) -> None:
    """Keep one's own value though another was typed meanwhile."""
    shown = form.clashes.get(indicator)
    put_typed(form, indicator, form.typed(form.row(indicator)))
    if indicator not in form.unkept and form.clashes.get(indicator) == shown:
        form.clashes.pop(indicator, None)


def take_theirs(form: RoundForm, indicator: str, theirs: Typed, *, draft: bool) -> None:
    """Drop one's own value for another's draft, or for what another has submitted."""
    form.unkept.pop(indicator, None)
    form.clashes.pop(indicator, None)
    put_typed(form, indicator, theirs if draft else Typed())


_PROBLEMS = "what was wrong with the pasted block"


def paste_box(form: RoundForm) -> None:
    """Draw the box and the button that lays its cells into the grid."""
    with st.expander(_("Paste from a spreadsheet"), key="entry_paste"):
        st.caption(
            _(
                "Copy the names with their values, in any order, or one column of values in the order of the grid. "
                "The values become drafts; look at them before you submit."
            )
        )
        key = f"paste {form.wanted.zone} {form.wanted.year}"
        st.text_area(_("Pasted cells"), key=key, height=140, placeholder="R&D share\t1.62\nOutput\t14.2亿")
        span_choice(key)
        st.button(_("Put them into the grid"), key=f"{key} take", on_click=callback(_take), args=(form, key))
        if problems := st.session_state.get(_PROBLEMS):
            st.html(fragment[problem_list(problems)])


def keep_pasted(form: RoundForm, found: Paste) -> None:
    """Keep what was pasted as drafts, with what its flags and remarks say."""
    for cell in found.cells:
        indicator = cell.key.indicator
        before = form.typed(form.row(indicator))
        status, comment = cell.status or before.status, cell.comment or before.comment
        put_typed(form, indicator, replace(before, value=cell.text, status=status, comment=comment))


def _take(form: RoundForm, key: str) -> None:
    """Keep what was pasted as drafts; what belongs nowhere stays in the box and is told."""
    st.session_state.pop(_PROBLEMS, None)
    try:
        text = str(st.session_state.get(key) or "")
        matched = match_paste(form.wanted, split_paste(text), span=chosen_span(key))
    except TrackerError as error:
        form.failure = str(error)
        return
    keep_pasted(form, matched)
    if matched.problems:
        st.session_state[_PROBLEMS] = matched.problems
    elif not form.failure:
        st.session_state[key] = ""
    if not form.failure:
        count = len(matched.cells)
        form.outcome = ngettext("{count} value taken.", "{count} values taken.", count).format(count=number(count))
