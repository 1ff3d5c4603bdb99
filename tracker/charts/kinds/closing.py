"""The last slide: what is asked of whom, in a row each, with the status that makes it necessary."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

import plotly.graph_objects as go

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Line, block_size
from tracker.charts.heading import heading
from tracker.charts.kinds.cards import blank, broken, card, finished, put, stripe_width
from tracker.charts.lettering import LINE, shortened
from tracker.charts.palette import Theme, marked
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.statuses import Group
from tracker.language import _, number

MOST_ROWS = 7
"""A slide asks for at most so many things; it says how many it leaves out."""

_WHO = 0.26
_NAME_LINES = (2, 4)
"""How many lines a name takes at most, and where it were cut."""
_LETTERS = (1.5, 1.35, 1.2, 1.1, 1.0)
_LOWER = 0.25
"""How much of the room that is left stands above the rows."""


class Asked(Protocol):
    """What every row has: who can act, what they are asked to do, and the group of the goal it is about."""

    @property
    def who(self) -> str:
        """Return the office or zone."""

    @property
    def what(self) -> str:
        """Return the sentence."""

    @property
    def group(self) -> Group:
        """Return the group."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's lines, broken to its width."""

    who: list[Line]
    what: list[Line]
    group: Group


def closing(
    headline: str,
    asks: Sequence[Asked],
    *,
    source: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
) -> go.Figure:
    """Draw the headline and a row for each thing that is asked, as many as the sheet holds."""
    sheet = Sheet(theme, *size)
    head, drawing = heading(sheet, headline, "", source), blank(sheet)
    head.write(drawing)
    top, bottom = head.top + max(sheet.px(36), 10.0), head.bottom - max(sheet.px(24), 8.0)
    rows, lettered = _largest(sheet, asks, bottom - top)
    more_size = sheet.font(28)
    shown = _fitting(lettered, rows, bottom - top, more_size * LINE)
    spare = bottom - top - sum(_high(lettered, row) + _gap(sheet) for row in shown) - more_size * LINE
    # Rows grow a little where there is room, never so far apart that they fall to pieces.
    extra = min(max(0.0, spare / max(1, len(shown))), lettered.px(48))
    top += max(0.0, spare - extra * len(shown)) * _LOWER
    for row in shown:
        box = Box(head.left, top, sheet.width - head.left, top + _high(lettered, row) + extra)
        _draw(drawing, lettered, box, row)
        top = box.bottom + _gap(sheet)
    put(drawing, _rest(sheet, len(asks), len(shown)), head.left, top)
    return finished(drawing)


def _largest(sheet: Sheet, asks: Sequence[Asked], room: float) -> tuple[list[_Row], Sheet]:
    """Break the rows in the largest letters in which all of them fit whole; in the usual ones where none do."""
    for names, letters in product(_NAME_LINES, _LETTERS):
        lettered = sheet.lettered(letters)
        rows = [_row(lettered, ask, names) for ask in asks]
        whole = not any(line.text.endswith("…") for row in rows for line in (*row.who, *row.what))
        if whole and sum(_high(lettered, row) + _gap(sheet) for row in rows) <= room:
            return rows, lettered
    return [_row(sheet, ask, _NAME_LINES[0]) for ask in asks], sheet


def _gap(sheet: Sheet) -> float:
    return max(sheet.px(14), 5.0)


def _pad(sheet: Sheet) -> float:
    return max(sheet.px(16), 6.0)


def _left(sheet: Sheet) -> float:
    return stripe_width(sheet) + max(sheet.px(24), 8.0)


def _row(sheet: Sheet, ask: Asked, names: int) -> _Row:
    colours = sheet.colours
    wide = sheet.width - 2 * max(sheet.px(60), 8.0) - _left(sheet) - max(sheet.px(20), 6.0)
    column = wide if sheet.narrow else _WHO * sheet.width
    bold, small = Line("", sheet.font(30), colours.ink, bold=True), sheet.font(26)
    state = shortened(marked(ask.group), small, column, bold=True)
    who = [*broken(ask.who, bold, column, names), Line(state, small, colours.status[ask.group], bold=True)]
    room = wide if sheet.narrow else wide - column - sheet.px(40)
    return _Row(who, broken(ask.what, Line("", sheet.font(30), colours.ink), room, 5 if sheet.narrow else 3), ask.group)


def _high(sheet: Sheet, row: _Row) -> float:
    heights = [block_size(lines)[1] if lines else 0.0 for lines in (row.who, row.what)]
    return (sum(heights) if sheet.narrow else max(heights)) + 2 * _pad(sheet)


def _fitting(sheet: Sheet, rows: Sequence[_Row], room: float, more: float) -> list[_Row]:
    """Return the first rows that fit, with a line's room for saying that there are more."""
    shown: list[_Row] = []
    used = 0.0
    for row in rows[:MOST_ROWS]:
        used += _high(sheet, row) + _gap(sheet)
        last = len(shown) + 1 == len(rows)
        if shown and used + (0.0 if last else more) > room + _gap(sheet):
            break
        shown.append(row)
    return shown


def _draw(drawing: Drawing, sheet: Sheet, box: Box, row: _Row) -> None:
    left = box.left + _left(sheet)
    card(drawing, box, row.group)
    heights = [block_size(lines)[1] if lines else 0.0 for lines in (row.who, row.what)]
    middle = (box.top + box.bottom) / 2
    if sheet.narrow:
        put(drawing, row.what, left, put(drawing, row.who, left, middle - sum(heights) / 2))
        return
    put(drawing, row.who, left, middle - heights[0] / 2)
    put(drawing, row.what, left + _WHO * sheet.width + sheet.px(40), middle - heights[1] / 2)


def _rest(sheet: Sheet, asked: int, shown: int) -> list[Line]:
    """Return the line that says what the rows do not: how many there are more, or that there are none."""
    size, muted = sheet.font(28), sheet.colours.muted
    if not asked:
        return [Line(_("Nothing is asked of anyone."), size, muted)]
    more = asked - shown
    return [Line(_("… and {count} more").format(count=number(more, 0)), size, muted)] if more else []
