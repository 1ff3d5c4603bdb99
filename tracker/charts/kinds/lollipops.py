"""The pace a goal needs against the pace reached: hollow and dashed is needed, solid is reached."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.content import Content, NumberTable, Setting, listed_alt, with_second
from tracker.charts.heading import Heading, heading
from tracker.charts.kinds.row_layout import (
    fitted,
    names_height,
    office_bars,
    row_height,
    row_scene,
    rows_fit,
    write_names,
)
from tracker.charts.lettering import LINE, Line, block_size, width_of
from tracker.charts.office import Column, Edge, Look, NumberSheet, OfficeChart, Series
from tracker.charts.palette import Theme
from tracker.charts.scene import Dot, Rule, Run, Scene, Stroke, hollow
from tracker.charts.sheet import PAGE, Sheet, Size
from tracker.domain.assessment import verdicts
from tracker.language import MISSING, _, clauses, labelled, ngettext

MOST_ROWS = 12
"""A figure shows at most so many rows, fewer where it is low; it says how many it leaves out."""

_TALLEST = 2.4
_APART = 0.17
"""How far the two paces stand off a row's middle, in rows, where there is room."""


PaceRow = verdicts.PaceRow
"""One goal or zone: the change a year it needs, the change a year it reached, either with its words."""


def pace_size(count: int, width: int = PAGE[0], *, title: bool = True) -> Size:
    """Return the size of a figure whose rows have the height they need."""
    sheet = Sheet(Theme.LIGHT, width, round(width * 9 / 16))
    around = (280 if title else 80) * max(sheet.k, 0.4)
    return width, round(around + min(count, MOST_ROWS) * row_height(sheet) * 1.35 + 24)


def pace(
    rows: Sequence[PaceRow],
    headline: str = "",
    *,
    measure: str = "",
    source: str = "",
    theme: Theme = Theme.LIGHT,
    size: Size | None = None,
    title: bool = True,
    office: bool = False,
) -> Scene:
    """Return a lollipop for each pace; `measure` says what the lengths are, such as growth per year."""
    sheet = Sheet(theme, *(size or pace_size(len(rows), title=title)), office=office)
    measure = measure or _("Change per year")
    head, fits = fitted(
        lambda left_out: heading(sheet, headline, _subtitle(sheet, measure, left_out), source, shown=title),
        _fit,
        len(rows),
    )
    shown = rows[:fits]
    scene = row_scene(head, sheet, shown, (), (0, 1), 0, _TALLEST)
    scene.x_range = _x_range(scene, shown)
    for place, row in enumerate(shown):
        _row(scene, _middle(scene, place), row)
        _zero(scene, _middle(scene, place))
    head.write(scene)
    write_names(scene, head, shown)
    if office:
        scene.office, scene.numbers = _office(scene, measure, shown), _numbers(scene, rows)
    return scene.finished()


def _subtitle(sheet: Sheet, measure: str, left_out: int) -> str:
    reading = [measure, _("open circle, dashed = needed"), _("dot, solid = reached")]
    if sheet.office:
        reading = [measure, _("open bar, dashed = needed"), _("solid bar = reached")]
    more = ngettext("{count} more is not shown", "{count} more are not shown", left_out).format(count=left_out)
    return "  ·  ".join([*reading, more] if left_out else reading)


def _fit(head: Heading) -> int:
    return min(MOST_ROWS, rows_fit(head, 0, _least_height(head.sheet)))


def _least_height(sheet: Sheet) -> float:
    """Return the pixels that two paces take with their words, under the name on a narrow sheet."""
    words = 2 * sheet.font(28 if sheet.narrow else 30) * LINE
    return words + (names_height(sheet) + 10.0 if sheet.narrow else max(4.0, sheet.px(12)))


def _row_pixels(scene: Scene) -> float:
    return scene.y(1) - scene.y(0)


def _size(scene: Scene) -> float:
    """Return the size of the words: large where two of them fit into a row."""
    sheet = scene.sheet
    if sheet.narrow:
        return sheet.font(28)
    return sheet.font(36 if 2 * sheet.font(36) * LINE + sheet.px(12) <= _row_pixels(scene) else 30)


def _apart(scene: Scene) -> float:
    """Return how far the two paces stand off a row's middle, in rows."""
    least = (_size(scene) * LINE / 2 + 1) / _row_pixels(scene)
    return least if scene.sheet.narrow else max(_APART, least)


def _middle(scene: Scene, place: int) -> float:
    """Return the height of a row's paces on the axis: its middle, or close under its name on a narrow sheet."""
    if not scene.sheet.narrow:
        return float(place)
    below = names_height(scene.sheet) + _size(scene) * LINE + 4
    return place - 0.5 + below / _row_pixels(scene)


def _zero(scene: Scene, middle: float) -> None:
    """Rule the zero beside a row, where paces lie on both sides of it."""
    if scene.x_range[0] < 0:
        half = 1.2 * _apart(scene) if scene.sheet.narrow else 0.5
        edge = Stroke(scene.sheet.colours.axis, max(1.0, scene.sheet.px(3)))
        scene.shapes.append(Rule(x=(0, 0), y=(middle - half, middle + half), stroke=edge))


def _x_range(scene: Scene, rows: Sequence[PaceRow]) -> tuple[float, float]:
    """Return the ends of the axis, with room for the words beyond the longest lollipop of each side."""
    both = [(row.needed, row.needed_words) for row in rows] + [(row.reached, row.reached_words) for row in rows]
    known = [(value, words) for value, words in both if value is not None]
    low, high = min([0.0, *(value for value, _w in known)]), max([0.0, *(value for value, _w in known)])
    size = _size(scene)
    left, right = (
        max((width_of(words, size, bold=True) for value, words in known if (value < 0) is negative), default=0.0)
        for negative in (True, False)
    )
    gap = scene.sheet.mark(50)
    left, right = (left + gap if low < 0 else 0.0), max(right, width_of(_("○ no pace known"), size, bold=True)) + gap
    wide = scene.plot.right - scene.plot.left
    value = ((high - low) or 1.0) / max(wide - left - right, wide * 0.2)
    return low - left * value, high + right * value


def _row(scene: Scene, middle: float, row: PaceRow) -> None:
    # Native bars keep their place in the row, whether the other one is there or not.
    shift = _apart(scene) if row.needed is not None or scene.sheet.office else 0.0
    if row.needed is not None:
        _lollipop(scene, middle - shift, row.needed, row.needed_words, needed=True)
    if row.reached is not None:
        _lollipop(scene, middle + shift, row.reached, row.reached_words, needed=False)
    else:
        _words(scene, middle + shift, 0.0, _unknown(row), scene.sheet.colours.muted)


def _unknown(row: PaceRow) -> str:
    return _("○ no pace known") if row.needed is None else _("○ no pace reached")


def _lollipop(scene: Scene, middle: float, value: float, words: str, *, needed: bool) -> None:
    sheet, colours = scene.sheet, scene.sheet.colours
    if needed:
        name, dash = _("needed"), f"{sheet.mark(10):.1f}px,{sheet.mark(10):.1f}px"
        stroke = Stroke(colours.needed, sheet.mark(5), dash)
        dot = hollow(scene, sheet.mark(30), stroke.width, stroke.colour)
    else:
        name, stroke = _("pace reached"), Stroke(colours.actual, sheet.mark(10), "solid")
        dot = Dot(sheet.mark(34), stroke.colour)
    scene.marks.append(Run(name=name, spots=[(0, middle), (value, middle)], stroke=stroke))
    scene.marks.append(Run(name=name, spots=[(value, middle)], dot=dot, hover=[words]))
    _words(scene, middle, value, words, colours.ink)


def _words(scene: Scene, middle: float, value: float, words: str, colour: str) -> None:
    line = Line(words, _size(scene), colour, bold=True)
    wide, high = block_size([line])
    gap, centre = scene.sheet.mark(34), scene.y(middle)
    left = scene.x(value) + gap if value >= 0 else scene.x(value) - gap - wide
    scene.put([line], left, centre - high / 2)


def _office(scene: Scene, measure: str, rows: Sequence[PaceRow]) -> OfficeChart:
    """Return two native bars per row: the pace needed, hollow and dashed, and the pace reached."""
    colours = scene.sheet.colours
    needed, reached = tuple(row.needed for row in rows), tuple(row.reached for row in rows)
    edge = Edge(colours.needed, 5, "sysDash")
    series = (
        Series(name=_("needed"), values=needed, form="bar", fill=colours.page, stroke=edge),
        Series(name=_("pace reached"), values=reached, form="bar", fill=colours.actual),
    )
    return office_bars(scene, measure, rows, series, gap=211, overlap=-60)


def _numbers(scene: Scene, rows: Sequence[PaceRow]) -> NumberSheet:
    colours = scene.sheet.colours
    needed = Look(0, fill=colours.page, edge=Edge(colours.needed, 2, "dash"))
    return NumberSheet(
        columns=(
            Column(_("Goal"), [row.label for row in rows]),
            Column(_("Years"), [row.second for row in rows]),
            Column(_("Needed"), [row.needed for row in rows], (needed,)),
            Column(_("Reached"), [row.reached for row in rows], (Look(1, fill=colours.actual),)),
            Column(_("Needed, in words"), [row.needed_words for row in rows]),
            Column(_("Reached, in words"), [row.reached_words for row in rows]),
        ),
        form="bar",
        overlap=-30,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paces(Content):
    """The pace needed against the pace reached; `measure` says what the lengths are."""

    rows: tuple[PaceRow, ...]
    measure: str = ""

    def scene(self, setting: Setting) -> Scene:
        """Return both paces of each row drawn."""
        return pace(self.rows, setting.headline, measure=self.measure, source=setting.below, **setting.drawn)

    def table(self) -> NumberTable:
        """Return both paces of each row in words."""
        heads = (self.measure or _("Change a year"), _("Needed"), _("Reached"))
        rows = [
            (with_second(row.label, row.second), row.needed_words or MISSING, row.reached_words or MISSING)
            for row in self.rows
        ]
        return NumberTable(heads, tuple(rows))

    def alt(self, title: str) -> str:
        """Return both paces of each row."""
        return listed_alt(title, [_spoken(row) for row in self.rows])


def _spoken(row: PaceRow) -> str:
    needed = _("needed {pace}").format(pace=row.needed_words) if row.needed is not None else ""
    reached = _("reached {pace}").format(pace=row.reached_words) if row.reached is not None else ""
    return labelled(clauses((row.label, row.second)), clauses((needed, reached)))
