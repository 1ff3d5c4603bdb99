"""Where goals stand: the assessment of many goals with its figures, read off goal by goal."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Self

import numpy as np

from tracker.domain.assessment.assess import ABOUT, Assessment, assess
from tracker.domain.assessment.enum_codes import Codes, Flags, Rows, code, word
from tracker.domain.assessment.figures import Figures, figures
from tracker.domain.assessment.goal_columns import GoalColumns
from tracker.domain.assessment.judging import RULES
from tracker.domain.assessment.measured_as import MeasuredAs, measured_as
from tracker.domain.assessment.projection import Projections, project
from tracker.domain.assessment.series_columns import SeriesColumns
from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.assessment.year_facts import YearFacts, year_facts
from tracker.domain.statuses import GROUP_OF, Group, Rule, Status
from tracker.domain.vocabulary import OPEN_ABOVE, OPEN_BELOW, Accumulates, BaselineOrigin, GapWord, Qualifier

GROUPS = tuple(Group)
STATUSES = tuple(Status)
_FIGURES = [field.name for field in fields(Figures) if field.name not in ("measured", "gap_word")]
_REQUIRED = ("required_pace", "required_growth", "pace_ratio", "arrival_year")
_SPANS = (MeasuredAs.TOTAL, MeasuredAs.MEAN, MeasuredAs.MEANS_APART)
_MET = (code(Status.MET), code(Status.MET_EARLY))
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
    def years(self) -> Mapping[int, YearFacts]:
        """What is known of the years of goals that ask something of every year, by row."""
        return year_facts(self.goals, self.actuals, self.looked_from, self.about, self.assessment.decided)

    @cached_property
    def _bounds_kept(self) -> Flags:
        """Mark the goals whose measure has the bound of the year's actual; sums and differences do not; shape (n,)."""
        return ~self.goals.starts_at_zero & ~self.goals.having(lambda kind: kind.relative or kind.mean_of_plan)

    def _qualifier(self, row: int, year: int) -> Qualifier:
        return self.actuals.qualifier(int(self.goals.series[row]), year)

    def verdict(self, row: int, rule: Rule) -> Verdict:
        """Return one goal's verdict by a rule; its reason is still to be put into words."""
        assessment = self.assessment
        return Verdict(
            statuses={each: STATUSES[assessment.status[place, row]] for place, each in enumerate(RULES)},
            rule=rule,
            ratios={Rule.TIME: _number(assessment.time[row]), Rule.COMPOUND: _number(assessment.compound[row])},
            reason="",
            at_due=bool(assessment.at_due[row]),
            overdue=bool(assessment.overdue[row]),
            start_only=bool(assessment.start_only[row]),
            moving_back=bool(assessment.moving_back[row]),
            recent_change=_number(assessment.change[row]),
            looked_from=self.looked_from,
            **self._start_and_target(row),
            **self._latest(row),
            **self._measured(row),
            **self._figures(row),
            **self._ahead(row),
        )

    def _start_and_target(self, row: int) -> dict[str, Any]:
        """Return where one goal starts, what it asks, and its path between."""
        assessment = self.assessment
        return {
            "baseline_year": _year(assessment.base_year[row]),
            "baseline_value": _number(assessment.base[row]),
            "baseline_origin": word(BaselineOrigin, int(assessment.base_origin[row])),
            "since": _year(assessment.since[row]),
            "start": _number(assessment.start[row]),
            "start_satisfied": bool(assessment.begun_satisfied[row]),
            "target": _number(assessment.target[row]),
            "other_target": _number(assessment.other[row]),
            "elapsed": _number(assessment.elapsed[row]),
            "elapsed_now": self._elapsed_now(row),
            "asked_progress": _number(assessment.asked[row]),
            "path_value": _number(assessment.path[row]),
        }

    def _elapsed_now(self, row: int) -> float | None:
        """Return the share of the time from start to due year that is gone in the year looked from."""
        since, due = int(self.assessment.since[row]), int(self.assessment.due[row])
        return min(max((self.looked_from - since) / (due - since), 0.0), 1.0) if 0 < since < due else None

    def _latest(self, row: int) -> dict[str, Any]:
        """Return the latest actual of one goal's indicator."""
        year, low, high = (getattr(self.assessment, name)[row] for name in ("latest_year", "latest_low", "latest_high"))
        return {
            "latest_year": _year(year),
            "latest_value": _number(low),
            "latest_high": _number(high) if high != low else None,
            "latest_qualifier": self._qualifier(row, int(year)),
        }

    def _measured(self, row: int) -> dict[str, Any]:
        """Return what was measured of one goal, and of which year or years."""
        assessment, years = self.assessment, self.years.get(row, YearFacts())
        due, decided = int(assessment.due[row]), _year(assessment.decided[row])
        year = decided or int(assessment.year[row])
        qualifier = self._qualifier(row, year) if self._bounds_kept[row] else Qualifier.EXACT
        way = word(Accumulates, int(self.goals.accumulates[row]))
        shown = measured_as(self.goals.traits(row), way) if year and way else None
        return {
            "judged_year": year or None,
            "measured": None if qualifier in OPEN_BELOW else _number(assessment.low[row]),
            "measured_high": None if qualifier in OPEN_ABOVE else _number(assessment.high[row]),
            "measured_as": shown,
            "until": min(year, due or year) if shown in _SPANS else year or None,
            "qualifier": qualifier,
            "decided_by": decided,
            "counted_years": years.counted,
            "kept_years": years.kept,
            "breached_years": years.broken,
            "own_value": years.own,
            "reference_value": years.reference,
            "required_mean": None if self.assessment.status[0, row] in _MET else years.left,
        }

    def _figures(self, row: int) -> dict[str, Any]:
        """Return one goal's figures; of a goal that is met, or that starts as it is wanted, nothing is required."""
        told = {name: _number(getattr(self.figures, name)[row]) for name in _FIGURES}
        nothing = self.assessment.status[0, row] in _MET
        nothing |= bool(self.assessment.start_only[row] and self.assessment.begun_satisfied[row])
        spare = told["required_pace"] if nothing else None
        told |= dict.fromkeys(_REQUIRED) if nothing else {}
        return {**told, "spare_pace": spare, "gap_word": word(GapWord, int(self.figures.gap_word[row]))}

    def _ahead(self, row: int) -> dict[str, Any]:
        """Return where one goal's pace leads."""
        ahead = self.projections
        return {
            "projected": _number(ahead.value[row]),
            "projected_low": _number(ahead.low[row]),
            "projected_high": _number(ahead.high[row]),
            "chance": _number(ahead.chance[row]),
        }


def _number(value: float) -> float | None:
    """Return a plain number, None where it is undefined or without bound."""
    return float(value) if np.isfinite(value) else None


def _year(year: int) -> int | None:
    return int(year) or None
