"""What may be supposed of a goal, and how the quantity is named that is asked for."""

import pytest

from tests.ui.visiting import kinds, shipped
from tracker.errors import RefusedInputError
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.goal.what_if import Supposed, suppose, what_to_suppose
from tracker.services.view_settings import ViewSettings
from tracker.store import Store


def supposed(store: Store, goal: str, year: int, text: str, seen_from: int) -> Supposed:
    view = ViewSettings(seen_from)
    return suppose(store, goal_report_of(store, goal, view), view, year, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2.3 points", "points are a difference"),
        ("2.3 percentage points", "points are a difference"),
        ("+5%", "a growth or a share"),
    ],
)
def test_a_level_cannot_be_supposed_to_be_what_its_unit_does_not_allow(text: str, said: str) -> None:
    with pytest.raises(RefusedInputError, match=said):
        supposed(shipped(), "china-2020-rd-share", 2019, text, 2018)


@pytest.mark.parametrize("text", ["150", "-1"])
def test_a_percentage_beyond_all_and_nothing_is_supposed_with_a_doubt(text: str) -> None:
    found = supposed(shipped(), "china-2020-rd-share", 2019, text, 2018)
    assert "a percentage outside 0–100" in [doubt.wrong for doubt in found.doubts]


def test_a_level_may_be_supposed_with_its_unit() -> None:
    assert supposed(shipped(), "china-2020-rd-share", 2019, "2.23%", 2018).words == "2.23%"


def test_a_yearly_change_may_be_supposed_as_a_growth() -> None:
    assert supposed(kinds(), "g-change", 2023, "-2.5%", 2022).point is not None


def test_a_value_far_from_what_was_reported_is_doubted_and_still_judged() -> None:
    found = supposed(shipped(), "china-2020-rd-share", 2019, "22.3", 2018)
    assert "2.23" in str(found.doubts[0])
    assert found.point is not None


def test_fewer_decimals_than_reported_are_no_reason_to_doubt_what_is_supposed() -> None:
    assert supposed(shipped(), "china-2020-rd-share", 2019, "2.2", 2018).doubts == ()


@pytest.mark.parametrize(
    ("goal", "seen_from", "words"),
    [
        ("change", 2022, "the change in 2023 alone, such as −"),
        ("change", 2019, "the change in 2023 alone, such as −2.7"),
        ("growth", 2022, "the number at the end of 2023 in all"),
        ("increase", 2022, "added in 2023 alone, such as "),
        ("increase", 2019, "added in 2023 alone, such as "),
        ("more", 2022, "the number at the end of 2023 in all, such as "),
        ("fall", 2022, "the number at the end of 2023 in all, such as "),
        ("multiple", 2022, "the number at the end of 2023 in all, such as 80"),
        ("rank", 2022, "the place in 2023, such as "),
        ("every", 2019, "the value of 2023"),
    ],
)
def test_the_quantity_asked_for_is_named_as_what_it_is(goal: str, seen_from: int, words: str) -> None:
    report = goal_report_of(kinds(), f"g-{goal}", ViewSettings(seen_from))
    assert what_to_suppose(report, 2023).startswith(words)
