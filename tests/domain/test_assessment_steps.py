"""The order of decision, step by step, and the three rules, worked by hand."""

from math import isnan
from typing import Any

import pytest

from tests.domain.by_hand import judged
from tests.domain.random_goals import goal_row
from tracker.domain.assessment.assess import assess
from tracker.domain.assessment.enum_codes import word
from tracker.domain.assessment.goal_columns import goal_columns
from tracker.domain.assessment.series_columns import series_columns
from tracker.domain.statuses import Status

GOAL: dict[str, Any] = {"value": 200, "start": 2021, "due": 2025, "baseline_year": 2020, "baseline_value": 100}


def test_without_a_due_year_there_is_nothing_to_be_late_for() -> None:
    found = judged({2022: 150}, value=200, start=2021, baseline_year=2020, baseline_value=100)
    assert found.status == "no due year"
    assert found.figure("gap") == 50
    assert found.figure("completion") == 0.75
    assert isnan(found.figure("required_pace"))
    assert isnan(found.time)
    assert judged(value=None, start=2021).status == "no due year"


def test_without_a_number_there_is_no_target() -> None:
    assert judged({2022: 150}, start=2021, due=2025).status == "no target value"
    assert judged(start=2021, due=2025).status == "no target value"
    assert judged({2022: 150}, kind="multiple", value=2, start=2021, due=2025).status == "no target value"


def test_without_an_actual_there_is_no_verdict_even_past_due() -> None:
    found = judged(value=200, start=2021, due=2025, looked_from=2027)
    assert found.status == "no actual yet"
    assert found.assessment.overdue[0]
    assert not judged(value=200, start=2021, due=2025, looked_from=2025).assessment.overdue[0]
    assert judged({2020: 250}, **GOAL).status == "no actual yet"


def test_the_due_year_decides_and_later_years_change_nothing() -> None:
    assert judged({2025: 199, 2026: 300}, **GOAL).status == "missed"
    assert judged({2025: 200, 2026: 100}, **GOAL).status == "met"
    assert judged({2025: 200}, **GOAL).time == 1


def test_the_first_later_year_judges_where_the_due_year_has_none() -> None:
    found = judged({2024: 190, 2026: 210, 2027: 150}, **GOAL, looked_from=2028)
    assert found.status == "met"
    assert found.figure("year") == 2026
    assert found.figure("elapsed") == 1
    assert found.figure("path_value") == 200
    assert found.figure("pace") == pytest.approx(110 / 6)
    assert found.assessment.latest_year[0] == 2027
    assert isnan(found.figure("required_pace"))


def test_seen_from_an_earlier_year_later_actuals_do_not_exist() -> None:
    actuals = {2022: 119, 2023: 260, 2025: 150}
    assert judged(actuals, **GOAL, looked_from=2022).by_time == "far behind"
    assert judged(actuals, **GOAL, looked_from=2023).status == "met early"
    assert judged(actuals, **GOAL, looked_from=2025).status == "missed"
    assert judged(actuals, **GOAL, looked_from=2021).status == "no actual yet"
    assert judged(actuals, **GOAL, looked_from=2022).assessment.latest_year[0] == 2022


def test_past_due_without_an_actual_for_it_the_last_status_stands_as_overdue() -> None:
    found = judged({2022: 138}, **GOAL, looked_from=2026)
    assert found.by_time == "on track"
    assert found.assessment.overdue[0]
    assert not judged({2022: 138}, **GOAL, looked_from=2025).assessment.overdue[0]
    assert not judged({2026: 138}, **GOAL, looked_from=2026).assessment.overdue[0]
    assert not judged({2022: 138}, value=200, start=2021, looked_from=2026).assessment.overdue[0]


def test_no_baseline_shows_completion_and_no_pace() -> None:
    found = judged({2023: 150}, value=200, start=2021, due=2025)
    assert found.status == "no baseline"
    assert found.figure("completion") == 0.75
    assert isnan(found.figure("pace"))
    assert isnan(found.figure("progress"))
    assert isnan(found.time)
    assert isnan(found.compound)
    assert judged({2023: 200}, value=200, start=2021, due=2025).status == "met early"


def test_what_the_baseline_had_and_the_latest_has_not_is_moving_away() -> None:
    held: dict[str, Any] = {"value": 150, "start": 2021, "due": 2025, "baseline_year": 2020, "baseline_value": 160}
    found = judged({2022: 149}, **held)
    assert found.status == "moving away"
    assert isnan(found.time)
    assert isnan(found.compound)
    assert judged({2025: 149}, **held).status == "missed"
    assert isnan(judged({2025: 149}, **held).time)
    assert judged({2022: 143}, **held, approximate=1).status == "met early"
    assert judged({2022: 142}, **held, approximate=1).status == "moving away"


@pytest.mark.parametrize(
    ("actual", "r", "status"),
    [
        (142, 1.05, "ahead"),
        (141.9, 1.0475, "on track"),
        (138, 0.95, "on track"),
        (137.9, 0.9475, "behind"),
        (124, 0.60, "behind"),
        (123.9, 0.5975, "far behind"),
        (100, 0.0, "far behind"),
        (99.9, -0.0025, "moving away"),
    ],
)
def test_the_time_rule_sorts_by_progress_over_elapsed(actual: float, r: float, status: str) -> None:
    found = judged({2022: actual}, **GOAL)
    assert found.time == pytest.approx(r)
    assert found.by_time == status


def test_the_compound_rule_compares_yearly_growth() -> None:
    found = judged({2022: 130}, **GOAL)
    assert found.compound == pytest.approx((1.3**0.5 - 1) / (2**0.2 - 1))
    falling = judged(
        {2022: 80}, comparator="<=", value=50, start=2021, due=2025, baseline_year=2020, baseline_value=100
    )
    assert falling.compound == pytest.approx((0.8**0.5 - 1) / (0.5**0.2 - 1))
    assert falling.by_compound == "behind"
    negative = judged({2022: -8}, value=-5, start=2021, due=2025, baseline_year=2020, baseline_value=-10)
    assert negative.compound == pytest.approx((0.8**0.5 - 1) / (0.5**0.2 - 1))


@pytest.mark.parametrize(("base", "actual", "target"), [(0, 3, 5), (-2, 3, 5), (-5, -3, 0), (5, -1, 10), (5, 0, 10)])
def test_the_compound_rule_says_nothing_without_one_sign(base: float, actual: float, target: float) -> None:
    found = judged({2022: actual}, value=target, start=2021, due=2025, baseline_year=2020, baseline_value=base)
    assert found.by_compound == "not assessable"
    assert isnan(found.compound)
    assert found.by_time != "not assessable"


def test_the_compound_rule_is_exact_at_its_borders() -> None:
    for r, status in ((1.05, "ahead"), (0.95, "on track"), (0.6, "behind")):
        actual = 100 * (1 + (2**0.2 - 1) * r) ** 2
        assert judged({2022: actual}, **GOAL).by_compound == status
        assert judged({2022: actual - 0.01}, **GOAL).by_compound != status


PROJECTED: dict[str, Any] = {"value": 200, "start": 2021, "due": 2028, "baseline_year": 2020, "baseline_value": 100}


@pytest.mark.parametrize(
    ("actuals", "status"),
    [
        ({2021: 112, 2022: 125, 2023: 136}, "behind"),
        ({2022: 125, 2024: 148.8}, "on track"),
        ({2022: 125, 2024: 148.7}, "behind"),
        ({2024: 144.4}, "far behind"),
        ({2024: 144.5}, "behind"),
        ({2024: 101}, "far behind"),
        ({2024: 100}, "far behind"),
        ({2024: 99}, "moving away"),
        ({2022: 190}, "too few points"),
        ({2021: 110, 2022: 190}, "too few points"),
        ({2023: 140}, "on track"),
    ],
)
def test_the_projection_rule_carries_the_mean_change_to_the_due_year(actuals: dict[int, float], status: str) -> None:
    assert judged(actuals, **PROJECTED).by_projection == status


def test_the_projection_rule_is_exact_at_its_borders() -> None:
    goal: dict[str, Any] = {"value": 200, "start": 2021, "due": 2026, "baseline_year": 2020, "baseline_value": 100}
    # With 3 of 6 years gone and x reached, 100 - x is missing now and 100 - 2x at the end: s = (100 - 2x) / (100 - x).
    for s, status in ((0.05, "on track"), (0.20, "behind")):
        x = 100 * (1 - s) / (2 - s)
        assert judged({2023: 100 + x}, **goal).by_projection == status
        assert judged({2023: 100 + x - 0.01}, **goal).by_projection != status


def test_the_projection_rule_looks_at_the_last_five_changes_only() -> None:
    goal: dict[str, Any] = {"value": 400, "start": 2017, "due": 2027, "baseline_year": 2016, "baseline_value": 100}
    steady = {2017: 300, 2018: 302, 2019: 304, 2020: 306, 2021: 308, 2022: 310}
    assert judged(steady, **goal).by_projection == "far behind"
    # The value five years before lies half-way between 2016 and 2018: (100 + 300) / 2 = 200.
    found = judged({2018: 300, 2022: 310}, **goal)
    assert found.assessment.change[0] == pytest.approx((310 - 200) / 5)
    assert found.by_projection == "on track"


def test_the_projection_rule_takes_no_bound_into_its_mean() -> None:
    goal: dict[str, Any] = {"value": 400, "start": 2017, "due": 2027, "baseline_year": 2016, "baseline_value": 100}
    found = judged({2017: "over 150", 2018: 300, 2022: 310}, **goal)
    assert found.assessment.change[0] == pytest.approx(22)


def test_a_start_at_the_very_number_asked_for_more_has_gained_nothing_yet() -> None:
    goal: dict[str, Any] = {
        "comparator": ">",
        "value": 100,
        "start": 2021,
        "due": 2025,
        "baseline_year": 2020,
        "baseline_value": 100,
    }
    assert judged({2022: 100}, **goal).by_time == "far behind"
    assert judged({2022: 100}, **goal).time == 0
    assert judged({2022: 100}, **goal).by_compound == "far behind"
    assert judged({2022: 99}, **goal).by_time == "moving away"
    assert isnan(judged({2022: 99}, **goal).time)
    assert judged({2022: 101}, **goal).status == "met early"
    zero = {**goal, "value": 0, "baseline_value": 0}
    assert judged({2022: 0}, **zero).status == "far behind / not assessable / too few points"


def test_a_milestone_is_as_reported() -> None:
    for state in ("not started", "under way", "done"):
        assert judged(kind="milestone", state=state, due=2026).status == state
        assert judged(kind="milestone", state=state).status == state
    assert judged(kind="milestone", due=2020).status == "no actual yet"
    assert isnan(judged(kind="milestone", state="done").time)


def test_a_milestone_not_done_is_missed_once_its_due_year_is_past() -> None:
    for state, status in (("not started", "missed"), ("under way", "missed"), ("done", "done")):
        assert judged(kind="milestone", state=state, due=2025, looked_from=2026).status == status
    assert judged(kind="milestone", state="under way", due=2026, looked_from=2026).status == "under way"
    assert not judged(kind="milestone", state="under way", due=2025, looked_from=2026).assessment.overdue[0]


def test_the_state_last_reported_comes_before_the_state_in_the_goal() -> None:
    told = [(2022, "under way"), (2024, "done")]
    assert judged(kind="milestone", state="not started", states=told).status == "done"
    assert judged(kind="milestone", state="not started", states=told, looked_from=2023).status == "under way"
    assert judged(kind="milestone", state="not started", states=told, looked_from=2021).status == "not started"
    assert judged(kind="milestone", states=told, looked_from=2023, due=2022).status == "missed"


def test_a_state_reported_in_the_year_looked_from_counts() -> None:
    assert judged(kind="milestone", states=[(2022, "done")], looked_from=2022).status == "done"


def test_every_milestone_has_its_own_state() -> None:
    goals = goal_columns([goal_row(kind="milestone", series=series, due=2023) for series in (0, 1, 2, -1)])
    rows = [(0, 2022, None, None, None, 0), (1, 2022, None, None, None, 0)]
    actuals = series_columns(rows, [(0, 2022, "done"), (1, 2022, "under way")], count=3)
    words = [str(word(Status, int(each))) for each in assess(goals, actuals, 2023).status[0]]
    assert words == ["done", "under way", "no actual yet", "no actual yet"]
