"""One plan: its goals as judged, milestones, totals, source, and the plans before and after."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import inf

from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.reports import GoalRecord, goal_report
from tracker.domain.explaining.target_wording import asked_by
from tracker.domain.plan_course import closed_from, is_running
from tracker.domain.records import Actual, Goal, Plan, Source, Zone
from tracker.domain.statuses import Group, rule_word
from tracker.errors import NotFoundError
from tracker.language import _, date_words, instant_words
from tracker.services.cache.goal_table import GoalTable, fetch_goal_table
from tracker.services.cache.query_cache import Catalogue, QueryCache, cache_of
from tracker.services.plan.goal_lines import GoalLine, goal_line
from tracker.services.view_settings import ViewSettings
from tracker.store import Reader, Store
from tracker.store.record.actuals import actuals_of_series
from tracker.store.record.definitions import entry_places
from tracker.store.record.definitions import goals as stored_goals


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """What is shown of one plan: the reports on its measured goals and milestones, in the plan's own order."""

    plan: Plan
    zone: Zone
    source: Source | None
    before: Plan | None
    after: tuple[Plan, ...]
    running: bool
    measured: tuple[GoalReport, ...]
    milestones: tuple[GoalReport, ...]
    view: ViewSettings
    revision: int

    @property
    def groups(self) -> dict[Group, int]:
        """How many of all its goals stand in each group."""
        counted = Counter(report.group for report in (*self.measured, *self.milestones))
        return {group: counted[group] for group in Group}


def plan_sheet(store: Store, plan: str, view: ViewSettings) -> PlanSheet:
    """Judge one plan's goals and put together what is shown of it; NotFoundError where there is none of that name."""
    cache = cache_of(store)
    known = cache.catalogue(view.as_of)
    if plan not in known.plans:
        raise NotFoundError(_("There is no plan “{plan}” here.").format(plan=plan))
    return cache.answer(("plan sheet", plan, view), lambda: _plan_sheet(cache, known, known.plans[plan], view))


def _plan_sheet(cache: QueryCache, known: Catalogue, plan: Plan, view: ViewSettings) -> PlanSheet:
    with cache.store.snapshot() as reader:
        goal_table = fetch_goal_table(reader, plan=plan.plan, as_of=view.as_of)
        goal_records = _records(reader, known, plan, goal_table, view)
        entered = entry_places(reader, plan.plan)
    standings = Standings.of(goal_table.goals, goal_table.actuals, view.year, view.about)
    reports = [goal_report(record, standings, row, view.rule) for row, record in enumerate(goal_records)]
    reports.sort(key=lambda report: own_place(report.goal, entered))
    return PlanSheet(
        plan=plan,
        zone=known.zones[plan.zone],
        source=known.sources.get(plan.source or ""),
        before=known.plans.get(plan.succeeds or ""),
        after=tuple(other for other in known.plans.values() if other.succeeds == plan.plan),
        running=is_running(plan.plan, closed_from(known.plans.values()), view.year),
        measured=tuple(report for report in reports if report.goal.traits.measured),
        milestones=tuple(report for report in reports if not report.goal.traits.measured),
        view=view,
        revision=cache.store.version(),
    )


def own_place(goal: Goal, entered: Mapping[str, int]) -> tuple[float, float, str]:
    """Return where a goal stands in its plan: in its order, those without a place in the order of their entry."""
    place = inf if goal.order is None else goal.order
    return place, entered.get(goal.goal, inf), goal.goal


def _records(
    reader: Reader, known: Catalogue, plan: Plan, goal_table: GoalTable, view: ViewSettings
) -> list[GoalRecord]:
    """Fetch the plan's goals with their actuals up to the year looked from, in the book's order."""
    by_place: dict[tuple[str, str], list[Actual]] = {}
    for actual in actuals_of_series(reader, [int(sery) for sery in goal_table.series], as_of=view.as_of):
        if actual.year is None or actual.year <= view.year:
            by_place.setdefault((actual.zone, actual.indicator), []).append(actual)
    stored = {goal.goal: goal for goal in stored_goals(reader, plan=plan.plan, as_of=view.as_of)}
    return [
        GoalRecord(
            goal=stored[key],
            plan=plan,
            indicator=known.indicators[indicator],
            zone=known.zones[plan.zone],
            actuals=tuple(by_place.get((plan.zone, indicator), ())),
            other=known.name_of_reference(stored[key]),
        )
        for key, indicator in zip(goal_table.keys, goal_table.indicators, strict=True)
    ]


def milestone_lines(reports: Iterable[GoalReport], group: Group | None, text: str) -> list[GoalLine]:
    """Put milestones into lines: those of one group (None: all) whose words hold a text."""
    lines = [
        goal_line(
            report.goal,
            report.plan,
            report.indicator.name,
            report.zone.name,
            asked_by(report.goal, report.indicator, report.plan, report.other),
            report.verdict,
        )
        for report in reports
        if group in (None, report.group)
    ]
    wanted = text.casefold().split()
    return [line for line in lines if all(word in f"{line.indicator} {line.asked}".casefold() for word in wanted)]


def about_plan(sheet: PlanSheet, made: datetime) -> list[tuple[str, str]]:
    """Return what the table of a plan is: of which plan and zone, how looked at, from which source, made when."""
    view, source = sheet.view, sheet.source
    known = _("now") if view.as_of is None else date_words(view.as_of.date())
    return [
        (_("Plan"), sheet.plan.name),
        (_("Zone"), sheet.zone.name),
        (_("As of"), known),
        (_("Seen from year"), str(view.year)),
        (_("Rule"), rule_word(view.rule)),
        (_("Source"), source.title if source else _("No source is given for this plan.")),
        (_("Publisher"), (source.publisher if source else None) or ""),
        (_("Published"), date_words(source.published) if source and source.published else ""),
        (_("Revision"), str(sheet.revision)),
        (_("Made"), instant_words(made)),
    ]
