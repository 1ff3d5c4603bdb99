"""Which document the address names, if any."""

import streamlit as st

from tracker.language import _
from tracker.services.documents import Document, document
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown

# Stands in the address for what bears no source; no document can have this key, for it is no slug.
NONE = "-"


def without_source() -> bool:
    """Whether the address asks for what has no source."""
    return st.query_params.get("source") == NONE


def picked_source() -> Document | None:
    """Give the document the address names; a plain word where it is not here."""
    asked = st.query_params.get("source")
    if not asked:
        return None
    found = document(store(), asked)
    if found is None:
        message = _("The address asks for a source that is not here: {source}. All sources are listed below.")
        st.warning(message.format(source=markdown(asked[:200])))
    return found
