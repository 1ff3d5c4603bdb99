"""The history that is looked at to take away, as a workbook and as CSV."""

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.language import _, number
from tracker.services.downloads import csv_bytes, xlsx_bytes
from tracker.services.file_types import media_type
from tracker.services.history import HistoryFilters
from tracker.services.history_export import MOST_DEEDS, MOST_THINGS, history_file_name, history_frame
from tracker.ui.session.callbacks import download
from tracker.ui.session.store_handle import store


def history_downloads(person: Person, filters: HistoryFilters) -> None:
    """Draw the two buttons; the files are made when one is pressed."""
    kept = store()
    with st.container(horizontal=True):
        download(
            _("Download XLSX"),
            lambda: xlsx_bytes(history_frame(kept, person, filters), _("History")),
            history_file_name(kept, filters, "xlsx"),
            media_type("xlsx"),
        )
        download(
            _("Download CSV"),
            lambda: csv_bytes(history_frame(kept, person, filters)),
            history_file_name(kept, filters, "csv"),
            media_type("csv"),
        )
    said = _("The files hold the newest {deeds} deeds of this choice; a deed on more than {things} things is counted.")
    st.caption(said.format(deeds=number(MOST_DEEDS), things=number(MOST_THINGS)))
