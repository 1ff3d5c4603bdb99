"""Links between pages, and the choices that stay in the address."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.services.monday import monday_store
from tests.ui.opening import html, opened, serving

TODAY = datetime.now().astimezone().date()


@pytest.fixture(autouse=True)
def _city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with serving(monday_store(tmp_path), monkeypatch):
        yield


def test_how_the_reader_looks_is_taken_from_the_address_and_stays_in_every_link() -> None:
    day = (TODAY - timedelta(days=1)).isoformat()
    page = opened("monitor/overview.py", year="2022", rule="compound", as_of=day)
    assert page.date_input(key="as_of").value == TODAY - timedelta(days=1)
    assert page.selectbox(key="year").value == "2022"
    assert "rule=compound" in html(page)
    assert f"as_of={day}" in html(page)
    assert page.query_params["rule"] == "compound"


@pytest.mark.parametrize(
    ("name", "text"), [("as_of", "nonsense"), ("as_of", "2999-01-01"), ("year", "1800"), ("rule", "worst")]
)
def test_what_the_address_cannot_mean_is_passed_over_and_taken_out(name: str, text: str) -> None:
    page = opened("monitor/overview.py", **{name: text})
    assert not page.exception
    assert name not in page.query_params


def test_a_day_chosen_by_hand_goes_into_the_address_and_can_be_cleared() -> None:
    page = opened("monitor/overview.py", year="2022")
    page.date_input(key="as_of").set_value(TODAY).run()
    assert page.query_params["as_of"] == TODAY.isoformat()
    assert any("as known on" in caption.value for caption in page.caption)
    page.date_input(key="as_of").set_value(None).run()
    assert "as_of" not in page.query_params


def test_the_rule_chosen_by_hand_is_named_by_its_key() -> None:
    page = opened("monitor/overview.py", year="2022")
    page.selectbox(key="rule").set_value("projection").run()
    assert page.query_params["rule"] == "projection"
    assert any("Projection rule" in caption.value for caption in page.caption)


def test_a_new_address_wins_over_the_choice_before_it() -> None:
    page = opened("monitor/overview.py", year="2022", zone="park")
    page.query_params["zone"] = "city"
    assert page.run().selectbox(key="zone looked at").value == "city"
