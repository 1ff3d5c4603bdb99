"""The arithmetic of progress, pace and projection, each figure with its formula."""

from collections.abc import Callable
from math import ceil

from tracker.domain.explaining.step_words import Step, apart, bracketed, counted_from, figure, grouped, likely, share
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series
from tracker.language import _, number


def _completion(facts: VerdictFacts) -> Step | None:
    if facts.verdict.completion is None:
        return None
    formula = _("{value} ÷ {target}, the share of the target itself")
    said = formula.format(value=figure(facts, counted_from(facts)[0]), target=figure(facts, facts.verdict.target))
    return Step(_("Completion"), said, share(facts.verdict.completion))


def _progress(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.progress is None or facts.goal.kind.traits.place:
        return None
    formula = _("({value} − {start}) ÷ ({target} − {start}), the share of the way from the start to the target")
    said = formula.format(
        value=figure(facts, verdict.measured),
        start=grouped(facts, verdict.start),
        target=figure(facts, verdict.target),
    )
    return Step(_("Progress"), said, share(verdict.progress))


def _elapsed(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.elapsed is None or verdict.judged_year is None:
        return None
    formula = _("({year} − {base_year}) ÷ ({due} − {base_year})")
    if facts.goal.due is not None and verdict.judged_year > facts.goal.due:
        formula = _("({year} − {base_year}) ÷ ({due} − {base_year}), at most 100%")
    said = formula.format(year=verdict.judged_year, base_year=verdict.baseline_year, due=facts.goal.due)
    return Step(_("Time gone"), said, share(verdict.elapsed))


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
    return Step(name, said, figure(facts, verdict.path_value))


def _gap(facts: VerdictFacts) -> Step | None:
    if facts.verdict.gap is None:
        return None
    said = _("{target} − {value}, what is left to the target").format(
        target=figure(facts, facts.verdict.target), value=grouped(facts, counted_from(facts)[0])
    )
    return Step(_("Gap"), said, apart(facts, facts.verdict.gap, sign=True))


def _gap_to_path(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.gap_to_path is None or not facts.goal.kind.traits.has_path:
        return None
    said = _("{value} − {path}, how far above or below the path").format(
        value=figure(facts, verdict.measured), path=grouped(facts, verdict.path_value)
    )
    return Step(_("Gap to path"), said, apart(facts, verdict.gap_to_path, sign=True))


WAY: dict[str, Callable[[VerdictFacts], Step | None]] = {
    "completion": _completion,
    "progress": _progress,
    "elapsed": _elapsed,
    "path": _path,
    "gap": _gap,
    "gap_to_path": _gap_to_path,
}


def required_pace_words(facts: VerdictFacts, pace: float) -> str:
    """Return a required pace with its year."""
    return _a_year(facts, pace_as_written(facts, pace))


def pace_as_written(facts: VerdictFacts, pace: float) -> float:
    """Return a required pace as it is told: of things that are counted, ten or more of them, a whole number."""
    return float(round(pace)) if facts.counted and abs(pace) >= 10 else pace


def _a_year(facts: VerdictFacts, pace: float) -> str:
    return _("{pace} a year").format(pace=apart(facts, pace, sign=True))


def _pace(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.pace is None or not facts.goal.kind.traits.has_path:
        return None
    said = _("({value} − {start}) ÷ ({year} − {base_year}), the change a year so far").format(
        value=figure(facts, verdict.measured), start=grouped(facts, verdict.start),
        year=verdict.judged_year, base_year=verdict.baseline_year,
    )  # fmt: skip
    return Step(_("Pace"), said, _a_year(facts, verdict.pace))


def _required_pace(facts: VerdictFacts) -> Step | None:
    value, year = counted_from(facts)
    if facts.verdict.required_pace is None:
        return None
    said = _("({target} − {value}) ÷ ({due} − {year}), the change a year that is left to make").format(
        target=figure(facts, facts.verdict.target), value=grouped(facts, value), due=facts.goal.due, year=year
    )
    return Step(_("Required pace"), said, required_pace_words(facts, facts.verdict.required_pace))


def _required_growth(facts: VerdictFacts) -> Step | None:
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


def _pace_ratio(facts: VerdictFacts) -> Step | None:
    verdict = facts.verdict
    if verdict.pace_ratio is None or verdict.required_pace is None or not facts.goal.kind.traits.has_path:
        return None
    said = _("{required} ÷ {pace}").format(
        required=apart(facts, verdict.required_pace), pace=bracketed(apart(facts, verdict.pace), verdict.pace)
    )
    return Step(_("Required pace ÷ pace so far"), said, number(verdict.pace_ratio))


def _arrival(facts: VerdictFacts) -> Step | None:
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
