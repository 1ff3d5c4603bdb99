"""A figure's shapes as SVG: rectangles, lines, and circles that are measured in pixels."""

from tracker.charts.drawing import Drawn
from tracker.charts.svg.elements import Attributes, element, fill, stroke
from tracker.charts.svg.frame import Frame


def shape(frame: Frame, drawn: Drawn) -> str:
    """Write a shape.

    Raises:
        ValueError: It is of a type that the charts do not use.
    """
    x0, x1 = (_across(frame, drawn, drawn[end]) for end in ("x0", "x1"))
    y0, y1 = (_down(frame, drawn, drawn[end]) for end in ("y0", "y1"))
    line = drawn["line"]
    edge = stroke(line.get("color"), line["width"], line.get("dash"))
    cut: Attributes = {} if drawn["xref"] == drawn["yref"] == "paper" else {"clip-path": frame.clip}
    match drawn["type"]:
        case "line":
            return element("line", {"x1": x0, "y1": y0, "x2": x1, "y2": y1}, edge, cut)
        case "rect":
            corner: Attributes = {"x": min(x0, x1), "y": min(y0, y1)}
            size: Attributes = {"width": abs(x1 - x0), "height": abs(y1 - y0)}
            return element("rect", corner, size, fill(drawn["fillcolor"]), edge, cut)
        case "circle":
            centre: Attributes = {"cx": (x0 + x1) / 2, "cy": (y0 + y1) / 2}
            reach: Attributes = {"rx": abs(x1 - x0) / 2, "ry": abs(y1 - y0) / 2}
            return element("ellipse", centre, reach, fill(drawn["fillcolor"]), edge, cut)
        case other:
            raise ValueError(f"an SVG is drawn of lines, rectangles and circles, not of the shape {other!r}")


def _across(frame: Frame, drawn: Drawn, value: float) -> float:
    if drawn.get("xsizemode") == "pixel":
        return frame.across(drawn["xref"], drawn["xanchor"]) + value
    return frame.across(drawn["xref"], value)


def _down(frame: Frame, drawn: Drawn, value: float) -> float:
    if drawn.get("ysizemode") == "pixel":
        return frame.down(drawn["yref"], drawn["yanchor"]) - value
    return frame.down(drawn["yref"], value)
