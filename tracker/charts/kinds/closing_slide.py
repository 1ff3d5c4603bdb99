"""The last slide: what is asked of whom, in a row each, with the status that makes it necessary."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

from tracker.charts.boxes import Box
from tracker.charts.content import Content, NumberTable, Setting, listed_alt
from tracker.charts.heading import heading
from tracker.charts.kinds.cards import blank, card, stripe_width
from tracker.charts.lettering import LINE, Line, block_size, broken, cut_to, is_cut
from tracker.charts.office import CellText, OfficeTable
from tracker.charts.palette import Theme, marked
from tracker.charts.scene import Scene
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.statuses import Group
from tracker.language import _, labelled, number

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
    office: bool = False,
) -> Scene:
    """Return the headline and a row for each thing that is asked, as many as the sheet holds."""
    sheet = Sheet(theme, *size, office=office)
    head, scene = heading(sheet, headline, "", source), blank(sheet)
    head.write(scene)
    if office:
        scene.table = _table(sheet, asks)
        return scene.finished()
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
        _draw(scene, lettered, box, row)
        top = box.bottom + _gap(sheet)
    scene.put(_rest(sheet, len(asks), len(shown)), head.left, top)
    return scene.finished()


def _largest(sheet: Sheet, asks: Sequence[Asked], room: float) -> tuple[list[_Row], Sheet]:
    """Return the rows in the largest letters in which all of them fit whole, in the usual ones where none do."""
    for names, letters in product(_NAME_LINES, _LETTERS):
        lettered = sheet.lettered(letters)
        rows = [_row(lettered, ask, names) for ask in asks]
        whole = not is_cut(line.text for row in rows for line in (*row.who, *row.what))
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
    who = broken(Line(ask.who, sheet.font(30), colours.ink, bold=True), column, names)
    who.append(cut_to(Line(marked(ask.group), sheet.font(26), colours.status[ask.group], bold=True), column))
    room = wide if sheet.narrow else wide - column - sheet.px(40)
    return _Row(who, broken(Line(ask.what, sheet.font(30), colours.ink), room, 5 if sheet.narrow else 3), ask.group)


def _high(sheet: Sheet, row: _Row) -> float:
    heights = [block_size(lines)[1] for lines in (row.who, row.what)]
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


def _draw(scene: Scene, sheet: Sheet, box: Box, row: _Row) -> None:
    left = box.left + _left(sheet)
    card(scene, box, row.group)
    heights = [block_size(lines)[1] for lines in (row.who, row.what)]
    middle = (box.top + box.bottom) / 2
    if sheet.narrow:
        scene.put(row.what, left, scene.put(row.who, left, middle - sum(heights) / 2))
        return
    scene.put(row.who, left, middle - heights[0] / 2)
    scene.put(row.what, left + _WHO * sheet.width + sheet.px(40), middle - heights[1] / 2)


def _rest(sheet: Sheet, asked: int, shown: int) -> list[Line]:
    """Return the line that says what the rows do not: how many there are more, or that there are none."""
    size, muted = sheet.font(28), sheet.colours.muted
    if not asked:
        return [Line(_("Nothing is asked of anyone."), size, muted)]
    more = asked - shown
    return [Line(_("… and {count} more").format(count=number(more, 0)), size, muted)] if more else []


def _table(sheet: Sheet, asks: Sequence[Asked]) -> OfficeTable:
    """Return a native table of what is asked of whom, with where the goal stands."""
    colours, sizes = sheet.colours, (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0)
    heads = (_("Who"), _("What is asked"), _("Status"))
    rows = [tuple(((CellText(word, (26.0,), colours.muted, bold=True),), colours.page) for word in heads)]
    for place, ask in enumerate(asks):
        texts = (
            CellText(ask.who, sizes, colours.ink, bold=True, alike="asks"),
            CellText(ask.what, sizes, colours.ink, alike="asks"),
            CellText(marked(ask.group), sizes, colours.status[ask.group], bold=True, alike="asks"),
        )
        rows.append(tuple(((text,), colours.page if place % 2 else colours.card) for text in texts))
    return OfficeTable(
        name=_("What is asked of whom"), rows=tuple(rows), widths=(440.0, 1010.0, 350.0), head=64.0, tallest=170.0
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(Content):
    """What the last slide asks for."""

    asks: tuple[Asked, ...]

    def scene(self, setting: Setting) -> Scene:
        """Return a row for each thing that is asked."""
        return closing(setting.headline, self.asks, source=setting.below, **setting.drawn)

    def table(self) -> NumberTable:
        """Return a row for each thing that is asked."""
        rows = tuple((ask.who, ask.what, marked(ask.group)) for ask in self.asks)
        return NumberTable((_("Who"), _("What is asked"), _("Status")), rows, _("What is asked"))

    def alt(self, title: str) -> str:
        """Return who is asked for what."""
        return listed_alt(title, [labelled(ask.who, ask.what) for ask in self.asks])
