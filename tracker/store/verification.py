"""Is the store whole: the file, its references, and the history against what is stored now."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, func, not_, or_, select, text

from tracker.errors import Problem, StoreError
from tracker.language import _
from tracker.store.audit.digests import FIRST_HASH, content_digests, hash_of
from tracker.store.audit.event_chain import broken_events
from tracker.store.audit.journal_verification import journal_problems
from tracker.store.database.dialects import dialect_of
from tracker.store.database.reader import Reader
from tracker.store.database.schema.account_tables import account_events
from tracker.store.database.schema.audit_tables import change_sets, definition_revisions
from tracker.store.database.schema.entry_tables import entry_events
from tracker.store.database.schema.record_tables import actual_revisions, actuals, definition_tables, goals, series
from tracker.store.database.schema.slide_set_tables import slide_set_events
from tracker.store.database.streams import stream
from tracker.store.entry.entry_verification import entries_as_told
from tracker.store.entry.evidence import damaged_files
from tracker.store.record.current import next_of
from tracker.store.record.definitions import next_of as next_definition
from tracker.store.record.rows import content_of, names, record_of
from tracker.store.record.series import OTHER, OWN, with_series
from tracker.store.record.write_actuals import revised
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
    for (finding,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if finding != "ok":
            yield Problem(wrong=_("The file is damaged"), seen=finding)
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
    fields = ("id", "at", "who", "deed", "reason", "origin", "content_digest", "previous_hash", "hash")
    links = select(*(change_sets.c[name] for name in fields)).order_by(change_sets.c.id)
    for number, row in enumerate(stream(connection, links), start=1):
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
        for key, *row in stream(connection, _beside_latest(entity, table)):
            if not _same(entity, row):
                wrong = _("What is stored now differs from the latest entry of the history")
                yield Problem(wrong=wrong, seen=f"{entity} {key}")


def _beside_latest(entity: str, table: Table) -> Select[Any]:
    """Return the query for every current definition beside its latest revision."""
    made, later = definition_revisions, definition_revisions.alias("later")
    newest = select(made.c.key, made.c.revision, made.c.change_set, made.c.content).where(made.c.entity == entity)
    latest = newest.where(~select(later.c.id).where(next_definition(made, later)).exists()).subquery("latest")
    return select(
        *(func.coalesce(table.c[entity], latest.c.key), table.c.revision, table.c.change_set),
        *(latest.c.revision, latest.c.change_set, latest.c.content),
        *(table.c[name] for name in names(record_of[entity])),
    ).select_from(latest.outerjoin(table, table.c[entity] == latest.c.key, full=True))


def _same(entity: str, row: list[Any]) -> bool:
    """Return whether a current row says what its latest revision says."""
    revision, change_set, latest, made_by, content, *values = row
    return (revision, change_set) == (latest, made_by) and content == content_of(names(record_of[entity]), values)


def _differing_actuals() -> Select[Any]:
    """Return the query for the current actuals that are not what their latest revision says."""
    later = actual_revisions.alias("later")
    newest = select(actual_revisions).where(~select(later.c.id).where(next_of(actual_revisions, later)).exists())
    latest = newest.subquery("latest")
    both = latest.outerjoin(
        actuals, and_(actuals.c.series == latest.c.series, actuals.c.period == latest.c.period), full=True
    ).outerjoin(series, series.c.id == func.coalesce(actuals.c.series, latest.c.series))
    differs = [
        actuals.c[column.name].is_distinct_from(revised(column.name, latest))
        for column in actuals.c
        if not column.primary_key
    ]
    place = (series.c.zone, series.c.indicator, func.coalesce(actuals.c.period, latest.c.period))
    return select(*place).select_from(both).where(or_(*differs))


def _actuals(connection: Connection) -> Iterator[Problem]:
    """Check every current actual against its latest revision, and that goals look at the right series."""
    for row in stream(connection, _differing_actuals()):
        wrong = _("What is stored now differs from the latest entry of the history")
        yield Problem(wrong=wrong, seen=" ".join(str(part) for part in row))
    linked = or_(goals.c.series.is_distinct_from(OWN.c.id), goals.c.reference_series.is_distinct_from(OTHER.c.id))
    for (goal,) in stream(connection, select(goals.c.goal).select_from(with_series(goals, goals)).where(linked)):
        yield Problem(wrong=_("The goal is judged on the actuals of another zone or indicator"), seen=goal)
    sql = dialect_of(connection)
    numbers = (("value", "value_number"), ("value_high", "value_high_number"), ("baseline_value", "baseline_number"))
    # The condition of the table's own check, which is written as each database wants it.
    same = and_(*(text(f"({sql.number_of(written, number)})") for written, number in numbers))
    for (goal,) in stream(connection, select(goals.c.goal).where(not_(same))):
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
