"""Axes have few round ticks, the goal among them, and whole years."""

import pytest

from tracker.charts.ticks import decimals_for, nice_step, rank_ticks, value_range, value_ticks, year_ticks


def test_a_count_has_round_ticks_from_zero_with_the_goal() -> None:
    assert value_ticks(0, 2320, [2000]) == [0, 500, 1000, 1500, 2000]


def test_a_tick_within_two_percent_of_the_goal_gives_way_to_it() -> None:
    assert value_ticks(0, 120, [101]) == [0, 25, 50, 75, 101]


@pytest.mark.parametrize(("low", "high"), [(0, 0.0042), (0, 7), (0, 1.6e12), (-0.9, 1.3), (-15, 2), (640, 705)])
def test_there_are_between_three_and_five_round_ticks(low: float, high: float) -> None:
    assert 3 <= len(value_ticks(low, high, [])) <= 5


def test_levels_start_at_zero_unless_that_hides_every_change() -> None:
    assert value_range([786, 2000])[0] == 0
    assert value_range([76.1, 76.9, 77.4])[0] > 70
    assert value_range([-2, 3])[0] < -2
    assert value_range([5.0, 5.0])[0] == 0


def test_ranks_are_whole_places_with_the_first_and_the_goal() -> None:
    assert rank_ticks(45, 20) == [1, 20, 40]
    assert all(place == int(place) for place in rank_ticks(7, None))


def test_every_year_is_marked_where_there_is_room() -> None:
    assert year_ticks(2020, 2023, 10) == [2020, 2021, 2022, 2023]


def test_years_are_thinned_from_the_due_year_where_there_is_no_room() -> None:
    assert year_ticks(2000, 2025, 7, 2025) == [2000, 2005, 2010, 2015, 2020, 2025]
    assert year_ticks(1900, 2900, 3, 2000)[0] == 1900


def test_steps_and_their_decimals() -> None:
    assert nice_step(0) == 1
    assert nice_step(10, 5, whole=True) == 5
    assert [decimals_for(step) for step in (500, 0.5, 0.25, 0.0005)] == [0, 1, 2, 4]
