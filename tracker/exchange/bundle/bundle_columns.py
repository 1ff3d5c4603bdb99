"""The columns of each file of a bundle, in order: how each is read and written, and which must be given."""

from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from tracker.domain.kinds import Kind
from tracker.domain.quantity.digits import canonical
from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone
from tracker.domain.vocabulary import (
    Accumulates,
    BaselineOrigin,
    Basis,
    Better,
    Certainty,
    Comparator,
    MeasuredBy,
    MilestoneState,
    Nature,
    Qualifier,
)
from tracker.exchange.table import cells
from tracker.exchange.table.cells import CellReader

Record = Zone | Source | Indicator | Plan | Goal | Actual


class Column(NamedTuple):
    """One column: its name, how its cells are read, whether it must be given, and the words it knows, if only some."""

    name: str
    read: CellReader
    required: bool = False
    refers_to: str | None = None
    words: tuple[str, ...] = ()

    @property
    def holds_years(self) -> bool:
        """Whether the column's cells are years."""
        return self.read is cells.year


def _reference(name: str, file: str, required: bool = False) -> Column:
    return Column(name, cells.slug, required, file)


def _words(name: str, words: type[StrEnum], required: bool = False) -> Column:
    return Column(name, cells.word_of(words), required, words=tuple(words))


def _flag(name: str) -> Column:
    return Column(name, cells.yes_or_no, words=("yes", "no"))


COLUMNS: dict[str, tuple[Column, ...]] = {
    "zones": (
        Column("zone", cells.slug, required=True),
        Column("name", cells.name, required=True),
        Column("name_zh", cells.name),
        _reference("parent", "zones"),
        Column("kind", cells.name),
        Column("aliases", cells.aliases),
    ),
    "sources": (
        Column("source", cells.slug, required=True),
        Column("title", cells.name, required=True),
        Column("publisher", cells.name),
        Column("published", cells.date_or_year),
        Column("url", cells.url),
        Column("note", cells.long_text),
        Column("title_zh", cells.name),
        Column("publisher_zh", cells.name),
        Column("note_zh", cells.long_text),
    ),
    "indicators": (
        Column("indicator", cells.slug, required=True),
        Column("name", cells.name, required=True),
        Column("name_zh", cells.name),
        Column("unit", cells.name, required=True),
        _words("better", Better, required=True),
        _words("accumulates", Accumulates, required=True),
        Column("decimals", cells.decimals),
        Column("category", cells.name),
        Column("definition", cells.long_text),
        Column("minimum", cells.plain_number),
        Column("maximum", cells.plain_number),
        Column("unit_zh", cells.name),
        Column("definition_zh", cells.long_text),
    ),
    "plans": (
        Column("plan", cells.slug, required=True),
        _reference("zone", "zones", required=True),
        Column("name", cells.name, required=True),
        Column("name_zh", cells.name),
        Column("start", cells.year),
        Column("end", cells.year),
        Column("issued", cells.date_or_year),
        _reference("succeeds", "plans"),
        _reference("source", "sources"),
        Column("note", cells.long_text),
        Column("order", cells.place),
    ),
    "goals": (
        Column("goal", cells.slug, required=True),
        _reference("plan", "plans", required=True),
        _reference("indicator", "indicators", required=True),
        _words("kind", Kind, required=True),
        _words("comparator", Comparator),
        Column("value", cells.number),
        Column("value_high", cells.number),
        Column("unit", cells.name),
        Column("due", cells.year),
        Column("baseline_year", cells.year),
        Column("baseline_value", cells.number),
        _words("baseline_origin", BaselineOrigin),
        _words("nature", Nature),
        _flag("approximate"),
        Column("interim", cells.interim),
        _reference("reference_indicator", "indicators"),
        _reference("reference_zone", "zones"),
        _words("state", MilestoneState),
        _reference("source", "sources"),
        Column("locator", cells.name),
        Column("wording", cells.long_text),
        Column("note", cells.long_text),
        _words("basis", Basis),
        _words("measured_by", MeasuredBy),
        Column("part_of", cells.slug),
        Column("theme", cells.name),
        Column("order", cells.place),
        Column("owner", cells.name),
        Column("wording_zh", cells.long_text),
        Column("note_zh", cells.long_text),
    ),
    "actuals": (
        _reference("zone", "zones", required=True),
        _reference("indicator", "indicators", required=True),
        Column("year", cells.year),
        Column("value", cells.number),
        Column("value_high", cells.number),
        _words("qualifier", Qualifier),
        Column("growth", cells.number),
        Column("share", cells.number),
        _reference("share_of", "zones"),
        Column("unit", cells.name),
        Column("status", cells.certainty, words=tuple(Certainty)),
        _words("state", MilestoneState),
        _reference("source", "sources"),
        Column("locator", cells.name),
        Column("note", cells.long_text),
        Column("numerator", cells.number),
        Column("denominator", cells.number),
        Column("explanation", cells.long_text),
        Column("explanation_zh", cells.long_text),
        Column("measures", cells.long_text),
        Column("flag", cells.name),
        Column("period", cells.part),
        _flag("cumulative"),
    ),
}

IDENTIFIER = {"zones": "zone", "sources": "source", "indicators": "indicator", "plans": "plan", "goals": "goal"}


def header(kind: str) -> tuple[str, ...]:
    """Return the column names of a file."""
    return tuple(column.name for column in COLUMNS[kind])


def texts(record: Record, guarded: Callable[[str], str]) -> list[str]:
    """Return a record's cells; what is text goes through the guard against formulas, numbers stay numbers."""
    return [_text(field.name, getattr(record, field.name), guarded) for field in fields(record)]


def _text(name: str, value: Any, guarded: Callable[[str], str]) -> str:
    match value:
        case None:
            return ""
        case StrEnum():
            # Words of the vocabulary are ours and run nothing; other programs read "=" as it is.
            return str(value)
        case str():
            return guarded(value)
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return canonical(value)
        case tuple() if name == "interim":
            return ";".join(f"{year}={canonical(number)}" for year, number in value)
        case tuple():
            return guarded(";".join(value))
        case _:
            return str(value)
