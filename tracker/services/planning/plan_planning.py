"""Plans written and changed by planners: their span, their goals' years, and the plans they succeed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracker.domain.checks.goal_checks import check_goal
from tracker.domain.records import Plan
from tracker.domain.text import fold
from tracker.errors import Problem
from tracker.exchange.bundle.definition_files import cycles
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue
from tracker.services.planning.typed_records import read_typed
from tracker.store import Reader
from tracker.store.record.definitions import goals


def typed_plan(texts: Mapping[str, str], key: str = "") -> Plan:
    """Read a plan from the texts of a form, one a field; RefusedInputError with a problem for each field."""
    return Plan(plan=key, **read_typed("plans", texts))


def check_plan_with_goals(reader: Reader, known: Catalogue, plan: Plan) -> Iterator[Problem]:
    """Yield what is wrong with a plan, and with its goals as it becomes."""
    yield from check_plan(known, plan)
    for goal in goals(reader, plan=plan.plan):
        indicator = known.indicators[goal.indicator]
        named = replace(indicator, indicator=indicator.name)
        for problem in check_goal(goal, plan, named, known.indicators.get(goal.reference_indicator or "")):
            if not problem.warning:
                wrong = _("the goal for {indicator} would no longer fit: {wrong}")
                wrong = wrong.format(indicator=indicator.name, wrong=problem.wrong)
                yield replace(problem, wrong=wrong, column="")


def check_plan(known: Catalogue, plan: Plan) -> Iterator[Problem]:
    """Yield what is wrong with a plan against the zones and plans that are known."""
    if plan.zone not in known.zones:
        yield Problem(_("there is no such zone"), plan.zone, _("a zone of the list"), column="zone")
    if plan.source is not None and plan.source not in known.sources:
        yield Problem(_("there is no such source"), plan.source, _("a source of the list"), column="source")
    if plan.succeeds is not None and plan.succeeds not in known.plans:
        yield Problem(_("there is no such plan"), plan.succeeds, _("a plan of the list"), column="succeeds")
    if plan.start is not None and plan.end is not None and plan.end < plan.start:
        right = _("{start} or later").format(start=plan.start)
        yield Problem(_("the plan ends before it starts"), str(plan.end), right, column="end")
    for other in known.plans.values():
        if other.plan != plan.plan and other.zone == plan.zone and fold(other.name) == fold(plan.name):
            wrong = _("the zone has a plan of this name already")
            yield Problem(wrong, other.name, _("another name, with its years for instance"), column="name")
    earlier = {one.plan: one.succeeds for one in known.plans.values()} | {plan.plan: plan.succeeds}
    for members in cycles(earlier):
        names = [known.plans[member].name if member in known.plans else plan.name for member in members]
        wrong = _("a plan would succeed itself")
        yield Problem(wrong, " → ".join((*names, names[0])), _("an earlier plan"), column="succeeds")
