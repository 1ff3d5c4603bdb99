"""What the columns of a pasted block are for, told by the rows that stand above its first name."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.entry.form_records import FormField
from tracker.domain.quantity.numerals import Numeral, parse_number
from tracker.domain.quantity.units import convertible, is_known, parse_unit
from tracker.domain.text import shown
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.form.column_list import Headers, unit_of_caption
from tracker.exchange.form.indicator_matching import unit_in_name
from tracker.language import _, unit_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Where the values stand (None: not said), what stands elsewhere, and the units that are stated for all rows."""

    value: int | None = None
    others: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    unit_column: int | None = None
    unit: str = ""
    caption: str = ""

    def stated(self, cells: Sequence[str], name: int) -> str:
        """Return the unit that is stated for a row: beside the value, in the name's brackets, or above; "" for none."""
        column = self.unit_column
        beside = cells[column] if column is not None and column < len(cells) else ""
        known = (cell for place, cell in enumerate(cells) if place > name and is_known(cell))
        return beside or next(known, "") or unit_in_name(cells[name]) or self.unit


def heads_of(rows: Iterable[Sequence[str]], year: int) -> Heads:
    """Read the rows above the first name."""
    headers = Headers(year)
    values: dict[int, str] = {}
    unit_column, caption = None, ""
    others: set[int] = set()
    years: set[int] = set()
    for cells in rows:
        caption = caption or unit_of_caption(cells)
        for place, cell in enumerate(cells):
            header = headers.understand(cell)
            if header is None:
                years.update([place] if headers.is_of_another_year(cell) else [])
            elif header.field is not FormField.VALUE:
                others.add(place)
                unit_column = place if header.field is FormField.UNIT and unit_column is None else unit_column
            else:
                values.setdefault(place, header.unit if is_known(header.unit) else "")
    value = _told_apart(list(values), others, years)
    return Heads(
        value=value,
        others=frozenset(others),
        years=frozenset(years),
        unit_column=unit_column,
        unit=next((unit for unit in values.values() if unit), ""),
        caption=caption,
    )


def _told_apart(values: Sequence[int], others: Collection[int], years: Collection[int]) -> int | None:
    """Choose the column of the values; of several under one year, such as 目标 and 完成, the one that is no goal."""
    if not values or values[0] not in others:
        return values[0] if values else None
    end = min((place for place in years if place > values[0]), default=values[0] + 10)
    return next((place for place in sorted(values) if values[0] < place < end and place not in others), None)


def in_stated_unit(text: str, stated: str, caption: str, unit: str) -> str | Problem:
    """Write the unit that a block states beside a value that bears none; a problem where it is of another kind."""
    if not stated and convertible(caption, unit):
        stated = caption
    if not is_known(stated) or not any(character.isdigit() for character in text) or _bears_unit(text, unit):
        return text
    if not convertible(stated, unit):
        return Problem(_("the value is in another unit"), shown(f"{text} {stated}"), unit_word(unit))
    return text if parse_unit(stated).factor == parse_unit(unit).factor else f"{text} {stated}"


def _bears_unit(text: str, unit: str) -> bool:
    try:
        parsed = parse_number(text, unit)
    except RefusedInputError:
        return False
    return isinstance(parsed, Numeral) and (parsed.unit is not None or parsed.growth or parsed.share_of_parent)
