"""What reasons say of goals that are no straight way: passed on the far side, means of years, directions, silence."""

from tracker.domain.assessment.judging import RATE_CLASSES
from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.explaining.measured_words import gap_words, reached_words
from tracker.domain.explaining.step_words import as_printed, equals, percent, quotient, shown_percent, yearly_growth
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import default_comparator
from tracker.domain.statuses import Status, status_word
from tracker.domain.vocabulary import GapWord
from tracker.language import _, bounded, labelled, number, sentences, years_words


def has_passed(verdict: Verdict) -> bool:
    """Return whether a goal that can be passed was passed on the far side of where it starts."""
    two = verdict.other_target is not None and verdict.start is not None and not verdict.start_satisfied
    return two and verdict.gap_word is GapWord.PAST


def missing_at(verdict: Verdict, value: float) -> float:
    """Return how far a value would lie from what is asked, on either side where it can be passed."""
    target, other = verdict.target or 0.0, verdict.other_target
    if other is None:
        return (target - value) * (1 if (verdict.gap or 0) > 0 else -1 if (verdict.gap or 0) < 0 else 0)
    low, high = min(target, other), max(target, other)
    return max(low - value, value - high, 0.0)


def mirrored(verdict: Verdict) -> float:
    """Return the value that lies as far before the near end as the measured one lies past the far end."""
    return (verdict.target or 0.0) + (verdict.other_target or 0.0) - (verdict.measured or 0.0)


def mirrored_words(facts: VerdictFacts) -> str:
    """Return that what lies past the far end counts like as much before the near one."""
    verdict = facts.verdict
    text = _("{reached} is {gap} past {target} and counts like {mirrored}, as much short of {near}.")
    return text.format(
        reached=reached_words(facts), gap=facts.distance(verdict.gap_size), target=facts.target,
        mirrored=facts.amount(mirrored(verdict)), near=facts.amount(verdict.other_target),
    )  # fmt: skip


def passed_words(facts: VerdictFacts) -> str:
    """Return the way made to a goal that was passed: 1 less the distance now by the distance at the start."""
    verdict = facts.verdict
    text = _(
        "{reached} is {now} past {target}; the start, {start} in {base_year}, was {then} short of {near}. "
        "({then} − {now}) ÷ {then} {equals} {progress} of the way"
    )
    before = abs((verdict.other_target or 0.0) - (verdict.start or 0.0))
    printed = as_printed(*map(facts.numbers.printed, (verdict.gap_size, before)))
    share = quotient(*printed) if printed else None
    return text.format(
        reached=reached_words(facts), now=facts.distance(verdict.gap_size), target=facts.target, start=facts.start,
        base_year=verdict.baseline_year, then=facts.distance(before), near=facts.amount(verdict.other_target),
        equals=equals(None if share is None else 100 - 100 * share, shown_percent(verdict.progress)),
        progress=percent(verdict.progress),
    )  # fmt: skip


def from_the_number(facts: VerdictFacts) -> str:
    """Return how a goal stands that starts at the very number of which more, or less, is asked."""
    verdict = facts.verdict
    text = _("The start, {start} in {base_year}, is the number itself, and {asked} is asked; {reached} is no nearer.")
    if verdict.gap_size:
        text = _("The start, {start} in {base_year}, is the number itself, and {asked} is asked; {reached} is {gap}.")
    return text.format(
        start=facts.start, base_year=verdict.baseline_year, asked=facts.asked, reached=reached_words(facts),
        gap=gap_words(facts),
    )  # fmt: skip


def mean_so_far(facts: VerdictFacts, status: Status) -> str:
    """Return how the mean of the plan's years so far stands to the goal, and what the years left must have."""
    verdict, due = facts.verdict, facts.goal.due
    text = _("{reached}, against a goal of {asked}: kept so far.")
    if status is not Status.ON_TRACK:
        text = _("{reached}, against a goal of {asked}: not kept so far.")
    said = text.format(reached=reached_words(facts), asked=facts.asked)
    if verdict.required_mean is None or verdict.judged_year is None or due is None:
        return said
    comparator = facts.goal.comparator or default_comparator(facts.goal.kind, facts.indicator.better)
    mean, first = facts.amount(verdict.required_mean), verdict.judged_year + 1
    left = _("For it {years} must have {mean} on average.") if first < due else _("For it {years} must have {mean}.")
    years = years_words(first, due) if first < due else str(due)
    return sentences(said, left.format(years=years, mean=bounded(_QUALIFIERS.get(comparator, ""), mean)))


_QUALIFIERS: dict[object, str] = {"<=": "at_most", "<": "under", ">=": "at_least", ">": "over"}


def direction_rate(facts: VerdictFacts, status: Status) -> str:
    """Return the yearly growth since the start, and in which interval it lies of those without a target."""
    verdict = facts.verdict
    base = verdict.baseline_value
    now = None if base is None or verdict.measured is None else base + verdict.measured
    rate = yearly_growth(base, now, verdict.judged_year, verdict.baseline_year)
    least = number(RATE_CLASSES[0][0] * 100)
    interval = {
        Status.ON_TRACK: _("{least}% or more the way that is asked").format(least=least),
        Status.BEHIND: _("under {least}% the way that is asked").format(least=least),
    }.get(status, _("the other way"))
    text = _("{rate} a year since {base_year}, and {asked} is asked: {class_words}.")
    return text.format(
        rate=percent(rate, sign=True), base_year=verdict.baseline_year, asked=facts.asked,
        class_words=labelled(interval, status_word(status).lower()),
    )  # fmt: skip
