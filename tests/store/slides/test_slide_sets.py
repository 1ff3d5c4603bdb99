"""Slide sets are kept as they were put together, and every deed on one is told and cannot be rewritten."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.conftest import Calendar
from tests.store.samples import GOAL, by_hand, fill
from tracker.domain.slides.slide_sets import Origin, SlideChoice, SlideEvent, SlideSet
from tracker.domain.statuses import Rule
from tracker.errors import RefusedInputError
from tracker.store import Store, backup, open_store, restore, verify
from tracker.store.audit.audit_conditions import Wanted
from tracker.store.audit.audit_events import Chain, list_events, people
from tracker.store.audit.newest_hashes import event_of_hash, newest_hashes
from tracker.store.slides.slide_sets import (
    all_slide_sets,
    find_slide_set,
    goals_new_since,
    newest_change,
    who_changed_last,
    write_slide_set,
)

SLIDES = (
    SlideChoice(key="opening"),
    SlideChoice(key="goal:firms-2025", shown=False, title="企业 “first”", notes="one\ntwo"),
)


def a_set(calendar: Calendar, key: str = "spring") -> SlideSet:
    now = calendar.now
    return SlideSet(
        key=key, name="Spring", origin=Origin.COMPARISON, subjects=("firms", "park", "city"), year=2022, as_of=now,
        rule=Rule.COMPOUND, slides=SLIDES, made_by="li", made_at=now, changed_at=now, refreshed_at=now,
    )  # fmt: skip


def put(store: Store, slide_set: SlideSet, deed: SlideEvent = SlideEvent.MADE, who: str = "li") -> None:
    with store.write() as connection:
        write_slide_set(connection, slide_set.changed_at, who, deed, slide_set)


def renewed(slide_set: SlideSet, calendar: Calendar, **fields: object) -> SlideSet:
    calendar.next_day()
    given = {"changed_at": calendar.now, "version": slide_set.version + 1, **fields}
    return replace(slide_set, **given)  # type: ignore[arg-type]  # fields of a set, by name


def test_a_set_comes_back_as_it_was_kept(store: Store, calendar: Calendar) -> None:
    made = a_set(calendar)
    put(store, made)
    assert find_slide_set(store, "spring") == made
    assert find_slide_set(store, "autumn") is None


def test_sets_are_listed_with_the_one_changed_last_first(store: Store, calendar: Calendar) -> None:
    first, second = a_set(calendar, "a"), a_set(calendar, "b")
    put(store, first)
    put(store, second)
    changed = renewed(first, calendar, name="Summer")
    put(store, changed, SlideEvent.CHANGED, who="zhao")
    assert all_slide_sets(store) == [changed, second]
    assert who_changed_last(store, "a") == "zhao"


def test_a_removed_set_is_listed_no_longer_and_its_history_stays(store: Store, calendar: Calendar) -> None:
    made = a_set(calendar)
    put(store, made)
    put(store, renewed(made, calendar), SlideEvent.REMOVED)
    assert (all_slide_sets(store), find_slide_set(store, "spring")) == ([], None)
    told = list_events(store, Wanted(), limit=5)
    assert [(deed.chain, deed.deed) for deed in told] == [
        (Chain.SLIDES, "slides removed"), (Chain.SLIDES, "slides made"),
    ]  # fmt: skip
    assert people(store, accounts=False) == {"li"}
    assert verify(store) == []


def test_the_newest_hash_of_the_sets_is_told_and_found(store: Store, calendar: Calendar) -> None:
    put(store, a_set(calendar))
    newest, journal = newest_hashes(store)
    assert [(noted.table, noted.number) for noted in (newest, journal)] == [("slide_set_events", 1), ("journal", 2)]
    assert event_of_hash(store, newest.hash) == newest


EDITS = {
    "a title": "UPDATE slide_sets SET slides = replace(slides, 'first', 'last')",
    "the instant": "UPDATE slide_sets SET as_of = '2020-01-01T00:00:00.000000Z'",
    "who made it": "UPDATE slide_sets SET made_by = 'wang'",
    "removed": "UPDATE slide_sets SET removed = 1",
    "a set out of nowhere": (
        "INSERT INTO slide_sets SELECT 'ghost', name, origin, subjects, year, as_of, rule, slides, made_by, made_at, "
        "changed_at, refreshed_at, removed, version FROM slide_sets"
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_of_a_set_is_found(store: Store, calendar: Calendar, edit: str) -> None:
    put(store, a_set(calendar))
    by_hand(store, edit)
    differs, altered = [problem.wrong for problem in verify(store)]
    assert differs == "The slide set differs from the latest event of its history"
    assert altered.endswith("behind the program's back")


PAST = {
    "a name": "UPDATE slide_set_events SET new = replace(new, 'Spring', 'Winter')",
    "a deed taken away": "DELETE FROM slide_set_events",
}


@pytest.mark.parametrize("edit", PAST.values(), ids=PAST.keys())
def test_the_history_of_sets_is_not_rewritten_and_an_edit_is_found(store: Store, calendar: Calendar, edit: str) -> None:
    put(store, a_set(calendar))
    with pytest.raises(Exception, match="append-only"):
        by_hand(store, edit)
    if store.write_engine.dialect.name == "sqlite":
        by_hand(store, *(f"DROP TRIGGER slide_set_events_append_only_{deed}" for deed in ("update", "delete")))
    else:
        by_hand(store, "DROP TRIGGER slide_set_events_append_only ON slide_set_events")
    assert [problem.seen for problem in verify(store)] == ["slide_set_events"]
    by_hand(store, edit)
    assert len(verify(store)) > 1


WRONG = {
    "no name": {"name": ""},
    "a year far off": {"year": 3000},
    "a version of zero": {"version": 0},
    "changed before it was made": {"changed_at": None},
}


@pytest.mark.parametrize("fields", WRONG.values(), ids=WRONG.keys())
def test_the_database_itself_refuses_what_makes_no_sense(
    store: Store, calendar: Calendar, fields: dict[str, object]
) -> None:
    made = a_set(calendar)
    given = {name: made.made_at - timedelta(days=1) if value is None else value for name, value in fields.items()}
    with pytest.raises(RefusedInputError):
        put(store, replace(made, **given))  # type: ignore[arg-type]  # fields of a set, by name
    assert all_slide_sets(store) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("slides", "'{}'"), ("subjects", "'none'"), ("origin", "'film'"), ("rule", "'mine'"), ("as_of", "'2026-01-01'")],
)
def test_texts_that_are_no_slides_are_refused(store: Store, calendar: Calendar, column: str, value: str) -> None:
    put(store, a_set(calendar))
    with pytest.raises(Exception, match=r"slide_set_|json|invalid"):
        by_hand(store, f"UPDATE slide_sets SET {column} = {value}")
    assert verify(store) == []


def test_two_versions_of_one_number_are_refused(store: Store, calendar: Calendar) -> None:
    made = a_set(calendar)
    put(store, made)
    put(store, renewed(made, calendar), SlideEvent.CHANGED)
    with pytest.raises(RefusedInputError):
        put(store, renewed(made, calendar, name="Other"), SlideEvent.CHANGED)
    found = find_slide_set(store, "spring")
    assert found is not None
    assert found.name == "Spring"


def test_goals_entered_since_an_instant_are_told(store: Store, calendar: Calendar) -> None:
    with store.read() as connection:
        assert newest_change(connection) is None
    fill(store)
    noon = calendar.next_day()
    with store.change(who="Planner", deed="create goal") as change:
        change.write_definitions("goal", [replace(GOAL, goal="firms-2030", due=2030), replace(GOAL, note="changed")])
    assert goals_new_since(store, noon) == {"firms-2030"}
    assert goals_new_since(store, calendar.now) == frozenset()


def test_a_copy_holds_the_sets(file_store: Store, calendar: Calendar, tmp_path: Path) -> None:
    fill(file_store)
    put(file_store, a_set(calendar))
    place = file_store.url.database or ""
    backup(file_store, copy := tmp_path / "copy.db")
    put(file_store, renewed(a_set(calendar), calendar, name="Later"), SlideEvent.CHANGED)
    file_store.close()
    restore(f"sqlite:///{place}", copy)
    opened = open_store(f"sqlite:///{place}")
    assert [one.name for one in all_slide_sets(opened)] == ["Spring"]
    opened.close()
