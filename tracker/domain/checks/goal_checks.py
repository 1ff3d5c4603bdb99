"""What makes a goal impossible or doubtful: its kind, comparator, numbers, unit and years."""

from collections.abc import Iterator

from tracker.domain.checks.value_checks import check_allowed, check_unit, check_whole, check_year
from tracker.domain.kinds import AskedNumber, Series, default_comparator
from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.units import MONEY, PERCENT, convertible, parse_unit
from tracker.domain.records import Goal, Indicator, Plan
from tracker.domain.vocabulary import ASKS_LESS, ASKS_MORE, Accumulates, Better, Comparator
from tracker.errors import Problem
from tracker.language import _


def check_years(goal: Goal, plan: Plan) -> tuple[Problem, ...]:
    """Return everything that is wrong or doubtful about a goal's years; the caller fills in file and line."""
    return (*_due(goal, plan), *_baseline(goal, plan), *_interim(goal))


def _due(goal: Goal, plan: Plan) -> Iterator[Problem]:
    yield from check_year(goal.due, "due")
    if goal.due is None:
        return
    if plan.start is not None and goal.due < plan.start:
        right = _("{year} or later").format(year=plan.start)
        yield Problem(_("the due year is before the plan's first year"), str(goal.due), right, column="due")
    if plan.start is None and plan.end is None and plan.issued and goal.due < int(plan.issued[:4]):
        right = _("{year} or later").format(year=plan.issued[:4])
        yield Problem(_("the due year is before the plan was issued"), str(goal.due), right, column="due")
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


def check_goal(
    goal: Goal, plan: Plan, indicator: Indicator, reference_indicator: Indicator | None = None
) -> tuple[Problem, ...]:
    """Return everything that is wrong or doubtful about a goal; the caller fills in file and line."""
    if not goal.kind.traits.measured:
        return (*_milestone(goal), *_manner(goal), *check_years(goal, plan))
    return (
        *_numbers(goal),
        *_direction_alone(goal),
        *_kind_fits(goal, indicator),
        *_reference(goal, indicator, reference_indicator),
        *_unit(goal, indicator),
        *_allowed(goal, indicator),
        *_direction(goal, indicator),
        *_fall(goal, indicator),
        *_of_nothing(goal, indicator),
        *_manner(goal),
        *check_years(goal, plan),
    )


def _milestone(goal: Goal) -> Iterator[Problem]:
    """Yield a problem for each number a milestone bears: it is reported in words."""
    for column in ("value", "value_high", "baseline_value"):
        if (number := getattr(goal, column)) is not None:
            yield Problem(_("a milestone has no number"), canonical(number), _("an empty cell"), column=column)
    if goal.interim:
        yield Problem(_("a milestone has no number"), right=_("an empty cell"), column="interim")
    if goal.comparator is not None:
        seen, right = str(goal.comparator), _("an empty cell")
        yield Problem(_("a milestone has no comparator"), seen, right, column="comparator", warning=True)


def _numbers(goal: Goal) -> Iterator[Problem]:
    """Yield what does not fit together of a numeric goal's comparator, value and upper value."""
    two_ends = goal.kind.traits.two_ends or goal.comparator is Comparator.BETWEEN
    if goal.kind.traits.two_ends and goal.comparator not in (None, Comparator.BETWEEN):
        yield Problem(_("a range is between two values"), str(goal.comparator), "between", column="comparator")
    if two_ends and (goal.value is None) != (goal.value_high is None):
        column = "value" if goal.value is None else "value_high"
        yield Problem(_("a range has two ends"), right=_("a lower and an upper value"), column=column)
    if not two_ends and goal.value_high is not None:
        wrong = _("an upper value stands only in a range or with between")
        yield Problem(wrong, canonical(goal.value_high), _("an empty cell"), column="value_high")
    if goal.value is not None and goal.value_high is not None and goal.value_high < goal.value:
        right = _("{value} or more").format(value=canonical(goal.value))
        yield Problem(
            _("the upper value is below the lower one"), canonical(goal.value_high), right, column="value_high"
        )
    if goal.value is None and goal.kind.traits.needs_value:
        wrong = _("no value: the goal has no target and cannot be judged")
        yield Problem(wrong, right=_("a number"), column="value", warning=True)
    if goal.state is not None:
        yield Problem(_("only a milestone has a state"), str(goal.state), _("an empty cell"), column="state")


def _direction_alone(goal: Goal) -> Iterator[Problem]:
    """Yield where a goal that asks for a direction alone bears a number, or does not say which direction."""
    kind = goal.kind.traits
    if kind.number is not AskedNumber.NONE:
        return
    for column in ("value", "value_high"):
        if (number := getattr(goal, column)) is not None:
            yield Problem(_("a direction has no number"), canonical(number), _("an empty cell"), column=column)
    if goal.interim:
        yield Problem(_("a direction has no number"), right=_("an empty cell"), column="interim")
    if goal.comparator not in kind.without_value:
        wrong, seen = _("which direction is not said"), str(goal.comparator or "")
        yield Problem(wrong, seen, ", ".join(kind.without_value), column="comparator")


def _kind_fits(goal: Goal, indicator: Indicator) -> Iterator[Problem]:
    """Yield where the kind cannot be wanted of such an indicator or of such a number."""
    accumulates, kind = indicator.accumulates, goal.kind.traits
    if accumulates in kind.never_of:
        wrong = _("an increase is counted of a level or of yearly amounts")
        yield Problem(
            wrong, str(accumulates), _("an indicator of levels or of yearly amounts (level or flow)"), column="kind"
        )
    measured = parse_unit(indicator.unit).dimension in (PERCENT, MONEY)
    if kind.place and accumulates is not Accumulates.RANK and measured:
        wrong = _("a rank is wanted of an indicator that is none")
        yield Problem(wrong, indicator.unit, _("an indicator that accumulates as rank"), column="kind")
    if kind.place and goal.value is not None and (goal.value < 1 or goal.value % 1):
        yield Problem(_("a rank is a whole number"), canonical(goal.value), _("1 or more"), column="value")
    if kind.factor and goal.value is not None and goal.value <= 0:
        yield Problem(_("a multiple is above 0"), canonical(goal.value), _("2 for double"), column="value")


def _reference(goal: Goal, indicator: Indicator, reference: Indicator | None) -> Iterator[Problem]:
    """Yield where a relative goal has nothing, or nothing of its dimension, to be compared with."""
    if not goal.kind.traits.relative:
        return
    if goal.reference_indicator is None and goal.reference_zone is None:
        right = _("the indicator it is compared with")
        yield Problem(_("a relative goal without a reference"), right=right, column="reference_indicator")
    if reference is not None and not convertible(reference.unit, indicator.unit):
        wrong = _("the reference is measured in another dimension")
        yield Problem(wrong, reference.unit, indicator.unit, column="reference_indicator")


def _unit(goal: Goal, indicator: Indicator) -> Iterator[Problem]:
    """Yield a unit that does not fit the kind: a factor has none, a change is in percent."""
    if goal.kind.traits.factor:
        if goal.unit:
            yield Problem(_("a multiple is a bare factor"), goal.unit, _("an empty cell"), column="unit")
    elif goal.kind.traits.percentage:
        if goal.unit and parse_unit(goal.unit).dimension != PERCENT:
            yield Problem(_("a change or growth is a percentage"), goal.unit, _("% or empty"), column="unit")
    else:
        yield from check_unit(goal.unit, indicator)


def _allowed(goal: Goal, indicator: Indicator) -> Iterator[Problem]:
    """Yield numbers that their unit does not allow; changes, growths and differences are unlimited."""
    kind = goal.kind.traits
    own_unit = goal.unit if kind.in_unit else None
    if kind.in_unit and kind.series is Series.AS_REPORTED:
        yield from check_allowed(goal.value, own_unit, indicator, "value")
        yield from check_allowed(goal.value_high, own_unit, indicator, "value_high")
        for _year, value in goal.interim:
            yield from check_allowed(value, own_unit, indicator, "interim")
    if kind.series is Series.ADDED and goal.value is not None:
        yield from check_whole(goal.value, indicator, "value")
    if not kind.relative:
        yield from check_allowed(goal.baseline_value, own_unit, indicator, "baseline_value")


def _direction(goal: Goal, indicator: Indicator) -> Iterator[Problem]:
    """Yield a warning where the comparator points against the way the indicator improves."""
    if goal.kind.traits.two_ends or goal.comparator is None:
        return
    better = goal.kind.traits.better or indicator.better
    against = {Better.UP: ASKS_LESS, Better.DOWN: ASKS_MORE}.get(better, frozenset())
    if goal.comparator in against:
        right = str(default_comparator(goal.kind, better))
        wrong = _("the comparator points against the direction in which {indicator} improves")
        wrong = wrong.format(indicator=indicator.indicator)
        yield Problem(wrong, str(goal.comparator), right, column="comparator", warning=True)


def _fall(goal: Goal, indicator: Indicator) -> Iterator[Problem]:
    """Yield a warning where a fall seems meant, and a rise is written that almost anything satisfies."""
    if not goal.kind.traits.from_zero or indicator.better is not Better.DOWN:
        return
    if goal.comparator in ASKS_LESS and goal.value is not None and goal.value > 0:
        right = _("{value}, where a fall is meant").format(value=canonical(-goal.value))
        yield Problem(_("a fall is written with a minus"), canonical(goal.value), right, column="value", warning=True)


def _of_nothing(goal: Goal, indicator: Indicator) -> Iterator[Problem]:
    """Yield a warning where a multiple or a percentage of a start of 0 is asked, which says nothing."""
    kind = goal.kind.traits
    chained = kind.starts_at_zero_of is not None and indicator.accumulates is kind.starts_at_zero_of
    if goal.baseline_value == 0 and (kind.factor or kind.percentage) and not chained:
        wrong = _("a multiple of 0 says nothing") if kind.factor else _("a percentage of 0 is not defined")
        right = _("a goal of a level or an increase")
        yield Problem(wrong, canonical(goal.baseline_value), right, column="baseline_value", warning=True)


def _manner(goal: Goal) -> Iterator[Problem]:
    """Yield where it is said how years are compared or put together, and the kind of goal knows no such thing."""
    if goal.basis is not None and not goal.kind.traits.relative:
        wrong = _("only a goal that is measured against another indicator has a basis")
        yield Problem(wrong, str(goal.basis), _("an empty cell"), column="basis")
    if goal.measured_by is not None and not goal.kind.traits.has_mean:
        wrong = _("a goal of this kind is not judged on a mean")
        yield Problem(wrong, str(goal.measured_by), _("an empty cell"), column="measured_by")
