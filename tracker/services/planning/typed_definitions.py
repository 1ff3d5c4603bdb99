"""Zones, indicators and plans as planners type them: read from the texts of a form, and checked against the store."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.checks.goal_checks import check_goal
from tracker.domain.checks.indicator_checks import check_bounds
from tracker.domain.records import Indicator, Plan, Source, Zone
from tracker.domain.text import fold
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import COLUMNS, IDENTIFIER, Column
from tracker.exchange.bundle.definition_files import cycles
from tracker.exchange.table.cells import Remarked
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue
from tracker.store import Reader
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals

# Chinese parts names by its own semicolon and by its enumeration comma.
_BETWEEN_NAMES = str.maketrans("；、", ";;")


def read_typed(file: str, texts: Mapping[str, str], without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Read a record's fields but its identifier and those left out; RefusedInputError with a problem for each field."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for column in COLUMNS[file]:
        if column.name != IDENTIFIER.get(file) and column.name not in without:
            problems += _read(column, texts.get(column.name, ""), values)
    if problems:
        raise RefusedInputError(problems)
    return values


def _read(column: Column, text: str, values: dict[str, Any]) -> Iterator[Problem]:
    """Read one field into the values; yield what is wrong with it."""
    if not text.strip():
        if column.required:
            yield Problem(_("this has to be given"), column=column.name)
        return
    try:
        value = column.read(text)
    except RefusedInputError as error:
        yield from (replace(problem, column=column.name) for problem in error.problems)
        return
    values[column.name] = value.value if isinstance(value, Remarked) else value


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
    earlier = {stored.plan: stored.succeeds for stored in known.plans.values()} | {plan.plan: plan.succeeds}
    for members in cycles(earlier):
        names = [known.plans[member].name if member in known.plans else plan.name for member in members]
        wrong = _("a plan would succeed itself")
        yield Problem(wrong, " → ".join((*names, names[0])), _("an earlier plan"), column="succeeds")


def typed_indicator(texts: Mapping[str, str], key: str = "") -> Indicator:
    """Read an indicator from the texts of a form, one a field; RefusedInputError with a problem for each field."""
    return Indicator(indicator=key, **read_typed("indicators", texts))


def check_indicator(reader: Reader, known: Catalogue, indicator: Indicator) -> Iterator[Problem]:
    """Yield what is wrong with an indicator, and with what is stored of it as it becomes."""
    for other in known.indicators.values():
        if other.indicator != indicator.indicator and fold(other.name) == fold(indicator.name):
            yield Problem(_("there is an indicator of this name already"), other.name, _("another name"), column="name")
    yield from check_bounds(indicator)
    if indicator.indicator in known.indicators:
        yield from _goals_left_over(reader, known, indicator)
        yield from _actuals_left_over(reader, known, indicator)


def _goals_left_over(reader: Reader, known: Catalogue, indicator: Indicator) -> Iterator[Problem]:
    """Yield where a goal would no longer fit its indicator."""
    named = replace(indicator, indicator=indicator.name)
    for goal in goals(reader, indicator=indicator.indicator):
        plan = known.plans[goal.plan]
        reference = known.indicators.get(goal.reference_indicator or "")
        for problem in check_goal(goal, plan, named, reference):
            if not problem.warning:
                wrong = _("a goal of {plan} would no longer fit: {wrong}").format(plan=plan.name, wrong=problem.wrong)
                yield replace(problem, wrong=wrong, column="")
                return


def _actuals_left_over(reader: Reader, known: Catalogue, indicator: Indicator) -> Iterator[Problem]:
    """Yield where a reported value would no longer fit its indicator."""
    named = replace(indicator, indicator=indicator.name)
    for actual in actuals(reader, indicator=indicator.indicator, parts=True):
        for problem in (finding for finding in check_actual(actual, named) if not finding.warning):
            zone, year = known.zones[actual.zone].name, actual.year or _("without a year")
            wrong = _("a value reported for {zone}, {year}, would no longer fit: {wrong}")
            yield replace(problem, wrong=wrong.format(zone=zone, year=year, wrong=problem.wrong), column="")
            return


def typed_zone(texts: Mapping[str, str], key: str = "") -> Zone:
    """Read a zone from the texts of a form, one a field; RefusedInputError with a problem for each field."""
    aliases = texts.get("aliases", "").translate(_BETWEEN_NAMES)
    return Zone(zone=key, **read_typed("zones", {**texts, "aliases": aliases}))


def check_zone(_reader: Reader, known: Catalogue, zone: Zone) -> Iterator[Problem]:
    """Yield what is wrong with a zone against those that are known."""
    if zone.parent is not None and zone.parent not in known.zones:
        yield Problem(_("there is no such zone"), zone.parent, _("a zone of the list"), column="parent")
    for other in known.zones.values():
        if other.zone != zone.zone and other.parent == zone.parent and fold(other.name) == fold(zone.name):
            yield Problem(_("there is a zone of this name already"), other.name, _("another name"), column="name")
    parents = {stored.zone: stored.parent for stored in known.zones.values()} | {zone.zone: zone.parent}
    for members in cycles(parents):
        names = [known.zones[member].name if member in known.zones else zone.name for member in members]
        wrong = _("a zone would lie within itself")
        yield Problem(wrong, " → ".join((*names, names[0])), _("a zone above it"), column="parent")


def typed_source(texts: Mapping[str, str], key: str = "") -> Source:
    """Read a source from the texts of a form, one a field; RefusedInputError with a problem for each field."""
    return Source(source=key, **read_typed("sources", texts))
