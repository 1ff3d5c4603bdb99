"""What keeps a goal from a verdict, and who could supply it."""

from collections.abc import Callable
from dataclasses import dataclass

from tracker.domain.assessment.verdicts import GoalReport, Verdict
from tracker.domain.explaining.headlines import thing
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import GROUP_OF, Group, Rule, Status
from tracker.domain.vocabulary import BaselineOrigin
from tracker.language import _


@dataclass(frozen=True, slots=True)
class Missing:
    """What would give the goal a verdict, and who could supply it, in words."""

    what: str
    who: str


def what_is_missing(report: GoalReport) -> Missing | None:
    """Return what a verdict would need and from whom; None where there is a verdict by the chosen rule."""
    status = report.verdict.status
    if GROUP_OF[status] is not Group.NO_VERDICT:
        return None
    if report.verdict.of_nothing:
        return Missing(_("Another form of this goal: there is no multiple and no percentage of 0."), _planner(report))
    return _OF_STATUS[status](report)


def _reporter(report: GoalReport) -> str:
    return _("The statistics office of {zone}, or the office that reports on this plan.").format(zone=report.zone.name)


def _planner(report: GoalReport) -> str:
    source = report.sources.get(report.goal.source or report.plan.source or "")
    if source is None or not source.publisher:
        return _("The office that made the plan “{plan}”.").format(plan=report.plan.name)
    text = _("The office that made the plan “{plan}” ({publisher}).")
    return text.format(plan=report.plan.name, publisher=source.publisher)


def _actual(report: GoalReport) -> Missing:
    if not report.goal.traits.measured:
        what = _("A report that this milestone is not started, under way or done, with its evidence.")
        return Missing(what, _("The office in charge of it in {zone}.").format(zone=report.zone.name))
    undated = [actual for actual in report.actuals if actual.year is None]
    if undated:
        what = _("The year of what has been reported for {indicator}: it bears none, and judges nothing until then.")
        return Missing(what.format(indicator=thing(report.indicator.name)), _source_of(report, undated[0].source))
    since = report.verdict.baseline_year or (report.plan.start - 1 if report.plan.start else None)
    what = _("A value of {indicator} for a year of the plan.")
    if since is not None:
        what = _("A value of {indicator} for a year after {year}.")
    return Missing(what.format(indicator=thing(report.indicator.name), year=since), _reporter(report))


def _baseline(report: GoalReport) -> Missing:
    start = report.plan.start
    what = _("A value of {indicator} from before the plan to start from.")
    if start is not None:
        what = _("A value of {indicator} for {earlier} or {before} to start from, or a start stated by the plan.")
    said = what.format(indicator=thing(report.indicator.name), earlier=(start or 0) - 2, before=(start or 0) - 1)
    return Missing(said, _reporter(report))


def _due_year(report: GoalReport) -> Missing:
    return Missing(_("The year by which this is to be reached; the plan names none."), _planner(report))


def _target(report: GoalReport) -> Missing:
    if report.goal.traits.factor:
        return _baseline(report)
    return Missing(_("The number that is to be reached; the plan gives none."), _planner(report))


def _exact(report: GoalReport) -> Missing:
    year = report.verdict.judged_year
    actual = next((each for each in report.actuals if each.year == year), None)
    what = _("The exact value of {indicator} for {year}; what is known leaves it open whether the goal is kept.")
    facts = VerdictFacts.of(report)
    if facts.verdict.measured is None and facts.verdict.measured_high is None:
        what = _("The values of {indicator} for the years that nobody has reported.")
    return Missing(
        what.format(indicator=thing(report.indicator.name), year=year),
        _source_of(report, actual.source if actual else None),
    )


def _begun(report: GoalReport) -> Missing:
    what = _("Nothing but its start: it is reported as not started.")
    return Missing(what, _("The office in charge of it in {zone}.").format(zone=report.zone.name))


def _rate(_report: GoalReport) -> Missing:
    return Missing(_("This rule cannot judge this goal; the time rule can."), _("Choose the time rule at the left."))


def _points(report: GoalReport) -> Missing:
    known = report.verdict.statuses[Rule.TIME]
    if GROUP_OF[known] is Group.NO_VERDICT:
        return _actual(report)
    what = _("More reported years: this rule needs three yearly changes since the start. The time rule needs none.")
    return Missing(what, _reporter(report))


def _source_of(report: GoalReport, name: str | None) -> str:
    """Point to the publisher of a value, else to those who report in the zone."""
    source = report.sources.get(name or "")
    if source is None:
        return _reporter(report)
    text = _("The publisher of “{title}”, or the statistics office of {zone}.")
    if source.publisher:
        text = _("{publisher}, who published “{title}”, or the statistics office of {zone}.")
    return text.format(publisher=source.publisher, title=source.title, zone=report.zone.name)


_OF_STATUS: dict[Status, Callable[[GoalReport], Missing]] = {
    Status.NO_ACTUAL_YET: _actual,
    Status.NO_BASELINE: _baseline,
    Status.NO_DUE_YEAR: _due_year,
    Status.NO_TARGET_VALUE: _target,
    Status.INDETERMINATE: _exact,
    Status.NOT_STARTED: _begun,
    Status.NOT_ASSESSABLE: _rate,
    Status.TOO_FEW_POINTS: _points,
}


def missing(verdict: Verdict, due: int | None = None) -> str:
    """Return what is missing for a verdict and who could supply it; "" where there is a verdict."""
    if verdict.of_nothing:
        return _("The start is 0, of which nothing is a multiple or a percentage: the plan's office can ask otherwise.")
    if verdict.status is Status.NO_ACTUAL_YET and due is not None and verdict.overdue:
        return _("Nothing reported for {due}: the zone's reporting office can supply it.").format(due=due)
    started = verdict.start_only and verdict.baseline_origin is BaselineOrigin.REPORTED
    if verdict.status is Status.NO_ACTUAL_YET and started:
        text = _("Nothing reported since {year}: the zone's reporting office can supply it.")
        return text.format(year=verdict.baseline_year)
    return {
        Status.NO_ACTUAL_YET: _("Nothing reported yet: the zone's reporting office can supply it."),
        Status.NO_BASELINE: _("No value to start from: the zone's reporting office can supply an earlier year."),
        Status.NO_DUE_YEAR: _("The plan names no year: the office that issued it can say by when."),
        Status.NO_TARGET_VALUE: _("The target follows from a start value that is missing: the plan's office has it."),
        Status.INDETERMINATE: _("Only a bound is known: the zone's reporting office can supply the exact value."),
        Status.NOT_STARTED: _("Reported as not started."),
        Status.NOT_ASSESSABLE: _("This rule cannot judge these values; the other rules can."),
        Status.TOO_FEW_POINTS: _("This rule needs three yearly changes: more years from the zone's reporting office."),
    }.get(verdict.status, "")
