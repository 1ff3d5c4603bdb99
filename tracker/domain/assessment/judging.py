"""The published rules and the order of decision: which step settles a goal's status by each rule."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.enum_codes import Codes, Flags, Floats, Rows, Years, code
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.paths import Paths
from tracker.domain.assessment.targets import TOLERANCE, Targets
from tracker.domain.kinds import Series, Traits
from tracker.domain.statuses import Rule, Status

#: From which ratio r on a goal is in a class (95 % / 60 % / 0 %: Eurostat's SDG monitoring and Open SDG).
RATIO_CLASSES = ((1.05, Status.AHEAD), (0.95, Status.ON_TRACK), (0.60, Status.BEHIND), (0.0, Status.FAR_BEHIND))
#: Up to which share of the remaining distance may be missing at the end (5 % / 20 %: German sustainability strategy).
SHARE_CLASSES = ((0.05, Status.ON_TRACK), (0.20, Status.BEHIND))

#: From which growth a year on a goal without a target is in a class (1 % and 0 %: Eurostat's SDG monitoring).
RATE_CLASSES = ((0.01, Status.ON_TRACK), (0.0, Status.BEHIND))


def classes_of_ratio(ratio: Floats) -> Codes:
    """Sort ratios of reached to asked into ahead, on track, behind, far behind, moving away; NaN is not assessable."""
    status = np.full(ratio.shape, code(Status.MOVING_AWAY), dtype=np.int8)
    for least, name in reversed(RATIO_CLASSES):
        status[ratio >= least - TOLERANCE * max(least, 1.0)] = code(name)
    status[np.isnan(ratio)] = code(Status.NOT_ASSESSABLE)
    return status


def compound_ratio(value: Floats, start: Floats, end: Floats, years: Floats, span: Floats) -> Floats:
    """Divide the yearly growth reached by the one asked; NaN where start or end is 0 or the three differ in sign.

    r = ((m/y0)^(1/(t-t0)) - 1) / ((yT/y0)^(1/(T-t0)) - 1): Eurostat, SDG monitoring report, annex on the method
    for indicators with a quantified target. NaN too where the goal starts in its due year.
    """
    with np.errstate(all="ignore"):
        known = (value * start > 0) & (end * start > 0) & (span > 0)
        reached = np.exp(np.log(np.where(known, value / start, np.nan)) / years) - 1
        asked = np.exp(np.log(np.where(known, end / start, np.nan)) / span) - 1
        return np.asarray(reached / asked)


def classes_of_projection(value: Floats, end: Floats, change: Floats, years_left: Floats, upward: Codes) -> Codes:
    """Sort goals by the share of the distance that would be missing at the end if the mean change went on.

    s = missing at the end / missing now; changes that lead away are moving away, NaN is too few points.
    """
    missing, gain = (end - value) * upward, change * upward
    with np.errstate(all="ignore"):
        passed = np.where(gain > 0, 0.0, np.where(gain < 0, np.inf, 1.0))
        share = np.where((missing > 0) & np.isfinite(missing), 1 - gain * years_left / missing, passed)
    status = np.full(value.shape, code(Status.FAR_BEHIND), dtype=np.int8)
    for most, name in reversed(SHARE_CLASSES):
        status[share <= most * (1 + TOLERANCE)] = code(name)
    status[share > 1 + TOLERANCE] = code(Status.MOVING_AWAY)
    status[np.isnan(change)] = code(Status.TOO_FEW_POINTS)
    return status


def _classes_between(targets: Targets, value: Floats, change: Floats, years_left: Floats) -> Codes:
    """Sort goals that can be passed on the far side by what would be missing on either side; shape (n,)."""
    low, high = targets.ends()
    missing, left = (
        np.maximum(np.maximum(low - each, each - high), 0) for each in (value, value + change * years_left)
    )
    gain = change * np.sign(low + high - 2 * value)
    share = np.where((missing > 0) & np.isfinite(left), left / missing, np.where(gain > 0, 0.0, 1.0))
    status = np.full(value.shape, code(Status.FAR_BEHIND), dtype=np.int8)
    for most, name in reversed(SHARE_CLASSES):
        status[share <= most * (1 + TOLERANCE)] = code(name)
    status[gain < 0] = code(Status.MOVING_AWAY)
    status[np.isnan(change)] = code(Status.TOO_FEW_POINTS)
    return status


def standing(value: Floats, mark: Floats, upward: Codes) -> Flags:
    """Mark values that have not fallen behind a mark; shape (n,)."""
    return (value - mark) * upward >= -TOLERANCE * np.abs(mark)


RULES = tuple(Rule)
TIME, COMPOUND, PROJECTION = range(len(RULES))


@dataclass(slots=True)
class Judgement:
    """Statuses by rule, shape (3, n), and the ratios of the time and the compound rule, shape (n,)."""

    status: Codes
    time: Floats
    compound: Floats


def judge(goals: GoalColumns, paths: Paths, base: Floats) -> Judgement:
    """Judge every goal that has a due year, a target and an actual by its course; steps 4 to 9 of the method."""
    judged = _judge_value(goals, paths, base, paths.low, paths.change_low)
    if paths.high is not paths.low:
        rows = np.flatnonzero((paths.low != paths.high) & ~(np.isnan(paths.low) & np.isnan(paths.high)))
        if len(rows):
            _judge_bounds(judged, goals, paths, base, rows)
    return judged


def _judge_value(goals: GoalColumns, paths: Paths, base: Floats, value: Floats, change: Floats) -> Judgement:
    """Judge one value a goal: at the due year, before it, or by ratio; steps 5 to 9."""
    growth = goals.having(lambda kind: kind.series is Series.MEAN_GROWTH)
    startless = growth | goals.having(lambda kind: kind.mean_of_plan)
    own = np.zeros(len(goals), dtype=np.bool_)
    satisfied = paths.targets.satisfied(value)
    with np.errstate(all="ignore"):
        judged = _judge_course(paths, paths.targets.turned(value), change, value)
        for trait, judge_own in _OWN_RULES:
            rows = np.flatnonzero(goals.having(trait))
            if len(rows):
                own[rows] = True
                judge_own(judged, rows, Found(paths, base, value, change, satisfied))
    status, start = judged.status, paths.start
    adrift = ~startless & (np.isnan(start) | (paths.since == 0))
    status[:, adrift] = code(Status.NO_BASELINE)
    lost = ~own & ~satisfied & paths.targets.satisfied(start)
    status[:, lost] = code(Status.MOVING_AWAY)
    judged.time[adrift | lost] = judged.compound[adrift | lost] = np.nan
    status[:, satisfied & ~own] = code(Status.MET_EARLY)
    status[:, paths.at_due & satisfied] = code(Status.MET)
    status[:, paths.at_due & ~satisfied] = code(Status.MISSED)
    unmeasured = np.isnan(value)
    if unmeasured.any():
        known = (paths.since > 0) & (growth | ~np.isnan(start))
        status[:, unmeasured] = np.where(known, code(Status.NOT_ASSESSABLE), code(Status.NO_BASELINE))[unmeasured]
        judged.time[unmeasured] = judged.compound[unmeasured] = np.nan
    return judged


def _judge_course(paths: Paths, value: Floats, change: Floats, measured: Floats) -> Judgement:
    """Compare what was reached with what the path asks, by each rule; step 9, for values as told or turned."""
    start, end, upward = paths.start, paths.end, paths.targets.upward
    years, span, left = (
        (till - since).astype(np.float64)
        for till, since in ((paths.year, paths.since), (paths.due, paths.since), (paths.due, paths.year))
    )
    asked = np.where(paths.asked > TOLERANCE, paths.asked, np.nan)
    time = (value - start) / (end - start) / asked
    compound = compound_ratio(value, start, end, years, span)
    status = np.empty((len(RULES), len(value)), dtype=np.int8)
    status[TIME] = classes_of_ratio(time)
    status[COMPOUND] = classes_of_ratio(compound)
    status[PROJECTION] = classes_of_projection(measured, end, change, left, upward)
    rows = np.flatnonzero(~np.isnan(paths.targets.other))
    if len(rows):
        ends = paths.targets.take(rows)
        status[PROJECTION, rows] = _classes_between(ends, measured[rows], change[rows], left[rows])
    judged = Judgement(status, time, compound)
    _where_no_ratio(judged, paths, value)
    return judged


def _where_no_ratio(judged: Judgement, paths: Paths, value: Floats) -> None:
    """Judge where the path asks no progress yet, or the start is the number asked and not enough; in place."""
    upward = paths.targets.upward
    rows = np.flatnonzero(paths.asked <= TOLERANCE)
    if len(rows):
        kept = standing(value[rows], paths.path[rows], upward[rows])
        judged.status[TIME, rows] = np.where(kept, code(Status.ON_TRACK), code(Status.BEHIND))
    rows = np.flatnonzero(paths.end == paths.start)
    if len(rows):
        kept = (value[rows] - paths.start[rows]) * upward[rows] >= 0
        judged.time[rows] = np.where(kept, 0.0, np.nan)
        judged.status[TIME, rows] = np.where(kept, code(Status.FAR_BEHIND), code(Status.MOVING_AWAY))
        one_sign = value[rows] * paths.start[rows] > 0
        judged.compound[rows] = np.where(one_sign, judged.time[rows], np.nan)
        judged.status[COMPOUND, rows] = np.where(one_sign, judged.status[TIME, rows], code(Status.NOT_ASSESSABLE))


@dataclass(slots=True)
class Found:
    """What is known of goals judged by rules of their own; arrays of shape (n,)."""

    paths: Paths
    base: Floats
    value: Floats
    change: Floats
    satisfied: Flags


def _judge_growth(judged: Judgement, rows: Rows, found: Found) -> None:
    """Judge mean yearly growth against the rate asked: by their ratio where more than 0 is asked; in place."""
    end = found.paths.end[rows]
    by_ratio = (end > 0) & np.isinf(found.paths.targets.high[rows])
    ratio = np.where(by_ratio, found.value[rows] / end, np.nan)
    judged.time[rows] = judged.compound[rows] = ratio
    kept = np.where(found.satisfied[rows], code(Status.ON_TRACK), code(Status.FAR_BEHIND))
    judged.status[:, rows] = np.where(by_ratio, classes_of_ratio(ratio), kept)
    judged.status[PROJECTION, rows] = code(Status.NOT_ASSESSABLE)


def _judge_mean(judged: Judgement, rows: Rows, found: Found) -> None:
    """Judge the mean of the plan's years so far, by every rule alike: the years left can still mend it; in place."""
    judged.time[rows] = judged.compound[rows] = np.nan
    judged.status[:, rows] = np.where(found.satisfied[rows], code(Status.ON_TRACK), code(Status.BEHIND))


def _judge_direction(judged: Judgement, rows: Rows, found: Found) -> None:
    """Judge on which side of the start a goal stands, its yearly growth, and its last changes; in place."""
    upward, base = found.paths.targets.upward[rows], found.base[rows]
    value, change = found.value[rows], found.change[rows]
    years = (found.paths.year - found.paths.since)[rows]
    judged.time[rows] = judged.compound[rows] = np.nan
    # Where no change is not enough, the start itself does not satisfy.
    still = np.where(
        found.paths.targets.satisfied(found.paths.start)[rows], *_codes(Status.ON_TRACK, Status.FAR_BEHIND)
    )
    judged.status[TIME, rows] = _classes_of_side(value * upward, still)
    judged.status[COMPOUND, rows] = classes_of_rate(base, base + value, years, upward)
    side = _classes_of_side(np.where(np.abs(change) <= TOLERANCE * np.abs(base), 0.0, change) * upward, still)
    judged.status[PROJECTION, rows] = np.where(np.isnan(change), code(Status.TOO_FEW_POINTS), side)


def _classes_of_side(gain: Floats, still: Codes) -> Codes:
    """Sort changes into on track and moving away; `still` is what no change is; shape (n,)."""
    return np.where(gain > 0, code(Status.ON_TRACK), np.where(gain < 0, code(Status.MOVING_AWAY), still))


def classes_of_rate(start: Floats, value: Floats, years: Years, upward: Codes) -> Codes:
    """Sort yearly growth the way that is asked: from 1 % a year on track, from 0 behind, under 0 moving away.

    Eurostat, SDG monitoring report, annex on the method for indicators without a quantified target. Not assessable
    where start and value differ in sign.
    """
    rate = np.where(value * start > 0, (value / start) ** (1 / years) - 1, np.nan) * np.sign(start) * upward
    status = np.full(rate.shape, code(Status.MOVING_AWAY), dtype=np.int8)
    for least, name in reversed(RATE_CLASSES):
        status[rate >= least - TOLERANCE] = code(name)
    status[np.isnan(rate)] = code(Status.NOT_ASSESSABLE)
    return status


def _codes(*statuses: Status) -> tuple[int, ...]:
    return tuple(code(status) for status in statuses)


#: Goals that are judged before their due year by rules of their own: never early, and never lost again.
_OWN_RULES: tuple[tuple[Callable[[Traits], bool], Callable[[Judgement, Rows, Found], None]], ...] = (
    (lambda kind: kind.series is Series.MEAN_GROWTH, _judge_growth),
    (lambda kind: kind.mean_of_plan, _judge_mean),
    (lambda kind: kind.direction, _judge_direction),
)


def _judge_bounds(judged: Judgement, goals: GoalColumns, paths: Paths, base: Floats, rows: Rows) -> None:
    """Judge bounded values at both ends: one status where the ends agree, else indeterminate; in place."""
    part = paths.take(rows)
    other = _judge_value(goals.take(rows), part, base[rows], part.high, part.change_high)
    two_sided = np.isfinite(part.targets.low) & np.isfinite(part.targets.high)
    across = two_sided & (part.low < part.targets.low) & (part.high > part.targets.high)
    same = (judged.status[:, rows] == other.status) & ~across
    judged.status[:, rows] = np.where(same, other.status, code(Status.INDETERMINATE))
    judged.time[rows] = judged.compound[rows] = np.nan
