"""Copies of the store, and putting one back without losing what it replaces."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import count
from pathlib import Path
from threading import Event

import pytest

from tests.other_programs import ask_outside
from tests.store.samples import fill, write_actual
from tracker.errors import StoreError
from tracker.store import Store, backup, open_store, restore, verify
from tracker.store.audit.history import newest_hash
from tracker.store.database import file_copies, server_copies
from tracker.store.record.actuals import actuals


def _url(store: Store) -> str:
    """Give the address of a store."""
    return store.url.render_as_string(hide_password=False)


def test_a_backup_brings_back_what_was_there_and_keeps_what_it_replaces(store: Store, tmp_path: Path) -> None:
    fill(store)
    before = newest_hash(store)
    copy = tmp_path / "copy.bak"
    backup(store, copy)
    write_actual(store, year=2023, value=Decimal(9))
    after = newest_hash(store)
    kept = restore(_url(store), copy)
    assert kept is not None
    assert kept.is_file()
    opened = open_store(_url(store))
    assert newest_hash(opened) == before
    assert verify(opened) == []
    write_actual(opened, year=2024, value=Decimal(3))
    opened.close()
    if store.url.get_backend_name() == "sqlite":
        replaced = open_store(str(kept))
        assert newest_hash(replaced) == after
        replaced.close()


def test_a_program_that_has_the_store_open_goes_on_with_what_was_restored(file_store: Store, tmp_path: Path) -> None:
    fill(file_store)
    backup(file_store, tmp_path / "copy.db")
    write_actual(file_store, year=2023, value=Decimal(9))
    restore(_url(file_store), tmp_path / "copy.db")
    assert len(list(actuals(file_store))) == 3
    write_actual(file_store, year=2024, value=Decimal(9))
    assert verify(file_store) == []


def test_a_backup_is_restored_where_no_store_is(file_store: Store, tmp_path: Path) -> None:
    fill(file_store)
    backup(file_store, tmp_path / "copy.db")
    place = tmp_path / "new" / "tracker.db"
    assert restore(f"sqlite:///{place}", tmp_path / "copy.db") is None
    opened = open_store(str(place))
    assert newest_hash(opened) == newest_hash(file_store)
    opened.close()


def test_a_backup_replaces_a_store_that_cannot_be_read_any_more(file_store: Store, tmp_path: Path) -> None:
    fill(file_store)
    backup(file_store, tmp_path / "copy.db")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 9000)
    kept = restore(str(broken), tmp_path / "copy.db")
    assert kept is not None
    assert kept.read_bytes().endswith(b"\xff" * 9000)
    opened = open_store(str(broken))
    assert verify(opened) == []
    opened.close()


def test_a_store_that_another_program_is_writing_to_is_not_pushed_aside(
    file_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_copies, "_PATIENCE", 0.1)
    fill(file_store)
    backup(file_store, tmp_path / "copy.db")
    write_actual(file_store, year=2023, value=Decimal(9))
    with file_store.write() as connection:
        connection.exec_driver_sql("DELETE FROM drafts")
        with pytest.raises(StoreError, match="still being written"):
            restore(_url(file_store), tmp_path / "copy.db")
    assert file_store.version() == 2
    assert list(tmp_path.glob("*-replaced-*")) == []


def test_what_is_written_while_a_backup_is_restored_is_there_or_kept(file_store: Store, tmp_path: Path) -> None:
    fill(file_store)
    backup(file_store, tmp_path / "copy.db")
    done, ended = set(), Event()

    def write() -> None:
        for number in count(10_000_000):
            if ended.is_set():
                return
            with file_store.write() as connection:
                connection.exec_driver_sql("INSERT INTO deed_tokens VALUES (?, '2026-01-01')", (str(number),))
            done.add(str(number))

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        for _round in range(5):
            restore(_url(file_store), tmp_path / "copy.db")
        ended.set()
        writing.result()
    kept = set()
    for place in [tmp_path / "tracker.db", *tmp_path.glob("*-replaced-*.db")]:
        kept |= set(ask_outside(place, "SELECT token FROM deed_tokens").split())
    assert done
    assert done - kept == set()


def test_a_backup_never_overwrites_a_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.bak").write_text("mine")
    with pytest.raises(StoreError, match="already there"):
        backup(store, tmp_path / "copy.bak")
    assert (tmp_path / "copy.bak").read_text() == "mine"


def test_a_backup_into_a_folder_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no folder"):
        backup(store, tmp_path / "nowhere" / "copy.bak")


def test_a_backup_that_cannot_be_written_is_told(file_store: Store) -> None:
    with pytest.raises(StoreError):
        backup(file_store, Path("/proc/copy.db"))


def test_a_backup_that_does_not_fit_on_the_disk_leaves_nothing_behind(
    file_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tracker.store.backups.write_checksum", full)
    with pytest.raises(StoreError, match="No space left"):
        backup(file_store, tmp_path / "copy.db")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("copy")] == []


def test_a_backup_with_a_flipped_bit_is_not_restored(store: Store, tmp_path: Path) -> None:
    fill(store)
    copy = tmp_path / "copy.bak"
    backup(store, copy)
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    with pytest.raises(StoreError, match="checksum differs"):
        restore(_url(store), copy)
    assert store.version() == 1


def test_a_backup_without_its_checksum_is_not_restored(file_store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with pytest.raises(StoreError, match="no backup"):
        restore(_url(file_store), copy)
    backup(file_store, copy)
    (tmp_path / "copy.db.sha256").unlink()
    with pytest.raises(StoreError, match="is missing"):
        restore(_url(file_store), copy)


def test_an_edited_backup_is_not_restored_even_with_a_fitting_checksum(file_store: Store, tmp_path: Path) -> None:
    fill(file_store)
    edited = open_store(str(tmp_path / "edited.db"), create=True)
    fill(edited)
    with edited.write_engine.begin() as connection:
        connection.exec_driver_sql("UPDATE goals SET due = 2030 WHERE goal = 'firms-2025'")
    backup(edited, tmp_path / "copy.db")
    edited.close()
    with pytest.raises(StoreError, match="not whole"):
        restore(_url(file_store), tmp_path / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir() if "trial" in path.name) == []


@pytest.mark.postgresql
def test_a_server_is_not_copied_without_its_tools(
    postgresql_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(server_copies, "_DEBIAN", tmp_path)
    with pytest.raises(StoreError, match="pg_dump is not installed"):
        backup(postgresql_store, tmp_path / "copy.dump")


@pytest.mark.postgresql
def test_a_file_that_is_no_dump_is_not_restored_into_a_server(
    postgresql_store: Store, file_store: Store, tmp_path: Path
) -> None:
    fill(postgresql_store)
    backup(file_store, tmp_path / "copy.db")
    with pytest.raises(StoreError, match="pg_restore failed"):
        restore(_url(postgresql_store), tmp_path / "copy.db")
    assert postgresql_store.version() == 1
