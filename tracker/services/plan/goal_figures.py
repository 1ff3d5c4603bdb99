"""A plan's goals as columns of figures to take away: numbers as numbers, with the measure and bound of each."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.goal_numbers import measured_ends
from tracker.domain.explaining.measured_words import gap_words, how_exact, measured_and_when
from tracker.domain.explaining.target_wording import asked, counting_unit, readers_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.field_words import vocabulary_word
from tracker.domain.statuses import group_word, status_word
from tracker.domain.vocabulary import nature_word, origin_word, qualifier_word
from tracker.language import _, percent_value, unit_word, workbook_form

# What floating point adds to a figure lies behind this many digits.
_DIGITS = 12


def download_frame(reports: Iterable[GoalReport]) -> pd.DataFrame:
    """Lay out goals with a column for each figure, numbers as numbers in the row's own unit, fractions for shares."""
    # As objects, so that a hole beside them does not turn years into 2,023.0.
    return pd.DataFrame([goal_figures(report) for report in reports], dtype=object)


def number_forms(reports: Iterable[GoalReport]) -> list[Mapping[str, str]]:
    """Return for each goal the number formats of its figures in a workbook, by column."""
    return [_forms(VerdictFacts.of(report)) for report in reports]


def goal_figures(report: GoalReport) -> dict[str, Any]:
    """Return one goal's figures by the names of their columns."""
    goal, verdict, facts = report.goal, report.verdict, VerdictFacts.of(report)
    return {
        _("Indicator"): report.indicator.name,
        _("Unit"): unit_word(readers_unit(report.unit, report.indicator)),
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
        **_measured(report, facts),
        **_latest(report),
        _("Completion"): as_entered(verdict.completion),
        _("Progress"): as_entered(verdict.progress),
        _("Gap"): as_entered(verdict.gap_size),
        _("Gap in words"): "" if verdict.gap_word is None else gap_words(facts),
        _("Required pace a year"): as_entered(verdict.required_pace),
        _("Ratio"): as_entered(verdict.ratio),
        _("Group"): group_word(report.group),
        _("Status"): status_word(verdict.status),
        _("Overdue"): _("yes") if verdict.overdue else "",
        _("Moving back"): _("yes") if verdict.moving_back else "",
        _("Why"): verdict.reason,
        _("Wording"): goal.wording or "",
        _("Where in the source"): goal.locator or "",
    }


def _measured(report: GoalReport, facts: VerdictFacts) -> dict[str, Any]:
    """Return what the goal is judged on: the value, what it is, how exactly it is known, and the year that decides."""
    verdict = report.verdict
    low, high = measured_ends(report.goal, verdict) if verdict.judged_year is not None else (None, None)
    known = low if low is not None else high
    exactness = "" if known is None else qualifier_word(how_exact(low, high, verdict.qualifier))
    return {
        _("Measured value"): as_entered(known, *(actual.value for actual in report.actuals)),
        _("Upper end of the measured value"): as_entered(high if low is not None and high != low else None),
        _("Exactness of the measured value"): exactness,
        _("Measured as"): verdict.measured_words or "",
        _("Measured year"): verdict.judged_year,
        _("Decided by"): verdict.decided_by,
        _("Measured in words"): measured_and_when(facts) if known is not None else "",
    }


def _latest(report: GoalReport) -> dict[str, Any]:
    """Return the latest year's own value, with its own unit and how exactly it is known."""
    verdict = report.verdict
    told = [actual for actual in report.actuals if actual.year == verdict.latest_year and actual.value is not None]
    low, high = verdict.latest_value, verdict.latest_high
    known = low if low is not None else high
    return {
        _("Latest year"): verdict.latest_year,
        _("Latest"): as_entered(known, *(actual.value for actual in told)),
        _("Upper end of the latest"): as_entered(high if low is not None else None),
        _("Exactness of the latest"): "" if known is None else qualifier_word(verdict.latest_qualifier),
        _("Unit of the latest"): unit_word(
            readers_unit(counting_unit(report.goal, report.indicator), report.indicator)
        ),
        _("Value of the reference"): as_entered(verdict.reference_value),
    }


def as_entered(value: float | None, *entered: Decimal | None) -> Decimal | int | float | None:
    """Return a figure as it was entered where it is that value, else whole where it is whole and without noise."""
    if value is None:
        return None
    for one in entered:
        if one is not None and float(one) == value:
            return one
    clean = float(f"{value:.{_DIGITS}g}")
    return int(clean) if clean.is_integer() else clean


def _forms(facts: VerdictFacts) -> dict[str, str]:
    """Return formats that round a goal's figures as the screen does."""
    verdict, places, level = facts.verdict, facts.numbers.places, facts.levels.places
    low, high = measured_ends(facts.goal, verdict)
    last = verdict.latest_value if verdict.latest_value is not None else verdict.latest_high
    decimals = {
        _("Baseline"): level(verdict.baseline_value),
        _("Target"): places(verdict.target),
        _("Measured value"): places(low if low is not None else high),
        _("Upper end of the measured value"): places(high),
        _("Latest"): level(last),
        _("Upper end of the latest"): level(verdict.latest_high),
        _("Value of the reference"): level(verdict.reference_value),
        _("Gap"): places(verdict.gap_size),
        _("Required pace a year"): facts.numbers.pace_places(verdict.required_pace),
    }
    shares = {_("Completion"): verdict.completion, _("Progress"): verdict.progress}
    return (
        {name: workbook_form(count) for name, count in decimals.items()}
        | {name: share_form(share) for name, share in shares.items()}
        | {_("Ratio"): "0.00"}
    )


def share_form(share: float | None) -> str:
    """Return a workbook's format that writes a fraction as percent, with the decimals of the screen."""
    _whole, _point, decimals = percent_value(share).rstrip("%").partition(".")
    return f"0.{'0' * len(decimals)}%" if decimals else "0%"
