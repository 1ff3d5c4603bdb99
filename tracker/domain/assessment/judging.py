"""The order of decision: which step settles a goal's status, by each of the three rules."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment import rules
from tracker.domain.assessment.enum_codes import Codes, Flags, Floats, Rows, code
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.measures import Measures
from tracker.domain.assessment.paths import Courses
from tracker.domain.assessment.targets import TOLERANCE
from tracker.domain.kinds import Series
from tracker.domain.statuses import Rule, Status

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
    by_year = np.flatnonzero(goals.by_year)
    if len(by_year):
        judged.status[:, by_year] = _judge_years(courses.take(by_year), measures.take(by_year))
        judged.time[by_year] = judged.compound[by_year] = np.nan
    return judged


def _judge_value(goals: GoalColumns, courses: Courses, value: Floats, change: Floats) -> Judgement:
    """Judge one value a goal: at the due year, before it, or by ratio; steps 5 to 9."""
    growth = goals.having(lambda kind: kind.series is Series.MEAN_GROWTH)
    satisfied = courses.targets.satisfied(value)
    with np.errstate(all="ignore"):
        judged = _judge_course(courses, courses.targets.turned(value), change, value)
        if growth.any():
            _judge_growth(judged, np.flatnonzero(growth), courses, value, satisfied)
    status, start = judged.status, courses.start
    adrift = ~growth & (np.isnan(start) | (courses.since == 0))
    status[:, adrift] = code(Status.NO_BASELINE)
    lost = ~growth & ~satisfied & courses.targets.satisfied(start)
    status[:, lost] = code(Status.MOVING_AWAY)
    judged.time[adrift | lost] = judged.compound[adrift | lost] = np.nan
    status[:, satisfied & ~growth] = code(Status.MET_EARLY)
    status[:, courses.at_due & satisfied] = code(Status.MET)
    status[:, courses.at_due & ~satisfied] = code(Status.MISSED)
    unmeasured = np.isnan(value)
    if unmeasured.any():
        known = (courses.since > 0) & (growth | ~np.isnan(start))
        status[:, unmeasured] = np.where(known, code(Status.NOT_ASSESSABLE), code(Status.NO_BASELINE))[unmeasured]
        judged.time[unmeasured] = judged.compound[unmeasured] = np.nan
    return judged


def _judge_course(courses: Courses, value: Floats, change: Floats, told: Floats) -> Judgement:
    """Compare what was reached with what the path asks, by each rule; step 9, for values as told or turned."""
    start, end, upward = courses.start, courses.end, courses.targets.upward
    years, span, left = (
        (till - since).astype(np.float64)
        for till, since in ((courses.year, courses.since), (courses.due, courses.since), (courses.due, courses.year))
    )
    asked = np.where(courses.asked > TOLERANCE, courses.asked, np.nan)
    time = (value - start) / (end - start) / asked
    compound = rules.compound_ratio(value, start, end, years, span)
    change = np.where(value == told, change, -change)
    status = np.empty((len(RULES), len(value)), dtype=np.int8)
    status[TIME] = rules.classes_of_ratio(time)
    status[COMPOUND] = rules.classes_of_ratio(compound)
    status[PROJECTION] = rules.classes_of_projection(value, end, change, left, upward)
    judged = Judgement(status, time, compound)
    _where_no_ratio(judged, courses, value)
    return judged


def _where_no_ratio(judged: Judgement, courses: Courses, value: Floats) -> None:
    """Judge where the path asks no progress yet, or the start is the number asked and not enough; in place."""
    upward = courses.targets.upward
    rows = np.flatnonzero(courses.asked <= TOLERANCE)
    if len(rows):
        kept = rules.standing(value[rows], courses.path[rows], upward[rows])
        judged.status[TIME, rows] = np.where(kept, code(Status.ON_TRACK), code(Status.BEHIND))
    rows = np.flatnonzero(courses.end == courses.start)
    if len(rows):
        kept = (value[rows] - courses.start[rows]) * upward[rows] >= 0
        judged.time[rows] = np.where(kept, 0.0, np.nan)
        judged.status[TIME, rows] = np.where(kept, code(Status.FAR_BEHIND), code(Status.MOVING_AWAY))
        one_sign = value[rows] * courses.start[rows] > 0
        judged.compound[rows] = np.where(one_sign, judged.time[rows], np.nan)
        judged.status[COMPOUND, rows] = np.where(one_sign, judged.status[TIME, rows], code(Status.NOT_ASSESSABLE))


def _judge_growth(judged: Judgement, rows: Rows, courses: Courses, value: Floats, satisfied: Flags) -> None:
    """Judge mean yearly growth against the rate asked: by their ratio where more than 0 is asked; in place."""
    end = courses.end[rows]
    by_ratio = (end > 0) & np.isinf(courses.targets.high[rows])
    ratio = np.where(by_ratio, value[rows] / end, np.nan)
    judged.time[rows] = judged.compound[rows] = ratio
    kept = np.where(satisfied[rows], code(Status.ON_TRACK), code(Status.FAR_BEHIND))
    judged.status[:, rows] = np.where(by_ratio, rules.classes_of_ratio(ratio), kept)
    judged.status[PROJECTION, rows] = code(Status.NOT_ASSESSABLE)


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
