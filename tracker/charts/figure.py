"""A scene on the screen: the one place where a Plotly figure is made."""

import html
from typing import Any, TypeAlias

import plotly.graph_objects as go

from tracker.charts.lettering import LINE, Line, visible
from tracker.charts.palette import FAMILY
from tracker.charts.scene import FIRST, Area, Axis, Bar, Label, Mark, Rule, Scene, Shape, Stroke

_Plain: TypeAlias = dict[str, Any]
# What Plotly reads as TeX ($…$) or as a place to fill in (%{…}).
_READ_BY_PLOTLY = str.maketrans({"$": "&#36;", "%": "&#37;"})


def escape(text: str) -> str:
    """Return text that Plotly shows letter by letter: no tags, links, line breaks, styles, TeX or templates."""
    seen = visible(text)
    # Plotly decodes &lt; &gt; &amp; and numeric entities once, after it has looked for tags; it does not know &quot;.
    escaped = html.escape(seen, quote=False)
    return escaped.translate(_READ_BY_PLOTLY) if "$" in seen or "%{" in seen else escaped


def as_figure(scene: Scene) -> go.Figure:
    """Return a scene as a Plotly figure."""
    sheet, plot = scene.sheet, scene.plot
    plain = {"zeroline": False, "showgrid": False, "fixedrange": True, "ticks": "", "automargin": False}
    return go.Figure(
        {
            "data": [_trace(mark) for mark in scene.marks],
            "layout": {
                # Everything is said here; Plotly's own template is longer than a whole chart.
                "template": {},
                "width": sheet.width,
                "height": sheet.height,
                "margin": {
                    "l": plot.left,
                    "r": sheet.width - plot.right,
                    "t": plot.top,
                    "b": sheet.height - plot.bottom,
                    "pad": 0,
                },
                "paper_bgcolor": sheet.colours.page,
                "plot_bgcolor": "rgba(0,0,0,0)",
                "font": {"family": FAMILY, "color": sheet.colours.muted, "size": sheet.font(28)},
                "showlegend": False,
                "hovermode": "closest",
                "dragmode": False,
                "hoverlabel": {
                    "align": "left",
                    "bgcolor": sheet.colours.card,
                    "bordercolor": sheet.colours.grid,
                    "font": {"family": FAMILY, "color": sheet.colours.ink, "size": max(13, sheet.font(24))},
                },
                "xaxis": plain | {"range": list(scene.x_range)} | _axis(scene.x_axis),
                "yaxis": plain | {"range": list(scene.y_range)} | _axis(scene.y_axis),
                "shapes": [_shape(shape) for shape in scene.shapes],
                "annotations": [text for label in scene.labels for text in _texts(scene, label)],
            },
        },
        # Checking every property takes ten times as long as the rest; the tests check them instead.
        _validate=False,
    )


def _trace(mark: Mark) -> _Plain:
    if isinstance(mark, Bar):
        return {
            "type": "bar",
            "orientation": "h",
            "x": [mark.length],
            "y": [mark.middle],
            "width": mark.height,
            "name": escape(mark.name),
            "marker": {"color": mark.colour, "line": {"width": 0}},
            "hoverinfo": "text",
            "hovertext": [escape(mark.hover)],
        }
    modes = [name for name, drawn in (("lines", mark.stroke), ("markers", mark.dot)) if drawn]
    drawn: _Plain = {
        "type": "scatter",
        "mode": "+".join(modes) or "none",
        "name": escape(mark.name),
        "x": [x for x, _y in mark.spots],
        "y": [y for _x, y in mark.spots],
        "cliponaxis": False,
        "hoverinfo": "text" if mark.hover else "skip",
        "hovertext": [escape(text) for text in mark.hover] or None,
    }
    if mark.stroke:
        drawn["line"] = _stroke(mark.stroke)
    if mark.fill:
        drawn |= {"fill": "toself", "fillcolor": mark.fill}
    if mark.dot:
        form = {} if mark.dot.symbol == "circle" else {"symbol": mark.dot.symbol}
        edge = {"line": _stroke(mark.dot.edge)} if mark.dot.edge else {}
        drawn["marker"] = {"size": mark.dot.size, "color": mark.dot.colour, "opacity": 1, **form, **edge}
    return drawn | ({"meta": {"step": mark.step}} if mark.step != FIRST else {})


def _stroke(stroke: Stroke | None) -> _Plain:
    if stroke is None:
        return {"width": 0}
    dash = {"dash": stroke.dash} if stroke.dash else {}
    return {"color": stroke.colour, "width": stroke.width, **dash}


def _shape(shape: Shape) -> _Plain:
    if isinstance(shape, Area):
        form = {"type": "rect", "fillcolor": shape.fill, "line": _stroke(shape.edge)}
        ref = {"xref": "x", "yref": "paper" if shape.whole else "y"}
        ends = {"x0": shape.x[0], "x1": shape.x[1], "y0": shape.y[0], "y1": shape.y[1]}
    elif isinstance(shape, Rule):
        form = {"type": "line", "line": _stroke(shape.stroke)}
        ref = {"xref": "x", "yref": "y"}
        ends = {"x0": shape.x[0], "x1": shape.x[1], "y0": shape.y[0], "y1": shape.y[1]}
    else:
        form = {"type": "circle", "fillcolor": shape.fill, "line": _stroke(shape.edge)}
        ref = {"xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel"}
        (across, up), half = shape.moved, shape.size / 2
        ends = {"xanchor": shape.place[0], "yanchor": shape.place[1]}
        ends |= {"x0": across - half, "x1": across + half, "y0": up - half, "y1": up + half}
    return {**form, **ref, **ends, "layer": shape.layer}


def _texts(scene: Scene, label: Label) -> list[_Plain]:
    """Return a label's lines, each anchored to the nearest place of the plot and the rest in pixels.

    So they stay at their place on the plot where the figure is stretched.
    """
    plot, top, texts = scene.plot, label.box.top, []
    across = min(max(label.edge, plot.left), plot.right)
    for line in label.lines:
        middle = top + line.size * LINE / 2
        down = min(max(middle, plot.top), plot.bottom)
        texts.append(
            {
                "text": _words(line),
                "xref": "paper",
                "yref": "paper",
                "x": (across - plot.left) / (plot.right - plot.left),
                "y": (plot.bottom - down) / (plot.bottom - plot.top),
                "xshift": label.edge - across,
                "yshift": down - middle,
                "xanchor": label.align,
                "yanchor": "middle",
                "showarrow": False,
                "borderpad": 0,
                "font": {"size": line.size, "color": line.colour},
                **({"bgcolor": label.ground} if label.ground else {}),
            }
        )
        top += line.size * LINE
    return texts


def _words(line: Line, usual: str = "") -> str:
    """Return a line's letters, bold where it is, in its own colour where that is not the usual one."""
    text = escape(line.text)
    if usual and line.colour != usual:
        text = f'<span style="color:{line.colour}">{text}</span>'
    return f"<b>{text}</b>" if line.bold else text


def _axis(axis: Axis | None) -> _Plain:
    if axis is None:
        return {"visible": False}
    drawn: _Plain = {
        "tickvals": [value for value, _line in axis.ticks],
        "ticktext": [_words(line, axis.letters.colour) for _value, line in axis.ticks],
        "tickfont": {"size": axis.letters.size, "color": axis.letters.colour},
        "tickangle": 0,
        "ticklabelstandoff": axis.standoff,
    }
    if axis.line:
        drawn |= {"showline": True, "linecolor": axis.line.colour, "linewidth": axis.line.width}
    if axis.grid:
        drawn |= {"showgrid": True, "gridcolor": axis.grid.colour, "gridwidth": axis.grid.width}
    return drawn
