"""The goals that slides are made of: judged as a set looks at them, from one state of the store."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tracker.domain.assessment.enum_codes import Rows
from tracker.domain.assessment.goal_columns import GoalRow
from tracker.domain.assessment.standings import GROUPS, Standings
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.reports import GoalRecord, goal_report
from tracker.domain.kinds import Kind
from tracker.domain.plan_course import NEVER
from tracker.domain.plan_line import plan_line
from tracker.domain.records import Actual, Plan, Zone
from tracker.domain.slides.slide_sets import Origin
from tracker.domain.statuses import Group
from tracker.domain.vocabulary import Nature
from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.cache.dimensions import Dimension, Dimensions, announced_in
from tracker.services.cache.goal_table import GoalTable, goal_table_of
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.services.overview.attention import by_need, silent
from tracker.services.slides.viewing import Frozen
from tracker.services.view_settings import ViewSettings
from tracker.store import Reader, Store
from tracker.store.record.actuals import actuals_of_series
from tracker.store.record.definitions import goals_named
from tracker.store.record.goal_rows import goal_rows

#: Of so many goals a set tells more than that they are counted: those that need most, and those with a slide.
MOST_MEASURED, MOST_MILESTONES = 80, 40


@dataclass(frozen=True, slots=True)
class SlideGoals:
    """The goals of a set: how many stand in each group, and the reports on those that slides tell of, by need.

    `beside` are goals of the zone's other plans on the same indicators, which stand on no slide by themselves.
    """

    counts: dict[Group, int]
    silent: int
    measured: tuple[GoalReport, ...]
    milestones: tuple[GoalReport, ...]
    beside: tuple[GoalReport, ...] = ()
    plans: tuple[Plan, ...] = ()
    zones: tuple[Zone, ...] = ()

    @property
    def reports(self) -> dict[str, GoalReport]:
        """The reports on the set's own goals by key."""
        return {report.goal.goal: report for report in (*self.measured, *self.milestones)}


def slide_goals(
    store: Store, origin: Origin, subjects: tuple[str, ...], frozen: Frozen, wanted: frozenset[str] = frozenset()
) -> SlideGoals:
    """Judge the goals of a plan, a zone with all under it, or those picked by hand; NotFoundError for none such.

    Reports are made of the goals that need most, and of those `wanted`.
    """
    cache = cache_of(store)
    known = cache.catalogue(frozen.view.as_of)
    _refuse_unknown(known, origin, subjects)
    question = ("slide goals", origin, subjects, frozen, wanted)
    return cache.answer(question, lambda: _slide_goals(store, known, origin, subjects, frozen, wanted))


def _refuse_unknown(known: Catalogue, origin: Origin, subjects: tuple[str, ...]) -> None:
    if origin is Origin.PLAN and subjects[0] not in known.plans:
        raise NotFoundError(_("There is no plan “{plan}” here.").format(plan=subjects[0]))
    if origin is Origin.ZONE and subjects[0] not in known.zones:
        raise NotFoundError(_("There is no zone “{zone}” here.").format(zone=subjects[0]))


def _slide_goals(
    store: Store,
    known: Catalogue,
    origin: Origin,
    subjects: tuple[str, ...],
    frozen: Frozen,
    wanted: frozenset[str],
) -> SlideGoals:
    view = frozen.view
    with store.snapshot() as reader:
        rows = [row for row in _rows(reader, known, origin, subjects, view) if row[0] not in frozen.unknown]
        rows = rows if origin is not Origin.ZONE else [row for row in rows if _announced(row, known, view)]
        own, others = _own(rows, origin, subjects)
        goal_table = goal_table_of(reader, [*own, *others], view.as_of)
        standings = Standings.of(goal_table.goals, goal_table.actuals, view.year, view.about)
        shown_rows = _told(goal_table, standings, view, len(own), wanted)
        judged = _reports(
            reader, known, goal_table, standings, view, [*shown_rows, *range(len(own), len(goal_table.keys))]
        )
    # What has a verdict or a value has more to tell than what has neither.
    reports = sorted((judged[row] for row in shown_rows), key=tells_nothing)
    groups = Counter(GROUPS[place] for place in standings.groups(view.rule)[: len(own)])
    return SlideGoals(
        counts={group: groups[group] for group in Group},
        silent=int(silent(standings)[: len(own)].sum()),
        measured=tuple(report for report in reports if report.goal.traits.measured),
        milestones=tuple(report for report in reports if not report.goal.traits.measured),
        beside=tuple(judged[row] for row in range(len(own), len(goal_table.keys))),
        plans=tuple(known.plans[key] for key in dict.fromkeys(goal_table.plans[: len(own)])),
        zones=tuple(known.zones[key] for key in dict.fromkeys(goal_table.zones[: len(own)])),
    )


def tells_nothing(report: GoalReport) -> bool:
    """Whether a goal has neither a verdict nor a value."""
    return report.group is Group.NO_VERDICT and not report.points


def _rows(
    reader: Reader, known: Catalogue, origin: Origin, subjects: tuple[str, ...], view: ViewSettings
) -> list[tuple[Any, ...]]:
    """Fetch the goals that can be meant, and for a plan those of the zone's other plans and of its line too."""
    if origin is Origin.ZONE:
        return list(goal_rows(reader, zone=subjects[0], with_children=True, as_of=view.as_of))
    if origin is Origin.PLAN:
        zone = known.plans[subjects[0]].zone
        elsewhere = [plan for plan in plan_line(known.plans, subjects[0]) if known.plans[plan].zone != zone]
        rows = list(goal_rows(reader, zone=zone, as_of=view.as_of))
        return rows + [row for plan in elsewhere for row in goal_rows(reader, plan=plan, as_of=view.as_of)]
    plans = sorted({goal.plan for goal in goals_named(reader, subjects, as_of=view.as_of).values()})
    by_goal = {row[0]: row for plan in plans for row in goal_rows(reader, plan=plan, as_of=view.as_of)}
    if gone := [key for key in subjects if key not in by_goal]:
        raise NotFoundError(_("There is no goal “{goal}” here.").format(goal=gone[0]))
    return [by_goal[key] for key in subjects]


def _announced(row: tuple[Any, ...], known: Catalogue, view: ViewSettings) -> bool:
    """Whether a goal's plan was announced by the year looked from, as the overview counts it."""
    return announced_in(known.plans[row[GoalRow._fields.index("plan")]]) <= view.year


def _own(
    rows: list[tuple[Any, ...]], origin: Origin, subjects: tuple[str, ...]
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Part a plan's goals from those of other plans on the same indicators."""
    if origin is not Origin.PLAN:
        return rows, []
    plan, indicator, kind, due = (GoalRow._fields.index(name) for name in ("plan", "indicator", "kind", "due"))
    own = [row for row in rows if row[plan] == subjects[0]]
    shared = {row[indicator] for row in own if Kind(row[kind]).traits.measured}
    beside = [row for row in rows if row[plan] != subjects[0] and row[indicator] in shared and row[due] is not None]
    return own, [row for row in beside if Kind(row[kind]).traits.measured]


def _told(
    goal_table: GoalTable, standings: Standings, view: ViewSettings, own: int, wanted: frozenset[str]
) -> list[int]:
    """Choose the rows that are told of, by need: the first of the measured and of the milestones, and those wanted."""
    ordered = by_need(np.arange(own, dtype=np.int64), standings, _held(goal_table), view.rule)
    milestone = ~standings.goals.measured
    first = {
        *_first(ordered[~milestone[ordered]], MOST_MEASURED),
        *_first(ordered[milestone[ordered]], MOST_MILESTONES),
    }
    return [int(row) for row in ordered if int(row) in first or goal_table.keys[row] in wanted]


def _held(goal_table: GoalTable) -> Dimensions:
    """Return what the goals of a book belong to; years play no part in who comes first."""
    return Dimensions(
        plan=Dimension.of(goal_table.plans),
        zone=Dimension.of(goal_table.zones),
        indicator=Dimension.of(goal_table.indicators),
        binding=np.array([nature == Nature.BINDING for nature in goal_table.natures], dtype=np.bool_),
        announced=np.zeros(len(goal_table.keys), dtype=np.int32),
        ends=np.zeros(len(goal_table.keys), dtype=np.int32),
        closed_from=np.full(len(goal_table.keys), NEVER, dtype=np.int32),
    )


def _first(rows: Rows, most: int) -> list[int]:
    return [int(row) for row in rows[:most]]


def _reports(
    reader: Reader,
    known: Catalogue,
    goal_table: GoalTable,
    standings: Standings,
    view: ViewSettings,
    rows: Sequence[int],
) -> dict[int, GoalReport]:
    """Put together what is shown of the goals in some rows."""
    keys = [goal_table.keys[row] for row in rows]
    stored = goals_named(reader, keys, as_of=view.as_of)
    reported = _actuals(reader, view, {int(goal_table.series[goal_table.goals.series[row]]) for row in rows})
    records = {}
    for row, key in zip(rows, keys, strict=True):
        goal, plan = stored[key], known.plans[goal_table.plans[row]]
        actuals = tuple(reported.get((plan.zone, goal.indicator), ()))
        named = dict.fromkeys([goal.source, plan.source, *(actual.source for actual in actuals)])
        records[row] = GoalRecord(
            goal=goal,
            plan=plan,
            indicator=known.indicators[goal.indicator],
            zone=known.zones[plan.zone],
            actuals=actuals,
            sources=tuple(known.sources[source] for source in named if source),
            other=known.name_of_reference(goal),
        )
    some = standings.take(np.array(rows, dtype=np.int64))
    return {row: goal_report(records[row], some, place, view.rule) for place, row in enumerate(rows)}


def _actuals(reader: Reader, view: ViewSettings, series: Iterable[int]) -> dict[tuple[str, str], list[Actual]]:
    """Fetch the actuals of some series up to the year looked from."""
    by_place: dict[tuple[str, str], list[Actual]] = {}
    for actual in actuals_of_series(reader, sorted(series), as_of=view.as_of):
        if actual.year is None or actual.year <= view.year:
            by_place.setdefault((actual.zone, actual.indicator), []).append(actual)
    return by_place
