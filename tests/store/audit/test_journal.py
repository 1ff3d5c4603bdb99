"""Whatever is altered behind the program's back is found, also by somebody who takes the guards away for it."""

from typing import Any

import pytest
from sqlalchemy import Column, LargeBinary, Table, Text, inspect

from tests.store.samples import by_hand, fill
from tests.store.tampering import ENDED, RUNNING, fill_everything, tamper, tampering
from tracker.errors import Problem
from tracker.store import Snapshot, Store, open_store, verify
from tracker.store.accounts.accounts import change_account
from tracker.store.audit.journal import CHAINS
from tracker.store.database.schema.columns import metadata

SESSION = "token_hash, account, made_at, seen_at, address, agent"
NOW = "'2026-01-01T00:00:00.000000Z'"
TAMPERINGS = {
    "a role": ("UPDATE accounts SET role = 'administrator' WHERE account = 'li'",),
    "the hash of a password": ("UPDATE accounts SET password_hash = '$argon2id$mine' WHERE account = 'chief'",),
    "an account put in": (
        "INSERT INTO accounts (account, name, role, disabled, created_at, changed_at, version) "
        f"VALUES ('eve', 'Eve', 'administrator', 0, {NOW}, {NOW}, 1)",
    ),
    "an account disabled": ("UPDATE accounts SET disabled = 1 WHERE account = 'chief'",),
    "a zone given": ("INSERT INTO account_zones (account, zone) VALUES ('li', 'city')",),
    "a zone taken": ("DELETE FROM account_zones",),
    "a session put in": (f"INSERT INTO sessions ({SESSION}) VALUES ('{'d' * 64}', 'chief', {NOW}, {NOW}, '', '')",),
    "a session of somebody else": (f"UPDATE sessions SET account = 'chief' WHERE token_hash = '{RUNNING}'",),
    "a session begun again": (f"UPDATE sessions SET ended_at = NULL WHERE token_hash = '{ENDED}'",),
    "a session taken away": (f"DELETE FROM sessions WHERE token_hash = '{ENDED}'",),
    "a link for the first administrator": (f"UPDATE first_links SET made_at = '2036{NOW[5:]}",),
    "a deadline": ("UPDATE rounds SET set_by = 'eve'",),
    "what a value was taken to mean": ('UPDATE entries SET actual = \'{"value":"9"}\'',),
    "the name of an evidence file": ("UPDATE evidence SET name = 'other.pdf'",),
    "an evidence file that nothing names": (
        "UPDATE entries SET evidence = NULL",
        "DELETE FROM evidence",
    ),
    "a draft": ('UPDATE drafts SET typed = \'{"value":"10"}\' WHERE year = 2025',),
    "all entries with their history": ("DELETE FROM entries", "DELETE FROM entry_events", "DELETE FROM rounds"),
    "all slide sets with their history": ("DELETE FROM slide_sets", "DELETE FROM slide_set_events"),
    "the last change with all it stored": (
        "DELETE FROM actuals WHERE change_set = 2",
        "DELETE FROM actual_revisions WHERE change_set = 2",
        "DELETE FROM change_sets WHERE id = 2",
    ),
    "the end of the history of accounts": ("DELETE FROM account_events WHERE id >= 3",),
    "the last entry with its event": (
        "DELETE FROM entries",
        "DELETE FROM entry_events WHERE version IS NOT NULL",
    ),
    "the end of the journal": ("DELETE FROM journal WHERE id > 10",),
    "the last entry of the journal": ("DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)",),
    "all of the journal": ("DELETE FROM journal",),
    "the journal and its head": ("DELETE FROM journal", "DELETE FROM journal_head"),
    "a line of the journal": ("UPDATE journal SET new = NULL WHERE table_name = 'accounts'",),
    "the head of the journal": ("UPDATE journal_head SET number = number - 1",),
}


@pytest.fixture(scope="module")
def full(filled: Store) -> Store:
    """A store with something in every table, which tests leave as it is."""
    fill_everything(filled)
    assert verify(filled) == []
    return filled


def _found(store: Store, *statements: str) -> list[Problem]:
    """Return what is found after a tampering."""
    with tampering(store) as connection:
        tamper(connection, *statements)
        return verify(Snapshot(connection))


@pytest.mark.parametrize("statements", TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_a_tampering_is_found(full: Store, statements: tuple[str, ...]) -> None:
    assert _found(full, *statements) != []
    assert verify(full) == []


@pytest.mark.parametrize("chain", [*CHAINS, "journal"])
def test_the_last_entry_of_a_chain_is_missed_when_it_is_cut_off(full: Store, chain: str) -> None:
    found = _found(full, f"DELETE FROM {chain} WHERE id = (SELECT max(id) FROM {chain})")
    assert any(chain in problem.seen for problem in found)


def test_what_was_altered_stays_found_when_the_program_changes_the_row_later(full: Store) -> None:
    with tampering(full) as connection:
        tamper(connection, "UPDATE accounts SET role = 'administrator' WHERE account = 'li'")
        change_account(connection, full.clock(), "li", name="Li")
        (found,) = verify(Snapshot(connection))
    assert found.seen == 'accounts ["li"]'


def test_a_journal_that_was_cut_stays_cut_when_the_program_goes_on(full: Store) -> None:
    with tampering(full) as connection:
        tamper(connection, "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)")
        change_account(connection, full.clock(), "li", name="Li")
        assert verify(Snapshot(connection)) != []


#: What nobody gains by altering: see `COVERED`. A series without a value or a goal says nothing.
NOT_FOLLOWED = {"migrations", "sign_in_attempts", "deed_tokens"}
# When a session was last seen, and a number that gives no more than the order within a change.
NOT_COVERED = {("sessions", "seen_at"), ("definition_revisions", "id")}
COLUMNS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}")
    for table in metadata.tables.values()
    for column in table.c
    if table.name not in NOT_FOLLOWED and (table.name, column.name) not in NOT_COVERED
]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_no_column_can_be_altered_unseen(full: Store, table: Table, column: Column[Any]) -> None:
    name = f'"{column.name}"'
    other = f"coalesce({name}, '') || 'x'" if isinstance(column.type, Text) else f"coalesce({name}, 0) + 1"
    if isinstance(column.type, LargeBinary):
        other = "'x'" if full.write_engine.dialect.name == "postgresql" else "x'00'"
    with full.read() as connection:
        (key, *_rest) = inspect(connection).get_pk_constraint(table.name)["constrained_columns"]
    last = f"WHERE {key} = (SELECT max({key}) FROM {table.name})"
    assert _found(full, f"UPDATE {table.name} SET {name} = {other} {last}") != []


@pytest.mark.parametrize("table", [table for table in metadata.tables.values() if table.name not in NOT_FOLLOWED])
def test_no_table_can_be_emptied_unseen(full: Store, table: Table) -> None:
    assert _found(full, f"DELETE FROM {table.name}") != []


def test_a_store_from_before_the_journal_is_taken_over_whole_and_followed_from_then_on(address: str) -> None:
    store = open_store(address, create=True)
    fill(store)
    fill_everything(store)
    by_hand(store, "DROP TABLE journal", "DROP TABLE journal_head", "DELETE FROM migrations WHERE name LIKE '0008%'")
    store.close()
    store = open_store(address)
    assert verify(store) == []
    assert _found(store, "UPDATE accounts SET role = 'administrator'") != []
    assert _found(store, "DELETE FROM entries", "DELETE FROM entry_events", "DELETE FROM rounds") != []
    store.close()
