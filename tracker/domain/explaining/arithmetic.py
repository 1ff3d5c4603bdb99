"""The arithmetic behind a verdict: each figure with its formula, the numbers filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.assessment.measured_as import MeasuredAs
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.measured_words import reached_words
from tracker.domain.explaining.progress_steps import AHEAD, PACE, WAY
from tracker.domain.explaining.step_words import Step, as_printed, bracketed, grouped, names_left_out, quotient, result
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series
from tracker.domain.vocabulary import Accumulates
from tracker.language import _, listed, number

_YEARS_SHOWN = 12


def first_steps(report: GoalReport, facts: VerdictFacts) -> Iterator[Step]:
    """Show how target and measured value come from the plan's number and the actuals."""
    kind = report.goal.traits
    if kind.factor:
        yield from _multiple(report, facts)
    make = _FIRST.get(kind.series)
    if make is not None:
        yield from make(report, facts)


def yearly_steps(report: GoalReport, facts: VerdictFacts) -> Iterator[Step]:
    """Show how the reported years of the plan stand to what is asked of each."""
    verdict, years = report.verdict, report.verdict.counted_years
    if not years:
        return
    said = _("asked of every year: {asked}").format(asked=facts.asked_of_a_year)
    earlier, shown = years[:-_YEARS_SHOWN], listed(map(str, years[-_YEARS_SHOWN:]))
    if earlier:
        shown = _("{count} years from {first}, the last {years}").format(
            count=number(len(years)), first=years[0], years=shown
        )
    yield Step(_("Reported years"), said, shown)
    broken = listed(map(str, verdict.breached_years)) or _("none")
    yield Step(_("Years that did not keep it"), said, broken)
    if verdict.gap is not None and verdict.judged_year is not None:
        formula = _("{target} − {value}, in {year}")
        if not verdict.gap_size:
            formula = _("{reached} keeps the goal of {asked}")
        formula = formula.format(
            target=facts.target, value=grouped(facts, verdict.measured), year=verdict.judged_year,
            asked=facts.asked_of_a_year, reached=reached_words(facts),
        )  # fmt: skip
        numbers = as_printed(*map(facts.numbers.printed, (verdict.target, verdict.measured)))
        apart = numbers[0] - numbers[1] if numbers and verdict.gap else Fraction(0)
        said = result(facts.distance(verdict.gap, sign=True), apart, facts.numbers.printed(verdict.gap))
        yield Step(_("Gap"), formula, said)


def _multiple(report: GoalReport, facts: VerdictFacts) -> Iterator[Step]:
    if report.verdict.target is not None:
        formula = _("{factor} × {start}").format(factor=number(report.goal.value), start=facts.base)
        numbers = as_printed(report.goal.value, facts.levels.printed(report.verdict.baseline_value))
        times, target = numbers[0] * numbers[1] if numbers else None, facts.numbers.printed(report.verdict.target)
        yield Step(_("Target value"), formula, result(facts.target, times, target))


def _increase(report: GoalReport, facts: VerdictFacts) -> Iterator[Step]:
    verdict, summed = report.verdict, report.verdict.measured_as is MeasuredAs.TOTAL
    if verdict.measured is None or not (summed or verdict.measured == verdict.measured_high):
        return
    if summed:
        formula = _("sum of the yearly additions after {base_year} up to {year}")
    else:
        formula = _("{now} in {year} − {base} in {base_year}")
    now = None if verdict.baseline_value is None else verdict.baseline_value + verdict.measured
    said = formula.format(
        base_year=verdict.baseline_year, year=verdict.until, base=facts.base, now=facts.levels.amount(now)
    )
    if summed:
        yield Step(_("Added so far"), said, facts.value)
        return
    numbers = as_printed(*map(facts.levels.printed, (now, verdict.baseline_value)))
    added, printed = numbers[0] - numbers[1] if numbers else None, facts.numbers.printed(verdict.measured)
    name = _("Change so far") if report.goal.traits.direction else _("Added so far")
    yield Step(name, said, result(facts.value, added, printed))


def _change(report: GoalReport, facts: VerdictFacts) -> Iterator[Step]:
    verdict = report.verdict
    if verdict.measured is None:
        return
    formula = _("({now} − {base}) ÷ {base}")
    chained = report.indicator.accumulates is Accumulates.ANNUAL_CHANGE or verdict.baseline_value is None
    if chained:
        formula = _("the yearly changes after {base_year} up to {year}, chained")
    now = _level(report, verdict.baseline_value)
    said = formula.format(
        base=facts.base, now=facts.levels.amount(now), base_year=verdict.baseline_year, year=verdict.judged_year
    )
    numbers = as_printed(*map(facts.levels.printed, (now, verdict.baseline_value)))
    changed = quotient(100 * (numbers[0] - numbers[1]), numbers[1]) if numbers else None
    printed = facts.numbers.printed(verdict.measured)
    yield Step(_("Change so far"), said, facts.value if chained else result(facts.value, changed, printed))


def _growth(report: GoalReport, facts: VerdictFacts) -> Iterator[Step]:
    verdict = report.verdict
    if verdict.measured is None or verdict.judged_year is None or verdict.since is None:
        return
    formula = _("({now} ÷ {base}) to the power of 1 ÷ {years}, less 1")
    chained = report.indicator.accumulates is Accumulates.ANNUAL_CHANGE or verdict.baseline_value is None
    if chained:
        formula = _("geometric mean of the yearly growths after {base_year} up to {year}")
    said = formula.format(
        base=facts.base, now=facts.levels.amount(_level(report, verdict.baseline_value)),
        base_year=verdict.since, year=verdict.judged_year, years=verdict.judged_year - verdict.since,
    )  # fmt: skip
    rate = _("{rate} a year").format(rate=facts.value)
    yield Step(_("Mean growth so far"), said, rate if chained else result(rate, None, None))


def _mean(_report: GoalReport, facts: VerdictFacts) -> Iterator[Step]:
    """Show of which years the mean is, and what those that are left must have."""
    verdict, count = facts.verdict, len(facts.verdict.counted_years)
    if verdict.measured is None:
        return
    formula = _("mean of the values of {years}").format(years=listed(map(str, verdict.counted_years)))
    yield Step(_("Mean so far"), formula, facts.value)
    left = (facts.goal.due or 0) - (verdict.judged_year or 0)
    if verdict.required_mean is not None:
        formula = _("({target} × {all} − {value} × {count}) ÷ {left}").format(
            target=facts.target, all=count + left, value=grouped(facts, verdict.measured), count=count, left=left
        )
        numbers = as_printed(*map(facts.numbers.printed, (verdict.target, verdict.measured)))
        needed = (numbers[0] * (count + left) - numbers[1] * count) / left if numbers else None
        printed = facts.numbers.printed(verdict.required_mean)
        yield Step(_("Mean left to have"), formula, result(facts.amount(verdict.required_mean), needed, printed))


def _means_apart(_report: GoalReport, facts: VerdictFacts) -> Iterator[Step]:
    """Show of which mean growths the difference is."""
    verdict, numbers = facts.verdict, facts.numbers
    if verdict.own_value is None or verdict.reference_value is None:
        return
    formula = _("{own} − {reference}, the mean growth a year of both").format(
        own=numbers.amount(verdict.own_value),
        reference=bracketed(numbers.amount(verdict.reference_value), verdict.reference_value),
    )
    sides = as_printed(*map(numbers.printed, (verdict.own_value, verdict.reference_value)))
    apart, printed = sides[0] - sides[1] if sides else None, numbers.printed(verdict.measured)
    yield Step(_("Difference so far"), formula, result(facts.distance(verdict.measured, sign=True), apart, printed))


def _level(report: GoalReport, base: float | None) -> float | None:
    """Return the level that the measured change leads to from the base."""
    verdict = report.verdict
    if base is None or verdict.measured is None or verdict.judged_year is None or verdict.baseline_year is None:
        return None
    factor = 1 + verdict.measured / 100
    if report.goal.traits.series is Series.MEAN_GROWTH:
        factor **= verdict.judged_year - verdict.baseline_year
    return base + abs(base) * (factor - 1)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The figures of one goal in the order they follow from each other, and a sentence on those that are undefined."""

    steps: tuple[Step, ...]
    left_out: str


def arithmetic(report: GoalReport) -> Arithmetic:
    """Fill the numbers of a verdict into the method's formulas; nothing for a milestone."""
    facts = VerdictFacts.of(report)
    kind = report.goal.traits
    if not kind.measured:
        return Arithmetic((), "")
    if kind.judged_by_year:
        return Arithmetic(tuple(yearly_steps(report, facts)), "")
    found = [(name, make(facts)) for name, make in _STEPS.items()]
    expected = tuple(_STEPS) if kind.has_path else _WITHOUT_PATH[: 1 if kind.direction else None]
    steps = [step for _name, step in found if step is not None]
    missing = [_names()[name] for name, step in found if step is None and name in expected and name not in _OPTIONAL]
    return Arithmetic((*first_steps(report, facts), *steps), names_left_out(report, missing))


_FIRST = {
    Series.ADDED: _increase,
    Series.CHANGED: _change,
    Series.MEAN_GROWTH: _growth,
    Series.MEAN_OF_YEARS: _mean,
    Series.MEANS_APART: _means_apart,
}
_STEPS = WAY | PACE | AHEAD
# What is undefined for many goals, and no loss to them.
_OPTIONAL = (
    "arrival",
    "interval",
    "chance",
    "completion",
    "required_growth",
    "pace_ratio",
    "required_pace",
    "elapsed_now",
)
_WITHOUT_PATH = ("elapsed", "gap")


def _names() -> dict[str, str]:
    return {
        "progress": _("progress"),
        "elapsed": _("time gone"),
        "path": _("path value"),
        "gap": _("gap"),
        "gap_to_path": _("gap to path"),
        "pace": _("pace"),
        "projection": _("projection"),
    }
