"""Whether a plan is running or closed, in one place for all that tell them apart."""

from collections.abc import Iterable, Mapping

from tracker.domain.records import Plan

#: A year that no plan is closed in.
NEVER = 9_999


def closed_from(plans: Iterable[Plan]) -> dict[str, int]:
    """Return from which year on each of all known plans is closed: its end is over, or a plan that follows has begun.

    A plan that follows and names no first year has begun when it was issued, where the earlier one names no end.
    """
    known = list(plans)
    followers: dict[str, list[Plan]] = {}
    for plan in known:
        if plan.succeeds is not None:
            followers.setdefault(plan.succeeds, []).append(plan)
    return {plan.plan: _closed_from(plan, followers.get(plan.plan, ())) for plan in known}


def is_running(plan: str, closed: Mapping[str, int], year: int) -> bool:
    """Whether a plan is running, seen from a year."""
    return year < closed.get(plan, NEVER)


def running_plans(plans: Iterable[Plan], year: int) -> frozenset[str]:
    """Return the plans that are running, seen from a year, out of all plans that are known."""
    closed = closed_from(plans)
    return frozenset(plan for plan in closed if is_running(plan, closed, year))


def _closed_from(plan: Plan, followers: Iterable[Plan]) -> int:
    ends = [] if plan.end is None else [plan.end + 1]
    for follower in followers:
        if follower.start is not None:
            ends.append(follower.start)
        elif plan.end is None:
            ends.append(int(follower.issued[:4]) if follower.issued else 0)
    return min(ends, default=NEVER)
