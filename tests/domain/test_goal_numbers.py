"""How a goal's numbers are written: no two values alike, none as nothing, and every equation true as it is printed."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.domain.random_goals import Case, goal_row, lay_out
from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.arithmetic import arithmetic
from tracker.domain.explaining.goal_numbers import style_of
from tracker.domain.explaining.reasons import reason
from tracker.domain.explaining.reports import GoalRecord, goal_report
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Kind
from tracker.domain.quantity.number_style import NumberStyle
from tracker.domain.records import Actual, Goal, Indicator, Plan, Zone
from tracker.domain.statuses import Rule
from tracker.domain.vocabulary import Accumulates, BaselineOrigin, Better, Comparator
from tracker.language import LANGUAGES, _, quantity, speak

OFTEN = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
BOTH = pytest.mark.parametrize("language", LANGUAGES)
PLACES = st.integers(0, 6)
SCALES = {"bn": 9, "million": 6, "亿": 8, "万": 4}
UNITS = ("", "%", "亿元", "bn yuan", "万人", "million tonnes", "yuan", "km²")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(None)


def numbers(places: int) -> st.SearchStrategy[Decimal]:
    """Draw numbers of so many decimals that lie close together."""
    return st.integers(-60, 400).map(lambda digits: Decimal(digits).scaleb(-places))


@st.composite
def reports(draw: st.DrawFn, kinds: tuple[Kind, ...] = (Kind.LEVEL, Kind.MULTIPLE, Kind.INCREASE)) -> GoalReport:
    """Draw a goal of a start, two later values and a target, judged."""
    places, kind, unit = draw(PLACES), draw(st.sampled_from(kinds)), draw(st.sampled_from(UNITS))
    start, first, second, target = (draw(numbers(places)) for _each in range(4))
    value = draw(st.sampled_from((Decimal(2), Decimal("1.5")))) if kind is Kind.MULTIPLE else target
    percentage = kind.traits.percentage
    value = draw(numbers(1)) if percentage else value
    better, due = (Better.UP, 2025) if value >= start else (Better.DOWN, 2025)
    comparator = Comparator.AT_LEAST if better is Better.UP else Comparator.AT_MOST
    told = {2021: first, 2023: second}
    row = goal_row(
        kind=str(kind), comparator=str(comparator), value=float(value), indicator_unit="things", due=due,
        better=str(better), start=2021, baseline_year=2020, baseline_value=float(start), baseline_origin="stated",
    )  # fmt: skip
    rows = tuple((0, year, float(one), float(one), None, 0) for year, one in told.items())
    standings = Standings.of(*lay_out([Case(row, rows, (), ())]), 2024)
    record = GoalRecord(
        goal=Goal(
            goal="g", plan="p", indicator="i", kind=kind, comparator=comparator, value=value, due=due,
            baseline_year=2020, baseline_value=start, baseline_origin=BaselineOrigin.STATED,
        ),
        plan=Plan(plan="p", zone="z", name="Plan", start=2021, end=due),
        indicator=Indicator(
            indicator="i", name="Thing", unit=unit, better=better, accumulates=Accumulates.LEVEL,
            decimals=draw(st.none() | st.integers(0, places)),
        ),
        zone=Zone(zone="z", name="Zone"),
        actuals=tuple(Actual(zone="z", indicator="i", year=year, value=one) for year, one in told.items()),
    )  # fmt: skip
    return goal_report(record, standings, 0, Rule.TIME)


def read(said: str, unit: str) -> Fraction:
    """Read a printed value back, in the unit that was meant."""
    found = re.match(r"([+−]?)([\d,]+(?:\.\d+)?)\s*(bn|million|亿|万)?", said)
    assert found, said
    number = Fraction(found[2].replace(",", "")) * Fraction(10) ** SCALES.get(found[3] or "", 0)
    own = next((power for word, power in SCALES.items() if unit.startswith(word)), 0)
    return (-number if found[1] == "−" else number) / Fraction(10) ** own


def last_digit(said: str, unit: str) -> Fraction:
    """Return what one in the last printed digit is worth."""
    digits = re.search(r"\d[\d,]*(?:\.(\d+))?", said)
    assert digits
    one = re.sub(r"[\d,.]+", "1", said.lstrip("+−"), count=1)
    return read(one, unit) / Fraction(10) ** len(digits[1] or "")


@BOTH
@OFTEN
@given(
    value=st.decimals(-(10**9), 10**9, allow_nan=False, places=4) | st.floats(-1e9, 1e9, allow_subnormal=False),
    unit=st.sampled_from(UNITS), decimals=PLACES,
)  # fmt: skip
def test_a_printed_number_reads_back_within_half_of_its_last_digit(
    language: str, value: Decimal | float, unit: str, decimals: int
) -> None:
    speak(language)
    style = NumberStyle(unit, decimals)
    for said in (style.amount(value), quantity(value, unit, decimals=decimals), style.pace(float(value))):
        noise = Fraction(1, 10**10) * abs(Fraction(value))
        assert abs(read(said, unit) - Fraction(value)) <= last_digit(said, unit) / 2 + noise


@BOTH
@OFTEN
@given(
    value=st.floats(-1e6, 1e6, allow_subnormal=False).filter(lambda value: abs(value) > 1e-9),
    unit=st.sampled_from(UNITS),
)
def test_nothing_but_nothing_is_printed_as_0(language: str, value: float, unit: str) -> None:
    speak(language)
    style = NumberStyle(unit, 0)
    assert all(read(said, unit) for said in (style.amount(value), style.distance(value), style.pace(value)))


@BOTH
@OFTEN
@given(report=reports())
def test_unequal_values_of_a_goal_are_never_printed_alike(language: str, report: GoalReport) -> None:
    speak(language)
    verdict, style = report.verdict, style_of(report)
    values = (verdict.start, verdict.measured, verdict.target, verdict.path_value)
    known = [value for value in values if value is not None]
    printed = {style.known(value): style.amount(value) for value in known}
    assert len({read(said, report.unit) for said in printed.values()}) == len(printed)
    for apart in (verdict.gap, verdict.gap_to_path, verdict.required_pace):
        assert apart is None or bool(style.known(apart)) is bool(read(style.distance(apart), report.unit))


@BOTH
@OFTEN
@given(report=reports())
def test_entered_values_are_printed_as_they_were_entered(language: str, report: GoalReport) -> None:
    speak(language)
    facts, goal = VerdictFacts.of(report), report.goal
    assert goal.baseline_value is not None
    assert facts.base == facts.numbers.amount(goal.baseline_value) or goal.kind is Kind.INCREASE
    if goal.kind is Kind.LEVEL and report.verdict.measured is not None:
        told = next(one.value for one in report.actuals if one.year == report.verdict.judged_year)
        assert read(facts.value, report.unit) == told
        assert report.verdict.target is None or read(facts.target, report.unit) == goal.value


_UNITS = re.compile(r"(?<=[\d)])\s*(?:km²|平方公里|points|个百分点|%)")


def worked_out(formula: str) -> Fraction | None:
    """Work out a printed formula, in which a percentage alone multiplies; None for one that is no arithmetic."""
    plain = re.split(r", (?!\d{3})|，", formula)[0]
    plain = re.sub(r"\) × ([\d.]+)%", r") × \1 ÷ 100", re.sub(r"(?<=\d),(?=\d{3})", "", plain))
    signs = _UNITS.sub("", plain).translate(str.maketrans("÷×−（）", "/*-()")).strip()
    if not re.fullmatch(r"[\d.()+*/\- ]+", signs):
        return None
    return _value(ast.parse(signs, mode="eval").body)


def _value(node: ast.AST) -> Fraction | None:
    match node:
        case ast.Constant():
            return Fraction(str(node.value))
        case ast.UnaryOp():
            inner = _value(node.operand)
            return None if inner is None else -inner if isinstance(node.op, ast.USub) else inner
        case ast.BinOp():
            left, right = _value(node.left), _value(node.right)
            if left is None or right is None or (isinstance(node.op, ast.Div) and not right):
                return None
            return {ast.Add: left + right, ast.Sub: left - right, ast.Mult: left * right}.get(
                type(node.op), left / right if right else None
            )
    return None


@BOTH
@OFTEN
@given(report=reports((Kind.LEVEL, Kind.MULTIPLE, Kind.INCREASE, Kind.CHANGE)))
def test_a_printed_equation_is_true_or_says_about(language: str, report: GoalReport) -> None:
    # Values of one unit alone: those told in larger units cannot be added as they are printed.
    assume(report.unit in ("", "%", "km²"))
    speak(language)
    names = (_("Completion"), _("Progress"), _("Time gone"), _("Change so far"))
    shares = {*names, _("Time gone by {year}").format(year=2024)}
    seen = 0
    for step in arithmetic(report).steps:
        found, number = worked_out(step.formula), re.search(r"[+−]?\d[\d,]*(?:\.\d+)?", step.result)
        if found is None or number is None or step.name == _("Year of arrival at this pace"):
            continue
        seen += 1
        exactly = found * 100 if step.name in shares else found
        # Chinese says a fall by its size.
        exactly = -exactly if re.search("减少|下降", step.result) else exactly
        assert step.result.startswith(("≈", "约")) is not (exactly == read(number[0], "")), step
    assert seen or not report.verdict.elapsed


@BOTH
@OFTEN
@given(report=reports())
def test_a_reason_states_its_ratio_as_it_follows_or_says_about(language: str, report: GoalReport) -> None:
    speak(language)
    facts = VerdictFacts.of(report)
    for rule in Rule:
        for over, under, sign, ratio in re.findall(
            r"(−?[\d.,]+)%? ÷ (−?[\d.,]+)%? (=|≈) (−?[\d.,]+\d)", reason(facts, rule)
        ):
            one, other, shown = (Fraction(said.replace("−", "-").replace(",", "")) for said in (over, under, ratio))
            assert (sign == "=") is (one == shown * other)
