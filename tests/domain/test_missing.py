"""What keeps a goal from a verdict, in words."""

from types import SimpleNamespace
from typing import Any

import pytest

from tracker.domain.missing import missing
from tracker.domain.vocabulary import GROUP_OF, Group, Status


def judged(status: Status, *, overdue: bool = False) -> Any:
    return SimpleNamespace(status=status, overdue=overdue)


@pytest.mark.parametrize("status", list(Status))
def test_every_goal_without_a_verdict_and_no_other_says_what_is_missing(status: Status) -> None:
    assert bool(missing(judged(status))) == (GROUP_OF[status] is Group.NO_VERDICT)


def test_an_overdue_goal_names_the_year_that_is_missing() -> None:
    assert "2019" in missing(judged(Status.NO_ACTUAL_YET, overdue=True), 2019)
    assert "2019" not in missing(judged(Status.NO_ACTUAL_YET), 2019)
