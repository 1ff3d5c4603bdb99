"""What makes an actual impossible: nothing said, a range without ends, a value its unit does not allow."""

from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.checks.fraction_checks import check_fraction
from tracker.domain.checks.value_checks import check_allowed, check_unit, check_year
from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.year_parts import year_of
from tracker.domain.records import Actual, Indicator
from tracker.domain.vocabulary import Accumulates, Qualifier
from tracker.errors import Problem
from tracker.language import _

_LAST_PARTS = ("-H2", "-Q4", "-12")
_FALL_TO_NOTHING = Decimal(-100)


def check_actual(actual: Actual, indicator: Indicator) -> tuple[Problem, ...]:
    """Return everything that is wrong with an actual of an indicator; the caller fills in file and line."""
    return (
        *_says_something(actual),
        *check_year(actual.year, "year"),
        *_period(actual),
        *_bounds(actual),
        *check_unit(actual.unit, indicator),
        *check_allowed(actual.value, actual.unit, indicator, "value"),
        *check_allowed(actual.value_high, actual.unit, indicator, "value_high"),
        *_place(actual, indicator),
        *_share(actual),
        *_growth(actual, indicator),
        *check_fraction(actual, indicator),
    )


def _says_something(actual: Actual) -> Iterator[Problem]:
    if all(part is None for part in (actual.value, actual.growth, actual.share, actual.state)):
        right = _("a value, a growth, a share or, of a milestone, a state")
        yield Problem(_("the actual says nothing"), right=right, column="value")


def _period(actual: Actual) -> Iterator[Problem]:
    """Yield a part of another year than is said, and the way of counting a part that is not given."""
    if actual.period is None:
        if actual.cumulative is not None:
            right = _("the part of the year, or an empty cell")
            yield Problem(_("counted from the beginning of the year, but not to when"), right=right, column="period")
    elif actual.year != year_of(actual.period):
        wrong, right = _("the part is of another year"), _("a part of {year}").format(year=actual.year)
        yield Problem(wrong, actual.period, right, column="period")
    elif actual.cumulative and actual.period.endswith(_LAST_PARTS):
        wrong = _("counted from the beginning to the end of the year, it is of the year itself")
        yield Problem(wrong, actual.period, _("an empty cell"), column="period", warning=True)


def _bounds(actual: Actual) -> Iterator[Problem]:
    """Yield what does not fit together of value, upper value and qualifier."""
    between = actual.qualifier is Qualifier.BETWEEN
    if between and (actual.value is None or actual.value_high is None):
        column = "value" if actual.value is None else "value_high"
        yield Problem(_("between needs a lower and an upper value"), right=_("both"), column=column)
    if actual.value_high is not None and not between:
        seen = canonical(actual.value_high)
        yield Problem(_("an upper value stands only with between"), seen, "between", column="qualifier")
    if actual.value is not None and actual.value_high is not None and actual.value_high < actual.value:
        right = _("{value} or more").format(value=canonical(actual.value))
        yield Problem(
            _("the upper value is below the lower one"), canonical(actual.value_high), right, column="value_high"
        )


def _place(actual: Actual, indicator: Indicator) -> Iterator[Problem]:
    """Yield a problem where a rank is no whole place."""
    if indicator.accumulates is Accumulates.RANK and actual.value is not None and actual.value % 1:
        yield Problem(_("a rank is a whole number"), canonical(actual.value), _("1 or more"), column="value")


def _share(actual: Actual) -> Iterator[Problem]:
    if actual.share is None:
        if actual.share_of is not None:
            yield Problem(_("a zone to be a share of, but no share"), actual.share_of, _("a share"), column="share")
        return
    if not 0 <= actual.share <= 100:
        yield Problem(_("a share is a percentage"), canonical(actual.share), _("0 to 100"), column="share")
    if actual.share_of is None:
        right = _("the zone it is a share of")
        yield Problem(_("a share of what is not said"), canonical(actual.share), right, column="share_of")
    elif actual.share_of == actual.zone:
        right = _("another zone")
        yield Problem(_("a zone is no share of itself"), actual.share_of, right, column="share_of")


def _growth(actual: Actual, indicator: Indicator) -> Iterator[Problem]:
    """Yield a warning where more is lost than there was; only what can be below 0 may do that."""
    if actual.growth is not None and actual.growth < _FALL_TO_NOTHING:
        seen = canonical(actual.growth)
        right = _("-100 or more, unless {indicator} can be negative").format(indicator=indicator.indicator)
        yield Problem(_("a fall by more than everything"), seen, right, column="growth", warning=True)
