"""A goal's sheet in a workbook: its years in numbers, and a native chart of them in the marks of the screen."""

from collections.abc import Sequence
from typing import Any

from tracker.briefings.pptx.years import value_marks, year_step
from tracker.briefings.xlsx.sheets import CHART_WIDE, TOP, Cell, Sheets
from tracker.charts.glide.captions import projection_group
from tracker.charts.glide.timeline import Scene
from tracker.charts.glide.year_numbers import YearNumbers, year_numbers
from tracker.charts.palette import Theme, palette
from tracker.charts.value_words import shown_unit
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.vocabulary import certainty_word
from tracker.language import _, unit_word

COLOURS = palette(Theme.LIGHT)
_HIGH = 480
_EXACT, _FROM, _TO, _START, _PATH, _NEEDED, _AHEAD, _LOW, _HIGHEST, _GOAL, _GOAL_TO = (
    1,
    2,
    3,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
    13,
)


def goal_sheet(sheets: Sheets, page: Any, report: GoalReport) -> None:
    """Write a goal's years and draw its chart below them."""
    scene = Scene(report)
    years = year_numbers(scene)
    sheets.table(page, _heads(), [_row(scene, year) for year in years])
    if scene.values:
        page.insert_chart(TOP + len(years) + 2, 0, _chart(sheets, page, scene, years))


def _heads() -> tuple[str, ...]:
    return (
        _("Year"),
        _("Actual"),
        _("Bound or range, from"),
        _("Bound or range, to"),
        _("In words"),
        _("How settled"),
        _("Start"),
        _("Path to the goal"),
        _("Needed"),
        _("Projection"),
        _("80% band, lower end"),
        _("80% band, upper end"),
        _("Goal"),
        _("Goal, to"),
    )


def _row(scene: Scene, year: YearNumbers) -> list[Cell]:
    point, asked = year.point, scene.goal_levels if scene.values and year.year == scene.due else ()
    inexact = point if point is not None and not point.exact else None
    return [
        year.year,
        year.exact,
        inexact.low if inexact else None,
        inexact.high if inexact else None,
        year.said,
        certainty_word(point.certainty) if point else None,
        year.start,
        year.path,
        year.path if year.needed else None,
        year.projected,
        year.band[0] if year.band else None,
        year.band[1] if year.band else None,
        asked[0] if asked else None,
        asked[1] if len(asked) > 1 else None,
    ]


def _chart(sheets: Sheets, page: Any, scene: Scene, years: Sequence[YearNumbers]) -> Any:
    chart = sheets.book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    unseen: list[int] = []
    drawn = [one for one in _series(scene) if _known(scene, years, one["column"])]
    for place, one in enumerate(drawn):
        chart.add_series(_placed(page.get_name(), one, len(years)))
        if one.get("inside"):
            unseen.append(place)
    _axes(chart, scene)
    chart.set_legend({"position": "bottom", "delete_series": unseen, "font": {"size": 11, "color": COLOURS.muted}})
    chart.set_title({"none": True})
    chart.show_blanks_as("span")
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": CHART_WIDE, "height": _HIGH})
    return chart


def _known(scene: Scene, years: Sequence[YearNumbers], column: int) -> bool:
    return any(_row(scene, year)[column] is not None for year in years)


def _series(scene: Scene) -> list[dict[str, Any]]:
    """Return what is drawn of each column, from the back to the front; rings are two discs on each other."""
    ahead = COLOURS.status[projection_group(scene.report)]
    line = {"color": COLOURS.actual, "width": 3}
    band = {"color": ahead, "width": 1, "transparency": 40}
    start = _("implied") if scene.implied else _("start")
    return [
        {"column": _LOW, "line": band},
        {"column": _HIGHEST, "line": band},
        {"column": _PATH, "line": {"color": COLOURS.needed, "width": 2, "dash_type": "dash"}},
        *_ring(_NEEDED, _("Needed"), 8, COLOURS.needed),
        {"column": _AHEAD, "line": {"color": ahead, "width": 2.5, "dash_type": "round_dot"}},
        *([] if scene.from_zero else _ring(_START, start, 10, COLOURS.actual)),
        {"column": _EXACT, "line": line, "marker": _disc("circle", 10, COLOURS.actual)},
        {"column": _FROM, "marker": _disc("long_dash", 12, COLOURS.actual)},
        {"column": _TO, "marker": _disc("long_dash", 12, COLOURS.actual)},
        {"column": _GOAL, "marker": _disc("diamond", 13, COLOURS.ink)},
        {"column": _GOAL_TO, "marker": _disc("diamond", 13, COLOURS.ink)},
    ]


def _ring(column: int, name: str, size: int, colour: str) -> list[dict[str, Any]]:
    outer = {"column": column, "name": name, "marker": _disc("circle", size, colour)}
    return [outer, {"column": column, "marker": _disc("circle", size - 4, COLOURS.page), "inside": True}]


def _disc(symbol: str, size: int, colour: str) -> dict[str, Any]:
    return {"type": symbol, "size": size, "fill": {"color": colour}, "border": {"none": True}}


def _placed(sheet: str, one: dict[str, Any], count: int) -> dict[str, Any]:
    column, last = one["column"], TOP + count
    return {
        "name": one.get("name") or [sheet, TOP, column],
        "categories": [sheet, TOP + 1, 0, last, 0],
        "values": [sheet, TOP + 1, column, last, column],
        "line": one.get("line", {"none": True}),
        "marker": one.get("marker", {"type": "none"}),
    }


def _axes(chart: Any, scene: Scene) -> None:
    marks = value_marks(scene.y_range, shown_unit(scene.report))
    last = scene.years[1]
    begin, every = year_step(scene.years, 1100)
    # A year on both sides leaves room for marks and labels, and bears no name.
    shown = {
        "min": begin - every,
        "max": last + every,
        "major_unit": every,
        "num_format": f'[<{begin}]"";[>{last}]"";0',
    }
    font = {"size": 12, "color": COLOURS.ink, "bold": True}
    plain = {"line": {"color": COLOURS.axis}, "major_tick_mark": "none", "minor_tick_mark": "none"}
    grid = {"major_gridlines": {"visible": True, "line": {"color": COLOURS.grid}}}
    ends = {"min": marks.low, "max": marks.high, "major_unit": marks.step}
    turned = {"reverse": True, "crossing": "max"} if marks.upside_down else {"crossing": "min"}
    money = {"num_format": marks.form} if marks.named else {"num_format": "#,##0"}
    letters = {"num_font": {"size": 12, "color": COLOURS.muted}}
    chart.set_x_axis(plain | shown | {"num_font": font, "major_gridlines": {"visible": False}, "name": ""})
    chart.set_y_axis(
        ends | turned | grid | money | letters | {"line": {"none": True}, "name": unit_word(scene.report.unit)}
    )
