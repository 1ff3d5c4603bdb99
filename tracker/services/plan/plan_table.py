"""The table of one plan's goals: in words for the screen, in numbers for files, and the orders to read it in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import inf
from typing import Any

import pandas as pd

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.missing import missing
from tracker.domain.explaining.reported_values import actual_words
from tracker.domain.explaining.step_words import shown_percent
from tracker.domain.explaining.target_wording import asked, telling_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.field_words import vocabulary_word
from tracker.domain.statuses import Group, Status, group_word, status_word
from tracker.domain.vocabulary import Nature, nature_word, origin_word
from tracker.language import MISSING, _, signed, unit_word

# What floating point adds to a figure lies behind this many digits.
_DIGITS = 12

# Off track and behind first, then what cannot be judged, as wherever goals are listed by need.
_URGENCY = (Group.OFF_TRACK, Group.BEHIND, Group.NO_VERDICT, Group.ON_TRACK, Group.MET)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One goal in the words of the table; completion and progress in percent, None where undefined.

    `counted` names what is counted where the values stand without a unit; `judged` is the actual that the figures
    count from where that is not the latest.
    """

    goal: str
    indicator: str
    unit: str
    counted: str
    nature: str
    baseline: str
    baseline_year: int | None
    asked: str
    due: int | None
    latest: str
    latest_year: int | None
    judged: str
    completion: float | None
    progress: float | None
    gap: str
    required: str
    status: Status
    group: Group
    overdue: bool
    why: str


def sheet_rows(reports: Iterable[GoalReport], group: Group | None = None, text: str = "") -> list[SheetRow]:
    """Put goals into the words of the table: those of one group (None: all) whose words hold a text."""
    rows = [_row(report) for report in reports if group in (None, report.group)]
    wanted = text.casefold().split()
    return [row for row in rows if all(word in _searched(row) for word in wanted)]


def _searched(row: SheetRow) -> str:
    searched = (row.indicator, row.unit, row.nature, row.asked, str(row.due or ""), status_word(row.status), row.why)
    return " ".join(searched).casefold()


def _row(report: GoalReport) -> SheetRow:
    goal, verdict, facts = report.goal, report.verdict, VerdictFacts.of(report)
    return SheetRow(
        goal=goal.goal,
        indicator=report.indicator.name,
        unit=unit_word(report.indicator.unit),
        counted="" if telling_unit(report.indicator.unit, None) else unit_word(report.indicator.unit),
        nature=MISSING if goal.nature is None else nature_word(goal.nature),
        baseline=facts.base,
        baseline_year=verdict.baseline_year,
        asked=asked(goal, report.indicator, report.plan, report.other),
        due=goal.due,
        latest=_latest(report),
        latest_year=verdict.latest_year,
        judged=_judged(report),
        completion=_percent(verdict.completion),
        progress=None if goal.kind.traits.place else _percent(verdict.progress),
        gap=facts.distance(verdict.gap),
        required=_required(facts),
        status=verdict.status,
        group=report.group,
        overdue=verdict.overdue,
        why=missing(verdict, goal.due) or verdict.reason,
    )


def _percent(fraction: float | None) -> float | None:
    return None if fraction is None else round(fraction * 100, 1)


def dated(value: str, year: int | None) -> str:
    """Return a value with its year: "12.5 (2020)"; alone where there is no year or no value."""
    return value if year is None or value == MISSING else _("{value} ({year})").format(value=value, year=year)


def _latest(report: GoalReport) -> str:
    """Return the latest actual as it was told."""
    return _told(report, report.verdict.latest_year)


def _judged(report: GoalReport) -> str:
    """Return the actual that the goal is judged on where a later one stands in the row, else ""."""
    year, latest = report.verdict.judged_year, report.verdict.latest_year
    reported = _told(report, year)
    return (
        ""
        if year == latest or reported == MISSING
        else _("judged on {value} in {year}").format(value=reported, year=year)
    )


def _told(report: GoalReport, year: int | None) -> str:
    of_year = next((actual for actual in report.actuals if actual.year == year), None) if year else None
    return MISSING if of_year is None else actual_words(of_year, report.indicator, {})


def _required(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    if verdict.required_pace is not None:
        return facts.pace(verdict.required_pace, sign=True)
    growth = facts.verdict.required_growth
    return MISSING if growth is None else f"{signed(shown_percent(growth / 100))}%"


def download_frame(reports: Iterable[GoalReport]) -> pd.DataFrame:
    """Lay out goals with a column for each figure, numbers as numbers in the goal's unit, fractions for shares."""
    # As objects, so that a hole beside them does not turn years into 2,023.0.
    return pd.DataFrame([_figures(report) for report in reports], dtype=object)


def _figures(report: GoalReport) -> dict[str, Any]:
    goal, verdict = report.goal, report.verdict
    values = [actual.value for actual in report.actuals if actual.year == verdict.latest_year]
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
        _("Latest"): as_entered(verdict.latest_value, *values),
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
    """Return a figure as it was entered where it is that value, else whole where it is whole and without noise."""
    if value is None:
        return None
    for goal in entered:
        if goal is not None and float(goal) == value:
            return goal
    clean = float(f"{value:.{_DIGITS}g}")
    return int(clean) if clean.is_integer() else clean


class Order(StrEnum):
    """How goals are ordered; in each order what is level stays binding first, then by name."""

    BINDING = "binding"
    NEED = "need"
    DUE = "due"
    PROGRESS = "progress"
    NAME = "name"


def in_order(reports: Iterable[GoalReport], order: Order) -> list[GoalReport]:
    """Order the goals of a plan; those without what they are ordered by come last."""
    level = sorted(reports, key=lambda report: (not _binding(report), _name(report)))
    return sorted(level, key=_KEYS[order])


def _binding(report: GoalReport) -> bool:
    return report.goal.nature is Nature.BINDING


def _name(report: GoalReport) -> str:
    return report.indicator.name


def _need(report: GoalReport) -> tuple[int, bool, float]:
    ratio = report.verdict.ratios.get(report.verdict.rule)
    return _URGENCY.index(report.group), not _binding(report), inf if ratio is None else ratio


def _progress(report: GoalReport) -> float:
    return inf if report.verdict.progress is None else report.verdict.progress


_KEYS: dict[Order, Callable[[GoalReport], Any]] = {
    Order.BINDING: lambda report: not _binding(report),
    Order.NEED: _need,
    Order.DUE: lambda report: report.goal.due or 9999,
    Order.PROGRESS: _progress,
    Order.NAME: _name,
}
