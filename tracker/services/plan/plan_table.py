"""The table of one plan's goals in words, and the orders to read it in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import Any

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.measured_words import gap_words, measured_words, own_words
from tracker.domain.explaining.missing import missing
from tracker.domain.explaining.standing_words import marks
from tracker.domain.explaining.step_words import shown_percent
from tracker.domain.explaining.target_wording import asked, readers_unit, telling_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Group, Status, status_word
from tracker.domain.vocabulary import Nature, nature_word
from tracker.language import MISSING, _, signed, unit_word

# Off track and behind first, then what cannot be judged, as wherever goals are listed by need.
_URGENCY = (Group.OFF_TRACK, Group.BEHIND, Group.NO_VERDICT, Group.ON_TRACK, Group.MET)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One goal in the words of the table; completion and progress as fractions, None where undefined.

    `counted` names what is counted where the values stand without a unit. Latest, asked and gap are in one measure;
    `latest` says which and `when` the year that it does not say, `own` is the latest year's own value where that is
    another. `marks` are what makes a status special.
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
    when: int | None
    own: str
    completion: float | None
    progress: float | None
    gap: str
    required: str
    status: Status
    group: Group
    marks: tuple[str, ...]
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
    latest = measured_words(facts)
    own = readers_unit(report.indicator.unit, report.indicator)
    return SheetRow(
        goal=goal.goal,
        indicator=report.indicator.name,
        unit=unit_word(own),
        counted="" if telling_unit(own, None) else unit_word(own),
        nature=MISSING if goal.nature is None else nature_word(goal.nature),
        baseline=facts.base,
        baseline_year=verdict.baseline_year,
        asked=asked(goal, report.indicator, report.plan, report.other),
        due=goal.due,
        latest=latest,
        when=None if verdict.judged_year is None or str(verdict.judged_year) in latest else verdict.judged_year,
        own=own_words(facts),
        completion=verdict.completion,
        progress=None if goal.traits.place else verdict.progress,
        gap=gap_words(facts),
        required=_required(facts),
        status=verdict.status,
        group=report.group,
        marks=marks_of(report),
        why=missing(verdict, goal.due) or verdict.reason,
    )


def dated(value: str, year: int | None) -> str:
    """Return a value with its year: "12.5 (2020)"; alone where there is no year or no value."""
    return value if year is None or value == MISSING else _("{value} ({year})").format(value=value, year=year)


def marks_of(report: GoalReport) -> tuple[str, ...]:
    """Return what makes a status special, in words."""
    return marks(report.verdict, report.goal.due)


def _required(facts: VerdictFacts) -> str:
    verdict = facts.verdict
    if verdict.required_pace is not None:
        return facts.pace(verdict.required_pace, sign=True)
    growth = facts.verdict.required_growth
    return MISSING if growth is None else f"{signed(shown_percent(growth / 100))}%"


class Order(StrEnum):
    """How goals are ordered: as the plan has them, or by what is asked for, binding ones and names deciding a tie."""

    PLAN = "plan"
    BINDING = "binding"
    NEED = "need"
    DUE = "due"
    PROGRESS = "progress"
    NAME = "name"


def in_order(reports: Iterable[GoalReport], order: Order) -> list[GoalReport]:
    """Order the goals of a plan, given in its own order; those without what they are ordered by come last."""
    if order is Order.PLAN:
        return sorted(reports, key=lambda report: inf if report.goal.order is None else report.goal.order)
    level = sorted(reports, key=lambda report: (not is_binding(report), _name(report)))
    return sorted(level, key=_KEYS[order])


def is_binding(report: GoalReport) -> bool:
    """Whether the plan binds itself to the goal."""
    return report.goal.nature is Nature.BINDING


def _name(report: GoalReport) -> str:
    return report.indicator.name


def _need(report: GoalReport) -> tuple[int, bool, float]:
    ratio = report.verdict.ratios.get(report.verdict.rule)
    return _URGENCY.index(report.group), not is_binding(report), inf if ratio is None else ratio


def _progress(report: GoalReport) -> float:
    return inf if report.verdict.progress is None else report.verdict.progress


_KEYS: dict[Order, Callable[[GoalReport], Any]] = {
    Order.PLAN: lambda report: inf if report.goal.order is None else report.goal.order,
    Order.BINDING: lambda report: not is_binding(report),
    Order.NEED: _need,
    Order.DUE: lambda report: report.goal.due or 9999,
    Order.PROGRESS: _progress,
    Order.NAME: _name,
}
