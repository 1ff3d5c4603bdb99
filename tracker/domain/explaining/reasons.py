"""Why a goal has its status: one or two sentences with the arithmetic, in the numbers that were used."""

from collections.abc import Callable
from dataclasses import replace

from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.explaining.rule_reasons import RULE_REASONS
from tracker.domain.explaining.target_wording import falls
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Rule, Status
from tracker.domain.vocabulary import BaselineOrigin, Better, Comparator
from tracker.language import _, gettext, sentences


def with_reason(facts: VerdictFacts) -> Verdict:
    """Return a verdict with its reason in words."""
    return replace(facts.verdict, reason=reason(facts, facts.verdict.rule))


def reason(facts: VerdictFacts, rule: Rule) -> str:
    """Return why a rule gives the goal its status."""
    status = facts.verdict.statuses[rule]
    said = _sentence(facts, status, rule)
    if facts.verdict.overdue and facts.verdict.judged_year is not None:
        overdue = _("Overdue: nothing has been reported for {due} or later.").format(due=facts.goal.due)
        return sentences(said, overdue)
    return said


def _sentence(facts: VerdictFacts, status: Status, rule: Rule) -> str:
    """Pick the sentence that fits the step which settled the status."""
    kind = facts.goal.kind.traits
    if not kind.measured:
        return _milestone(facts, status)
    if kind.judged_by_year and status in _YEARLY:
        return _YEARLY[status](facts)
    if status in _SETTLED:
        return _SETTLED[status](facts)
    if status is Status.MOVING_AWAY and facts.verdict.ratio_of(Rule.TIME) is None and kind.has_path:
        return _lost(facts)
    if facts.verdict.gap is None and status not in (Status.TOO_FEW_POINTS, Status.NOT_ASSESSABLE):
        return _same_at_both_ends(facts)
    return RULE_REASONS[rule](facts, status)


def _same_at_both_ends(facts: VerdictFacts) -> str:
    """Return the sentence that a bound judges, because it makes no difference where within it the value lies."""
    text = _("Known is only {value} for {year}; wherever it lies, the verdict is the same.")
    return text.format(value=facts.value, year=facts.verdict.judged_year)


def _milestone(facts: VerdictFacts, status: Status) -> str:
    if status is Status.NO_ACTUAL_YET:
        return sentences(_("Nothing has been reported of this milestone yet."), _past_due(facts))
    if status is Status.MISSED:
        return _("It was due by {due} and is not reported as done.").format(due=facts.goal.due)
    return {
        Status.DONE: _("Reported as done."),
        Status.UNDER_WAY: _("Reported as under way."),
        Status.NOT_STARTED: _("Reported as not started."),
    }[status]


def _past_due(facts: VerdictFacts) -> str:
    """Return when the goal was due, where that is past."""
    return _("It was due in {due}.").format(due=facts.goal.due) if facts.verdict.overdue else ""


def _judged(facts: VerdictFacts, said: str) -> str:
    """Return what was found in the due year, or that a later year judges; and that "about" was taken into account."""
    if facts.verdict.judged_year != facts.goal.due:
        text = _("{due} has no actual, so {year}, the first later year, judges: {said}")
        said = text.format(due=facts.goal.due, year=facts.verdict.judged_year, said=said)
    return sentences(said, _about(facts))


def _about(facts: VerdictFacts) -> str:
    """Return the sentence that "about" was taken into account."""
    return _("“About” is taken as within 5 percent of the value.") if facts.goal.approximate else ""


def _reached(facts: VerdictFacts) -> str:
    """Return what was measured and when, in the terms of the goal's kind."""
    text, verdict = gettext(facts.goal.kind.traits.reached), facts.verdict
    if falls(facts.goal) and verdict.measured is not None and verdict.measured <= 0:
        text = _("{value} less since {base_year}, up to {year}")
        fallen = facts.amount(-verdict.measured)
        return text.format(value=fallen, base_year=verdict.baseline_year, year=verdict.judged_year)
    return text.format(value=facts.value, base_year=verdict.baseline_year, year=verdict.judged_year)


def _met(facts: VerdictFacts) -> str:
    text = _("{reached} against a goal of {asked}: reached.")
    return _judged(facts, text.format(reached=_reached(facts), asked=facts.asked))


def _missed(facts: VerdictFacts) -> str:
    gap = facts.verdict.gap
    text = _("{reached} against a goal of {asked}: not reached.")
    if gap:
        text = _("{reached} against a goal of {asked}: not reached, {gap} short.")
    if facts.too_much:
        text = _("{reached} against a goal of {asked}: not reached, {gap} too much.")
    said = text.format(reached=_reached(facts), asked=facts.asked, gap=facts.distance(abs(gap or 0)))
    return _judged(facts, said)


def _met_early(facts: VerdictFacts) -> str:
    text = _("{value} in {year} already reaches the goal of {asked}, before its due year {due}.")
    said = text.format(
        value=facts.value,
        year=facts.verdict.judged_year,
        asked=facts.asked,
        due=facts.goal.due,
    )
    return sentences(said, _about(facts))


def _silent(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    if verdict.start_only:
        text = _("Only the start value is known: {start} in {year}. Nothing has been reported since.")
        if verdict.baseline_origin is BaselineOrigin.IMPLIED:
            text = _("The plan's words imply a start of {start} in {year}. Nothing has been reported since.")
        said = text.format(start=facts.base, year=verdict.baseline_year)
    else:
        said = _("Nothing has been reported for this goal yet.")
    return sentences(said, _past_due(facts))


def _no_baseline(facts: VerdictFacts) -> str:
    text = _("{value} in {year} is known, but no value to start from, so there is no pace to judge.")
    return text.format(value=facts.value, year=facts.verdict.judged_year)


def _no_due_year(_facts: VerdictFacts) -> str:
    return _("The plan names no year by which this is to be reached.")


def _no_target(facts: VerdictFacts) -> str:
    if facts.goal.kind.traits.factor:
        return _("{asked} is asked, but no value to start from is known.").format(asked=facts.asked)
    return _("The plan gives no number to judge against.")


def _indeterminate(facts: VerdictFacts) -> str:
    if facts.verdict.measured is None and facts.verdict.measured_high is None:
        return _("A year since the start has no actual, so what was reached in all is not known.")
    text = _("Known is only {value} for {year}; the two ends give different verdicts on a goal of {asked}.")
    return text.format(value=facts.value, year=facts.verdict.judged_year, asked=facts.asked)


def _lost(facts: VerdictFacts) -> str:
    text = _(
        "The start, {start} in {base_year}, already reached the goal of {asked}; {value} in {year} no longer does."
    )
    verdict = facts.verdict
    return text.format(
        start=facts.start, base_year=verdict.baseline_year, asked=facts.asked, value=facts.value,
        year=verdict.judged_year,
    )  # fmt: skip


def _kept(facts: VerdictFacts) -> str:
    return _("Every reported year up to {year} reaches {asked}.").format(
        year=facts.verdict.judged_year, asked=facts.asked_of_a_year
    )


def _breached(facts: VerdictFacts) -> str:
    text = _("Not reached in {years}: {asked} is asked of every year.")
    if facts.goal.kind.traits.relative and not facts.goal.value and _asks_as_much(facts):
        text = _("Below {other} in {years}; at least as much is asked of every year.")
    other = facts.other or _("its reference")
    return text.format(years=facts.breached_years, asked=facts.asked_of_a_year, other=other)


def _asks_as_much(facts: VerdictFacts) -> bool:
    """Whether a relative goal wants no less than its reference."""
    if facts.goal.comparator is None:
        return facts.indicator.better is Better.UP
    return facts.goal.comparator is Comparator.AT_LEAST


def _unclear_years(facts: VerdictFacts) -> str:
    return _("A reported year is known only as a bound that may or may not reach {asked}.").format(
        asked=facts.asked_of_a_year
    )


_SETTLED: dict[Status, Callable[[VerdictFacts], str]] = {
    Status.MET: _met,
    Status.MISSED: _missed,
    Status.MET_EARLY: _met_early,
    Status.NO_ACTUAL_YET: _silent,
    Status.NO_BASELINE: _no_baseline,
    Status.NO_DUE_YEAR: _no_due_year,
    Status.NO_TARGET_VALUE: _no_target,
    Status.INDETERMINATE: _indeterminate,
}
_YEARLY: dict[Status, Callable[[VerdictFacts], str]] = {
    Status.MET: _kept,
    Status.ON_TRACK: _kept,
    Status.MISSED: _breached,
    Status.BREACHED: _breached,
    Status.INDETERMINATE: _unclear_years,
}
