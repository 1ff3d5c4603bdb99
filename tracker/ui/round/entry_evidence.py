"""The evidence for a value: a file to hand over, to take away again, and to look at."""

from dataclasses import replace

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.errors import TrackerError
from tracker.language import _, number
from tracker.services.evidence import ADDRESS, LARGEST, find, keep
from tracker.services.rounds import RoundRow
from tracker.ui.round.entry_drafts import put_typed
from tracker.ui.round.round_form import RoundForm
from tracker.ui.session import person as asking
from tracker.ui.session.callbacks import callback
from tracker.ui.session.files import forget_upload
from tracker.ui.session.store_handle import store

_KIB, _MIB = 1024, 1024 * 1024


def evidence_field(form: RoundForm, row: RoundRow) -> None:
    """Draw the field for a file, or the file that is there."""
    indicator, checksum = row.key.indicator, form.typed(row).evidence
    if checksum:
        st.caption(_("Evidence"))
        evidence_link(form.person, checksum)
        st.button(
            _("Take the file away"),
            key=form.widget(f"no file {indicator}"),
            on_click=callback(_remove),
            args=(form, indicator),
        )
        return
    key = form.widget(f"file {indicator}")
    st.file_uploader(
        _("Evidence: a PDF, PNG or JPEG of at most {size} MB").format(size=LARGEST // _MIB),
        type=["pdf", "png", "jpg", "jpeg"],
        max_upload_size=LARGEST // _MIB,
        key=key,
        on_change=callback(_uploaded),
        args=(form, indicator, key),
    )


def evidence_link(person: Person, checksum: str) -> None:
    """Draw the link by which whoever is signed in saves a file, with what it is called."""
    try:
        file = find(store(), person, checksum)
    except TrackerError as error:
        st.text(str(error))
        return
    size = _("{size} kB").format(size=number(-(-file.size // _KIB)))
    st.link_button(_("Evidence file, {size}").format(size=size), f"{ADDRESS}/{checksum}")
    st.text(file.name)


def _uploaded(form: RoundForm, indicator: str, key: str) -> None:
    """Keep a file that was handed over and name it in the draft."""
    file, person = st.session_state.get(key), asking.known_person()
    if file is None or person is None:
        return
    forget_upload(file)
    try:
        checksum = keep(store(), person, file.name, file.getvalue())
    except TrackerError as error:
        form.failure = str(error)
        form.lay_anew()
        return
    put_typed(form, indicator, replace(form.typed(form.row(indicator)), evidence=checksum))


def _remove(form: RoundForm, indicator: str) -> None:
    typed = form.typed(form.row(indicator))
    # The second click of a double one finds the file gone.
    if typed.evidence:
        put_typed(form, indicator, replace(typed, evidence=""))
