"""The title of a goal: one sentence with the number in it, written from the verdict."""

from collections.abc import Callable

from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.kinds import Series
from tracker.domain.statuses import Status, status_word
from tracker.domain.vocabulary import BaselineOrigin, Comparator
from tracker.language import _


def headline(facts: VerdictFacts, zone: str) -> str:
    """Return in one sentence where a goal stands, or what it still needs."""
    status = facts.verdict.status
    if not facts.goal.kind.traits.measured:
        return _("{zone} – {milestone}: {status}").format(
            zone=zone, milestone=facts.indicator.name, status=status_word(status).lower()
        )
    if status in _TITLES:
        return _TITLES[status](facts, zone)
    if facts.verdict.overdue:
        return _fill(
            _("{zone}: {indicator} last stood at {value} in {year}; the goal was {asked} by {due}"), facts, zone
        )
    if facts.verdict.required_pace:
        return _needs(facts, zone)
    return _stands(facts, zone)


def thing(name: str) -> str:
    """Return an indicator's name within a sentence: a small letter first, unless an abbreviation begins it."""
    first, _space, _rest = name.partition(" ")
    return name if sum(letter.isupper() for letter in first) > 1 else name[:1].lower() + name[1:]


def _wanted(facts: VerdictFacts) -> str:
    """Return what the goal asks, and by when where that is known."""
    if facts.goal.due is None:
        return facts.asked
    return _("{asked} by {due}").format(asked=facts.asked, due=facts.goal.due)


def _met(facts: VerdictFacts, zone: str) -> str:
    text = _("{zone} met its goal for {indicator}: {value} in {year}, {asked} was asked")
    return _fill(text, facts, zone)


def _met_early(facts: VerdictFacts, zone: str) -> str:
    text = _("{zone} met its goal for {indicator} early: {value} in {year}, {asked} is asked by {due}")
    return _fill(text, facts, zone)


def _missed(facts: VerdictFacts, zone: str) -> str:
    if not facts.verdict.gap:
        return _fill(_("{zone} missed its goal for {indicator}: {value} in {year}, {asked} was asked"), facts, zone)
    text = _("{zone} missed its goal for {indicator}: {value} in {year}, {gap} short of {target}")
    if facts.too_much:
        text = _("{zone} missed its goal for {indicator}: {value} in {year}, {gap} above {target}")
    return _fill(text, facts, zone)


def _breached(facts: VerdictFacts, zone: str) -> str:
    text = _("{zone} did not keep its goal for {indicator}, {asked}: not reached in {years}")
    return text.format(zone=zone, indicator=thing(facts.indicator.name), asked=facts.asked, years=facts.breached_years)


def _silent(facts: VerdictFacts, zone: str) -> str:
    if facts.verdict.start_only and facts.verdict.overdue:
        text = _(
            "{zone}: nothing is reported for {indicator} since {start} in {base_year}; the goal was {asked} by {due}"
        )
        if facts.verdict.baseline_origin is BaselineOrigin.IMPLIED:
            text = _(
                "{zone}: nothing is reported for {indicator} since an implied {start} in {base_year}; "
                "the goal was {asked} by {due}"
            )
    elif facts.verdict.start_only and facts.verdict.required_pace:
        return _needs(facts, zone)
    elif facts.verdict.overdue:
        text = _("{zone}: nothing was ever reported for {indicator}; the goal was {asked} by {due}")
    else:
        text = _("{zone}: nothing is reported yet for {indicator}; the goal is {wanted}")
    return _fill(text, facts, zone)


def _undated(facts: VerdictFacts, zone: str) -> str:
    return _fill(_("{zone}: {indicator}, {asked}; the plan names no year"), facts, zone)


def _needs(facts: VerdictFacts, zone: str) -> str:
    """Return what is left to make each year, or in the one year that is left."""
    pace = facts.verdict.required_pace or 0.0
    if facts.goal.kind.traits.place:
        text = _("{zone} must climb {step} places {when} to be in the {asked} by {due}")
    elif facts.counted and pace > 0 and facts.goal.kind.traits.series is Series.ADDED:
        text = _("{zone} must add about {step} {when} for its goal for {indicator}: {asked} by {due}")
    elif facts.counted and pace > 0 and facts.goal.comparator is Comparator.MORE_THAN:
        text = _("{zone} needs about {step} more {indicator} {each} to pass {target} by {due}")
    elif facts.counted and pace > 0:
        text = _("{zone} needs about {step} more {indicator} {each} to reach {target} by {due}")
    elif pace < 0 and facts.goal.kind.traits.series is Series.CHANGED and (facts.verdict.target or 0) < 0:
        text = _("{zone} must bring {indicator} down by {step} {when}, to −{fall} by {due}")
    elif pace < 0:
        text = _("{zone} must bring {indicator} down by {step} {when}, to {target} by {due}")
    else:
        text = _("{zone} needs {step} more {when} to bring {indicator} to {target} by {due}")
    return _fill(text, facts, zone, step=facts.pace(abs(pace)))


def _one_year_left(facts: VerdictFacts) -> bool:
    """Whether one year alone is left between the year that judges, or the start, and the due year."""
    verdict = facts.verdict
    counted_from = verdict.baseline_year if verdict.start_only else verdict.judged_year
    return counted_from is not None and facts.goal.due == counted_from + 1


def _stands(facts: VerdictFacts, zone: str) -> str:
    verdict = facts.verdict
    if verdict.judged_year is None:
        return _fill(_("{zone}: the goal for {indicator} is {wanted}"), facts, zone)
    text = _("{zone}: {indicator} at {value} in {year}, {wanted} is asked – {status}")
    return _fill(text, facts, zone)


def _fill(text: str, facts: VerdictFacts, zone: str, step: str = "") -> str:
    """Put a goal's facts into a sentence."""
    verdict, last = facts.verdict, _one_year_left(facts)
    return text.format(
        zone=zone,
        indicator=thing(facts.indicator.name),
        value=facts.value,
        year=verdict.judged_year,
        asked=facts.asked,
        target=facts.target,
        due=facts.goal.due,
        wanted=_wanted(facts),
        gap=facts.distance(abs(verdict.gap or 0)),
        start=facts.base,
        base_year=verdict.baseline_year,
        step=step,
        fall=facts.amount(abs(verdict.target or 0)),
        when=_("in the one year left") if last else _("a year"),
        each=_("in the one year left") if last else _("every year"),
        status=status_word(verdict.status).lower(),
    )


_TITLES: dict[Status, Callable[[VerdictFacts, str], str]] = {
    Status.MET: _met,
    Status.MET_EARLY: _met_early,
    Status.MISSED: _missed,
    Status.BREACHED: _breached,
    Status.NO_ACTUAL_YET: _silent,
    Status.NO_DUE_YEAR: _undated,
    Status.NO_TARGET_VALUE: _stands,
    Status.INDETERMINATE: _stands,
    Status.NO_BASELINE: _stands,
}


def place_beside(zone: str, plan: str) -> str:
    """Return the zone's name to be said beside the plan's, "" where the plan's name has it already."""
    return "" if zone.casefold() in plan.casefold() else zone
