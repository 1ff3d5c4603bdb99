"""The goals of a plan by theme: as the plan groups them, else as their indicators are, in the plan's own order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.records import Goal, Indicator
from tracker.domain.statuses import Group


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """The goals of one theme; the theme is empty for those that have none."""

    theme: str
    reports: tuple[GoalReport, ...]

    @property
    def groups(self) -> dict[Group, int]:
        """How many of them stand in each group; unlike goals are counted, never averaged."""
        counted = Counter(report.group for report in self.reports)
        return {group: counted[group] for group in Group}


def theme_of(goal: Goal, indicator: Indicator) -> str:
    """Return the theme of a goal: its own, else its indicator's category, else none."""
    return goal.theme or indicator.category or ""


def by_theme(reports: Iterable[GoalReport]) -> tuple[ThemeGroup, ...]:
    """Group goals, given in the plan's own order, by theme; those without a theme come last."""
    found: dict[str, list[GoalReport]] = {}
    for report in reports:
        found.setdefault(theme_of(report.goal, report.indicator), []).append(report)
    none = found.pop("", [])
    groups = [ThemeGroup(theme, tuple(kept)) for theme, kept in found.items()]
    return (*groups, ThemeGroup("", tuple(none))) if none else tuple(groups)
