"""A plan's page as a planning office sees it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.monday import BUNDLE, monday_store
from tests.ui.opening import html, opened, serving
from tests.ui.overview.test_overview_page import HOSTILE, SHOWN
from tracker.store import open_store
from tracker.ui.session import screen

PAGE = "monitor/plan.py"


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with serving(monday_store(tmp_path), monkeypatch):
        yield


def rows(page: AppTest) -> list[str]:
    """Give the rows of the table of goals as HTML."""
    body = html(page).partition('<table class="goals">')[2].partition("<tbody>")[2].partition("</tbody>")[0]
    return body.split("</tr>")[:-1]


def names(page: AppTest) -> list[str]:
    """Give the indicators in the table, in order."""
    return [re.findall(r">([^<]+)</a>", row)[0] for row in rows(page)]


@pytest.mark.usefixtures("city")
def test_the_table_holds_the_plans_goals_in_words_with_their_status() -> None:
    page = opened(PAGE, plan="city-plan", year="2022")
    assert not page.exception
    assert page.title[0].value == "City plan"
    first = rows(page)[0]
    assert 'href="goal?goal=binding-far&amp;year=2022">Binding-far things</a>' in first
    assert "<summary>things · binding · start, pace, reason</summary>" in first
    assert "▼ Far behind" in first
    assert '<td class="value">11.6<div class="small muted">2022</div></td>' in first
    assert '<td class="value">8.4 short</td>' in first
    assert "<div>Baseline: 10 (2020)</div>" in first
    assert '<td class="asked">20<div class="small muted">2025</div></td>' in first
    assert 'src="data:image/svg+xml' in first


@pytest.mark.usefixtures("city")
def test_milestones_source_and_the_next_plan_stand_on_the_page() -> None:
    page = opened(PAGE, plan="city-plan", year="2022")
    assert "Milestones (1)" in [head.value for head in page.header]
    shown = html(page)
    assert "The opening</a>" in shown
    assert "The plan book</a>" in shown
    assert "Planning Office · 1 March 2021" in shown
    assert 'href="https://example.org/a" rel="noopener noreferrer"' in shown
    assert 'succeeded by <a data-lead="" href="plan?plan=park-plan&amp;year=2022">Park plan</a>' in shown


@pytest.mark.usefixtures("city")
def test_on_a_phone_the_same_rows_stand_as_cards_that_lead_to_their_goals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "_guess", lambda: screen.PHONE)
    page = opened(PAGE, plan="city-plan", year="2022")
    assert not page.exception
    shown = html(page)
    assert '<table class="goals">' not in shown
    assert 'href="goal?goal=binding-far&amp;year=2022">Binding-far things</a>' in shown
    assert '<td data-head="Baseline">10 (2020)</td>' in shown
    assert '<td data-head="Progress">16%</td>' in shown


@pytest.mark.usefixtures("city")
def test_the_table_has_six_columns_and_says_why_where_a_row_unfolds() -> None:
    page = opened(PAGE, plan="city-plan", year="2022")
    heads = ["Indicator", "Goal", "Latest", "Gap", "Path", "Status"]
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)', html(page)) == heads
    unfolded = rows(page)[0].partition("<details")[2].partition("</details>")[0]
    assert "16% of the way from 10 (2020) to 20 (2025)" in unfolded
    assert "<div>Progress: 16%</div>" in unfolded


@pytest.mark.usefixtures("city")
def test_totals_of_the_groups_filter_the_table() -> None:
    page = opened(PAGE, plan="city-plan", year="2022", group="behind")
    assert names(page) == ["Behind things"]
    assert "No milestone fits this choice." in [text.value for text in page.markdown]


@pytest.mark.usefixtures("city")
def test_the_order_chosen_stands_in_the_address_and_an_unknown_one_is_said() -> None:
    page = opened(PAGE, plan="city-plan", year="2022", order="name")
    assert names(page)[0] == "Behind things"
    page.selectbox(key="order of the goals").select("need").run()
    assert names(page)[:2] == ["Binding-far things", "Worst things"]
    assert page.query_params["order"] == "need"
    warnings = opened(PAGE, plan="city-plan", year="2022", order="luck").warning
    assert [one.value for one in warnings] == ["There is no such order (luck); shown is As the plan lists them."]


@pytest.mark.usefixtures("city")
def test_a_status_that_no_goal_of_the_plan_has_is_said() -> None:
    page = opened(PAGE, plan="city-plan", year="2022", group="luck")
    assert len(names(page)) == 7
    words = "No goal of this plan has this status (luck); shown is All 8."
    assert [warning.value for warning in page.warning] == [words]


@pytest.mark.usefixtures("city")
def test_words_narrow_the_table_and_no_match_is_said() -> None:
    page = opened(PAGE, plan="city-plan", year="2022", find="worst")
    assert names(page) == ["Worst things"]
    page.text_input(key="find").input("nothing like it").run()
    assert "No goal with numbers fits this choice." in [text.value for text in page.markdown]


@pytest.mark.usefixtures("city")
def test_without_a_plan_in_the_address_the_one_with_most_goals_opens_and_the_address_names_it() -> None:
    page = opened(PAGE, year="2022")
    assert page.title[0].value == "City plan"
    assert page.query_params["plan"] == "city-plan"


@pytest.mark.usefixtures("city")
def test_a_plan_the_address_asks_for_in_vain_is_said_so() -> None:
    page = opened(PAGE, plan="nothing", year="2022")
    assert "There is no such plan here (nothing); shown is City plan." in [warning.value for warning in page.warning]
    assert page.title[0].value == "City plan"


@pytest.mark.usefixtures("city")
def test_a_plan_without_a_source_and_without_milestones_says_so() -> None:
    page = opened(PAGE, plan="park-plan", year="2022")
    assert "No source is given for this plan." in [text.value for text in page.markdown]
    assert [head.value for head in page.header] == ["Source"]


@pytest.mark.usefixtures("city")
def test_choosing_another_plan_goes_into_the_address() -> None:
    page = opened(PAGE, plan="city-plan", year="2022")
    page.selectbox(key="plan").select("park-plan").run()
    assert page.title[0].value == "Park plan"
    assert page.query_params["plan"] == "park-plan"


def test_an_empty_store_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(open_store(f"sqlite:///{tmp_path / 'empty.db'}", create=True), monkeypatch):
        assert opened(PAGE).title[0].value == "No goals yet"


def test_names_that_people_typed_are_shown_verbatim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = BUNDLE | {
        "zones": f'zone,name,parent\ncity,"{HOSTILE}",\npark,Park,city\n',
        "sources": BUNDLE["sources"].replace("The plan book", HOSTILE),
        "plans": BUNDLE["plans"].replace("City plan", HOSTILE),
    }
    with serving(monday_store(tmp_path, bundle), monkeypatch):
        page = opened(PAGE, plan="city-plan", year="2022")
        assert not page.exception
        assert page.title[0].value.startswith(r"\<script\>alert\(1\)")
        assert SHOWN in html(page)
        assert "<script>" not in html(page)
