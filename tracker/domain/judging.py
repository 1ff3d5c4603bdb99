"""The order of decision: which step settles a goal's status, by each of the three rules."""

from dataclasses import dataclass

import numpy as np

from tracker.domain import rules
from tracker.domain.codes import Codes, Flags, Floats, Rows, code
from tracker.domain.courses import Courses
from tracker.domain.goal_columns import GoalColumns
from tracker.domain.measures import YEAR_BY_YEAR, Measures
from tracker.domain.vocabulary import Kind, Rule, Status

RULES = tuple(Rule)
TIME, COMPOUND, PROJECTION = range(len(RULES))


@dataclass(slots=True)
class Judgement:
    """Statuses by rule, shape (3, n), and the ratios of the time and the compound rule, shape (n,)."""

    status: Codes
    time: Floats
    compound: Floats


def judge(goals: GoalColumns, courses: Courses, measures: Measures) -> Judgement:
    """Judge every goal that has a due year, a target and an actual; steps 4 to 9 of the method."""
    judged = _judge_value(goals, courses, courses.low, courses.change_low)
    if courses.high is not courses.low:
        rows = np.flatnonzero((courses.low != courses.high) & ~(np.isnan(courses.low) & np.isnan(courses.high)))
        if len(rows):
            _judge_bounds(judged, goals, courses, rows)
    by_year = np.flatnonzero(goals.of_kind(*YEAR_BY_YEAR))
    if len(by_year):
        judged.status[:, by_year] = _judge_years(courses.take(by_year), measures.take(by_year))
        judged.time[by_year] = judged.compound[by_year] = np.nan
    return judged


def _judge_value(goals: GoalColumns, courses: Courses, value: Floats, change: Floats) -> Judgement:
    """Judge one value a goal: at the due year, before it, or by ratio; steps 5 to 9."""
    start, end, upward = courses.start, courses.end, courses.targets.upward
    satisfied = courses.targets.satisfied(value)
    growth = goals.of_kind(Kind.GROWTH)
    with np.errstate(all="ignore"):
        years = (courses.year - courses.since).astype(np.float64)
        flat = end == start
        no_way = np.where(rules.standing(value, start, upward), 0.0, -np.inf)
        asked = np.where(courses.asked > 0, courses.asked, np.nan)
        time = np.where(flat, no_way, (value - start) / (end - start) / asked)
        compound = rules.compound_ratio(value, start, end, years, (courses.due - courses.since).astype(np.float64))
        compound = np.where(flat, no_way, compound)
    if growth.any():
        time = np.where(growth, np.where((end > 0) & (upward > 0), value / end, np.nan), time)
        compound = np.where(growth, time, compound)
    status = np.empty((3, len(value)), dtype=np.int8)
    status[TIME] = rules.classes_of_ratio(time)
    status[COMPOUND] = rules.classes_of_ratio(compound)
    status[PROJECTION] = rules.classes_of_projection(
        value, end, change, (courses.due - courses.year).astype(np.float64), upward
    )
    _where_path_turns_back(status, courses, value)
    if growth.any():
        plain = growth & ~((end > 0) & (upward > 0))
        status[:2, plain] = np.where(satisfied, code(Status.ON_TRACK), code(Status.FAR_BEHIND))[plain]
        status[PROJECTION, growth] = code(Status.NOT_ASSESSABLE)
    lost = ~growth & courses.targets.satisfied(start)
    status[:, lost] = code(Status.MOVING_AWAY)
    status[:, np.isnan(start) & ~growth] = code(Status.NO_BASELINE)
    status[:, satisfied & ~growth] = code(Status.MET_EARLY)
    status[:, courses.at_due & satisfied] = code(Status.MET)
    status[:, courses.at_due & ~satisfied] = code(Status.MISSED)
    unmeasured = np.isnan(value)
    status[:, unmeasured] = np.where(
        (courses.since > 0) & ~np.isnan(start), code(Status.NOT_ASSESSABLE), code(Status.NO_BASELINE)
    )[unmeasured]
    return Judgement(status, np.where(lost & ~satisfied, np.nan, time), np.where(lost & ~satisfied, np.nan, compound))


def _where_path_turns_back(status: Codes, courses: Courses, value: Floats) -> None:
    """Judge against the path itself where interim values ask no progress yet, so that no ratio can be formed."""
    rows = np.flatnonzero(courses.asked <= 0)
    if len(rows):
        kept = rules.standing(value[rows], courses.path[rows], courses.targets.upward[rows])
        status[TIME, rows] = np.where(kept, code(Status.ON_TRACK), code(Status.BEHIND))


def _judge_bounds(judged: Judgement, goals: GoalColumns, courses: Courses, rows: Rows) -> None:
    """Judge bounded values at both ends: one status where the ends agree, else indeterminate; in place."""
    part = courses.take(rows)
    other = _judge_value(goals.take(rows), part, part.high, part.change_high)
    two_sided = np.isfinite(part.targets.low) & np.isfinite(part.targets.high)
    across = two_sided & (part.low < part.targets.low) & (part.high > part.targets.high)
    same = (judged.status[:, rows] == other.status) & ~across
    judged.status[:, rows] = np.where(same, other.status, code(Status.INDETERMINATE))
    judged.time[rows] = judged.compound[rows] = np.nan


def years_kept(courses: Courses, measures: Measures) -> tuple[Flags, Flags, Flags]:
    """Mark the years that count, those of them that keep the goal and those that break it; shape (n, k).

    A bound that straddles neither keeps nor breaks.
    """
    counted = measures.seen & (measures.year <= courses.year[:, None])
    kept = courses.targets.satisfied(measures.low) & courses.targets.satisfied(measures.high)
    low, high = courses.targets.low[:, None], courses.targets.high[:, None]
    broken = (measures.high < low) | (measures.low > high)
    return counted, counted & kept, counted & broken


def _judge_years(courses: Courses, measures: Measures) -> Codes:
    """Judge goals that every reported year of the plan must satisfy, by every rule alike; shape (n,)."""
    counted, kept, broken = years_kept(courses, measures)
    breach = broken.any(axis=1)
    unclear = (counted & ~kept & ~broken).any(axis=1)
    status = np.select(
        [breach & courses.at_due, breach, unclear, courses.at_due],
        [code(each) for each in (Status.MISSED, Status.BREACHED, Status.INDETERMINATE, Status.MET)],
        default=code(Status.ON_TRACK),
    )
    return status.astype(np.int8)
