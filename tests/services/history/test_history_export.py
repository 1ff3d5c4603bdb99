"""The history taken away holds what its reader may see, guarded against formulas; its hashes can be noted and found."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.services.conftest import MakeStore
from tests.services.round.round_samples import ADMINISTRATOR, BUNDLE, CHEN, LI, SUN, hand_in, take_in, token
from tests.store.samples import by_hand
from tracker.domain.entry.entries import Typed
from tracker.domain.people.roles import VISITOR, Role
from tracker.errors import NotAllowedError
from tracker.services.accounts.account_keeping import OPERATOR, add_account, list_accounts
from tracker.services.accounts.sessions import hash_of_token
from tracker.services.accounts.sign_in import Visit, sign_in
from tracker.services.bundles.bundle_transfer import export_bundle
from tracker.services.downloads import csv_bytes, xlsx_bytes
from tracker.services.history import event_list
from tracker.services.history.event_list import HistoryFilters, history_file_name, history_frame
from tracker.services.history.hashes import find_hash, hash_lines, is_hash, missing_hash, shown_hashes
from tracker.services.planning.definition_saving import save_definition
from tracker.store import Store
from tracker.store.record.definitions import goals

EVERYTHING = HistoryFilters()


@pytest.fixture
def store(store_of: MakeStore) -> Store:
    made = store_of(dict(BUNDLE))
    goal = next(iter(goals(made, goal="firms-goal")))
    save_definition(made, CHEN, replace(goal, note="=1+1"), before=goal, reason="@noted", token=token())
    hand_in(made, "firms", Typed(value="145", source="yearbook", comment="as published"))
    return made


def test_the_file_holds_a_line_for_each_thing_altered_newest_first(store: Store) -> None:
    frame = history_frame(store, CHEN, EVERYTHING)
    assert list(frame.columns) == [
        "Time", "Person", "What was done", "Of", "Field", "Old value", "New value", "Reason", "Source",
    ]  # fmt: skip
    assert frame["Person"].iloc[0] == "li"
    assert frame["Person"].iloc[-1] == "a planner"
    note = frame[frame["Field"] == "Note"].iloc[0]
    assert (note["Old value"], note["New value"], note["Reason"]) == ("–", "=1+1", "@noted")
    assert (frame["Of"] == "High-tech firms, The park, 2023").sum() == 1


def test_nothing_in_the_file_can_run_as_a_formula(store: Store) -> None:
    frame = history_frame(store, CHEN, HistoryFilters(goal="firms-goal"))
    assert "'=1+1,'@noted" in csv_bytes(frame).decode("utf-8-sig")
    sheet = load_workbook(BytesIO(xlsx_bytes(frame, "History"))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value in ("=1+1", "@noted")]
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_file_holds_only_what_its_reader_may_see(store: Store) -> None:
    assert set(history_frame(store, LI, EVERYTHING)["Of"].str.split(", ").str[1]) == {"The park"}
    assert history_frame(store, SUN, EVERYTHING).empty
    with pytest.raises(NotAllowedError):
        history_frame(store, VISITOR, EVERYTHING)


def test_no_file_and_no_list_tells_a_password_or_a_token(store: Store, tmp_path: Path) -> None:
    add_account(store, OPERATOR, "vera", role=Role.VIEWER, password="a phrase nobody would guess")
    session = hash_of_token(sign_in(store, "vera", "a phrase nobody would guess", Visit("10.0.0.1")))
    export_bundle(store, tmp_path / "bundle")
    files = [path.read_text(encoding="utf-8-sig") for path in (tmp_path / "bundle").iterdir()]
    told = str([*files, history_frame(store, ADMINISTRATOR, EVERYTHING).to_csv(), list_accounts(store, ADMINISTRATOR)])
    assert "vera" in told
    assert "argon2" not in told
    assert session not in told
    assert "vera" not in str(files), "a bundle holds plans and no people"


def test_a_file_that_cannot_hold_everything_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_list, "MOST_EVENTS", 2)
    frame = history_frame(store, CHEN, EVERYTHING)
    assert frame["What was done"].iloc[-1] == "1 older events are not in this file"
    monkeypatch.setattr(event_list, "MOST_EVENTS", 5)
    monkeypatch.setattr(event_list, "MOST_THINGS", 1)
    assert "Imported “bundle”: 4 new plans" in history_frame(store, CHEN, EVERYTHING)["What was done"].iloc[-1]


def test_another_choice_or_a_later_deed_gives_the_file_another_name(store: Store) -> None:
    names = {history_file_name(store, EVERYTHING, "csv"), history_file_name(store, HistoryFilters(who="li"), "csv")}
    take_in(store, "firms")
    names.add(history_file_name(store, EVERYTHING, "csv"))
    assert len(names) == 3
    assert all(name.startswith("history-") and name.endswith(".csv") for name in names)


def test_a_noted_hash_is_found_until_what_it_covers_is_edited(store: Store) -> None:
    lines = hash_lines(store)
    assert [line.split(",")[0] for line in lines] == ["plans and values", "entry and review", "everything"]
    take_in(store, "firms")
    found = find_hash(store, lines[0])
    assert found is not None
    assert (found.chain, found.number) == ("plans and values", 2)
    assert missing_hash(store, lines[1]) == []
    assert missing_hash(store, "") == []
    forged = f"UPDATE change_sets SET hash = '{'a' * 64}' WHERE id = 2"
    by_hand(store, "DROP TRIGGER change_sets_append_only_update", forged)
    assert find_hash(store, lines[0]) is None
    assert "edited" in str(missing_hash(store, lines[0])[0])


def test_the_hashes_are_shown_to_those_who_may_read_the_history(store: Store) -> None:
    assert shown_hashes(store, LI) == hash_lines(store)
    with pytest.raises(NotAllowedError):
        shown_hashes(store, VISITOR)
    assert not is_hash("a hash")
