"""Plans against indicators: what each plan wants of each indicator and how that stands, for a few plans at a time."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.enum_codes import Rows
from tracker.services.cache.query_cache import QueryCache, cache_of
from tracker.services.overview.counts_by_group import Chosen, Scope, chosen
from tracker.services.plan.goal_lines import GoalLine, goal_lines
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

MOST_PLANS, MOST_INDICATORS, MOST_OF_ALL = 6, 40, 12


@dataclass(frozen=True, slots=True)
class TileRow:
    """One indicator with, for each plan shown, its goals in that plan; none where it is not in the plan."""

    indicator: str
    tiles: tuple[tuple[GoalLine, ...], ...]


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """One plan shown: its key, its name and its zone's name."""

    plan: str
    name: str
    zone_name: str


@dataclass(frozen=True, slots=True)
class PlanTiles:
    """The tiles of some plans, with how many plans and indicators there are in all."""

    plans: tuple[PlanColumn, ...]
    rows: tuple[TileRow, ...]
    all_plans: int
    all_indicators: int

    @property
    def cut(self) -> bool:
        """Whether not everything is shown."""
        return self.all_plans > len(self.plans) or self.all_indicators > len(self.rows)


def plan_tiles(store: Store, view: ViewSettings, scope: Scope) -> PlanTiles:
    """Set out plans against indicators: the plans with most goals, the indicators that most of these plans share.

    NotFoundError where the scope is not there.
    """
    cache = cache_of(store)
    return cache.answer(("tiles", view, scope), lambda: _plan_tiles(cache, view, scope))


def _plan_tiles(cache: QueryCache, view: ViewSettings, scope: Scope) -> PlanTiles:
    choice, known = chosen(cache, view, scope), cache.catalogue(view.as_of)
    # Milestones are listed on their own; each would take a row that no other plan shares.
    measured = choice.rows[choice.standings.goals.measured[choice.rows]]
    plan, indicator = choice.held.plan.place[measured], choice.held.indicator.place[measured]
    goals_of = np.bincount(plan, minlength=len(choice.held.plan.keys))
    shown = np.argsort(-goals_of, kind="stable")[: min(MOST_PLANS, int((goals_of > 0).sum()))]
    inside = np.isin(plan, shown)
    shared = np.bincount(indicator[inside], minlength=len(choice.held.indicator.keys))
    most = MOST_INDICATORS if scope.zone or scope.plan else MOST_OF_ALL
    wanted = np.argsort(-shared, kind="stable")[: min(most, int((shared > 0).sum()))]
    keys = sorted(
        (choice.held.plan.keys[place] for place in shown), key=lambda key: (known.plans[key].start or 9999, key)
    )
    return PlanTiles(
        plans=tuple(PlanColumn(key, known.plans[key].name, known.zones[known.plans[key].zone].name) for key in keys),
        rows=_rows(cache, view, choice, measured[inside & np.isin(indicator, wanted)], keys),
        all_plans=int((goals_of > 0).sum()),
        all_indicators=int((shared > 0).sum()),
    )


def _rows(cache: QueryCache, view: ViewSettings, choice: Chosen, rows: Rows, plans: list[str]) -> tuple[TileRow, ...]:
    """Put the goals in some rows of the book into their tiles, the indicators in most plans first."""
    tiles: dict[str, dict[str, list[GoalLine]]] = {}
    indicator = choice.held.indicator
    for row, line in zip(rows, goal_lines(cache, view, choice.goal_table, choice.standings, rows), strict=True):
        tiles.setdefault(indicator.keys[indicator.place[row]], {}).setdefault(line.plan, []).append(line)
    ordered = sorted(tiles.values(), key=lambda of_plan: (-len(of_plan), _name(of_plan)))
    return tuple(TileRow(_name(each), tuple(tuple(each.get(plan, ())) for plan in plans)) for each in ordered)


def _name(of_plan: dict[str, list[GoalLine]]) -> str:
    return next(iter(of_plan.values()))[0].indicator
