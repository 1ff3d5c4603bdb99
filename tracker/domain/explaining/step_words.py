"""A line of a goal's arithmetic, how its numbers are written, and why some figures are not defined."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from tracker.domain.assessment.judging import RATIO_CLASSES
from tracker.domain.assessment.targets import TOLERANCE
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.target_wording import spoken_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.quantity.units import MONEY, parse_unit
from tracker.domain.statuses import Status
from tracker.language import _, difference, listed, ngettext, number


@dataclass(frozen=True, slots=True)
class Step:
    """A figure with its name, its formula with the numbers filled in, and its result, all in words."""

    name: str
    formula: str
    result: str


# A change smaller than this shows a third decimal, so that what is worked out from it can be followed.
SMALL = 0.1
_MOST_PLACES = 7
_BOUNDS = tuple(Decimal(str(least)) for least, _status in RATIO_CLASSES)


def figure(facts: VerdictFacts, value: float | None) -> str:
    """Return a value of the measured series in a formula."""
    return facts.amount(value)


def grouped(facts: VerdictFacts, value: float | None) -> str:
    """Return a value after a minus: in brackets where it is negative itself."""
    return bracketed(facts.amount(value), value)


def bracketed(said: str, value: float | None) -> str:
    """Put brackets around a negative value."""
    return f"({said})" if value is not None and value < 0 else said


def apart(facts: VerdictFacts, value: float | None, *, sign: bool = False) -> str:
    """Return a difference of two values of the measured series, with a third decimal where it is small."""
    small = value is not None and 0 < abs(value) < SMALL and round(value, 3) != round(value, 2)
    if value is None or not small or parse_unit(facts.unit).dimension == MONEY:
        return facts.distance(value, sign=sign)
    return difference(value, spoken_unit(facts.unit), decimals=3, sign=sign)


def share(fraction: float | None) -> str:
    """Return a fraction as percent with at most one decimal, finer where it would read as 100%."""
    if fraction is None:
        return "–"
    percent = round(fraction * 100, 1)
    return f"{number(fraction * 100 if percent == 100 != fraction * 100 else percent)}%"


def ratio_words(ratio: float | None) -> str:
    """Return a ratio with two decimals, with more where rounding would move it across the bound of a class."""
    if ratio is None or not isfinite(ratio):
        return number(ratio)
    for places in range(2, _MOST_PLACES):
        shown = Decimal(str(ratio)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if all((shown >= least) == (ratio >= float(least) - TOLERANCE) for least in _BOUNDS):
            return number(ratio, None if places == 2 else places)
    return number(ratio)


def likely(facts: VerdictFacts, value: float) -> str:
    """Return a projected value: whole numbers of what is counted, else no more than two decimals."""
    counted = facts.counted and not facts.goal.kind.traits.relative and abs(value) >= 10
    return facts.amount(float(round(value)) if counted else round(value, 2))


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
