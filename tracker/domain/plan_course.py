"""Whether a plan is running or closed, in one place for all that tell them apart."""

from collections.abc import Iterable

from tracker.domain.records import Plan


def is_running(plan: Plan, successors: Iterable[Plan], year: int) -> bool:
    """Whether a plan is running, seen from a year: its last year is not over and no plan that follows it has begun."""
    if plan.end is not None and plan.end < year:
        return False
    return not any(one.succeeds == plan.plan and _begun(one, year) for one in successors)


def running_plans(plans: Iterable[Plan], year: int) -> frozenset[str]:
    """Return the plans that are running, seen from a year, out of all plans that are known."""
    known = list(plans)
    following: dict[str, list[Plan]] = {}
    for plan in known:
        if plan.succeeds is not None:
            following.setdefault(plan.succeeds, []).append(plan)
    return frozenset(plan.plan for plan in known if is_running(plan, following.get(plan.plan, ()), year))


def _begun(plan: Plan, year: int) -> bool:
    """Whether a plan has begun; one that names neither first year nor issue has."""
    issued = int(plan.issued[:4]) if plan.issued else None
    begin = plan.start if plan.start is not None else issued
    return begin is None or begin <= year
