"""What each goal of a book belongs to, as columns: the form in which goals are counted and chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tracker.domain.assessment.enum_codes import Flags, Rows, Years
from tracker.domain.plan_course import closed_from
from tracker.domain.records import Plan, Zone
from tracker.domain.vocabulary import Nature
from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.cache.goal_table import GoalTable
from tracker.services.cache.query_cache import Catalogue, QueryCache
from tracker.services.view_settings import ViewSettings

#: A year that none comes after.


@dataclass(frozen=True, slots=True)
class Dimension:
    """A key for each of n goals: `place` says where in `keys` it stands; shape (n,)."""

    keys: tuple[str, ...]
    place: Rows

    @classmethod
    def of(cls, keys: Sequence[str]) -> "Dimension":
        """Number the keys in the order in which they first stand."""
        place, labels = pd.factorize(np.array(keys, dtype=object))
        return cls(tuple(labels), place.astype(np.int64))

    def among(self, wanted: Iterable[str]) -> Flags:
        """Mark the goals that have one of some keys; shape (n,)."""
        chosen = frozenset(wanted)
        return np.array([key in chosen for key in self.keys], dtype=np.bool_)[self.place]


@dataclass(frozen=True, slots=True)
class Dimensions:
    """What n goals belong to; `announced` and `ends` are the years of each goal's plan, 0 where it names none.

    From the year `closed_from` on a goal's plan is over, by its last year or by the plan that succeeds it.
    """

    plan: Dimension
    zone: Dimension
    indicator: Dimension
    binding: Flags
    announced: Years
    ends: Years
    closed_from: Years

    def running(self, year: int) -> Flags:
        """Mark the goals whose plan is not over in a year; shape (n,)."""
        return np.asarray(self.closed_from > year)

    def chosen(self, zones: Iterable[str] | None, plan: str) -> Rows:
        """Return the rows of the goals of some zones (None: all) and one plan ("": all), in the book's order."""
        kept = np.ones(len(self.binding), dtype=np.bool_)
        if zones is not None:
            kept &= self.zone.among(zones)
        if plan:
            kept &= self.plan.among((plan,))
        return np.flatnonzero(kept)


def dimensions_of(cache: QueryCache, goal_table: GoalTable, view: ViewSettings) -> Dimensions:
    """Return what every goal of a book belongs to, worked out once for each book."""
    return cache.answer(("holdings", goal_table), lambda: _dimensions_of(goal_table, cache, view), wordless=True)


def _dimensions_of(goal_table: GoalTable, cache: QueryCache, view: ViewSettings) -> Dimensions:
    plan = Dimension.of(goal_table.plans)
    known = cache.definitions(view.as_of).plans
    ends = np.array([known[key].end or 0 for key in plan.keys], dtype=np.int32)
    announced = np.array([announced_in(known[key]) for key in plan.keys], dtype=np.int32)
    ending = closed_from(known.values())
    closed = np.array([ending[key] for key in plan.keys])
    return Dimensions(
        plan=plan,
        zone=Dimension.of(goal_table.zones),
        indicator=Dimension.of(goal_table.indicators),
        binding=np.array([nature == Nature.BINDING for nature in goal_table.natures], dtype=np.bool_),
        announced=announced[plan.place],
        ends=ends[plan.place],
        closed_from=closed.astype(np.int32)[plan.place],
    )


def announced_in(plan: Plan) -> int:
    """Return the year a plan was issued in, else its first year; 0 where neither is known."""
    return int(plan.issued[:4]) if plan.issued else plan.start or 0


def zones_within(known: Catalogue, zone: str) -> tuple[str, ...] | None:
    """List a zone with all under it; None for all zones. NotFoundError where there is no such zone."""
    if not zone:
        return None
    if zone not in known.zones:
        raise NotFoundError(_("There is no zone “{zone}” here.").format(zone=zone))
    return tuple(key for key, _depth in zones_in_order(known.zones.values(), zone))


def zones_in_order(zones: Iterable[Zone], top: str | None = None) -> list[tuple[str, int]]:
    """List zones each before those under it, with their depth: all, or those from one zone down."""
    under: dict[str | None, list[Zone]] = {}
    everything = {zone.zone: zone for zone in zones}
    for zone in everything.values():
        under.setdefault(zone.parent if zone.parent in everything else None, []).append(zone)
    waiting = [(zone, 0) for zone in ([everything[top]] if top else _by_name(under.get(None, [])))]
    ordered = []
    while waiting:
        zone, depth = waiting.pop(0)
        ordered.append((zone.zone, depth))
        waiting[:0] = [(child, depth + 1) for child in _by_name(under.get(zone.zone, []))]
    return ordered


def _by_name(zones: list[Zone]) -> list[Zone]:
    return sorted(zones, key=lambda zone: zone.name)
