"""The course of each goal: from its start, by way of interim values, to its end, and how far along it is."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.enum_codes import Flags, Floats, Rows, Years
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.measures import Measures
from tracker.domain.assessment.targets import Targets, passed, towards
from tracker.domain.assessment.year_matrix import at_place, first_place, last_place, year_at

#: How many yearly changes the projection rule averages at most, and needs at least.
CHANGES_AT_MOST, CHANGES_AT_LEAST = 5, 3


@dataclass(slots=True)
class Paths:
    """One start, end and measured value a goal; arrays of shape (n,), years 0 and numbers NaN where unknown.

    `low` and `high` are the ends between which m lies in `year`, the year that judges; `at_due` marks goals judged
    on their due year or the first later one. `targets` and `path` lead to the end that lies before the start, `nearest`
    and `nearest_path` to the far one where m has passed it. `asked` is the progress the path asks by then, `change` the
    mean yearly change the projection rule carries on.
    """

    since: Years
    start: Floats
    due: Years
    targets: Targets
    nearest: Targets
    year: Years
    low: Floats
    high: Floats
    at_due: Flags
    elapsed: Floats
    asked: Floats
    path: Floats
    nearest_path: Floats
    change_low: Floats
    change_high: Floats

    def take(self, rows: Rows) -> "Paths":
        """Keep some rows."""
        told = ("targets", "nearest")
        kept = {name: getattr(self, name)[rows] for name in self.__slots__ if name not in told}
        return Paths(targets=self.targets.take(rows), nearest=self.nearest.take(rows), **kept)

    @property
    def end(self) -> Floats:
        """The target value yT."""
        return self.targets.value


def set_paths(goals: GoalColumns, base: Floats, measures: Measures, targets: Targets) -> Paths:
    """Find the year that judges each goal, and what the path asks by then; arrays of shape (n,)."""
    due_place = first_place(measures.seen & (measures.year >= goals.due[:, None]) & (goals.due > 0)[:, None])
    place = np.where(due_place >= 0, due_place, last_place(measures.seen))
    year = year_at(measures.year, place)
    low = at_place(measures.low, place)
    high = low if measures.high is measures.low else at_place(measures.high, place)
    targets = towards(targets, measures.start, low)
    span = (goals.due - measures.since).astype(np.float64)
    dated = (measures.since > 0) & (goals.due > 0) & (year > 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        elapsed = np.where(dated & (span > 0), np.minimum((year - measures.since) / span, 1.0), np.nan)
        elapsed[dated & (span <= 0)] = 1.0
    nearest = passed(targets, low)
    asked, path = _path_to(targets, goals, base, measures, year, elapsed)
    nearest_path = path if nearest is targets else _path_to(nearest, goals, base, measures, year, elapsed)[1]
    paths = Paths(
        measures.since, measures.start, goals.due, targets, nearest, year, low, high, due_place >= 0, elapsed, asked,
        path, nearest_path, low, high,
    )  # fmt: skip
    paths.change_low = mean_change(paths, measures, low)
    paths.change_high = paths.change_low if high is low else mean_change(paths, measures, high)
    return paths


def _path_to(
    targets: Targets, goals: GoalColumns, base: Floats, measures: Measures, year: Years, elapsed: Floats
) -> tuple[Floats, Floats]:
    """Return the progress that the path to a target asks by a year, and the value it has there; shape (n,)."""
    asked = elapsed
    path = measures.start + (targets.value - measures.start) * elapsed
    if goals.interim_year.shape[1]:
        asked, path = _through_interim(goals, base, measures, targets, year, path, elapsed)
    return asked, np.where(~goals.having(lambda kind: kind.has_path) & (year > 0), targets.value, path)


def _through_interim(
    goals: GoalColumns, base: Floats, measures: Measures, targets: Targets, year: Years, path: Floats, elapsed: Floats
) -> tuple[Floats, Floats]:
    """Lead the path through interim values where a goal has some: progress asked and path value, shape (n,)."""
    scale = np.where(goals.having(lambda kind: kind.factor), base, 1.0)[:, None]
    known = (goals.interim_year > measures.since[:, None]) & (goals.interim_year < goals.due[:, None])
    knots = np.column_stack((measures.since, np.where(known, goals.interim_year, 0), goals.due)).astype(np.float64)
    values = np.column_stack((measures.start, goals.interim_value * scale, targets.value))
    reached = np.minimum(year, goals.due)[:, None]
    before = np.where((knots > 0) & (knots <= reached), knots, -np.inf).argmax(axis=1)
    after = np.where((knots > 0) & (knots >= reached), knots, np.inf).argmin(axis=1)
    rows = np.arange(len(year))
    width = np.maximum(knots[rows, after] - knots[rows, before], 1.0)
    part = np.where(after == before, 0.0, (reached[:, 0] - knots[rows, before]) / width)
    through = values[rows, before] + (values[rows, after] - values[rows, before]) * part
    bent = known.any(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        asked = (through - measures.start) / (targets.value - measures.start)
    flat = targets.value == measures.start
    return np.where(bent & ~flat, asked, elapsed), np.where(bent, through, path)


def mean_change(paths: Paths, measures: Measures, value: Floats) -> Floats:
    """Average the last five yearly changes up to the judged value, NaN where there are fewer than three; shape (n,).

    A change over several years counts as as many equal yearly changes, so only the value five years before is needed.
    """
    years = (paths.year - paths.since).astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        change = np.where((paths.since > 0) & (years >= CHANGES_AT_LEAST), (value - paths.start) / years, np.nan)
    rows = np.flatnonzero((years > CHANGES_AT_MOST) & ~np.isnan(change))
    if len(rows):
        when = paths.year[rows] - CHANGES_AT_MOST
        change[rows] = (value[rows] - _value_in(measures.take(rows), when)) / CHANGES_AT_MOST
    return change


def _value_in(measures: Measures, when: Years) -> Floats:
    """Return the value in a year, on the straight line between the exact values beside it; shape (n,)."""
    usable = measures.seen & (measures.low == measures.high)
    year = np.column_stack((measures.since, np.where(usable, measures.year, 0))).astype(np.float64)
    value = np.column_stack((measures.start, measures.low))
    year[year == 0] = np.nan
    rows = np.arange(len(when))
    before = np.nanargmax(np.where(year <= when[:, None], year, -np.inf), axis=1)
    after = np.nanargmin(np.where(year >= when[:, None], year, np.inf), axis=1)
    width = year[rows, after] - year[rows, before]
    part = np.where(width > 0, (when - year[rows, before]) / np.where(width > 0, width, 1.0), 0.0)
    return np.asarray(value[rows, before] + (value[rows, after] - value[rows, before]) * part)
