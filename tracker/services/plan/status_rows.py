"""The verdicts on many goals as plain rows, the form in which other programs read them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.explaining.reasons import with_reason
from tracker.domain.explaining.target_wording import asked_by, measured_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.records import Goal, Indicator, Plan, Zone
from tracker.domain.statuses import GROUP_OF
from tracker.domain.text import not_found
from tracker.language import _
from tracker.services.cache.goal_table import open_book
from tracker.services.cache.query_cache import Catalogue, ledger_of
from tracker.services.view_settings import Look
from tracker.store import Store
from tracker.store.record.definitions import goals as stored_goals

_Value = TypeVar("_Value")
_NUMBERS = (
    "baseline_year", "baseline_value", "baseline_origin", "latest_year", "latest_value", "latest_high", "completion",
    "progress", "elapsed", "path_value", "gap", "gap_to_path", "pace", "required_pace", "required_growth",
    "arrival_year", "projected", "projected_low", "projected_high", "chance",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One goal with what it belongs to, its verdict, and what is asked in words; `other` names its reference."""

    goal: Goal
    plan: Plan
    zone: Zone
    indicator: Indicator
    other: str
    asked: str
    verdict: Verdict


def judged_goals(
    store: Store, look: Look, *, plan: str | None = None, zone: str | None = None, goal: str | None = None
) -> Iterator[Judged]:
    """Judge goals: all, or those of a plan, of a zone and the zones under it, or one; by goal.

    NotFoundError where there is no such plan, zone or goal.
    """
    known = ledger_of(store).catalogue(look.as_of)
    _refuse_unknown(known, plan, zone)
    with store.snapshot() as reader:
        book = open_book(reader, as_of=look.as_of, plan=plan, zone=zone, with_children=True, goal=goal)
        wanted = None if plan is None and zone is None and goal is None else set(book.keys)
        told = stored_goals(reader, plan=plan, goal=goal, as_of=look.as_of)
        records = {each.goal: each for each in told if wanted is None or each.goal in wanted}
    if goal is not None and not book.keys:
        raise not_found(_("There is no goal “{goal}” here.").format(goal=goal), goal, _goal_keys(store, look))
    standings = Standings.of(book.goals, book.actuals, look.year, look.about)
    for place, (key, plan_key, indicator_key) in enumerate(zip(book.keys, book.plans, book.indicators, strict=True)):
        goal_record, plan_record = records[key], known.plans[plan_key]
        other = known.name_of_reference(goal_record)
        indicator = known.indicators[indicator_key]
        facts = VerdictFacts(goal_record, indicator, plan_record, standings.verdict(place, look.rule), other)
        verdict = with_reason(facts)
        yield Judged(
            goal=goal_record,
            plan=plan_record,
            zone=known.zones[plan_record.zone],
            indicator=indicator,
            other=other,
            asked=asked_by(goal_record, indicator, plan_record, other),
            verdict=verdict,
        )


def _goal_keys(store: Store, look: Look) -> Iterator[str]:
    """List the goals there are by their keys."""
    with store.snapshot() as reader:
        for goal in stored_goals(reader, as_of=look.as_of):
            yield goal.goal


def _refuse_unknown(known: Catalogue, plan: str | None, zone: str | None) -> None:
    """Refuse a plan or zone that is not there."""
    if plan is not None and plan not in known.plans:
        raise not_found(_("There is no plan “{plan}” here.").format(plan=plan), plan, known.plans)
    if zone is not None and zone not in known.zones:
        raise not_found(_("There is no zone “{zone}” here.").format(zone=zone), zone, known.zones)


def status_row(judged: Judged) -> dict[str, Any]:
    """Write one goal's row, in plain numbers and words."""
    goal, verdict = judged.goal, judged.verdict
    return {
        "goal": goal.goal,
        "plan": goal.plan,
        "zone": judged.plan.zone,
        "indicator": goal.indicator,
        "kind": str(goal.kind),
        "comparator": None if goal.comparator is None else str(goal.comparator),
        "target": _plain(verdict.target),
        "unit": measured_unit(goal, judged.indicator),
        "due": goal.due,
        "asked": judged.asked,
        "approximate": goal.approximate,
        "nature": goal.nature and str(goal.nature),
        **{name: _plain(getattr(verdict, name)) for name in _NUMBERS},
        "rule": str(verdict.rule),
        "status": str(verdict.status),
        "group": str(GROUP_OF[verdict.status]),
        "statuses": {str(rule): str(status) for rule, status in verdict.statuses.items()},
        "ratio": _plain(verdict.ratio),
        "overdue": verdict.overdue,
        "reason": verdict.reason,
    }


def _plain(value: _Value) -> _Value | float:
    """Drop the noise that binary arithmetic leaves beyond the twelfth digit (0.5600000000000023 is 0.56)."""
    return float(f"{value:.12g}") if isinstance(value, float) else value
