"""The small chart of a path in a table's row, as an SVG image small enough to be made for every row."""

from tracker.charts.glide.timeline import Timeline, middle
from tracker.charts.palette import Theme, palette
from tracker.domain.assessment.verdicts import GoalReport

_WIDE, _HIGH, _EDGE = 84, 32, 6


def spark(report: GoalReport, *, theme: Theme = Theme.LIGHT) -> str:
    """Return a data URI of an SVG of 120 x 32: path dashed, actuals solid, the goal a diamond in its status colour."""
    # Nothing else in it means something in an address; a table has hundreds, so they are not gone through by letter.
    return "data:image/svg+xml," + spark_svg(report, theme=theme).replace("%", "%25").replace("#", "%23")


def spark_svg(report: GoalReport, *, theme: Theme = Theme.LIGHT) -> str:
    """Return the same as SVG text; it holds numbers and colours only, no name that would have to be escaped."""
    colours, timeline = palette(theme), Timeline(report)
    status = colours.status[report.group]
    first, last = timeline.years
    values = (
        [middle(point) for point in timeline.points]
        + [value for _year, value in timeline.path]
        + [*timeline.thresholds]
    )
    low, high = min(values, default=0.0), max(values, default=1.0)
    if timeline.rank:
        low, high = high, low

    def spot(year: float, value: float) -> tuple[float, float]:
        across = (year - first) / (last - first) if last > first else 0.5
        up = (value - low) / (high - low) if high != low else 0.5
        return round(_EDGE + across * (_WIDE - 2 * _EDGE), 1), round(_HIGH - _EDGE - up * (_HIGH - 2 * _EDGE), 1)

    path = [spot(*mark) for mark in timeline.path]
    if timeline.every_year:
        path = [spot(year, value) for value in timeline.thresholds[:1] for year in (first, last)]
    actual = [spot(point.year, middle(point)) for point in timeline.points]
    goal = (
        spot(timeline.due if timeline.due is not None else last, timeline.thresholds[0])
        if timeline.thresholds
        else None
    )
    parts = [_line(path, colours.needed, "stroke-dasharray='3 2'"), _line(actual, colours.actual, "stroke-width='2'")]
    parts += [f"<circle cx='{x}' cy='{y}' r='2.6' fill='{colours.actual}'/>" for x, y in actual[-1:]]
    parts += [_diamond(goal, status)] if goal else []
    return f"<svg xmlns='http://www.w3.org/2000/svg' width='{_WIDE}' height='{_HIGH}'>{''.join(parts)}</svg>"


def _line(spots: list[tuple[float, float]], colour: str, style: str) -> str:
    if len(spots) < 2:
        return ""
    return f"<polyline points='{' '.join(f'{x},{y}' for x, y in spots)}' fill='none' stroke='{colour}' {style}/>"


def _diamond(spot: tuple[float, float], colour: str) -> str:
    x, y = spot
    return f"<path d='M{x} {y - 4:.1f}l4 4l-4 4l-4 -4z' fill='{colour}'/>"
