"""Successive plans, and zones beside each other, on a slide: a native chart by year under the texts of the screen."""

from dataclasses import replace
from typing import Any

from tracker.briefings.deck.contents import Slide
from tracker.briefings.pptx.drawn_slide import DrawnSlide, plain
from tracker.briefings.pptx.goal_series import diamond, ring
from tracker.briefings.pptx.native_axes import Axes
from tracker.briefings.pptx.native_chart import NativeChart
from tracker.briefings.pptx.native_series import Mark, Series, Stroke
from tracker.briefings.pptx.slide_page import COLOURS, SlidePage
from tracker.charts.boxes import Box
from tracker.language import _

_ARROWS = {"triangle-down": "▼", "triangle-up": "▲"}


def over_years_slide(page: SlidePage, slide: Slide, name: str) -> None:
    """Draw what the screen draws over years: shapes behind, the chart, its texts."""
    drawn = DrawnSlide(slide)
    drawn.shapes(page)
    for value in drawn.layout["yaxis"].get("tickvals") or ():
        level = drawn.y(value)
        page.line((drawn.plot.left, level), (drawn.plot.right, level), COLOURS.grid, 2, _("Grid"))
    page.chart(_chart(page, drawn), name, slide.alt)
    drawn.write(page)


def _chart(page: SlidePage, drawn: DrawnSlide) -> NativeChart:
    years = _years(drawn)
    plot = Box(drawn.x(years[0] - 0.5), drawn.plot.top, drawn.x(years[-1] + 0.5), drawn.plot.bottom)
    frame = Box(min(plot.left, drawn.plot.left), plot.top - 10, max(plot.right, drawn.plot.right), plot.bottom + 10)
    low, high = sorted(drawn.y_range)
    return NativeChart(
        corner=_("Year"),
        categories=tuple(str(year) for year in years),
        series=tuple(_distinct([one for trace in drawn.traces for one in _series(trace, years)])),
        axes=Axes(
            low=low,
            high=high,
            step=high - low,
            upside_down=drawn.y_range[0] > drawn.y_range[1],
            years_named=False,
            values_named=False,
            ruled=False,
        ),
        frame=frame,
        plot=plot,
        language=page.language,
    )


def _years(drawn: DrawnSlide) -> list[int]:
    found = [year for trace in drawn.traces if _by_year(trace) for year in trace["x"]]
    return list(range(int(min(found)), int(max(found)) + 1))


def _by_year(trace: dict[str, Any]) -> bool:
    """Whether a trace has values of whole years that people may want to edit; arrows and threads have none."""
    symbol = (trace.get("marker") or {}).get("symbol", "")
    return symbol not in _ARROWS and trace["name"] != _("label") and all(float(x).is_integer() for x in trace["x"])


def _series(trace: dict[str, Any], years: list[int]) -> list[Series]:
    if not _by_year(trace):
        return []
    known = dict(zip((int(x) for x in trace["x"]), trace["y"], strict=True))
    values = tuple(None if known.get(year) is None else float(known[year]) for year in years)
    name, marker, line = plain(trace["name"]), trace.get("marker") or {}, trace.get("line") or {}
    size, colour = marker.get("size", 20.0), marker.get("color", COLOURS.ink)
    if marker.get("symbol") == "diamond":
        # Two plans may want something for the same year: each goal is a series of its own.
        return [
            Series(
                name=f"{name}, {int(x)}",
                values=tuple(float(y) if year == int(x) else None for year in years),
                mark=diamond(size * 1.05),
            )
            for x, y in zip(trace["x"], trace["y"], strict=True)
        ]
    if marker and colour == COLOURS.page:
        return ring(name, values, size, marker["line"]["color"])
    stroke = None
    if "lines" in trace["mode"]:
        stroke = Stroke(line["color"], line["width"], "dash" if line.get("dash") else "solid")
    return [Series(name=name, values=values, stroke=stroke, mark=Mark("circle", size, colour) if marker else None)]


def _distinct(series: list[Series]) -> list[Series]:
    """Return line and dots of the same numbers as one series, so that editing one moves both."""
    kept: list[Series] = []
    for one in series:
        twin = next(
            (
                place
                for place, other in enumerate(kept)
                if other.name == one.name and other.values == one.values and not (other.mark and one.mark)
            ),
            None,
        )
        if twin is None:
            kept.append(one)
        else:
            kept[twin] = replace(kept[twin], stroke=kept[twin].stroke or one.stroke, mark=kept[twin].mark or one.mark)
    return kept
