"""Records as rows of text and whole numbers, and back: values stay the decimals that were entered."""

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from tracker.domain.quantity.year_parts import FROM_THE_BEGINNING
from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone, type_of_file
from tracker.store.database.texts import json_of

_Record = TypeVar("_Record")
Definition = Zone | Source | Indicator | Plan | Goal

record_of: dict[str, type[Definition]] = {
    "source": Source,
    "zone": Zone,
    "indicator": Indicator,
    "plan": Plan,
    "goal": Goal,
}
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


_NAMES: dict[type[Any], tuple[str, ...]] = {
    record: tuple(field.name for field in fields(record)) for record in type_of_file.values()
}


def names(record: type[Any]) -> tuple[str, ...]:
    """List the columns of a record, in the order of the bundle."""
    return _NAMES[record]


def period_of(actual: Actual) -> str:
    """Name what an actual is of: its year or the part of it, or @ and its source where the year is not known."""
    if actual.year is None:
        return f"@{actual.source or ''}"
    if actual.period is None:
        return str(actual.year)
    return actual.period + FROM_THE_BEGINNING if actual.cumulative else actual.period


def part_of_period(period: str | None) -> str | None:
    """Return the part of a year that an actual is of, None where it is of a year, or undated."""
    whole = period is None or period.startswith("@") or period.isdigit()
    return None if whole or period is None else period.removesuffix(FROM_THE_BEGINNING)


def _plain(value: Decimal) -> str:
    """Return a decimal without exponent, its digits as entered."""
    return format(value, "f")


def _listed(items: tuple[Any, ...]) -> str | None:
    """Write aliases as a;b and interim values as 2022=1000;2023=1500."""
    texts = (item if isinstance(item, str) else f"{item[0]}={_plain(item[1])}" for item in items)
    return ";".join(texts) or None


def _word(value: Any) -> Any:
    """Write a word of the vocabulary."""
    return value.value


def _same(value: Any) -> Any:
    """Keep a value as it is."""
    return value


_WRITERS: dict[type[Any], Callable[[Any], Any]] = {
    str: _same,
    int: _same,
    NoneType: _same,
    bool: int,
    Decimal: _plain,
    tuple: _listed,
}


def to_row(record: Any) -> list[Any]:
    """Write a record as a row of text, whole numbers and None, in the order of `names`."""
    writers = _WRITERS
    values = [getattr(record, name) for name in names(type(record))]
    return [writers.get(value.__class__, _word)(value) for value in values]


def content_of(columns: Sequence[str], row: Sequence[Any]) -> str:
    """Return a row as the canonical text its history keeps; what is not given is left out."""
    pairs = zip(columns, row, strict=True)
    return _json({name: value for name, value in pairs if value is not None})


def from_row(record: type[_Record], row: Sequence[Any]) -> _Record:
    """Read a record from a row in the order of `names`."""
    return record(**{name: read(value) for (name, read), value in zip(_READERS[record], row, strict=True)})


def from_content(entity: str, content: str) -> Any:
    """Read a definition from the text its history keeps."""
    record, given = record_of[entity], json_of(content)
    return from_row(record, [given.get(name) for name in names(record)])


def _reader(hint: Any) -> Callable[[Any], Any]:
    """Choose how a column of one type is read."""
    if hint == tuple[str, ...]:
        return lambda value: tuple(value.split(";")) if value else ()
    if hint == tuple[tuple[int, Decimal], ...]:
        return _read_interim
    plain = next(kind for kind in get_args(hint) if kind is not NoneType) if isinstance(hint, UnionType) else hint
    if plain in (str, int):
        return _same
    return lambda value: None if value is None else plain(value)


def _read_interim(text: str | None) -> tuple[tuple[int, Decimal], ...]:
    """Read interim values written as 2022=1000;2023=1500."""
    pairs = [pair.split("=") for pair in text.split(";")] if text else []
    return tuple((int(year), Decimal(value)) for year, value in pairs)


_READERS: dict[type[Any], list[tuple[str, Callable[[Any], Any]]]] = {
    record: [
        (name, part_of_period if (record, name) == (Actual, "period") else _reader(hint))
        for name, hint in get_type_hints(record).items()
    ]
    for record in _NAMES
}
