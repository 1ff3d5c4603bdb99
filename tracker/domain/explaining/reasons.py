"""Why a goal has its status: one or two sentences with the arithmetic, in the numbers that were used."""

from collections.abc import Callable
from dataclasses import replace

from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.explaining.headlines import broken_words, kept_words
from tracker.domain.explaining.measured_words import is_known, reached_words
from tracker.domain.explaining.rule_reasons import RULE_REASONS
from tracker.domain.explaining.special_reasons import from_the_number
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Rule, Status
from tracker.domain.vocabulary import BaselineOrigin, GapWord
from tracker.language import _, ngettext, number, sentences


def with_reason(facts: VerdictFacts) -> Verdict:
    """Return a verdict with its reason in words."""
    return replace(facts.verdict, reason=reason(facts, facts.verdict.rule))


def reason(facts: VerdictFacts, rule: Rule) -> str:
    """Return why a rule gives the goal its status."""
    verdict, due = facts.verdict, facts.goal.due
    said = _sentence(facts, verdict.statuses[rule], rule)
    said = said[:1].upper() + said[1:]
    if not verdict.overdue or verdict.judged_year is None:
        return said
    text = _("Overdue: nothing has been reported for {due} or later.")
    if verdict.reached_unreported:
        text = _("Nothing has been reported for {due} or later.")
    return sentences(said, text.format(due=due))


def _sentence(facts: VerdictFacts, status: Status, rule: Rule) -> str:
    """Pick the sentence that fits the step which settled the status."""
    kind = facts.goal.traits
    if not kind.measured:
        return _milestone(facts, status)
    if kind.judged_by_year and status in _YEARLY:
        return _YEARLY[status](facts)
    if status in _SETTLED:
        return _SETTLED[status](facts)
    verdict = facts.verdict
    if status is Status.MOVING_AWAY and verdict.start_satisfied and kind.has_path:
        return _lost(facts)
    if status is Status.NOT_ASSESSABLE and facts.verdict.judged_year is not None and not is_known(facts):
        return _undefined(facts)
    if verdict.measured != verdict.measured_high and status not in (Status.TOO_FEW_POINTS, Status.NOT_ASSESSABLE):
        return _same_at_both_ends(facts)
    if verdict.start == verdict.target and kind.has_path and rule is Rule.TIME:
        return from_the_number(facts)
    return RULE_REASONS[rule](facts, status)


def _same_at_both_ends(facts: VerdictFacts) -> str:
    """Return the sentence that a bound judges, because it makes no difference where within it the value lies."""
    return _("Known is only {reached}; wherever it lies, the verdict is the same.").format(reached=reached_words(facts))


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


def _met(facts: VerdictFacts) -> str:
    text = _("{reached}; {asked} was asked: reached.")
    return _judged(facts, text.format(reached=reached_words(facts), asked=facts.asked))


def _missed(facts: VerdictFacts) -> str:
    size = facts.verdict.gap_size
    text = _("{reached}; {asked} was asked: not reached.")
    if size:
        text = _("{reached}; {asked} was asked: not reached, {gap} short.")
    if size and facts.too_much:
        text = _("{reached}; {asked} was asked: not reached, {gap} too much.")
    elif size and facts.verdict.gap_word is GapWord.PAST:
        text = _("{reached}; {asked} was asked: not reached, {gap} past it.")
    said = text.format(reached=reached_words(facts), asked=facts.asked, gap=facts.distance(size))
    return _judged(facts, said)


def _met_early(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    text = _("{reached}: the goal of {asked} is reached before its due year {due}.")
    said = text.format(reached=reached_words(facts), asked=facts.asked, due=facts.goal.due)
    back = ""
    if verdict.moving_back and verdict.recent_change is not None:
        text = _("The last changes average {change} a year, away from the goal.")
        back = text.format(change=facts.pace(verdict.recent_change, sign=True))
    return sentences(said, back, _about(facts))


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
    verdict = facts.verdict
    if is_known(facts):
        return text.format(value=facts.value, year=verdict.judged_year)
    return text.format(value=facts.latest, year=verdict.latest_year)


def _no_due_year(_facts: VerdictFacts) -> str:
    return _("The plan names no year by which this is to be reached.")


def _no_target(facts: VerdictFacts) -> str:
    if not facts.goal.traits.factor or facts.goal.value is None:
        return _("The plan gives no number to judge against.")
    if facts.verdict.baseline_value is None:
        return _("{asked} is asked, but no value to start from is known.").format(asked=facts.asked)
    text = _("{asked} is asked, and the start is {start} in {year}: {times} times 0 says nothing.")
    return text.format(
        asked=facts.asked, start=facts.base, year=facts.verdict.baseline_year, times=_times(float(facts.goal.value))
    )


def _times(factor: float) -> str:
    """Return how many times something is asked, a small whole number as a word."""
    words = {2: _("two"), 3: _("three"), 4: _("four"), 5: _("five"), 10: _("ten")}
    return words.get(int(factor) if factor == int(factor) else 0, number(factor))


def _indeterminate(facts: VerdictFacts) -> str:
    if not is_known(facts):
        return _("A year since the start has no actual, so what was reached in all is not known.")
    text = _("Known is only {reached}; the two ends give different verdicts on a goal of {asked}.")
    return text.format(reached=reached_words(facts), asked=facts.asked)


def _undefined(facts: VerdictFacts) -> str:
    text = _("The start is {start} in {year}: growth in percent is not defined from there.")
    if facts.verdict.baseline_value == 0:
        text = _("The start is {start} in {year}: a percentage of 0 is not defined.")
    return text.format(start=facts.base, year=facts.verdict.baseline_year)


def _lost(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    text = _("The start, {start} in {base_year}, already reached the goal of {asked}; {reached} no longer does.")
    return text.format(
        start=facts.start, base_year=verdict.baseline_year, asked=facts.asked, reached=reached_words(facts)
    )


def _kept(facts: VerdictFacts) -> str:
    verdict, count = facts.verdict, len(facts.verdict.counted_years)
    text = ngettext(
        "The one reported year kept the goal of {asked}: {reached}.",
        "All {count} reported years up to {year} kept the goal of {asked}: {reached}.",
        count,
    )
    return text.format(
        count=number(count), year=verdict.judged_year, asked=facts.asked_of_a_year, reached=reached_words(facts)
    )


def _broken(facts: VerdictFacts) -> str:
    text = _("The goal of {asked} was not kept in {years}: {broken}; {kept}.")
    return text.format(
        asked=facts.asked_of_a_year, years=facts.breached_years, broken=broken_words(facts), kept=kept_words(facts)
    )


def _unclear_years(facts: VerdictFacts) -> str:
    return _("A reported year is known only as a bound that may or may not keep {asked}.").format(
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
    Status.MISSED: _broken,
    Status.BREACHED: _broken,
    Status.INDETERMINATE: _unclear_years,
}
