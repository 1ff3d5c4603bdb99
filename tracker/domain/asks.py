"""What is asked of whom: of each goal that falls short or cannot be judged, who can act and what they are asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.domain.facts import Facts
from tracker.domain.headlines import thing
from tracker.domain.needed_for_verdict import what_is_missing
from tracker.domain.verdicts import GoalReport
from tracker.domain.vocabulary import Group, Kind, Status
from tracker.language import _, ngettext, number

# More names than these are counted, not listed.
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked of whom: the office or zone that can act, and what it is asked to do, in a sentence each."""

    who: str
    what: str
    group: Group


def asks_of(reports: Iterable[GoalReport]) -> list[Ask]:
    """List what is asked: off track first, then behind, then what no verdict can be given on; the like in one."""
    waiting: dict[tuple[str, Status, bool], list[GoalReport]] = {}
    short: list[Ask] = []
    for report in reports:
        if report.group in (Group.OFF_TRACK, Group.BEHIND):
            short.append(_short(report))
        elif report.group is Group.NO_VERDICT:
            missing = what_is_missing(report)
            who = missing.who if missing else ""
            waiting.setdefault((who, report.verdict.status, report.goal.kind is Kind.MILESTONE), []).append(report)
    short.sort(key=lambda ask: ask.group is not Group.OFF_TRACK)
    return short + [ask for (who, _status, _milestone), found in waiting.items() for ask in _missing(who, found)]


def _short(report: GoalReport) -> Ask:
    """Ask what brings a goal back, or what follows where it was missed."""
    facts = Facts(report.goal, report.indicator, report.plan, report.verdict, report.other)
    pattern = {
        Status.MISSED: _(
            "Decide what follows: {indicator} came to {value} in {year}, and {asked} was asked for {due}."
        ),
        Status.BREACHED: _("Say how {indicator} is kept from now on: {asked} was not satisfied in {years}."),
    }.get(report.verdict.status, _("Say what brings {indicator} from {value} in {year} to {asked} by {due}."))
    if report.goal.kind is Kind.MILESTONE:
        pattern = _("Decide what follows: the milestone “{indicator}” was due in {due} and is not reported as done.")
    what = pattern.format(
        indicator=thing(report.indicator.name),
        value=facts.value,
        year=report.verdict.judged_year,
        asked=facts.asked,
        due=report.goal.due,
        years=facts.breached_years,
    )
    return Ask(who=report.zone.name, what=what, group=report.group)


def _missing(who: str, found: list[GoalReport]) -> Iterator[Ask]:
    """Ask for what a verdict needs; where several goals need the same of the same office, in one sentence."""
    if len(found) < 2:
        for report in found:
            missing = what_is_missing(report)
            yield Ask(who=_plain(who), what=missing.what if missing else "", group=Group.NO_VERDICT)
        return
    what = _several(found[0]).format(count=number(len(found)), names=_names(found))
    yield Ask(who=_plain(who), what=what, group=Group.NO_VERDICT)


def _several(report: GoalReport) -> str:
    """Write what several goals need."""
    if report.goal.kind is Kind.MILESTONE:
        return _("A report on {count} milestones, with its evidence: {names}.")
    return {
        Status.NO_ACTUAL_YET: _("Values of {count} indicators that nobody has reported: {names}."),
        Status.NO_BASELINE: _("A value to start from for {count} indicators: {names}."),
        Status.NO_DUE_YEAR: _("The year by which {count} goals are to be reached: {names}."),
        Status.NO_TARGET_VALUE: _("The number that is to be reached by {count} goals: {names}."),
        Status.INDETERMINATE: _("The exact values of {count} indicators, of which only bounds are known: {names}."),
    }.get(report.verdict.status, _("More reported years of {count} indicators: {names}."))


def _names(found: list[GoalReport]) -> str:
    """Name the first indicators, and count the others."""
    names = list(dict.fromkeys(report.indicator.name for report in found))
    listed, left = ", ".join(names[:_NAMED]), len(names) - _NAMED
    if left <= 0:
        return listed
    return ngettext("{names} and {left} more", "{names} and {left} more", left).format(names=listed, left=number(left))


def _plain(who: str) -> str:
    """Write who is asked without the full stop of a sentence."""
    return who.rstrip(".。")
