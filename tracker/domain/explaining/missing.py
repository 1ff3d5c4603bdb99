"""What keeps a goal from a verdict, and who could supply it."""

from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.statuses import Status
from tracker.domain.vocabulary import BaselineOrigin
from tracker.language import _


def missing(verdict: Verdict, due: int | None = None) -> str:
    """Say what is missing for a verdict and who could supply it; "" where there is a verdict."""
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
