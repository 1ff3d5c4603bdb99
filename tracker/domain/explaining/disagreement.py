"""Why the three rules differ on one goal: different paths, one unusual year, too few points, no growth rate."""

from collections.abc import Callable
from itertools import pairwise

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Rule, Status
from tracker.language import _, sentences

_SILENT = (Status.NOT_ASSESSABLE, Status.TOO_FEW_POINTS)
# How far two yearly changes have to be apart to count as different.
_SAME = 0.1


def why_rules_differ(report: GoalReport) -> str:
    """Return why the rules give different statuses; nothing where they agree."""
    statuses = report.verdict.statuses
    if len(set(statuses.values())) == 1:
        return ""
    facts = VerdictFacts.of(report)
    return sentences(*(explain(report, facts) for explain in _REASONS))


def _silent_rules(report: GoalReport, facts: VerdictFacts) -> str:
    """Return which rules have nothing to say, and why."""
    statuses = report.verdict.statuses
    said = []
    if statuses[Rule.COMPOUND] is Status.NOT_ASSESSABLE:
        text = _("There is no compound rate from {start} to {target}, so the compound rule has nothing to say.")
        if report.goal.traits.from_zero:
            text = _("What is asked is counted from zero, from where there is no compound rate.")
        said.append(text.format(start=facts.start, target=facts.target))
    if statuses[Rule.PROJECTION] is Status.TOO_FEW_POINTS:
        said.append(_("The projection rule needs three yearly changes and has fewer points than that."))
    if statuses[Rule.PROJECTION] is Status.NOT_ASSESSABLE:
        said.append(_("The projection rule carries on changes of a level and has nothing to say on a rate."))
    return sentences(*said)


def _convex_path(report: GoalReport, facts: VerdictFacts) -> str:
    """Compare the straight path with the path of even growth, where time and compound rule differ."""
    verdict, statuses = report.verdict, report.verdict.statuses
    if not _both_speak(statuses[Rule.TIME], statuses[Rule.COMPOUND]) or not report.goal.traits.has_path:
        return ""
    if report.goal.interim:
        return _("The time rule follows the plan's interim values; the compound rule knows only start and target.")
    start, target, elapsed = verdict.start, verdict.target, verdict.elapsed
    if not start or not target or elapsed is None or target / start <= 0 or verdict.path_value is None:
        return ""
    grown = start * (target / start) ** elapsed
    less = abs(grown - start) < abs(verdict.path_value - start)
    text = (
        _(
            "Even growth makes smaller steps first and larger ones later (a convex path): "
            "by {year} it asks only for {grown}, even steps for {path}."
        )
        if less
        else _("Even growth makes larger steps first: by {year} it already asks for {grown}, even steps for {path}.")
    )
    numbers = facts.numbers.telling(grown, verdict.path_value)
    return text.format(year=verdict.judged_year, grown=numbers.amount(grown), path=numbers.amount(verdict.path_value))


def _recent_years(report: GoalReport, facts: VerdictFacts) -> str:
    """Compare the last changes with the pace since the start, where the projection rule differs from the time rule."""
    verdict, statuses = report.verdict, report.verdict.statuses
    if (
        not _both_speak(statuses[Rule.TIME], statuses[Rule.PROJECTION])
        or verdict.recent_change is None
        or verdict.pace is None
    ):
        return ""
    unusual = _unusual_year(report, facts)
    if unusual:
        return unusual
    recent, pace = verdict.recent_change, verdict.pace
    if abs(recent - pace) > _SAME * max(abs(recent), abs(pace)):
        text = _(
            "The projection rule looks at the last five years alone, {recent} a year against {pace} since the start."
        )
        return text.format(recent=facts.pace(recent, sign=True), pace=facts.pace(pace, sign=True))
    return _(
        "The time rule asks where the goal stands against the path today, the projection rule how much "
        "would still be missing in {due} at the same pace; a small lag today can be a large part of what is left."
    ).format(due=report.goal.due)


def _unusual_year(report: GoalReport, facts: VerdictFacts) -> str:
    """Return a sentence on one year that went against the others among the last changes."""
    since, until = report.verdict.baseline_year or 0, report.verdict.judged_year or 0
    levels = [(p.year, p.low) for p in report.points if p.exact and p.low is not None and since <= p.year <= until]
    changes = [
        (later, value - before) for (earlier, before), (later, value) in pairwise(levels[-6:]) if later - earlier == 1
    ]
    against = [change for change in changes if change[1] * (report.verdict.recent_change or 0) < 0]
    if len(against) != 1 or len(changes) < 3:
        return ""
    year, change = against[0]
    text = _(
        "One year goes against the others: {change} in {year}. "
        "It weighs more in the last changes than over the whole time."
    )
    return text.format(change=facts.distance(change, sign=True), year=year)


def _both_speak(one: Status, other: Status) -> bool:
    """Whether two rules both have a verdict and differ."""
    return one is not other and one not in _SILENT and other not in _SILENT


_REASONS: tuple[Callable[[GoalReport, VerdictFacts], str], ...] = (_convex_path, _recent_years, _silent_rules)
