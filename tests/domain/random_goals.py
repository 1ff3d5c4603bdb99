"""Random goals of every kind with random actuals, as valid bundles could hold them."""

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from tracker.domain.assessment.goal_columns import GoalColumns, GoalRow, goal_columns
from tracker.domain.assessment.series_columns import OPEN_HIGH, OPEN_LOW, ActualRow, SeriesColumns, series_columns

FIRST_YEAR, LAST_YEAR = 2014, 2028
KINDS = (
    *("level", "increase", "multiple", "change", "growth", "every_year", "range", "rank", "relative", "direction"),
    "milestone",
)
PERCENTS = ("change", "growth", "every_year", "relative")
STATES = ("not started", "under way", "done")


class Case(NamedTuple):
    """A goal with what was reported of its indicator, of its reference, and of a milestone's state."""

    goal: GoalRow
    rows: tuple[ActualRow, ...]
    reference: tuple[ActualRow, ...]
    states: tuple[tuple[int, str], ...]


def goal_row(**told: object) -> GoalRow:
    """Make a goal of level kind with what is told of it."""
    plain: dict[str, object] = {
        "goal": "g", "kind": "level", "comparator": None, "value": None, "value_high": None, "unit": None,
        "indicator_unit": "things", "due": None, "approximate": 0, "better": "up", "accumulates": "level",
        "start": None, "issued": None, "baseline_year": None, "baseline_value": None, "baseline_origin": None,
        "state": None, "series": 0, "reference_series": None, "interim": None,
    }  # fmt: skip
    return GoalRow(**(plain | told))  # type: ignore[arg-type]  # columns are told by name


def lay_out(cases: Sequence[Case]) -> tuple[GoalColumns, SeriesColumns]:
    """Lay out cases as columns: series 2i is the goal's own, 2i + 1 its reference's."""
    goals = [
        case.goal._replace(series=2 * i, reference_series=2 * i + 1 if case.goal.kind == "relative" else None)
        for i, case in enumerate(cases)
    ]
    rows: list[ActualRow] = []
    states: list[tuple[int, int, str]] = []
    for i, case in enumerate(cases):
        told = dict(case.states)
        years = sorted(told.keys() - {row[1] for row in case.rows})
        own = [*case.rows, *((0, year, None, None, None, 0) for year in years)]
        rows += [(2 * i, *row[1:]) for row in sorted(own, key=lambda row: row[1])]
        rows += [(2 * i + 1, *row[1:]) for row in case.reference]
        states += [(2 * i, year, state) for year, state in case.states]
    return goal_columns(goals), series_columns(rows, states, count=2 * len(cases))


def numbers(low: float = -400, high: float = 400) -> st.SearchStrategy[float]:
    """Draw numbers of one decimal, round ones often, so that borders are met exactly."""
    tenths = st.integers(round(low * 10), round(high * 10)).map(lambda tenth: tenth / 10)
    return st.one_of(tenths, st.integers(round(low / 10), round(high / 10)).map(lambda ten: float(ten * 10)))


@st.composite
def actual_rows(draw: st.DrawFn, of: st.SearchStrategy[float], *, inexact: bool = True) -> tuple[ActualRow, ...]:
    """Draw the actuals of one series: numbers mostly, some bounds, ranges and growths."""
    years = sorted(draw(st.sets(st.integers(FIRST_YEAR, LAST_YEAR), max_size=9)))
    return tuple(draw(_actual(year, of, inexact=inexact)) for year in years)


@st.composite
def _actual(draw: st.DrawFn, year: int, of: st.SearchStrategy[float], *, inexact: bool) -> ActualRow:
    ways = ["exact"] * 8 + ["over", "under", "at_least", "between", "growth", "both"] * inexact
    way, value = draw(st.sampled_from(ways)), draw(of)
    growth = draw(numbers(-60, 60)) if way in ("growth", "both") else None
    ends: dict[str, tuple[float | None, float | None, int]] = {
        "over": (value, None, OPEN_LOW),
        "at_least": (value, None, 0),
        "under": (None, value, OPEN_HIGH),
        "growth": (None, None, 0),
        "between": (value, value + draw(st.integers(1, 40)), 0),
    }
    low, high, open_end = ends.get(way, (value, value, 0))
    return 0, year, low, high, growth, open_end


@st.composite
def cases(draw: st.DrawFn, kinds: Sequence[str] = KINDS, *, inexact: bool = True) -> Case:
    """Draw a goal with its actuals."""
    kind = draw(st.sampled_from(kinds))
    accumulates = _way(draw, kind)
    size = _sizes(kind, accumulates)
    goal = goal_row(**_asked(draw, kind), **_dated(draw), kind=kind, accumulates=accumulates)
    goal = goal._replace(
        basis=draw(st.sampled_from((None, "each_year", "on_average"))) if kind == "relative" else None,
        measured_by=draw(st.sampled_from((None, None, "mean"))) if kind in ("level", "every_year", "range") else None,
        minimum=draw(st.sampled_from((None, None, -400.0))),
        maximum=draw(st.sampled_from((None, None, 400.0))),
    )
    if kind != "milestone" and draw(st.booleans()):
        origin = draw(st.sampled_from((None, "stated", "implied")))
        goal = goal._replace(baseline_value=draw(size), baseline_origin=origin)
    reference = draw(actual_rows(size, inexact=inexact)) if kind == "relative" else ()
    states = draw(st.dictionaries(st.integers(FIRST_YEAR, LAST_YEAR), st.sampled_from(STATES), max_size=3))
    rows = draw(actual_rows(size, inexact=inexact)) if kind != "milestone" else ()
    return Case(goal, rows, reference, tuple(sorted(states.items())) if kind == "milestone" else ())


def _way(draw: st.DrawFn, kind: str) -> str:
    """Say how the indicator of a kind of goal may accumulate."""
    ways: dict[str, tuple[str, ...]] = {
        "increase": ("flow", "level"),
        "change": ("level", "annual_change"),
        "growth": ("level", "annual_change"),
        "relative": ("level", "flow", "annual_change"),
    }
    return "rank" if kind == "rank" else draw(st.sampled_from(ways.get(kind, ("level", "flow"))))


def _sizes(kind: str, accumulates: str) -> st.SearchStrategy[float]:
    """Say how large the actuals may be."""
    if kind == "rank":
        return st.integers(1, 60).map(float)
    if accumulates == "annual_change":
        return numbers(-99, 60)
    return numbers(0, 400) if accumulates == "flow" or kind == "growth" else numbers()


def _asked(draw: st.DrawFn, kind: str) -> dict[str, object]:
    """Draw what a goal asks."""
    if kind == "milestone":
        return {"state": draw(st.sampled_from((None, *STATES)))}
    if kind == "direction":
        return {"comparator": draw(st.sampled_from((">=", ">", "<=", "<")))}
    comparators = ["between"] if kind == "range" else [None, ">=", ">", "<=", "<", "=", "between"]
    comparator = draw(st.sampled_from(comparators))
    value = draw(numbers(-30, 30) if kind in PERCENTS else numbers(0.5, 4) if kind == "multiple" else numbers())
    value = abs(value) if kind == "rank" else value
    high = value + draw(st.integers(1, 60)) if comparator == "between" else None
    missing = draw(st.integers(0, 30)) == 0
    return {
        "comparator": comparator,
        "value": None if missing else value,
        "value_high": high,
        "approximate": draw(st.sampled_from((0, 0, 1))),
        "better": draw(st.sampled_from(("up", "down", "none"))),
        "interim": draw(_interim()) if kind in ("level", "increase", "multiple", "change", "rank") else None,
    }


@st.composite
def _interim(draw: st.DrawFn) -> str | None:
    values = draw(st.dictionaries(st.integers(FIRST_YEAR, LAST_YEAR), numbers(), max_size=3))
    return ";".join(f"{year}={value}" for year, value in values.items()) if draw(st.booleans()) and values else None


def _dated(draw: st.DrawFn) -> dict[str, int | None]:
    """Draw the plan's first year, its issue, the baseline year and the due year, in an order that makes sense."""
    start = draw(st.none() | st.integers(2016, 2022))
    issued = draw(st.none() | st.integers(2016, 2022))
    begin = start or issued or 2019
    due = draw(st.none() | st.integers(begin, 2026)) if draw(st.integers(0, 3)) else draw(st.integers(begin, 2026))
    baseline_year = draw(st.none() | st.integers(2014, begin - 1))
    return {"start": start, "issued": issued, "due": due, "baseline_year": baseline_year}
