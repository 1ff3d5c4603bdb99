"""The pages, charts and tables of a reader of Chinese, and what stays as it is stored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.charts import reading
from tests.services.round.round_samples import LI, YEAR
from tests.ui.opening import serving
from tests.ui.planner_pages import LIN, PLAN, fill, press, run
from tests.ui.visiting import shipped, text_of, visit
from tracker.charts import as_figure, glide_path
from tracker.domain.records import Plan
from tracker.language import speak
from tracker.services import stores
from tracker.services.cache.query_cache import cache_of
from tracker.services.choices import plan_to_open
from tracker.services.downloads import csv_bytes
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.overview.counts_by_group import Scope, overview
from tracker.services.plan.goal_figures import download_frame
from tracker.services.plan.plan_sheet import about_plan, plan_sheet
from tracker.services.round.pasting import match_paste, split_paste
from tracker.services.round.round_workbook import form_of
from tracker.services.round.rounds import my_round
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.ui.session import person as signed_in
from tracker.ui.shell.navigation import PAGES

FIRMS = "shenyang-2023-high-tech-enterprises"
ZONE = "沈阳高新技术产业开发区"


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak Chinese to visitors who have not chosen, and here."""
    monkeypatch.setenv("TRACKER_LANGUAGE", "zh")
    speak("zh")
    yield
    speak(None)


@pytest.fixture
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    made = stores.make_store(f"sqlite:///{tmp_path / 'own.db'}")
    monkeypatch.setattr(signed_in, "require", lambda _permission: LIN)
    with serving(made, monkeypatch):
        yield made


def test_a_page_names_zones_indicators_and_plans_in_chinese() -> None:
    seen = text_of(visit("monitor/goal.py", shipped(), year=2021, goal=FIRMS))
    for words in (ZONE, "高新技术企业数", "三种评价规则", "时序进度法", "约405"):
        assert words in seen
    for left in ("Shenyang High-Tech Zone", "High-tech enterprises", "every year", "Time rule"):
        assert left not in seen


def test_a_chart_says_its_words_names_and_units_in_chinese() -> None:
    report = goal_report_of(shipped(), "jinpu-2025-technology-contract-turnover", ViewSettings(2022))
    words = " ".join(reading.texts(as_figure(glide_path(report, size=(1920, 1080)))))
    assert "40亿元" in words
    assert "技术合同成交额" in words
    assert "bn yuan" not in words


def test_a_table_to_take_away_is_in_chinese_with_a_column_for_each_of_the_english_ones() -> None:
    def taken(language: str) -> list[str]:
        speak(language)
        sheet = plan_sheet(shipped(), "jinpu-action-plan-2017-2019", ViewSettings(2021))
        assert len(dict(about_plan(sheet, shipped().clock()))) == 10
        return csv_bytes(download_frame((*sheet.measured, *sheet.milestones))).decode("utf-8-sig").splitlines()

    english, chinese = taken("en"), taken("zh")
    assert len(chinese) == len(english)
    heads = chinese[0].split(",")
    assert len(set(heads)) == len(heads) == len(english[0].split(","))
    assert heads[:2] == ["指标", "单位"]
    assert any(line.startswith("高新技术企业数,家,") for line in chinese)
    assert any(line.startswith("High-tech enterprises,enterprises,") for line in english)


def test_what_is_remembered_for_one_language_is_not_told_in_another() -> None:
    store, look = shipped(), ViewSettings(2021)
    shown = {}
    for language in ("zh", "en", "zh"):
        speak(language)
        shown[language] = overview(store, look, Scope())
    assert shown["zh"] != shown["en"]
    assert {zone.name for zone in cache_of(store).catalogue().zones.values()} & {ZONE} == {ZONE}


def test_verdicts_hold_no_words_and_are_worked_out_once_for_all_languages() -> None:
    ledger, look = cache_of(shipped()), ViewSettings(2021)
    speak("en")
    english = ledger.standings(look)
    speak("zh")
    assert ledger.standings(look) is english


def test_both_languages_open_at_the_same_plan() -> None:
    opened = []
    for language in ("en", "zh"):
        speak(language)
        opened.append(plan_to_open(shipped(), ViewSettings(2021)))
    assert opened[0] == opened[1] != ""


def test_changing_a_plan_in_chinese_leaves_its_english_name(own_store: Store) -> None:
    before = cache_of(own_store).definitions().plans[PLAN]
    page = AppTest.from_file(PAGES / "plan" / "plans.py", default_timeout=30)
    page.query_params["edit"] = PLAN
    run(page)
    shown = {field.label: field.value for field in page.text_input}
    assert (shown["名称"], shown["中文名称"]) == (before.name, before.name_zh)
    assert page.header[0].value == before.name_zh
    fill(page, 印发日期="2021-03-12")
    press(fill(page, 修改理由="补充发布日期"), "保存")
    after = cache_of(own_store).definitions().plans[PLAN]
    assert isinstance(after, Plan)
    assert (after.issued, after.name, after.name_zh) == ("2021-03-12", before.name, before.name_zh)


def test_pasted_names_are_found_in_either_language(round_store: Store) -> None:
    owed = my_round(round_store, LI, "park", YEAR)
    for block in ("产值\t14.2亿", "Output\t14.2亿"):
        assert [cell.key.indicator for cell in match_paste(owed, split_paste(block)).cells] == ["output"]


def test_the_form_bears_both_names_whoever_has_it_made(round_store: Store) -> None:
    def names() -> set[tuple[str, str]]:
        return {(row.name, row.name_zh) for row in form_of(round_store, LI, "park", YEAR).rows}

    chinese = names()
    speak("en")
    assert names() == chinese
