"""The fields of a quantity filled in as far as its text tells them, for a planner to change and confirm."""

from collections.abc import Mapping

from tracker.domain.kinds import Kind, default_comparator
from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.units import convertible, is_known
from tracker.domain.records import Goal, Indicator
from tracker.domain.vocabulary import Accumulates, BaselineOrigin, Certainty, Comparator
from tracker.exchange.text.statement_reading import Read, Statement
from tracker.services.cache.query_cache import Catalogue
from tracker.services.planning.typed_goals import goal_texts
from tracker.services.text.matching import indicator_for, plan_for
from tracker.services.text.pasted_quantities import Quantity

_SAID = {
    Comparator.MORE_THAN: "over {value}",
    Comparator.AT_LEAST: "{value}",
    Comparator.LESS_THAN: "under {value}",
    Comparator.AT_MOST: "at most {value}",
}


def proposed_texts(known: Catalogue, quantity: Quantity, *, plan: str = "", source: str = "") -> dict[str, str]:
    """Return the texts of a quantity's fields, those of a goal and of an actual; `plan` and `source` are the text's.

    An actual's year, zone and value stand under `year`, `zone` and `told`; the goal's under the names of a goal's form.
    """
    one = quantity.statement
    indicator = _indicator(one, known.indicators)
    zone = one.zone_key or ""
    goal = Goal(
        goal="",
        plan=plan or plan_for(zone, one.year, source, known.plans),
        indicator=indicator,
        kind=one.kind or Kind.LEVEL,
        comparator=_comparator(one, known.indicators.get(indicator)),
        value=one.value,
        value_high=one.value_high,
        unit=_unit(one, known.indicators.get(indicator)),
        due=one.year,
        baseline_year=one.baseline_year,
        baseline_value=one.baseline_value,
        baseline_origin=BaselineOrigin.IMPLIED if one.baseline_value is not None else None,
        approximate=one.approximate,
        locator=quantity.locator,
    )
    status = Certainty.FINAL if one.sure else Certainty.PROVISIONAL
    told = "" if _adds_to_level(one, known.indicators.get(indicator)) else stated_value(one)
    actual = {"zone": zone, "year": str(one.year or ""), "told": told, "status": status.value}
    return {name: text for name, text in (goal_texts(goal) | actual).items() if text}


def _indicator(one: Statement, indicators: Mapping[str, Indicator]) -> str:
    percentage = one.reading in (Read.SHARE, Read.GROWTH)
    unit = "%" if one.kind is Kind.MULTIPLE and " (of " in one.indicator else one.unit
    among = indicators
    if one.kind is Kind.MULTIPLE and unit:
        among = {key: each for key, each in indicators.items() if convertible(each.unit, unit)}
    return indicator_for(one.indicator, None if percentage else unit, one.kind, among)


def _comparator(one: Statement, indicator: Indicator | None) -> Comparator | None:
    """Return how a goal is meant; a plain number is to be reached in the direction that is better."""
    if one.comparator is not Comparator.EQUAL:
        return one.comparator
    return default_comparator(one.kind or Kind.LEVEL, indicator.better) if indicator else None


def _unit(one: Statement, indicator: Indicator | None) -> str | None:
    """Return the unit where the text's is another of the indicator's dimension; else the indicator's is meant."""
    if not one.unit or one.reading in (Read.SHARE, Read.GROWTH) or not is_known(one.unit):
        return None
    if indicator is None:
        return one.unit
    return one.unit if convertible(one.unit, indicator.unit) and one.unit != indicator.unit else None


def _adds_to_level(one: Statement, indicator: Indicator | None) -> bool:
    """Return whether a figure is what was added to a level, which is not the level that would be reported."""
    level = indicator is not None and indicator.accumulates is Accumulates.LEVEL
    return level and one.reading is Read.ACTUAL and one.kind is Kind.INCREASE


def stated_value(one: Statement) -> str:
    """Return what was reported as an official would type it: "over 100", "+23.7%", "about 40% of the city’s"."""
    if one.value is None:
        return ""
    if one.reading is Read.GROWTH and one.kind is Kind.MULTIPLE:
        return _about(one, _bounded(one, f"{(one.value - 1) * 100:+f}%"))
    if one.reading is Read.GROWTH:
        return f"{one.value:+f}%"
    if one.reading is Read.SHARE:
        return _share(one, canonical(one.value), one.share_of or "city")
    if one.value_high is not None:
        return f"{canonical(one.value)}–{canonical(one.value_high)}"
    return _about(one, _bounded(one, canonical(one.value)))


def _bounded(one: Statement, value: str) -> str:
    return (_SAID.get(one.comparator, "{value}") if one.comparator else "{value}").format(value=value)


def _share(one: Statement, value: str, whole: str) -> str:
    """Return a share in the language in which the text names the whole, as it is understood."""
    if not whole.isascii():
        return f"占{whole}{value}%左右" if one.approximate else f"占{whole}{value}%"
    return _about(one, f"{value}% of the {whole}'s")


def _about(one: Statement, said: str) -> str:
    return f"about {said}" if one.approximate else said
