"""The sources, as a visitor sees them."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.shipped_rows import shipped_rows
from tests.ui.planner_pages import LIN, fill, press, run
from tests.ui.visiting import PAGES, again, kinds, many_sources, markup_of, shipped, text_of, visit
from tracker.language import speak
from tracker.services.planning.planning_lists import stored
from tracker.store import Store, open_store
from tracker.ui.session import person as signed_in

SOURCES = "monitor/sources.py"


def test_every_document_is_listed_with_what_was_taken_from_it() -> None:
    page = visit(SOURCES, shipped())
    count = sum(len(shipped_rows(bundle, "sources")) for bundle in ("liaoning", "reference"))
    assert page.title[0].value == f"{count} sources"
    page.text_input[0].set_value("high-tech offerings")
    seen = text_of(again(page, shipped())).replace("\xa0", " ")
    taken = [row for row in shipped_rows("liaoning", "actuals") if row["source"] == "shenyang-offerings-article"]
    assert "Shenyang zone expands high-tech offerings China Daily Global" in seen
    assert f"13 April 2021 2 plans, 3 goals, {len(taken)} actuals" in seen


def test_one_document_tells_whether_its_figures_were_read_again() -> None:
    seen = text_of(visit(SOURCES, shipped(), source="nbs-communique-2018"))
    assert "Figures: as commonly published, not read again for this collection." in seen


def test_an_empty_store_is_not_said_to_name_every_source(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'empty.db'}", create=True)
    page = visit(SOURCES, store)
    assert page.title[0].value == "No goals yet"
    assert "names its source" not in text_of(page)
    store.close()


def test_search_takes_signs_literally() -> None:
    page = visit(SOURCES, kinds())
    page.text_input[0].set_value("100% literal_")
    again(page, kinds())
    assert page.title[0].value == "1 source"
    page.text_input[0].set_value("100.")
    again(page, kinds())
    assert "No source has these words" in text_of(page)


def test_one_document_shows_each_actual_with_its_place() -> None:
    seen = text_of(visit(SOURCES, shipped(), source="shenyang-offerings-article"))
    assert "Plans (2)" in seen
    assert "12.1 bn yuan, 40% of Shenyang’s" in seen
    assert "paragraph 10, 'a total of 786 …'" in seen


def test_a_web_address_is_a_link_shown_as_text() -> None:
    sent = markup_of(visit(SOURCES, kinds()))
    assert '<a href="https://example.org/book?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">' in sent


def test_what_people_typed_is_no_markup() -> None:
    sent = markup_of(visit(SOURCES, kinds()))
    assert "<script>" not in sent
    assert "The &lt;i&gt;Book&lt;/i&gt; of Plans" in sent


def test_what_has_no_source_is_counted_and_listed() -> None:
    seen = text_of(visit(SOURCES, kinds())).replace("\xa0", " ")
    assert "1 goal, 3 actuals" in seen
    seen = text_of(visit(SOURCES, kinds(), source="-"))
    assert "Goals (1)" in seen
    assert "City of Tests Firms 2023 5,000" in seen


def test_everything_that_ships_names_its_source() -> None:
    assert "Every plan, goal and actual names its source." in text_of(visit(SOURCES, shipped()))
    assert "Everything names its source." in text_of(visit(SOURCES, shipped(), source="-"))


def test_an_unknown_source_in_the_address_is_told() -> None:
    seen = text_of(visit(SOURCES, shipped(), source="no-such-source"))
    assert "asks for a source that is not here: no-such-source" in seen
    assert "7 sources" in seen


def test_a_document_nothing_was_taken_from_says_so() -> None:
    assert "Nothing was taken from this document yet." in text_of(visit(SOURCES, kinds(), source="trap"))


def test_many_sources_are_turned_page_by_page() -> None:
    page = visit(SOURCES, many_sources())
    assert page.title[0].value == "60 sources"
    assert "Source 025" in text_of(page)
    assert "Source 026" not in text_of(page)
    page.number_input[0].set_value(3)
    again(page, many_sources())
    assert "Source 060" in text_of(page)
    assert "Source 050 " not in text_of(page)


def test_a_search_in_the_address_is_kept() -> None:
    page = visit(SOURCES, many_sources(), search="Source 007")
    assert page.title[0].value == "1 source"


def opened(key: str) -> AppTest:
    page = AppTest.from_file(PAGES / SOURCES, default_timeout=60)
    page.query_params["source"] = key
    return run(page)


def test_a_planner_changes_a_document_and_readers_of_chinese_see_its_chinese_title(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = next(iter(stored(store).sources))
    assert "Change this document" not in [one.label for one in opened(key).expander]
    monkeypatch.setattr(signed_in, "require", lambda _permission: LIN)
    page = fill(opened(key), Chinese_title="沈阳报告", Chinese_publisher="日报", Published="2021-04")
    press(fill(page, **{"Why is it changed?": "translated"}), "Save")
    kept = stored(store).sources[key]
    assert (kept.title_zh, kept.publisher_zh, kept.published) == ("沈阳报告", "日报", "2021-04")
    monkeypatch.setenv("TRACKER_LANGUAGE", "zh")
    speak(None)
    assert opened(key).title[0].value == "沈阳报告"
