"""Plans against indicators: a tile per goal with its status in glyph, word and colour; an empty one is named."""

from dataclasses import dataclass

from tracker.charts.boxes import Box
from tracker.charts.content import Content, NumberTable, Setting, listed_alt, with_second
from tracker.charts.heading import Heading, heading
from tracker.charts.kinds.cards import grounded
from tracker.charts.kinds.row_layout import lines_fit
from tracker.charts.lettering import LINE, Line, block_size, broken, cut_to, is_cut
from tracker.charts.office import CellText, OfficeTable
from tracker.charts.palette import Theme, marked
from tracker.charts.scene import Area, Scene
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.statuses import Group
from tracker.language import _, clauses, labelled

_HEAD_LINES = 4
"""The most lines of a plan's name; an indicator's has more width and fewer."""
_TALLEST = 220
"""The height beyond which a tile does not grow where there are few."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """How large the texts are: the share of the width that the rows' names take, the names, and the words."""

    share: float
    name: float
    words: float


_USUAL, _DENSE = _Letters(0.26, 30, 24), _Letters(0.22, 24, 22)
"""How tiles are lettered, and how where a status or a plan's name would be cut."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One plan's goal on one indicator: what it wants, and how it stands; `short` where the whole has no room."""

    goal: str
    group: Group
    status: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """The head of a row or column: a name with a second line."""

    label: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Tiles by indicator (rows) and plan (columns); None where the indicator is not in the plan."""

    indicators: tuple[Named, ...]
    plans: tuple[Named, ...]
    tiles: tuple[tuple[Tile | None, ...], ...]


def tiles(
    matrix: Matrix,
    headline: str = "",
    *,
    source: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size = PAGE,
    title: bool = True,
    office: bool = False,
) -> Scene:
    """Return the matrix drawn."""
    sheet = Sheet(theme, *size, office=office)
    if office:
        return _office(sheet, matrix, headline)
    head = heading(sheet, headline, _("Each tile: the goal, then its status in symbol and words"), source, shown=title)
    scene, letters = _lettered(sheet, head, matrix)
    for row, line in enumerate(matrix.tiles):
        for column, tile in enumerate(line):
            _tile(scene, row, column, tile, letters)
    head.write(scene)
    _heads(scene, matrix, letters)
    return grounded(scene).finished()


def _names_room(sheet: Sheet, letters: _Letters) -> float:
    """Return the most that the rows' names take of the width."""
    return (0.3 if sheet.narrow else letters.share) * sheet.width


def _ends(sheet: Sheet, head: Heading, lines: int, letters: _Letters) -> tuple[float, float]:
    """Return where the tiles start, under the columns' names of so many lines, and where they end."""
    names = lines * sheet.font(letters.name) + sheet.font(letters.words)
    top = head.top + sheet.px(24) + names * LINE + sheet.px(10)
    return top, max(top + 20, head.bottom - sheet.px(20))


def _lettered(sheet: Sheet, head: Heading, matrix: Matrix) -> tuple[Scene, _Letters]:
    """Return a scene for the tiles with its letters, smaller where a status or a plan's name would be cut."""
    usual = _scene(sheet, head, matrix, _USUAL)
    size, room = sheet.font(_USUAL.words), _tile_room(usual)
    statuses = (
        Line(marked(tile.group, tile.status), size, "") for row in matrix.tiles for tile in row if tile is not None
    )
    wide = _head_room(usual.x(1) - usual.x(0))
    heads = (_label(sheet, name, wide, _USUAL, _HEAD_LINES)[-1].text for name in matrix.plans)
    whole = all(words.width <= room for words in statuses) and not is_cut(heads)
    if sheet.narrow or whole:
        return usual, _USUAL
    return _scene(sheet, head, matrix, _DENSE), _DENSE


def _tile_room(scene: Scene) -> float:
    return scene.x(1) - scene.x(0) - scene.sheet.mark(40)


def _scene(sheet: Sheet, head: Heading, matrix: Matrix, letters: _Letters) -> Scene:
    room = _names_room(sheet, letters)
    names = max((block_size(_named(sheet, name, room, letters))[0] for name in matrix.indicators), default=0.0)
    left, right = head.left + names + sheet.mark(30), sheet.width - max(sheet.px(60), 4)
    rows, columns = max(1, len(matrix.indicators)), max(1, len(matrix.plans))
    wide = _head_room((right - left) / columns)
    lines = max((len(_label(sheet, name, wide, letters, _HEAD_LINES)) for name in matrix.plans), default=1)
    top, bottom = _ends(sheet, head, lines, letters)
    bottom = min(bottom, top + rows * sheet.font(_TALLEST))
    return Scene(sheet, Box(left, top, right, bottom), (0, columns), (rows, 0))


def _label(sheet: Sheet, name: Named, room: float, letters: _Letters, most: int = 2) -> list[Line]:
    return broken(Line(name.label, sheet.font(letters.name), sheet.colours.ink, bold=True), room, most)


def _named(sheet: Sheet, name: Named, room: float, letters: _Letters, most: int = 2) -> list[Line]:
    second = Line(name.second, sheet.font(letters.words), sheet.colours.muted)
    return _label(sheet, name, room, letters, most) + ([cut_to(second, room)] if name.second else [])


def _head_room(column: float) -> float:
    return column - 8


def _heads(scene: Scene, matrix: Matrix, letters: _Letters) -> None:
    sheet, row_height = scene.sheet, scene.y(1) - scene.y(0)
    room = _names_room(sheet, letters)
    for row, name in enumerate(matrix.indicators):
        lines = _named(sheet, name, room, letters)
        if block_size(lines)[1] > row_height:
            lines = _named(sheet, name, room, letters, most=1)
        (wide, high), middle, right = block_size(lines), scene.y(row + 0.5), scene.plot.left - sheet.mark(26)
        scene.write(lines, Box(right - wide, middle - high / 2, right, middle + high / 2), "right")
    for column, name in enumerate(matrix.plans):
        lines = _named(sheet, name, _head_room(scene.x(1) - scene.x(0)), letters, _HEAD_LINES)
        top = scene.plot.top - sheet.px(10) - block_size(lines)[1]
        scene.put(lines, scene.x(column) + sheet.px(10), top)


def _tile(scene: Scene, row: int, column: int, tile: Tile | None, letters: _Letters) -> None:
    sheet, colours, room = scene.sheet, scene.sheet.colours, _tile_room(scene)
    plain = Line(_("not in this plan"), sheet.font(letters.words), colours.muted)
    lines = [cut_to(plain, room)]
    if tile is not None:
        high = (row + 0.05, row + 0.95)
        scene.shapes.append(Area(x=(column, column + 0.97), y=high, fill=colours.card))
        stripe = max(4.0, sheet.px(8)) / (scene.x(1) - scene.x(0))
        scene.shapes.append(Area(x=(column, column + stripe), y=high, fill=colours.status[tile.group]))
        words = Line(marked(tile.group, tile.status), plain.size, colours.status[tile.group])
        lines = [*_wanted(sheet, tile, room, 0.9 * (scene.y(1) - scene.y(0))), cut_to(words, room)]
    scene.put(lines, scene.x(column) + sheet.mark(28), scene.y(row + 0.5) - block_size(lines)[1] / 2)


def _wanted(sheet: Sheet, tile: Tile, room: float, high: float) -> list[Line]:
    """Return what a tile's goal is: smaller, then in more lines where the tile has room, then shorter, but not cut."""
    sizes = [Line(tile.goal, sheet.font(size), sheet.colours.ink, bold=True) for size in (36, 32, 28)]
    line = next((line for line in sizes if line.width <= room), sizes[-1])
    lines = broken(line, room, lines_fit(high - sheet.font(24) * LINE, line.size))
    if tile.short and is_cut(each.text for each in lines):
        lines = broken(sizes[0].says(tile.short), room, 1)
    return lines


def _office(sheet: Sheet, matrix: Matrix, headline: str) -> Scene:
    """Return a scene with a native table of goals with their status; a plan without the indicator says so."""
    head = heading(sheet, headline, "", "")
    scene = Scene(sheet, Box(head.left, head.top, sheet.width - head.left, head.bottom), (0, 1), (1, 0))
    head.write(scene)
    ground, names = sheet.colours.page, (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0)

    def named(name: Named, alike: str) -> tuple[tuple[CellText, ...], str]:
        second = (CellText(name.second, (24.0,), sheet.colours.muted),) if name.second else ()
        return (CellText(name.label, names, sheet.colours.ink, bold=True, alike=alike), *second), ground

    def goal(tile: Tile | None) -> tuple[tuple[CellText, ...], str]:
        if tile is None:
            return (CellText(_("not in this plan"), (24.0,), sheet.colours.muted),), ground
        status = CellText(marked(tile.group, tile.status), (24.0, 22.0, 20.0, 18.0), sheet.colours.status[tile.group])
        return (CellText(tile.goal, (36.0, 32.0, *names[1:]), sheet.colours.ink, bold=True), status), sheet.colours.card

    first = ((CellText("", (24.0,), sheet.colours.muted),), ground)
    rows = [(first, *(named(plan, "plans") for plan in matrix.plans))]
    for indicator, line in zip(matrix.indicators, matrix.tiles, strict=True):
        rows.append((named(indicator, "indicators"), *map(goal, line)))
    share = 0.26 if len(matrix.plans) > 1 else 0.4
    widths = (share, *[(1 - share) / len(matrix.plans)] * len(matrix.plans))
    name = _("Goals by indicator and plan")
    scene.table = OfficeTable(name=name, rows=tuple(rows), widths=widths, head=150.0, tallest=190.0)
    return scene.finished()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles(Content):
    """Plans against indicators."""

    matrix: Matrix

    def scene(self, setting: Setting) -> Scene:
        """Return the matrix drawn."""
        return tiles(self.matrix, setting.headline, source=setting.below, **setting.drawn)

    def table(self) -> NumberTable:
        """Return a row per indicator."""
        goal, rows = _("{goal} – {status}"), []
        for name, line in zip(self.matrix.indicators, self.matrix.tiles, strict=True):
            cells = (
                goal.format(goal=tile.goal, status=marked(tile.group, tile.status)) if tile else _("not in this plan")
                for tile in line
            )
            rows.append((with_second(name.label, name.second), *cells))
        heads = (_("Indicator"), *(with_second(plan.label, plan.second) for plan in self.matrix.plans))
        return NumberTable(heads, tuple(rows))

    def alt(self, title: str) -> str:
        """Return every goal with its status."""
        plans = [plan.label for plan in self.matrix.plans]
        return listed_alt(title, [
            labelled(clauses((name.label, plan)), clauses((tile.goal, tile.status)))
            for name, line in zip(self.matrix.indicators, self.matrix.tiles, strict=True)
            for plan, tile in zip(plans, line, strict=True)
            if tile is not None
        ])  # fmt: skip
