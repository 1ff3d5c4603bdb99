"""The deeds of all histories in one order, newest first: changes, entries under review, accounts, slides."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from tracker.domain.history.events import EventKind
from tracker.store.audit.audit_conditions import Conditions, Wanted, definitions_asked, event_asked, run, values_asked
from tracker.store.database import instants
from tracker.store.database.reader import Reader


class Chain(StrEnum):
    """Which history keeps a deed."""

    CHANGES = "change"
    ENTRIES = "entry"
    ACCOUNTS = "account"
    SLIDES = "slides"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent:
    """One deed as its history keeps it; the later fields are those its history has.

    `old` and `new` are the texts of what was typed, or days; `change_set` is empty for a deed that changed nothing.
    """

    chain: Chain
    id: int
    at: datetime
    who: str
    deed: str
    reason: str | None = None
    origin: str | None = None
    hash: str = ""
    zone: str | None = None
    indicator: str | None = None
    year: int | None = None
    old: str | None = None
    new: str | None = None
    account: str | None = None
    address: str | None = None
    detail: str | None = None


_NOT_OF_ENTRIES = (
    *(EventKind.ACCOUNT, EventKind.SLIDES, EventKind.IMPORT),
    *(EventKind.CREATE, EventKind.CHANGE, EventKind.COPY, EventKind.FROM_TEXT),
)
_COLUMNS = {
    Chain.CHANGES: ("change_sets", ("id", "at", "who", "deed", "reason", "origin", "hash")),
    Chain.ENTRIES: (
        "entry_events",
        ("id", "at", "who", "deed", "reason", "hash", "zone", "indicator", "year", "old", "new"),
    ),
    Chain.ACCOUNTS: ("account_events", ("id", "at", "who", "deed", "account", "address", "detail", "hash")),
    Chain.SLIDES: ("slide_set_events", ("id", "at", "who", "deed", "old", "new", "hash")),
}


def list_events(reader: Reader, wanted: Wanted, *, limit: int, offset: int = 0) -> list[AuditEvent]:
    """List deeds, newest first; an accepted value that made a change is told by that change alone."""
    asked, values = _selected(wanted)
    if not asked:
        return []
    statement = f"SELECT chain, id FROM ({asked}) deeds ORDER BY at DESC, chain, id DESC LIMIT :limit OFFSET :offset"
    with reader.read() as connection:
        found = [(Chain(chain), number) for chain, number in run(
            connection, statement, {**values, "limit": limit, "offset": offset}
        )]  # fmt: skip
        kept: dict[tuple[Chain, int], AuditEvent] = {}
        for chain, (table, columns) in _COLUMNS.items():
            numbers = tuple(number for one, number in found if one is chain)
            rows = run(connection, f"SELECT {', '.join(columns)} FROM {table} WHERE id IN :ids", {"ids": numbers})
            kept |= {(chain, row.id): _deed(chain, columns, row) for row in rows}
    return [kept[key] for key in found]


def count_events(reader: Reader, wanted: Wanted) -> int:
    """Count the deeds that `list_events` lists in all."""
    asked, values = _selected(wanted)
    if not asked:
        return 0
    with reader.read() as connection:
        return int(run(connection, f"SELECT count(*) FROM ({asked}) deeds", values)[0][0])


def find_event(reader: Reader, chain: Chain, number: int) -> AuditEvent | None:
    """Find one deed by its number."""
    table, columns = _COLUMNS[chain]
    with reader.read() as connection:
        rows = run(connection, f"SELECT {', '.join(columns)} FROM {table} WHERE id = :id", {"id": number})
    return _deed(chain, columns, rows[0]) if rows else None


def entries_within(reader: Reader, change_set: int, wanted: Wanted) -> list[AuditEvent]:
    """List the deeds on entries that made a change set, of what is asked for."""
    (table, columns), asked = _COLUMNS[Chain.ENTRIES], _entry_values(wanted, "c")
    statement = f"SELECT {', '.join(columns)} FROM {table} c WHERE change_set = :change_set AND {asked.written()}"
    with reader.read() as connection:
        rows = run(connection, statement, {**asked.values, "change_set": change_set})
    return [_deed(Chain.ENTRIES, columns, row) for row in rows]


def people(reader: Reader, *, accounts: bool) -> set[str]:
    """Return the accounts of everybody who did anything, with accounts only where that may be seen."""
    tables = ["change_sets", "entry_events", "slide_set_events", *(["account_events"] if accounts else [])]
    statement = " UNION ".join(f"SELECT who FROM {table}" for table in tables)
    with reader.read() as connection:
        return {who for (who,) in run(connection, statement, {})}


def account_names(reader: Reader) -> dict[str, str]:
    """Return the name of each account."""
    with reader.read() as connection:
        return dict(run(connection, "SELECT account, name FROM accounts", {}))


def _deed(chain: Chain, columns: tuple[str, ...], row: Any) -> AuditEvent:
    given = dict(zip(columns, row, strict=True))
    return AuditEvent(chain=chain, **{**given, "at": instants.read(given["at"])})


def _selected(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    """Write the query for the numbers of all deeds asked for."""
    parts: list[str] = []
    values: dict[str, Any] = {}
    for chain, conditions in (
        (Chain.CHANGES, _changes(wanted)),
        (Chain.ENTRIES, _entries(wanted)),
        (Chain.ACCOUNTS, _accounts(wanted)),
        (Chain.SLIDES, _slides(wanted)),
    ):
        if "false" not in conditions.parts:
            table = _COLUMNS[chain][0]
            parts.append(f"SELECT '{chain}' AS chain, id, at FROM {table} c WHERE {conditions.written()}")
            values |= conditions.values
    return " UNION ALL ".join(parts), values


def _changes(wanted: Wanted) -> Conditions:
    if wanted.kind in (EventKind.ACCOUNT, EventKind.SLIDES):
        return Conditions(["false"])
    asked = event_asked(wanted, ("reason", "origin", "deed"), "deed")
    of_values, of_definitions, of_entries = values_asked(wanted), definitions_asked(wanted), _entry_values(wanted, "k")
    if not (of_values.parts or of_definitions.parts):
        return asked
    joined = "FROM series k JOIN actual_revisions r ON r.series = k.id"
    holds = []
    if "false" not in of_values.parts:
        # Where all values are meant, one look at each change set; else the few series that are.
        alone = "EXISTS (SELECT 1 FROM actual_revisions r WHERE r.change_set = c.id)"
        among = f"c.id IN (SELECT r.change_set {joined} WHERE {of_values.written()})"
        holds.append(among if of_values.parts else alone)
        events = f"SELECT change_set FROM entry_events k WHERE change_set IS NOT NULL AND {of_entries.written()}"
        holds.append(f"c.id IN ({events})")
    if "false" not in of_definitions.parts:
        every = "EXISTS (SELECT 1 FROM definition_revisions r WHERE r.change_set = c.id)"
        some = f"c.id IN (SELECT r.change_set FROM definition_revisions r WHERE {of_definitions.written()})"
        holds.append(some if of_definitions.parts else every)
    asked.add(" OR ".join(holds) or "false", **(of_values.values | of_entries.values | of_definitions.values))
    return asked if holds else Conditions(["false"])


def _entry_values(wanted: Wanted, place: str) -> Conditions:
    return values_asked(wanted, place=place, period=f"CAST({place}.year AS TEXT)")


def _entries(wanted: Wanted) -> Conditions:
    asked, about = event_asked(wanted, ("reason", "new"), "deed"), wanted.about
    of_values = _entry_values(wanted, "c")
    if "false" in of_values.parts or wanted.kind in _NOT_OF_ENTRIES:
        return Conditions(["false"])
    asked.add("change_set IS NULL")
    # A deadline is of no zone: whoever may see values of a year may see it.
    free = Conditions(["c.zone IS NULL" if about.zones is None and not about.indicator else "false"])
    if about.year is not None:
        free.add("CAST(c.year AS TEXT) = :period")
    asked.add(f"({of_values.written()}) OR ({free.written()})", **of_values.values)
    return asked


def _accounts(wanted: Wanted) -> Conditions:
    about = wanted.about
    if not wanted.accounts or about.entity or about.place or wanted.kind not in (None, EventKind.ACCOUNT):
        return Conditions(["false"])
    plain = Conditions()
    asked = event_asked(wanted, ("account", "address", "detail", "deed"), "'account'")
    plain.add(asked.written(), **asked.values)
    if about.account:
        plain.add("account = :account", account=about.account)
    return plain


def _slides(wanted: Wanted) -> Conditions:
    about = wanted.about
    if about.entity or about.place or about.account or wanted.kind not in (None, EventKind.SLIDES):
        return Conditions(["false"])
    # What is shown is open to everybody who may look, and so is who put it together.
    return event_asked(wanted, ("new", "deed"), "deed")
