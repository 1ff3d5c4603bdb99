"""The arithmetic behind a verdict: each figure with its formula, the numbers filled in."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from tracker.domain.arithmetic_words import apart, bracketed, figure, grouped, likely, names_left_out, share
from tracker.domain.facts import Facts
from tracker.domain.kind_arithmetic import first_steps, yearly_steps
from tracker.domain.measures import YEAR_BY_YEAR
from tracker.domain.steps import Step
from tracker.domain.verdicts import GoalReport
from tracker.domain.vocabulary import Kind
from tracker.language import _, number


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The figures of one goal in the order they follow from each other, and a sentence on those that are undefined."""

    steps: tuple[Step, ...]
    left_out: str


def arithmetic(report: GoalReport) -> Arithmetic:
    """Fill the numbers of a verdict into the method's formulas; nothing for a milestone."""
    facts = Facts(report.goal, report.indicator, report.plan, report.verdict, report.other)
    if report.goal.kind is Kind.MILESTONE:
        return Arithmetic((), "")
    if report.goal.kind in YEAR_BY_YEAR:
        return Arithmetic(tuple(yearly_steps(report, facts)), "")
    found = [(name, make(facts)) for name, make in _STEPS.items()]
    expected = _GROWTH if report.goal.kind is Kind.GROWTH else tuple(_STEPS)
    steps = [step for _name, step in found if step is not None]
    missing = [_names()[name] for name, step in found if step is None and name in expected and name not in _OPTIONAL]
    return Arithmetic((*first_steps(report, facts), *steps), names_left_out(report, missing))


_OPTIONAL = ("arrival", "interval", "chance", "completion", "required_growth", "pace_ratio", "required_pace")
_GROWTH = ("elapsed", "gap")


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


def _now(facts: Facts) -> tuple[float | None, int | None]:
    """Give the value and year that gap and required pace count from: the start where nothing else is known."""
    verdict = facts.verdict
    if verdict.start_only:
        return verdict.start, verdict.baseline_year
    return verdict.measured, verdict.judged_year


def _completion(facts: Facts) -> Step | None:
    if facts.verdict.completion is None:
        return None
    formula = _("{value} ÷ {target}, the share of the target itself")
    said = formula.format(value=figure(facts, _now(facts)[0]), target=figure(facts, facts.verdict.target))
    return Step(_("Completion"), said, share(facts.verdict.completion))


def _progress(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.progress is None:
        return None
    formula = _("({value} − {start}) ÷ ({target} − {start}), the share of the way from the start to the target")
    said = formula.format(
        value=figure(facts, verdict.measured),
        start=grouped(facts, verdict.start),
        target=figure(facts, verdict.target),
    )
    return Step(_("Progress"), said, share(verdict.progress))


def _elapsed(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.elapsed is None or verdict.judged_year is None:
        return None
    formula = _("({year} − {base_year}) ÷ ({due} − {base_year})")
    if facts.goal.due is not None and verdict.judged_year > facts.goal.due:
        formula = _("({year} − {base_year}) ÷ ({due} − {base_year}), at most 100%")
    said = formula.format(year=verdict.judged_year, base_year=verdict.baseline_year, due=facts.goal.due)
    return Step(_("Time gone"), said, share(verdict.elapsed))


def _path(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.path_value is None or verdict.start is None or verdict.judged_year is None:
        return None
    name = _("Path value in {year}").format(year=min(verdict.judged_year, facts.goal.due or verdict.judged_year))
    formula = _("{start} + ({target} − {start}) × {elapsed}")
    if facts.goal.interim:
        formula = _("read off the path from {start} through the interim values to {target}")
    said = formula.format(
        start=grouped(facts, verdict.start), target=figure(facts, verdict.target), elapsed=share(verdict.elapsed)
    )
    return Step(name, said, figure(facts, verdict.path_value))


def _gap(facts: Facts) -> Step | None:
    if facts.verdict.gap is None:
        return None
    said = _("{target} − {value}, what is left to the target").format(
        target=figure(facts, facts.verdict.target), value=grouped(facts, _now(facts)[0])
    )
    return Step(_("Gap"), said, apart(facts, facts.verdict.gap, sign=True))


def _gap_to_path(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.gap_to_path is None or facts.goal.kind is Kind.GROWTH:
        return None
    said = _("{value} − {path}, how far above or below the path").format(
        value=figure(facts, verdict.measured), path=grouped(facts, verdict.path_value)
    )
    return Step(_("Gap to path"), said, apart(facts, verdict.gap_to_path, sign=True))


def _pace(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.pace is None or facts.goal.kind is Kind.GROWTH:
        return None
    said = _("({value} − {start}) ÷ ({year} − {base_year}), the change a year so far").format(
        value=figure(facts, verdict.measured), start=grouped(facts, verdict.start),
        year=verdict.judged_year, base_year=verdict.baseline_year,
    )  # fmt: skip
    return Step(_("Pace"), said, _a_year(facts, verdict.pace))


def _required_pace(facts: Facts) -> Step | None:
    value, year = _now(facts)
    if facts.verdict.required_pace is None:
        return None
    said = _("({target} − {value}) ÷ ({due} − {year}), the change a year that is left to make").format(
        target=figure(facts, facts.verdict.target), value=grouped(facts, value), due=facts.goal.due, year=year
    )
    return Step(_("Required pace"), said, _a_year(facts, facts.verdict.required_pace))


def _required_growth(facts: Facts) -> Step | None:
    verdict, (value, year) = facts.verdict, _now(facts)
    if verdict.required_growth is None or year is None or facts.goal.due is None:
        return None
    said = _("({target} ÷ {value}) to the power of 1 ÷ {years}, less 1").format(
        target=figure(facts, verdict.target), value=figure(facts, value), years=facts.goal.due - year
    )
    if facts.goal.kind is Kind.GROWTH:
        said = _("mean growth from {year} to {due} that makes {target} a year over the whole time").format(
            year=year, due=facts.goal.due, target=figure(facts, verdict.target)
        )
    return Step(_("Required growth"), said, _("{rate}% a year").format(rate=number(verdict.required_growth)))


def _pace_ratio(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.pace_ratio is None or verdict.required_pace is None or facts.goal.kind is Kind.GROWTH:
        return None
    said = _("{required} ÷ {pace}").format(
        required=apart(facts, verdict.required_pace), pace=bracketed(apart(facts, verdict.pace), verdict.pace)
    )
    return Step(_("Required pace ÷ pace so far"), said, number(verdict.pace_ratio))


def _arrival(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.arrival_year is None or facts.goal.kind is Kind.GROWTH:
        return None
    said = _("{year} + {gap} ÷ {pace} a year = {when}").format(
        year=verdict.judged_year, gap=apart(facts, abs(verdict.gap or 0)), pace=apart(facts, abs(verdict.pace or 0)),
        when=f"{verdict.arrival_year:.1f}",
    )  # fmt: skip
    far = verdict.arrival_year > (verdict.judged_year or 0) + 100
    return Step(
        _("Year of arrival at this pace"),
        said,
        _("in over 100 years") if far else str(ceil(verdict.arrival_year - 1e-9)),
    )


def _projection(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.projected is None or verdict.at_due:
        return None
    said = _("a straight line through the start and the actuals since (least squares), carried to {due}")
    if verdict.projected_low is None:
        said = _(
            "the line through the start and the one actual since, carried to {due}; too few points for an interval"
        )
    return Step(_("If the pace so far holds"), said.format(due=facts.goal.due), likely(facts, verdict.projected))


def _interval(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.projected_low is None or verdict.projected_high is None or verdict.at_due:
        return None
    result = _("{low} to {high}").format(
        low=likely(facts, verdict.projected_low), high=likely(facts, verdict.projected_high)
    )
    said = _("80% prediction interval around that line (Student t), if the pace so far holds")
    return Step(_("… and its range"), said, result)


def _chance(facts: Facts) -> Step | None:
    chance = facts.verdict.chance
    if chance is None or facts.verdict.at_due:
        return None
    said = _("chance that {due} satisfies the goal, if the pace so far holds; no forecast of policy")
    result = _("under 1%") if chance < 0.01 else _("over 99%") if chance > 0.99 else share(round(chance, 2))
    return Step(_("… and its chance"), said.format(due=facts.goal.due), result)


def _a_year(facts: Facts, pace: float) -> str:
    return _("{pace} a year").format(pace=apart(facts, pace, sign=True))


_STEPS: dict[str, Callable[[Facts], Step | None]] = {
    "completion": _completion,
    "progress": _progress,
    "elapsed": _elapsed,
    "path": _path,
    "gap": _gap,
    "gap_to_path": _gap_to_path,
    "pace": _pace,
    "required_pace": _required_pace,
    "required_growth": _required_growth,
    "pace_ratio": _pace_ratio,
    "arrival": _arrival,
    "projection": _projection,
    "interval": _interval,
    "chance": _chance,
}
