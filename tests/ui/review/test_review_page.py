"""A reviewer sees what speaks for and against a value, accepts or returns it, and never accepts what they entered."""

from typing import Any

import pytest

from tests.services.round.round_samples import LI, LI_REVIEWS, WANG, YEAR, add_accounts, hand_in, key, token
from tests.ui.round_pages import labels, open_page, said, sign_in
from tracker.domain.entry.entries import EntryState, Typed
from tracker.services.round.evidence_files import keep
from tracker.services.round.rounds import my_round
from tracker.store import Store
from tracker.store.entry.entries import entries
from tracker.ui.review.review_form import REASON, ReviewForm, accept_ticked, return_ticked


@pytest.fixture
def reviewed(monkeypatch: pytest.MonkeyPatch, round_store: Store) -> Store:
    sign_in(monkeypatch, round_store, WANG)
    return round_store


def _page(store: Store, every: bool = False) -> Any:
    page = open_page("review")
    return page.checkbox[0].check().run() if every else page


def test_where_nothing_waits_the_page_says_so(reviewed: Store) -> None:
    assert "Nothing waits for your review" in said(_page(reviewed))


def test_a_value_is_shown_with_its_doubts_comment_source_and_last_values(reviewed: Store) -> None:
    evidence = keep(reviewed, LI, "bulletin.pdf", b"%PDF-1.7\n x")
    typed = Typed(value="300", comment="two parks <i>merged</i>", source="yearbook", locator="p. 4", evidence=evidence)
    assert hand_in(reviewed, "firms", typed).done
    add_accounts(reviewed)
    page = _page(reviewed)
    assert not page.exception
    told = said(page)
    for words in ("two parks &lt;i&gt;merged", "Statistical yearbook, p. 4", "2023: 130", "Entered by Li Na", "→ 300"):
        assert words in told
    assert "1 value waits for you" in told
    assert [link.proto.url for link in page.get("link_button")] == [f"/evidence/{evidence}"]
    assert not any("Accept 1" in label for label in labels(page))


def test_all_without_a_doubt_are_accepted_at_once_and_count(reviewed: Store) -> None:
    hand_in(reviewed, "output", Typed(value="145.2"))
    hand_in(reviewed, "rd", Typed(value="1.65"))
    hand_in(reviewed, "firms", Typed(value="300", comment="merged"))
    page = _page(reviewed, every=True)
    page = next(button for button in page.button if button.label == "Accept 2 values").click().run()
    assert "2 values accepted" in said(page)
    states = {entry.key.indicator: entry.state for entry in entries(reviewed)}
    assert states == {"output": EntryState.ACCEPTED, "rd": EntryState.ACCEPTED, "firms": EntryState.SUBMITTED}
    rows = {row.key.indicator: row.on_record for row in my_round(reviewed, LI, "park", YEAR).rows}
    assert rows["output"] is not None


def test_a_return_needs_a_reason(reviewed: Store) -> None:
    hand_in(reviewed, "output", Typed(value="145.2"))
    page = _page(reviewed, every=True)
    page = next(button for button in page.button if button.label == "Return 1 value").click().run()
    assert page.error[0].value.startswith("a return needs a reason")
    page.text_input(REASON).set_value("per year, please").run()
    page = next(button for button in page.button if button.label == "Return 1 value").click().run()
    assert "1 value returned" in said(page)
    assert [entry.review_reason for entry in entries(reviewed)] == ["per year, please"]


def test_nobody_accepts_what_they_entered_and_is_told_so(reviewed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(reviewed, "output", Typed(value="145.2"))
    sign_in(monkeypatch, reviewed, LI_REVIEWS)
    page = _page(reviewed, every=True)
    assert "nobody accepts what they entered" in said(page)
    assert not any("Accept 1" in label for label in labels(page))
    form = ReviewForm()
    accept_ticked(form, {key("output"): 1}, token(), "done")
    assert not form.outcome
    assert "nobody accepts" in form.refused[0].problems[0].wrong


def test_a_value_entered_anew_meanwhile_is_not_accepted_unseen(
    reviewed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(reviewed, "output", Typed(value="145.2"))
    page = _page(reviewed, every=True)
    hand_in(reviewed, "output", Typed(value="999.9", comment="new"), version=1)
    page = next(button for button in page.button if button.label == "Accept 1 value").click().run()
    assert "li has entered 999.9 meanwhile" in said(page)
    assert entries(reviewed)[0].state is EntryState.SUBMITTED


def test_a_double_click_accepts_once(reviewed: Store) -> None:
    hand_in(reviewed, "output", Typed(value="145.2"))
    form, once = ReviewForm(), token()
    accept_ticked(form, {key("output"): 1}, once, "accepted")
    version = reviewed.version()
    accept_ticked(form, {key("output"): 1}, once, "accepted")
    assert (form.outcome, reviewed.version()) == ("accepted", version)


def test_an_ended_session_changes_nothing(reviewed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(reviewed, "output", Typed(value="145.2"))
    sign_in(monkeypatch, reviewed, None)
    form = ReviewForm()
    return_ticked(form, {key("output"): 1}, token(), "returned")
    assert "session has ended" in form.failure
    assert entries(reviewed)[0].state is EntryState.SUBMITTED


def test_an_official_does_not_see_the_review(reviewed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(monkeypatch, reviewed, LI)
    assert _page(reviewed).title[0].value == "Not for your role"
