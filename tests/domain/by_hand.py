"""Ask the assessment about one goal as a person would write it down, and read off what it found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.domain.random_goals import goal_row
from tracker.domain.assessment.assess import ABOUT, Assessment
from tracker.domain.assessment.enum_codes import word
from tracker.domain.assessment.figures import Figures
from tracker.domain.assessment.goal_columns import goal_columns
from tracker.domain.assessment.projection import Projections
from tracker.domain.assessment.series_columns import OPEN_HIGH, OPEN_LOW, ActualRow, series_columns
from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.statuses import Rule, Status
from tracker.domain.vocabulary import BaselineOrigin

Told = Mapping[int, float | str]


@dataclass(frozen=True)
class Found:
    """What the assessment, its figures and its projection say of one goal."""

    standings: Standings

    @property
    def assessment(self) -> Assessment:
        """The goal's row of the assessment."""
        return self.standings.assessment

    @property
    def figures(self) -> Figures:
        """The goal's figures."""
        return self.standings.figures

    @property
    def projections(self) -> Projections:
        """Where the goal's pace leads."""
        return self.standings.projections

    @property
    def verdict(self) -> Verdict:
        """The verdict by the time rule, as pages and exports read it."""
        return self.standings.verdict(0, Rule.TIME)

    @property
    def statuses(self) -> dict[Rule, str]:
        """The words by rule."""
        codes = self.assessment.status[:, 0]
        return {rule: str(word(Status, int(codes[row]))) for row, rule in enumerate(Rule)}

    @property
    def status(self) -> str:
        """The one status on which all rules agree, else the three of them."""
        words = list(self.statuses.values())
        return words[0] if len(set(words)) == 1 else " / ".join(words)

    @property
    def by_time(self) -> str:
        """The status by the time rule."""
        return self.statuses[Rule.TIME]

    @property
    def by_compound(self) -> str:
        """The status by the compound rule."""
        return self.statuses[Rule.COMPOUND]

    @property
    def by_projection(self) -> str:
        """The status by the projection rule."""
        return self.statuses[Rule.PROJECTION]

    @property
    def time(self) -> float:
        """The ratio of the time rule."""
        return float(self.assessment.time[0])

    @property
    def compound(self) -> float:
        """The ratio of the compound rule."""
        return float(self.assessment.compound[0])

    @property
    def baseline(self) -> tuple[int, float, str]:
        """Year, value and origin of the baseline."""
        found = self.assessment
        origin = str(word(BaselineOrigin, int(found.base_origin[0])))
        return int(found.base_year[0]), float(found.base[0]), origin

    def figure(self, name: str) -> float:
        """One figure, by its name in the exports."""
        if name in ("elapsed", "path_value", "target", "year"):
            return float(getattr(self.assessment, name.removesuffix("_value"))[0])
        return float(getattr(self.figures, name)[0])

    def projected(self) -> tuple[float, float, float, float]:
        """Projected value, low end, high end and chance."""
        found = self.projections
        return float(found.value[0]), float(found.low[0]), float(found.high[0]), float(found.chance[0])


def actual_row(series: int, year: int, told: float | str) -> ActualRow:
    """Write an actual as a row: a number, or "over 100", "under 5", "at least 3", "between 2 3", "growth 7"."""
    if not isinstance(told, str):
        return series, year, float(told), float(told), None, 0
    *words, last = told.split()
    way, number = " ".join(words), float(last)
    if way.startswith("between"):
        return series, year, float(words[1]), number, None, 0
    ends: dict[str, tuple[float | None, float | None, float | None, int]] = {
        "over": (number, None, None, OPEN_LOW),
        "at least": (number, None, None, 0),
        "under": (None, number, None, OPEN_HIGH),
        "at most": (None, number, None, 0),
        "growth": (None, None, number, 0),
    }
    return series, year, *ends[way]


def judged(
    actuals: Told | None = None,
    *,
    reference: Told | None = None,
    states: Sequence[tuple[int, str]] = (),
    looked_from: int = 2026,
    about: float = ABOUT,
    **told: Any,
) -> Found:
    """Judge one goal told by its columns on its actuals."""
    rows = [actual_row(0, year, value) for year, value in sorted((actuals or {}).items())]
    rows += [(0, year, None, None, None, 0) for year, _ in states]
    rows += [actual_row(1, year, value) for year, value in sorted((reference or {}).items())]
    if reference is not None:
        told["reference_series"] = 1
    goals = goal_columns([goal_row(**told)])
    series = series_columns(rows, [(0, year, state) for year, state in states], count=2)
    return Found(Standings.of(goals, series, looked_from, about))
