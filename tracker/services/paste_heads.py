"""What the columns of a pasted block are for, told by the rows that stand above its first name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.forms import FormField
from tracker.domain.numerals import Numeral, parse_number
from tracker.domain.text import shown
from tracker.domain.units import convertible, is_known, parse_unit
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.form_headers import Headers
from tracker.exchange.form_matching import unit_in_name
from tracker.language import _, unit_word

_CAPTION = re.compile(
    r"(?:计量)?单位\s*[:：]\s*(?P<unit>[^\s、，,;；]+)\s*[)）]?|unit\s*:\s*(?P<words>[^,;]+)", re.IGNORECASE
)


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
        """Give the unit that is stated for a row: beside the value, in the name's brackets, or above; "" for none."""
        column = self.unit_column
        beside = cells[column] if column is not None and column < len(cells) else ""
        known = (cell for place, cell in enumerate(cells) if place > name and is_known(cell))
        return beside or next(known, "") or unit_in_name(cells[name]) or self.unit


def heads_of(rows: Iterable[Sequence[str]], year: int) -> Heads:
    """Read the rows above the first name."""
    headers = Headers(year)
    value, unit_column, unit, caption = None, None, "", ""
    others: set[int] = set()
    years: set[int] = set()
    for cells in rows:
        caption = caption or _caption(cells)
        for place, cell in enumerate(cells):
            header = headers.understand(cell)
            if header is None:
                years.update([place] if headers.is_of_another_year(cell) else [])
            elif header.field is not FormField.VALUE:
                others.add(place)
                unit_column = place if header.field is FormField.UNIT and unit_column is None else unit_column
            elif value is None:
                value, unit = place, header.unit if is_known(header.unit) else ""
    value = None if value in others else value
    return Heads(
        value=value,
        others=frozenset(others),
        years=frozenset(years),
        unit_column=unit_column,
        unit=unit,
        caption=caption,
    )


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
        found = parse_number(text, unit)
    except RefusedInputError:
        return False
    return isinstance(found, Numeral) and (found.unit is not None or found.growth or found.share_of_parent)


def _caption(cells: Sequence[str]) -> str:
    """Find the unit a line such as 单位：万元 states for a whole table; "" where there is none or several."""
    for cell in cells:
        found = _CAPTION.search(cell)
        unit = ((found["unit"] or found["words"]) if found else "").strip(" )）")
        if unit and is_known(unit):
            return unit
    return ""
