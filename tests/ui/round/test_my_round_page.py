"""An official fills in the round: what is typed is kept, explained and submitted once; nothing is lost."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from tests.services.round.round_samples import HE, LI, WANG, YEAR, ZHAO, add_accounts, hand_in, key, take_in, token
from tests.ui.round_pages import click, labels, open_round_page, said, sign_in
from tracker.domain.entry.entries import EntryState, NoValue, Typed
from tracker.services.review.reviewing import send_back
from tracker.services.round.entering import save_draft
from tracker.services.round.rounds import RoundRow, my_round
from tracker.store import Store
from tracker.store.entry.drafts import drafts
from tracker.store.entry.entries import entries
from tracker.ui.round import entry_details, entry_drafts, entry_grid, round_form, workbook_upload
from tracker.ui.round.entry_view import views_of
from tracker.ui.round.round_form import RoundForm, open_round

PDF = b"%PDF-1.7\n evidence"


def _row(store: Store, indicator: str) -> RoundRow:
    return next(row for row in my_round(store, LI, "park", YEAR).rows if row.key.indicator == indicator)


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch, round_store: Store) -> Store:
    sign_in(monkeypatch, round_store, LI)
    return round_store


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a window keeps, for callbacks that are tried without a page."""
    kept: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", kept)
    return kept


@pytest.fixture
def form(signed_in: Store, state: dict[str, Any]) -> RoundForm:
    return open_round(LI, "park", YEAR)


def test_a_page_without_anything_typed_says_what_is_owed_and_what_to_do(signed_in: Store) -> None:
    page = open_round_page()
    assert not page.exception
    assert "0 of 8 filled" in said(page)
    assert "no deadline set" in said(page)
    assert not any("Submit" in label for label in labels(page))


def test_a_draft_shows_what_it_becomes_its_effect_and_can_be_submitted_once(signed_in: Store) -> None:
    save_draft(signed_in, LI, key("output"), Typed(value="145.2亿", source="yearbook"), 0)
    page = open_round_page()
    assert "→ 14.52 bn yuan" in said(page)
    assert "Ready to submit" in said(page)
    page = click(page, "Submit 1 value")
    assert "1 value submitted" in said(page)
    assert [entry.state for entry in entries(signed_in)] == [EntryState.SUBMITTED]
    assert "Submitted: 1" in said(page)


def test_a_doubt_asks_for_a_comment_and_offers_what_was_perhaps_meant(signed_in: Store) -> None:
    save_draft(signed_in, LI, key("rd"), Typed(value="0.0165"), 0)
    page = open_round_page()
    assert "1 draft is not ready yet" in said(page)
    offer = next(label for label in labels(page) if label.startswith("Take 1"))
    assert _row(signed_in, "rd").typed.value == "0.0165"
    page = click(page, offer)
    assert _row(signed_in, "rd").typed.value == "1.65"
    assert any("Submit 1 value" in label for label in labels(page))


def test_a_comment_typed_below_answers_a_doubt(signed_in: Store) -> None:
    save_draft(signed_in, LI, key("firms"), Typed(value="300"), 0)
    page = open_round_page()
    comment = next(field for field in page.text_input if "why is the value right" in field.label)
    page = comment.set_value("two parks were merged").run()
    assert _row(signed_in, "firms").typed.comment == "two parks were merged"
    assert any("Submit 1 value" in label for label in labels(page))


def test_what_is_impossible_is_told_and_cannot_be_submitted_but_discarded(signed_in: Store) -> None:
    save_draft(signed_in, LI, key("firms"), Typed(value="twelve <b>apples</b>"), 0)
    page = open_round_page()
    assert "Not a number" in said(page)
    assert "<b>apples" not in said(page)
    assert not any("Submit" in label for label in labels(page))
    click(page, "Discard draft")
    assert _row(signed_in, "firms").state is EntryState.MISSING


def test_a_returned_value_shows_who_returned_it_and_why(signed_in: Store) -> None:
    hand_in(signed_in, "output", Typed(value="145.2"))
    send_back(signed_in, WANG, {key("output"): 1}, "per year, please", token())
    assert "Returned by wang: per year, please" in said(open_round_page())
    add_accounts(signed_in)
    assert "Returned by Wang Wei: per year, please" in said(open_round_page())


def test_correcting_an_accepted_value_asks_for_a_reason(signed_in: Store) -> None:
    hand_in(signed_in, "output", Typed(value="145.2", comment="as counted"))
    take_in(signed_in, "output")
    page = open_round_page()
    assert "Accepted: 1" in said(page)
    save_draft(signed_in, LI, key("output"), Typed(value="146.2"), _row(signed_in, "output").draft_version)
    page = open_round_page()
    assert "! Needs a reason" in said(page)
    assert "Not possible" not in said(page)
    assert "needs a reason" in said(page)
    reason = next(field for field in page.text_input if "corrected" in field.label)
    page = reason.set_value("counted again").run()
    assert any("Submit 1 value" in label for label in labels(page))


def test_whose_newer_value_there_is_is_told_and_the_person_chooses(signed_in: Store) -> None:
    save_draft(signed_in, LI, key("output"), Typed(value="145.1"), 0)
    save_draft(signed_in, ZHAO, key("output"), Typed(value="150"), 0)
    page = open_round_page()
    assert "zhao typed **150**" in said(page)
    add_accounts(signed_in)
    page = open_round_page()
    assert "Zhao Lei typed **150**" in said(page)
    assert not any("Submit" in label for label in labels(page))
    page = click(page, "Keep mine")
    assert any("Submit 1 value" in label for label in labels(page))
    save_draft(signed_in, ZHAO, key("output"), Typed(value="151"), 1)
    page = click(page.run(), "Take 151")
    assert _row(signed_in, "output").typed.value == "151"


def test_a_pasted_block_becomes_drafts_and_what_belongs_nowhere_stays_in_the_box(signed_in: Store) -> None:
    page = open_round_page()
    page.text_area[-1 if page.text_area[-1].label == "Pasted cells" else 0].set_value("Output\t14.2亿\n产值甲\t3")
    page = click(page, "Put them into the grid")
    assert _row(signed_in, "output").typed.value == "14.2亿"
    assert "1 value taken" in said(page)
    assert "No indicator is called so" in said(page)


def test_a_reason_for_no_value_a_status_and_a_new_source_are_kept(signed_in: Store) -> None:
    page = open_round_page()
    indicator = str(page.selectbox(f"detail park {YEAR}").value)

    def choose(label: str, value: str) -> None:
        next(field for field in page.selectbox if field.label == label).set_value(value).run()

    choose("No value because", "not yet published")
    choose("Status", "provisional")
    choose("Source", "+")
    title = next(field for field in page.text_input if field.label == "Title of a new document")
    title.set_value("Bulletin of 2024").run()
    typed = _row(signed_in, indicator).typed
    assert (typed.no_value, typed.status, typed.new_source) == (
        NoValue.NOT_PUBLISHED,
        "provisional",
        "Bulletin of 2024",
    )
    choose("Source", "yearbook")
    typed = _row(signed_in, indicator).typed
    assert (typed.source, typed.new_source) == ("yearbook", "")


def test_the_grid_keeps_what_is_typed_and_leaves_added_rows_alone(
    signed_in: Store, form: RoundForm, state: dict[str, Any]
) -> None:
    place = [row.key.indicator for row in form.wanted.rows].index("output")
    cells = {"value": "145", "source": "Statistical Yearbook", "status": "Provisional"}
    state["grid"] = {"edited_rows": {place: cells, 99: {"value": "7"}}, "added_rows": [{"value": "8"}]}
    entry_grid._typed(form, "grid")
    assert _row(signed_in, "output").typed == Typed(value="145", source="yearbook", status="provisional")
    assert my_round(signed_in, LI, "park", YEAR).filled == 1
    form = open_round(LI, "park", YEAR)
    state["grid"] = {"edited_rows": {place: {"value": None, "source": "A new paper", "status": ""}}}
    entry_grid._typed(form, "grid")
    assert _row(signed_in, "output").typed == Typed(new_source="A new paper")


def test_a_block_pasted_over_columns_that_are_only_shown_is_kept_by_its_names(
    signed_in: Store, form: RoundForm, state: dict[str, Any]
) -> None:
    block = {0: {"indicator": "R&D share", "value": "1.9"}, 1: {"indicator": "高新技术企业数", "value": "142"}}
    state["grid"] = {"edited_rows": block}
    entry_grid._typed(form, "grid")
    typed = {row.key.indicator: row.typed.value for row in my_round(signed_in, LI, "park", YEAR).rows}
    assert {indicator: value for indicator, value in typed.items() if value} == {"rd": "1.9", "firms": "142"}
    assert form.outcome == "2 values put beside their names."
    assert form.failure == ""


def test_what_is_typed_over_columns_that_are_only_shown_is_not_kept(
    signed_in: Store, form: RoundForm, state: dict[str, Any]
) -> None:
    state["grid"] = {"edited_rows": {0: {"unit": "apples", "value": "7"}}}
    entry_grid._typed(form, "grid")
    assert my_round(signed_in, LI, "park", YEAR).filled == 0
    assert form.failure.startswith("Names, units and goals are not changed here")
    state["grid"] = {"edited_rows": {0: {"indicator": "R&D share"}}}
    entry_grid._typed(form, "grid")
    assert "a name without a value" in form.failure


def test_another_window_of_the_same_person_is_shown_and_chosen_between(signed_in: Store, form: RoundForm) -> None:
    save_draft(signed_in, LI, key("output"), Typed(value="140"), 0)
    entry_drafts.keep_typed(form, "output", Typed(value="150"))
    form = open_round(LI, "park", YEAR)
    view = next(view for view in views_of(form) if view.row.key.indicator == "output")
    assert (view.typed.value, view.state_text) == ("150", "⇄ Whose value?")
    assert view.conflict is not None
    assert view.conflict.theirs.value == "140"
    assert _row(signed_in, "output").typed.value == "140"
    entry_drafts.keep_mine(form, "output")
    assert _row(signed_in, "output").typed.value == "150"


def test_what_another_window_changed_shows_where_nothing_waits(signed_in: Store, form: RoundForm) -> None:
    before = form.generation
    save_draft(signed_in, LI, key("output"), Typed(value="140"), 0)
    form = open_round(LI, "park", YEAR)
    assert form.generation == before + 1
    assert form.typed(form.row("output")).value == "140"


def test_what_is_typed_after_the_session_has_ended_is_there_after_signing_in(
    signed_in: Store, form: RoundForm, state: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(monkeypatch, signed_in, None)
    entry_drafts.keep_typed(form, "output", Typed(value="140"))
    assert "session has ended" in form.failure
    assert _row(signed_in, "output").typed.value == ""
    sign_in(monkeypatch, signed_in, LI)
    state.clear()
    form = open_round(LI, "park", YEAR)
    assert form.typed(form.row("output")).value == "140"
    assert round_form.save_what_was_kept(signed_in, LI, "park", YEAR) == 0


def test_evidence_is_kept_with_the_draft_and_other_files_are_refused(
    signed_in: Store, form: RoundForm, state: dict[str, Any]
) -> None:
    class File:
        name = "bulletin.pdf"
        content = PDF

        def getvalue(self) -> bytes:
            return self.content

    state["file"] = File()
    entry_details._uploaded(form, "output", "file")
    assert len(_row(signed_in, "output").typed.evidence) == 64
    form = open_round(LI, "park", YEAR)
    entry_details._remove(form, "output")
    assert _row(signed_in, "output").typed.evidence == ""
    File.content = b"MZ"
    entry_details._uploaded(form, "output", "file")
    assert "not a kind of file" in form.failure


def _book(*rows: tuple[object, ...]) -> Any:
    """Give a workbook that was not made for the round, as it is handed over."""
    book = Workbook()
    assert book.active is not None
    for line in (("Indicator", "Unit", str(YEAR)), *rows):
        book.active.append(line)
    written: Any = BytesIO()
    book.save(written)
    written.name = "table.xlsx"
    return written


def test_what_an_upload_holds_back_can_be_taken_as_typed_and_corrected(
    signed_in: Store, form: RoundForm, state: dict[str, Any]
) -> None:
    state["book"] = _book(
        ("Output", "亿元", 145.2), ("High-tech firms", "firms", "a hundred or so"), ("R&D share", "%", 170)
    )
    workbook_upload._uploaded(form, "book")
    assert form.uploaded is not None, form.failure
    assert [row.key.indicator for row in form.uploaded.read.rows] == ["output"]
    page = open_round_page()
    page.session_state[f"round of li park {YEAR}"] = form
    page = page.run()
    assert "Take the 2 held back too, to be corrected here" in labels(page)
    click(page, "held back too")
    typed = {one: _row(signed_in, one).typed.value for one in ("output", "firms", "rd")}
    assert typed == {"output": "145.2", "firms": "a hundred or so", "rd": "170"}
    page = open_round_page()
    assert "Not a number" in said(page)
    assert "2 drafts are not ready yet" in said(page)


def test_an_uploaded_workbook_is_taken_only_when_told_to(
    signed_in: Store, form: RoundForm, state: dict[str, Any]
) -> None:
    state["book"] = _book(("Output", "亿元", 145.2), ("High-tech firms", "firms", 140))
    save_draft(signed_in, LI, key("firms"), Typed(value="139"), 0)
    form = open_round(LI, "park", YEAR)
    workbook_upload._uploaded(form, "book")
    assert form.uploaded is not None, form.failure
    assert _row(signed_in, "output").typed.value == ""
    workbook_upload._take(form, form.uploaded.read.rows)
    assert _row(signed_in, "output").typed.value == "145.2"
    assert _row(signed_in, "firms").typed.value == "139"
    assert form.clashes["firms"].theirs.value == "139"


def test_nobody_but_an_official_sees_the_form(signed_in: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(monkeypatch, signed_in, HE)
    page = open_round_page()
    assert page.title[0].value == "Not for your role"


def test_a_cell_that_is_no_text_is_refused_in_words_and_kept_as_far_as_it_is_one(
    form: RoundForm, signed_in: Store, state: dict[str, Any]
) -> None:
    places = [row.key.indicator for row in form.wanted.rows]
    state["grid"] = {
        "edited_rows": {places.index("rd"): {"value": "1.65\ud800"}, places.index("output"): {"value": "145"}}
    }
    entry_grid._typed(form, "grid")
    kept = {draft.key.indicator: draft.typed for draft in drafts(signed_in, "park", YEAR)}
    assert kept == {"output": Typed(value="145")}
    assert r"seen: 1.65\ud800" in form.failure
    assert form.unkept == {"rd": Typed(value="1.65�")}
