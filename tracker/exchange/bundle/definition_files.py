"""The small files of a bundle, read whole: zones, sources, indicators and plans, checked against each other."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tracker.domain.checks.indicator_checks import check_bounds
from tracker.domain.records import Goal, Indicator, Plan, Source, Zone
from tracker.domain.text import closest
from tracker.errors import Problem
from tracker.exchange.bundle.bundle_columns import COLUMNS, IDENTIFIER, Column
from tracker.exchange.bundle.bundle_rows import Reading, readings
from tracker.exchange.bundle.duplicates import twins_of_identifier
from tracker.exchange.bundle.series_doubts import SeriesSeen, StoredOfZones
from tracker.exchange.table.problem_list import ProblemList
from tracker.exchange.table.table_rows import Table
from tracker.language import _

PROPOSED_AT_MOST = 100
_REFERRING = {kind: tuple(column for column in columns if column.refers_to) for kind, columns in COLUMNS.items()}


class References:
    """Checks references against what the bundle and the store hold, and proposes what may have been meant."""

    def __init__(self, known: Mapping[str, Collection[str]]) -> None:
        """Take the known identifiers of each file."""
        self.known = known
        self._proposed: dict[tuple[str, str], str] = {}

    def unknown(self, reading: Reading, kind: str, file: str) -> Iterator[Problem]:
        """Yield a problem for each reference of a row of a kind of file that leads nowhere."""
        for column in _REFERRING[kind]:
            seen = reading.values.get(column.name)
            if seen is not None and seen not in self.known[str(column.refers_to)]:
                yield self._problem(column, seen, file, reading.line)

    def _problem(self, column: Column, seen: str, file: str, line: int) -> Problem:
        wrong = {
            "zones": _("unknown zone"),
            "sources": _("unknown source"),
            "indicators": _("unknown indicator"),
            "plans": _("unknown plan"),
        }[str(column.refers_to)]
        return Problem(wrong, seen, self._right(str(column.refers_to), seen), file, line, column.name)

    def _right(self, referred: str, seen: str) -> str:
        """Return the closest known identifier; remembered, because a mistake often stands in many rows."""
        if (referred, seen) not in self._proposed:
            near = closest(seen, self.known[referred]) if len(self._proposed) < PROPOSED_AT_MOST else None
            self._proposed[referred, seen] = (
                _("{word}?").format(word=near)
                if near
                else _("one that {file}.csv or the store has").format(file=referred)
            )
        return self._proposed[referred, seen]


def cycles(leads_to: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    """Yield each cycle of a mapping from a thing to the one above or before it, once, from its first member on."""
    done: set[str] = set()
    for start in leads_to:
        trail: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in done and at not in trail:
            trail[at] = len(trail)
            at = leads_to.get(at)
        if at is not None and at in trail:
            yield tuple(trail)[trail[at] :]
        done.update(trail)


#: Gives goals that the store has by their identifiers, those that there are.
StoredGoals = Callable[[Sequence[str]], Mapping[str, Goal]]


def _no_goals(_identifiers: Sequence[str]) -> Mapping[str, Goal]:
    return {}


def _nothing_of_zones(_zones: Collection[str]) -> tuple[tuple[()], tuple[()]]:
    return (), ()


SMALL = ("zones", "sources", "indicators", "plans")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the store already has, by identifier, so that a bundle may refer to it."""

    zones: Mapping[str, Zone] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    goals: StoredGoals = _no_goals
    of_zones: StoredOfZones = _nothing_of_zones


@dataclass(slots=True)
class Definitions:
    """What a bundle defines, in the order of its files, and what it and the store hold together."""

    zones: tuple[Zone, ...]
    sources: tuple[Source, ...]
    indicators: tuple[Indicator, ...]
    plans: tuple[Plan, ...]
    all_indicators: Mapping[str, Indicator]
    all_plans: Mapping[str, Plan]
    references: References
    stored_goals: StoredGoals
    stored_of_zones: StoredOfZones
    series: SeriesSeen


def read_definitions(tables: Mapping[str, Table], known: Known, problem_list: ProblemList) -> Definitions:
    """Read the small files; every problem goes to the problem list."""
    read = {kind: _read(tables[kind], kind, problem_list) if kind in tables else {} for kind in SMALL}
    # A row that could not be read still counts as known, or every row that refers to it would be told as well.
    references = References({kind: getattr(known, kind).keys() | read[kind].keys() for kind in SMALL})
    for kind, by_slug in read.items():
        for reading in by_slug.values():
            for problem in references.unknown(reading, kind, tables[kind].file):
                problem_list.add(problem)
    zones, sources, indicators, plans = (_sound(read[kind]) for kind in SMALL)
    definitions = Definitions(
        zones=tuple(Zone(**values) for values in zones),
        sources=tuple(Source(**values) for values in sources),
        indicators=tuple(Indicator(**values) for values in indicators),
        plans=tuple(Plan(**values) for values in plans),
        all_indicators={},
        all_plans={},
        references=references,
        stored_goals=known.goals,
        stored_of_zones=known.of_zones,
        series=SeriesSeen({}, {}),
    )
    definitions.all_indicators = {**known.indicators, **{item.indicator: item for item in definitions.indicators}}
    definitions.all_plans = {**known.plans, **{plan.plan: plan for plan in definitions.plans}}
    definitions.series = SeriesSeen(definitions.all_indicators, definitions.all_plans)
    for problem in _contradictions(definitions, known, read, tables):
        problem_list.add(problem)
    return definitions


def _read(table: Table, kind: str, problem_list: ProblemList) -> dict[str, Reading]:
    """Read one file; the identifier of a row must stand in no other."""
    column = IDENTIFIER[kind]
    by_slug: dict[str, Reading] = {}
    for reading in readings(table, kind, problem_list):
        slug = reading.values.get(column)
        if slug is None:
            continue
        first = by_slug.setdefault(slug, reading)
        if first is not reading:
            for problem in twins_of_identifier(slug, (first.line, reading.line), table.file, column):
                problem_list.add(problem)
    return by_slug


def _sound(by_slug: Mapping[str, Reading]) -> list[dict[str, Any]]:
    return [reading.values for reading in by_slug.values() if reading.sound]


def _contradictions(
    definitions: Definitions, known: Known, read: Mapping[str, Mapping[str, Reading]], tables: Mapping[str, Table]
) -> Iterator[Problem]:
    """Yield plans that end before they start, bounds without a value, and cycles of zones and plan succession."""
    for plan in definitions.plans:
        if plan.start is not None and plan.end is not None and plan.end < plan.start:
            line = read["plans"][plan.plan].line
            right = _("{start} or later").format(start=plan.start)
            yield Problem(_("the plan ends before it starts"), str(plan.end), right, tables["plans"].file, line, "end")
    for indicator in definitions.indicators:
        line = read["indicators"][indicator.indicator].line
        for problem in check_bounds(indicator):
            yield replace(problem, file=tables["indicators"].file, line=line)
    parents = {zone.zone: zone.parent for zone in (*known.zones.values(), *definitions.zones)}
    earlier = {slug: plan.succeeds for slug, plan in definitions.all_plans.items()}
    for kind, column, leads_to in (("zones", "parent", parents), ("plans", "succeeds", earlier)):
        for members in cycles(leads_to):
            lines = [read[kind][member].line for member in members if member in read[kind]]
            if lines:
                seen = " → ".join((*members, members[0]))
                right = _("an order without a way back")
                yield Problem(_("a cycle"), seen, right, tables[kind].file, min(lines), column)
