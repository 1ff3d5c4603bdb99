"""The documents as a list to search, a page of them at a time."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, Node, a, div, fragment

from tracker.language import _, aside, clauses, listed, ngettext, number
from tracker.services.sources.documents import LISTED, Document, Taking, Uses, document, documents, taking, unsourced
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import leads, plain_table, quiet
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.messages import show_empty_store

# Stands in the address for what bears no source; no document can have this key, for it is no slug.
NONE = "-"


def without_source() -> bool:
    """Return whether the address asks for what has no source."""
    return st.query_params.get("source") == NONE


def picked_source() -> Document | None:
    """Return the document the address names; a plain word where it is not here."""
    asked = st.query_params.get("source")
    if not asked:
        return None
    chosen = document(store(), asked)
    if chosen is None:
        message = _("The address asks for a source that is not here: {source}. All sources are listed below.")
        st.warning(message.format(source=markdown(asked[:200])))
    return chosen


_ON_A_PAGE = 25


def source_list() -> None:
    """Show the documents that have the words searched for."""
    search = st.session_state.get("search") or st.query_params.get("search", "")
    listed_documents = documents(store(), search)
    if not (listed_documents or search or unsourced(store()).any):
        show_empty_store()
        st.stop()
    count = len(listed_documents)
    title = ngettext("{count} source", "{count} sources", count).format(count=number(count))
    st.title(title, anchor=False)
    st.text_input(
        _("Search"), key="search", bind="query-params", placeholder=_("words of a title, publisher, address or note")
    )
    shown = _page(listed_documents)
    if not shown:
        st.info(_("No source has these words."))
        return
    heads = (_("Document"), _("Date"), _("Taken from it"))
    rows = [(_named(document), document.published or "–", taken_words(document.uses)) for document in shown]
    st.html(plain_table(heads, rows, ("", "short", "")))


def _page(listed_documents: list[Document]) -> list[Document]:
    """Return the page of the list that is looked at."""
    pages = max(1, -(-len(listed_documents) // _ON_A_PAGE))
    if pages == 1:
        return listed_documents
    chosen = st.number_input(_("Page (of {count})").format(count=pages), 1, pages, key="page of sources", width=160)
    return listed_documents[(chosen - 1) * _ON_A_PAGE : chosen * _ON_A_PAGE]


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
    """Return how much was taken from a document."""
    counts = [
        ngettext("{count} plan", "{count} plans", uses.plans).format(count=number(uses.plans)) if uses.plans else "",
        ngettext("{count} goal", "{count} goals", uses.goals).format(count=number(uses.goals)) if uses.goals else "",
        ngettext("{count} actual", "{count} actuals", uses.actuals).format(count=number(uses.actuals))
        if uses.actuals
        else "",
    ]
    return listed(part.replace(" ", "\N{NO-BREAK SPACE}") for part in counts) or _("nothing yet")


def unsourced_link() -> None:
    """Say how much bears no source, and lead there."""
    uses = unsourced(store())
    st.header(_("What has no source"), anchor=False)
    if not uses.any:
        st.markdown(_("Every plan, goal and actual names its source."))
        return
    leads(link_to(taken_words(uses), "sources", source=NONE))


def source_details(document: Document | None) -> None:
    """Show one document, or what bears no source."""
    if document is not None:
        st.title(markdown(document.title), anchor=False)
        about = clauses((document.publisher or "", document.published or ""))
        st.html(fragment[about or _("publisher and date not given"), web_address(document), quiet(document.note)])
    leads(link_to(_("← All sources"), "sources"))
    taken = taking(store(), None if document is None else document.key)
    if not (taken.plans or taken.goals or taken.actuals):
        st.info(_("Nothing was taken from this document yet.") if document else _("Everything names its source."))
    _plans(taken)
    _goals(taken)
    _actuals(taken)


def _heading(name: str, listed: Sequence[object], count: int) -> None:
    st.header(aside(name, number(count)), anchor=False)
    if count > len(listed):
        st.caption(_("The first {listed} are listed.").format(listed=number(LISTED)))


def _plans(taken: Taking) -> None:
    if taken.plans:
        _heading(_("Plans"), taken.plans, taken.uses.plans)
        rows = [(link_to(plan.plan, "plan", plan=plan.key), plan.zone, plan.wording or "") for plan in taken.plans]
        st.html(plain_table((_("Plan"), _("Zone"), _("Note")), rows))


def _goals(taken: Taking) -> None:
    if taken.goals:
        _heading(_("Goals"), taken.goals, taken.uses.goals)
        rows = [
            (
                fragment[link_to(goal.indicator, "goal", goal=goal.key), quiet(goal.wording)],
                fragment[goal.plan, quiet(goal.zone)],
                str(goal.year or "–"),
                goal.locator or "–",
            )
            for goal in taken.goals
        ]
        st.html(plain_table((_("Goal"), _("Plan"), _("Due"), _("Where in it")), rows, ("", "", "short", "")))


def _actuals(taken: Taking) -> None:
    if taken.actuals:
        _heading(_("Actuals"), taken.actuals, taken.uses.actuals)
        rows = [
            (
                actual.zone,
                fragment[actual.indicator, quiet(actual.note)],
                actual.year,
                actual.value,
                actual.locator or "–",
            )
            for actual in taken.actuals
        ]
        heads = (_("Zone"), _("Indicator"), _("Year"), _("Value"), _("Where in it"))
        st.html(plain_table(heads, rows, ("", "", "short", "strong", "")))
