"""The assessment: every goal judged by the three published rules, as one function over columns."""

from dataclasses import dataclass, fields

import numpy as np

from tracker.domain.assessment.enum_codes import NONE, Codes, Flags, Floats, Rows, Years, code, code_of
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.judging import Judgement, judge
from tracker.domain.assessment.measures import survey
from tracker.domain.assessment.paths import Paths, set_paths
from tracker.domain.assessment.series_columns import SeriesColumns
from tracker.domain.assessment.targets import TOLERANCE, set_targets
from tracker.domain.assessment.year_matrix import YearMatrix, at_place, last_place, year_at
from tracker.domain.assessment.yearly import judge_years
from tracker.domain.statuses import Status
from tracker.domain.vocabulary import MilestoneState

#: How far below (or above) its value a goal "about" a number is still satisfied.
ABOUT = 0.05
# Goals are judged in blocks whose columns stay in the processor's cache: four times as fast as all at once.
_BLOCK = 8192

_STATUS_OF_STATE = np.array(
    [code(each) for each in (Status.NOT_STARTED, Status.UNDER_WAY, Status.DONE, Status.NO_ACTUAL_YET)], dtype=np.int8
)


@dataclass(frozen=True, slots=True)
class Assessment:
    """How each goal stands; arrays of shape (n,), `status` of shape (3, n) in the order of the rules.

    Years are 0 and numbers NaN where undefined; numbers are in the goal's unit, but base and latest in the unit the
    actuals are counted in. m starts in `since` at `start`; `year` judges, and `low` and `high` are the ends of m in it:
    in `decided` where a goal of every year is decided by another. `target` is the value asked, or the nearest to m of
    the two asked, `other` the far one. `satisfied` marks goals whose m is as they want it, `begun_satisfied` those
    whose start is. `asked` is the progress the path asks by then, `change` the mean of the last five yearly changes;
    `moving_back` marks goals reached early that these lead away from.
    """

    status: Codes
    time: Floats
    compound: Floats
    since: Years
    base_year: Years
    base: Floats
    base_origin: Codes
    start: Floats
    target: Floats
    other: Floats
    upward: Codes
    due: Years
    year: Years
    decided: Years
    low: Floats
    high: Floats
    satisfied: Flags
    begun_satisfied: Flags
    elapsed: Floats
    asked: Floats
    path: Floats
    change: Floats
    at_due: Flags
    moving_back: Flags
    overdue: Flags
    start_only: Flags
    latest_year: Years
    latest_low: Floats
    latest_high: Floats

    def __len__(self) -> int:
        """Count the goals."""
        return len(self.year)


def assess(goals: GoalColumns, actuals: SeriesColumns, looked_from: int, about: float = ABOUT) -> Assessment:
    """Judge every goal on the actuals up to a year; `about` is the tolerance of "about" (0.05 for 5 %)."""
    blocks = [
        _assess_block(goals.take(slice(begin, begin + _BLOCK)), actuals, looked_from, about)
        for begin in range(0, max(len(goals), 1), _BLOCK)
    ]
    if len(blocks) == 1:
        return blocks[0]
    names = [field.name for field in fields(Assessment)]
    return Assessment(*(np.concatenate([getattr(block, name) for block in blocks], axis=-1) for name in names))


def _assess_block(goals: GoalColumns, actuals: SeriesColumns, looked_from: int, about: float) -> Assessment:
    """Judge the goals of one block."""
    matrix, baselines, measures = survey(goals, actuals, looked_from)
    targets = set_targets(goals, baselines.value, about)
    paths = set_paths(goals, baselines.value, measures, targets)
    judged = judge(goals, paths, baselines.value)
    decided = judge_years(judged, goals, paths, measures)
    past_due = (goals.due > 0) & (goals.due < looked_from)
    silent, valueless = paths.year == 0, goals.having(lambda kind: kind.direction)
    _settle_before_judging(judged, goals, paths, silent)
    latest_year, latest_low, latest_high = _latest(goals, actuals, matrix)
    milestones = np.flatnonzero(~goals.measured)
    if len(milestones):
        judged.status[:, milestones] = _judge_milestones(goals.take(milestones), actuals, looked_from)
    return Assessment(
        status=judged.status,
        time=judged.time,
        compound=judged.compound,
        since=paths.since,
        base_year=baselines.year,
        base=baselines.value,
        base_origin=baselines.origin,
        start=paths.start,
        target=np.where(valueless, np.nan, paths.nearest.value),
        other=paths.nearest.other,
        upward=paths.nearest.upward,
        due=goals.due,
        year=paths.year,
        decided=decided,
        low=paths.low,
        high=paths.high,
        satisfied=paths.targets.satisfied(paths.low) & paths.targets.satisfied(paths.high),
        begun_satisfied=paths.targets.satisfied(paths.start),
        elapsed=paths.elapsed,
        asked=paths.asked,
        path=np.where(valueless, np.nan, paths.nearest_path),
        change=paths.change_low,
        at_due=paths.at_due,
        moving_back=_moving_back(judged, paths),
        overdue=past_due & ~paths.at_due & ~_told(goals, judged),
        start_only=silent & ~np.isnan(baselines.value) & ~np.isnan(paths.end),
        latest_year=latest_year,
        latest_low=latest_low,
        latest_high=latest_high,
    )


def _latest(goals: GoalColumns, actuals: SeriesColumns, matrix: YearMatrix) -> tuple[Years, Floats, Floats]:
    """Return the year and the ends of each goal's latest actual as reported, open ends unmoved; shape (n,)."""
    place = last_place(matrix.reported)
    unmoved = actuals.judged_low is actuals.low and actuals.judged_high is actuals.high
    if unmoved or not len(actuals.year):
        return year_at(matrix.year, place), at_place(matrix.low, place), at_place(matrix.high, place)
    row = np.where(place >= 0, actuals.offset[goals.series] + place, 0)
    low, high = (np.where(place >= 0, ends[row] / goals.factor, np.nan) for ends in (actuals.low, actuals.high))
    return year_at(matrix.year, place), low, high


def _moving_back(judged: Judgement, paths: Paths) -> Flags:
    """Mark goals reached before their due year whose last changes lead away from what they ask; shape (n,)."""
    early: Flags = (judged.status[0] == code(Status.MET_EARLY)) & np.isnan(paths.targets.other)
    rows = np.flatnonzero(early & (paths.low == paths.high))
    early[:] = False
    early[rows] = paths.change_low[rows] * paths.targets.upward[rows] < -TOLERANCE * np.abs(paths.low[rows])
    return early


def _told(goals: GoalColumns, judged: Judgement) -> Flags:
    """Mark the milestones of which something was reported; shape (n,)."""
    return np.asarray(~goals.measured & (judged.status[0] != code(Status.NO_ACTUAL_YET)))


def _settle_before_judging(judged: Judgement, goals: GoalColumns, paths: Paths, silent: Flags) -> None:
    """Settle goals that cannot be judged, the first reason last so that it stands; steps 3 and 2, in place."""
    for rows, status in (
        (silent, Status.NO_ACTUAL_YET),
        (np.isnan(paths.end), Status.NO_TARGET_VALUE),
        (goals.due == 0, Status.NO_DUE_YEAR),
    ):
        judged.status[:, rows] = code(status)
        judged.time[rows] = judged.compound[rows] = np.nan


def _judge_milestones(goals: GoalColumns, actuals: SeriesColumns, looked_from: int) -> Codes:
    """Take a milestone as last reported, missed where it is past due and known not to be done; shape (n,)."""
    reported = _latest_states(goals.series, actuals, looked_from)
    state = np.where(reported == NONE, goals.state, reported)
    status = _STATUS_OF_STATE[state]
    late = (goals.due > 0) & (goals.due < looked_from) & (state != NONE)
    return np.where(late & (state != code_of(MilestoneState, "done")), code(Status.MISSED), status).astype(np.int8)


def _latest_states(series: Rows, actuals: SeriesColumns, looked_from: int) -> Codes:
    """Return the state last reported for each series, -1 for none; shape (n,)."""
    latest = np.full(len(series), NONE, dtype=np.int8)
    for row, number in enumerate(series):
        own = slice(int(actuals.offset[number]), int(actuals.offset[number + 1])) if number >= 0 else slice(0, 0)
        states = actuals.state[own][(actuals.year[own] <= looked_from) & (actuals.state[own] != NONE)]
        if len(states):
            latest[row] = states[-1]
    return latest
