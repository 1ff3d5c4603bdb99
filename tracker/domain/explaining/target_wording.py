"""What a goal asks, in the plan's own terms: "over 2,000 by 2023", "about 150 more in 2017–2019", "top 20"."""

from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.kinds import Kind, Series, default_comparator, kind_word
from tracker.domain.quantity.units import PERCENT, RATIO, YEARS, parse_unit, spoken_unit
from tracker.domain.records import Goal, Indicator, Plan, Source
from tracker.domain.vocabulary import (
    ASKS_LESS,
    Better,
    Comparator,
    accumulates_word,
    nature_word,
    origin_word,
    state_word,
)
from tracker.language import (
    _,
    clauses,
    comparator_words,
    current_language,
    date_words,
    difference,
    gettext,
    labelled,
    number,
    quantity,
    remarks,
    scaled_unit,
    unit_word,
    years_words,
)


def counting_unit(goal: Goal, indicator: Indicator) -> str:
    """Return the unit the goal's actuals are counted in: its own, or the indicator's where its value is no amount."""
    return goal.unit if goal.unit and goal.traits.in_unit else indicator.unit


def unit_of_value(kind: Kind, unit: str) -> str:
    """Return the unit a goal's number is in, where `unit` is that of its amounts: a factor has none."""
    traits = kind.traits
    return unit if traits.in_unit else "%" if traits.percentage else ""


def measured_unit(goal: Goal, indicator: Indicator) -> str:
    """Return the unit of the goal's measured series: percent for changes and growth, else that of its actuals."""
    rate = goal.traits.percentage or goal.traits.series is Series.MEANS_APART
    return "%" if rate else counting_unit(goal, indicator)


def readers_unit(unit: str, indicator: Indicator) -> str:
    """Return a unit as the indicator gives it in the reader's language, where it is the indicator's and as large."""
    own = indicator.unit_zh if current_language() == "zh" and unit == indicator.unit else None
    return own if own and scaled_unit(own).power == scaled_unit(unit).power else unit


def unit_of(indicator: Indicator) -> str:
    """Return an indicator's unit in the reader's words."""
    return unit_word(readers_unit(indicator.unit, indicator))


def telling_unit(unit: str, value: float | Decimal | None) -> str:
    """Return the unit of a value that stands alone, where its number says nothing without: years, and cases per N."""
    dimension = parse_unit(unit).dimension
    if dimension == YEARS:
        return _("year") if value == 1 else _("years")
    return unit if dimension.startswith(RATIO) or " per " in unit else spoken_unit(unit)


def amount(value: float | Decimal | None, unit: str, *, sign: bool = False) -> str:
    """Return a value as it was entered, without the name of what is counted: "786", "3.5%", "4 bn yuan", "0.4 km²"."""
    return quantity(value, spoken_unit(unit), sign=sign)


def distance(value: float | Decimal | None, unit: str, *, sign: bool = False) -> str:
    """Return the difference of two values: "0.38 points", "214", "1.2 bn yuan"."""
    return difference(value, spoken_unit(unit), sign=sign)


def asked(goal: Goal, indicator: Indicator, plan: Plan, other: str = "") -> str:
    """Return what the goal asks, without the due year: "over 2,000", "about 150 more", "2 × the start", "top 20".

    `other` names what a relative goal is measured against.
    """
    kind = goal.traits
    if not kind.measured:
        return _("milestone")
    if goal.value is None and kind.needs_value:
        return "–"
    if kind.place:
        return _("top {place}").format(place=number(goal.value))
    if kind.without_value:
        return _without_value(goal, indicator, other or _("its reference"))
    words = _amount_asked(goal, indicator)
    if falls(goal):
        if goal.kind is Kind.INCREASE:
            return _("{fall} less").format(fall=words)
        words = _("a fall of {value}").format(value=words)
    if goal.kind is Kind.INCREASE and _rises(goal, indicator):
        return _("{rise} more").format(rise=words)
    if goal.kind is Kind.CHANGE and goal.baseline_year and plan.start != goal.baseline_year + 1:
        return _("{value} compared with {year}").format(value=words, year=goal.baseline_year)
    return gettext(kind.asked).format(value=words)


def falls(goal: Goal) -> bool:
    """Whether a fall is asked: 13.5 % less energy use, 20 million fewer people at risk of poverty."""
    numbers = [value for value in (goal.value, goal.value_high) if value is not None]
    return goal.traits.of_change and bool(numbers) and all(value < 0 for value in numbers)


def _rises(goal: Goal, indicator: Indicator) -> bool:
    """Whether more of it is a higher level (years of life, a percentage) rather than something added to a stock."""
    dimension = parse_unit(measured_unit(goal, indicator)).dimension
    return dimension in (YEARS, PERCENT) or dimension.startswith(RATIO)


def asked_of_a_year(goal: Goal, indicator: Indicator, plan: Plan, other: str = "") -> str:
    """Return what the goal asks of each year by itself: "at most 5.5%", "between 4% and 6%"."""
    if goal.kind is Kind.EVERY_YEAR and goal.value is not None:
        return _amount_asked(goal, indicator)
    return asked(goal, indicator, plan, other)


def _amount_asked(goal: Goal, indicator: Indicator) -> str:
    """Return the goal's value with its comparator and unit."""
    unit = (
        "" if goal.traits.factor else telling_unit(readers_unit(measured_unit(goal, indicator), indicator), goal.value)
    )
    if goal.kind is Kind.INCREASE and unit == "%":
        unit = "points"
    comparator = _spoken_comparator(goal, indicator)
    low, high, falling = goal.value, goal.value_high, falls(goal)
    if low is not None and falling:
        comparator = comparator.mirrored if comparator else None
        low, high = (-low, None) if high is None else (-high, -low)
    return comparator_words(
        comparator, low, unit, high=high, approximate=goal.approximate,
        change=goal.traits.percentage and not falling,
    )  # fmt: skip


def bounded_above(goal: Goal, indicator: Indicator) -> str:
    """Return the level a goal wants not to be passed, with its comparator: "at most 54.1"; "" for any other goal."""
    usual = Comparator.AT_MOST if indicator.better is Better.DOWN else None
    comparator = goal.comparator or usual
    if goal.kind is not Kind.LEVEL or comparator not in ASKS_LESS:
        return ""
    unit = telling_unit(readers_unit(measured_unit(goal, indicator), indicator), goal.value)
    return comparator_words(comparator, goal.value, unit, approximate=goal.approximate)


def _spoken_comparator(goal: Goal, indicator: Indicator) -> Comparator | None:
    """Leave "at least" unsaid where more is better and "at most" where less is: a plan's plain number means that."""
    usual = {Better.UP: Comparator.AT_LEAST, Better.DOWN: Comparator.AT_MOST}.get(indicator.better)
    if goal.traits.judged_by_year or goal.traits.mean_of_plan:
        return goal.comparator or goal.traits.comparator or usual
    return None if goal.comparator == usual else goal.comparator


def _without_value(goal: Goal, indicator: Indicator, other: str) -> str:
    """Return what a goal asks that need give no number: a direction, or how it should stand to another indicator."""
    if goal.value:
        points = difference(goal.value, goal.unit or indicator.unit, sign=True)
        return _("{difference} against {other}").format(difference=points, other=other)
    usual = default_comparator(goal.kind, indicator.better)
    patterns = goal.traits.without_value
    pattern = patterns.get(goal.comparator or usual or Comparator.EQUAL) or patterns.get(usual or Comparator.EQUAL, "–")
    return gettext(pattern).format(other=other)


def asked_by(goal: Goal, indicator: Indicator, plan: Plan, other: str = "") -> str:
    """Return what the goal asks and by when: "over 2,000 by 2023", "about 150 more in 2017–2019"."""
    words = asked(goal, indicator, plan, other)
    if goal.due is None:
        return words
    # A change says "over the plan" itself.
    if goal.traits.over_years and goal.kind is not Kind.CHANGE and plan.start:
        return _("{asked} in {start}–{due}").format(asked=words, start=plan.start, due=goal.due)
    return _("{asked} by {due}").format(asked=words, due=goal.due)


def plan_terms(report: GoalReport) -> list[tuple[str, str]]:
    """List what the plan says as pairs of a name and plain text."""
    return [(name, text) for name, text in _plan_terms(report) if text]


def _plan_terms(report: GoalReport) -> Iterator[tuple[str, str]]:
    goal, plan = report.goal, report.plan
    yield _("Plan"), _plan(report)
    yield _("Asked"), asked_by(goal, report.indicator, plan, report.other)
    yield _("Kind of goal"), kind_word(goal.kind)
    yield _("In the plan’s sense"), goal.wording or ""
    yield _("Theme"), goal.theme or report.indicator.category or ""
    yield _("Who answers for it"), goal.owner or ""
    yield _("Nature"), nature_word(goal.nature) if goal.nature else _("not said by the plan")
    if goal.approximate:
        yield _("“About”"), _("The plan says “about”: within 5 percent of the value counts as reached.")
    yield _("Interim values"), _interim(report)
    if goal.traits.measured:
        yield _("Baseline"), "" if goal.traits.judged_by_year else baseline_words(report)
        yield _("Indicator"), _indicator(report)
    elif goal.state is not None:
        yield _("State in the plan"), state_word(goal.state)
    yield _("Written in"), citation(report.sources.get(goal.source or plan.source or ""), goal.locator)
    yield _("Note on the goal"), goal.note or ""
    yield _("Note on the plan"), plan.note or ""


def _plan(report: GoalReport) -> str:
    plan = report.plan
    years = years_words(plan.start, plan.end) if plan.start and plan.end else ""
    issued = _("issued {day}").format(day=date_words(plan.issued)) if plan.issued else ""
    return clauses((plan.name, report.zone.name, years, issued))


def _interim(report: GoalReport) -> str:
    unit = "" if report.goal.traits.factor else measured_unit(report.goal, report.indicator)
    said = [labelled(str(year), amount(value, unit) if unit else number(value)) for year, value in report.goal.interim]
    return remarks(said)


def _indicator(report: GoalReport) -> str:
    indicator = report.indicator
    said = [
        indicator.name,
        unit_of(indicator),
        accumulates_word(indicator.accumulates),
        indicator.definition or "",
    ]
    return " · ".join(part for part in dict.fromkeys(said) if part)


def baseline_words(report: GoalReport) -> str:
    """Return where the goal starts and where that value comes from."""
    verdict = report.verdict
    if verdict.baseline_value is None:
        if verdict.baseline_year is not None and verdict.start is not None:
            return _("counted from {year}; no value is needed").format(year=verdict.baseline_year)
        return _("none is known")
    stated = report.goal.baseline_value
    exactly = stated if stated is not None and float(stated) == verdict.baseline_value else verdict.baseline_value
    value = amount(exactly, counting_unit(report.goal, report.indicator))
    said = _("{value} in {year}").format(value=value, year=verdict.baseline_year)
    return said if verdict.baseline_origin is None else clauses((said, origin_word(verdict.baseline_origin)))


def citation(source: Source | None, locator: str | None) -> str:
    """Return a source with its publisher, date and the place in it."""
    if source is None:
        return locator or ""
    published = date_words(source.published) if source.published else ""
    return clauses((source.title, source.publisher or "", published, locator or ""))
