"""The store on the server's first and later starts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.other_programs import opened_by_python
from tests.store.samples import fill
from tracker.domain.assessment.standings import Standings
from tracker.errors import ClockError, DisplacedStoreError, StoreError
from tracker.services import stores
from tracker.services.overview.counts_by_group import Scope, overview
from tracker.services.stores import backup, make_store, restore, serving_store, verify
from tracker.services.view_settings import ViewSettings
from tracker.store import open_store
from tracker.store.record.definitions import plans
from tracker.web import check_store, prepare_answers, ready_store


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a store that is not there yet, as the setting gives it."""
    address = f"sqlite:///{tmp_path / 'tracker.db'}"
    monkeypatch.setenv("TRACKER_DATABASE_URL", address)
    return address


def test_the_first_start_makes_the_store_and_fills_it_with_the_shipped_plans(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRACKER_DATABASE_URL", raising=False)
    monkeypatch.setattr(stores, "ROOT", tmp_path)
    ready_store()
    store = open_store(stores.store_address())
    assert list(plans(store))
    store.close()


@pytest.mark.parametrize("empty", [False, True])
def test_a_place_that_a_setting_names_is_not_filled_unasked(address: str, tmp_path: Path, empty: bool) -> None:
    if empty:
        (tmp_path / "tracker.db").touch()
    with pytest.raises(StoreError, match="tracker init"):
        ready_store()
    serving_store.cache_clear()
    with pytest.raises(StoreError, match="out of reach"):
        serving_store()
    assert not empty or (tmp_path / "tracker.db").stat().st_size == 0


def test_a_server_whose_clock_is_years_wrong_does_not_start(address: str) -> None:
    long_ago = open_store(address, create=True, clock=lambda: datetime.now(UTC) - timedelta(days=3650))
    fill(long_ago)
    long_ago.close()
    with pytest.raises(ClockError, match="clock --accept"):
        ready_store()


def test_visitors_hear_nothing_of_where_the_store_is_and_the_log_does(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    make_store(address, empty=True).close()
    serving_store.cache_clear()
    store = serving_store()
    with pytest.raises(StoreError) as refused, store.read() as connection:
        connection.exec_driver_sql("SELECT * FROM elsewhere")
    assert str(refused.value) == "The store is busy or out of reach; try again in a moment."
    assert "tracker.db" in caplog.text
    store.close()
    serving_store.cache_clear()


def test_a_later_start_adds_nothing_to_a_store_that_was_left_empty_on_purpose(address: str) -> None:
    make_store(address, empty=True).close()
    ready_store()
    store = open_store(address)
    assert list(plans(store)) == []
    store.close()


def test_a_store_that_is_gone_is_said_to_be(address: str) -> None:
    make_store(address).close()
    serving_store.cache_clear()
    check_store()
    Path(address.removeprefix("sqlite:///")).unlink()
    with pytest.raises(DisplacedStoreError):
        check_store()
    serving_store().close()
    serving_store.cache_clear()


def test_the_first_visitor_finds_all_goals_judged(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make_store(address).close()
    serving_store.cache_clear()
    prepare_answers()
    monkeypatch.setattr(Standings, "of", lambda *_given: pytest.fail("the visitor waited"))
    assert overview(serving_store(), ViewSettings.at(), Scope()).whole.goals
    serving_store().close()
    serving_store.cache_clear()


def test_what_serves_the_store_never_opens_its_file_itself(address: str, tmp_path: Path) -> None:
    place = address.removeprefix("sqlite:///")
    with opened_by_python() as opened:
        make_store(address).close()
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
