"""The title of a goal: one sentence with the number in it, written from the verdict."""

from collections.abc import Callable

from tracker.domain.explaining.measured_words import is_known, pace_words, reached_words, target_words, told
from tracker.domain.explaining.target_wording import asked_by, telling_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series
from tracker.domain.statuses import Status, status_word
from tracker.domain.vocabulary import BaselineOrigin, Comparator, GapWord
from tracker.language import _, ngettext, number


def headline(facts: VerdictFacts, zone: str) -> str:
    """Return in one sentence where a goal stands, or what it still needs."""
    verdict, status = facts.verdict, facts.verdict.status
    if not facts.goal.traits.measured:
        return _("{zone} – {milestone}: {status}").format(
            zone=zone, milestone=facts.indicator.name, status=status_word(status).lower()
        )
    if facts.goal.traits.judged_by_year and status in _OF_YEARS:
        return _OF_YEARS[status](facts, zone)
    if status in _TITLES:
        return _TITLES[status](facts, zone)
    if verdict.overdue:
        text = _("{zone}, {indicator}: {reached}; {asked} was asked by {due}, for which nothing is reported")
        return _fill(text, facts, zone)
    if verdict.required_pace and is_known(facts):
        return _needs(facts, zone)
    return _stands(facts, zone)


def thing(name: str) -> str:
    """Return an indicator's name within a sentence: a small letter first, unless an abbreviation begins it."""
    first, _space, _rest = name.partition(" ")
    return name if sum(letter.isupper() for letter in first) > 1 else name[:1].lower() + name[1:]


def _wanted(facts: VerdictFacts) -> str:
    """Return what the goal asks, and by when where that is known."""
    return asked_by(facts.goal, facts.indicator, facts.plan, facts.other)


def _met(facts: VerdictFacts, zone: str) -> str:
    text = _("{zone} met its goal for {indicator}: {reached}, {asked} was asked")
    return _fill(text, facts, zone)


def _met_early(facts: VerdictFacts, zone: str) -> str:
    text = _("{zone} met its goal for {indicator} early: {reached}, {asked} is asked by {due}")
    if facts.verdict.reached_unreported:
        text = _("{zone} met its goal for {indicator} by {year}: {reached}, {asked} was asked; {due} is not reported")
    elif facts.verdict.moving_back:
        text = _("{zone} met its goal for {indicator} early and is moving back: {reached}, {asked} is asked by {due}")
    return _fill(text, facts, zone)


def _missed(facts: VerdictFacts, zone: str) -> str:
    if not facts.verdict.gap_size:
        return _fill(_("{zone} missed its goal for {indicator}: {reached}, {asked} was asked"), facts, zone)
    text = _("{zone} missed its goal for {indicator}: {reached}, {gap} short of {target}")
    if facts.too_much:
        text = _("{zone} missed its goal for {indicator}: {reached}, {gap} above {target}")
    elif facts.verdict.gap_word is GapWord.PAST:
        text = _("{zone} missed its goal for {indicator}: {reached}, {gap} past {target}")
    return _fill(text, facts, zone)


def _kept(facts: VerdictFacts, zone: str) -> str:
    count = len(facts.verdict.counted_years)
    text = ngettext(
        "{zone} kept its goal for {indicator} in the one year reported: {reached}, {asked} was asked",
        "{zone} kept its goal for {indicator} in all {count} years reported: {reached}, {asked} was asked",
        count,
    )
    if facts.verdict.status is Status.ON_TRACK:
        text = ngettext(
            "{zone} kept its goal for {indicator} in the one year reported: {reached}, {asked} is asked until {due}",
            "{zone} kept its goal for {indicator} in all {count} years reported: "
            "{reached}, {asked} is asked until {due}",
            count,
        )
    return _fill(text, facts, zone)


def _broken(facts: VerdictFacts, zone: str) -> str:
    verdict = facts.verdict
    text = _("{zone} did not keep its goal for {indicator}, {asked}: {broken}; {kept}")
    if verdict.status is Status.MISSED:
        text = _("{zone} missed its goal for {indicator}, {asked}: {broken}; {kept}")
    return _fill(text, facts, zone)


def broken_words(facts: VerdictFacts) -> str:
    """Return what broke a goal of every year: the one year that did, or the worst."""
    several = len(facts.verdict.breached_years) > 1
    if facts.goal.traits.relative:
        text = _("{reached} at worst") if several else "{reached}"
    else:
        text = _("{reached} broke it most") if several else _("{reached} broke it")
    return text.format(reached=reached_words(facts))


def kept_words(facts: VerdictFacts) -> str:
    """Return how many of the reported years kept a goal of every year, or how many broke it where that is not sure."""
    kept, count = len(facts.verdict.kept_years), len(facts.verdict.counted_years)
    broken = len(facts.verdict.breached_years)
    if count == 1:
        return _("no other year is reported")
    if kept + broken < count:
        text = ngettext(
            "{broken} of {count} reported years broke it", "{broken} of {count} reported years broke it", broken
        )
        return text.format(broken=number(broken), count=number(count))
    if not kept:
        return _("none of {count} reported years kept it").format(count=number(count))
    text = ngettext("{kept} of {count} reported years kept it", "{kept} of {count} reported years kept it", kept)
    return text.format(kept=number(kept), count=number(count))


def _silent(facts: VerdictFacts, zone: str) -> str:
    verdict = facts.verdict
    if verdict.start_only and verdict.required_pace and not _is_old(facts):
        return _needs(facts, zone)
    if verdict.start_only:
        text = _("{zone}: nothing is reported for {indicator} since {start} in {base_year}; {wanted} is asked")
        if verdict.baseline_origin is BaselineOrigin.IMPLIED:
            text = _(
                "{zone}: nothing is reported for {indicator} since an implied {start} in {base_year}; {wanted} is asked"
            )
    else:
        text = _("{zone}: nothing is reported yet for {indicator}; {wanted} is asked")
        if verdict.overdue:
            text = _("{zone}: nothing was ever reported for {indicator}; {wanted} was asked")
    if verdict.start_only and verdict.overdue:
        text = _("{zone}: nothing is reported for {indicator} since {start} in {base_year}; {wanted} was asked")
        if verdict.baseline_origin is BaselineOrigin.IMPLIED:
            text = _(
                "{zone}: nothing is reported for {indicator} since an implied {start} in {base_year}; "
                "{wanted} was asked"
            )
    return _fill(text, facts, zone)


def _undated(facts: VerdictFacts, zone: str) -> str:
    return _fill(_("{zone}: {indicator}, {asked}; the plan names no year"), facts, zone)


def _needs(facts: VerdictFacts, zone: str) -> str:
    """Return what is left to make each year, or in the one year that is left."""
    pace, kind = facts.verdict.required_pace or 0.0, facts.goal.traits
    if kind.place:
        text = _("{zone} must climb {step} {when} to be in the {asked} by {due}")
    elif facts.verdict.gap_word is GapWord.PAST:
        text = _("{zone} must come back by {step} {when} in {indicator}, to {target} by {due}")
    elif kind.series is Series.ADDED and facts.indicator.accumulates is kind.starts_at_zero_of:
        text = _("{zone} must add {step} {when} for its goal for {indicator}: {wanted}")
    elif kind.from_zero:
        text = _needed_change(facts, pace)
    elif pace > 0 and not telling_unit(facts.unit, None) and facts.goal.comparator is Comparator.MORE_THAN:
        text = _("{zone} needs about {step} more {indicator} {each} to pass {target} by {due}")
    elif pace > 0 and not telling_unit(facts.unit, None):
        text = _("{zone} needs about {step} more {indicator} {each} to reach {target} by {due}")
    elif pace > 0:
        text = _("{zone} must bring {indicator} up by {step} {when}, to {level} by {due}")
    else:
        text = _("{zone} must bring {indicator} down by {step} {when}, to {level} by {due}")
    return _fill(text, facts, zone, step=pace_words(facts, abs(pace)))


def _needed_change(facts: VerdictFacts, pace: float) -> str:
    """Return the sentence on a rise or fall that is asked of a level."""
    if (facts.verdict.measured or 0.0) * pace > 0:
        text = _("{zone} needs a further fall of {step} {when} in {indicator}, to reach {target} by {due}")
        further = _("{zone} needs a further rise of {step} {when} in {indicator}, to reach {target} by {due}")
        return further if pace > 0 else text
    if pace > 0:
        return _("{zone} needs a rise of {step} {when} in {indicator}, to reach {target} by {due}")
    return _("{zone} needs a fall of {step} {when} in {indicator}, to reach {target} by {due}")


def _counted_from(facts: VerdictFacts) -> int:
    """Return the year that what is left to make is counted from."""
    verdict = facts.verdict
    return (verdict.baseline_year if verdict.start_only else verdict.judged_year) or 0


def _is_old(facts: VerdictFacts) -> bool:
    """Whether years have gone since the last value that nobody has reported."""
    return (facts.verdict.looked_from or 0) > _counted_from(facts) + 1


def _stands(facts: VerdictFacts, zone: str) -> str:
    if facts.verdict.judged_year is None:
        return _fill(_("{zone}: the goal for {indicator} is {wanted}"), facts, zone)
    text = _("{zone}, {indicator}: {reached}; {wanted} is asked – {status}")
    return _fill(text, facts, zone)


def _when(facts: VerdictFacts) -> tuple[str, str]:
    """Return when a step is to be made, after a verb and after a noun."""
    since = _counted_from(facts)
    if facts.goal.due == since + 1:
        return _("in the one year left"), _("in the one year left")
    if _is_old(facts):
        return _("a year from {year} on").format(year=since + 1), _("every year from {year} on").format(year=since + 1)
    return _("a year"), _("every year")


def _fill(text: str, facts: VerdictFacts, zone: str, step: str = "") -> str:
    """Put a goal's facts into a sentence."""
    verdict, (when, each) = facts.verdict, _when(facts)
    of_years = facts.goal.traits.judged_by_year and verdict.judged_year is not None
    return text.format(
        zone=zone,
        indicator=thing(facts.indicator.name),
        reached=reached_words(facts) if verdict.judged_year else "",
        year=verdict.judged_year,
        asked=facts.asked,
        target=target_words(facts),
        level=told(facts, verdict.target) if facts.goal.traits.factor else facts.asked,
        due=facts.goal.due,
        wanted=_wanted(facts),
        gap=facts.distance(verdict.gap_size),
        start=facts.base,
        base_year=verdict.baseline_year,
        broken=broken_words(facts) if of_years else "",
        kept=kept_words(facts) if of_years else "",
        count=number(len(verdict.counted_years)),
        step=step,
        when=when,
        each=each,
        status=status_word(verdict.status).lower(),
    )


_TITLES: dict[Status, Callable[[VerdictFacts, str], str]] = {
    Status.MET: _met,
    Status.MET_EARLY: _met_early,
    Status.MISSED: _missed,
    Status.NO_ACTUAL_YET: _silent,
    Status.NO_DUE_YEAR: _undated,
    Status.NO_TARGET_VALUE: _stands,
    Status.INDETERMINATE: _stands,
    Status.NO_BASELINE: _stands,
}
_OF_YEARS: dict[Status, Callable[[VerdictFacts, str], str]] = {
    Status.MET: _kept,
    Status.ON_TRACK: _kept,
    Status.MISSED: _broken,
    Status.BREACHED: _broken,
}


def place_beside(zone: str, plan: str) -> str:
    """Return the zone's name to be said beside the plan's, "" where the plan's name has it already."""
    return "" if zone.casefold() in plan.casefold() else zone
