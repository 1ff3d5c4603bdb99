"""The native chart of a worksheet, drawn of the columns of its table."""

from typing import Any

from xlsxwriter import Workbook

from tracker.briefings.xlsx.sheets import CHART_WIDE, TOP
from tracker.charts.office import Column, Edge, Look, Marker, NumberSheet
from tracker.charts.palette import Theme, palette

_COLOURS = palette(Theme.LIGHT)
_HIGH = 480
_NONE = {"none": True}


def insert_chart(book: Workbook, page: Any, numbers: NumberSheet) -> None:
    """Draw the chart of a sheet's columns below its table; none where no column that is drawn has a number."""
    count = len(numbers.columns[0].cells)
    drawn = [
        (look, place, column)
        for place, column in enumerate(numbers.columns)
        for look in column.looks
        if any(cell is not None for cell in column.cells)
    ]
    if not drawn:
        return
    scattered = {"subtype": "straight_with_markers"} if numbers.form == "scatter" else {}
    chart = book.add_chart({"type": numbers.form, **scattered})
    drawn.sort(key=lambda each: (each[0].layer, each[0].inside))
    for look, place, column in drawn:
        chart.add_series(_series(page.get_name(), numbers, look, place, column))
    unseen = [place for place, (look, _place, _column) in enumerate(drawn) if look.inside]
    letters = {"font": {"size": 11, "color": _COLOURS.muted}} if numbers.scale else {}
    chart.set_legend({"position": "bottom", "delete_series": unseen, **letters})
    _axes(chart, numbers)
    chart.set_title(_NONE)
    if numbers.form != "bar":
        chart.show_blanks_as("span")
    chart.set_chartarea({"border": _NONE})
    chart.set_size({"width": CHART_WIDE, "height": 120 + 44 * count if numbers.form == "bar" else _HIGH})
    page.insert_chart(TOP + count + 2, 0, chart)


def _series(sheet: str, numbers: NumberSheet, look: Look, place: int, column: Column) -> dict[str, Any]:
    last = TOP + len(column.cells)
    cells = {
        "name": look.name or [sheet, TOP, place],
        "categories": [sheet, TOP + 1, 0, last, 0],
        "values": [sheet, TOP + 1, place, last, place],
    }
    if numbers.form == "bar":
        border = _line(look.edge) if look.edge else _NONE
        return cells | {"fill": {"color": look.fill}, "border": border, "gap": 80, "overlap": numbers.overlap}
    line = _line(look.line) if look.line else _NONE
    if look.opacity < 1:
        line = line | {"transparency": round(100 * (1 - look.opacity))}
    return cells | {"line": line, "marker": _marker(look.mark) if look.mark else {"type": "none"}}


def _line(edge: Edge) -> dict[str, Any]:
    dash = {} if edge.dash == "solid" else {"dash_type": edge.dash}
    return {"color": edge.colour, "width": edge.width, **dash}


def _marker(mark: Marker) -> dict[str, Any]:
    return {"type": mark.symbol, "size": mark.size, "fill": {"color": mark.colour}, "border": _NONE}


def _axes(chart: Any, numbers: NumberSheet) -> None:
    grid = {"major_gridlines": {"visible": True, "line": {"color": _COLOURS.grid}}}
    if numbers.form == "bar":
        chart.set_y_axis({"reverse": True, "label_position": "low", "line": _NONE})
        chart.set_x_axis(grid)
    elif numbers.scale is None:
        chart.set_y_axis({"reverse": numbers.upside_down, **grid})
    else:
        (begin, last, every), scale = numbers.years, numbers.scale
        # A year on both sides leaves room for marks and labels, and bears no name.
        years = {
            "min": begin - every,
            "max": last + every,
            "major_unit": every,
            "num_format": f'[<{begin}]"";[>{last}]"";0',
            "num_font": {"size": 12, "color": _COLOURS.ink, "bold": True},
            "line": {"color": _COLOURS.axis},
            "major_tick_mark": "none",
            "minor_tick_mark": "none",
            "major_gridlines": {"visible": False},
        }
        values = {
            "min": scale.low,
            "max": scale.high,
            "major_unit": scale.step,
            "num_format": scale.form,
            "num_font": {"size": 12, "color": _COLOURS.muted},
            "line": _NONE,
            "name": numbers.unit,
        }
        turned = {"reverse": True, "crossing": "max"} if scale.upside_down else {"crossing": "min"}
        chart.set_x_axis(years)
        chart.set_y_axis(values | turned | grid)
