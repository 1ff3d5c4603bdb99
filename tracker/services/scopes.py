"""The zones and plans one can choose from, with the words they are listed by."""

from tracker.domain.explaining.headlines import place_beside
from tracker.domain.records import Plan
from tracker.services.cache.dimensions import zones_in_order, zones_within
from tracker.services.cache.query_cache import Catalogue, ledger_of
from tracker.services.choices import told_apart
from tracker.services.view_settings import Look
from tracker.store import Store

# A longer list can no longer be read, and would be sent whole to every reader.
MOST_CHOICES = 1_000
_INDENT = "\u2003"


def zones_to_choose(store: Store, look: Look, keep: str = "") -> dict[str, str]:
    """List the zones by key, each before those under it, whose names are indented.

    Where there are too many to read, the lower ones are left out, save the zone to keep.
    """
    ledger = ledger_of(store)

    def find() -> dict[str, str]:
        known = ledger.catalogue(look.as_of)
        ordered = _readable(zones_in_order(known.zones.values()), keep)
        return told_apart((key, _INDENT * depth + known.zones[key].name) for key, depth in ordered)

    return ledger.answer(("zones to choose", look.as_of, keep), find)


def _readable(ordered: list[tuple[str, int]], keep: str) -> list[tuple[str, int]]:
    """Leave out the zones below the depth to which a list of all is short enough to read."""
    deepest = max((depth for _key, depth in ordered), default=0)
    while deepest and sum(depth <= deepest for _key, depth in ordered) > MOST_CHOICES:
        deepest -= 1
    return [(key, depth) for key, depth in ordered if depth <= deepest or key == keep]


def plans_to_choose(store: Store, look: Look, zone: str = "", keep: str = "") -> dict[str, str]:
    """List the plans of a zone and those under it by key ("": all), with the plan to keep however many there are."""
    ledger = ledger_of(store)

    def find() -> dict[str, str]:
        known = ledger.catalogue(look.as_of)
        within = zones_within(known, zone)
        inside = None if within is None else set(within)
        kept = [plan for plan in known.plans.values() if inside is None or plan.zone in inside]
        ordered = sorted(kept, key=lambda plan: (known.zones[plan.zone].name, plan.start or 9999, plan.name, plan.plan))
        first = ordered[:MOST_CHOICES] + [plan for plan in ordered[MOST_CHOICES:] if plan.plan == keep]
        return told_apart((plan.plan, _named(plan, known)) for plan in first)

    return ledger.answer(("plans to choose", look.as_of, zone, keep), find)


def _named(plan: Plan, known: Catalogue) -> str:
    place = place_beside(known.zones[plan.zone].name, plan.name)
    return f"{place} · {plan.name}" if place else plan.name
