"""Is what is kept what the journal says: its own chain and head, every row it follows, every other chain."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from tracker.errors import Problem
from tracker.language import _
from tracker.store.audit.digests import FIRST_HASH
from tracker.store.audit.event_chain import broken_events
from tracker.store.audit.journal import CHAINS, COVERED, row_digests
from tracker.store.database.schema.audit_tables import journal, journal_head
from tracker.store.database.streams import stream

_Digests = dict[str, dict[str, str | None]]


def journal_problems(connection: Connection) -> Iterator[Problem]:
    """Check the journal itself, then what it says of every row and of every entry of the other chains."""
    yield from broken_events(connection, journal)
    yield from _head(connection)
    newest: _Digests = {name: {} for name in (*COVERED, *CHAINS)}
    columns = (journal.c[name] for name in ("id", "table_name", "row_key", "old", "new"))
    for number, table, key, old, new in stream(connection, select(*columns).order_by(journal.c.id)):
        if table in COVERED and newest[table].get(key) != old:
            yield _altered(_("A row was altered behind the program's back before the program changed it"), table, key)
        if table in CHAINS and key in newest[table]:
            yield _altered(_("An entry of the history was written twice"), table, key)
        if table in newest:
            newest[table][key] = new
        elif table != "clock":
            yield _altered(_("The journal names a table that it does not follow"), "journal", str(number))
    yield from _rows(connection, newest)
    yield from _chains(connection, newest)


def _head(connection: Connection) -> Iterator[Problem]:
    """Check that the newest entry is the one that was noted as such."""
    newest = select(journal.c.id, journal.c.hash, journal.c.at).order_by(journal.c.id.desc()).limit(1)
    last = connection.execute(newest).first()
    noted = [tuple(row) for row in connection.execute(select(journal_head))]
    if noted != [tuple(last) if last else (0, FIRST_HASH, None)]:
        wrong = _("The journal does not end with the entry that was noted as its last")
        yield Problem(wrong=wrong, seen=", ".join(f"journal_head {number}" for number, *_rest in noted))


def _rows(connection: Connection, newest: _Digests) -> Iterator[Problem]:
    """Check every row that is followed, and that none is gone."""
    for name, covered in COVERED.items():
        recorded = newest[name]
        for key, digest in row_digests(connection, covered):
            known = recorded.pop(key, None)
            if known is None:
                yield _altered(_("A row was put in behind the program's back"), name, key)
            elif known != digest:
                yield _altered(_("A row was altered behind the program's back"), name, key)
        for key in (key for key, digest in recorded.items() if digest is not None):
            yield _altered(_("A row was taken away behind the program's back"), name, key)


def _chains(connection: Connection, newest: _Digests) -> Iterator[Problem]:
    """Check that the other chains have the entries that the journal knows, and no more."""
    for chain, table in CHAINS.items():
        recorded = newest[chain]
        # A journal that was begun later knows of what was before it the newest entry alone.
        first = min((int(key) for key in recorded if key.isdecimal()), default=1)
        since = select(table.c.id, table.c.hash).where(table.c.id >= first).order_by(table.c.id)
        for number, own in stream(connection, since):
            if recorded.pop(str(number), None) != own:
                yield _altered(_("The history has an entry that the journal does not know"), chain, str(number))
        for key in recorded:
            yield _altered(_("An entry of the history was taken away"), chain, key)


def _altered(wrong: str, table: str, key: str) -> Problem:
    return Problem(wrong=wrong, seen=f"{table} {key}")
