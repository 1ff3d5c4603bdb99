"""What planners choose from to change: zones, indicators and plans with how much hangs on each, goals of a plan."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from tracker.domain.explaining.target_wording import asked_by
from tracker.domain.records import Goal, Indicator, Plan, Zone
from tracker.language import labelled
from tracker.services.cache.dimensions import zones_in_order
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.services.choices import distinct_labels
from tracker.store import Store
from tracker.store.record.definitions import goals


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """One zone, how deep it lies in the tree, and how many plans it has."""

    zone: Zone
    depth: int
    plans: int


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan with its zone, how many goals it has and how many of them have no value yet."""

    plan: Plan
    zone: Zone
    goals: int
    without_value: int


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator and how many goals want something of it."""

    indicator: Indicator
    goals: int


@dataclass(frozen=True, slots=True)
class GoalToChange:
    """One goal of a plan: the indicator's name and what is asked."""

    goal: Goal
    indicator: str
    asked: str


def catalogue(store: Store) -> Catalogue:
    """Return zones, indicators, plans and sources as they stand, named in the reader's language."""
    return cache_of(store).catalogue()


def stored(store: Store) -> Catalogue:
    """Return zones, indicators, plans and sources as they stand, with the names they are stored under, to edit."""
    return cache_of(store).definitions()


def zone_lines(store: Store) -> list[ZoneLine]:
    """List the zones, each before those under it."""
    known = catalogue(store)
    plans = Counter(plan.zone for plan in known.plans.values())
    return [ZoneLine(known.zones[key], depth, plans[key]) for key, depth in zones_in_order(known.zones.values())]


def plan_lines(store: Store) -> list[PlanLine]:
    """List the plans by zone and years."""
    cache = cache_of(store)
    known, goal_table = cache.catalogue(), cache.goal_table()
    counted = Counter(goal_table.plans)
    waits = np.isnan(goal_table.goals.value) & goal_table.goals.having(lambda kind: kind.needs_value)
    empty = Counter(goal_table.plans[row] for row in np.flatnonzero(waits))
    ordered = sorted(known.plans.values(), key=lambda plan: (known.zones[plan.zone].name, plan.start or 0, plan.name))
    return [PlanLine(plan, known.zones[plan.zone], counted[plan.plan], empty[plan.plan]) for plan in ordered]


def indicator_lines(store: Store, words: str = "") -> list[IndicatorLine]:
    """List the indicators whose names, units and categories hold all of some words, by name."""
    cache = cache_of(store)
    counted = Counter(cache.goal_table().indicators)
    wanted = words.casefold().split()
    shown = cache.catalogue().indicators
    # Words of either language find an indicator, whichever of its names is shown.
    matching = [
        shown[key]
        for key, indicator in cache.definitions().indicators.items()
        if all(word in _told(indicator) for word in wanted)
    ]
    ordered = sorted(matching, key=lambda indicator: (indicator.name, indicator.indicator))
    return [IndicatorLine(indicator, counted[indicator.indicator]) for indicator in ordered]


def _told(indicator: Indicator) -> str:
    words = (indicator.name, indicator.name_zh, indicator.unit, indicator.category)
    return " ".join(part for part in words if part).casefold()


def goals_to_change(store: Store, plan: str) -> list[GoalToChange]:
    """List the goals of a plan by indicator."""
    known = catalogue(store)
    with store.snapshot() as reader:
        of_plan = list(goals(reader, plan=plan))
    lines = [
        GoalToChange(
            goal,
            known.indicators[goal.indicator].name,
            asked_by(goal, known.indicators[goal.indicator], known.plans[plan], known.name_of_reference(goal)),
        )
        for goal in of_plan
    ]
    return sorted(lines, key=lambda line: (line.indicator, line.goal.due or 0))


def goal_to_change(store: Store, key: str) -> Goal | None:
    """Return a goal as it stands, None where there is none of that key."""
    with store.snapshot() as reader:
        return next(iter(goals(reader, goal=key)), None)


def wholes_to_choose(store: Store, indicator: str, goal: str = "") -> dict[str, str]:
    """List the goals on an indicator that another one may be part of, by zone and plan, with what they ask."""
    known = catalogue(store)
    if indicator not in known.indicators:
        return {}
    with store.snapshot() as reader:
        found = [one for one in goals(reader, indicator=indicator) if one.kind.traits.adds_up and one.goal != goal]
    named = sorted((_place_of(one, known), one.goal) for one in found)
    return distinct_labels((key, label) for label, key in named)


def _place_of(goal: Goal, known: Catalogue) -> str:
    plan = known.plans[goal.plan]
    asked = asked_by(goal, known.indicators[goal.indicator], plan)
    return labelled(f"{known.zones[plan.zone].name} – {plan.name}", asked)
