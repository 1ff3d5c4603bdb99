"""The arithmetic behind a verdict: each figure with its formula, the numbers filled in."""

from dataclasses import dataclass

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.pace_steps import PACE
from tracker.domain.explaining.progress_steps import WAY
from tracker.domain.explaining.projection_steps import AHEAD
from tracker.domain.explaining.series_steps import first_steps, yearly_steps
from tracker.domain.explaining.step_words import names_left_out
from tracker.domain.explaining.verdict_facts import Facts
from tracker.domain.steps import Step
from tracker.language import _


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The figures of one goal in the order they follow from each other, and a sentence on those that are undefined."""

    steps: tuple[Step, ...]
    left_out: str


def arithmetic(report: GoalReport) -> Arithmetic:
    """Fill the numbers of a verdict into the method's formulas; nothing for a milestone."""
    facts = Facts(report.goal, report.indicator, report.plan, report.verdict, report.other)
    kind = report.goal.kind.traits
    if not kind.measured:
        return Arithmetic((), "")
    if kind.judged_by_year:
        return Arithmetic(tuple(yearly_steps(report, facts)), "")
    found = [(name, make(facts)) for name, make in _STEPS.items()]
    expected = tuple(_STEPS) if kind.has_path else _WITHOUT_PATH
    steps = [step for _name, step in found if step is not None]
    missing = [_names()[name] for name, step in found if step is None and name in expected and name not in _OPTIONAL]
    return Arithmetic((*first_steps(report, facts), *steps), names_left_out(report, missing))


_STEPS = WAY | PACE | AHEAD
# What is undefined for many goals, and no loss to them.
_OPTIONAL = ("arrival", "interval", "chance", "completion", "required_growth", "pace_ratio", "required_pace")
_WITHOUT_PATH = ("elapsed", "gap")


def _names() -> dict[str, str]:
    return {
        "progress": _("progress"),
        "elapsed": _("time gone"),
        "path": _("path value"),
        "gap": _("gap"),
        "gap_to_path": _("gap to path"),
        "pace": _("pace"),
        "projection": _("projection"),
    }
