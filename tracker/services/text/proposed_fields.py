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
    statement = quantity.statement
    indicator = _indicator(statement, known.indicators)
    zone = statement.zone_key or ""
    goal = Goal(
        goal="",
        plan=plan or plan_for(zone, statement.year, source, known.plans),
        indicator=indicator,
        kind=statement.kind or Kind.LEVEL,
        comparator=_comparator(statement, known.indicators.get(indicator)),
        value=statement.value,
        value_high=statement.value_high,
        unit=_unit(statement, known.indicators.get(indicator)),
        due=statement.year,
        baseline_year=statement.baseline_year,
        baseline_value=statement.baseline_value,
        baseline_origin=BaselineOrigin.IMPLIED if statement.baseline_value is not None else None,
        approximate=statement.approximate,
        locator=quantity.locator,
    )
    status = Certainty.FINAL if statement.sure else Certainty.PROVISIONAL
    value = "" if _adds_to_level(statement, known.indicators.get(indicator)) else stated_value(statement)
    actual = {"zone": zone, "year": str(statement.year or ""), "told": value, "status": status.value}
    return {name: text for name, text in (goal_texts(goal) | actual).items() if text}


def _indicator(statement: Statement, indicators: Mapping[str, Indicator]) -> str:
    percentage = statement.reading in (Read.SHARE, Read.GROWTH)
    unit = "%" if statement.kind is Kind.MULTIPLE and " (of " in statement.indicator else statement.unit
    among = indicators
    if statement.kind is Kind.MULTIPLE and unit:
        among = {key: each for key, each in indicators.items() if convertible(each.unit, unit)}
    return indicator_for(statement.indicator, None if percentage else unit, statement.kind, among)


def _comparator(statement: Statement, indicator: Indicator | None) -> Comparator | None:
    """Return how a goal is meant; a plain number is to be reached in the direction that is better."""
    if statement.comparator is not Comparator.EQUAL:
        return statement.comparator
    return default_comparator(statement.kind or Kind.LEVEL, indicator.better) if indicator else None


def _unit(statement: Statement, indicator: Indicator | None) -> str | None:
    """Return the unit where the text's is another of the indicator's dimension; else the indicator's is meant."""
    if not statement.unit or statement.reading in (Read.SHARE, Read.GROWTH) or not is_known(statement.unit):
        return None
    if indicator is None:
        return statement.unit
    return statement.unit if convertible(statement.unit, indicator.unit) and statement.unit != indicator.unit else None


def _adds_to_level(statement: Statement, indicator: Indicator | None) -> bool:
    """Return whether a figure is what was added to a level, which is not the level that would be reported."""
    level = indicator is not None and indicator.accumulates is Accumulates.LEVEL
    return level and statement.reading is Read.ACTUAL and statement.kind is Kind.INCREASE


def stated_value(statement: Statement) -> str:
    """Return what was reported as an official would type it: "over 100", "+23.7%", "about 40% of the city’s"."""
    if statement.value is None:
        return ""
    if statement.reading is Read.GROWTH and statement.kind is Kind.MULTIPLE:
        return _about(statement, _bounded(statement, f"{(statement.value - 1) * 100:+f}%"))
    if statement.reading is Read.GROWTH:
        return f"{statement.value:+f}%"
    if statement.reading is Read.SHARE:
        return _share(statement, canonical(statement.value), statement.share_of or "city")
    if statement.value_high is not None:
        return f"{canonical(statement.value)}–{canonical(statement.value_high)}"
    return _about(statement, _bounded(statement, canonical(statement.value)))


def _bounded(statement: Statement, value: str) -> str:
    return (_SAID.get(statement.comparator, "{value}") if statement.comparator else "{value}").format(value=value)


def _share(statement: Statement, value: str, whole: str) -> str:
    """Return a share in the language in which the text names the whole, as it is understood."""
    if not whole.isascii():
        return f"占{whole}{value}%左右" if statement.approximate else f"占{whole}{value}%"
    return _about(statement, f"{value}% of the {whole}'s")


def _about(statement: Statement, words: str) -> str:
    return f"about {words}" if statement.approximate else words
