"""What a glide path says to those who cannot see it."""

from tests.charts import examples, examples_of_kinds
from tracker.charts import describe


def test_it_says_where_the_goal_stands_and_what_is_wanted() -> None:
    assert describe(examples.china()) == (
        "R&D expenditure, share of GDP, China: 2.41%; goal 2.5% for 2020. Off track: missed."
    )


def test_it_says_where_the_pace_leads() -> None:
    assert describe(examples.shenyang_supposed()).endswith("If the pace so far holds: 1,690 by 2023.")


def test_it_says_that_nothing_is_known() -> None:
    assert "no actual reported; goal 4 bn yuan for 2025. No verdict: no actual yet." in describe(
        examples_of_kinds.turnover()
    )


def test_it_says_a_goal_without_a_year() -> None:
    assert "goal 1. No verdict: no due year." in describe(examples_of_kinds.area())
