"""Charts of a row per goal on a slide: native bars for how far goals are, and for paces needed and reached."""

from tracker.briefings.deck.contents import Bullets, Paces, Slide
from tracker.briefings.pptx.drawn_slide import DrawnSlide
from tracker.briefings.pptx.native_axes import Axes
from tracker.briefings.pptx.native_chart import NativeChart
from tracker.briefings.pptx.native_series import Series, Stroke
from tracker.briefings.pptx.slide_page import COLOURS, LEFT, RIGHT, SlidePage
from tracker.charts import BulletRow, PaceRow
from tracker.charts.boxes import Box
from tracker.charts.drawing import Line
from tracker.charts.kinds.bullets import MOST_ROWS as MOST_BULLETS
from tracker.charts.kinds.paces import MOST_ROWS as MOST_PACES
from tracker.charts.lettering import LINE
from tracker.language import _

_APART = 0.17
"""The two bars of a pace lie so much of a row above and below its middle."""
_TICK = 0.3
"""A target's line reaches so much of a row up and down."""


def bullets_slide(page: SlidePage, slide: Slide, content: Bullets) -> None:
    """Draw a bar per goal: the latest actual in percent of the target."""
    drawn, rows = DrawnSlide(slide), content.rows[:MOST_BULLETS]
    chart = _bars(page, drawn, rows, _completions(rows), gap=150, overlap=100)
    for place, row in enumerate(rows):
        if row.completion is None:
            box = Box(drawn.x(0), drawn.y(place - 0.24), drawn.x(1), drawn.y(place + 0.24))
            page.rectangle(box, "", edge=COLOURS.muted, name=_("No actual: {goal}").format(goal=row.label))
    page.chart(chart, _("Latest actual in % of the target"), slide.alt)
    for place, row in enumerate(rows):
        ends = (drawn.x(1), drawn.y(place - _TICK)), (drawn.x(1), drawn.y(place + _TICK))
        page.line(*ends, COLOURS.ink, 8, _("Target: {goal}").format(goal=row.label))
    drawn.write(page)


def paces_slide(page: SlidePage, slide: Slide, content: Paces, top: float) -> None:
    """Draw two bars per goal: the pace needed, hollow and dashed, and the pace reached."""
    drawn, rows = DrawnSlide(slide), content.rows[:MOST_PACES]
    measure = content.measure or _("Change per year")
    reading = "  ·  ".join([measure, _("open bar, dashed = needed"), _("solid bar = reached")])
    page.write([Line(reading, 30, COLOURS.muted)], Box(LEFT, top + 14, RIGHT, top + 14 + 30 * LINE), wrap=True)
    if drawn.x_range[0] < 0:
        page.line((drawn.x(0), drawn.plot.top), (drawn.x(0), drawn.plot.bottom), COLOURS.axis, 3, _("Zero"))
    page.chart(_bars(page, drawn, rows, _paces(rows), gap=211, overlap=-60), measure, slide.alt)
    for block in drawn.blocks():
        if block.box.right <= drawn.plot.left:
            page.write(block.lines, block.box, block.align)
    for place, row in enumerate(rows):
        _pace_words(page, drawn, place, row)


def _pace_words(page: SlidePage, drawn: DrawnSlide, place: int, row: PaceRow) -> None:
    """Write the paces at the ends of their bars."""
    unknown = _("○ no pace known") if row.needed is None else _("○ no pace reached")
    told: list[tuple[float | None, str, float]] = (
        [(row.needed, row.needed_words, -_APART)] if row.needed is not None else []
    )
    told.append((row.reached, row.reached_words if row.reached is not None else unknown, _APART))
    for value, words, shift in told:
        line = Line(words, 36, COLOURS.muted if value is None else COLOURS.ink, bold=True)
        at, wide, high = drawn.x(value or 0), line.width * 1.05, line.size * LINE
        left = at - 20 - wide if (value or 0) < 0 else at + 20
        middle = drawn.y(place + shift)
        box = Box(left, middle - high / 2, left + wide, middle + high / 2)
        page.write([line], box, "right" if (value or 0) < 0 else "left")


def _completions(rows: tuple[BulletRow, ...]) -> tuple[Series, ...]:
    known = tuple(None if row.completion is None else 100.0 for row in rows)
    reached = tuple(None if row.completion is None else row.completion * 100 for row in rows)
    return (
        Series(name=_("target, %"), values=known, form="bar", fill=COLOURS.bands[0]),
        Series(name=_("latest actual, % of the target"), values=reached, form="bar", fill=COLOURS.actual),
    )


def _paces(rows: tuple[PaceRow, ...]) -> tuple[Series, ...]:
    return (
        Series(
            name=_("needed"),
            values=tuple(row.needed for row in rows),
            form="bar",
            fill=COLOURS.page,
            stroke=Stroke(COLOURS.needed, 5, "sysDash"),
        ),
        Series(name=_("reached"), values=tuple(row.reached for row in rows), form="bar", fill=COLOURS.actual),
    )


def _bars(
    page: SlidePage,
    drawn: DrawnSlide,
    rows: tuple[BulletRow, ...] | tuple[PaceRow, ...],
    series: tuple[Series, ...],
    *,
    gap: int,
    overlap: int,
) -> NativeChart:
    scale = 100.0 if isinstance(rows[0], BulletRow) else 1.0
    low, high = (end * scale for end in drawn.x_range)
    return NativeChart(
        corner=_("Goal"),
        categories=tuple(", ".join(part for part in (row.label, row.second) if part) for row in rows),
        series=series,
        axes=Axes(low=low, high=high, step=(high - low) / 4, flat=True, values_named=False, overlap=overlap),
        frame=drawn.plot,
        plot=drawn.plot,
        language=page.language,
        gap=gap,
    )
