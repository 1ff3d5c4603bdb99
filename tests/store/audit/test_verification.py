"""Whatever is edited behind the program's back is found."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tests.store.samples import by_hand, fill, write_actual
from tracker.store import Store, open_store, verify
from tracker.store.audit import digests


def _unguard(store: Store) -> None:
    """Take away what keeps the history from being rewritten, as a determined forger would."""
    for table in ("change_sets", "definition_revisions", "actual_revisions"):
        if store.write_engine.dialect.name == "sqlite":
            names = [f"DROP TRIGGER {table}_append_only_{deed}" for deed in ("update", "delete")]
            by_hand(store, *names)
        else:
            by_hand(store, f"DROP TRIGGER {table}_append_only ON {table}")


def test_a_store_that_only_the_program_wrote_is_whole(store: Store) -> None:
    assert verify(store) == []
    fill(store)
    write_actual(store, year=2021, value=Decimal(4))
    assert verify(store) == []


EDITS_OF_NOW = {
    "a goal's note": "UPDATE goals SET note = 'as agreed' WHERE goal = 'stadium'",
    "a goal's value": "UPDATE goals SET value = '9', value_number = 9 WHERE goal = 'firms-2025'",
    "a goal's series": "UPDATE goals SET series = (SELECT max(id) FROM series) WHERE goal = 'firms-2025'",
    "a goal taken away": "DELETE FROM goals WHERE goal = 'stadium'",
    "a source's title": "UPDATE sources SET title = 'Another report'",
    "an actual's number": "UPDATE actuals SET low = 1, high = 100000000000",
    "an actual taken away": "DELETE FROM actuals WHERE year = 2022",
    "an actual set back": "UPDATE actuals SET revision = 0 WHERE year = 2021",
    "a zone out of nowhere": (
        "INSERT INTO zones (zone, name, revision, change_set) VALUES ('ghost', 'Ghost town', 1, 1)"
    ),
}


@pytest.mark.parametrize("edit", EDITS_OF_NOW.values(), ids=EDITS_OF_NOW.keys())
def test_an_edit_of_what_stands_now_is_found(store: Store, edit: str) -> None:
    fill(store)
    by_hand(store, edit)
    assert verify(store) != []


EDITS_OF_THE_PAST = {
    "a reported value": ("UPDATE actual_revisions SET value = '9' WHERE year = 2021",),
    "a note": ("UPDATE actual_revisions SET note = 'sic' WHERE year = 2022",),
    "an old goal": (
        "UPDATE definition_revisions SET content = replace(content, '12.10', '2.10')",
        "UPDATE goals SET value = '2.10', value_number = 2.1 WHERE goal = 'firms-2025'",
    ),
    "the reason": ("UPDATE change_sets SET reason = 'none' WHERE id = 1",),
    "the time": ("UPDATE change_sets SET at = '2001-01-01T00:00:00.000000Z' WHERE id = 1",),
    "a revision taken away": (
        "DELETE FROM actuals WHERE year = 2022",
        "DELETE FROM actual_revisions WHERE year = 2022",
    ),
    "the zone of a series": ("UPDATE series SET zone = 'city' WHERE indicator = 'firms' AND zone = 'park'",),
}


@pytest.mark.parametrize("edits", EDITS_OF_THE_PAST.values(), ids=EDITS_OF_THE_PAST.keys())
def test_an_edit_of_the_history_is_found_even_after_its_guards_were_taken_away(
    store: Store, edits: tuple[str, ...]
) -> None:
    fill(store)
    write_actual(store, year=2023, value=Decimal(4))
    _unguard(store)
    guards_gone = len(verify(store))
    assert guards_gone == 3
    by_hand(store, *edits)
    assert len(verify(store)) > guards_gone


def test_a_change_set_taken_out_of_the_middle_is_found(store: Store) -> None:
    fill(store)
    for year in (2023, 2024):
        write_actual(store, year=year, value=Decimal(4))
    _unguard(store)
    by_hand(
        store,
        "DELETE FROM actuals WHERE change_set = 2",
        "DELETE FROM actual_revisions WHERE change_set = 2",
        "DELETE FROM change_sets WHERE id = 2",
    )
    assert any("change set 3" in str(problem) for problem in verify(store))


def _off(store: Store, *statements: str) -> None:
    """Edit a file with its references and checks switched off."""
    with store.write_engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
            raw.execute(f"PRAGMA {pragma}")
        for statement in statements:
            raw.execute(statement)
        connection.invalidate()


def test_a_file_whose_references_lead_nowhere_is_found(file_store: Store) -> None:
    fill(file_store)
    _off(file_store, "DELETE FROM sources", "UPDATE plans SET start = 1066")
    said = "\n".join(str(problem) for problem in verify(file_store))
    assert "refers to another one" in said
    assert "CHECK constraint failed in plans" in said


def test_revisions_of_a_change_set_that_is_not_there_are_found(file_store: Store) -> None:
    fill(file_store)
    _unguard(file_store)
    _off(file_store, "DELETE FROM change_sets")
    assert any("not in the history" in str(problem) for problem in verify(file_store))


def _overwrite_middle(content: bytearray) -> None:
    """Overwrite a page in the middle."""
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\x00" * 4096


def _cut_short(content: bytearray) -> None:
    """Cut the file short."""
    del content[len(content) // 2 :]


@pytest.mark.parametrize("damage", [_overwrite_middle, _cut_short])
def test_a_damaged_file_is_found_without_a_traceback(tmp_path: Path, damage: Callable[[bytearray], None]) -> None:
    place = tmp_path / "tracker.db"
    store = open_store(str(place), create=True)
    fill(store)
    store.close()
    content = bytearray(place.read_bytes())
    store = open_store(str(place))
    store.read_engine.dispose()
    damage(content)
    place.write_bytes(content)
    assert verify(store) != []
    store.close()


def test_a_column_added_to_actuals_alters_no_digest_until_it_is_given(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    by_hand(store, "ALTER TABLE actual_revisions ADD COLUMN method TEXT")
    monkeypatch.setattr(digests, "_later_columns", ("method",))
    assert verify(store) == []
    _unguard(store)
    by_hand(store, "UPDATE actual_revisions SET method = 'census' WHERE year = 2021")
    assert verify(store) != []
