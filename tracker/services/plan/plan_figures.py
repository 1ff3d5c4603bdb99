"""One plan's goals to take away: a column for each figure, and the words that say what the table is."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

import pandas as pd

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.target_wording import asked
from tracker.domain.field_words import vocabulary_word
from tracker.domain.statuses import group_word, rule_word, status_word
from tracker.domain.vocabulary import nature_word, origin_word
from tracker.language import _, date_words, instant_words, unit_word
from tracker.services.plan.plan_sheet import PlanSheet

# What floating point adds to a figure lies behind this many digits.
_DIGITS = 12


def about_plan(sheet: PlanSheet, made: datetime) -> list[tuple[str, str]]:
    """Say what the table of a plan is: of which plan and zone, how looked at, from which source, made when."""
    look, source = sheet.look, sheet.source
    known = _("now") if look.as_of is None else date_words(look.as_of.date())
    return [
        (_("Plan"), sheet.plan.name),
        (_("Zone"), sheet.zone.name),
        (_("As of"), known),
        (_("Seen from year"), str(look.year)),
        (_("Rule"), rule_word(look.rule)),
        (_("Source"), source.title if source else _("No source is given for this plan.")),
        (_("Publisher"), (source.publisher if source else None) or ""),
        (_("Published"), date_words(source.published) if source and source.published else ""),
        (_("Revision"), str(sheet.revision)),
        (_("Made"), instant_words(made)),
    ]


def download_frame(reports: Iterable[GoalReport]) -> pd.DataFrame:
    """Lay out goals with a column for each figure, numbers as numbers in the goal's unit, fractions for shares."""
    # As objects, so that a hole beside them does not turn years into 2,023.0.
    return pd.DataFrame([_figures(report) for report in reports], dtype=object)


def _figures(report: GoalReport) -> dict[str, Any]:
    goal, verdict = report.goal, report.verdict
    told = [actual.value for actual in report.actuals if actual.year == verdict.latest_year]
    return {
        _("Indicator"): report.indicator.name,
        _("Unit"): unit_word(report.unit),
        _("Nature"): "" if goal.nature is None else nature_word(goal.nature),
        _("Kind"): vocabulary_word(goal.kind),
        _("Baseline year"): verdict.baseline_year,
        _("Baseline"): as_entered(verdict.baseline_value, goal.baseline_value),
        _("Baseline origin"): "" if verdict.baseline_origin is None else origin_word(verdict.baseline_origin),
        _("Asked"): asked(goal, report.indicator, report.plan, report.other),
        _("Comparator"): "" if goal.comparator is None else vocabulary_word(goal.comparator),
        _("About"): _("yes") if goal.approximate else "",
        _("Target"): as_entered(verdict.target, goal.value),
        _("Due"): goal.due,
        _("Latest year"): verdict.latest_year,
        _("Latest"): as_entered(verdict.latest_value, *told),
        _("Completion"): as_entered(verdict.completion),
        _("Progress"): as_entered(verdict.progress),
        _("Gap"): as_entered(verdict.gap),
        _("Required pace a year"): as_entered(verdict.required_pace),
        _("Ratio"): as_entered(verdict.ratio),
        _("Group"): group_word(report.group),
        _("Status"): status_word(verdict.status),
        _("Overdue"): _("yes") if verdict.overdue else "",
        _("Why"): verdict.reason,
        _("Wording"): goal.wording or "",
        _("Where in the source"): goal.locator or "",
    }


def as_entered(value: float | None, *entered: Decimal | None) -> Decimal | int | float | None:
    """Give a figure as it was entered where it is that value, else whole where it is whole and without noise."""
    if value is None:
        return None
    for one in entered:
        if one is not None and float(one) == value:
            return one
    clean = float(f"{value:.{_DIGITS}g}")
    return int(clean) if clean.is_integer() else clean
