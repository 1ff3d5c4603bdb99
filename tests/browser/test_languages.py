"""English and Chinese in a real browser: chosen beside every page, remembered, and never heard by anybody else."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import IDLE, Record
from tests.serving import Served

pytestmark = pytest.mark.browser
GOAL = "/goal?goal=shenyang-2023-high-tech-enterprises&year=2021"
HEAD = "h1"


def _choose(page: Page, language: str) -> None:
    expect(page.locator(IDLE)).to_be_attached()
    page.locator(f"nav.languages a[lang={language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_chinese_stays_after_a_reload_on_another_page_and_in_a_second_tab(
    server: Served, page: Page, record: Record
) -> None:
    page.goto(server.address + GOAL)
    expect(page.locator(HEAD).first).to_contain_text("Shenyang High-Tech Zone")
    _choose(page, "zh")
    expect(page.locator(HEAD).first).to_contain_text("沈阳高新技术产业开发区")
    assert page.url == server.address + GOAL
    page.reload()
    expect(page.locator(HEAD).first).to_contain_text("沈阳高新技术产业开发区")
    page.locator("[data-testid=stSidebarNavLink]", has_text="来源").click()
    expect(page).to_have_title("来源 · 规划目标跟踪系统")
    second = page.context.new_page()
    second.goto(f"{server.address}/plan")
    expect(second).to_have_title("规划 · 规划目标跟踪系统")
    _choose(second, "en")
    expect(second).to_have_title("Plan · Plan tracker")
    assert record.complaints == []


def test_what_is_drawn_anew_speaks_the_readers_language(server: Served, page: Page) -> None:
    page.goto(server.address + GOAL)
    _choose(page, "zh")
    expect(page.locator(HEAD).first).to_contain_text("沈阳高新技术产业开发区")
    field = page.locator("[data-testid=stTextInput] input").first
    field.fill("900")
    field.press("Enter")
    expect(page.get_by_text("评价将为")).to_be_visible()
    assert page.get_by_text("instead of").count() == 0


def test_two_visitors_at_the_same_time_each_read_their_own_language(server: Served, browser: Browser) -> None:
    visitors = {code: browser.new_context(locale=code) for code in ("zh-CN", "en-GB")}
    pages = {code: visitor.new_page() for code, visitor in visitors.items()}
    for _turn in range(3):
        for seen in pages.values():
            seen.goto(f"{server.address}/plan")
        expect(pages["zh-CN"]).to_have_title("规划 · 规划目标跟踪系统")
        expect(pages["en-GB"]).to_have_title("Plan · Plan tracker")
        expect(pages["en-GB"].locator("nav.languages a[aria-current]")).to_have_text("English")
    for visitor in visitors.values():
        visitor.close()


def test_the_sign_in_page_is_left_in_the_language_it_was_read_in(server: Served, page: Page) -> None:
    page.goto(f"{server.address}/sign-in?next=/plan%3Fyear%3D2021")
    page.get_by_role("link", name="中文").click()
    expect(page.locator(HEAD)).to_have_text("登录")
    assert page.url == f"{server.address}/sign-in?next=/plan%3Fyear%3D2021"
    page.goto(f"{server.address}/plan")
    expect(page).to_have_title("规划 · 规划目标跟踪系统")


def test_a_file_taken_along_is_in_the_readers_language(server: Served, page: Page) -> None:
    page.goto(f"{server.address}/plan?year=2021")
    _choose(page, "zh")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载CSV").click()
    assert waiting.value.path().read_text(encoding="utf-8-sig").startswith("指标,单位,")
