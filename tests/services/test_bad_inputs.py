"""Bad names, files, exports and forged edits of the shared list: refused, or kept as the text they are."""

import csv
import io
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from tests.bad_inputs import TESTED, Line, lines, listed
from tests.services.round.round_samples import CHEN, LI, LI_REVIEWS, SUN, YEAR, hand_in, key, token
from tests.ui.round_pages import sign_in
from tracker.domain.entry.entries import EntryState, Typed
from tracker.domain.records import Actual
from tracker.errors import NotAllowedError, RefusedInputError, StoreError
from tracker.services.bundles.bundle_checking import laid_out
from tracker.services.cache.query_cache import cache_of
from tracker.services.downloads import csv_bytes, file_name, xlsx_bytes
from tracker.services.edit_conflicts import EditConflictError
from tracker.services.history.event_list import HistoryFilters, events_page
from tracker.services.planning.definition_saving import save_definition
from tracker.services.planning.typed_definitions import typed_zone
from tracker.services.review.reviewing import accept
from tracker.services.round.entering import Submission, submit
from tracker.services.round.evidence_files import find, keep
from tracker.services.round.round_workbook import round_form
from tracker.services.round.rounds import my_round
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, restore, verify
from tracker.store.entry.entries import entries
from tracker.ui.round import entry_grid
from tracker.ui.round.round_form import open_round

_NAMES = {132: "x \u202e gnp.exe", 134: "x\ud800", 135: "x" * 1_000_000}


def _add_zone(store: Store, name: str, reason: str = "") -> str:
    return save_definition(store, CHEN, typed_zone({"name": name}), reason=reason, token=token())


@lines(132, 134, 135)
def test_a_name_that_deceives_or_is_endless_is_refused(line: Line, round_store: Store) -> None:
    assert line.expected.startswith("REJECT")
    before = round_store.version()
    with pytest.raises(RefusedInputError):
        _add_zone(round_store, _NAMES[line.number])
    assert round_store.version() == before


@lines(133)
def test_two_ways_of_writing_an_accent_are_one_zone(line: Line, round_store: Store) -> None:
    assert line.expected.startswith("same goal")
    made = _add_zone(round_store, "Cafe\u0301")
    assert cache_of(round_store).catalogue().zones[made].name == "Caf\u00e9"
    with pytest.raises(RefusedInputError, match="of this name already"):
        _add_zone(round_store, "CAF\u00c9")


@lines(136)
def test_signs_of_the_databases_own_search_are_searched_for_as_letters(line: Line, round_store: Store) -> None:
    for name, reason in (("One", f"was {line.text} sure"), ("Two", "was 1000 and sure")):
        _add_zone(round_store, name, reason)
    found = events_page(round_store, CHEN, HistoryFilters(text=line.text)).rows
    assert [row.reason for row in found] == [f"was {line.text} sure"]


@lines(137)
def test_the_name_of_an_upload_leads_nowhere(line: Line, round_store: Store) -> None:
    checksum = keep(round_store, LI, line.text, b"%PDF-1.7\n evidence")
    assert find(round_store, LI, checksum).name == Path(line.text).name
    with laid_out([(line.text, b"zone,name\n")]) as folder:
        assert [file.name for file in folder.iterdir()] == [Path(line.text).name]


def _zipped(name: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(name, "mine")
    return written.getvalue()


def _linked(name: str) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        link = tarfile.TarInfo("tracker.db")
        link.type, link.linkname = tarfile.SYMTYPE, name
        archive.addfile(link)
    return written.getvalue()


@pytest.mark.parametrize("made", [_zipped, _linked])
@lines(138)
def test_an_archive_is_no_backup(line: Line, made: Callable[[str], bytes], round_store: Store, tmp_path: Path) -> None:
    assert line.expected == "REJECT"
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "copy.bak").write_bytes(made("../outside"))
    url = round_store.url.render_as_string(hide_password=False)
    with pytest.raises(StoreError):
        restore(url, folder / "copy.bak")
    assert not (tmp_path / "outside").exists()
    assert verify(round_store) == []


@lines(139)
def test_a_name_that_a_spreadsheet_could_run_is_guarded_in_csv(line: Line) -> None:
    starts = [{"TAB": "\t", "CR": "\r"}.get(one, one) for one in line.text.partition("with ")[2].split()]
    assert len(starts) == 10
    frame = pd.DataFrame({"name": [f"{start}1+1" for start in starts], "value": [-1.5] * len(starts)})
    rows = list(csv.reader(io.StringIO(csv_bytes(frame).decode("utf-8-sig"), newline="")))
    assert [name for name, _value in rows[1:]] == [f"'{start}1+1" for start in starts]
    assert {value for _name, value in rows[1:]} == {"-1.5"}


@lines(140)
def test_a_name_that_is_a_formula_is_text_in_a_workbook(line: Line) -> None:
    name = f'{line.text.removeprefix("name ").removesuffix("(...)")}("http://evil","x")'
    assert name.startswith("=HYPERLINK")
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(pd.DataFrame({"name": [name]}), "Zones")))["Zones"]
    assert (sheet["A2"].data_type, sheet["A2"].value, sheet["A2"].hyperlink) == ("s", name, None)


@lines(141)
def test_a_file_with_one_digit_changed_has_another_name(line: Line, round_store: Store) -> None:
    assert line.expected == "new bytes served"

    def names() -> tuple[str, str]:
        form = round_form(round_store, LI, "park", YEAR).name
        return form, file_name("park-14", ViewSettings(YEAR), round_store.version(), "csv")

    before = names()
    with round_store.change(who="chen", deed="import") as change:
        change.write_actuals([Actual(zone="park", indicator="firms", year=2023, value=Decimal(131), source="yearbook")])
    assert all(old != new for old, new in zip(before, names(), strict=True))


@lines(142)
def test_forged_edits_of_the_grid_change_no_locked_cell_and_add_or_take_no_row(
    line: Line, round_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert line.expected == "REJECT on the server"
    state: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", state)
    sign_in(monkeypatch, round_store, LI)
    form = open_round(LI, "park", YEAR)
    before = my_round(round_store, LI, "park", YEAR)
    place = [row.key.indicator for row in form.wanted.rows].index("output")
    forged = {"last": "1", "unit": "apples", "indicator": "Firms", "goal": "none", "state": "accepted"}
    state["grid"] = {"edited_rows": {place: forged}, "added_rows": [{"value": "8"}], "deleted_rows": [0, place]}
    entry_grid._typed(form, "grid")
    assert my_round(round_store, LI, "park", YEAR) == before
    with pytest.raises(NotAllowedError):
        submit(round_store, SUN, [Submission(key=key("output"), typed=Typed(value="145"), version=0)], token())


_FORGED = {
    "out of range": Typed(value="9999", source="yearbook", comment="x"),
    "no such choice": Typed(value="1.7", status="certain"),
    "no such source": Typed(value="1.7", source="made-up"),
    "no such evidence": Typed(value="1.7", evidence="0" * 64),
    "too long": Typed(value="1.7", comment="x" * 100_000),
}


@pytest.mark.parametrize("typed", _FORGED.values(), ids=_FORGED)
@lines(143)
def test_what_the_screen_would_not_send_is_refused_by_the_server(line: Line, typed: Typed, round_store: Store) -> None:
    assert "still re-check" in line.expected
    assert not hand_in(round_store, "rd", typed).done
    assert list(entries(round_store)) == []


@lines(143)
def test_a_button_that_is_not_to_be_clicked_does_nothing(line: Line, round_store: Store) -> None:
    assert "disabled button" in line.text
    assert hand_in(round_store, "rd", Typed(value="1.65")).done
    assert not accept(round_store, LI_REVIEWS, {key("rd"): 1}, token()).done
    assert [entry.state for entry in entries(round_store)] == [EntryState.SUBMITTED]


@lines(147)
def test_the_second_save_of_a_stale_form_is_told_both_values(line: Line, round_store: Store) -> None:
    assert line.expected == "StaleData: show both values"
    opened = cache_of(round_store).definitions().zones["park"]
    save_definition(round_store, CHEN, replace(opened, name="East"), before=opened, reason="renamed", token=token())
    with pytest.raises(EditConflictError) as stale:
        save_definition(round_store, CHEN, replace(opened, name="West"), before=opened, reason="renamed", token=token())
    assert [(one.theirs, one.yours) for one in stale.value.differences] == [("East", "West")]
    assert cache_of(round_store).definitions().zones["park"].name == "East"


def test_no_line_of_the_list_is_left_out() -> None:
    for others in ("tests.browser.test_bad_names", "tests.web.test_bad_inputs"):
        import_module(others)
    assert set(listed()) <= TESTED
