"""What makes an indicator impossible: bounds that leave no value between them."""

from collections.abc import Iterator

from tracker.domain.quantity.digits import canonical
from tracker.domain.records import Indicator
from tracker.errors import Problem
from tracker.language import _


def check_bounds(indicator: Indicator) -> Iterator[Problem]:
    """Yield a problem where the least value is above the greatest; the caller fills in file and line."""
    least, greatest = indicator.minimum, indicator.maximum
    if least is not None and greatest is not None and least > greatest:
        right = _("{limit} or more").format(limit=canonical(least))
        yield Problem(_("the greatest value is below the least"), canonical(greatest), right, column="maximum")
