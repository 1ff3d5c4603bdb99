"""The store's file while it is open: what other programs do to it, and what happens where it is taken away."""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.other_programs import ask_outside, locks_on
from tests.store.samples import fill, write_actual
from tracker.errors import DisplacedStoreError
from tracker.store import Store, backup, open_store, restore, verify
from tracker.store.database.store_file import StoreFile
from tracker.store.record.actuals import actuals


def _place(store: Store) -> Path:
    return Path(store.url.database or "")


def _beside(store: Store, suffix: str) -> Path:
    return _place(store).with_name(_place(store).name + suffix)


@pytest.fixture
def shown(file_store: Store) -> Store:
    """A store with the small plan, whose log holds what was written last."""
    fill(file_store)
    write_actual(file_store, year=2023, value=Decimal(9))
    return file_store


@pytest.mark.parametrize(
    "statement", ["SELECT count(*) FROM plans", "PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA journal_mode"]
)
def test_another_program_on_the_file_costs_nothing(shown: Store, statement: str) -> None:
    place, before = _place(shown), locks_on(_place(shown))
    assert before
    open_store(str(place)).close()
    ask_outside(place, statement)
    write_actual(shown, year=2024, value=Decimal(5))
    assert locks_on(place) == before
    shown.close()
    opened = open_store(str(place))
    assert opened.version() == 3
    assert verify(opened) == []
    opened.close()


def test_another_program_cannot_leave_the_log_while_the_store_is_open(shown: Store) -> None:
    log = _beside(shown, "-wal").stat().st_ino
    with pytest.raises(AssertionError, match="locked"):
        ask_outside(_place(shown), "PRAGMA busy_timeout = 50; PRAGMA journal_mode = DELETE")
    assert _beside(shown, "-wal").stat().st_ino == log


def test_whatever_opens_and_closes_the_store_in_this_program_leaves_the_locks(shown: Store, tmp_path: Path) -> None:
    place, before = _place(shown), locks_on(_place(shown))
    verify(shown)
    backup(shown, tmp_path / "copy.db")
    restore(str(place), tmp_path / "copy.db")
    with shown.read(), shown.read(), shown.read(), shown.read(), shown.read(), shown.read(), shown.read():
        write_actual(shown, year=2024, value=Decimal(5))
    assert locks_on(place) == before


def _move(store: Store) -> None:
    _place(store).rename(_place(store).with_name("moved.db"))


def _replace(store: Store) -> None:
    other = _place(store).with_name("other.db")
    shutil.copyfile(_place(store), other)
    other.replace(_place(store))


TAKEN: dict[str, Callable[[Store], object]] = {
    "moved": _move,
    "replaced": _replace,
    "removed": lambda store: _place(store).unlink(),
    "log removed": lambda store: _beside(store, "-wal").unlink(),
    "index of the log removed": lambda store: _beside(store, "-shm").unlink(),
    "folder moved": lambda store: _place(store).parent.rename(f"{_place(store).parent}-moved"),
}


@pytest.mark.parametrize("take", TAKEN.values(), ids=TAKEN)
def test_a_store_whose_file_is_taken_away_neither_writes_nor_answers(
    shown: Store, take: Callable[[Store], object]
) -> None:
    take(shown)
    with pytest.raises(DisplacedStoreError, match="Start the server again"):
        write_actual(shown, year=2024, value=Decimal(5))
    with pytest.raises(DisplacedStoreError):
        shown.version()


@pytest.mark.parametrize("take", TAKEN.values(), ids=TAKEN)
def test_what_is_taken_away_during_a_change_is_not_called_done(shown: Store, take: Callable[[Store], object]) -> None:
    with ExitStack() as change:
        connection = change.enter_context(shown.write())
        connection.exec_driver_sql("DELETE FROM drafts")
        take(shown)
        with pytest.raises(DisplacedStoreError):
            change.close()


def test_what_is_taken_away_while_it_is_written_is_not_called_done(shown: Store) -> None:
    event.listen(shown.write_engine, "commit", lambda _connection: TAKEN["log removed"](shown))
    with pytest.raises(DisplacedStoreError):
        write_actual(shown, year=2024, value=Decimal(5))


def test_a_file_that_is_put_back_is_not_trusted_before_the_next_start(shown: Store) -> None:
    _move(shown)
    with pytest.raises(DisplacedStoreError):
        shown.version()
    _place(shown).with_name("moved.db").rename(_place(shown))
    with pytest.raises(DisplacedStoreError):
        write_actual(shown, year=2024, value=Decimal(5))


def test_a_link_that_leads_to_another_file_is_noticed(shown: Store, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(_place(shown))
    linked = open_store(str(link))
    write_actual(linked, year=2024, value=Decimal(5))
    shutil.copyfile(_place(shown), link.with_name("other.db"))
    link.unlink()
    link.symlink_to("other.db")
    with pytest.raises(DisplacedStoreError):
        write_actual(linked, year=2025, value=Decimal(5))
    linked.close()


def test_a_log_that_another_program_has_begun_is_left_to_it(shown: Store) -> None:
    ask_outside(_place(shown), "PRAGMA wal_checkpoint(TRUNCATE)")
    for suffix in ("-wal", "-shm"):
        _beside(shown, suffix).unlink()
    ask_outside(_place(shown), "INSERT INTO deed_tokens VALUES (printf('%064d', 1), '2026-01-01')")
    with pytest.raises(DisplacedStoreError):
        shown.version()
    assert shown.save_displaced()
    assert ask_outside(_place(shown), "SELECT count(*) FROM deed_tokens") == "1"


@pytest.mark.parametrize("suffix", ["-wal", "-shm"])
def test_what_a_removed_log_held_is_in_the_file_at_the_next_start(shown: Store, suffix: str) -> None:
    before = shown.version()
    _beside(shown, suffix).unlink()
    with pytest.raises(DisplacedStoreError):
        shown.version()
    assert shown.save_displaced()
    # A killed server completes nothing more: what is on the disk is what is left.
    left = _place(shown).with_name("left.db")
    shutil.copyfile(_place(shown), left)
    opened = open_store(str(left))
    assert opened.version() == before
    assert verify(opened) == []
    opened.close()


@pytest.mark.parametrize("taken", ["moved", "replaced", "removed"])
def test_what_a_displaced_store_held_is_kept_beside_it(shown: Store, taken: str) -> None:
    before = shown.version()
    TAKEN[taken](shown)
    with pytest.raises(DisplacedStoreError):
        shown.version()
    assert shown.save_displaced()
    assert shown.save_displaced()
    # An old log would be taken for the other file's own.
    assert not _beside(shown, "-wal").stat().st_size
    (kept,) = _place(shown).parent.glob("*-displaced-*")
    opened = open_store(str(kept))
    assert opened.version() == before
    assert len(list(actuals(opened))) == 4
    assert verify(opened) == []
    opened.close()


def _refused(store: Store) -> bool:
    try:
        write_actual(store, year=2025, value=Decimal(5))
    except DisplacedStoreError:
        return True
    return False


@pytest.mark.parametrize("tidied", [False, True])
@pytest.mark.parametrize("copied", ["a backup", "its own older bytes", "another database"])
def test_a_file_that_is_copied_over_takes_nothing_that_would_be_lost(
    shown: Store, tmp_path: Path, copied: str, tidied: bool
) -> None:
    place, other = _place(shown), tmp_path / "other.db"
    ask_outside(place, "PRAGMA wal_checkpoint(TRUNCATE)")
    if copied == "a backup":
        backup(shown, other)
    elif copied == "another database":
        ask_outside(other, "CREATE TABLE things (name TEXT); INSERT INTO things VALUES ('thing')")
    else:
        subprocess.run(["cp", place, other], check=True)
    write_actual(shown, year=2024, value=Decimal(5))
    if tidied:
        ask_outside(place, "PRAGMA wal_checkpoint(TRUNCATE)")
        shown.check_content()
    subprocess.run(["cp", other, place], check=True)
    if copied == "its own older bytes" and not tidied:
        # The log still holds all that differs.
        assert not _refused(shown)
        assert verify(shown) == []
        assert shown.version() == 4
    else:
        assert _refused(shown)


def test_the_log_of_the_content_before_spoils_no_file_that_was_copied_over(shown: Store, tmp_path: Path) -> None:
    place, other = _place(shown), tmp_path / "other.db"
    ask_outside(place, "PRAGMA wal_checkpoint(TRUNCATE)")
    backup(shown, other)
    for year in range(2024, 2030):
        write_actual(shown, year=year, value=Decimal(5))
    subprocess.run(["cp", other, place], check=True)
    assert _refused(shown)
    assert shown.save_displaced()
    shown.close()
    assert place.read_bytes() == other.read_bytes()
    opened = open_store(str(place))
    assert opened.version() == 2
    assert verify(opened) == []
    opened.close()


def test_a_false_alarm_of_a_copy_loses_nothing(shown: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    write_actual(shown, year=2024, value=Decimal(5))
    monkeypatch.setattr(StoreFile, "_is_overwritten", lambda _file, _seen: True)
    assert _refused(shown)
    assert shown.save_displaced()
    shown.close()
    monkeypatch.undo()
    (kept,) = _place(shown).parent.glob("*-displaced-*.db")
    opened = open_store(str(kept))
    assert opened.version() == 3
    assert verify(opened) == []
    opened.close()


@pytest.mark.parametrize("disturb", ["PRAGMA wal_checkpoint(PASSIVE)", "PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM"])
def test_what_other_programs_may_do_stops_no_change(shown: Store, disturb: str) -> None:
    for year in range(2024, 2030):
        ask_outside(_place(shown), disturb)
        _place(shown).touch()
        write_actual(shown, year=year, value=Decimal(5))
        ask_outside(_place(shown), disturb)
        ask_outside(_place(shown), f"INSERT INTO deed_tokens VALUES (printf('%064d', {year}), '2026-01-01')")
    assert verify(shown) == []
