"""The tables as queries name them; their constraints are in the migrations."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Column, Double, Integer, MetaData, Table, Text

from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone

metadata = MetaData()

_INTEGERS = {"int", "int | None", "bool", int, bool, int | None}


def _columns_of(record: type[Any], *, without: tuple[str, ...] = ()) -> list[Column[Any]]:
    """Make a column for each field of a record: integers and flags as integers, all else as text."""
    kept = [field for field in fields(record) if field.name not in without]
    return [Column(field.name, Integer if field.type in _INTEGERS else Text) for field in kept]


def _current_revision() -> list[Column[Any]]:
    """Make the columns that say which revision a row is and which change set made it."""
    return [Column("revision", Integer), Column("change_set", Integer)]


migrations = Table("migrations", metadata, Column("name", Text), Column("at", Text))

change_sets = Table(
    "change_sets",
    metadata,
    Column("id", Integer),
    *(Column(name, Text) for name in ("at", "who", "deed", "reason", "origin")),
    *(Column(name, Text) for name in ("content_digest", "previous_hash", "hash")),
)

definition_revisions = Table(
    "definition_revisions",
    metadata,
    Column("id", Integer),
    Column("entity", Text),
    Column("key", Text),
    Column("revision", Integer),
    Column("content", Text),
    Column("change_set", Integer),
)

zones = Table("zones", metadata, *_columns_of(Zone), *_current_revision())
sources = Table("sources", metadata, *_columns_of(Source), *_current_revision())
indicators = Table("indicators", metadata, *_columns_of(Indicator), *_current_revision())
plans = Table("plans", metadata, *_columns_of(Plan), *_current_revision())
series = Table("series", metadata, Column("id", Integer), Column("zone", Text), Column("indicator", Text))
goals = Table(
    "goals",
    metadata,
    *_columns_of(Goal),
    *(Column(name, Double) for name in ("value_number", "value_high_number", "baseline_number")),
    Column("series", Integer),
    Column("reference_series", Integer),
    *_current_revision(),
)

actual_revisions = Table(
    "actual_revisions",
    metadata,
    Column("id", Integer),
    Column("series", Integer),
    Column("period", Text),
    Column("revision", Integer),
    *_columns_of(Actual, without=("zone", "indicator")),
    *(Column(name, Double) for name in ("low", "high", "growth_number")),
    Column("open_end", Integer),
    Column("change_set", Integer),
)

actuals = Table(
    "actuals",
    metadata,
    Column("series", Integer),
    Column("period", Text),
    Column("year", Integer),
    *(Column(name, Double) for name in ("low", "high", "growth")),
    Column("open_end", Integer),
    Column("state", Text),
    Column("revision", Integer),
    Column("revision_id", Integer),
    Column("change_set", Integer),
)

definition_tables: dict[str, Table] = {
    "source": sources,
    "zone": zones,
    "indicator": indicators,
    "plan": plans,
    "goal": goals,
}
