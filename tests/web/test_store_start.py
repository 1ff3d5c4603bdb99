"""The store on the server's first and later starts."""

from pathlib import Path

import pytest

from tests.other_programs import opened_by_python
from tracker.domain.standings import Standings
from tracker.errors import DisplacedStoreError
from tracker.services.looking import Look
from tracker.services.overview import Scope, overview
from tracker.services.stores import backup, make_store, restore, serving_store, verify
from tracker.store import open_store
from tracker.store.definitions import plans
from tracker.web import check_store, prepare_answers, ready_store


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a store that is not there yet, as the setting gives it."""
    address = f"sqlite:///{tmp_path / 'tracker.db'}"
    monkeypatch.setenv("TRACKER_DATABASE_URL", address)
    return address


def test_the_first_start_makes_the_store_and_fills_it_with_the_shipped_plans(address: str) -> None:
    ready_store()
    store = open_store(address)
    assert list(plans(store))
    store.close()


def test_a_later_start_adds_nothing_to_a_store_that_was_left_empty_on_purpose(address: str) -> None:
    make_store(address, empty=True).close()
    ready_store()
    store = open_store(address)
    assert list(plans(store)) == []
    store.close()


def test_a_store_that_is_gone_is_said_to_be(address: str) -> None:
    ready_store()
    serving_store.cache_clear()
    check_store()
    Path(address.removeprefix("sqlite:///")).unlink()
    with pytest.raises(DisplacedStoreError):
        check_store()
    serving_store().close()
    serving_store.cache_clear()


def test_the_first_visitor_finds_all_goals_judged(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ready_store()
    serving_store.cache_clear()
    prepare_answers()
    monkeypatch.setattr(Standings, "of", lambda *_given: pytest.fail("the visitor waited"))
    assert overview(serving_store(), Look.at(), Scope()).whole.goals
    serving_store().close()
    serving_store.cache_clear()


def test_what_serves_the_store_never_opens_its_file_itself(address: str, tmp_path: Path) -> None:
    place = address.removeprefix("sqlite:///")
    with opened_by_python() as opened:
        ready_store()
        serving_store.cache_clear()
        prepare_answers()
        check_store()
        store = serving_store()
        ready_store()
        assert verify(store) == []
        backup(store, tmp_path / "copy.db")
        restore(address, tmp_path / "copy.db")
        store.close()
        serving_store.cache_clear()
    assert str(tmp_path / "copy.db") in opened
    assert [path for path in opened if path in (place, f"{place}-wal", f"{place}-shm")] == []


def test_a_store_that_cannot_be_opened_is_left_for_the_pages_to_tell(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    Path(address.removeprefix("sqlite:///")).write_text("no database, just words", encoding="utf-8")
    serving_store.cache_clear()
    prepare_answers()
    assert caplog.messages
