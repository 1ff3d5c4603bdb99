"""An official takes the round away as a workbook and brings it back; nothing is stored before it was looked at."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from tests.services.round.round_samples import CHEN, LI, SUN, WANG, YEAR, hand_in, key, take_in
from tracker.domain.entry.entries import EntryState, Typed
from tracker.domain.entry.form_records import FormField, FormRow
from tracker.errors import NotAllowedError, RefusedInputError
from tracker.exchange.form.cell_texts import FINDINGS, SHEET
from tracker.services.round.entering import save_draft
from tracker.services.round.round_workbook import UploadedForm, form_of, read_round_form, round_form
from tracker.services.round.rounds import my_round, set_deadline
from tracker.store import Store


def rows(store: Store) -> dict[str, FormRow]:
    return {row.indicator: row for row in form_of(store, LI, "park", YEAR).rows}


def returned(store: Store, **typed: str) -> UploadedForm:
    """Download the form, fill in values, and upload it."""
    book = load_workbook(BytesIO(round_form(store, LI, "park", YEAR).content))
    sheet = book[SHEET]
    for indicator, value in typed.items():
        line = next(one.row for one in sheet["A"] if one.value == rows(store)[indicator].code)
        sheet.cell(line, 7).value = value
    buffer = BytesIO()
    book.save(buffer)
    return read_round_form(store, LI, "park", YEAR, buffer.getvalue())


def test_the_form_asks_for_what_the_round_owes_in_its_words(round_store: Store) -> None:
    set_deadline(round_store, CHEN, YEAR, date(2025, 3, 31))
    save_draft(round_store, LI, key("output"), Typed(value="14"), 0)
    form = form_of(round_store, LI, "park", YEAR)
    assert (form.zone_name, form.zone_zh, form.deadline) == ("The park", "某园区", date(2025, 3, 31))
    assert [row.indicator for row in form.rows] == [
        row.key.indicator for row in my_round(round_store, LI, "park", YEAR).rows
    ]
    found = rows(round_store)
    assert (found["firms"].goal, found["firms"].previous, found["firms"].previous_year) == (
        "over 200 by 2025",
        "130",
        2023,
    )
    assert found["output"].typed == Typed(value="14")
    assert (found["rd"].least, found["rd"].most) == (Decimal(0), Decimal(100))
    assert found["hub"].choices == ("not started", "under way", "done")
    hinted = {indicator: bool(found[indicator].hint) for indicator in ("firms", "rd", "place", "hub", "output")}
    assert hinted == {"firms": True, "rd": True, "place": True, "hub": True, "output": False}
    assert [source.title for source in form.sources] == ["Statistical yearbook"]


def test_an_untouched_form_stores_nothing_and_a_filled_one_says_what_it_would(round_store: Store) -> None:
    assert returned(round_store).read.findings == ()
    back = returned(round_store, firms="142", output="14.2亿", hub="进行中", prices="+2.3%", place="top 20")
    assert {row.key.indicator: row.typed.value for row in back.read.rows} == {
        "firms": "142",
        "output": "14.2亿",
        "hub": "进行中",
        "prices": "+2.3%",
        "place": "top 20",
    }
    assert back.understood["firms"].actual is not None
    assert all(row.state is EntryState.MISSING for row in my_round(round_store, LI, "park", YEAR).rows if row.in_plan)


def test_what_cannot_be_true_is_held_back_and_what_is_doubtful_is_told_in_its_cell(round_store: Store) -> None:
    back = returned(round_store, rd="170", output="13000", firms="142")
    assert [row.key.indicator for row in back.read.held] == ["rd"]
    assert {row.key.indicator for row in back.read.rows} == {"output", "firms"}
    told = {(one.indicator, one.field): one for one in back.read.findings}
    assert "above the greatest value of the indicator" in str(told["rd", FormField.VALUE].problem)
    assert told["output", FormField.VALUE].problem.warning
    assert told["output", FormField.VALUE].cell.startswith("G")
    sheet = load_workbook(BytesIO(back.annotated.content))[FINDINGS]
    assert sheet.max_row > 2
    assert back.annotated.name.endswith("-findings.xlsx")


def test_what_is_held_back_can_be_taken_as_it_was_typed(round_store: Store) -> None:
    back = returned(round_store, rd="170", output="1.2.3", firms="142", hub="half done")
    assert {row.key.indicator for row in back.read.held} == {"rd", "output", "hub"}
    assert {row.key.indicator: row.typed.value for row in back.to_correct} == {
        "rd": "170",
        "output": "1.2.3",
        "hub": "half done",
    }


def test_what_is_held_back_keeps_the_unit_it_was_seen_with(round_store: Store) -> None:
    book = Workbook()
    assert book.active is not None
    lines = (("产值", "万元", 14200), ("高新技术企业数", "万元", 142), ("研发强度", "%", 0.0286))
    for line in (("指标", "单位", str(YEAR)), *lines):
        book.active.append(line)
    book.active["C4"].number_format = "0.00%"
    buffer = BytesIO()
    book.save(buffer)
    back = read_round_form(round_store, LI, "park", YEAR, buffer.getvalue())
    assert {row.key.indicator: row.typed.value for row in back.to_correct} == {
        "output": "14200 万元",
        "firms": "142 万元",
        "rd": "2.86%",
    }


def test_of_two_rows_about_one_indicator_neither_is_to_be_corrected(round_store: Store) -> None:
    book = Workbook()
    assert book.active is not None
    for line in (("Indicator", "Unit", str(YEAR)), ("R&D share", "%", 170), ("R&D share", "%", 1.7)):
        book.active.append(line)
    buffer = BytesIO()
    book.save(buffer)
    back = read_round_form(round_store, LI, "park", YEAR, buffer.getvalue())
    assert (back.read.rows, back.read.held, back.to_correct) == ((), (), ())
    assert [finding.problem.wrong for finding in back.read.findings] == ["the same value twice"] * 2


def test_a_value_on_record_is_corrected_with_a_reason(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="142"))
    take_in(round_store, "firms")
    asked = rows(round_store)["firms"]
    assert (asked.accepted, asked.previous, asked.previous_year, asked.typed.value) == (True, "142", YEAR, "142")
    back = returned(round_store, firms="150")
    assert [(one.field, one.cell[0]) for one in back.read.findings if not one.problem.warning] == [
        (FormField.REASON, "O")
    ]
    assert back.read.rows == ()


def test_a_bound_on_record_is_said_in_words(round_store: Store) -> None:
    hand_in(round_store, "firms", Typed(value="over 140"))
    take_in(round_store, "firms")
    assert rows(round_store)["firms"].previous == "over 140"


def test_each_state_of_the_round_has_a_revision_and_a_name_of_its_own(round_store: Store) -> None:
    before = round_form(round_store, LI, "park", YEAR)
    save_draft(round_store, LI, key("output"), Typed(value="14"), 0)
    after = round_form(round_store, LI, "park", YEAR)
    assert before.name != after.name
    assert after.name.startswith(f"park-{YEAR}-")


def test_only_an_official_of_the_zone_may_take_or_bring_the_form(round_store: Store) -> None:
    content = round_form(round_store, LI, "park", YEAR).content
    for person in (SUN, WANG, CHEN):
        with pytest.raises(NotAllowedError):
            round_form(round_store, person, "park", YEAR)
        with pytest.raises(NotAllowedError):
            read_round_form(round_store, person, "park", YEAR, content)
    with pytest.raises(RefusedInputError, match="another zone or year"):
        read_round_form(round_store, LI, "port", YEAR, content)
