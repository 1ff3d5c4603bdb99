"""The round as a workbook: the form to fill in offline, and what an uploaded one holds before anything is kept."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import streamlit as st

from tracker.domain.entry.form_records import ReadRow
from tracker.errors import TrackerError
from tracker.language import _, ngettext, number
from tracker.services.entry_reports import Conflict
from tracker.services.file_types import media_type, name_part
from tracker.services.round_workbook import UploadedForm, read_round_form, round_form
from tracker.ui.round.entry_drafts import put_typed
from tracker.ui.round.round_findings import show_findings
from tracker.ui.round.round_form import RoundForm, as_shown
from tracker.ui.session import person as asking
from tracker.ui.session.callbacks import callback, download
from tracker.ui.session.store_handle import store


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
                type=["xlsx"],
                key=key,
                on_change=callback(_uploaded),
                args=(form, key),
            )
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
    form.said, form.failure, form.uploaded = "", "", None
    file, person = st.session_state.get(key), asking.known_person()
    if file is None or person is None:
        return
    try:
        form.uploaded = read_round_form(store(), person, form.wanted.zone, form.wanted.year, file.getvalue())
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
        form.said = taken.format(count=number(len(rows)))


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
    form.lay_anew()
    return True
