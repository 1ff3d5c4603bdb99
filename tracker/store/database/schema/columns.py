"""How tables of the store are written: columns, references, checks and guards, in the words of both databases."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from enum import EnumType, StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import (
    DDL,
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Identity,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
    text,
)

from tracker.domain.quantity.numerals import FIRST_YEAR, LAST_YEAR
from tracker.store.database.dialects import POSTGRESQL, SQLITE, Dialect

metadata = MetaData()

# Sorted by code point, so that both databases give one order.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")
# Strict tables of SQLite know REAL alone.
_DOUBLE: Double[float] = Double().with_variant(REAL(), "sqlite")
_ROW_NUMBER = BigInteger().with_variant(Integer(), "sqlite")

Condition = str | Callable[[Dialect], str]


def table(name: str, *items: Any, clustered: bool = False, append_only: bool = False) -> Table:
    """Return a table: `clustered` is kept in the order of its key, `append_only` refuses UPDATE and DELETE."""
    made = Table(name, metadata, *items, sqlite_strict=True, sqlite_with_rowid=not clustered)
    if append_only:
        for sql in (SQLITE, POSTGRESQL):
            _also(made, "after_create", sql, sql.append_only(name))
    return made


def key(name: str) -> Column[str]:
    """Return a column of text that is the key of its table."""
    return Column(name, TEXT, primary_key=True)


def number_key(name: str = "id") -> Column[int]:
    """Return a whole number as the key of its table, given by the program."""
    return Column(name, Integer, primary_key=True, autoincrement=False)


def row_number() -> Column[int]:
    """Return a row number that the database gives."""
    return Column("id", _ROW_NUMBER, Identity(always=False), primary_key=True)


def texts(*names: str) -> list[Column[str]]:
    """Return columns of text that are always given."""
    return [Column(name, TEXT, nullable=False) for name in names]


def unique_text(name: str) -> Column[str]:
    """Return a column of text that no two rows share."""
    return Column(name, TEXT, nullable=False, unique=True)


def optional_texts(*names: str) -> list[Column[str]]:
    """Return columns of text that may be empty."""
    return [Column(name, TEXT) for name in names]


def integers(*names: str, default: int | None = None) -> list[Column[int]]:
    """Return columns of whole numbers that are always given, or stand at the default."""
    given = None if default is None else text(str(default))
    return [Column(name, Integer, nullable=False, server_default=given) for name in names]


def optional_integers(*names: str) -> list[Column[int]]:
    """Return columns of whole numbers that may be empty."""
    return [Column(name, Integer) for name in names]


def numbers(*names: str) -> list[Column[float]]:
    """Return columns of floating-point numbers, which may be empty."""
    return [Column(name, _DOUBLE) for name in names]


def content(name: str) -> Column[bytes]:
    """Return a column of bytes."""
    return Column(name, LargeBinary, nullable=False)


def reference(name: str, place: str, *, optional: bool = False, primary_key: bool = False) -> Column[str]:
    """Return a column of text that names a row of another table, as "zones.zone"."""
    return Column(name, TEXT, ForeignKey(place), nullable=optional, primary_key=primary_key)


def number_reference(name: str, place: str, *, optional: bool = False, primary_key: bool = False) -> Column[int]:
    """Return a column of whole numbers that names a row of another table, as "series.id"."""
    return Column(name, Integer, ForeignKey(place), nullable=optional, primary_key=primary_key, autoincrement=False)


def change_set(*, optional: bool = False) -> Column[int]:
    """Return the number of the change set that made a row.

    The change set is written last, when the digest of its content is known: hence deferred.
    """
    made_by = ForeignKey("change_sets.id", deferrable=True, initially="DEFERRED")
    return Column("change_set", Integer, made_by, nullable=optional)


def record_columns(
    record: type[Any],
    *,
    key: str = "",
    references: Mapping[str, str] | None = None,
    without: Iterable[str] = (),
    only: Iterable[str] | None = None,
) -> list[Column[Any]]:
    """Return a column for each field of a record, or for some: integers and flags as integers, all else as text."""
    places, kinds = references or {}, get_type_hints(record)
    return [
        _field_column(field.name, kinds[field.name], places.get(field.name), is_key=field.name == key)
        for field in fields(record)
        if field.name not in without and (only is None or field.name in only)
    ]


def _field_column(name: str, kind: Any, place: str | None, *, is_key: bool) -> Column[Any]:
    """Return the column of a field; lists may be empty as what is optional may."""
    choices, is_list = {kind, *get_args(kind)}, get_origin(kind) is tuple
    type_ = TEXT if is_list or not {int, bool} & choices else Integer
    links = [ForeignKey(place)] if place else []
    return Column(name, type_, *links, nullable=is_list or NoneType in choices, primary_key=is_key)


def record_words(name: str, record: type[Any], without: Iterable[str] = ()) -> dict[str, Condition]:
    """Return the checks that fields of a record with a vocabulary hold its words alone."""
    found: dict[str, Condition] = {}
    for field, kind in get_type_hints(record).items():
        for choice in (kind, *get_args(kind)):
            if isinstance(choice, EnumType) and field not in without:
                found[f"{name}_{field}_known"] = one_of(field, choice)
    return found


def one_of(column: str, words: Iterable[StrEnum | str]) -> str:
    """Return the condition that a column holds one of some words; true of NULL."""
    listed = ", ".join(f"'{word}'" for word in words)
    return f"{column} IN ({listed})"


def year_within(*columns: str) -> str:
    """Return the condition that columns hold years that the program knows; true of NULL."""
    return " AND ".join(f"{column} BETWEEN {FIRST_YEAR} AND {LAST_YEAR}" for column in columns)


def finite(largest: float, *columns: str) -> str:
    """Return the condition that columns hold numbers that can be computed with; true of NULL."""
    return " AND ".join(f"({column} IS NULL OR {column} BETWEEN -{largest} AND {largest})" for column in columns)


def checks(conditions: Mapping[str, Condition]) -> list[CheckConstraint]:
    """Return the checks of a table by name, each written once for each database where they differ."""
    return [
        CheckConstraint(condition, name=name)
        if isinstance(condition, str)
        else CheckConstraint(condition(sql), name=name).ddl_if(dialect=sql.name)
        for name, condition in conditions.items()
        for sql in ((SQLITE,) if isinstance(condition, str) else (SQLITE, POSTGRESQL))
    ]


def _also(target: MetaData | Table, moment: str, sql: Dialect, statements: Iterable[str]) -> None:
    """Run statements beside the making of a table, or of all, on one database."""
    for statement in statements:
        ddl = DDL(statement)  # type: ignore[no-untyped-call]  # SQLAlchemy types its call as Any
        event.listen(target, moment, ddl.execute_if(dialect=sql.name))


_also(metadata, "before_create", POSTGRESQL, POSTGRESQL.first_statements())
