"""The history of accounts is appended to alone, and an edit of it is found."""

import pytest

from tests.store.conftest import Calendar
from tests.store.samples import by_hand
from tracker.domain.people.accounts import AccountEventKind
from tracker.errors import RefusedInputError, StoreError
from tracker.store import Store, verify
from tracker.store.accounts.account_events import account_history, note_account

EDITS = {
    "an address": "UPDATE account_events SET address = '10.0.0.9' WHERE id = 2",
    "the time": "UPDATE account_events SET at = '2001-01-01T00:00:00.000000Z' WHERE id = 1",
    "an entry taken away": "DELETE FROM account_events WHERE id = 2",
}


def _note(store: Store, *deeds: AccountEventKind) -> None:
    for deed in deeds:
        with store.write() as connection:
            note_account(connection, store.clock(), deed, "wang", who="chief", address="10.0.0.1", detail="via test")


@pytest.fixture
def noted(store: Store) -> Store:
    _note(store, AccountEventKind.ADDED, AccountEventKind.FAILED, AccountEventKind.SIGNED_IN)
    return store


def test_events_come_back_newest_first_in_the_order_they_happened(noted: Store, calendar: Calendar) -> None:
    events = account_history(noted, limit=2)
    assert [event.deed for event in events] == [AccountEventKind.SIGNED_IN, AccountEventKind.FAILED]
    assert events[0].at > events[1].at
    assert account_history(noted, since=calendar.now)[0].detail == "via test"
    assert verify(noted) == []


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_the_store_refuses_to_rewrite_them(noted: Store, edit: str) -> None:
    with pytest.raises(Exception, match="append-only"):
        by_hand(noted, edit)
    assert verify(noted) == []


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_found_even_after_the_guards_were_taken_away(noted: Store, edit: str) -> None:
    if noted.write_engine.dialect.name == "sqlite":
        by_hand(noted, *(f"DROP TRIGGER account_events_append_only_{deed}" for deed in ("update", "delete")))
    else:
        by_hand(noted, "DROP TRIGGER account_events_append_only ON account_events")
    assert [problem.seen for problem in verify(noted)] == ["account_events"]
    by_hand(noted, edit)
    assert any("edited at this entry" in str(problem) for problem in verify(noted))


def test_accounts_that_make_no_sense_are_refused(store: Store) -> None:
    row = "'wang', 'Wang', '{role}', {disabled}, '2026', '2026', 1"
    columns = "account, name, role, disabled, created_at, changed_at, version"
    for wrong in (row.format(role="king", disabled=0), row.format(role="viewer", disabled=2)):
        with pytest.raises((RefusedInputError, StoreError)), store.write() as connection:
            connection.exec_driver_sql(f"INSERT INTO accounts ({columns}) VALUES ({wrong})")
