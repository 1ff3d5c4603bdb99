"""The comparison of one indicator across zones and plans, as a visitor sees it."""

from tests.ui.visiting import again, kinds, nothing, shipped, text_of, visit
from tracker.services.compare.comparison import zones_to_pick
from tracker.services.view_settings import ViewSettings

COMPARE = "monitor/compare.py"
SHARE, FIRMS = "rd-expenditure-share-of-gdp", "high-tech-enterprises"


def test_successive_plans_stand_beside_each_other() -> None:
    page = visit(COMPARE, shipped(), indicator=SHARE)
    said = (
        "Dalian Jinpu New Area wanted R&D expenditure, share of GDP at 3.5% by 2019; "
        "the later plan of Jinpu special innovation zone wants 3% by 2025, from an implied 1.5%"
    )
    assert said in text_of(page)


def test_a_growth_reported_by_itself_counts_as_a_pace_reached() -> None:
    page = visit(COMPARE, shipped(), indicator=FIRMS)
    words = page.get("plotly_chart")[-1].proto.alt
    assert "Dalian Puwan Economic Zone, on its own, reached in 2023: +23.7% a year" in words
    assert "2020–2023 (786 → 2,000): needed +36.5% a year" in words


def test_an_addition_is_not_drawn_as_a_level() -> None:
    page = visit(COMPARE, shipped(), indicator=FIRMS)
    assert "Successive plans" not in text_of(page)
    assert "about 150 more" in text_of(page)


def test_it_says_which_areas_may_not_compare() -> None:
    seen = text_of(visit(COMPARE, shipped(), indicator=SHARE))
    assert "whether the two cover one area is not said, and they may well differ" in seen
    assert "lies within Dalian Jinpu New Area, so the one is part of the other" in seen
    seen = text_of(visit(COMPARE, kinds(), year=2024, indicator="firms"))
    assert "lies within City of Tests, so the one is part of the other" in seen


def usual() -> list[str]:
    """Give the zones that the page compares where nobody has chosen any."""
    return list(zones_to_pick(shipped(), SHARE, ViewSettings.at()))[:4]


def test_zones_come_from_the_address_and_go_into_it() -> None:
    page = visit(COMPARE, shipped(), indicator=SHARE, zones="china")
    assert page.multiselect[0].value == ["china"]
    page.multiselect[0].set_value(["china", "jinpu"])
    again(page, shipped())
    assert page.query_params["zones"] == "china,jinpu"


def test_zones_that_are_not_here_are_said_and_passed_over() -> None:
    page = visit(COMPARE, shipped(), indicator=SHARE, zones="nowhere")
    assert page.multiselect[0].value == usual()
    assert [message.value for message in page.warning] == ["The address asks for zones that are not here: nowhere."]
    assert not visit(COMPARE, shipped(), indicator=SHARE, zones="shenyang-high-tech-zone").warning


def test_an_indicator_that_is_not_here_is_said() -> None:
    (words,) = visit(COMPARE, shipped(), indicator="nothing").warning
    assert words.value.startswith("There is no such indicator to compare (nothing); shown is ")


def test_taking_all_zones_away_brings_the_usual_ones_back() -> None:
    page = visit(COMPARE, shipped(), indicator=SHARE, zones="china")
    page.multiselect[0].set_value([])
    again(page, shipped())
    assert page.multiselect[0].value == usual()


def test_the_table_says_year_value_status_and_source() -> None:
    seen = text_of(visit(COMPARE, shipped(), indicator=SHARE))
    assert "China 2016 2.10% final R&D expenditure as a share of GDP" in seen


def test_years_after_the_one_seen_from_are_left_out() -> None:
    seen = text_of(visit(COMPARE, shipped(), indicator=SHARE, year=2018))
    assert "2.14%" in seen
    assert "2.24%" not in seen


def test_an_indicator_without_values_or_dates_has_a_table_and_no_chart() -> None:
    page = visit(COMPARE, shipped(), indicator="planned-area")
    assert "No zone has a value or a dated target" in text_of(page)
    assert not page.get("plotly_chart")
    assert "400,000 m²" in text_of(page)


def test_a_goal_that_is_no_level_is_left_out_of_the_chart_with_a_word() -> None:
    seen = text_of(visit(COMPARE, kinds(), indicator="energy", year=2024))
    assert "Goals that are no level of one year are not drawn" in seen
    assert "a fall of 13.5% over the plan by 2025." in seen
    assert "not drawn" not in text_of(visit(COMPARE, shipped(), indicator=SHARE))


def test_places_are_compared_as_places_not_as_growth() -> None:
    page = visit(COMPARE, kinds(), indicator="place", year=2024)
    assert "−2.5 a year" in page.get("plotly_chart")[-1].proto.alt


def test_an_empty_store_says_how_plans_come_in() -> None:
    assert "No goals yet" in text_of(visit(COMPARE, nothing()))
