"""Charts of one row per goal: the names at the left, or above the row on a narrow sheet, and words at the right."""

from collections.abc import Callable, Sequence
from typing import Protocol

from tracker.charts.boxes import Box
from tracker.charts.heading import Heading
from tracker.charts.lettering import LINE, Line, block_size, broken, cut_to, is_cut, width_of
from tracker.charts.office import OfficeChart, Series, ValueScale
from tracker.charts.scene import Scene
from tracker.charts.sheet import Sheet
from tracker.language import _

_NAMES = 0.3
_WORDS = 0.28
_LARGEST = 1.25
"""How much larger texts are at most where rows are few."""
_TALLEST = 1.6
"""How much taller than it needs to be a row is at most, so that few rows do not fall to pieces."""


class Row(Protocol):
    """What every row has: a name and a second line."""

    @property
    def label(self) -> str:
        """Return the row's name."""

    @property
    def second(self) -> str:
        """Return the line under it."""


def row_height(sheet: Sheet) -> float:
    """Return the pixels a row needs to be read with ease."""
    name, second = sheet.font(30) * LINE, sheet.font(24) * LINE
    return 2 * name + 2 * second + 14 if sheet.narrow else name + second + max(8.0, sheet.px(22))


def names_height(sheet: Sheet) -> float:
    """Return the pixels that a name takes with its second line."""
    return (sheet.font(30) + sheet.font(24)) * LINE


def least_height(sheet: Sheet) -> float:
    """Return the pixels without which a row's texts would stand on the next row's."""
    return row_height(sheet) - (6.0 if sheet.narrow else max(4.0, sheet.px(14)))


def lines_fit(high: float, size: float) -> int:
    """Return how many lines of letters, three at most, have room in a height."""
    return max(1, min(3, int(high / (size * LINE))))


def rows_fit(head: Heading, above: float, height: float) -> int:
    """Return how many rows of a height have room under a heading."""
    top, bottom = _ends(head, above)
    return max(1, int((bottom - top) / height + 1e-6))


def _ends(head: Heading, above: float) -> tuple[float, float]:
    """Return where the rows start and end."""
    top = head.top + above + head.sheet.px(20)
    return top, max(top + 20, head.bottom - max(4.0, head.sheet.px(24)))


def lettered_for(head: Heading, above: float, rows: Sequence[Row]) -> Sheet:
    """Return the sheet for some rows, with larger texts where there is room for them and no name is cut by them."""
    top, bottom = _ends(head, above)
    each = (bottom - top) / max(1, len(rows))
    largest = min(_LARGEST, max(1.0, each / row_height(head.sheet) / 1.5))
    for larger in (largest, (1 + largest) / 2):
        sheet = head.sheet.lettered(larger)
        high = min(each, _TALLEST * row_height(sheet))
        if all(_whole(sheet, row, high) for row in rows):
            return sheet
    return head.sheet


def _whole(sheet: Sheet, row: Row, high: float) -> bool:
    """Return whether a row's name is not cut, and its second line not broken."""
    whole = not is_cut(line.text for line in _name_lines(sheet, row, high))
    return whole and width_of(row.second, sheet.font(24)) <= _names_room(sheet)


def _names_room(sheet: Sheet) -> float:
    return sheet.width - 16 if sheet.narrow else _NAMES * sheet.width


def row_scene(
    head: Heading,
    sheet: Sheet,
    rows: Sequence[Row],
    words: Sequence[Sequence[Line]],
    x_range: tuple[float, float],
    above: float,
    tallest: float = _TALLEST,
) -> Scene:
    """Return a scene with one unit of height per row, counted from the top, and room for names and words.

    Rows grow where there is room, each to so many times the height it needs.
    """
    count, (top, bottom) = max(1, len(rows)), _ends(head, above)
    high = min((bottom - top) / count, tallest * row_height(sheet))
    names = max((block_size(_name_lines(sheet, row, high))[0] for row in rows), default=0.0)
    widest_words = max((block_size(_broken(sheet, lines, high))[0] for lines in words if lines), default=0.0)
    left = head.left if sheet.narrow else head.left + min(names, _NAMES * sheet.width) + sheet.mark(30)
    right = 8.0 if sheet.narrow else min(widest_words, _WORDS * sheet.width) * 1.03 + sheet.mark(30) + sheet.px(24)
    top += 0.3 * (bottom - top - count * high)
    return Scene(sheet, Box(left, top, sheet.width - right, top + count * high), x_range, (count - 0.5, -0.5))


def write_names(scene: Scene, head: Heading, rows: Sequence[Row]) -> None:
    """Write every row's name with its second line."""
    sheet = scene.sheet
    for place, row in enumerate(rows):
        lines = _name_lines(sheet, row, scene.y(1) - scene.y(0))
        wide, high = block_size(lines)
        if sheet.narrow:
            scene.put(lines, head.left, scene.y(place - 0.5))
        else:
            right, middle = scene.plot.left - sheet.mark(28), scene.y(place)
            scene.write(lines, Box(right - wide, middle - high / 2, right, middle + high / 2), "right")


def write_words(scene: Scene, words: Sequence[Sequence[Line]]) -> None:
    """Write every row's words at the right, or in one line under the row on a narrow sheet."""
    sheet = scene.sheet
    for place, row_words in enumerate(words):
        lines = _broken(sheet, row_words, scene.y(1) - scene.y(0))
        if not sheet.narrow:
            scene.put(lines, scene.plot.right + sheet.mark(24), scene.y(place) - block_size(lines)[1] / 2)
            continue
        left, top = scene.plot.left, scene.y(place + 0.5) - lines[0].size * LINE - 6
        for line in lines:
            scene.put([line], left, top)
            left += line.width + line.size


def middle_of(scene: Scene, place: int) -> float:
    """Return the height of a row's marks on the axis: its middle, a little lower where the name stands above them."""
    return place + 0.06 if scene.sheet.narrow else float(place)


def _name_lines(sheet: Sheet, row: Row, high: float) -> list[Line]:
    """Return a row's name with its second line; each in more lines where one is short and the row has room."""
    room, ink, muted = _names_room(sheet), sheet.colours.ink, sheet.colours.muted
    name, second = Line(row.label, sheet.font(30), ink, bold=True), Line(row.second, sheet.font(24), muted)
    two = not sheet.narrow and high >= (name.size + 2 * second.size) * LINE
    below = broken(second, room, 2 if two else 1)
    most = 1 if sheet.narrow else lines_fit(high - block_size(below)[1], name.size)
    return [*broken(name, room, most), *below]


def _broken(sheet: Sheet, lines: Sequence[Line], high: float) -> list[Line]:
    """Return words that fit into their column: broken where the row has room for another line, else shortened."""
    if sheet.narrow:
        return _in_a_row(sheet, lines)
    first, *others = lines
    most = lines_fit(high - block_size(others)[1], first.size)
    room = _WORDS * sheet.width
    return [*broken(first, room, most), *(part for line in others for part in broken(line, room, 1))]


def _in_a_row(sheet: Sheet, lines: Sequence[Line]) -> list[Line]:
    """Return words that stand beside each other on a narrow sheet, the first of them shortened where it must be."""
    first, *others = lines
    room = sheet.width - 20 - sum(line.width for line in others) - sum(line.size for line in lines[:-1])
    return [cut_to(first, room), *others]


def fitted(head_of: Callable[[int], Heading], fit: Callable[[Heading], int], count: int) -> tuple[Heading, int]:
    """Return a heading that says how many of the rows are left out, and how many fit under it."""
    head = head_of(0)
    # Saying how many there are more may take another line, and that line another row.
    for _again in range(2 if fit(head) < count else 0):
        head = head_of(count - fit(head))
    return head, fit(head)


def office_bars(
    scene: Scene,
    name: str,
    rows: Sequence[Row],
    series: tuple[Series, ...],
    *,
    gap: int,
    overlap: int = 100,
    times: float = 1.0,
) -> OfficeChart:
    """Return native bars for the rows, whose numbers are so many times those of the scene's axis."""
    low, high = (end * times for end in scene.x_range)
    return OfficeChart(
        name=name,
        corner=_("Goal"),
        categories=tuple(", ".join(part for part in (row.label, row.second) if part) for row in rows),
        series=series,
        scale=ValueScale(low=low, high=high, step=(high - low) / 4),
        bars=True,
        gap=gap,
        overlap=overlap,
    )
