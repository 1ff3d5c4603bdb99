"""The deeds of all histories come in one order, filtered alike on SQLite and PostgreSQL."""

import pytest

from tests.store.samples import fill, write_actual
from tracker.domain.entry.entries import EntryKey, Typed
from tracker.domain.history.events import EventKind, Subject
from tracker.domain.people.accounts import AccountEventKind
from tracker.store import Store
from tracker.store.accounts.account_events import note_account
from tracker.store.audit.audit_conditions import Wanted
from tracker.store.audit.audit_events import Chain, account_names, count_events, entries_within, list_events, people
from tracker.store.audit.change_contents import actual_changes, definition_changes, holds
from tracker.store.audit.newest_hashes import event_of_hash, newest_hashes
from tracker.store.entry.entry_writer import Meaning, open_entry_writer


def deeds_of_everybody(store: Store) -> None:
    """Report a value, correct it by hand, and sign in."""
    with open_entry_writer(store) as writer:
        key = EntryKey(zone="park", indicator="firms", year=2023)
        writer.submit("li", key, Typed(value="9"), Meaning(words="9", actual='{"value":"9"}'), None)
    write_actual(store, year=2022, value=6)
    with store.write() as connection:
        note_account(connection, store.clock(), AccountEventKind.SIGNED_IN, "li")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(accounts=True), ["account-1", "change-2", "entry-1", "change-1"]),
        (Wanted(), ["change-2", "entry-1", "change-1"]),
        (Wanted(accounts=True, about=Subject(account="li")), ["account-1"]),
        (Wanted(about=Subject(zones=("park",), indicator="firms", year=2022)), ["change-2", "change-1"]),
        (Wanted(about=Subject(year=2023)), ["entry-1"]),
        (Wanted(about=Subject(zones=("city",))), ["change-1"]),
        (Wanted(about=Subject(indicator="firms")), ["change-2", "entry-1", "change-1"]),
        (Wanted(about=Subject(entity="plan", key="park-14")), ["change-1"]),
        (Wanted(about=Subject(entity="goal", key="none")), []),
        (Wanted(scope=("city",), definitions=False), []),
        (Wanted(scope=("park",), definitions=False), ["change-2", "entry-1", "change-1"]),
        (Wanted(definitions=False), ["change-2", "entry-1", "change-1"]),
        (Wanted(definitions=False, about=Subject(entity="plan", key="park-14")), []),
        (Wanted(who="Officer"), ["change-2"]),
        (Wanted(kind=EventKind.SUBMIT), ["entry-1"]),
        (Wanted(kind=EventKind.ACCOUNT), []),
        (Wanted(text="REPORTED"), ["change-2"]),
        (Wanted(text="%"), []),
    ],
)
def test_deeds_are_found_by_what_they_are_about_and_who_asks(store: Store, wanted: Wanted, found: list[str]) -> None:
    fill(store)
    deeds_of_everybody(store)
    listed = [f"{deed.chain}-{deed.id}" for deed in list_events(store, wanted, limit=10)]
    # The clock stands still, so that only the order within a chain is certain.
    assert sorted(listed) == sorted(found)
    assert count_events(store, wanted) == len(found)
    assert len(list_events(store, wanted, limit=10, offset=1)) == max(0, len(found) - 1)


def test_what_a_change_set_holds_is_counted_and_told_with_what_was_before(store: Store) -> None:
    fill(store)
    deeds_of_everybody(store)
    first = holds(store, 1, Wanted())
    assert (first.new, first.changed, first.actuals, first.total) == (
        {"source": 1, "zone": 2, "indicator": 2, "plan": 1, "goal": 3}, {}, 3, 12,
    )  # fmt: skip
    park = Wanted(scope=("park",), definitions=False, about=Subject(indicator="firms"))
    assert holds(store, 1, park).total == 2
    (change,) = actual_changes(store, 2, park, limit=5)
    assert change.old is not None
    assert (str(change.old.value), str(change.new.value)) == ("5.10", "6")
    assert [one.key for one in definition_changes(store, 1, Wanted(), limit=2, offset=1)] == ["city", "park"]
    assert entries_within(store, 2, Wanted()) == []


def test_the_newest_hashes_are_those_of_the_chains_and_are_found_again(store: Store) -> None:
    assert newest_hashes(store) == []
    fill(store)
    deeds_of_everybody(store)
    newest = newest_hashes(store)
    assert [(one.table, one.number) for one in newest] == [
        ("change_sets", 2), ("entry_events", 1), ("account_events", 1), ("journal", 6),
    ]  # fmt: skip
    assert [event_of_hash(store, one.hash) for one in newest] == newest
    assert event_of_hash(store, "0" * 64) is None


def test_people_of_accounts_are_told_to_those_who_may_see_them(store: Store) -> None:
    with store.write() as connection:
        note_account(connection, store.clock(), AccountEventKind.SIGNED_IN, "li")
    assert people(store, accounts=True) == {"li"}
    assert people(store, accounts=False) == set()
    assert account_names(store) == {}
    assert list_events(store, Wanted(accounts=True), limit=1)[0].chain is Chain.ACCOUNTS
