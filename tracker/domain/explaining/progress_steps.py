"""The arithmetic of progress, pace and projection, each figure with its formula."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import ceil

from tracker.domain.explaining.measured_words import reached_words
from tracker.domain.explaining.special_reasons import has_passed
from tracker.domain.explaining.step_words import (
    Step,
    as_printed,
    bracketed,
    counted_from,
    equals,
    figure,
    grouped,
    likely,
    quotient,
    result,
    share,
    shown_percent,
    shown_ratio,
)
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series
from tracker.language import _, number


def _of_printed(
    facts: VerdictFacts, work_out: Callable[..., Fraction | None], *values: float | None
) -> Fraction | None:
    """Work something out of values as they are printed; None where one is missing."""
    numbers = as_printed(*map(facts.numbers.printed, values))
    return work_out(*numbers) if numbers else None


def _completion(facts: VerdictFacts) -> Step | None:
    if facts.verdict.completion is None:
        return None
    formula = _("{value} ÷ {target}, the share of the target itself")
    said = formula.format(value=figure(facts, counted_from(facts)[0]), target=figure(facts, facts.verdict.target))
    worked_out = _of_printed(facts, _percent, counted_from(facts)[0], facts.verdict.target)
    completion = facts.verdict.completion
    return Step(_("Completion"), said, result(share(completion), worked_out, shown_percent(completion)))


def _percent(part: Fraction, whole: Fraction) -> Fraction | None:
    return quotient(100 * part, whole)


def _progress(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.progress is None or facts.goal.traits.place:
        return None
    if has_passed(verdict):
        return _progress_past(facts)
    formula = _("({value} − {start}) ÷ ({target} − {start}), the share of the way from the start to the target")
    said = formula.format(
        value=figure(facts, verdict.measured),
        start=grouped(facts, verdict.start),
        target=figure(facts, verdict.target),
    )
    worked_out = _of_printed(
        facts,
        lambda value, start, target: _percent(value - start, target - start),
        verdict.measured, verdict.start, verdict.target,
    )  # fmt: skip
    return Step(_("Progress"), said, result(share(verdict.progress), worked_out, shown_percent(verdict.progress)))


def _progress_past(facts: VerdictFacts) -> Step:
    """Show the way made to a goal that was passed: the distance at the start less that past it, of the first."""
    verdict = facts.verdict
    before = abs((verdict.other_target or 0.0) - (verdict.start or 0.0))
    said = _("({then} − {now}) ÷ {then}, the distance at the start less that past the goal, of the first").format(
        now=facts.distance(verdict.gap_size), then=facts.distance(before)
    )
    worked_out = _of_printed(facts, lambda now, then: quotient(100 * (then - now), then), verdict.gap_size, before)
    return Step(_("Progress"), said, result(share(verdict.progress), worked_out, shown_percent(verdict.progress)))


def _elapsed(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.elapsed is None or verdict.judged_year is None:
        return None
    formula = _("({year} − {base_year}) ÷ ({due} − {base_year})")
    if facts.goal.due is not None and verdict.judged_year > facts.goal.due:
        formula = _("({year} − {base_year}) ÷ ({due} − {base_year}), at most 100%")
    said = formula.format(year=verdict.judged_year, base_year=verdict.since, due=facts.goal.due)
    due, since = facts.goal.due or 0, verdict.since or 0
    gone = quotient(Fraction(100 * (min(verdict.judged_year, due) - since)), Fraction(due - since))
    return Step(_("Time gone"), said, result(share(verdict.elapsed), gone, shown_percent(verdict.elapsed)))


def _elapsed_now(facts: VerdictFacts) -> Step | None:
    """Show the time gone in the year looked from, where the last value is older."""
    verdict, due = facts.verdict, facts.goal.due or 0
    now, since = verdict.looked_from or 0, verdict.since or 0
    if verdict.elapsed_now is None or verdict.judged_year is None or now <= verdict.judged_year or verdict.at_due:
        return None
    said = _("({year} − {base_year}) ÷ ({due} − {base_year})").format(year=min(now, due), base_year=since, due=due)
    gone = quotient(Fraction(100 * (min(now, due) - since)), Fraction(due - since))
    name = _("Time gone by {year}").format(year=now)
    return Step(name, said, result(share(verdict.elapsed_now), gone, shown_percent(verdict.elapsed_now)))


def _path(facts: VerdictFacts) -> Step | None:
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
    if facts.goal.interim:
        return Step(name, said, figure(facts, verdict.path_value))
    gone = Fraction(shown_percent(verdict.elapsed) or 0) / 100
    worked_out = _of_printed(
        facts, lambda start, target: start + (target - start) * gone, verdict.start, verdict.target
    )
    printed = facts.numbers.printed(verdict.path_value)
    return Step(name, said, result(figure(facts, verdict.path_value), worked_out, printed))


def _gap(facts: VerdictFacts) -> Step | None:
    if facts.verdict.gap is None:
        return None
    if facts.verdict.other_target is not None and not facts.verdict.gap:
        said = _("{reached} keeps the goal of {asked}").format(reached=reached_words(facts), asked=facts.asked)
        return Step(_("Gap"), said, facts.distance(0.0))
    said = _("{target} − {value}, what is left to the target").format(
        target=figure(facts, facts.verdict.target), value=grouped(facts, counted_from(facts)[0])
    )
    return Step(_("Gap"), said, _difference(facts, facts.verdict.gap, facts.verdict.target, counted_from(facts)[0]))


def _difference(facts: VerdictFacts, value: float, of: float | None, less: float | None) -> str:
    """Return the difference of two values, with "about" where those that are printed differ otherwise."""
    worked_out = _of_printed(facts, lambda one, other: one - other, of, less)
    return result(facts.distance(value, sign=True), worked_out, facts.numbers.printed(value))


def _gap_to_path(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.gap_to_path is None or not facts.goal.traits.has_path:
        return None
    said = _("{value} − {path}, how far above or below the path").format(
        value=figure(facts, verdict.measured), path=grouped(facts, verdict.path_value)
    )
    return Step(_("Gap to path"), said, _difference(facts, verdict.gap_to_path, verdict.measured, verdict.path_value))


WAY: dict[str, Callable[[VerdictFacts], Step | None]] = {
    "completion": _completion,
    "progress": _progress,
    "elapsed": _elapsed,
    "elapsed_now": _elapsed_now,
    "path": _path,
    "gap": _gap,
    "gap_to_path": _gap_to_path,
}


def required_pace_words(facts: VerdictFacts, pace: float) -> str:
    """Return a required pace with its year."""
    if pace < 0:
        return _("−{fall} a year").format(fall=facts.pace(-pace))
    return (
        _("+{rise} a year").format(rise=facts.pace(pace)) if pace else _("{pace} a year").format(pace=facts.pace(pace))
    )


def _pace_step(facts: VerdictFacts, pace: float, to: float | None, since: float | None, years: int) -> str:
    """Return a change a year, with "about" where the printed values change otherwise."""
    worked_out = _of_printed(facts, lambda later, before: quotient(later - before, Fraction(years)), to, since)
    return result(required_pace_words(facts, pace), worked_out, facts.numbers.printed_pace(pace))


def _pace(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.pace is None or not facts.goal.traits.has_path:
        return None
    said = _("({value} − {start}) ÷ ({year} − {base_year}), the change a year so far").format(
        value=figure(facts, verdict.measured), start=grouped(facts, verdict.start),
        year=verdict.judged_year, base_year=verdict.baseline_year,
    )  # fmt: skip
    years = (verdict.judged_year or 0) - (verdict.baseline_year or 0)
    return Step(_("Pace"), said, _pace_step(facts, verdict.pace, verdict.measured, verdict.start, years))


def _required_pace(facts: VerdictFacts) -> Step | None:
    value, year = counted_from(facts)
    if facts.verdict.required_pace is None:
        return None
    said = _("({target} − {value}) ÷ ({due} − {year}), the change a year that is left to make").format(
        target=figure(facts, facts.verdict.target), value=grouped(facts, value), due=facts.goal.due, year=year
    )
    years = (facts.goal.due or 0) - (year or 0)
    worked_out = _pace_step(facts, facts.verdict.required_pace, facts.verdict.target, value, years)
    return Step(_("Required pace"), said, worked_out)


def _required_growth(facts: VerdictFacts) -> Step | None:
    verdict, (value, year) = facts.verdict, counted_from(facts)
    if verdict.required_growth is None or year is None or facts.goal.due is None:
        return None
    said = _("({target} ÷ {value}) to the power of 1 ÷ {years}, less 1").format(
        target=figure(facts, verdict.target), value=figure(facts, value), years=facts.goal.due - year
    )
    if facts.goal.traits.series is Series.MEAN_GROWTH:
        said = _("mean growth from {year} to {due} that makes {target} a year over the whole time").format(
            year=year, due=facts.goal.due, target=figure(facts, verdict.target)
        )
    rate = _("{rate}% a year").format(rate=number(shown_percent(verdict.required_growth / 100)))
    if facts.goal.traits.series is Series.MEAN_GROWTH:
        return Step(_("Required growth"), said, rate)
    return Step(_("Required growth"), said, result(rate, None, None))


def _pace_ratio(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.pace_ratio is None or verdict.required_pace is None or not facts.goal.traits.has_path:
        return None
    said = _("{required} ÷ {pace}").format(
        required=facts.pace(verdict.required_pace), pace=bracketed(facts.pace(verdict.pace), verdict.pace)
    )
    paces = as_printed(*map(facts.numbers.printed_pace, (verdict.required_pace, verdict.pace)))
    ratio = shown_ratio(verdict.pace_ratio)
    return Step(
        _("Required pace ÷ pace so far"), said, result(number(ratio), quotient(*paces) if paces else None, ratio)
    )


def _arrival(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.arrival_year is None or verdict.at_due or not facts.goal.traits.has_path:
        return None
    gap, pace = abs(verdict.gap or 0), abs(verdict.pace or 0)
    when = Decimal(f"{verdict.arrival_year:.1f}")
    numbers = as_printed(facts.numbers.printed(gap), facts.numbers.printed_pace(pace))
    years = quotient(*numbers) if numbers else None
    said = _("{year} + {gap} ÷ {pace} a year {equals} {when}").format(
        year=verdict.judged_year, gap=facts.distance(gap), pace=facts.pace(pace), when=when,
        equals=equals(None if years is None else years + (verdict.judged_year or 0), when),
    )  # fmt: skip
    far = verdict.arrival_year > (verdict.judged_year or 0) + 100
    return Step(
        _("Year of arrival at this pace"),
        said,
        _("in over 100 years") if far else str(ceil(verdict.arrival_year - 1e-9)),
    )


PACE: dict[str, Callable[[VerdictFacts], Step | None]] = {
    "pace": _pace,
    "required_pace": _required_pace,
    "required_growth": _required_growth,
    "pace_ratio": _pace_ratio,
    "arrival": _arrival,
}


def _projection(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.projected is None or verdict.at_due:
        return None
    said = _("a straight line through the start and the actuals since (least squares), carried to {due}")
    if verdict.projected_low is None:
        said = _(
            "the line through the start and the one actual since, carried to {due}; too few points for an interval"
        )
    return Step(_("If the pace so far holds"), said.format(due=facts.goal.due), likely(facts, verdict.projected))


def _interval(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.projected_low is None or verdict.projected_high is None or verdict.at_due:
        return None
    result = _("{low} to {high}").format(
        low=likely(facts, verdict.projected_low), high=likely(facts, verdict.projected_high)
    )
    said = _("80% prediction interval around that line (Student t), if the pace so far holds")
    return Step(_("… and its range"), said, result)


def _chance(facts: VerdictFacts) -> Step | None:
    chance = facts.verdict.chance
    if chance is None or facts.verdict.at_due:
        return None
    said = _("chance that {due} reaches the goal, if the pace so far holds; no forecast of policy")
    result = _("under 1%") if chance < 0.01 else _("over 99%") if chance > 0.99 else share(round(chance, 2))
    return Step(_("… and its chance"), said.format(due=facts.goal.due), result)


AHEAD: dict[str, Callable[[VerdictFacts], Step | None]] = {
    "projection": _projection,
    "interval": _interval,
    "chance": _chance,
}
