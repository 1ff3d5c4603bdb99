"""A record as the texts of its cells, in the order of the file's columns."""

from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tracker.domain.quantity.digits import canonical
from tracker.exchange.bundle.bundle_columns import COLUMNS, Record


def header(kind: str) -> tuple[str, ...]:
    """Give the column names of a file."""
    return tuple(column.name for column in COLUMNS[kind])


def texts(record: Record, guarded: Callable[[str], str]) -> list[str]:
    """Write a record's cells; what is text goes through the guard against formulas, numbers stay numbers."""
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
