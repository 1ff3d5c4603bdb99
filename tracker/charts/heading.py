"""What stands above and below a chart: the headline, how to read the marks, and the source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.charts.lettering import LINE, Line, block_size, broken, is_cut, largest
from tracker.charts.scene import Scene
from tracker.charts.sheet import Sheet

TITLE, SOURCE = "title", "source"
"""The parts that a file may write itself."""
_MOST_LETTERS = 68
_SMALLER = (1.0, 0.92, 0.84, 0.76, 0.68)
"""How small a long headline may become before words of it are lost."""
_SOURCE = 0.72
"""How much of the width the source takes, so that the lower right corner stays free for who presents."""
_OFFICE_SIZES = (48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0)
WIDER = 1.05
"""How much wider text set by another font may run than expected."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Lines above and below a chart, already broken, with the pixels they leave to it."""

    sheet: Sheet
    title: tuple[Line, ...]
    subtitle: tuple[Line, ...]
    source: tuple[Line, ...]
    notes: tuple[Line, ...] = ()

    @property
    def left(self) -> float:
        """Return where text starts."""
        return max(self.sheet.px(60), 8.0) if self.title else 2.0

    @property
    def top(self) -> float:
        """Return where the lines above end."""
        start = self.sheet.px(44) if self.title else 0.0
        between = self.sheet.px(16) if self.title and self.subtitle else 0.0
        return start + between + sum(line.size * LINE for line in (*self.title, *self.subtitle, *self.notes))

    @property
    def bottom(self) -> float:
        """Return where the lines below start."""
        return self.sheet.height - (block_size(self.source)[1] + self.sheet.px(26) if self.source else 0.0)

    def write(self, scene: Scene) -> None:
        """Write the lines onto the scene."""
        top = self.sheet.px(44) if self.title else 0.0
        if self.title:
            top = scene.put(self.title, self.left, top, part=TITLE) + self.sheet.px(16)
        scene.put(self.notes, self.left, scene.put(self.subtitle, self.left, top))
        scene.put(self.source, self.left, self.bottom, part=SOURCE)


def heading(
    sheet: Sheet, title: str, subtitle: str, source: str, *, shown: bool = True, notes: Sequence[Line] = ()
) -> Heading:
    """Return headline (two balanced lines of 68 letters at most), subtitle and source broken to the sheet's width.

    Where the headline is not shown, it and the source stand outside the chart and only the subtitle is kept.
    Notes are lines under the subtitle that a narrow sheet has no other place for.
    """
    room = sheet.width - 2 * (max(sheet.px(60), 8.0) if shown else 2.0)
    return Heading(
        sheet=sheet,
        title=tuple(_title(sheet, title, room)) if shown and title else (),
        subtitle=tuple(broken(Line(subtitle, sheet.font(30), sheet.colours.muted), room, 2)),
        source=tuple(_source(sheet, source, room)) if shown else (),
        notes=tuple(notes),
    )


def dated(source: str, known: str) -> str:
    """Return what was known when, which is never cut, before the source."""
    return "  ·  ".join(part for part in (known, source) if part)


def _title_size(sheet: Sheet) -> float:
    return max(sheet.px(48), 16.0) if sheet.narrow else sheet.font(48)


def _title(sheet: Sheet, title: str, room: float) -> list[Line]:
    usual, most = _title_size(sheet), 4 if sheet.narrow else 2
    line = Line(title, usual, sheet.colours.ink, bold=True)
    if sheet.office:
        return _whole(line, room)
    # 68 letters of average width; a narrow sheet may take more lines rather than lose words.
    widest = min(room, _MOST_LETTERS * 0.56 * usual)
    lines = largest((replace(line, size=usual * share) for share in _SMALLER), widest, most)
    return broken(line, widest, most) if is_cut(each.text for each in lines) else lines


def _whole(line: Line, room: float) -> list[Line]:
    """Return a title in the largest letters in which all of it takes no more than two large lines."""
    for size in _OFFICE_SIZES:
        lines = broken(replace(line, size=size), room / WIDER, 40)
        if block_size(lines)[1] <= 2 * _OFFICE_SIZES[0] * LINE:
            break
    return lines


def _source(sheet: Sheet, source: str, room: float) -> list[Line]:
    """Return the source, short of the right corner, or over the whole width, in a third line where it were cut."""
    line = Line(source, sheet.font(22), sheet.colours.muted)
    if sheet.office:
        return [line.says("")] * 2
    lines: list[Line] = []
    for wide, most in ((room if sheet.narrow else _SOURCE * room, 2), (room, 2), (room, 3)):
        lines = broken(line, wide, most)
        if not is_cut(each.text for each in lines):
            break
    return lines
