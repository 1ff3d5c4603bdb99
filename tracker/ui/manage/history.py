"""The history as a list: time, person, what in one sentence, old and new, reason and source."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, Fragment, Node, div, fragment, p, span

from tracker.domain.people.roles import Person
from tracker.language import _, instant_words, ngettext, number
from tracker.services.history import DeedPage, HistoryFilters, deeds
from tracker.services.history_rows import DeedRow
from tracker.services.history_words import Altered
from tracker.ui.manage.history_filters import ADDRESSES
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import plain_table, quiet


def history_list(person: Person, filters: HistoryFilters) -> None:
    """Show a page of the deeds asked for."""
    found = deeds(store(), person, filters, _page_asked())
    if not found.count:
        st.info(_("Nothing in the history fits this choice."))
        return
    st.caption(ngettext("{count} deed", "{count} deeds", found.count).format(count=number(found.count)))
    heads = (_("Time"), _("Person"), _("What was done"), _("Old → new"), _("Reason"), _("Source"))
    st.html(plain_table(heads, [_row(row) for row in found.rows], ("short",)))
    _choose_page(found)


def chosen_in_address() -> dict[str, str]:
    """Give the filters as the address names them, for links that keep them."""
    return {name: value for name in ADDRESSES if (value := st.query_params.get(name))}


def _page_asked() -> int:
    told = st.query_params.get("page", "1")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 1


def _choose_page(found: DeedPage) -> None:
    """Lead to newer and older deeds."""
    if found.pages == 1:
        return
    said = _("Page {number} of {pages}").format(number=number(found.number), pages=number(found.pages))
    newer = _page_link(_("← Newer"), found.number - 1) if found.number > 1 else None
    older = _page_link(_("Older →"), found.number + 1) if found.number < found.pages else None
    st.html(p[newer, " ", span(".quiet")[said], " ", older])


def _page_link(words: str, page: int) -> Element:
    return link_to(words, "history", **{**chosen_in_address(), "page": str(page)})


def _row(row: DeedRow) -> Sequence[Node]:
    told = ngettext("{count} thing was altered", "{count} things were altered", row.more)
    more = quiet(told.format(count=number(row.more))) if row.more else None
    return (
        instant_words(row.at),
        row.who,
        fragment[row.said, _opening(row) if row.opens else None],
        div(style="min-width:12rem")[[_altered(one, named=row.said) for one in row.altered], more],
        row.reason or "–",
        row.source or "–",
    )


def _opening(row: DeedRow) -> Element:
    return div[link_to(_("Open"), "history", **{**chosen_in_address(), "open": row.key})]


def _altered(altered: Altered, *, named: str) -> Fragment:
    """Return what was altered with both values, and its name where the sentence does not have it already."""
    about = None if altered.about in named else quiet(altered.about)
    values = _("{old} → {new}").format(old=altered.old, new=altered.new)
    return fragment[about, quiet(altered.field), div[values]]
