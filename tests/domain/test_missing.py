"""What keeps a goal from a verdict, in words."""

from types import SimpleNamespace
from typing import Any

import pytest

from tracker.domain.explaining.missing import missing
from tracker.domain.statuses import GROUP_OF, Group, Status
from tracker.domain.vocabulary import BaselineOrigin


def judged(status: Status, *, overdue: bool = False, since: int | None = None) -> Any:
    origin = None if since is None else BaselineOrigin.REPORTED
    start = {"start_only": since is not None, "baseline_origin": origin, "baseline_year": since}
    return SimpleNamespace(status=status, overdue=overdue, of_nothing=False, **start)


@pytest.mark.parametrize("status", list(Status))
def test_every_goal_without_a_verdict_and_no_other_says_what_is_missing(status: Status) -> None:
    assert bool(missing(judged(status))) == (GROUP_OF[status] is Group.NO_VERDICT)


def test_an_overdue_goal_names_the_year_that_is_missing() -> None:
    assert "2019" in missing(judged(Status.NO_ACTUAL_YET, overdue=True), 2019)
    assert "2019" not in missing(judged(Status.NO_ACTUAL_YET), 2019)


def test_a_goal_whose_start_was_reported_is_not_said_to_have_nothing() -> None:
    assert missing(judged(Status.NO_ACTUAL_YET, since=2020)).startswith("Nothing reported since 2020:")
