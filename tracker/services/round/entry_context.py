"""What typed values of a zone are held against: definitions, what the zone and those around it told, the year."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tracker.domain.checks.entry_doubts import Surroundings
from tracker.domain.checks.goal_amounts import goal_amounts
from tracker.domain.entry.entries import EntryKey
from tracker.domain.entry.typed_values import Wanted
from tracker.domain.records import Actual, Goal, Indicator, Zone
from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.store import Store
from tracker.store.entry.evidence import file_kept
from tracker.store.record.actuals import actuals, actuals_of_year
from tracker.store.record.definitions import goals

ActualsByYear = Mapping[str, Mapping[int, Actual]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What typed values of a zone are held against; `told` has the zone's actuals by indicator and year.

    `known` has the definitions in the reader's language, `stored` as they are stored.
    `around` gives what was told for a year in the zone above, beside and right under, by zone and indicator.
    """

    zone: str
    known: Catalogue
    stored: Catalogue
    goals: tuple[Goal, ...]
    told: ActualsByYear
    this_year: int
    around: Callable[[int], Mapping[tuple[str, str], Actual]]
    has_evidence: Callable[[str], bool]

    def history(self, indicator: str) -> Mapping[int, Actual]:
        """Return the zone's actuals of an indicator by year."""
        return self.told.get(indicator, {})

    def names(self, indicator: str) -> tuple[str, ...]:
        """Return what an indicator is called, in any language."""
        stored = self.stored.indicators[indicator]
        return tuple(name for name in (stored.name, stored.name_zh) if name)

    def on_record(self, key: EntryKey) -> Actual | None:
        """Return the actual that a value would correct."""
        return self.history(key.indicator).get(key.year)

    def _goal_amounts(self, indicator: Indicator) -> Iterator[Decimal]:
        """Yield the numbers that the zone's goals ask for and start from."""
        return goal_amounts((goal for goal in self.goals if goal.indicator == indicator.indicator), indicator)

    def wanted(self, indicator: Indicator) -> Wanted:
        """Return what is to be typed for an indicator: a state where a milestone is judged on it, else a number."""
        kinds = {not goal.traits.measured for goal in self.goals if goal.indicator == indicator.indicator}
        numbers = any(actual.state is None for actual in self.history(indicator.indicator).values())
        return Wanted(
            indicator=indicator,
            zone=self.known.zones[self.zone],
            zones=self.known.zones,
            state=True in kinds,
            number=kinds != {True} or numbers,
        )

    def surroundings(self, key: EntryKey) -> Surroundings:
        """Return what a value is held against."""
        parent = self.known.zones[self.zone].parent
        here = self.around(key.year)
        beside = under(self.known.zones, parent) if parent else []
        return Surroundings(
            history=self.history(key.indicator),
            parts={zone.name: here.get((zone.zone, key.indicator)) for zone in under(self.known.zones, self.zone)},
            siblings={zone.name: here.get((zone.zone, key.indicator)) for zone in beside if zone.zone != self.zone},
            whole=here.get((parent, key.indicator)) if parent else None,
            this_year=self.this_year,
            goals=tuple(self._goal_amounts(self.known.indicators[key.indicator])),
        )


def under(zones: Mapping[str, Zone], parent: str) -> list[Zone]:
    """List the zones right under a zone."""
    return [zone for zone in zones.values() if zone.parent == parent]


def context_of(store: Store, zone: str) -> Context:
    """Fetch what the typed values of a zone are held against; NotFoundError where there is no such zone."""
    queries = cache_of(store)
    known = queries.catalogue()
    if zone not in known.zones:
        raise NotFoundError(_("There is no zone “{zone}” here.").format(zone=zone))
    reported: defaultdict[str, dict[int, Actual]] = defaultdict(dict)
    with store.snapshot() as reader:
        own = tuple(goals(reader, zone=zone))
        for actual in actuals(reader, zone=zone):
            if actual.year is not None:
                reported[actual.indicator][actual.year] = actual
    return Context(
        zone=zone,
        known=known,
        stored=queries.definitions(),
        goals=own,
        told=reported,
        this_year=store.clock().astimezone().year,
        around=_around(store, zone, known.zones),
        has_evidence=cache(lambda checksum: checksum.isalnum() and file_kept(store, checksum) is not None),
    )


def _around(store: Store, zone: str, zones: Mapping[str, Zone]) -> Callable[[int], Mapping[tuple[str, str], Actual]]:
    """Make the question for what the zones around told for a year, asked once a year."""
    parent = zones[zone].parent
    wanted = {place.zone for place in under(zones, zone)} | ({parent} if parent else set())
    wanted |= {place.zone for place in under(zones, parent)} if parent else set()

    def ask(year: int) -> Mapping[tuple[str, str], Actual]:
        stored = actuals_of_year(store, wanted, year) if wanted else []
        return {(actual.zone, actual.indicator): actual for actual in stored}

    return cache(ask)
