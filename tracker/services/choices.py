"""What can be picked on a page: zones, plans and the goals of one plan, by key with the words shown for them."""

from collections.abc import Iterable
from itertools import islice

import numpy as np

from tracker.domain.assessment.standings import GROUPS
from tracker.domain.explaining.headlines import place_beside
from tracker.domain.explaining.target_wording import asked_by
from tracker.domain.records import Goal, Plan
from tracker.domain.statuses import Group
from tracker.language import _, labelled
from tracker.services.cache.dimensions import zones_in_order, zones_within
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.services.overview.attention import by_need
from tracker.services.overview.counts_by_group import Scope, chosen
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.record.definitions import goals as stored_goals

# A longer list can no longer be read, and would be sent whole with every page.
MOST_PLANS = 1_000

# A longer list can no longer be read, and would be sent whole to every reader.
MOST_CHOICES = 1_000
_INDENT = "\u2003"


def plans_to_pick(store: Store, view: ViewSettings, keep: str = "") -> dict[str, str]:
    """List the plans by zone and name, the first thousand and the plan to keep."""
    cache = cache_of(store)

    def find() -> dict[str, str]:
        known = cache.catalogue(view.as_of)
        named = [(f"{known.zones[plan.zone].name} – {plan.name}", plan.plan) for plan in known.plans.values()]
        return distinct_labels((plan, label) for label, plan in sorted(named))

    listed = cache.answer(("plans to pick", view.as_of), find)
    if len(listed) <= MOST_PLANS:
        return listed
    kept = {keep: listed[keep]} if keep in listed else {}
    return dict(islice(listed.items(), MOST_PLANS)) | kept


def goals_to_pick(store: Store, plan: str, view: ViewSettings) -> dict[str, str]:
    """List the goals of one plan: those with numbers by indicator, then the milestones."""
    cache = cache_of(store)

    def find() -> dict[str, str]:
        known = cache.catalogue(view.as_of)
        with store.snapshot() as reader:
            matching = list(stored_goals(reader, plan=plan, as_of=view.as_of))
        ordered = sorted(matching, key=lambda goal: (not goal.traits.measured, _label(goal, known)))
        return distinct_labels((goal.goal, _label(goal, known)) for goal in ordered)

    return cache.answer(("goals to pick", plan, view.as_of), find)


def plan_to_open(store: Store, view: ViewSettings) -> str:
    """Return the running plan with most judged goals with numbers, else the plan with most such goals; "" for none.

    It is what a page shows where nobody has asked for a plan.
    """
    cache = cache_of(store)

    def find() -> str:
        known, matching = cache.definitions(view.as_of), chosen(cache, view, Scope())
        measured = matching.standings.goals.measured[matching.rows]
        judged = measured & (matching.groups != GROUPS.index(Group.NO_VERDICT))
        place, keys = matching.held.plan.place[matching.rows], matching.held.plan.keys
        running = judged & matching.held.running(view.year)[matching.rows]
        counts = [np.bincount(place[kept], minlength=len(keys)) for kept in (running, judged, measured)]
        most = {key: tuple(-int(count[row]) for count in counts) for row, key in enumerate(keys)}
        ordered = sorted(
            known.plans.values(),
            key=lambda plan: (most.get(plan.plan, (0, 0, 0)), known.zones[plan.zone].name, plan.name, plan.plan),
        )
        return ordered[0].plan if ordered else ""

    return cache.answer(("plan to open", view), find, wordless=True)


def goal_to_open(store: Store, plan: str, view: ViewSettings) -> str | None:
    """Return the goal that needs attention most: of those judged, else of those with numbers; None for no goal."""
    cache = cache_of(store)

    def find() -> str | None:
        matching = chosen(cache, view, Scope(plan=plan))
        measured = matching.standings.goals.measured[matching.rows]
        judged = measured & (matching.groups != GROUPS.index(Group.NO_VERDICT))
        some = next((matching.rows[kept] for kept in (judged, measured) if kept.any()), matching.rows)
        rows = by_need(some, matching.standings, matching.held, view.rule)
        return matching.goal_table.keys[int(rows[0])] if len(rows) else None

    return cache.answer(("goal to open", plan, view), find, wordless=True)


def plan_of_goal(store: Store, goal: str, view: ViewSettings) -> str | None:
    """Return the plan a goal belongs to, None where there is no such goal."""
    with store.snapshot() as reader:
        stored = next(iter(stored_goals(reader, goal=goal, as_of=view.as_of)), None)
    return None if stored is None else stored.plan


def distinct_labels(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Number labels that are the same, so that no two choices look alike."""
    seen: dict[str, int] = {}
    labels = {}
    for key, label in named:
        seen[label] = seen.get(label, 0) + 1
        labels[key] = label if seen[label] == 1 else f"{label} ({seen[label]})"
    return labels


def _label(goal: Goal, known: Catalogue) -> str:
    """Name a goal by its indicator and what is asked of it."""
    indicator = known.indicators[goal.indicator]
    if not goal.traits.measured:
        text = _("Milestone: {name}") if goal.due is None else _("Milestone: {name} by {due}")
        return text.format(name=indicator.name, due=goal.due)
    asked = asked_by(goal, indicator, known.plans[goal.plan], known.name_of_reference(goal))
    return labelled(indicator.name, asked)


def zones_to_choose(store: Store, view: ViewSettings, keep: str = "") -> dict[str, str]:
    """List the zones by key, each before those under it, whose names are indented.

    Where there are too many to read, the lower ones are left out, save the zone to keep.
    """
    cache = cache_of(store)

    def find() -> dict[str, str]:
        known = cache.catalogue(view.as_of)
        ordered = _readable(zones_in_order(known.zones.values()), keep)
        return distinct_labels((key, _INDENT * depth + known.zones[key].name) for key, depth in ordered)

    return cache.answer(("zones to choose", view.as_of, keep), find)


def _readable(ordered: list[tuple[str, int]], keep: str) -> list[tuple[str, int]]:
    """Leave out the zones below the depth to which a list of all is short enough to read."""
    deepest = max((depth for _key, depth in ordered), default=0)
    while deepest and sum(depth <= deepest for _key, depth in ordered) > MOST_CHOICES:
        deepest -= 1
    return [(key, depth) for key, depth in ordered if depth <= deepest or key == keep]


def plans_to_choose(store: Store, view: ViewSettings, zone: str = "", keep: str = "") -> dict[str, str]:
    """List the plans of a zone and those under it by key ("": all), with the plan to keep however many there are."""
    cache = cache_of(store)

    def find() -> dict[str, str]:
        known = cache.catalogue(view.as_of)
        within = zones_within(known, zone)
        inside = None if within is None else set(within)
        kept = [plan for plan in known.plans.values() if inside is None or plan.zone in inside]
        ordered = sorted(kept, key=lambda plan: (known.zones[plan.zone].name, plan.start or 9999, plan.name, plan.plan))
        first = ordered[:MOST_CHOICES] + [plan for plan in ordered[MOST_CHOICES:] if plan.plan == keep]
        return distinct_labels((plan.plan, _named(plan, known)) for plan in first)

    return cache.answer(("plans to choose", view.as_of, zone, keep), find)


def _named(plan: Plan, known: Catalogue) -> str:
    place = place_beside(known.zones[plan.zone].name, plan.name)
    return f"{place} · {plan.name}" if place else plan.name
