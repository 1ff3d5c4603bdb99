"""What the goal, compare and sources pages ask for."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.services.monday import LOOK, monday_store
from tests.ui.visiting import kinds, nothing, shipped
from tracker.services import choices
from tracker.services.choices import (
    distinct_labels,
    goal_to_open,
    goals_to_pick,
    plan_of_goal,
    plan_to_open,
    plans_to_pick,
)
from tracker.services.compare.comparison import (
    cautions,
    compare,
    comparison_headline,
    goals_not_drawn,
    indicators_to_pick,
    zones_to_pick,
)
from tracker.services.compare.paces import as_growth, paces
from tracker.services.goal.goal_report import goal_report_of, record_of
from tracker.services.goal.what_if import suppose, years_to_suppose
from tracker.services.sources.documents import document, documents, safe_link, taking
from tracker.services.view_settings import ViewSettings

NOW = ViewSettings(2024)


def test_no_two_choices_look_alike() -> None:
    assert distinct_labels([("a", "Same"), ("b", "Same"), ("c", "Other")]) == {
        "a": "Same",
        "b": "Same (2)",
        "c": "Other",
    }


def test_plans_are_named_with_their_zone() -> None:
    assert plans_to_pick(shipped(), NOW)["china-13th-five-year-plan"] == "China – 13th Five-Year Plan (2016–2020)"


def test_a_long_list_of_plans_is_cut_and_keeps_the_plan_that_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = list(plans_to_pick(shipped(), NOW))
    monkeypatch.setattr(choices, "MOST_PLANS", 2)
    assert list(plans_to_pick(shipped(), NOW, everything[-1])) == [*everything[:2], everything[-1]]
    assert list(plans_to_pick(shipped(), NOW)) == everything[:2]


def test_goals_with_numbers_come_before_milestones() -> None:
    labels = list(goals_to_pick(kinds(), "p1", NOW).values())
    assert labels[-1] == "Milestone: Park opened by 2025"
    assert "Income growth: at least as much as GDP growth in 2021–2025" in labels


def test_the_plan_of_a_goal_is_found() -> None:
    assert plan_of_goal(kinds(), "g-level-2", NOW) == "p2"
    assert plan_of_goal(kinds(), "nothing", NOW) is None


def test_a_page_opens_at_the_plan_with_most_goals_and_its_goal_that_needs_attention_most(tmp_path: Path) -> None:
    store = monday_store(tmp_path)
    assert plan_to_open(store, LOOK) == "city-plan"
    assert goal_to_open(store, "city-plan", LOOK) == "binding-far"
    assert goal_to_open(store, "park-plan", LOOK) == "someday"
    assert plan_to_open(shipped(), NOW) != next(iter(plans_to_pick(shipped(), NOW)))
    assert plan_to_open(nothing(), LOOK) == ""
    store.close()


def test_a_plan_of_milestones_alone_opens_at_one_of_them() -> None:
    assert goal_to_open(shipped(), "shenyang-14th-five-year-plan", NOW) in goals_to_pick(
        shipped(), "shenyang-14th-five-year-plan", NOW
    )


def test_indicators_of_several_zones_come_first() -> None:
    first = list(indicators_to_pick(shipped(), NOW))[:2]
    assert first[0] == "rd-expenditure-share-of-gdp"
    assert "milestone" not in " ".join(indicators_to_pick(shipped(), NOW))


def test_zones_with_goals_or_actuals_can_be_compared() -> None:
    assert list(zones_to_pick(kinds(), "firms", NOW)) == ["park", "city"]


def test_paces_are_growth_where_all_is_above_nought() -> None:
    firms = compare(kinds(), "firms", ["park", "city"], NOW)
    assert as_growth(firms)
    assert [(pace.second, pace.needed_words, pace.reached_words) for pace in paces(firms)] == [
        ("2020–2025 (1,000 → 2,000)", "+14.9% a year", "+8% a year, 2020–2024"),
        ("2024–2030 (1,360 → 3,000)", "+14.1% a year", ""),
        ("2020–2025 (50% over the plan)", "+8.4% a year", "+8% a year, 2020–2024"),
        ("on its own, reached 2023–2024", "", "+6.5% a year"),
    ]
    assert not as_growth(compare(kinds(), "place", ["park"], NOW))


def test_a_missed_goal_is_compared_with_the_pace_over_its_own_years() -> None:
    [china] = paces(compare(shipped(), "rd-expenditure-share-of-gdp", ["china"], NOW))
    assert (china.second, china.needed_words) == ("2015–2020 (2.1% → 2.5%)", "+3.5% a year")
    assert china.reached_words == "+2.8% a year, 2015–2020"
    assert china.reached == pytest.approx(((2.41 / 2.1) ** (1 / 5) - 1) * 100)


def test_a_growth_goal_needs_its_rate() -> None:
    [pace] = paces(compare(kinds(), "output", ["park"], NOW))
    assert (pace.second, pace.needed_words) == ("2020–2025 (over 7% a year)", "+7% a year")


def test_yearly_changes_have_their_mean_as_pace_and_a_total_its_even_share() -> None:
    energy = compare(kinds(), "energy", ["park"], NOW)
    [pace] = paces(energy)
    assert pace.needed == pytest.approx((0.865 ** (1 / 5) - 1) * 100)
    assert pace.reached == pytest.approx(((0.979 * 0.999 * 0.962 * 0.975) ** (1 / 4) - 1) * 100)
    assert (pace.needed_words, pace.reached_words) == ("−2.9% a year", "−2.1% a year, 2020–2024")
    assert comparison_headline(energy).endswith("stands at −2.5%, the change in 2024 alone")
    assert goals_not_drawn(energy) == ["<b>Park</b> & *Co* $x$: a fall of 13.5% over the plan by 2025"]


def test_yearly_changes_of_zones_are_compared_for_one_year_alone() -> None:
    gdp = compare(kinds(), "gdp", ["park"], NOW)
    said = comparison_headline(replace(gdp, zones=gdp.zones * 2))
    assert "leads with +5% in 2024 alone" in said


def test_yearly_changes_before_a_missing_year_are_left_out_of_the_mean() -> None:
    gdp = compare(kinds(), "gdp", ["park"], NOW)
    [park] = gdp.zones
    gap = replace(park, points=tuple(point for point in park.points if point.year != 2022))
    [pace] = paces(replace(gdp, zones=(gap,)))
    assert (pace.second, pace.reached_words) == ("on its own, reached 2023–2024", "+5.1% a year")
    assert paces(replace(gdp, zones=(replace(park, points=()),))) == []


def test_yearly_changes_without_such_a_goal_have_a_mean_of_their_own() -> None:
    [pace] = paces(compare(kinds(), "gdp", ["park"], NOW))
    assert (pace.second, pace.needed, pace.reached_words) == ("on its own, reached 2021–2024", None, "+5.4% a year")


def test_the_headline_names_who_leads() -> None:
    assert comparison_headline(compare(kinds(), "firms", ["park", "city"], NOW)) == (
        "Firms: City of Tests leads with 5,325 in 2024; <b>Park</b> & *Co* $x$ has 1,360 in 2024"
    )
    alone = comparison_headline(compare(kinds(), "talents", ["park"], NOW))
    assert alone == "Talents: <b>Park</b> & *Co* $x$ stands at 70 in 2024"
    assert comparison_headline(compare(shipped(), "planned-area", ["jinpu-new-energy-park"], NOW)) == (
        "Planned area in 1 zone"
    )


def test_plans_with_one_note_share_a_line() -> None:
    zones = list(zones_to_pick(shipped(), "planned-area", NOW))
    [(names, note)] = cautions(compare(shipped(), "planned-area", zones, NOW))
    assert names.count(";") == 3
    assert "because a plan is of one zone" in note


def test_only_addresses_of_the_web_become_links() -> None:
    assert safe_link(" https://example.org/a ") == "https://example.org/a"
    for bad in (None, "", "javascript:alert(1)", "ftp://example.org", "https:", "http://[", "example.org"):
        assert safe_link(bad) == ""


def test_documents_are_searched_literally_in_all_they_say() -> None:
    assert [one.key for one in documents(kinds(), "LITERAL_search")] == ["trap"]
    assert documents(kinds(), "literal.search") == []
    assert len(documents(kinds(), "  ")) == 2


def test_a_document_tells_what_was_taken_from_it() -> None:
    found = document(kinds(), "book")
    assert found is not None
    assert (found.uses.plans, found.uses.goals) == (2, 15)
    assert document(kinds(), "nothing") is None
    undated = [one for one in taking(kinds(), "book").actuals if one.year == "no year"]
    assert [one.value for one in undated] == ["about 80"]


def test_before_a_correction_was_recorded_the_old_value_stands() -> None:
    report = goal_report_of(kinds(), "g-level", NOW)
    [latest, *_rest] = record_of(kinds(), report, NOW).dated
    assert (latest.value, len(latest.earlier)) == ("1,360", 1)
    early = ViewSettings(2024, datetime(2000, 1, 1, tzinfo=UTC))
    then = record_of(kinds(), goal_report_of(kinds(), "g-level", early), early)
    assert then.dated == ()


def test_years_can_be_supposed_up_to_the_due_year() -> None:
    assert years_to_suppose(goal_report_of(kinds(), "g-level", ViewSettings(2022))) == [2023, 2024, 2025]
    assert years_to_suppose(goal_report_of(kinds(), "g-mile", NOW)) == []
    undated = goal_report_of(shipped(), "new-energy-park-planned-area", NOW)
    assert years_to_suppose(undated) == [2024, 2025, 2026, 2027, 2028]


def test_no_year_before_the_plan_is_supposed_for_which_would_only_be_another_start() -> None:
    begun = goal_report_of(shipped(), "shenyang-2023-high-tech-enterprises", ViewSettings(2021))
    assert years_to_suppose(begun) == [2022, 2023]


def test_a_rank_may_be_supposed_in_words() -> None:
    report = goal_report_of(kinds(), "g-rank", NOW)
    found = suppose(kinds(), report, NOW, 2025, "top 19")
    assert found.report.verdict.status == "met"
    assert (found.words, found.point and found.point.low) == ("19", 19)
