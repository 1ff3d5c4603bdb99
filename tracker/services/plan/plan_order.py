"""The orders in which the goals of one plan can be read."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from math import inf
from typing import Any

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.statuses import Group
from tracker.domain.vocabulary import Nature

# Off track and behind first, then what cannot be judged, as wherever goals are listed by need.
_URGENCY = (Group.OFF_TRACK, Group.BEHIND, Group.NO_VERDICT, Group.ON_TRACK, Group.MET)


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
