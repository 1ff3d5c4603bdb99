"""The paste box: takes a block from a spreadsheet that the grid cannot, with names beside the values or without."""

from dataclasses import replace

import streamlit as st
from htpy import fragment

from tracker.errors import TrackerError
from tracker.language import _, ngettext, number
from tracker.services.pasting import match_paste, split_paste
from tracker.ui.round.entry_drafts import put_typed
from tracker.ui.round.round_form import RoundForm
from tracker.ui.session.callbacks import callback
from tracker.ui.widgets.findings import problem_list

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
        st.button(_("Put them into the grid"), key=f"{key} take", on_click=callback(_take), args=(form, key))
        if problems := st.session_state.get(_PROBLEMS):
            st.html(fragment[problem_list(problems)])


def _take(form: RoundForm, key: str) -> None:
    """Keep what was pasted as drafts; what belongs nowhere stays in the box and is told."""
    st.session_state.pop(_PROBLEMS, None)
    try:
        found = match_paste(form.wanted, split_paste(str(st.session_state.get(key) or "")))
    except TrackerError as error:
        form.failure = str(error)
        return
    for cell in found.cells:
        indicator = cell.key.indicator
        put_typed(form, indicator, replace(form.typed(form.row(indicator)), value=cell.text))
    if found.problems:
        st.session_state[_PROBLEMS] = found.problems
    elif not form.failure:
        st.session_state[key] = ""
    if not form.failure:
        count = len(found.cells)
        form.said = ngettext("{count} value taken.", "{count} values taken.", count).format(count=number(count))
