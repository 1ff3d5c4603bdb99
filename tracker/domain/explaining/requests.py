"""What is asked of whom: of each goal that falls short or cannot be judged, who can act and what they are asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.headlines import thing
from tracker.domain.explaining.measured_words import reached_words
from tracker.domain.explaining.missing import what_is_missing
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Group, Status
from tracker.language import _, both, listed, number

# Zones that are no office: somebody there has to act.
_COUNTRIES = ("nation", "country", "union")
# More names than these are counted, not listed.
_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of whom: the office or zone that can act, and what it is asked to do, in a sentence each."""

    who: str
    what: str
    group: Group


def requests_of(reports: Iterable[GoalReport]) -> list[Request]:
    """List what is asked: off track first, then behind, then what no verdict can be given on; the like in one."""
    waiting: dict[tuple[str, Status, tuple[bool, bool]], list[GoalReport]] = {}
    short: list[Request] = []
    for report in reports:
        if report.group in (Group.OFF_TRACK, Group.BEHIND):
            short.append(_short(report))
        # Where a rule cannot judge at all, nobody could supply what is missing.
        elif report.group is Group.NO_VERDICT and (
            report.verdict.of_nothing or report.verdict.status is not Status.NOT_ASSESSABLE
        ):
            alike = (report.goal.traits.measured, report.verdict.of_nothing)
            waiting.setdefault((_who(report), report.verdict.status, alike), []).append(report)
    short.sort(key=lambda ask: ask.group is not Group.OFF_TRACK)
    return short + [ask for (who, _status, _alike), found in waiting.items() for ask in _missing(who, found)]


def _short(report: GoalReport) -> Request:
    """Ask what brings a goal back, or what follows where it was missed."""
    facts = VerdictFacts.of(report)
    pattern = {
        Status.MISSED: _("Decide what follows for {indicator}: {measured}; {asked} was asked for {due}."),
        Status.BREACHED: _("Say how {indicator} is kept from now on: {asked} was not kept in {years}."),
    }.get(report.verdict.status, _("Say what brings {indicator} to {asked} by {due}: it was {measured}."))
    if not report.goal.traits.measured:
        pattern = _("Decide what follows: the milestone “{indicator}” was due in {due} and is not reported as done.")
    name = report.indicator.name
    what = pattern.format(
        indicator=thing(name) if report.goal.traits.measured else name,
        measured=reached_words(facts) if report.goal.traits.measured else "",
        asked=facts.asked,
        due=report.goal.due,
        years=facts.breached_years,
    )
    return Request(who=_in_charge(report), what=what, group=report.group)


def _in_charge(report: GoalReport) -> str:
    """Return who can act: who owns the goal, else its zone, of a country the office that made the plan."""
    if report.goal.owner:
        return report.goal.owner
    if report.zone.kind in _COUNTRIES:
        return _("The office that made “{plan}”").format(plan=report.plan.name)
    return report.zone.name


def _missing(who: str, found: list[GoalReport]) -> Iterator[Request]:
    """Ask for what a verdict needs; where several goals need the same of the same office, in one sentence."""
    if len({report.indicator.indicator for report in found}) < 2:
        yield Request(who=who, what=_one(found[0]), group=Group.NO_VERDICT)
        return
    names = list(dict.fromkeys(thing(report.indicator.name) for report in found))
    what = _several(found[0]).format(count=number(len(names)), names=_names(names))
    yield Request(who=who, what=what, group=Group.NO_VERDICT)


def _one(report: GoalReport) -> str:
    """Return what one goal needs, by its name."""
    name = thing(report.indicator.name)
    if not report.goal.traits.measured:
        return _("A report on the milestone “{name}”, with its evidence.").format(name=report.indicator.name)
    if report.verdict.status is Status.NO_DUE_YEAR:
        return _("The year by which {indicator} is to be reached; the plan names none.").format(indicator=name)
    if report.verdict.status is Status.NO_TARGET_VALUE and not report.goal.traits.factor:
        return _("The number that is to be reached of {indicator}; the plan gives none.").format(indicator=name)
    missing = what_is_missing(report)
    return missing.what if missing else ""


def _several(report: GoalReport) -> str:
    """Return what several goals need."""
    if not report.goal.traits.measured:
        return _("A report on {count} milestones, with its evidence: {names}.")
    if report.verdict.of_nothing:
        return _("Another form of {count} goals, of whose start of 0 nothing is a multiple or percentage: {names}.")
    return {
        Status.NO_ACTUAL_YET: _("Values of {count} indicators for years of the plan: {names}."),
        Status.NO_BASELINE: _("A value to start from for {count} indicators: {names}."),
        Status.NO_DUE_YEAR: _("The year by which {count} targets are to be reached: {names}."),
        Status.NO_TARGET_VALUE: _("The number that is to be reached of {count} indicators: {names}."),
        Status.INDETERMINATE: _("The exact values of {count} indicators, of which only bounds are known: {names}."),
    }.get(report.verdict.status, _("More reported years of {count} indicators: {names}."))


def _names(names: list[str]) -> str:
    """Return the names of the first indicators, and how many others there are."""
    left = len(names) - _NAMED
    if left <= 0:
        return both(names)
    return _("{names} and {left} more").format(names=listed(names[:_NAMED]), left=number(left))


def _who(report: GoalReport) -> str:
    """Return who could supply what is missing: who is in charge, who made the plan, or who reports."""
    if not report.goal.traits.measured:
        return _("The office in charge in {zone}").format(zone=report.zone.name)
    of_plan = not report.goal.traits.factor and report.verdict.status is Status.NO_TARGET_VALUE
    if of_plan or report.verdict.of_nothing or report.verdict.status is Status.NO_DUE_YEAR:
        return _("The office that made “{plan}”").format(plan=report.plan.name)
    return _("The statistics office of {zone}").format(zone=report.zone.name)
