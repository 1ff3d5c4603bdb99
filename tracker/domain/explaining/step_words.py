"""A line of a goal's arithmetic, how its numbers are written, and why some figures are not defined."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.assessment.judging import RATIO_CLASSES
from tracker.domain.assessment.targets import TOLERANCE
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Status
from tracker.language import _, exact, listed, ngettext, number, percent_figure, rounded, signed


@dataclass(frozen=True, slots=True)
class Step:
    """A figure with its name, its formula with the numbers filled in, and its result, all in words."""

    name: str
    formula: str
    result: str


_MOST_PLACES = 7
_WHOLE_FROM = 10
_BOUNDS = tuple(Decimal(str(least)) for least, _status in RATIO_CLASSES)


def capital(text: str) -> str:
    """Return a sentence with a capital letter first."""
    return text[:1].upper() + text[1:]


def figure(facts: VerdictFacts, value: float | None) -> str:
    """Return a value of the measured series in a formula."""
    return facts.amount(value)


def grouped(facts: VerdictFacts, value: float | None) -> str:
    """Return a value after a minus: in brackets where it is negative itself."""
    return bracketed(facts.amount(value), value)


def bracketed(said: str, value: float | None) -> str:
    """Put brackets around a negative value."""
    return f"({said})" if value is not None and value < 0 else said


def result(said: str, worked_out: Fraction | None, printed: Decimal | None) -> str:
    """Return what a formula gives: as it is where the printed numbers give just that, else with "about" before it."""
    return said if worked_out is not None and worked_out == printed else _("≈ {value}").format(value=said)


def equals(worked_out: Fraction | None, printed: Decimal | None) -> str:
    """Return the sign between a formula and its result: "=" where the printed numbers give just that, else "≈"."""
    return "=" if worked_out is not None and worked_out == printed else "≈"


def as_printed(*numbers: Decimal | float | None) -> tuple[Fraction, ...] | None:
    """Return printed numbers to calculate with, None where one is missing."""
    return None if None in numbers else tuple(Fraction(number) for number in numbers if number is not None)


def quotient(over: Fraction, under: Fraction) -> Fraction | None:
    """Return what a division gives, None for one by zero."""
    return over / under if under else None


def shown_percent(fraction: float | None) -> Decimal | None:
    """Return a fraction in percent as it is printed: one decimal at most, more where it would read as 100 or as 0."""
    known = exact(fraction)
    shown = None if known is None else rounded(*percent_figure(known, 1))
    return None if shown is None else shown.normalize()


def share(fraction: float | None) -> str:
    """Return a fraction as percent with at most one decimal, finer where it would read as 100% or as 0%."""
    shown = shown_percent(fraction)
    return "–" if shown is None else f"{number(shown)}%"


def yearly_growth(start: float | None, end: float | None, year: int | None, base_year: int | None) -> float | None:
    """Return the geometric mean growth a year as a fraction, none where it is not defined."""
    if not start or end is None or year is None or base_year is None or year <= base_year or end / start <= 0:
        return None
    return float((end / start) ** (1 / (year - base_year)) - 1)


def percent(fraction: float | None, *, sign: bool = False) -> str:
    """Return a fraction as percent with one decimal."""
    shown = shown_percent(fraction)
    return "–" if shown is None else f"{signed(shown) if sign else number(shown)}%"


def shown_ratio(ratio: float | None) -> Decimal | None:
    """Return a ratio as it is printed: two decimals, more where rounding would move it across the bound of a class."""
    known = exact(ratio)
    for places in range(2, _MOST_PLACES):
        shown = None if known is None else rounded(known, places)
        if shown is None or ratio is None:
            return None
        if all((shown >= least) == (ratio >= float(least) - TOLERANCE) for least in _BOUNDS):
            return shown.normalize() if places == 2 else shown
    return known


def ratio_words(ratio: float | None) -> str:
    """Return a ratio in words."""
    return number(shown_ratio(ratio))


def likely(facts: VerdictFacts, value: float) -> str:
    """Return a projected value: whole numbers of what is counted, else as computed values are written."""
    counted = facts.counted and not facts.goal.traits.relative and abs(value) >= _WHOLE_FROM
    return facts.amount(float(round(value)) if counted else value)


def counted_from(facts: VerdictFacts) -> tuple[float | None, int | None]:
    """Return the value and year that gap and required pace count from: the start where nothing else is known."""
    verdict = facts.verdict
    if verdict.start_only:
        return verdict.start, verdict.baseline_year
    return verdict.measured, verdict.judged_year


def names_left_out(report: GoalReport, names: Sequence[str]) -> str:
    """Return which figures are undefined and why; nothing where all are there."""
    if not names:
        return ""
    return _("Not shown: {names}. {why}").format(names=listed(names), why=_why(report, len(names)))


def _why(report: GoalReport, count: int) -> str:
    """Return what one figure, or several, would need."""
    verdict, status = report.verdict, report.verdict.status
    if status is Status.NO_DUE_YEAR:
        return ngettext(
            "It needs a year by which the goal is to be reached.",
            "They need a year by which the goal is to be reached.",
            count,
        )
    if status is Status.NO_TARGET_VALUE:
        return ngettext("It needs a number to reach.", "They need a number to reach.", count)
    if status is Status.INDETERMINATE or (verdict.judged_year is not None and verdict.measured is None):
        return ngettext(
            "It needs one number; only a bound is known.", "They need one number; only a bound is known.", count
        )
    if verdict.judged_year is None and not verdict.start_only:
        return ngettext("It needs reported values.", "They need reported values.", count)
    if verdict.start is None:
        return ngettext("It needs a value to start from.", "They need a value to start from.", count)
    if verdict.judged_year is None or verdict.judged_year <= (verdict.baseline_year or 0):
        return ngettext(
            "It needs a value reported after the start.", "They need a value reported after the start.", count
        )
    if verdict.at_due:
        return _("The due year is past.")
    return ngettext("It is not defined for these numbers.", "They are not defined for these numbers.", count)
