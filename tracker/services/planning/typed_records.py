"""Texts of a form's fields to the values of a record, read by the same readers as the cells of a bundle."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS, IDENTIFIER, Column
from tracker.exchange.table.cells import Remarked
from tracker.language import _


def read_typed(file: str, texts: Mapping[str, str], without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Read a record's fields but its identifier and those left out; RefusedInputError with a problem for each field."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for column in COLUMNS[file]:
        if column.name != IDENTIFIER.get(file) and column.name not in without:
            problems += _read(column, texts.get(column.name, ""), values)
    if problems:
        raise RefusedInputError(problems)
    return values


def _read(column: Column, text: str, values: dict[str, Any]) -> Iterator[Problem]:
    """Read one field into the values; yield what is wrong with it."""
    if not text.strip():
        if column.required:
            yield Problem(_("this has to be given"), column=column.name)
        return
    try:
        value = column.read(text)
    except RefusedInputError as error:
        yield from (replace(problem, column=column.name) for problem in error.problems)
        return
    values[column.name] = value.value if isinstance(value, Remarked) else value
