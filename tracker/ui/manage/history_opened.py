"""One deed of the history, opened: everything it altered, a page at a time."""

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.errors import NotFoundError
from tracker.language import _, instant_words, ngettext, number
from tracker.services.history import OpenedDeed, opened
from tracker.ui.manage.history import chosen_in_address
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import leads, pairs_table, plain_table
from tracker.ui.widgets.escaping import markdown


def deed_asked() -> str:
    """Give the key of the deed the address opens, "" for none."""
    return st.query_params.get("open", "")


def opened_deed(person: Person, key: str) -> None:
    """Show one deed with what it altered."""
    leads(link_to(_("← The whole history"), "history", **chosen_in_address()))
    numbered = f"page of {key}"
    page = st.session_state.get(numbered, 1)
    try:
        deed = opened(store(), person, key, page)
    except NotFoundError as missing:
        st.warning(markdown(str(missing)))
        return
    st.header(_("What was done"), anchor=False)
    st.html(pairs_table(_told(deed)))
    if not deed.altered:
        return
    count = ngettext("Altered: {count} thing", "Altered: {count} things", deed.count)
    st.header(count.format(count=number(deed.count)), anchor=False)
    rows = [(one.about, one.field, one.old, one.new) for one in deed.altered]
    st.html(plain_table((_("Of"), _("Field"), _("Old value"), _("New value")), rows))
    if deed.pages > 1:
        label = _("Page (of {count})").format(count=number(deed.pages))
        st.number_input(label, 1, deed.pages, key=numbered, width=160)


def _told(deed: OpenedDeed) -> list[tuple[str, str]]:
    row = deed.row
    told = [(_("Time"), instant_words(row.at)), (_("Person"), row.who), (_("What was done"), row.said)]
    told += [(_("Reason"), row.reason or "–"), (_("Source"), row.source or "–")]
    return told
