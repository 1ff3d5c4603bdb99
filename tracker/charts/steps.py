"""The steps in which a presenter reveals a chart: what stands on it from the first, and what follows."""

from collections.abc import Sequence

import plotly.graph_objects as go

FIRST, PATH, PROJECTION = 1, 2, 3
"""Axes, goal and actuals; then the path and what it needs; then the projection with its band."""

_NAMED = "step "


def tag_trace(trace: dict[str, object], step: int) -> None:
    """Note the step of a trace where Plotly keeps it and draws nothing of it."""
    trace["meta"] = {"step": step}


def tag_mark(mark: dict[str, object], step: int) -> None:
    """Note the step of a shape or text in its name, which Plotly does not show."""
    mark["name"] = f"{_NAMED}{step}"


def trace_step(trace: dict[str, object]) -> int:
    """Return the step in which a trace appears."""
    meta = trace.get("meta")
    return int(meta["step"]) if isinstance(meta, dict) else FIRST


def mark_step(mark: dict[str, object]) -> int:
    """Return the step in which a shape or text appears."""
    name = mark.get("name")
    return int(name.removeprefix(_NAMED)) if isinstance(name, str) else FIRST


def close_gaps(traces: Sequence[dict[str, object]], marks: Sequence[dict[str, object]]) -> None:
    """Number the steps 1, 2, 3 …, so that every one reveals something."""
    found = sorted({FIRST, *map(trace_step, traces), *map(mark_step, marks)})
    places = {step: place for place, step in enumerate(found, 1)}
    if found == list(places.values()):
        return
    for trace in traces:
        if (step := trace_step(trace)) != FIRST:
            tag_trace(trace, places[step])
    for mark in marks:
        if (step := mark_step(mark)) != FIRST:
            tag_mark(mark, places[step])


def steps_of(figure: go.Figure) -> int:
    """Return in how many steps a figure is revealed: one where all of it is there at once."""
    drawn = figure.to_plotly_json()
    marks = [*(drawn["layout"].get("shapes") or ()), *(drawn["layout"].get("annotations") or ())]
    return max([FIRST, *map(trace_step, drawn["data"]), *map(mark_step, marks)])
