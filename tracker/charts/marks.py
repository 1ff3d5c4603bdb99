"""The marks that mean the same on every chart: solid for actual, hollow for what is wanted, as Plotly dictionaries."""

from collections.abc import Sequence

from tracker.charts.drawing import Drawing, Drawn
from tracker.charts.escape import escape


def trace(name: str, spots: Sequence[tuple[float, float]], *, mode: str, hover: Sequence[str] = ()) -> Drawn:
    """Return a scatter trace through spots; texts for the pointer are not yet escaped."""
    return {
        "type": "scatter",
        "mode": mode,
        "name": escape(name),
        "x": [x for x, _y in spots],
        "y": [y for _x, y in spots],
        "cliponaxis": False,
        "hoverinfo": "text" if hover else "skip",
        "hovertext": [escape(text) for text in hover] or None,
    }


def hollow(drawing: Drawing, size: float, wide: float, colour: str) -> Drawn:
    """Return a marker of a size with an outline, filled with the page."""
    return {"size": size, "color": drawing.sheet.colours.page, "opacity": 1, "line": {"color": colour, "width": wide}}


def solid(drawing: Drawing, size: float, colour: str) -> Drawn:
    """Return a filled marker with a ring in the page's colour, which keeps it apart from lines."""
    ring = {"color": drawing.sheet.colours.page, "width": min(drawing.sheet.mark(4), size / 5)}
    return {"size": size, "color": colour, "opacity": 1, "line": ring}
