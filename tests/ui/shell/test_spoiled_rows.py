"""Rows that somebody spoiled in the store's file: the page draws the others, and shows which one it is."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.services.round.round_samples import ADMINISTRATOR, CHEN, LI, WANG, YEAR, add_accounts, hand_in, key, token
from tests.serving import ROOT
from tests.ui.round_pages import said, sign_in
from tracker.domain.entry.entries import Typed
from tracker.domain.slides.slide_sets import Origin
from tracker.services.round.entering import save_draft
from tracker.services.round.rounds import set_deadline
from tracker.services.slides.slide_sets import make_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, backup, open_store
from tracker.store.database.failures import pysqlite

ROUND, REVIEW, HISTORY = "report/my_round", "report/review", "manage/history"
ACCOUNTS, SLIDES, SETS = "manage/accounts", "present/slides", "present/slide_sets"
OVERVIEW, PLAN, GOAL, SOURCES = "monitor/overview", "monitor/plan", "monitor/goal", "monitor/sources"
_WHO = {ROUND: LI, REVIEW: WANG, HISTORY: ADMINISTRATOR, ACCOUNTS: ADMINISTRATOR}
_NO_TEXT = "CAST(x'61ff62' AS TEXT)"
_HALF = r"""'{"value":"1\ud800","comment":"\udfff"}'"""
SPOILED = [
    ("drafts", "typed", _HALF, [ROUND]),
    ("drafts", "at", "'x'", [ROUND]),
    ("entries", "typed", _HALF, [ROUND, REVIEW]),
    ("entries", "entered_at", "'x'", [ROUND, REVIEW]),
    ("rounds", "deadline", "'x'", [ROUND]),
    ("entry_events", "new", _HALF, [HISTORY]),
    ("account_events", "at", "'x' || id", [HISTORY, ACCOUNTS]),
    ("accounts", "name", _NO_TEXT, [ACCOUNTS, HISTORY]),
    ("change_sets", "at", "'x' || id", [HISTORY, OVERVIEW, SLIDES]),
    ("definition_revisions", "content", r"""'{"zone":"\ud800","name":"\ud800"}'""", [HISTORY]),
    ("slide_sets", "slides", r"""'[{"key":"opening","title":"\ud800"}]'""", [SLIDES, SETS]),
    ("slide_sets", "slides", """'[{"no":1}]'""", [SLIDES, SETS]),
    ("slide_sets", "subjects", r"""'["\ud800"]'""", [SLIDES, SETS]),
    ("slide_set_events", "new", "'{}'", [HISTORY]),
    ("zones", "name", _NO_TEXT, [OVERVIEW, PLAN, GOAL, ROUND]),
    ("plans", "name", "'a' || char(0) || 'b'", [OVERVIEW, PLAN, GOAL, SLIDES]),
    ("goals", "wording", _NO_TEXT, [PLAN, GOAL]),
    ("sources", "title", _NO_TEXT, [SOURCES, GOAL, ROUND]),
]


@pytest.fixture
def filled(round_store: Store) -> tuple[Store, dict[str, str]]:
    """A store with one row at least of everything that people enter, and what its pages are asked for."""
    add_accounts(round_store)
    assert hand_in(round_store, "rd", Typed(value="1.65")).done
    save_draft(round_store, LI, key("firms"), Typed(value="140"), 0)
    set_deadline(round_store, CHEN, YEAR, date(2025, 3, 1))
    made = make_set(round_store, CHEN, "My slides", Origin.PLAN, ["park-14"], ViewSettings(YEAR), token())
    asked = {"set": made.key, "plan": "park-14", "goal": "rd-goal", "round_zone": "park", "round_year": str(YEAR)}
    return round_store, asked


@pytest.mark.parametrize(("table", "column", "spoiled", "pages"), SPOILED)
def test_a_spoiled_row_leaves_the_page_to_the_others(
    table: str,
    column: str,
    spoiled: str,
    pages: list[str],
    filled: tuple[Store, dict[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, address = filled
    backup(made, copy := tmp_path / "copy.db")
    _spoil(copy, table, column, spoiled)
    store = open_store(f"sqlite:///{copy}")
    for script in pages:
        sign_in(monkeypatch, store, _WHO.get(script, CHEN))
        page = AppTest.from_file(str(ROOT / "pages" / f"{script}.py"), default_timeout=60)
        for name, value in address.items():
            page.query_params[name] = value
        page.run()
        assert not page.exception, script
        assert page.title or page.header, script
        assert (table, column) != ("drafts", "typed") or "1�" in said(page)
    store.close()


def _spoil(file: Path, table: str, column: str, value: str) -> None:
    """Write into the store's file as somebody who knows how to get around what guards it."""
    connection = pysqlite.connect(file)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (trigger,) in triggers:
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(f"UPDATE {table} SET {column} = {value}")
    connection.commit()
    connection.close()
