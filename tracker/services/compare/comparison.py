"""One indicator across zones and successive plans: what each reported, targets and has reached, with words for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.explaining.goal_numbers import series_style
from tracker.domain.explaining.headlines import thing
from tracker.domain.explaining.reported_values import actual_words, reported_points
from tracker.domain.explaining.target_wording import asked_by, citation
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.plan_line import earlier_plans
from tracker.domain.records import Actual, Goal, Indicator, Zone
from tracker.domain.vocabulary import Accumulates, BaselineOrigin, Better, certainty_word
from tracker.language import _, ngettext, number, remarks
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.services.choices import distinct_labels
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.view_settings import ViewSettings
from tracker.store import Reader, Store
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals as stored_goals
from tracker.store.record.indicator_zones import indicators_with_values, zones_with

# More zones than this at once cannot be told apart on one chart.
MOST_ZONES = 8
# Of a zone with many plans the latest goals are compared.
MOST_GOALS = 4
"""The kinds of goals whose target is a level of the indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneRecord:
    """One zone's actuals of the indicator and its goals on it, the earlier due first.

    `before` are the goals of other zones' plans that the zone's plans succeed.
    """

    zone: Zone
    actuals: tuple[Actual, ...]
    points: tuple[Point, ...]
    reports: tuple[GoalReport, ...]
    before: tuple[GoalReport, ...] = ()

    @property
    def dated(self) -> tuple[GoalReport, ...]:
        """The goals that have a due year."""
        return tuple(report for report in self.reports if report.goal.due is not None)

    @property
    def successive(self) -> tuple[GoalReport, ...]:
        """The dated goals whose targets are levels in one unit, so that they can stand on one axis."""
        dated = sorted((*self.before, *self.dated), key=lambda report: report.goal.due or 0)
        levels = [report for report in dated if report.goal.traits.of_level and report.verdict.target is not None]
        return tuple(report for report in levels if report.unit == levels[-1].unit)


@dataclass(frozen=True, slots=True)
class ReportedValue:
    """One line of the comparison's table, in words."""

    zone: str
    year: int | None
    value: str
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator in some zones, and the same as a table, the latest year first."""

    indicator: Indicator
    zones: tuple[ZoneRecord, ...]
    table: tuple[ReportedValue, ...]


def indicators_to_pick(store: Store, view: ViewSettings) -> dict[str, str]:
    """List the indicators with a measurable goal or an actual: first those of several zones, by how much is known."""
    cache = cache_of(store)

    def find() -> dict[str, str]:
        known = cache.catalogue(view.as_of).indicators
        counted = indicators_with_values(store)
        here = [key for key in counted if key in known]
        ordered = sorted(here, key=lambda key: (counted[key][0] < 2, -counted[key][1], known[key].name, key))
        return distinct_labels((key, known[key].name) for key in ordered)

    return cache.answer(("indicators to pick", view.as_of), find)


def zones_not_here(store: Store, zones: Iterable[str], view: ViewSettings) -> list[str]:
    """Return those of some zones that do not exist."""
    known = cache_of(store).definitions(view.as_of).zones
    return [zone for zone in zones if zone not in known]


def zones_to_pick(store: Store, indicator: str, view: ViewSettings) -> dict[str, str]:
    """List the zones with a goal or an actual on an indicator, those with the most of both first."""
    cache = cache_of(store)

    def find() -> dict[str, str]:
        known = cache.catalogue(view.as_of).zones
        counted = {zone: counts for zone, counts in zones_with(store, indicator).items() if zone in known}
        ordered = sorted(counted, key=lambda zone: (-sum(counted[zone]), zone))
        return distinct_labels((zone, known[zone].name) for zone in ordered)

    return cache.answer(("zones to pick", indicator, view.as_of), find)


def compare(store: Store, indicator: str, zones: Sequence[str], view: ViewSettings) -> Comparison:
    """Put what some zones reported and want of one indicator side by side; at most `MOST_ZONES` of them."""
    known = cache_of(store).catalogue(view.as_of)
    measured = known.indicators[indicator]
    records = tuple(_record(store, known, measured, known.zones[zone], view) for zone in zones[:MOST_ZONES])
    table = [
        ReportedValue(
            record.zone.name,
            actual.year,
            actual_words(actual, measured, known.zones),
            certainty_word(actual.status),
            citation(known.sources.get(actual.source or ""), actual.locator),
        )
        for record in records
        for actual in sorted(record.actuals, key=lambda each: each.year or 0, reverse=True)
    ]
    return Comparison(measured, records, tuple(table))


def _record(store: Store, known: Catalogue, indicator: Indicator, zone: Zone, view: ViewSettings) -> ZoneRecord:
    """Fetch one zone's actuals and goals."""
    with store.snapshot() as reader:
        reported = actuals(reader, zone=zone.zone, indicator=indicator.indicator, as_of=view.as_of)
        seen = tuple(actual for actual in reported if actual.year is None or actual.year <= view.year)
        own_goals = stored_goals(reader, zone=zone.zone, indicator=indicator.indicator, as_of=view.as_of)
        wanted = sorted(own_goals, key=lambda goal: (goal.due or 0, goal.goal))[-MOST_GOALS:]
        earlier = _dated_before(reader, known, zone, indicator, {goal.plan for goal in wanted}, view)
    reports, before = ([goal_report_of(store, goal.goal, view) for goal in goals] for goals in (wanted, earlier))
    return ZoneRecord(
        zone=zone,
        actuals=seen,
        points=reported_points(seen, indicator),
        reports=tuple(reports),
        before=tuple(before),
    )


def _dated_before(
    reader: Reader, known: Catalogue, zone: Zone, indicator: Indicator, plans: Iterable[str], view: ViewSettings
) -> list[Goal]:
    """Fetch the dated goals of other zones' plans that some plans of a zone succeed."""
    earlier = {before for plan in plans for before in earlier_plans(known.plans, plan)}
    elsewhere = [plan for plan in sorted(earlier) if known.plans[plan].zone != zone.zone]
    if not elsewhere:
        return []
    dated = stored_goals(reader, plans=elsewhere, indicator=indicator.indicator, as_of=view.as_of)
    return [goal for goal in dated if goal.due is not None]


def comparison_headline(comparison: Comparison) -> str:
    """Return in one sentence what the comparison shows."""
    name, better = comparison.indicator.name, comparison.indicator.better
    latest = [(record, record.points[-1]) for record in comparison.zones if record.points and record.points[-1].exact]
    if len(latest) > 1 and better is not Better.NONE:
        latest.sort(key=lambda pair: pair[1].low or 0.0, reverse=better is Better.UP)
        (first, best), (last, least) = latest[0], latest[-1]
        text = _("{indicator}: {first} leads with {best} in {year}; {last} has {least} in {other}")
        if _of_one_year(comparison):
            text = _("{indicator}: {first} leads with {best} in {year} alone; {last} has {least} in {other} alone")
        return text.format(
            indicator=name, first=first.zone.name, best=_value(best, comparison), year=best.year, last=last.zone.name,
            least=_value(least, comparison), other=least.year,
        )  # fmt: skip
    wanted = max(comparison.zones, key=lambda record: len(record.successive), default=None)
    if wanted is not None and len(wanted.successive) > 1:
        return succession_headline(wanted)
    if latest:
        record, point = latest[0]
        text = _("{indicator}: {zone} stands at {value} in {year}")
        if _of_one_year(comparison):
            text = _("{indicator}: {zone} stands at {value}, the change in {year} alone")
        return text.format(indicator=name, zone=record.zone.name, value=_value(point, comparison), year=point.year)
    count = len(comparison.zones)
    return ngettext("{indicator} in {count} zone", "{indicator} in {count} zones", count).format(
        indicator=name, count=number(count)
    )


def succession_headline(record: ZoneRecord) -> str:
    """Return what successive plans wanted of one indicator."""
    first, last = record.successive[0], record.successive[-1]
    text = _("{zone} wanted {indicator} at {first} by {due}; {plan} wants {last} by {later}")
    if last.verdict.baseline_origin is BaselineOrigin.IMPLIED:
        text = _(
            "{zone} wanted {indicator} at {first} by {due}; {plan} wants {last} by {later}, from an implied {start}"
        )
    elsewhere = _("the later plan of {zone}").format(zone=last.zone.name)
    return text.format(
        zone=first.zone.name, indicator=thing(first.indicator.name), first=first.asked, due=first.goal.due,
        plan=_("the later plan") if first.zone == last.zone else elsewhere,
        last=last.asked, later=last.goal.due, start=VerdictFacts.of(last).base,
    )  # fmt: skip


def drawn_goals(record: ZoneRecord, comparison: Comparison) -> list[GoalReport]:
    """List the dated goals of a zone that are levels of the indicator in its own unit."""
    return [
        report
        for report in record.dated
        if report.goal.traits.of_level
        and report.verdict.target is not None
        and report.unit == comparison.indicator.unit
    ]


def goals_not_drawn(comparison: Comparison) -> list[str]:
    """Return the dated goals that no level on the axis shows, such as a total over years, each with its zone."""
    return [
        _("{zone}: {asked}").format(zone=record.zone.name, asked=asked_by(report.goal, report.indicator, report.plan))
        for record in comparison.zones
        for report in record.dated
        if report not in drawn_goals(record, comparison)
    ]


def cautions(comparison: Comparison) -> list[tuple[str, str]]:
    """List what may make zones or plans hard to compare, each with whom it concerns."""
    warnings = []
    names = {record.zone.zone: record.zone.name for record in comparison.zones}
    for record in comparison.zones:
        parent = names.get(record.zone.parent or "")
        if parent:
            text = _("lies within {parent}, so the one is part of the other")
            warnings.append((record.zone.name, text.format(parent=parent)))
    plans = {report.plan.plan: report.plan for record in comparison.zones for report in record.reports}
    notes: dict[str, list[str]] = {}
    for plan in plans.values():
        if plan.note:
            notes.setdefault(plan.note, []).append(plan.name)
    return warnings + [(remarks(named), note) for note, named in notes.items()]


def _of_one_year(comparison: Comparison) -> bool:
    """Whether a value is the percent change of its year, which says nothing on the years before."""
    return comparison.indicator.accumulates is Accumulates.ANNUAL_CHANGE


def _value(point: Point, comparison: Comparison) -> str:
    style = series_style(comparison.indicator, () if point.derived else (point.low,))
    return style.amount(point.low, sign=_of_one_year(comparison))
