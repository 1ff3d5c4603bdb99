"""The planner's pages: what is typed is judged at once, survives a refusal, and is saved once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.planner_pages import PLAN, Open, choose, fill, press, run, value
from tracker.domain.people.roles import Person, Role
from tracker.domain.vocabulary import Better
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.planning.definition_saving import save_definition
from tracker.services.planning.planning_lists import catalogue, goals_to_change, stored
from tracker.services.round.rounds import deadlines_set
from tracker.store import Store
from tracker.store.record.definitions import goals
from tracker.ui.session import person as signed_in

WANG = Person(account="wang", name="Wang", role=Role.PLANNER)


def form_of(page: AppTest) -> str:
    """Return the open form that the address names."""
    named = page.query_params["form"]
    return named if isinstance(named, str) else named[0]


def hand_over(page: AppTest, zones: bytes) -> AppTest:
    """Upload a file of zones."""
    field: Any = page.get("file_uploader")[0]
    field.set_value([("zones.csv", zones, "text/csv")])
    return run(page)


def shown(page: AppTest) -> str:
    texts = [*page.markdown, *page.error, *page.warning, *page.success, *page.info, *page.header]
    drawn = [str(element.proto.body) for element in page.get("html")]
    return "\n".join([*(str(element.value) for element in texts), *drawn]).replace("\\", "")


@pytest.mark.parametrize("script", ["plans.py", "goal_form.py", "zones.py", "indicators.py", "bundle_upload.py"])
def test_every_page_opens_without_complaint(open_page: Open, script: str) -> None:
    assert open_page(script).title[0].value


def test_a_zone_is_typed_saved_and_said(open_page: Open, store: Store) -> None:
    page = open_page("zones.py", new="yes")
    press(fill(page, Name="Hunnan <b>District</b>"), "Save")
    assert page.success[0].value.replace("\\", "") == "Saved: Hunnan <b>District</b>"
    assert catalogue(store).zones["hunnan-b-district-b"].name == "Hunnan <b>District</b>"


def test_a_refused_save_keeps_what_was_typed(open_page: Open, store: Store) -> None:
    page = open_page("plans.py", new="yes")
    press(fill(page, Name="Outline", First_year="2030", Last_year="soon"), "Save")
    said = shown(page)
    assert "Last year:** a year has four digits (typed: soon)" in said
    assert "Zone:** this has to be given" in said
    assert value(page, "First year") == "2030"


def test_what_is_typed_is_there_after_a_reload(open_page: Open) -> None:
    page = fill(open_page("zones.py", new="yes"), Name="Half a na")
    again = open_page("zones.py", new="yes", form=form_of(page))
    assert value(again, "Name") == "Half a na"


def test_another_persons_form_is_not_shown(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    page = fill(open_page("zones.py", new="yes"), Name="Half a na")
    monkeypatch.setattr(signed_in, "require", lambda _deed: WANG)
    other = open_page("zones.py", new="yes", form=form_of(page))
    assert value(other, "Name") == ""


def test_discarding_empties_the_form(open_page: Open) -> None:
    page = press(fill(open_page("zones.py", zone="dalian"), Name="Something else"), "Discard")
    assert [field.label for field in page.text_input] == []


def test_a_change_by_somebody_else_is_shown_with_both_values_and_one_chooses(open_page: Open, store: Store) -> None:
    page = open_page("zones.py", zone="dalian")
    opened = catalogue(store).zones["dalian"]
    other = type(opened)(zone="dalian", name="Dalian City", parent=opened.parent, kind=opened.kind)
    save_definition(store, WANG, other, before=opened, reason="official name", token="wang's form")
    add_account(store, OPERATOR, "wang", role=Role.PLANNER, shown_name="Wang Wei")
    press(fill(page, Name="Greater Dalian", **{"Why is it changed?": "wider"}), "Save")
    assert "Wang Wei changed this" in shown(page)
    assert "Now, by Wang Wei" in shown(page)
    assert "Dalian City" in shown(page)
    assert catalogue(store).zones["dalian"].name == "Dalian City"
    press(page, "Keep mine; I will save it over theirs")
    press(page, "Save")
    assert catalogue(store).zones["dalian"].name == "Greater Dalian"


def test_what_differs_from_somebody_elses_change_is_said_in_words(open_page: Open, store: Store) -> None:
    key, opened = next(
        (key, indicator) for key, indicator in catalogue(store).indicators.items() if indicator.better is Better.UP
    )
    page = open_page("indicators.py", indicator=key)
    turned = replace(stored(store).indicators[key], better=Better.DOWN)
    save_definition(store, WANG, turned, before=stored(store).indicators[key], reason="turned", token="wang's form")
    press(fill(page, **{"Why is it changed?": "clearer", "Category": "other"}), "Save")
    said = shown(page)
    assert f"{opened.name}" in said
    assert "<td" in said
    for words in ("Better is", "less", "more"):
        assert words in said
    assert ">up<" not in said
    assert ">down<" not in said


def test_what_is_wrong_with_a_goal_is_said_in_words(open_page: Open, store: Store) -> None:
    known = catalogue(store)
    key = next(
        key
        for key, indicator in known.indicators.items()
        if indicator.better is Better.UP and indicator.unit == "enterprises"
    )
    page = choose(open_page("goal_form.py", plan=PLAN), "Indicator", key)
    choose(fill(page, Value="2,000", Due_year="2025"), "How it is meant", "<=")
    said = shown(page)
    assert "(typed: at most). Right would be: at least" in said
    assert "<=" not in said


def test_taking_theirs_fills_the_form_with_what_stands_now(open_page: Open, store: Store) -> None:
    page = open_page("zones.py", zone="dalian")
    opened = catalogue(store).zones["dalian"]
    other = type(opened)(zone="dalian", name="Dalian City", parent=opened.parent, kind=opened.kind)
    save_definition(store, WANG, other, before=opened, reason="official name", token="wang's form")
    press(fill(page, Name="Greater Dalian", **{"Why is it changed?": "wider"}), "Save")
    press(page, "Take theirs; drop what I typed")
    assert value(page, "Name") == "Dalian City"


def test_an_indicator_is_typed_in_words_and_found_by_them(open_page: Open, store: Store) -> None:
    page = fill(open_page("indicators.py", new="yes"), Name="Unicorns", Unit="companies", Decimals_shown="0")
    choose(choose(page, "Better is", "up"), "Each year’s value is", "level")
    press(page, "Save")
    assert catalogue(store).indicators["unicorns"].unit == "companies"
    opened = open_page("indicators.py")
    fill(opened, Search="unicorns compan")
    assert "Unicorns" in shown(opened)
    assert "R&amp;D" not in shown(opened)


def test_a_goal_is_said_judged_and_drawn_as_it_is_typed(open_page: Open, store: Store) -> None:
    page = open_page("goal_form.py", plan=PLAN)
    choose(page, "Indicator", "high-tech-enterprises")
    assert "newly adds … high-tech enterprises between 2021 and …." in shown(page)
    choose(page, "The plan says", "reach")
    assert "This cannot be judged yet" in shown(page)
    assert "Due year:** no due year is given" in shown(page)
    fill(page, Value="over 2,500", Due_year="2025")
    assert "brings high-tech enterprises to over 2,500 by 2025." in shown(page)
    fill(choose(page, "The plan says", "rise by"), Value="40")
    assert "raises high-tech enterprises by 40% over the plan between 2021 and 2025." in shown(page)
    fill(choose(page, "The plan says", "reach"), Value="over 2,500")
    assert "Shenyang High-Tech Zone" in shown(page)
    assert page.get("plotly_chart")
    before = len(goals_to_change(store, PLAN))
    press(page, "Save")
    assert len(goals_to_change(store, PLAN)) == before + 1
    assert "Saved: Shenyang High-Tech Zone brings" in shown(page)


@pytest.mark.parametrize("phrase", ["double", "keep between", "keep up", "milestone", "fall by", "rank"])
def test_the_form_asks_what_its_phrase_needs(open_page: Open, phrase: str) -> None:
    page = choose(open_page("goal_form.py", plan=PLAN), "The plan says", phrase)
    labels = {field.label for field in [*page.text_input, *page.selectbox]}
    assert ("Value" in labels) == (phrase not in ("double", "milestone"))
    assert ("Upper value" in labels) == (phrase == "keep between")
    assert ("Compared with the indicator" in labels) == (phrase == "keep up")
    assert ("State in the plan" in labels) == (phrase == "milestone")


def test_a_goal_keeps_who_answers_its_theme_place_and_both_wordings(open_page: Open, store: Store) -> None:
    page = choose(open_page("goal_form.py", plan=PLAN), "Indicator", "high-tech-enterprises")
    fill(choose(page, "The plan says", "reach"), Value="over 2,500", Due_year="2025")
    fill(page, Who_answers_for_it="Science Bureau", Theme="Innovation", Place_in_the_order="3")
    fill(page, Wording="Firms grow", Chinese_wording="企业增加", Note="By the yearbook", Chinese_note="按年鉴")
    before = {line.goal.goal for line in goals_to_change(store, PLAN)}
    press(page, "Save")
    (kept,) = (line.goal for line in goals_to_change(store, PLAN) if line.goal.goal not in before)
    assert (kept.owner, kept.theme, kept.order) == ("Science Bureau", "Innovation", 3)
    assert (kept.wording_zh, kept.note_zh) == ("企业增加", "按年鉴")
    again = open_page("goal_form.py", goal=kept.goal)
    assert value(again, "Who answers for it") == "Science Bureau"
    assert value(again, "Place in the order") == "3"


@pytest.mark.parametrize(("phrase", "comparator"), [("raise", ">"), ("not lower", ">="), ("lower", "<")])
def test_a_goal_of_a_direction_has_no_number(open_page: Open, store: Store, phrase: str, comparator: str) -> None:
    page = choose(open_page("goal_form.py", plan=PLAN), "Indicator", "high-tech-enterprises")
    fill(choose(page, "The plan says", phrase), Due_year="2025")
    assert "Value" not in {one.label for one in page.text_input}
    before = {line.goal.goal for line in goals_to_change(store, PLAN)}
    press(page, "Save")
    (kept,) = (line.goal for line in goals_to_change(store, PLAN) if line.goal.goal not in before)
    assert (kept.kind, kept.comparator, kept.value) == ("direction", comparator, None)
    again = open_page("goal_form.py", goal=kept.goal)
    assert next(box.value for box in again.selectbox if box.label == "The plan says") == phrase


def test_a_goal_is_part_of_one_of_the_same_indicator(open_page: Open, store: Store) -> None:
    whole = next(iter(goals(store, goal="shenyang-2023-high-tech-enterprises")))
    page = choose(open_page("goal_form.py", plan=PLAN), "Indicator", whole.indicator)
    fill(choose(page, "The plan says", "reach"), Value="10", Due_year="2023")
    before = {line.goal.goal for line in goals_to_change(store, PLAN)}
    press(choose(page, "Part of the goal", whole.goal), "Save")
    (kept,) = (line.goal for line in goals_to_change(store, PLAN) if line.goal.goal not in before)
    assert kept.part_of == whole.goal
    other = choose(open_page("goal_form.py", plan=PLAN), "The plan says", "keep under")
    assert "Part of the goal" not in {box.label for box in other.selectbox}


@pytest.mark.parametrize(("phrase", "label"), [("keep up", "Compared"), ("keep under", "Judged on")])
def test_how_years_are_put_together_is_asked_where_it_means_something(open_page: Open, phrase: str, label: str) -> None:
    page = choose(open_page("goal_form.py", plan=PLAN), "The plan says", phrase)
    assert {"Compared", "Judged on"} & {box.label for box in page.selectbox} == {label}


def test_an_indicator_has_bounds_and_a_plan_its_place(open_page: Open, store: Store) -> None:
    page = fill(open_page("indicators.py", new="yes"), Name="Enrolment", Unit="%", Least_value="0", Greatest_value="-1")
    fill(page, Chinese_unit="百分比", Chinese_definition="在校人数")
    choose(choose(page, "Better is", "up"), "Each year’s value is", "level")
    press(page, "Save")
    assert "the greatest value is below the least" in shown(page)
    press(fill(page, Greatest_value="120"), "Save")
    kept = catalogue(store).indicators["enrolment"]
    assert (kept.minimum, kept.maximum, kept.unit_zh, kept.definition_zh) == (
        Decimal(0),
        Decimal(120),
        "百分比",
        "在校人数",
    )
    press(fill(open_page("plans.py", edit=PLAN), Place_in_the_order="2", **{"Why is it changed?": "ordered"}), "Save")
    assert catalogue(store).plans[PLAN].order == 2


def test_changing_a_goal_starts_from_what_stands_and_needs_a_reason(open_page: Open, store: Store) -> None:
    line = next(line for line in goals_to_change(store, PLAN) if line.goal.due == 2025)
    page = open_page("goal_form.py", goal=line.goal.goal)
    fill(page, Due_year="2024")
    press(page, "Save")
    assert "Reason:** a change needs a reason" in shown(page)
    press(fill(page, **{"Why is it changed?": "brought forward"}), "Save")
    assert next(one.goal.due for one in goals_to_change(store, PLAN) if one.goal.goal == line.goal.goal) == 2024


def test_a_new_document_is_named_where_the_list_has_none(open_page: Open, store: Store) -> None:
    page = open_page("plans.py", new="yes")
    fill(page, Name="Outline 2026-2030", First_year="2026", Last_year="2030")
    choose(choose(page, "Zone", "dalian"), "Source", "+")
    press(fill(page, Title_of_the_new_document="Outline, printed edition"), "Save")
    plan = catalogue(store).plans["outline-2026-2030"]
    assert catalogue(store).sources[str(plan.source)].title == "Outline, printed edition"


def test_a_plan_is_copied_to_the_next_period(open_page: Open, store: Store) -> None:
    page = open_page("plans.py", copy=PLAN)
    years = {field.label: field.value for field in page.text_input}
    assert (years["First year"], years["Last year"]) == ("2026", "2030")
    press(page, "Copy forward")
    assert "this has to be given" in shown(page)
    press(fill(page, Name="15th Five-Year Plan"), "Copy forward")
    copied = catalogue(store).plans["15th-five-year-plan"]
    assert copied.succeeds == PLAN
    assert len(goals_to_change(store, copied.plan)) == len(goals_to_change(store, PLAN))


def test_an_upload_is_looked_at_before_it_is_loaded(open_page: Open, store: Store) -> None:
    page = open_page("bundle_upload.py")
    hand_over(page, b"zone,name\ndalian,Dalian City\nfushun,Fushun\n")
    assert "Name: Dalian → Dalian City" in shown(page)
    assert "fushun" not in catalogue(store).zones
    press(page, "Load it")
    assert catalogue(store).zones["fushun"].name == "Fushun"
    assert "Loaded: zones.csv" in shown(page)


def test_the_problems_of_an_upload_are_told_with_their_places(open_page: Open, store: Store) -> None:
    page = open_page("bundle_upload.py")
    hand_over(page, b"zone,name\nFU SHUN,\n")
    assert "2 problems; nothing was loaded." in shown(page)
    assert "zones.csv:2:zone" in shown(page)


def test_a_planner_sets_until_when_the_values_of_a_year_are_due(open_page: Open, store: Store) -> None:
    page = open_page("plans.py")
    assert "No deadline is set; officials see that none is." in [caption.value for caption in page.caption]
    page.date_input[0].set_value(date(2027, 4, 15))
    page.button[0].click()
    run(page)
    assert any("are due until 15 April 2027" in said.value for said in page.success)
    assert set(deadlines_set(store).values()) == {date(2027, 4, 15)}
