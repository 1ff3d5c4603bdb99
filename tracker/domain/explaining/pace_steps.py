"""The arithmetic of the pace: so far, required, and when the goal would be reached."""

from collections.abc import Callable
from math import ceil

from tracker.domain.explaining.step_words import apart, bracketed, counted_from, figure, grouped
from tracker.domain.explaining.verdict_facts import Facts
from tracker.domain.kinds import Series
from tracker.domain.steps import Step
from tracker.language import _, number


def required_pace_words(facts: Facts, pace: float) -> str:
    """Write a required pace with its year."""
    return _a_year(facts, told_pace(facts, pace))


def told_pace(facts: Facts, pace: float) -> float:
    """Give a required pace as it is told: of things that are counted, ten or more of them, a whole number."""
    return float(round(pace)) if facts.counted and abs(pace) >= 10 else pace


def _a_year(facts: Facts, pace: float) -> str:
    return _("{pace} a year").format(pace=apart(facts, pace, sign=True))


def _pace(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.pace is None or not facts.goal.kind.traits.has_path:
        return None
    said = _("({value} − {start}) ÷ ({year} − {base_year}), the change a year so far").format(
        value=figure(facts, verdict.measured), start=grouped(facts, verdict.start),
        year=verdict.judged_year, base_year=verdict.baseline_year,
    )  # fmt: skip
    return Step(_("Pace"), said, _a_year(facts, verdict.pace))


def _required_pace(facts: Facts) -> Step | None:
    value, year = counted_from(facts)
    if facts.verdict.required_pace is None:
        return None
    said = _("({target} − {value}) ÷ ({due} − {year}), the change a year that is left to make").format(
        target=figure(facts, facts.verdict.target), value=grouped(facts, value), due=facts.goal.due, year=year
    )
    return Step(_("Required pace"), said, required_pace_words(facts, facts.verdict.required_pace))


def _required_growth(facts: Facts) -> Step | None:
    verdict, (value, year) = facts.verdict, counted_from(facts)
    if verdict.required_growth is None or year is None or facts.goal.due is None:
        return None
    said = _("({target} ÷ {value}) to the power of 1 ÷ {years}, less 1").format(
        target=figure(facts, verdict.target), value=figure(facts, value), years=facts.goal.due - year
    )
    if facts.goal.kind.traits.series is Series.MEAN_GROWTH:
        said = _("mean growth from {year} to {due} that makes {target} a year over the whole time").format(
            year=year, due=facts.goal.due, target=figure(facts, verdict.target)
        )
    return Step(_("Required growth"), said, _("{rate}% a year").format(rate=number(verdict.required_growth, 1)))


def _pace_ratio(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.pace_ratio is None or verdict.required_pace is None or not facts.goal.kind.traits.has_path:
        return None
    said = _("{required} ÷ {pace}").format(
        required=apart(facts, verdict.required_pace), pace=bracketed(apart(facts, verdict.pace), verdict.pace)
    )
    return Step(_("Required pace ÷ pace so far"), said, number(verdict.pace_ratio))


def _arrival(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.arrival_year is None or verdict.at_due or not facts.goal.kind.traits.has_path:
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


PACE: dict[str, Callable[[Facts], Step | None]] = {
    "pace": _pace,
    "required_pace": _required_pace,
    "required_growth": _required_growth,
    "pace_ratio": _pace_ratio,
    "arrival": _arrival,
}
