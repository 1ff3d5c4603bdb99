"""Sheets of a workbook for charts of a row per goal, for zones over the years, and for what is told in words."""

from typing import Any

from tracker.briefings.deck.contents import Bullets, Content, Paces, ZonesOverTime
from tracker.briefings.deck.number_tables import number_table
from tracker.briefings.xlsx.goal_sheet import COLOURS
from tracker.briefings.xlsx.sheets import CHART_WIDE, TOP, Cell, Sheets
from tracker.charts import marked
from tracker.charts.glide.timeline import middle
from tracker.language import _


def told_sheet(sheets: Sheets, page: Any, content: Content) -> None:
    """Write what a slide shows as a table in the words of the screen."""
    table = number_table(content)
    sheets.table(page, table.heads, table.rows)


def bullets_sheet(sheets: Sheets, page: Any, content: Bullets) -> None:
    """Write how far each goal is, with a bar for each."""
    heads = (
        _("Goal"),
        _("Zone and years"),
        _("Target, %"),
        _("Latest actual, % of the target"),
        _("In words"),
        _("Status"),
    )
    rows: list[list[Cell]] = [
        [
            row.label,
            row.second,
            None if row.completion is None else 100,
            None if row.completion is None else row.completion * 100,
            row.value,
            marked(row.group, row.status),
        ]
        for row in content.rows
    ]
    sheets.table(page, heads, rows)
    target = {"fill": {"color": COLOURS.bands[0]}, "border": {"none": True}}
    actual = {"fill": {"color": COLOURS.actual}, "border": {"none": True}}
    if any(row.completion is not None for row in content.rows):
        _bars(sheets, page, len(rows), [(2, target), (3, actual)], overlap=100)


def paces_sheet(sheets: Sheets, page: Any, content: Paces) -> None:
    """Write the pace needed beside the pace reached, with bars for both."""
    heads = (_("Goal"), _("Years"), _("Needed"), _("Reached"), _("Needed, in words"), _("Reached, in words"))
    rows: list[list[Cell]] = [
        [row.label, row.second, row.needed, row.reached, row.needed_words, row.reached_words] for row in content.rows
    ]
    sheets.table(page, heads, rows)
    needed = {"fill": {"color": COLOURS.page}, "border": {"color": COLOURS.needed, "width": 2, "dash_type": "dash"}}
    reached = {"fill": {"color": COLOURS.actual}, "border": {"none": True}}
    _bars(sheets, page, len(rows), [(2, needed), (3, reached)], overlap=-30)


def zones_sheet(sheets: Sheets, page: Any, content: ZonesOverTime) -> None:
    """Write a column per zone, with a line for each that has actuals."""
    years = sorted({point.year for one in content.series for point in one.points})
    columns = [{point.year: middle(point) for point in one.points} for one in content.series]
    rows: list[list[Cell]] = [[year, *(column.get(year) for column in columns)] for year in years]
    sheets.table(page, [_("Year"), *(one.zone for one in content.series)], rows)
    chart = sheets.book.add_chart({"type": "line"})
    for place, one in enumerate(content.series, 1):
        colour = COLOURS.actual if one.chosen else COLOURS.needed
        if one.points:
            chart.add_series(_range(page, place, len(rows)) | {
                "line": {"color": colour, "width": 3 if one.chosen else 2},
                "marker": {"type": "circle", "size": 7, "fill": {"color": colour}, "border": {"none": True}},
            })  # fmt: skip
    chart.set_y_axis({"reverse": content.rank, "major_gridlines": {"visible": True, "line": {"color": COLOURS.grid}}})
    chart.show_blanks_as("span")
    _insert(page, chart, len(rows), 480)


def _bars(sheets: Sheets, page: Any, count: int, columns: list[tuple[int, dict[str, Any]]], *, overlap: int) -> None:
    chart = sheets.book.add_chart({"type": "bar"})
    for column, looks in columns:
        chart.add_series(_range(page, column, count) | looks | {"gap": 80, "overlap": overlap})
    chart.set_y_axis({"reverse": True, "label_position": "low", "line": {"none": True}})
    chart.set_x_axis({"major_gridlines": {"visible": True, "line": {"color": COLOURS.grid}}})
    _insert(page, chart, count, 120 + 44 * count)


def _range(page: Any, column: int, count: int) -> dict[str, Any]:
    name, last = page.get_name(), TOP + count
    return {
        "name": [name, TOP, column],
        "categories": [name, TOP + 1, 0, last, 0],
        "values": [name, TOP + 1, column, last, column],
    }


def _insert(page: Any, chart: Any, rows: int, high: int) -> None:
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom"})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": CHART_WIDE, "height": high})
    page.insert_chart(TOP + rows + 2, 0, chart)
