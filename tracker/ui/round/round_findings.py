"""What was found in an uploaded workbook, cell by cell, and what would be kept of it."""

import streamlit as st

from tracker.domain.entry.form_records import CellFinding, ReadRow
from tracker.language import _, clauses, listed, ngettext, number
from tracker.services.round_workbook import UploadedForm
from tracker.ui.round.round_form import RoundForm
from tracker.ui.widgets.elements import plain_table
from tracker.ui.widgets.escaping import markdown


def show_findings(form: RoundForm, uploaded: UploadedForm) -> None:
    """Say how much was read and held back, list the values and every finding with its cell."""
    read = uploaded.read
    count, held = len(read.rows), len(read.held)
    told = [ngettext("{count} value read", "{count} values read", count).format(count=number(count))]
    if held:
        told.append(ngettext("{count} held back", "{count} held back", held).format(count=number(held)))
    st.markdown(f"**{markdown(' · '.join(told))}**")
    if not read.ours:
        seen = listed(f"{column.letters} “{column.header}”" for column in read.columns)
        st.caption(_("Not our form; its columns were read as: {columns}").format(columns=markdown(seen)))
    if read.rows:
        columns = (_("Indicator"), _("In the workbook"), _("Will be stored"))
        st.html(plain_table(columns, [_value(form, uploaded, row) for row in read.rows]))
    if read.findings:
        heads = (_("Cell"), _("Indicator"), _("Finding"), _("Seen"), _("Right would be"), _("Perhaps meant"))
        st.html(plain_table(heads, [_finding(form, one) for one in read.findings], ("short",)))
    if read.not_asked:
        left = _("Left alone, because it is not asked for: {names}")
        st.caption(left.format(names=markdown(clauses(read.not_asked))))


def _value(form: RoundForm, uploaded: UploadedForm, row: ReadRow) -> tuple[str, str, str]:
    words = uploaded.understood[row.key.indicator].words
    return _name(form, row.key.indicator), row.typed.value or _("no value"), words


def _finding(form: RoundForm, one: CellFinding) -> tuple[str, ...]:
    """Write a finding: an error stops the value, a doubt asks for a comment."""
    sign = "!" if one.problem.warning else "✗"
    said = f"{sign} {one.problem.wrong}"
    return one.cell, _name(form, one.indicator), said, one.problem.seen, one.problem.right, one.proposal


def _name(form: RoundForm, indicator: str) -> str:
    """Name the indicator of a row; one that is not of this round by its key."""
    names = {row.key.indicator: row.indicator.name for row in form.wanted.rows}
    return names.get(indicator, indicator)
