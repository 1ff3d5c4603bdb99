"""How a goal stands in a few words: its status with what makes it special."""

from collections.abc import Iterator

from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.statuses import status_word
from tracker.language import _


def marks(verdict: Verdict, due: int | None) -> tuple[str, ...]:
    """Return what makes a status special: that it was reached and is unreported since, moves back, or is overdue."""
    return tuple(_marks(verdict, due))


def standing(verdict: Verdict, due: int | None) -> tuple[str, ...]:
    """Return the status with its marks; a goal reached and unreported since is just that."""
    beside = marks(verdict, due)
    if verdict.reached_unreported:
        return beside[0][:1].upper() + beside[0][1:], *beside[1:]
    return status_word(verdict.status), *beside


def _marks(verdict: Verdict, due: int | None) -> Iterator[str]:
    if verdict.reached_unreported:
        yield _("reached by {year}, {due} not reported").format(year=verdict.judged_year, due=due)
    if verdict.moving_back:
        yield _("moving back")
    if verdict.overdue and not verdict.reached_unreported:
        yield _("overdue")
