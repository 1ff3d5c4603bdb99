"""The schema is written once, and stores of every age have it."""

from collections.abc import Callable

import pytest
from sqlalchemy import Column, Integer, MetaData, exc

from tests.store.database.schema_reading import rows_of, schema_of
from tests.store.older import older_store
from tests.store.samples import by_hand, fill
from tests.store.tampering import fill_everything
from tracker.domain.kinds import Kind
from tracker.domain.people.roles import Role
from tracker.errors import RefusedInputError, StoreError
from tracker.store import Store, open_store, verify
from tracker.store.audit import journal
from tracker.store.database.alterations import ChangedCheck, Steps
from tracker.store.database.dialects import Dialect
from tracker.store.database.schema.columns import one_of
from tracker.store.migrations import MIGRATIONS

# One table of each sort: referred to by all, with triggers, clustered, referring to itself, with a check written
# within a column, and the two whose vocabularies grow most.
GROWN = {
    "goals": ChangedCheck("goals", "goal_kind_known", one_of("kind", [*Kind, "wish"])),
    "accounts": ChangedCheck("accounts", "account_role_known", one_of("role", [*Role, "auditor"])),
    "change_sets": ChangedCheck("change_sets", "change_set_id_positive", "id > -1"),
    "entry_events": ChangedCheck(
        "entry_events", "entry_event_deed_known", "deed IN ('submit', 'accept', 'return', 'deadline', 'with(draw')"
    ),
    "entries": ChangedCheck("entries", "entry_state_known", "state IN ('submitted', 'returned', 'accepted', 'held')"),
    "zones": ChangedCheck("zones", "zone_not_its_own_parent", "parent <> zone OR zone = 'world'"),
    "sessions": ChangedCheck("sessions", "session_vouched_flag", "vouched IN (0, 1, 2)"),
}


def _growing(_sql: Dialect) -> Steps:
    return list(GROWN.values())


@pytest.fixture
def full(address: str) -> Store:
    """Return a store with something in every table."""
    store = open_store(address, create=True)
    fill(store)
    fill_everything(store)
    return store


def test_a_new_store_has_the_schema_of_one_that_went_through_every_migration(
    new_address: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, upgraded = open_store(new_address(), create=True), older_store(new_address(), monkeypatch, migrations=99)
    with new.read() as connection, upgraded.read() as other:
        assert schema_of(connection) == schema_of(other)
        assert rows_of(connection)["journal_head"] == rows_of(other)["journal_head"]
    new.close()
    upgraded.close()


@pytest.mark.parametrize("age", range(1, len(MIGRATIONS)))
def test_a_store_of_any_age_is_brought_to_the_schema_of_a_new_one(
    new_address: Callable[[], str], age: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = new_address()
    older_store(old, monkeypatch, migrations=age).close()
    new, upgraded = open_store(new_address(), create=True), open_store(old)
    with new.read() as connection, upgraded.read() as other:
        assert schema_of(connection) == schema_of(other)
    fill(upgraded)
    assert verify(upgraded) == []
    new.close()
    upgraded.close()


def test_vocabularies_of_a_filled_store_gain_a_word_and_all_else_stays(
    full: Store, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full.read() as connection:
        schema, rows = schema_of(connection), rows_of(connection)
    full.close()
    monkeypatch.setitem(MIGRATIONS, "0099 grown", _growing)
    store = open_store(address)
    with store.read() as connection:
        after, rows_after = schema_of(connection), rows_of(connection)
    changed = {f"constraint {table} {step.name}" for table, step in GROWN.items()}
    assert {name for name in {*schema, *after} if schema.get(name) != after.get(name)} == changed
    assert {name for name in rows if rows[name] != rows_after[name]} == {"migrations"}
    assert verify(store) == []
    by_hand(store, "UPDATE goals SET kind = 'wish' WHERE goal = 'firms-2025'")
    for refused in (
        "UPDATE goals SET kind = 'dream' WHERE goal = 'firms-2025'",
        "UPDATE goals SET plan = 'nowhere'",
        "DELETE FROM zones WHERE zone = 'city'",
        "UPDATE entry_events SET deed = 'submit'",
        "DELETE FROM change_sets",
    ):
        with pytest.raises(exc.DBAPIError):
            by_hand(store, refused)
    store.close()


@pytest.mark.parametrize(
    "last",
    [
        "INSERT INTO nowhere VALUES (1)",
        ChangedCheck("goals", "goal_kind_known", "kind IN ('wish')"),
        ChangedCheck("goals", "goal_mood_known", "kind IN ('wish')"),
    ],
    ids=["a statement that fails", "a row that the check refuses", "a check that is not there"],
)
def test_a_change_of_tables_that_fails_half_way_leaves_nothing_behind(
    full: Store, address: str, last: str | ChangedCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full.read() as connection:
        schema, rows = schema_of(connection), rows_of(connection)
    full.close()
    with monkeypatch.context() as failing:
        failing.setitem(MIGRATIONS, "0099 failing", lambda sql: [*_growing(sql), last])
        with pytest.raises((StoreError, RefusedInputError)):
            open_store(address)
    store = open_store(address)
    with store.read() as connection:
        assert (schema_of(connection), rows_of(connection)) == (schema, rows)
    assert verify(store) == []
    store.close()


def test_a_column_with_a_value_in_it_is_told_to_the_journal(
    full: Store, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full.read() as connection:
        schema = schema_of(connection)
    full.close()
    wider = journal.COVERED["accounts"].table.to_metadata(MetaData())
    wider.append_column(Column("lamp", Integer))
    monkeypatch.setitem(journal.COVERED, "accounts", journal.Covered(wider, ("account",)))
    column = "ALTER TABLE accounts ADD COLUMN lamp INTEGER NOT NULL DEFAULT 1 CONSTRAINT lamp_lit CHECK (lamp < 2)"
    monkeypatch.setitem(MIGRATIONS, "0099 lamps", lambda _sql: [column])
    store = open_store(address)
    with store.read() as connection:
        after = schema_of(connection)
    assert {name for name in {*schema, *after} if schema.get(name) != after.get(name)} == {
        "table accounts",
        "constraint accounts lamp_lit",
    }
    assert verify(store) == []
    by_hand(store, "UPDATE accounts SET lamp = 0 WHERE account = 'li'")
    assert verify(store) != []
    store.close()
