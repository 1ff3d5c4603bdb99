"""The history that is looked at to take away, as a workbook and as CSV."""

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.language import _, in_this_language, number
from tracker.services.downloads import csv_bytes, xlsx_bytes
from tracker.services.history import HistoryFilters
from tracker.services.history_export import MOST_DEEDS, MOST_THINGS, history_file_name, history_frame
from tracker.ui.opened import store


def history_downloads(person: Person, filters: HistoryFilters) -> None:
    """Draw the two buttons; the files are made when one is pressed, and the role is asked again then."""
    kept = store()
    with st.container(horizontal=True):
        st.download_button(
            _("Download XLSX"),
            data=in_this_language(lambda: xlsx_bytes(history_frame(kept, person, filters), _("History"))),
            file_name=history_file_name(kept, filters, "xlsx"),
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            on_click="ignore",
        )
        st.download_button(
            _("Download CSV"),
            data=in_this_language(lambda: csv_bytes(history_frame(kept, person, filters))),
            file_name=history_file_name(kept, filters, "csv"),
            mime="text/csv",
            on_click="ignore",
        )
    said = _("The files hold the newest {deeds} deeds of this choice; a deed on more than {things} things is counted.")
    st.caption(said.format(deeds=number(MOST_DEEDS), things=number(MOST_THINGS)))
