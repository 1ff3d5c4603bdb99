"""The table of one plan's goals as planning offices know it: in words for the screen, in numbers for a download."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from tracker.domain.actual_words import actual_words
from tracker.domain.asking import amount, asked, counting_unit, distance, measured_unit
from tracker.domain.missing import missing
from tracker.domain.verdicts import GoalReport
from tracker.domain.vocabulary import Group, Status
from tracker.domain.words import nature_word, status_word
from tracker.language import MISSING, _, unit_word


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One goal in the words of the table; completion and progress in percent, None where undefined."""

    goal: str
    indicator: str
    unit: str
    nature: str
    baseline: str
    asked: str
    due: int | None
    latest: str
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
    said = (row.indicator, row.unit, row.nature, row.asked, str(row.due or ""), status_word(row.status), row.why)
    return " ".join(said).casefold()


def _row(report: GoalReport) -> SheetRow:
    goal, verdict = report.goal, report.verdict
    return SheetRow(
        goal=goal.goal,
        indicator=report.indicator.name,
        unit=unit_word(report.indicator.unit),
        nature=MISSING if goal.nature is None else nature_word(goal.nature),
        baseline=_dated(amount(verdict.baseline_value, counting_unit(goal, report.indicator)), verdict.baseline_year),
        asked=asked(goal, report.indicator, report.other),
        due=goal.due,
        latest=_latest(report),
        completion=_percent(verdict.completion),
        progress=_percent(verdict.progress),
        gap=distance(verdict.gap, measured_unit(goal, report.indicator)),
        required=_required(report),
        status=verdict.status,
        group=report.group,
        overdue=verdict.overdue,
        why=missing(verdict, goal.due) or verdict.reason,
    )


def _percent(fraction: float | None) -> float | None:
    return None if fraction is None else round(fraction * 100, 1)


def _dated(value: str, year: int | None) -> str:
    return value if year is None or value == MISSING else _("{value} ({year})").format(value=value, year=year)


def _latest(report: GoalReport) -> str:
    """Write the latest actual as it was told, with its year."""
    year = report.verdict.latest_year
    told = next((actual for actual in report.actuals if actual.year == year), None) if year else None
    return MISSING if told is None else _dated(actual_words(told, report.indicator, {}), year)


def _required(report: GoalReport) -> str:
    verdict = report.verdict
    if verdict.required_pace is not None:
        return distance(verdict.required_pace, measured_unit(report.goal, report.indicator), sign=True)
    return amount(verdict.required_growth, "%", sign=True)


def screen_frame(rows: Sequence[SheetRow], statuses: Sequence[str], paths: Sequence[str]) -> pd.DataFrame:
    """Lay out rows for the screen, with each status in glyph and word and each path as the address of an image."""
    return pd.DataFrame(
        {
            "indicator": [row.indicator for row in rows],
            "status": list(statuses),
            "path": list(paths),
            "asked": [row.asked for row in rows],
            "due": pd.array([row.due for row in rows], dtype="Int64"),
            "latest": [row.latest for row in rows],
            "progress": pd.array([row.progress for row in rows], dtype="Float64"),
            "gap": [row.gap for row in rows],
            "required": [row.required for row in rows],
            "completion": pd.array([row.completion for row in rows], dtype="Float64"),
            "unit": [row.unit for row in rows],
            "nature": [row.nature for row in rows],
            "baseline": [row.baseline for row in rows],
            "why": [row.why for row in rows],
        }
    )
