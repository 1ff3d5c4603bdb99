"""Where goals stand: the assessment of many goals with its figures, read off goal by goal."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Self

import numpy as np

from tracker.domain.assessment.assess import ABOUT, Assessment, assess
from tracker.domain.assessment.enum_codes import Codes, Flags, Rows, word
from tracker.domain.assessment.figures import Figures, figures
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.judging import RULES, years_kept
from tracker.domain.assessment.measures import survey
from tracker.domain.assessment.paths import set_paths
from tracker.domain.assessment.projection import Projections, project
from tracker.domain.assessment.series_columns import SeriesColumns
from tracker.domain.assessment.targets import set_targets
from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.statuses import GROUP_OF, Group, Rule, Status
from tracker.domain.vocabulary import OPEN_ABOVE, OPEN_BELOW, BaselineOrigin, Qualifier

GROUPS = tuple(Group)
STATUSES = tuple(Status)
_FIGURES = [field.name for field in fields(Figures) if field.name != "measured"]
_GROUP_OF_STATUS = np.array([GROUPS.index(GROUP_OF[status]) for status in Status], dtype=np.int8)


@dataclass
class Standings:
    """The verdicts on n goals by all rules, seen from one year; figures and projections are worked out when asked."""

    goals: GoalColumns
    actuals: SeriesColumns
    looked_from: int
    assessment: Assessment
    about: float = ABOUT

    @classmethod
    def of(
        cls,
        goals: GoalColumns,
        actuals: SeriesColumns,
        looked_from: int,
        about: float = ABOUT,
    ) -> Self:
        """Assess the goals."""
        return cls(
            goals,
            actuals,
            looked_from,
            assess(goals, actuals, looked_from, about),
            about,
        )

    @cached_property
    def figures(self) -> Figures:
        """Completion, progress, gap and pace of every goal."""
        return figures(self.goals, self.assessment)

    @cached_property
    def projections(self) -> Projections:
        """Where the pace so far leads, for every goal."""
        return project(self.goals, self.actuals, self.looked_from, self.assessment, self.about)

    def groups(self, rule: Rule) -> Codes:
        """Return each goal's group by one rule, as its place among the groups; shape (n,)."""
        return np.asarray(_GROUP_OF_STATUS[self.assessment.status[RULES.index(rule)]])

    def take(self, rows: Rows) -> "Standings":
        """Keep some goals, in the order given, with what has been worked out."""
        kept = {field.name: getattr(self.assessment, field.name)[..., rows] for field in fields(Assessment)}
        return Standings(
            self.goals.take(rows),
            self.actuals,
            self.looked_from,
            Assessment(**kept),
            self.about,
        )

    @cached_property
    def breaches(self) -> Mapping[int, tuple[int, ...]]:
        """The years in which a goal of every year was not satisfied, by row."""
        rows = np.flatnonzero(self.goals.by_year)
        if not len(rows):
            return {}
        goals = self.goals.take(rows)
        _, baselines, measures = survey(goals, self.actuals, self.looked_from)
        targets = set_targets(goals, baselines.value, self.about)
        paths = set_paths(goals, baselines.value, measures, targets)
        _, _, broken = years_kept(paths, measures)
        return {
            int(row): tuple(int(year) for year in measures.year[place][broken[place]]) for place, row in enumerate(rows)
        }

    @cached_property
    def _bounds_kept(self) -> Flags:
        """Mark the goals whose measure has the bound of the year's actual; sums and differences do not; shape (n,)."""
        return ~self.goals.starts_at_zero & ~self.goals.having(lambda kind: kind.relative)

    def _qualifier(self, row: int, year: int) -> Qualifier:
        return self.actuals.qualifier(int(self.goals.series[row]), year)

    def verdict(self, row: int, rule: Rule) -> Verdict:
        """Return one goal's verdict by a rule; its reason is still to be put into words."""
        assessment, figure, ahead = self.assessment, self.figures, self.projections
        start, target, path = assessment.start[row], assessment.target[row], assessment.path[row]
        asked = (path - start) / (target - start) if target != start else np.nan
        qualifier = self._qualifier(row, int(assessment.year[row])) if self._bounds_kept[row] else Qualifier.EXACT
        return Verdict(
            statuses={each: STATUSES[assessment.status[place, row]] for place, each in enumerate(RULES)},
            rule=rule,
            ratios={
                Rule.TIME: _number(assessment.time[row]),
                Rule.COMPOUND: _number(assessment.compound[row]),
            },
            target=_number(target),
            baseline_year=_year(assessment.base_year[row]),
            baseline_value=_number(assessment.base[row]),
            baseline_origin=word(BaselineOrigin, int(assessment.base_origin[row])),
            latest_year=_year(assessment.latest_year[row]),
            latest_value=_number(assessment.latest_low[row]),
            latest_high=_number(assessment.latest_high[row])
            if assessment.latest_high[row] != assessment.latest_low[row]
            else None,
            judged_year=_year(assessment.year[row]),
            measured=None if qualifier in OPEN_BELOW else _number(assessment.low[row]),
            measured_high=None if qualifier in OPEN_ABOVE else _number(assessment.high[row]),
            **{name: _number(getattr(figure, name)[row]) for name in _FIGURES},
            elapsed=_number(assessment.elapsed[row]),
            path_value=_number(path),
            projected=_number(ahead.value[row]),
            projected_low=_number(ahead.low[row]),
            projected_high=_number(ahead.high[row]),
            chance=_number(ahead.chance[row]),
            overdue=bool(assessment.overdue[row]),
            start_only=bool(assessment.start_only[row]),
            breached_years=self.breaches.get(row, ()),
            reason="",
            qualifier=qualifier,
            latest_qualifier=self._qualifier(row, int(assessment.latest_year[row])),
            at_due=bool(assessment.at_due[row]),
            start=_number(start),
            asked_progress=_number(asked),
            recent_change=_number(assessment.change[row]),
        )


def _number(value: float) -> float | None:
    """Return a plain number, None where it is undefined or without bound."""
    return float(value) if np.isfinite(value) else None


def _year(year: int) -> int | None:
    return int(year) or None
