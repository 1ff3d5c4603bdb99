"""The page of one goal, as a visitor sees it."""

import pytest

from tests.shipped_rows import shipped_rows
from tests.ui.visiting import again, kinds, markup_of, nothing, shipped, text_of, visit
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.view_settings import ViewSettings

GOAL = "monitor/goal.py"
KINDS = [
    "level",
    "increase",
    "multiple",
    "change",
    "growth",
    "every",
    "range",
    "rank",
    "relative",
    "mile",
    "bound",
    "share",
    "level-2",
]


def test_the_title_is_a_sentence_with_the_number() -> None:
    page = visit(GOAL, shipped(), year=2021, goal="shenyang-2023-high-tech-enterprises")
    assert "about 405 more high-tech enterprises every year to pass 2,000 by 2023" in text_of(page)


def test_the_arithmetic_stands_with_its_numbers() -> None:
    seen = text_of(visit(GOAL, shipped(), year=2018, goal="china-2020-rd-share"))
    assert "Completion 2.14% ÷ 2.5%, the share of the target itself 85.6%" in seen
    assert "Progress (2.14% − 2.1%) ÷ (2.5% − 2.1%)" in seen
    assert "Required pace ÷ pace so far 0.18 points ÷ 0.0133 points ≈ 13.5" in seen


def test_the_three_rules_stand_side_by_side() -> None:
    seen = text_of(visit(GOAL, shipped(), year=2018, goal="china-2020-rd-share"))
    for said in ("Time rule ratio 0.17", "Compound rule ratio 0.18", "Projection rule", "same status"):
        assert said in seen


def test_an_implied_start_is_called_implied() -> None:
    seen = text_of(visit(GOAL, shipped(), goal="jinpu-2025-rd-share"))
    assert "1.5% in 2021, implied by the plan's words; nobody published it" in seen


def test_a_goal_without_a_verdict_says_what_is_missing_and_who_could_supply_it() -> None:
    seen = text_of(visit(GOAL, shipped(), goal="new-energy-park-planned-area"))
    assert "What is missing: The year by which this is to be reached" in seen
    assert "Who could supply it: The office that made the plan" in seen


def test_neighbours_link_to_the_goals_of_other_plans() -> None:
    page = visit(GOAL, shipped(), goal="jinpu-2025-rd-share")
    assert 'href="goal?goal=jinpu-2019-rd-share"' in markup_of(page)
    assert "earlier 3-Year Action Plan 2017-2019 3.5%" in text_of(page)


def test_links_keep_the_year_it_is_seen_from() -> None:
    page = visit(GOAL, shipped(), year=2018, goal="jinpu-2025-rd-share")
    assert "goal=jinpu-2019-rd-share&amp;year=2018" in markup_of(page)


def test_an_unknown_goal_in_the_address_is_told_and_the_pickers_stand() -> None:
    page = visit(GOAL, shipped(), goal="no-such-*goal*")
    assert "no-such-*goal*" in text_of(page)
    assert [picker.label for picker in page.selectbox[:2]] == ["Plan", "Goal"]


def test_picking_a_plan_leads_to_its_first_goal() -> None:
    page = visit(GOAL, shipped(), goal="china-2020-rd-share")
    page.selectbox[0].set_value("shenyang-working-format")
    again(page, shipped())
    assert page.query_params["goal"] == "shenyang-2023-high-tech-enterprises"
    assert "Shenyang High-Tech Zone" in page.title[0].value.replace("\\", "")


def test_picking_a_goal_puts_it_into_the_address() -> None:
    page = visit(GOAL, shipped(), goal="shenyang-2023-rank")
    page.selectbox[1].set_value("shenyang-2023-rd-investment")
    again(page, shipped())
    assert page.query_params["goal"] == "shenyang-2023-rd-investment"


def test_the_goal_picker_lists_the_goals_of_the_plan_alone() -> None:
    page = visit(GOAL, shipped(), goal="china-2020-rd-share")
    own = [row["goal"] for row in shipped_rows("reference", "goals") if row["plan"] == "china-13th-five-year-plan"]
    assert "R&D expenditure, share of GDP: 2.5% by 2020" in page.selectbox[1].options
    assert len(page.selectbox[1].options) == len(own)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_goal_has_a_page(kind: str) -> None:
    page = visit(GOAL, kinds(), year=2024, goal=f"g-{kind}")
    seen = text_of(page)
    assert "What the plan says" in seen
    assert ("The three rules" in seen) == (kind != "mile")
    assert len(page.get("plotly_chart")) == (0 if kind == "mile" else 1)


def test_names_are_shown_as_typed() -> None:
    page = visit(GOAL, kinds(), year=2024, goal="g-level")
    assert "<b>Park</b> & *Co* $x$" in text_of(page)
    assert "<b>Park" not in markup_of(page)
    assert "<script>" not in markup_of(page)


def test_a_corrected_actual_shows_what_it_was_before() -> None:
    seen = text_of(visit(GOAL, kinds(), year=2024, goal="g-level"))
    assert "2024 1,360 before: 1,350, final; recorded" in seen


def test_an_actual_without_a_year_judges_nothing() -> None:
    seen = text_of(visit(GOAL, kinds(), year=2024, goal="g-bound"))
    assert "judges nothing until someone dates it" in seen
    assert "about 80" in seen


def test_a_share_gives_the_parent_as_derived() -> None:
    seen = text_of(visit(GOAL, kinds(), year=2024, goal="g-share"))
    assert "Turnover of City of Tests 12.1 bn yuan is 40% of it about 30.25 bn yuan" in seen
    assert "12.1 bn yuan in 2021 and +20% on it about 14.5 bn yuan" in seen


def test_what_if_changes_status_and_pace_and_stores_nothing() -> None:
    page = visit(GOAL, kinds(), year=2022, goal="g-level")
    page.text_input[0].set_value("1,500")
    again(page, kinds())
    seen = text_of(page)
    assert "If 2023 came to 1,500: ▲ Ahead instead of ▼ Far behind" in seen
    assert "Required pace: +250 a year instead of +300 a year" in seen
    assert goal_report_of(kinds(), "g-level", ViewSettings(2022)).verdict.measured == 1100


def supposed(goal: str, text: str, year: int = 2022) -> str:
    page = visit(GOAL, kinds(), year=year, goal=goal)
    page.text_input[0].set_value(text)
    again(page, kinds())
    return text_of(page)


def test_a_supposed_value_is_judged_by_all_three_rules_and_the_rest_stands_as_reported() -> None:
    before = text_of(visit(GOAL, kinds(), year=2022, goal="g-level"))
    seen = supposed("g-level", "1,500")
    assert "By the three rules: Time rule ▲ Ahead · Compound rule" in seen
    for heading in ("The three rules, as reported", "The arithmetic, as reported"):
        assert heading in seen
        assert heading not in before


def test_a_supposed_value_that_meets_the_goal_leaves_nothing_to_make() -> None:
    assert "Required pace: nothing left to make instead of +300 a year" in supposed("g-level", "2,100")


def test_a_supposed_value_of_the_due_year_that_misses_leaves_no_year() -> None:
    assert "Required pace: no year left to make it in instead of" in supposed("g-level", "1,500", year=2024)


def test_what_if_warns_of_an_unlikely_value() -> None:
    assert "Unlikely: about 10 times the value of 2022" in supposed("g-level", "11,000")
    assert "Unlikely" not in supposed("g-level", "1,300")


@pytest.mark.parametrize(
    ("goal", "asked"),
    [
        ("change", "the change in 2023 alone, such as −"),
        ("increase", "added in 2023 alone, such as "),
        ("more", "the number at the end of 2023 in all, such as "),
        ("level", "the value of 2023, such as 2,000"),
        ("rank", "the place in 2023, such as "),
    ],
)
def test_what_if_names_the_quantity_it_asks_for(goal: str, asked: str) -> None:
    page = visit(GOAL, kinds(), year=2022, goal=f"g-{goal}")
    assert page.text_input[0].placeholder.startswith(asked)


def test_a_goal_without_value_year_and_start_has_words_instead_of_a_chart() -> None:
    page = visit(GOAL, shipped(), goal="new-energy-park-planned-area")
    assert not page.get("plotly_chart")
    assert "No chart yet" in text_of(page)


def test_a_goal_reached_after_it_was_missed_says_so_beside_the_reason() -> None:
    seen = text_of(visit(GOAL, shipped(), goal="china-2020-rd-share"))
    assert "2.56% in 2022 passed the goal 2 years after it was due." in seen


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("abc", "seen: abc"),
        ("+5%", "a growth or a share"),
        ("over 1,500", "a bound"),
        ("n/a", "no value is given"),
        ("1,200.5", "whole numbers"),
    ],
)
def test_what_if_tells_what_is_wrong_with_bad_input(text: str, said: str) -> None:
    page = visit(GOAL, kinds(), year=2022, goal="g-level")
    page.text_input[0].set_value(text)
    again(page, kinds())
    assert said in text_of(page)


def test_a_goal_whose_due_year_has_been_judged_asks_no_what_if() -> None:
    page = visit(GOAL, shipped(), goal="china-2020-rd-share")
    assert not page.text_input


def test_an_empty_store_says_how_plans_come_in() -> None:
    assert "No goals yet" in text_of(visit(GOAL, nothing()))


def test_no_key_of_the_store_is_read_on_the_page() -> None:
    seen = text_of(visit(GOAL, shipped(), goal="jinpu-2025-rd-share"))
    assert "jinpu-" not in seen
    assert "rd-expenditure" not in seen
