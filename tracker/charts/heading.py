"""What stands above and below a chart: the headline, how to read the marks, and the source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.charts.boxes import Box
from tracker.charts.drawing import Drawing, Line, block_size
from tracker.charts.lettering import LINE, wrapped
from tracker.charts.sheet import Sheet

_MOST_LETTERS = 68
_SMALLER = (1.0, 0.92, 0.84, 0.76, 0.68)
"""How small a long headline may become before words of it are lost."""
_SOURCE = 0.72
"""How much of the width the source takes, so that the lower right corner stays free for who presents."""


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
        height = sum(line.size * LINE for line in self.source)
        return self.sheet.height - (height + self.sheet.px(26) if self.source else 0.0)

    def write(self, drawing: Drawing) -> None:
        """Write the lines onto the drawing."""
        top = self.sheet.px(44) if self.title else 0.0
        for lines, gap in ((self.title, self.sheet.px(16)), (self.subtitle, 0.0), (self.notes, 0.0)):
            if lines:
                wide, high = block_size(lines)
                drawing.write(lines, Box(self.left, top, self.left + wide, top + high))
                top += high + gap
        if self.source:
            wide, high = block_size(self.source)
            drawing.write(self.source, Box(self.left, self.bottom, self.left + wide, self.bottom + high))


def heading(
    sheet: Sheet, title: str, subtitle: str, source: str, *, shown: bool = True, notes: Sequence[Line] = ()
) -> Heading:
    """Break headline (two balanced lines of 68 letters at most), subtitle and source to the sheet's width.

    Where the headline is not shown, it and the source stand outside the chart and only the subtitle is kept.
    Notes are lines under the subtitle that a narrow sheet has no other place for.
    """
    room = sheet.width - 2 * (max(sheet.px(60), 8.0) if shown else 2.0)
    return Heading(
        sheet=sheet,
        title=_title(sheet, title, room) if shown and title else (),
        subtitle=_lines(sheet, subtitle, sheet.font(30), room, 2),
        source=_source(sheet, source, room) if shown else (),
        notes=tuple(notes),
    )


def dated(source: str, known: str) -> str:
    """Put what was known when, which is never cut, before the source."""
    return "  ·  ".join(part for part in (known, source) if part)


def longest_heading(sheet: Sheet) -> Heading:
    """Return a heading with as many lines as one on a slide has at most, but for its text."""
    title, above, below = (3, 2, 2) if sheet.narrow else (2, 1, 2)
    return Heading(
        sheet=sheet,
        title=(Line("", _title_size(sheet), sheet.colours.ink, bold=True),) * title,
        subtitle=(Line("", sheet.font(30), sheet.colours.muted),) * above,
        source=(Line("", sheet.font(22), sheet.colours.muted),) * below,
    )


def _title_size(sheet: Sheet) -> float:
    return max(sheet.px(48), 16.0) if sheet.narrow else sheet.font(48)


def _title(sheet: Sheet, title: str, room: float) -> tuple[Line, ...]:
    usual, most = _title_size(sheet), 4 if sheet.narrow else 2
    # 68 letters of average width; a narrow sheet may take more lines rather than lose words.
    widest = min(room, _MOST_LETTERS * 0.56 * usual)
    broken = {usual * share: wrapped(title, usual * share, widest, bold=True, most=most) for share in _SMALLER}
    size = next((size for size, lines in broken.items() if not _is_cut(lines)), usual)
    return tuple(Line(line, size, sheet.colours.ink, bold=True) for line in broken[size])


def _is_cut(lines: Iterable[str]) -> bool:
    return any(line.endswith("…") for line in lines)


def _source(sheet: Sheet, source: str, room: float) -> tuple[Line, ...]:
    """Break the source short of the right corner, or to the whole width and into a third line where it were cut."""
    rooms = ((room if sheet.narrow else _SOURCE * room, 2), (room, 2), (room, 3))
    broken = [_lines(sheet, source, sheet.font(22), wide, most) for wide, most in rooms]
    return next((lines for lines in broken if not _is_cut(line.text for line in lines)), broken[-1])


def _lines(sheet: Sheet, text: str, size: float, room: float, most: int) -> tuple[Line, ...]:
    if not text:
        return ()
    return tuple(Line(line, size, sheet.colours.muted) for line in wrapped(text, size, room, most=most))
