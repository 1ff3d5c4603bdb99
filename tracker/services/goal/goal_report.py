"""One goal: its report, the values reported for it, its revisions, and the goals before and after it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.domain.assessment.series_columns import supposing
from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.reported_values import Derived, actual_words, derived_values
from tracker.domain.explaining.reports import GoalRecord, goal_report
from tracker.domain.explaining.target_wording import asked_by, citation, counting_unit
from tracker.domain.field_words import field_word
from tracker.domain.plan_line import plan_line
from tracker.domain.quantity.units import to_base
from tracker.domain.records import Actual, Goal, in_readers_language
from tracker.domain.vocabulary import certainty_word
from tracker.errors import NotFoundError
from tracker.language import _, instant_words, labelled, number, part_words
from tracker.services.cache.goal_table import fetch_goal_table
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.services.history.people import people_names, person_words
from tracker.services.view_settings import ViewSettings
from tracker.store import Reader, Store
from tracker.store.record.actuals import ActualRevision, actual_history, actuals
from tracker.store.record.definitions import goals as stored_goals
from tracker.store.record.rows import period_of

__all__ = ["ActualRevision", "Neighbour", "goal_report_of", "neighbours", "record_of_goal", "revisions_of"]


def goal_report_of(
    store: Store, goal: str, view: ViewSettings, what_if: tuple[int, Decimal] | None = None
) -> GoalReport:
    """Judge one goal and put together what is shown of it; NotFoundError where there is none of that name.

    `what_if` is a year and a value in the unit the goal's actuals are counted in: it is judged as if it had been
    reported, and stored nowhere.
    """
    known = cache_of(store).catalogue(view.as_of)
    with store.snapshot() as reader:
        record = _goal_record(known, reader, goal, view)
        goal_table = fetch_goal_table(reader, goal=goal, as_of=view.as_of)
    columns, year = goal_table.actuals, view.year
    if what_if is not None:
        supposed, value = what_if
        base = to_base(value, counting_unit(record.goal, record.indicator))
        columns, year = supposing(columns, int(goal_table.goals.series[0]), supposed, base), max(year, supposed)
    standings = Standings.of(goal_table.goals, columns, year, view.about)
    return goal_report(record, standings, 0, view.rule)


def _goal_record(known: Catalogue, reader: Reader, goal: str, view: ViewSettings) -> GoalRecord:
    """Fetch a goal with all it belongs to; NotFoundError where there is none of that name."""
    stored = next(iter(stored_goals(reader, goal=goal, as_of=view.as_of)), None)
    if stored is None:
        raise NotFoundError(_("There is no goal “{goal}” here.").format(goal=goal))
    return record_of_goal(known, reader, stored, view)


def record_of_goal(known: Catalogue, reader: Reader, stored: Goal, view: ViewSettings) -> GoalRecord:
    """Put a goal, which need not be stored, together with its plan, indicator, zone, actuals and sources."""
    plan = known.plans[stored.plan]
    revisions = tuple(
        actual
        for actual in actuals(reader, zone=plan.zone, indicator=stored.indicator, as_of=view.as_of)
        if actual.year is None or actual.year <= view.year
    )
    named = dict.fromkeys([stored.source, plan.source, *(actual.source for actual in revisions)])
    return GoalRecord(
        goal=stored,
        plan=plan,
        indicator=known.indicators[stored.indicator],
        zone=known.zones[plan.zone],
        actuals=revisions,
        other=known.name_of_reference(stored),
        sources=tuple(known.sources[source] for source in named if source),
    )


def revisions_of(store: Store, report: GoalReport) -> list[ActualRevision]:
    """List every revision of the actuals that judge a goal, the newest of each year last."""
    with store.snapshot() as reader:
        return actual_history(reader, report.zone.zone, report.indicator.indicator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A goal of an earlier or later plan on the same indicator, in words."""

    goal: str
    plan: str
    asked: str
    note: str | None
    later: bool


def neighbours(store: Store, report: GoalReport, view: ViewSettings) -> list[Neighbour]:
    """List the goals on the same indicator of the zone's other plans and of plans in one line, the earlier first."""
    known = cache_of(store).catalogue(view.as_of)
    line, indicator = plan_line(known.plans, report.plan.plan), report.indicator.indicator
    elsewhere = [plan for plan in line if known.plans[plan].zone != report.zone.zone]
    with store.snapshot() as reader:
        related = list(stored_goals(reader, zone=report.zone.zone, indicator=indicator, as_of=view.as_of))
        related += stored_goals(reader, plans=elsewhere, indicator=indicator, as_of=view.as_of) if elsewhere else ()
    return [
        Neighbour(
            goal=other.goal,
            plan=known.plans[other.plan].name,
            asked=asked_by(other, report.indicator, known.plans[other.plan]),
            note=known.plans[other.plan].note,
            later=_when(other) > _when(report.goal),
        )
        for other in sorted(related, key=_when)
        if other.goal != report.goal.goal
    ]


def _when(goal: Goal) -> tuple[int, str]:
    """Order goals by their due year, those without one last."""
    return goal.due or 9999, goal.goal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One reported value in words, with what it was before it was corrected.

    `said` is what an official says of it, by the name of the field; `when` names a part of a year.
    """

    year: int | None
    value: str
    certainty: str
    source: str
    source_key: str | None
    note: str
    recorded: str
    said: tuple[tuple[str, str], ...] = ()
    when: str = ""
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything reported for the indicator and zone of a goal: dated, undated, and what follows from it.

    `within` are values of parts of years, which judge nothing.
    """

    dated: tuple[Reported, ...]
    undated: tuple[Reported, ...]
    within: tuple[Reported, ...]
    derived: tuple[Derived, ...]


def record_of(store: Store, report: GoalReport, view: ViewSettings) -> Record:
    """List what a goal is judged on, as known at the look's instant; the latest year first."""
    known, names = cache_of(store).catalogue(view.as_of), people_names(store)
    revisions: defaultdict[str, list[ActualRevision]] = defaultdict(list)
    for revision in revisions_of(store, report):
        if view.as_of is None or revision.at <= view.as_of:
            revisions[period_of(revision.actual)].append(revision)
    ordered = _ordered((*report.actuals, *_parts_of_years(store, report, view)))
    within = [
        replace(_reported(actual, revisions[period_of(actual)], report, known, names), when=when)
        for actual in ordered
        if (when := _within(actual))
    ]
    rows = [
        _reported(actual, revisions[period_of(actual)], report, known, names)
        for actual in ordered
        if actual.period is None
    ]
    dated, undated = ([row for row in rows if (row.year is None) is bare] for bare in (False, True))
    derived = derived_values(report.actuals, report.indicator, known.zones)
    return Record(tuple(dated), tuple(undated), tuple(within), tuple(derived))


def _parts_of_years(store: Store, report: GoalReport, view: ViewSettings) -> list[Actual]:
    """List the values of parts of years up to the year looked from."""
    wanted = {"zone": report.zone.zone, "indicator": report.indicator.indicator}
    with store.snapshot() as reader:
        return [
            in_readers_language(actual)
            for actual in actuals(reader, **wanted, as_of=view.as_of, parts=True)
            if actual.period is not None and (actual.year or 0) <= view.year
        ]


def _within(actual: Actual) -> str:
    """Name the part of a year that an actual is of, "" where it is of none."""
    return "" if actual.period is None else part_words(actual.period, cumulative=bool(actual.cumulative))


def _ordered(actuals: Iterable[Actual]) -> list[Actual]:
    return sorted(actuals, key=lambda actual: (actual.year or 0, actual.period or ""), reverse=True)


def _reported(
    actual: Actual, revisions: list[ActualRevision], report: GoalReport, known: Catalogue, names: dict[str, str]
) -> Reported:
    before, last = revisions[:-1], revisions[-1:]
    return Reported(
        year=actual.year,
        value=actual_words(actual, report.indicator, known.zones),
        certainty=certainty_word(actual.status),
        source=citation(known.sources.get(actual.source or ""), actual.locator),
        source_key=actual.source,
        note=actual.note or "",
        said=tuple(_said(actual)),
        recorded="".join(_recorded(revision, names) for revision in last),
        earlier=tuple(
            _("{value}, {certainty}; {recorded}").format(
                value=actual_words(revision.actual, report.indicator, known.zones),
                certainty=certainty_word(revision.actual.status),
                recorded=_recorded(revision, names),
            )
            for revision in before
        ),
    )


def _said(actual: Actual) -> Iterator[tuple[str, str]]:
    """Yield what is said of an actual beside its value, by the name of the field."""
    if actual.numerator is not None and actual.denominator is not None:
        fraction = _("{numerator} ÷ {denominator}")
        yield (
            field_word("value"),
            fraction.format(numerator=number(actual.numerator), denominator=number(actual.denominator)),
        )
    for name, text in (("explanation", actual.explanation), ("measures", actual.measures), ("flag", actual.flag)):
        if text:
            yield field_word(name), text


def _recorded(revision: ActualRevision, names: dict[str, str]) -> str:
    """Return when and by whom something was recorded, and why."""
    when = instant_words(revision.at.astimezone())
    if revision.who == "init":
        origin = _("loaded with the product {when}").format(when=when)
    else:
        origin = _("recorded {when} by {who}").format(when=when, who=person_words(revision.who, names))
    return labelled(origin, revision.reason) if revision.reason else origin
