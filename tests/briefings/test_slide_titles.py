"""Titles of slides on many goals count as people do."""

from tracker.briefings.deck.titles import opening_title
from tracker.domain.statuses import Group


def test_two_goals_that_cannot_be_judged_are_neither_of_them() -> None:
    unjudged = {group: 2 if group is Group.NO_VERDICT else 0 for group in Group}
    text = "Neither of 2 goals can be judged yet"
    assert opening_title(unjudged, 2) == f"{text}: nothing has been reported since they began"
    assert opening_title(unjudged, 1) == text
    assert opening_title(unjudged | {Group.NO_VERDICT: 3}, 0) == "None of 3 goals can be judged yet"
