"""Indicators written and changed by planners: what is stored of them has to fit them as they become."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.checks.goal_checks import check_goal
from tracker.domain.records import Indicator
from tracker.domain.text import fold
from tracker.errors import Problem
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue
from tracker.services.planning.typed_records import read_typed
from tracker.store import Reader
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals


def typed_indicator(texts: Mapping[str, str], key: str = "") -> Indicator:
    """Read an indicator from the texts of a form, one a field; RefusedInputError with a problem for each field."""
    return Indicator(indicator=key, **read_typed("indicators", texts))


def check_indicator(reader: Reader, known: Catalogue, indicator: Indicator) -> Iterator[Problem]:
    """Yield what is wrong with an indicator, and with what is stored of it as it becomes."""
    for other in known.indicators.values():
        if other.indicator != indicator.indicator and fold(other.name) == fold(indicator.name):
            yield Problem(_("there is an indicator of this name already"), other.name, _("another name"), column="name")
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
    for actual in actuals(reader, indicator=indicator.indicator):
        for problem in check_actual(actual, named):
            zone, year = known.zones[actual.zone].name, actual.year or _("without a year")
            wrong = _("a value reported for {zone}, {year}, would no longer fit: {wrong}")
            yield replace(problem, wrong=wrong.format(zone=zone, year=year, wrong=problem.wrong), column="")
            return
