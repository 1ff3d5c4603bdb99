"""The round as a workbook: the form to fill in offline, and what an uploaded one holds before anything is kept."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import streamlit as st

from tracker.domain.entry.form_records import CellFinding, ReadRow
from tracker.errors import TrackerError
from tracker.language import _, clauses, listed, ngettext, number
from tracker.services.downloads import media_type, name_part
from tracker.services.round.entry_results import Conflict
from tracker.services.round.round_workbook import UploadedForm, read_round_form, round_form
from tracker.ui.round.entry_drafts import put_typed
from tracker.ui.round.round_form import RoundForm, as_shown
from tracker.ui.session import person as asking
from tracker.ui.session.callbacks import callback, download
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.elements import plain_table
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.file_choices import chosen_file, file_choices


def show_findings(form: RoundForm, uploaded: UploadedForm) -> None:
    """Say how much was read and held back, list the values and every finding with its cell."""
    read = uploaded.read
    count, held = len(read.rows), len(read.held)
    parts = [ngettext("{count} value read", "{count} values read", count).format(count=number(count))]
    if held:
        parts.append(ngettext("{count} held back", "{count} held back", held).format(count=number(held)))
    st.markdown(f"**{markdown(' · '.join(parts))}**")
    if not read.ours:
        seen = listed(f"{column.letters} “{column.header}”" for column in read.columns)
        st.caption(_("Not our form; its columns were read as: {columns}").format(columns=markdown(seen)))
    if read.rows:
        columns = (_("Indicator"), _("In the workbook"), _("Will be stored"))
        st.html(plain_table(columns, [_value(form, uploaded, row) for row in read.rows]))
    if read.findings:
        heads = (_("Cell"), _("Indicator"), _("Finding"), _("Seen"), _("Right would be"), _("Perhaps meant"))
        st.html(plain_table(heads, [_finding(form, finding) for finding in read.findings], ("short",)))
    if read.not_asked:
        left = _("Left alone, because it is not asked for: {names}")
        st.caption(left.format(names=markdown(clauses(read.not_asked))))


def _value(form: RoundForm, uploaded: UploadedForm, row: ReadRow) -> tuple[str, str, str]:
    words = uploaded.understood[row.key.indicator].words
    return _name(form, row.key.indicator), row.typed.value or _("no value"), words


def _finding(form: RoundForm, finding: CellFinding) -> tuple[str, ...]:
    """Return a finding: an error stops the value, a doubt asks for a comment."""
    sign = "!" if finding.problem.warning else "✗"
    words = f"{sign} {finding.problem.wrong}"
    return (
        finding.cell,
        _name(form, finding.indicator),
        words,
        finding.problem.seen,
        finding.problem.right,
        finding.proposal,
    )


def _name(form: RoundForm, indicator: str) -> str:
    """Return the name of a row's indicator; the key of one that is not of this round."""
    names = {row.key.indicator: row.indicator.name for row in form.wanted.rows}
    return names.get(indicator, indicator)


def workbook_box(form: RoundForm) -> None:
    """Draw the form to download, the field to upload it, and what was found in it."""
    with st.expander(_("Fill in a workbook instead"), key="round_workbook"):
        left, right = st.columns(2, gap="large")
        with left:
            st.caption(_("1. Download the form, fill in its yellow cells, save it."))
            _offer_form(form)
        key = f"workbook {form.wanted.zone} {form.wanted.year}"
        with right:
            st.caption(_("2. Upload it. Every cell is checked; nothing is kept before you say so."))
            st.file_uploader(
                _("The filled-in form, or another spreadsheet with these values"),
                type=["xlsx", "xls", "ods", "csv", "tsv"],
                key=key,
                on_change=callback(_uploaded),
                args=(form, key),
            )
            file_choices(key, partial(_uploaded, form, key))
        if form.uploaded is not None:
            _show_upload(form, form.uploaded, key)


def _offer_form(form: RoundForm) -> None:
    """Draw the button that makes the form when it is clicked."""
    wanted = form.wanted
    make = partial(round_form, store(), form.person, wanted.zone, wanted.year)
    download(
        _("Download the form (.xlsx)"),
        lambda: make().content,
        f"{name_part(wanted.zone)}-{wanted.year}.xlsx",
        media_type("xlsx"),
        key=f"form {wanted.zone} {wanted.year}",
    )


def _uploaded(form: RoundForm, key: str) -> None:
    """Read what was uploaded; nothing is kept of it yet."""
    form.outcome, form.failure, form.uploaded = "", "", None
    file, person = st.session_state.get(key), asking.known_person()
    if file is None or person is None:
        return
    try:
        form.uploaded = read_round_form(
            store(), person, form.wanted.zone, form.wanted.year, file.getvalue(), file.name, chosen_file(key)
        )
    except TrackerError as error:
        form.failure = str(error)


def _show_upload(form: RoundForm, uploaded: UploadedForm, key: str) -> None:
    """Say what the upload holds, cell by cell, and offer to take it."""
    show_findings(form, uploaded)
    count = len(uploaded.read.rows)
    words = ngettext("Take {count} value as a draft", "Take {count} values as drafts", count)
    left, middle, right = st.columns([2, 2, 2])
    left.button(
        words.format(count=number(count)),
        key=f"{key} take",
        disabled=not count,
        on_click=callback(_take),
        args=(form, uploaded.read.rows),
        width="stretch",
    )
    if wrong := len(uploaded.to_correct):
        words = _("Take the {count} held back too, to be corrected here")
        middle.button(
            words.format(count=number(wrong)),
            key=f"{key} take all",
            on_click=callback(_take),
            args=(form, (*uploaded.read.rows, *uploaded.to_correct)),
            width="stretch",
            help=_("They become drafts as they were typed; a draft with an error cannot be submitted."),
        )
    copy = uploaded.annotated
    with right:
        download(
            _("Download the copy with the findings"),
            lambda: copy.content,
            copy.name,
            media_type("xlsx"),
            key=f"{key} copy",
            width="stretch",
        )


def _take(form: RoundForm, read: Sequence[ReadRow]) -> None:
    """Keep the values of an upload as drafts, save where something else was typed here since the form was made."""
    if form.uploaded is None:
        # The second click of a double one.
        return
    owed = {row.key for row in form.wanted.rows}
    rows = [row for row in read if row.key in owed]
    for row in rows:
        if not _clashes(form, row):
            put_typed(form, row.key.indicator, row.typed)
    form.uploaded = None
    if not form.failure:
        taken = ngettext("{count} value taken from the workbook.", "{count} values taken from the workbook.", len(rows))
        form.outcome = taken.format(count=number(len(rows)))


def _clashes(form: RoundForm, read: ReadRow) -> bool:
    """Hold a value beside one that was typed here after the form was made, for the person to choose."""
    indicator = read.key.indicator
    now = as_shown(form.row(indicator))
    if now in (read.before, read.typed) or now.value in ("", read.typed.value):
        return False
    form.unkept[indicator] = read.typed
    at = datetime.now().astimezone()
    version = form.versions[indicator]
    form.clashes[indicator] = Conflict(theirs=now, by=form.person.account, at=at, version=version, draft=True)
    form.lay_again()
    return True
