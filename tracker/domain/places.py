"""Which place is said beside a plan: none where the plan's own name says it."""


def place_beside(zone: str, plan: str) -> str:
    """Give the zone's name to be said beside the plan's, "" where the plan's name has it already."""
    return "" if zone.casefold() in plan.casefold() else zone
