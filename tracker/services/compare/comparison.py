"""One indicator across zones and across successive plans: what each reported, wants, needs and has reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.explaining.reported_values import actual_words, reported_points
from tracker.domain.explaining.target_wording import citation
from tracker.domain.records import Actual, Indicator, Zone
from tracker.domain.vocabulary import certainty_word
from tracker.services.cache.query_cache import ledger_of
from tracker.services.choices import told_apart
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.view_settings import Look
from tracker.store import Store
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals as stored_goals
from tracker.store.record.indicator_zones import indicators_told, zones_with

# More zones than this at once cannot be told apart on one chart.
MOST_ZONES = 8
# Of a zone with many plans the latest goals are compared.
MOST_GOALS = 4
"""The kinds of goals whose target is a level of the indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneRecord:
    """One zone's actuals of the indicator and its goals on it, the earlier due first."""

    zone: Zone
    actuals: tuple[Actual, ...]
    points: tuple[Point, ...]
    reports: tuple[GoalReport, ...]

    @property
    def dated(self) -> tuple[GoalReport, ...]:
        """The goals that have a due year."""
        return tuple(report for report in self.reports if report.goal.due is not None)

    @property
    def successive(self) -> tuple[GoalReport, ...]:
        """The dated goals whose targets are levels in one unit, so that they can stand on one axis."""
        levels = [
            report for report in self.dated if report.goal.kind.traits.of_level and report.verdict.target is not None
        ]
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


def indicators_to_pick(store: Store, look: Look) -> dict[str, str]:
    """List the indicators with a measurable goal or an actual: first those of several zones, by how much is known."""
    ledger = ledger_of(store)

    def find() -> dict[str, str]:
        known = ledger.catalogue(look.as_of).indicators
        told = indicators_told(store)
        here = [key for key in told if key in known]
        ordered = sorted(here, key=lambda key: (told[key][0] < 2, -told[key][1], known[key].name, key))
        return told_apart((key, known[key].name) for key in ordered)

    return ledger.answer(("indicators to pick", look.as_of), find)


def zones_not_here(store: Store, zones: Iterable[str], look: Look) -> list[str]:
    """Give those of some zones that there are not."""
    known = ledger_of(store).definitions(look.as_of).zones
    return [zone for zone in zones if zone not in known]


def zones_to_pick(store: Store, indicator: str, look: Look) -> dict[str, str]:
    """List the zones with a goal or an actual on an indicator, those with the most of both first."""
    ledger = ledger_of(store)

    def find() -> dict[str, str]:
        known = ledger.catalogue(look.as_of).zones
        told = {zone: counts for zone, counts in zones_with(store, indicator).items() if zone in known}
        ordered = sorted(told, key=lambda zone: (-sum(told[zone]), zone))
        return told_apart((zone, known[zone].name) for zone in ordered)

    return ledger.answer(("zones to pick", indicator, look.as_of), find)


def compare(store: Store, indicator: str, zones: Sequence[str], look: Look) -> Comparison:
    """Put what some zones reported and want of one indicator side by side; at most `MOST_ZONES` of them."""
    known = ledger_of(store).catalogue(look.as_of)
    measured = known.indicators[indicator]
    records = tuple(_record(store, measured, known.zones[zone], look) for zone in zones[:MOST_ZONES])
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


def _record(store: Store, indicator: Indicator, zone: Zone, look: Look) -> ZoneRecord:
    """Fetch one zone's actuals and goals."""
    with store.snapshot() as reader:
        told = actuals(reader, zone=zone.zone, indicator=indicator.indicator, as_of=look.as_of)
        seen = tuple(actual for actual in told if actual.year is None or actual.year <= look.year)
        found = stored_goals(reader, zone=zone.zone, indicator=indicator.indicator, as_of=look.as_of)
        wanted = sorted(found, key=lambda goal: (goal.due or 0, goal.goal))[-MOST_GOALS:]
    reports = tuple(goal_report_of(store, goal.goal, look) for goal in wanted)
    return ZoneRecord(zone=zone, actuals=seen, points=reported_points(seen, indicator), reports=reports)
