"""How complete a year's actuals are: the series reported against those that running plans are owed."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.enum_codes import Flags, Rows
from tracker.domain.assessment.series_columns import SeriesColumns
from tracker.services.cache.query_cache import QueryCache, cache_of
from tracker.services.overview.counts_by_group import Chosen, Scope, chosen
from tracker.services.view_settings import ViewSettings
from tracker.store import Store


@dataclass(frozen=True, slots=True)
class Missing:
    """One series without a value for the year: the indicator and the zone, in words."""

    indicator: str
    zone_name: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many series running plans are owed for a year, how many were reported, and the first that are missing."""

    year: int
    owed: int
    reported: int
    missing: tuple[Missing, ...]

    @property
    def absent(self) -> int:
        """How many series have no value."""
        return self.owed - self.reported


def completeness(store: Store, view: ViewSettings, scope: Scope, most: int) -> Completeness:
    """Return how complete the actuals of the year looked from are; milestones, which have no values, are not counted.

    NotFoundError where the scope is not there.
    """
    cache = cache_of(store)
    return cache.answer(("completeness", view, scope, most), lambda: _completeness(cache, view, scope, most))


def _completeness(cache: QueryCache, view: ViewSettings, scope: Scope, most: int) -> Completeness:
    choice = chosen(cache, view, scope)
    rows = choice.rows[_owed(choice, view.year)]
    series, first = np.unique(choice.standings.goals.series[rows], return_index=True)
    absent = ~np.isin(series, _reported(choice.standings.actuals, view.year))
    missing = rows[np.sort(first[absent])][:most]
    return Completeness(view.year, len(series), int((~absent).sum()), _named(cache, view, choice, missing))


def _owed(choice: Chosen, year: int) -> Flags:
    """Mark the goals, among the chosen, of plans that run in a year: begun by then, and not past plan and due year."""
    goals = choice.standings.goals
    begin, end = goals.begin[choice.rows], np.maximum(goals.due, choice.held.ends)[choice.rows]
    return (begin > 0) & (begin <= year) & (end >= year) & goals.measured[choice.rows]


def _reported(actuals: SeriesColumns, year: int) -> Rows:
    """List the series with a value, bound or growth for a year."""
    valued = (actuals.year == year) & ~(np.isnan(actuals.low) & np.isnan(actuals.high) & np.isnan(actuals.growth))
    return np.asarray(np.searchsorted(actuals.offset, np.flatnonzero(valued), side="right") - 1)


def _named(cache: QueryCache, view: ViewSettings, choice: Chosen, rows: Rows) -> tuple[Missing, ...]:
    known, held = cache.catalogue(view.as_of), choice.held
    return tuple(
        Missing(
            known.indicators[held.indicator.keys[held.indicator.place[row]]].name,
            known.zones[held.zone.keys[held.zone.place[row]]].name,
        )
        for row in rows
    )
