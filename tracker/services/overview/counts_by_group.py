"""The overview: how many goals stand where, in all, by zone and by plan; counted over columns, never goal by goal."""

from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.enum_codes import Codes, Rows
from tracker.domain.assessment.standings import GROUPS, Standings
from tracker.domain.statuses import Group
from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.cache.dimensions import Dimension, Dimensions, dimensions_of, zones_within
from tracker.services.cache.goal_table import GoalTable
from tracker.services.cache.query_cache import QueryCache, cache_of
from tracker.services.view_settings import ViewSettings
from tracker.store import Store


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the goals that is looked at: a zone with those under it, a plan; "" for all."""

    zone: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The goals of a scope as judged: their rows in the book, and the group of each by the rule; shape (n,).

    `later` counts those left out, because their plan was announced after the year looked from.
    """

    goal_table: GoalTable
    standings: Standings
    held: Dimensions
    rows: Rows
    groups: Codes
    later: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many goals of one zone, plan or whole stand in each group; `place` is the zone of a plan."""

    key: str
    name: str
    groups: dict[Group, int]
    place: str = ""

    @property
    def goals(self) -> int:
        """How many goals there are."""
        return sum(self.groups.values())


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts of a scope; zones and plans with verdicts first, of these running ones; `later` as for `Chosen`."""

    whole: Counted
    zones: tuple[Counted, ...]
    plans: tuple[Counted, ...]
    later: int


def chosen(cache: QueryCache, view: ViewSettings, scope: Scope) -> Chosen:
    """Judge the goals of a scope, those of a plan by itself whenever it was announced.

    NotFoundError where there is no such zone or plan.
    """
    known = cache.catalogue(view.as_of)
    if scope.plan and scope.plan not in known.plans:
        raise NotFoundError(_("There is no plan “{plan}” here.").format(plan=scope.plan))
    within = zones_within(known, scope.zone)
    goal_table, standings = cache.standings(view)
    held = dimensions_of(cache, goal_table, view)
    every = held.chosen(within, scope.plan)
    rows = every if scope.plan else every[held.announced[every] <= view.year]
    return Chosen(goal_table, standings, held, rows, standings.groups(view.rule)[rows], len(every) - len(rows))


def overview(store: Store, view: ViewSettings, scope: Scope) -> Overview:
    """Count the goals of a scope by group; NotFoundError where there is no such zone or plan."""
    cache = cache_of(store)
    return cache.answer(("overview", view, scope), lambda: _overview(cache, view, scope))


def _overview(cache: QueryCache, view: ViewSettings, scope: Scope) -> Overview:
    known, choice = cache.catalogue(view.as_of), chosen(cache, view, scope)
    zones = {key: (zone.name, "") for key, zone in known.zones.items()}
    plans = {key: (plan.name, known.zones[plan.zone].name) for key, plan in known.plans.items()}
    return Overview(
        Counted("", "", _by_group(np.bincount(choice.groups, minlength=len(GROUPS)))),
        _counted(choice, choice.held.zone, zones, view.year),
        _counted(choice, choice.held.plan, plans, view.year),
        choice.later,
    )


def _by_group(counts: Rows) -> dict[Group, int]:
    return {group: int(count) for group, count in zip(GROUPS, counts, strict=True)}


def _counted(choice: Chosen, held: Dimension, names: dict[str, tuple[str, str]], year: int) -> tuple[Counted, ...]:
    """Count goals by key and group at once; keys where something can be seen first.

    These are keys with verdicts in running plans, then those with verdicts at all; among each the most off track
    first, then the most behind, then by name.
    """
    wide = len(GROUPS)
    judged = choice.groups != GROUPS.index(Group.NO_VERDICT)
    running = choice.held.running(year)[choice.rows]
    seen = [np.bincount(held.place[choice.rows[kept]], minlength=len(held.keys)) for kept in (judged & running, judged)]
    flat = held.place[choice.rows] * wide + choice.groups
    table = np.bincount(flat, minlength=len(held.keys) * wide).reshape(-1, wide)
    counted = {}
    for row in np.flatnonzero(table.any(axis=1)):
        key = held.keys[row]
        name, place = names[key]
        one = Counted(key, name, _by_group(table[row]), place)
        urgency = (-one.groups[Group.OFF_TRACK], -one.groups[Group.BEHIND], one.name, one.key)
        counted[(not seen[0][row], not seen[1][row], *urgency)] = one
    return tuple(counted[place] for place in sorted(counted))
