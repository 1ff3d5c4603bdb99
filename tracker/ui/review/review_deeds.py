"""Accepting and returning the ticked values, and telling what came of it."""

from collections.abc import Sequence

import streamlit as st
from htpy import b, div, fragment

from tracker.language import _, ngettext, number
from tracker.services.people import person_name
from tracker.services.reviewing import ReviewRow
from tracker.ui.review.review_form import REASON, ReviewForm, accept_ticked, return_ticked
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.findings import problem_list


def review_deeds(form: ReviewForm, ticked: Sequence[ReviewRow]) -> None:
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


def tell_review(form: ReviewForm, rows: Sequence[ReviewRow]) -> None:
    """Say what the last deed did, or why it did nothing."""
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
                told = _("{who} has entered {value} meanwhile; look at it again.")
                who = person_name(store(), finding.conflict.by)
                meanwhile = div[told.format(who=who, value=finding.conflict.theirs.value)]
            st.html(fragment[b[name], problem_list(finding.problems), meanwhile])
