"""What would be taken from a file with a table in it, cell by cell, with what is doubted and what is not taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from tracker.domain.entry.entries import EntryKey, Typed
from tracker.domain.records import Actual
from tracker.errors import Problem
from tracker.exchange.table.encodings import ENCODINGS
from tracker.exchange.table.found_values import value_of
from tracker.exchange.table.table_grid import Grid
from tracker.exchange.table.table_reading import (
    Asked,
    FileChoices,
    FoundCell,
    LeftCell,
    each_once,
    left_cell,
    read_table,
)
from tracker.exchange.workbook.table_files import grids_of_file
from tracker.language import _, sentences
from tracker.services.round.asked_tables import asked_of
from tracker.services.round.entry_context import Context, context_of
from tracker.services.round.rounds import owed_indicators
from tracker.services.round.understanding import understand
from tracker.store import Store

__all__ = [
    "ENCODING_NAMES",
    "FileChoices",
    "TableValues",
    "TakenCell",
    "table_values",
    "value_lines",
    "value_rows",
    "why",
]
#: The encodings that a person can name.
ENCODING_NAMES = tuple(ENCODINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenCell:
    """A cell that would be taken: what is in it, the actual it makes, its flag and everything doubtful about it."""

    address: str
    seen: str
    actual: Actual
    unit: str
    flag: str
    doubts: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableValues:
    """What would be taken from a file, what not and why, and what is doubtful about the file as a whole."""

    taken: tuple[TakenCell, ...]
    left: tuple[LeftCell, ...]
    warnings: tuple[Problem, ...] = ()


def table_values(store: Store, path: Path, zone: str, year: int, choices: FileChoices) -> TableValues:
    """Return what a table would give for a zone and year, storing nothing.

    Raises NotFoundError where there is no such zone, RefusedInputError where the file cannot be read.
    """
    context = context_of(store, zone)
    grids, warnings = grids_of_file(path, encoding=choices.encoding)
    asked = _asked(context, zone, year, choices)
    readings = [read_table(grid, asked) for grid in grids]
    places = [f"{grid.name}!" if len(grids) > 1 else "" for grid in grids]
    pairs = list(zip(places, readings, strict=True))
    found = [replace(cell, address=place + cell.address) for place, reading in pairs for cell in reading.found]
    left = [replace(cell, address=place + cell.address) for place, reading in pairs for cell in reading.left]
    once, again = each_once(found)
    cells = [_understood(cell, asked, context) for cell in once]
    if not any(reading.named for reading in readings):
        left += _nothing_named(grids)
    return TableValues(
        taken=tuple(cell for cell in cells if isinstance(cell, TakenCell)),
        left=(*left, *again, *(cell for cell in cells if isinstance(cell, LeftCell))),
        warnings=tuple(warnings),
    )


def _asked(context: Context, zone: str, year: int, choices: FileChoices) -> Asked:
    """Look for every indicator there is; of two that share a name for the one that is asked of the zone."""
    named = ((one, context.names(one.indicator)) for one in context.known.indicators.values())
    asked = asked_of(zone, year, named, context.stored.zones, span=choices.span, sign=choices.sign)
    return replace(asked, preferred=frozenset({*owed_indicators(context, year), *context.told}))


def _nothing_named(grids: Sequence[Grid]) -> Iterator[LeftCell]:
    """Yield that a table names no indicator that there is."""
    for grid in grids:
        if grid.cells:
            seen = " | ".join(cell for cell in grid.cells[0] if cell)[:60]
            why = _("no cell names an indicator")
            yield LeftCell(address=grid.address(0, 0), line=grid.lines[0], seen=seen, why=why, asked=True)


def _understood(cell: FoundCell, asked: Asked, context: Context) -> TakenCell | LeftCell:
    """Return what a cell means for the zone, with everything that speaks against it."""
    indicator = asked.by_id[cell.indicator]
    value = value_of(cell, indicator.unit)
    if isinstance(value, LeftCell):
        return value
    if value.no_value:
        return left_cell(cell, _("no value: {reason}").format(reason=value.no_value))
    key = EntryKey(zone=asked.scope.zone, indicator=cell.indicator, year=asked.scope.year)
    typed = Typed(value=value.text, status=value.status or "final")
    # What is on record is no reason to leave a cell out: it would be a correction.
    understood = understand(replace(typed, reason="-"), key, context)
    if understood.problems or understood.actual is None:
        problem = next(iter(understood.problems), Problem(_("no value")))
        return left_cell(cell, problem.wrong, problem.right, asked=True)
    if understood.actual.value is None and understood.actual.state is None:
        return left_cell(cell, _("a growth or a share, not the value"), asked=True)
    doubts = (*value.doubts, *understood.warnings)
    return TakenCell(
        address=cell.address,
        seen=cell.seen,
        actual=understood.actual,
        unit=indicator.unit,
        flag=value.flag,
        doubts=doubts,
    )


def value_rows(values: TableValues) -> Iterator[dict[str, Any]]:
    """Yield the cells as other programs read them: those that would be taken, then those that would not."""
    for cell in values.taken:
        actual = cell.actual
        yield {
            "cell": cell.address,
            "indicator": actual.indicator,
            "value": _plain(actual.value),
            "value_high": _plain(actual.value_high),
            "qualifier": actual.qualifier.value,
            "unit": cell.unit,
            "status": actual.status.value,
            "flag": cell.flag or None,
            "year": actual.year,
            "zone": actual.zone,
            "doubts": [str(replace(doubt, line=None, column="", file="")) for doubt in cell.doubts],
            "seen": cell.seen,
            **({"state": actual.state.value} if actual.state else {}),
        }
    for left in values.left:
        yield {"cell": left.address, "seen": left.seen, "why": why(left)}


def why(cell: LeftCell) -> str:
    """Return why a cell is not taken, with what would be right."""
    return f"{cell.why}; {_('right would be: {right}').format(right=cell.right)}" if cell.right else cell.why


def _plain(value: Decimal | None) -> int | float | None:
    """Return a number as JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def value_lines(values: TableValues) -> Iterator[str]:
    """Yield the cells as a person reads them."""
    for row in value_rows(values):
        if "why" in row:
            yield _("{cell}: not taken: {why}; seen: {seen}").format(**row)
            continue
        high = f"–{row['value_high']}" if row["value_high"] is not None else ""
        said = f"{row['cell']}: {row['indicator']} {row['year']}: {row['value']}{high} {row['unit']}"
        yield sentences(said, *(_("Doubtful: {doubt}").format(doubt=doubt) for doubt in row["doubts"]))
