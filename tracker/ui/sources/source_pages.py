"""The documents as a list to search, a page of them at a time."""

import streamlit as st
from htpy import Element, Node, a, div

from tracker.language import _, listed, ngettext, number
from tracker.services.documents import Document, Uses, documents, unsourced
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.sources.source_pick import NONE
from tracker.ui.widgets.elements import leads, plain_table, quiet
from tracker.ui.widgets.empty_store import show_empty_store

_ON_A_PAGE = 25


def source_list() -> None:
    """Show the documents that have the words searched for."""
    search = st.session_state.get("search") or st.query_params.get("search", "")
    found = documents(store(), search)
    if not (found or search or unsourced(store()).any):
        show_empty_store()
        st.stop()
    count = len(found)
    title = ngettext("{count} source", "{count} sources", count).format(count=number(count))
    st.title(title, anchor=False)
    st.text_input(
        _("Search"), key="search", bind="query-params", placeholder=_("words of a title, publisher, address or note")
    )
    shown = _page(found)
    if not shown:
        st.info(_("No source has these words."))
        return
    heads = (_("Document"), _("Date"), _("Taken from it"))
    rows = [(_named(document), document.published or "–", taken_words(document.uses)) for document in shown]
    st.html(plain_table(heads, rows, ("", "short", "")))


def _page(found: list[Document]) -> list[Document]:
    """Cut out the page of the list that is looked at."""
    pages = max(1, -(-len(found) // _ON_A_PAGE))
    if pages == 1:
        return found
    chosen = st.number_input(_("Page (of {count})").format(count=pages), 1, pages, key="page of sources", width=160)
    return found[(chosen - 1) * _ON_A_PAGE : chosen * _ON_A_PAGE]


def _named(document: Document) -> Node:
    title = link_to(document.title, "sources", source=document.key)
    return title, quiet(document.publisher), web_address(document), quiet(document.note)


def web_address(document: Document) -> Element | None:
    """Return the address, as a link where it is one of the web, and always as text that can be read."""
    if not document.link:
        return quiet(document.address)
    link = a(href=document.link, target="_blank", rel="noopener noreferrer")[document.link]
    return div(".quiet")[link]


def taken_words(uses: Uses) -> str:
    """Say how much was taken from a document."""
    said = [
        ngettext("{count} plan", "{count} plans", uses.plans).format(count=number(uses.plans)) if uses.plans else "",
        ngettext("{count} goal", "{count} goals", uses.goals).format(count=number(uses.goals)) if uses.goals else "",
        ngettext("{count} actual", "{count} actuals", uses.actuals).format(count=number(uses.actuals))
        if uses.actuals
        else "",
    ]
    return listed(part.replace(" ", "\N{NO-BREAK SPACE}") for part in said) or _("nothing yet")


def unsourced_link() -> None:
    """Say how much bears no source, and lead there."""
    uses = unsourced(store())
    st.header(_("What has no source"), anchor=False)
    if not uses.any:
        st.markdown(_("Every plan, goal and actual names its source."))
        return
    leads(link_to(taken_words(uses), "sources", source=NONE))
