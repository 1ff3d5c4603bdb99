"""Is the store whole: the file, its references, and the history against what is stored now."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from tracker.errors import Problem, StoreError
from tracker.language import _
from tracker.store.audit.digests import FIRST_HASH, content_digests, hash_of
from tracker.store.audit.event_chain import broken_events
from tracker.store.audit.journal_verification import journal_problems
from tracker.store.database.dialects import dialect_of
from tracker.store.database.reader import Reader
from tracker.store.database.schema.account_tables import account_events
from tracker.store.database.schema.entry_tables import entry_events
from tracker.store.database.schema.record_tables import definition_tables
from tracker.store.database.schema.slide_set_tables import slide_set_events
from tracker.store.database.streams import stream
from tracker.store.entry.entry_verification import entries_as_told
from tracker.store.entry.evidence import damaged_files
from tracker.store.record.rows import content_of, names, record_of
from tracker.store.record.series import LINKS
from tracker.store.slides.slide_set_verification import slide_sets_as_told

_APPEND_ONLY = (
    *("change_sets", "definition_revisions", "actual_revisions"),
    *("account_events", "entry_events", "evidence", "slide_set_events", "journal"),
)


def verify(reader: Reader) -> list[Problem]:
    """List everything that is not as this program left it; an empty list means that the store is whole."""
    try:
        with reader.read() as connection:
            return [problem for check in _CHECKS for problem in check(connection)]
    except StoreError as failure:
        return [Problem(wrong=_("The store cannot be read to its end"), seen=str(failure))]


def _file(connection: Connection) -> Iterator[Problem]:
    """Check the file's pages and the references between its tables, where the database does not do so itself."""
    if connection.dialect.name != "sqlite":
        return
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if told != "ok":
            yield Problem(wrong=_("The file is damaged"), seen=told)
    for table, row, parent, _position in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        seen = f"{table} {row} → {parent}"
        yield Problem(wrong=_("A row refers to another one that is not there"), seen=seen)


def _guards(connection: Connection) -> Iterator[Problem]:
    """Check that the history still refuses to be rewritten."""
    names_of = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'",
    }
    triggers = " ".join(connection.scalars(text(names_of[connection.dialect.name])))
    for table in _APPEND_ONLY:
        if f"{table}_append_only" not in triggers:
            wrong = _("The guard that keeps the history from being rewritten is gone")
            yield Problem(wrong=wrong, seen=table)


def _chain(connection: Connection) -> Iterator[Problem]:
    """Check every change set: its content, its own fields, and that it follows the one before."""
    digests, previous = content_digests(connection), FIRST_HASH
    fields = "id, at, who, deed, reason, origin, content_digest"
    for number, row in enumerate(
        stream(connection, f"SELECT {fields}, previous_hash, hash FROM change_sets ORDER BY id"), start=1
    ):
        digest = digests.pop(row[0], None)
        if digest != row[6]:
            yield _edited(row[0], _("What this change set stored has been edited since"))
        if row[0] != number or row[7] != previous or row[8] != hash_of(previous, row[:7]):
            yield _edited(row[0], _("The history has been edited at this change set"))
        previous = row[8]
    for number in digests:
        yield _edited(number, _("Rows belong to a change set that is not in the history"))


def _edited(number: int, wrong: str) -> Problem:
    """Return which change set is not what it was."""
    return Problem(wrong=wrong, seen=_("change set {number}").format(number=number))


def _definitions(connection: Connection) -> Iterator[Problem]:
    """Check every current definition against its latest revision."""
    for entity, table in definition_tables.items():
        columns = ", ".join(f't."{name}"' for name in names(record_of[entity]))
        statement = f"""
            SELECT coalesce(t.{entity}, r.key), t.revision, t.change_set, r.revision, r.change_set, r.content, {columns}
            FROM (
                SELECT key, revision, change_set, content FROM definition_revisions d WHERE d.entity = :entity
                AND NOT EXISTS (SELECT 1 FROM definition_revisions n
                    WHERE n.entity = d.entity AND n.key = d.key AND n.revision = d.revision + 1)
            ) r FULL JOIN {table.name} t ON t.{entity} = r.key"""
        for key, *row in stream(connection, statement, {"entity": entity}):
            if not _same(entity, row):
                wrong = _("What is stored now differs from the latest entry of the history")
                yield Problem(wrong=wrong, seen=f"{entity} {key}")


def _same(entity: str, row: list[Any]) -> bool:
    """Return whether a current row says what its latest revision says."""
    revision, change_set, latest, made_by, content, *values = row
    return (revision, change_set) == (latest, made_by) and content == content_of(names(record_of[entity]), values)


_HEADS = """
    SELECT k.zone, k.indicator, coalesce(a.period, r.period)
    FROM (
        SELECT * FROM actual_revisions d
        WHERE NOT EXISTS (SELECT 1 FROM actual_revisions n
            WHERE n.series = d.series AND n.period = d.period AND n.revision = d.revision + 1)
    ) r
    FULL JOIN actuals a ON a.series = r.series AND a.period = r.period
    LEFT JOIN series k ON k.id = coalesce(a.series, r.series)
    WHERE a.revision_id IS DISTINCT FROM r.id OR a.revision IS DISTINCT FROM r.revision
        OR a.change_set IS DISTINCT FROM r.change_set
        OR a.year IS DISTINCT FROM CASE WHEN length(r.period) = 4 THEN r.year END
        OR a.low IS DISTINCT FROM r.low OR a.high IS DISTINCT FROM r.high
        OR a.growth IS DISTINCT FROM r.growth_number OR a.open_end IS DISTINCT FROM r.open_end
        OR a.state IS DISTINCT FROM r.state"""


def _actuals(connection: Connection) -> Iterator[Problem]:
    """Check every current actual against its latest revision, and that goals look at the right series."""
    for row in stream(connection, _HEADS):
        wrong = _("What is stored now differs from the latest entry of the history")
        yield Problem(wrong=wrong, seen=" ".join(str(part) for part in row))
    linked = "s.series IS DISTINCT FROM own.id OR s.reference_series IS DISTINCT FROM other.id"
    for (goal,) in stream(connection, f"SELECT s.goal FROM goals s {LINKS} WHERE {linked}"):
        yield Problem(wrong=_("The goal is judged on the actuals of another zone or indicator"), seen=goal)
    sql = dialect_of(connection)
    numbers = (("value", "value_number"), ("value_high", "value_high_number"), ("baseline_value", "baseline_number"))
    same = " AND ".join(f"({sql.number_of(written, number)})" for written, number in numbers)
    for (goal,) in stream(connection, f"SELECT goal FROM goals WHERE NOT ({same})"):
        yield Problem(wrong=_("The goal is judged by another number than it says"), seen=goal)


def _events(connection: Connection) -> Iterator[Problem]:
    """Check the events that are kept beside the change sets."""
    yield from broken_events(connection, account_events)
    yield from broken_events(connection, entry_events)
    yield from broken_events(connection, slide_set_events)


_CHECKS = (
    _file,
    _guards,
    _chain,
    _events,
    _definitions,
    _actuals,
    entries_as_told,
    damaged_files,
    slide_sets_as_told,
    journal_problems,
)
