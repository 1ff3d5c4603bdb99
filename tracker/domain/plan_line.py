"""Plans that follow one another, also where the later plan is of another zone."""

from collections.abc import Mapping

from tracker.domain.records import Plan


def earlier_plans(plans: Mapping[str, Plan], plan: str) -> tuple[str, ...]:
    """Return the plans before a plan, the nearest first."""
    found: list[str] = []
    before = plans.get(plans[plan].succeeds or "")
    while before is not None and before.plan not in found:
        found.append(before.plan)
        before = plans.get(before.succeeds or "")
    return tuple(found)


def plan_line(plans: Mapping[str, Plan], plan: str) -> tuple[str, ...]:
    """Return a plan with all that came before it and all that follow it, the earliest first."""
    before = (*reversed(earlier_plans(plans, plan)), plan)
    return (*before, *(other for other in plans if plan in earlier_plans(plans, other)))
