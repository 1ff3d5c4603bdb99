"""The overview as a planner sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.monday import BUNDLE, monday_store
from tests.ui.opening import html, opened, serving
from tracker.store import open_store

PAGE = "monitor/overview.py"
HOSTILE = "<script>alert(1)</script> ![x](http://evil) **b** $x$ :red[x]"
SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt; ![x](http://evil) **b** $x$ :red[x]"


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with serving(monday_store(tmp_path), monkeypatch):
        yield


def titles(page: AppTest) -> list[str]:
    return [head.value for head in page.header]


@pytest.mark.usefixtures("city")
def test_the_title_says_in_numbers_where_the_goals_stand() -> None:
    page = opened(PAGE, year="2022")
    assert not page.exception
    assert page.title[0].value == "2 of 6 judged goals are met or on track; 3 cannot be judged yet"
    assert "Seen from 2022 · as known today · Time rule" in [caption.value for caption in page.caption]


@pytest.mark.usefixtures("city")
def test_what_was_announced_later_is_not_counted_and_said() -> None:
    page = opened(PAGE, year="2020")
    assert page.title[0].value == "No goals had been announced by then"
    said = "9 goals of plans announced after 2020 are not counted; the plans' own pages show them."
    assert said in [caption.value for caption in page.caption]


@pytest.mark.usefixtures("city")
def test_tiles_count_each_group_with_its_glyph_and_lead_to_its_goals() -> None:
    shown = html(opened(PAGE, year="2022"))
    for words in (
        "<b>3</b><span>▼ Off track</span>",
        "<b>1</b><span>◆ Behind</span>",
        "<b>3</b><span>○ No verdict</span>",
    ):
        assert words in shown
    assert 'href="./?group=off_track&amp;year=2022"' in shown


@pytest.mark.usefixtures("city")
def test_what_needs_attention_comes_with_its_reason_and_a_link() -> None:
    page = opened(PAGE, year="2022")
    assert "Needs attention first (4)" in titles(page)
    assert 'href="goal?goal=binding-far&amp;year=2022">Binding-far things</a>' in html(page)
    assert "▼ Far behind" in html(page)


@pytest.mark.usefixtures("city")
def test_a_group_in_the_address_shows_its_goals_alone() -> None:
    page = opened(PAGE, year="2022", group="behind")
    assert "◆ Behind (1)" in titles(page)
    assert "Needs attention first (4)" not in titles(page)


@pytest.mark.usefixtures("city")
def test_zone_and_plan_of_the_address_narrow_the_page() -> None:
    page = opened(PAGE, year="2022", zone="park")
    assert page.title[0].value == "1 goal, which cannot be judged yet"
    assert page.selectbox(key="zone looked at").value == "park"
    assert opened(PAGE, year="2022", plan="city-plan").selectbox(key="plan looked at").value == "city-plan"


@pytest.mark.usefixtures("city")
def test_an_unknown_zone_in_the_address_is_said_until_another_is_chosen() -> None:
    page = opened(PAGE, year="2022", zone="nowhere")
    assert page.selectbox(key="zone looked at").value == ""
    said = "There is no such zone here (nowhere); shown is All zones."
    assert [warning.value for warning in page.warning] == [said]
    assert [warning.value for warning in page.run().warning] == [said]
    assert not page.selectbox(key="zone looked at").select("park").run().warning


@pytest.mark.usefixtures("city")
def test_an_unknown_year_and_rule_in_the_address_are_said() -> None:
    said = [warning.value for warning in opened(PAGE, year="1850", rule="luck").warning]
    assert any(text.startswith("The pages cannot be seen from this year (1850); shown is 2") for text in said)
    assert "There is no such rule (luck); shown is Time rule." in said


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize("day", ["rubbish", "2999-01-01", "1800-01-01"])
def test_a_day_of_the_address_that_is_no_past_day_is_said(day: str) -> None:
    page = opened(PAGE, year="2022", as_of=day)
    said = f"The address names no past day ({day.replace('-', chr(92) + '-')})"
    assert [warning.value for warning in page.warning] == [f"{said}; shown is what is known today."]


@pytest.mark.usefixtures("city")
def test_an_unknown_status_in_the_address_is_said() -> None:
    page = opened(PAGE, year="2022", group="luck")
    assert [warning.value for warning in page.warning] == ["There is no such status (luck); shown is all goals."]


@pytest.mark.usefixtures("city")
def test_a_choice_goes_into_the_address() -> None:
    page = opened(PAGE, year="2022")
    page.selectbox(key="zone looked at").select("park").run()
    assert page.query_params["zone"] == "park"
    assert page.query_params["year"] == "2022"


@pytest.mark.usefixtures("city")
def test_what_is_missing_is_named_with_who_could_supply_it() -> None:
    shown = html(opened(PAGE, year="2022"))
    assert "6 of 7 indicators reported" in shown
    assert "Nothing reported yet for 2022; the zone&#39;s reporting office can supply it:" in shown
    assert "<li>Silent things" in shown
    assert "not in this plan" in shown


@pytest.mark.usefixtures("city")
def test_empty_lists_say_so_in_words() -> None:
    page = opened(PAGE, year="2022", zone="park")
    said = [text.value for text in page.markdown]
    assert "No goal with a verdict is behind or off track." in said
    assert "No plan that runs in 2022 has goals in numbers, so no value is due to be reported." in said


def test_an_empty_store_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(open_store(f"sqlite:///{tmp_path / 'empty.db'}", create=True), monkeypatch):
        page = opened(PAGE)
        assert page.title[0].value == "No goals yet"
        assert "python -m tracker import FOLDER_OR_WORKBOOK" in [code.value for code in page.code]


def test_names_that_people_typed_are_shown_verbatim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = BUNDLE | {
        "zones": f'zone,name,parent\ncity,"{HOSTILE}",\npark,Park,city\n',
        "plans": BUNDLE["plans"].replace("City plan", HOSTILE),
        "indicators": BUNDLE["indicators"].replace("Worst things", HOSTILE),
    }
    with serving(monday_store(tmp_path, bundle), monkeypatch):
        page = opened(PAGE, year="2022")
        assert not page.exception
        assert SHOWN in html(page)
        assert "<script>" not in html(page)


@pytest.mark.usefixtures("city")
def test_a_long_list_is_cut_and_leads_to_the_rest() -> None:
    shown = html(opened(PAGE, year="2026"))
    assert "Show more: 7 in all" in shown
    more = html(opened(PAGE, year="2026", show="overdue"))
    assert "Show fewer" in more


@pytest.mark.usefixtures("city")
def test_goals_that_fell_due_unreported_are_counted_and_lead_to_the_overdue() -> None:
    shown = html(opened(PAGE, year="2026"))
    assert "7 goals fell due in 2025; nothing has been reported for them</a>" in shown
    assert 'href="./?show=overdue&amp;year=2026"' in shown
