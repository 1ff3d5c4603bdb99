"""What is drawn over years as a native chart: a series for each run of points, with the marks of the screen."""

from dataclasses import replace

from tracker.charts.office import Edge, Marker, OfficeChart, Series, ValueScale, rings
from tracker.charts.scene import Run, Scene
from tracker.language import _


def office_by_year(scene: Scene, name: str) -> OfficeChart:
    """Return the runs of a scene by year; its axes leave words and gridlines to the scene."""
    low, high = sorted(scene.y_range)
    years = range(round(scene.x_range[0] + 0.5), round(scene.x_range[1] - 0.5) + 1)
    runs = [run for run in scene.marks if isinstance(run, Run) and run.series]
    return OfficeChart(
        name=name,
        corner=_("Year"),
        categories=tuple(str(year) for year in years),
        series=tuple(_distinct([line for run in runs for line in _series(scene, run, years)])),
        scale=ValueScale(low=low, high=high, step=high - low, upside_down=scene.y_range[0] > scene.y_range[1]),
    )


def _series(scene: Scene, run: Run, years: range) -> list[Series]:
    known, dot, stroke = dict(run.spots), run.dot, run.stroke
    values = tuple(None if known.get(year) is None else float(known[year]) for year in years)
    if dot and dot.symbol == "diamond":
        # Two plans may want something for the same year: each goal is a series of its own.
        goal = Marker("diamond", dot.size * 1.05, scene.sheet.colours.ink)
        return [
            Series(
                name=f"{run.name}, {due:.0f}",
                values=tuple(float(value) if year == due else None for year in years),
                mark=goal,
            )
            for due, value in run.spots
        ]
    if dot and dot.edge and dot.colour == scene.sheet.colours.page:
        return rings(run.name, values, Marker("circle", dot.size, dot.edge.colour), scene.sheet.colours.page)
    line = Edge(stroke.colour, stroke.width, "dash" if stroke.dash else "solid") if stroke else None
    mark = Marker("circle", dot.size, dot.colour) if dot else None
    return [Series(name=run.name, values=values, stroke=line, mark=mark)]


def _distinct(series: list[Series]) -> list[Series]:
    """Return line and dots of the same numbers as one series, so that editing one moves both."""
    kept: list[Series] = []
    for line in series:
        twin = next((place for place, other in enumerate(kept) if _are_one(other, line)), None)
        if twin is None:
            kept.append(line)
        else:
            kept[twin] = replace(kept[twin], stroke=kept[twin].stroke or line.stroke, mark=kept[twin].mark or line.mark)
    return kept


def _are_one(line: Series, other: Series) -> bool:
    return line.name == other.name and line.values == other.values and not (line.mark and other.mark)
