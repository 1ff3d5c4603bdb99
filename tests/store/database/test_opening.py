"""Opening a store: found, upgraded, or refused with a reason a person can act on."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect

from tests.store.older import older_store
from tests.store.samples import by_hand, fill
from tracker.errors import StoreError
from tracker.store import Store, migrations, open_store
from tracker.store.database import sqlite
from tracker.store.database.address import read_address, shown
from tracker.store.database.dialects import Dialect
from tracker.store.database.schema.columns import metadata


def test_a_store_is_made_and_opened_again_with_what_it_holds(address: str) -> None:
    first = open_store(address, create=True)
    fill(first)
    first.close()
    second = open_store(address)
    assert second.version() == 1
    second.close()


def test_a_store_that_is_not_there_is_not_made_unasked(address: str) -> None:
    with pytest.raises(StoreError, match="tracker init"):
        open_store(address)


def test_the_columns_that_queries_name_are_the_columns_that_are_there(store: Store) -> None:
    with store.read() as connection:
        there = {
            name: {column["name"] for column in inspect(connection).get_columns(name)}
            for name in inspect(connection).get_table_names()
        }
    assert there == {name: {column.name for column in table.c} for name, table in metadata.tables.items()}


def test_a_store_newer_than_the_program_is_refused(address: str) -> None:
    store = open_store(address, create=True)
    by_hand(store, "INSERT INTO migrations (name, at) VALUES ('9999 future', '2099-01-01')")
    store.close()
    with pytest.raises(StoreError, match="9999 future"):
        open_store(address)


def test_a_migration_that_fails_leaves_nothing_behind(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(address, create=True)
    fill(store)
    store.close()

    def failing(_sql: Dialect) -> list[str]:
        return ["CREATE TABLE half_done (id INTEGER)", "INSERT INTO nowhere VALUES (1)"]

    with monkeypatch.context() as patched:
        patched.setitem(migrations.MIGRATIONS, "0099 failing", failing)
        with pytest.raises(StoreError, match="nowhere"):
            open_store(address)
    store = open_store(address)
    with store.read() as connection:
        assert "half_done" not in inspect(connection).get_table_names()
    assert store.version() == 1
    store.close()


def test_an_older_store_is_upgraded_when_it_is_opened(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(address, create=True)
    fill(store)
    store.close()
    monkeypatch.setitem(migrations.MIGRATIONS, "0099 more", lambda _sql: ["CREATE TABLE more (id INTEGER)"])
    store = open_store(address)
    with store.read() as connection:
        assert "more" in inspect(connection).get_table_names()
    assert store.version() == 1
    store.close()


def test_accounts_and_sessions_from_before_go_on_after_an_upgrade(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = older_store(address, monkeypatch, migrations=6)
    by_hand(
        older,
        "INSERT INTO accounts (account, name, role, disabled, created_at, changed_at, version)"
        " VALUES ('li', 'Li', 'viewer', 0, '2026', '2026', 1)",
        "INSERT INTO sessions (token_hash, account, made_at, seen_at, address, agent)"
        f" VALUES ('{'0' * 64}', 'li', '2026', '2026', '', '')",
    )
    older.close()
    store = open_store(address)
    with store.read() as connection:
        account = connection.exec_driver_sql("SELECT password_given, unlocked_at FROM accounts").one()
        session = connection.exec_driver_sql("SELECT account, vouched FROM sessions").one()
    assert (tuple(account), tuple(session)) == ((0, None), ("li", 0))
    store.close()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(StoreError, match="something else"):
        open_store(str(other), create=True)
    assert other.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear planner")
    with pytest.raises(StoreError, match="not a store"):
        open_store(f"sqlite:///{letter}", create=True)
    assert letter.read_text() == "Dear planner"


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder"):
        open_store(f"sqlite:///{tmp_path}", create=True)


def test_a_place_where_no_file_can_be_is_told() -> None:
    with pytest.raises(StoreError, match="/proc/nowhere"):
        open_store("sqlite:////proc/nowhere/tracker.db", create=True)
    with pytest.raises(StoreError, match="cannot be used"):
        open_store("sqlite:////proc/tracker.db", create=True)


def test_an_empty_file_is_no_store_yet_and_becomes_one_when_asked(tmp_path: Path) -> None:
    empty = tmp_path / "tracker.db"
    empty.touch()
    with pytest.raises(StoreError, match="tracker init"):
        open_store(str(empty))
    open_store(str(empty), create=True).close()
    open_store(str(empty)).close()


def test_a_damaged_file_is_told_without_a_traceback(tmp_path: Path) -> None:
    place = tmp_path / "tracker.db"
    open_store(str(place), create=True).close()
    content = bytearray(place.read_bytes())
    content[100:4096] = b"\xff" * 3996
    place.write_bytes(content)
    with pytest.raises(StoreError, match="cannot be used"):
        open_store(str(place))


def test_a_server_out_of_reach_is_told_without_its_password() -> None:
    with pytest.raises(StoreError, match="cannot be used") as told:
        open_store("postgres://planner:secret@127.0.0.1:1/tracker")
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("address", ["mysql://host/tracker", "sqlite://", "sqlite:///:memory:", "://", "a b://[c"])
def test_an_address_of_no_store_is_refused_with_examples(address: str) -> None:
    with pytest.raises(StoreError, match=r"sqlite:///data/tracker\.db"):
        read_address(address)


def test_a_plain_path_is_the_address_of_a_file() -> None:
    assert shown(read_address("data/tracker.db")) == "data/tracker.db"


def test_a_password_is_never_shown() -> None:
    url = read_address("postgresql://planner:secret@host/tracker?password=secret")
    assert shown(url) == "postgresql://planner:***@host/tracker"


def test_a_library_that_can_corrupt_the_store_is_refused() -> None:
    with pytest.raises(StoreError, match=r"3\.40\.1.*3\.51\.3"):
        sqlite.refuse_old_library((3, 40, 1))
    sqlite.refuse_old_library()


def test_the_reading_side_cannot_write(store: Store) -> None:
    with pytest.raises(StoreError, match=r"read-?only"), store.read() as connection:
        connection.exec_driver_sql("DELETE FROM zones")


def test_a_store_names_itself(file_store: Store) -> None:
    assert repr(file_store).endswith("tracker.db>")
