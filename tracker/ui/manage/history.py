"""The history as a list: time, person, what in one sentence, old and new, reason and source."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, Fragment, Node, div, fragment, p, span

from tracker.domain.people.roles import Person
from tracker.errors import NotFoundError
from tracker.language import _, instant_words, ngettext, number
from tracker.services.downloads import csv_bytes, media_type, xlsx_bytes
from tracker.services.history.altered_fields import Altered
from tracker.services.history.event_list import (
    MOST_EVENTS,
    MOST_THINGS,
    EventPage,
    HistoryFilters,
    OpenedEvent,
    events_page,
    history_file_name,
    history_frame,
    opened_event,
)
from tracker.services.history.event_rows import EventRow
from tracker.services.history.hashes import find_hash, is_hash, shown_hashes
from tracker.ui.manage.history_filters import ADDRESSES
from tracker.ui.session.callbacks import download
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import leads, pairs_table, plain_table, quiet
from tracker.ui.widgets.escaping import markdown


def history_list(person: Person, filters: HistoryFilters) -> None:
    """Show a page of the events asked for."""
    listed = events_page(store(), person, filters, _page_asked())
    if not listed.count:
        st.info(_("Nothing in the history fits this choice."))
        return
    st.caption(ngettext("{count} event", "{count} events", listed.count).format(count=number(listed.count)))
    heads = (_("Time"), _("Person"), _("What was done"), _("Old → new"), _("Reason"), _("Source"))
    st.html(plain_table(heads, [_row(row) for row in listed.rows], ("short",)))
    _choose_page(listed)


def chosen_in_address() -> dict[str, str]:
    """Return the filters as the address names them, for links that keep them."""
    return {name: value for name in ADDRESSES if (value := st.query_params.get(name))}


def _page_asked() -> int:
    page = st.query_params.get("page", "1")
    return int(page) if page.isascii() and page.isdigit() and len(page) < 9 else 1


def _choose_page(listed: EventPage) -> None:
    """Lead to newer and older events."""
    if listed.pages == 1:
        return
    place = _("Page {number} of {pages}").format(number=number(listed.number), pages=number(listed.pages))
    newer = _page_link(_("← Newer"), listed.number - 1) if listed.number > 1 else None
    older = _page_link(_("Older →"), listed.number + 1) if listed.number < listed.pages else None
    st.html(p[newer, " ", span(".quiet")[place], " ", older])


def _page_link(words: str, page: int) -> Element:
    return link_to(words, "history", **{**chosen_in_address(), "page": str(page)})


def _row(row: EventRow) -> Sequence[Node]:
    text = ngettext("{count} thing was altered", "{count} things were altered", row.more)
    more = quiet(text.format(count=number(row.more))) if row.more else None
    return (
        instant_words(row.at),
        row.who,
        fragment[row.said, _opening(row) if row.opens else None],
        div(style="min-width:12rem")[[_altered(altered, named=row.said) for altered in row.altered], more],
        row.reason or "–",
        row.source or "–",
    )


def _opening(row: EventRow) -> Element:
    return div[link_to(_("Open"), "history", **{**chosen_in_address(), "open": row.key})]


def _altered(altered: Altered, *, named: str) -> Fragment:
    """Return what was altered with both values, and its name where the sentence does not have it already."""
    about = None if altered.about in named else quiet(altered.about)
    values = _("{old} → {new}").format(old=altered.old, new=altered.new)
    return fragment[about, quiet(altered.field), div[values]]


def event_asked() -> str:
    """Return the key of the event the address opens, "" for none."""
    return st.query_params.get("open", "")


def show_opened(person: Person, key: str) -> None:
    """Show one event with what it altered."""
    leads(link_to(_("← The whole history"), "history", **chosen_in_address()))
    numbered = f"page of {key}"
    page = st.session_state.get(numbered, 1)
    try:
        event = opened_event(store(), person, key, page)
    except NotFoundError as missing:
        st.warning(markdown(str(missing)))
        return
    st.header(_("What was done"), anchor=False)
    st.html(pairs_table(_event_fields(event)))
    if not event.altered:
        return
    count = ngettext("Altered: {count} thing", "Altered: {count} things", event.count)
    st.header(count.format(count=number(event.count)), anchor=False)
    rows = [(altered.about, altered.field, altered.old, altered.new) for altered in event.altered]
    st.html(plain_table((_("Of"), _("Field"), _("Old value"), _("New value")), rows))
    if event.pages > 1:
        label = _("Page (of {count})").format(count=number(event.pages))
        st.number_input(label, 1, event.pages, key=numbered, width=160)


def _event_fields(event: OpenedEvent) -> list[tuple[str, str]]:
    row = event.row
    pairs = [(_("Time"), instant_words(row.at)), (_("Person"), row.who), (_("What was done"), row.said)]
    pairs += [(_("Reason"), row.reason or "–"), (_("Source"), row.source or "–")]
    return pairs


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
    extent = _(
        "The files hold the newest {events} events of this choice; an event on more than {things} things is counted."
    )
    st.caption(extent.format(events=number(MOST_EVENTS), things=number(MOST_THINGS)))


def history_hashes(person: Person) -> None:
    """Show the newest hashes and the field for a noted one."""
    st.header(_("Has anything been edited behind the program’s back?"), anchor=False)
    st.write(
        _(
            "Each event is sealed with a hash over itself and all before it. Note these lines outside this program, on"
            " paper or in a mail: anybody who later edits the past, even together with its hashes, cannot bring back a"
            " hash that was noted."
        )
    )
    for line in shown_hashes(store(), person):
        st.code(line, language=None, wrap_lines=True)
    noted = st.text_input(_("A hash that was noted"), key="noted hash", max_chars=300)
    if noted.strip():
        _answer(noted)


def _answer(noted: str) -> None:
    """Say whether a noted hash is in the history."""
    if not is_hash(noted):
        words = _("A hash has 64 digits and letters from a to f, which this has not: {noted}")
        st.warning(words.format(noted=markdown(noted)))
        return
    noted_hash = find_hash(store(), noted)
    if noted_hash is None:
        st.error(_("This hash is not in the history: what it covered has been edited, or it is of another store."))
        return
    words = _("This hash is in the history: {chain}, number {count}, {at}. The command verify checks what it covers.")
    st.success(
        words.format(chain=markdown(noted_hash.chain), count=number(noted_hash.number), at=instant_words(noted_hash.at))
    )
