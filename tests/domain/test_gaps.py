"""What is missing, how it is said, and how far along a goal is, held against each other for random goals."""

from math import isnan

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.by_hand import judged
from tests.domain.random_goals import Case, cases, lay_out
from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.statuses import Rule, Status
from tracker.domain.vocabulary import GapWord

SEEN_FROM = st.integers(2016, 2028)
MANY = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def verdicts(several: list[Case], looked_from: int) -> list[tuple[Case, Verdict]]:
    standings = Standings.of(*lay_out(several), looked_from)
    return [(case, standings.verdict(row, Rule.TIME)) for row, case in enumerate(several)]


@MANY
@given(st.lists(cases(), min_size=1, max_size=6), SEEN_FROM)
def test_the_size_of_a_gap_agrees_with_its_word_and_its_status(several: list[Case], looked_from: int) -> None:
    for case, verdict in verdicts(several, looked_from):
        assert (verdict.gap_size is None) == (verdict.gap_word is None), case
        if verdict.gap_size is None:
            continue
        assert verdict.gap_size >= 0, case
        if verdict.gap_word is GapWord.REACHED:
            assert verdict.gap_size == 0, case
            assert verdict.status not in (Status.MISSED, Status.BREACHED, Status.MOVING_AWAY, Status.BEHIND), case
        elif verdict.gap is not None:
            assert verdict.gap_size == pytest.approx(abs(verdict.gap)), case
            assert verdict.status not in (Status.MET, Status.MET_EARLY), case


@MANY
@given(st.lists(cases(("level", "increase", "change", "multiple", "rank")), min_size=1, max_size=6), SEEN_FROM)
def test_progress_agrees_with_the_distance_that_is_left(several: list[Case], looked_from: int) -> None:
    for case, verdict in verdicts(several, looked_from):
        if verdict.progress is None or verdict.gap is None or verdict.target is None or verdict.start is None:
            continue
        low, high = sorted((verdict.target, verdict.target if verdict.other_target is None else verdict.other_target))
        at_start = max(low - verdict.start, verdict.start - high)
        beyond = verdict.other_target is None and verdict.progress > 1
        left = -abs(verdict.gap) if beyond else abs(verdict.gap)
        assert verdict.progress == pytest.approx(1 - left / at_start, rel=1e-6, abs=1e-9), case


@MANY
@given(st.lists(cases(("every_year", "range", "relative")), min_size=1, max_size=6), SEEN_FROM)
def test_no_year_is_worse_than_the_one_that_decides(several: list[Case], looked_from: int) -> None:
    standings = Standings.of(*lay_out(several), looked_from)
    for row, case in enumerate(several):
        verdict = standings.verdict(row, Rule.TIME)
        if case.goal.measured_by == "mean" or case.goal.basis == "on_average":
            assert verdict.decided_by is None, case
        elif verdict.breached_years:
            assert verdict.decided_by in verdict.breached_years, case
        else:
            assert verdict.decided_by == (verdict.counted_years or (None,))[-1], case


@MANY
@given(st.lists(cases(), min_size=1, max_size=6), SEEN_FROM)
def test_nothing_is_required_of_a_goal_that_is_met(several: list[Case], looked_from: int) -> None:
    for case, verdict in verdicts(several, looked_from):
        if verdict.status in (Status.MET, Status.MET_EARLY):
            required = (verdict.required_pace, verdict.required_growth, verdict.pace_ratio, verdict.arrival_year)
            assert required == (None,) * 4, case


@MANY
@given(cases(("level",)), SEEN_FROM)
def test_both_ends_of_a_goal_between_two_values_are_kept(case: Case, looked_from: int) -> None:
    found = Standings.of(*lay_out([case]), looked_from).assessment
    if case.goal.comparator == "between" and not np.isnan(found.target[0]):
        ends = sorted((found.target[0], found.other[0]))
        assert ends == pytest.approx(sorted((case.goal.value, case.goal.value_high)))  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("told", "actual", "size", "word"),
    [
        ({"comparator": ">=", "value": 150, "baseline_value": 100}, 120, 30, "short"),
        ({"comparator": ">=", "value": 150, "baseline_value": 160}, 149, 1, "short"),
        ({"comparator": "<=", "value": 50, "baseline_value": 100}, 80, 30, "short"),
        ({"comparator": "<=", "value": 50, "baseline_value": 40}, 60, 10, "past"),
        ({"comparator": "<=", "value": 50}, 60, 10, "past"),
        ({"comparator": ">", "value": 150, "baseline_value": 100}, 150, 0, "short"),
        ({"comparator": "<", "value": 150, "baseline_value": 100}, 150, 0, "past"),
        ({"comparator": "between", "value": 15, "value_high": 20, "baseline_value": 30}, 25, 5, "short"),
        ({"comparator": "between", "value": 15, "value_high": 20, "baseline_value": 30}, 10, 5, "past"),
        ({"comparator": "between", "value": 15, "value_high": 20, "baseline_value": 10}, 17, 0, "reached"),
        ({"comparator": "=", "better": "none", "value": 15, "baseline_value": 10}, 12, 3, "short"),
        ({"comparator": ">=", "value": 150, "baseline_value": 100}, 151, 0, "reached"),
        ({"comparator": "<=", "value": -2, "kind": "growth", "baseline_value": 100}, 100 * 0.99**2, 1, "short"),
        ({"comparator": "<=", "value": 2, "kind": "growth", "baseline_value": 100}, 100 * 1.03**2, 1, "past"),
    ],
)
def test_what_is_missing_is_short_of_the_goal_or_past_it(
    told: dict[str, object], actual: float, size: float, word: str
) -> None:
    found = judged({2022: actual}, start=2021, due=2025, baseline_year=2020, **told).verdict  # type: ignore[arg-type]
    assert found.gap_size == pytest.approx(size)
    assert found.gap_word == word


def test_a_start_alone_that_satisfies_the_goal_leaves_nothing_to_be_made() -> None:
    found = judged({2020: 160}, value=150, start=2021, due=2025, baseline_year=2020, baseline_value=160)
    assert found.verdict.start_only
    assert (found.verdict.gap_size, found.verdict.required_pace) == (None, None)
    assert not isnan(found.figure("required_pace"))


def test_what_was_measured_is_not_told_since_a_year_that_is_not_known() -> None:
    found = judged({2022: 78}, kind="increase", value=1, due=2025)
    assert (found.verdict.measured, found.verdict.measured_words) == (None, None)
