"""What makes a goal's years impossible or doubtful: its due year, baseline and interim years against its plan's."""

from collections.abc import Iterator

from tracker.domain.checks.value_checks import check_year
from tracker.domain.quantity.digits import canonical
from tracker.domain.records import Goal, Plan
from tracker.errors import Problem
from tracker.language import _


def check_years(goal: Goal, plan: Plan) -> tuple[Problem, ...]:
    """Say everything that is wrong or doubtful about a goal's years; the caller fills in file and line."""
    return (*_due(goal, plan), *_baseline(goal, plan), *_interim(goal))


def _due(goal: Goal, plan: Plan) -> Iterator[Problem]:
    yield from check_year(goal.due, "due")
    if goal.due is None:
        return
    if plan.start is not None and goal.due < plan.start:
        right = _("{year} or later").format(year=plan.start)
        yield Problem(_("the due year is before the plan's first year"), str(goal.due), right, column="due")
    if plan.end is not None and goal.due > plan.end:
        right = _("{year} or earlier").format(year=plan.end)
        wrong = _("the due year is after the plan's last year")
        yield Problem(wrong, str(goal.due), right, column="due", warning=True)


def _baseline(goal: Goal, plan: Plan) -> Iterator[Problem]:
    """Yield a baseline without its year, after the due year, or an origin of no baseline."""
    yield from check_year(goal.baseline_year, "baseline_year")
    if goal.baseline_year is None and goal.baseline_value is not None and plan.start is None:
        right = _("the year of the baseline, because the plan has no first year")
        seen = canonical(goal.baseline_value)
        yield Problem(_("a baseline value without a year"), seen, right, column="baseline_year")
    if goal.due is not None and goal.baseline_year is not None and goal.baseline_year > goal.due:
        right = _("a year before {due}").format(due=goal.due)
        yield Problem(_("the baseline is after the due year"), str(goal.baseline_year), right, column="baseline_year")
    if goal.due is not None and goal.baseline_year == goal.due:
        right = _("a year before {due}").format(due=goal.due)
        wrong = _("the baseline is of the due year itself")
        yield Problem(wrong, str(goal.due), right, column="baseline_year", warning=True)
    if goal.baseline_origin is not None and goal.baseline_value is None and goal.baseline_year is None:
        seen, right = str(goal.baseline_origin), _("a baseline, or an empty cell")
        yield Problem(_("the origin of a baseline that is not given"), seen, right, column="baseline_origin")


def _interim(goal: Goal) -> Iterator[Problem]:
    """Yield interim years that are not strictly between baseline and due year, or stand twice."""
    years = [year for year, _value in goal.interim]
    for year in years:
        yield from check_year(year, "interim")
        too_early = goal.baseline_year is not None and year <= goal.baseline_year
        too_late = goal.due is not None and year >= goal.due
        if too_early or too_late:
            right = _("a year after the baseline's and before the due year")
            yield Problem(_("an interim year outside the goal's years"), str(year), right, column="interim")
    for year in sorted({year for year in years if years.count(year) > 1}):
        yield Problem(_("an interim year stands twice"), str(year), _("one value a year"), column="interim")
