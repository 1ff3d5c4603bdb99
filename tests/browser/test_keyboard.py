"""The whole way by keyboard alone, with a ring or ground that shows where the keyboard is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.signing_in import PERSON, accounts_in
from tests.browsing import IDLE
from tests.conftest import Serve
from tests.people import PASSWORD
from tests.serving import Served
from tracker.domain.people.roles import Role

pytestmark = pytest.mark.browser
# The cells of a table are drawn on a canvas, and so is what shows which of them is reached.
DRAWN = "td, canvas"
# Compares how what has the focus looks with how it looks without.
SHOWN = """
async (drawn) => {
    const reached = document.activeElement;
    if (!reached || reached === document.body || reached.matches(drawn)) return "";
    const look = () => {
        const told = [];
        for (let one = reached, up = 0; one && up < 5; one = one.parentElement, up += 1) {
            const style = getComputedStyle(one);
            const ring = style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor;
            told.push(ring, style.boxShadow, style.borderColor, style.backgroundColor);
        }
        return told.join("|");
    };
    const pause = () => new Promise((go) => setTimeout(go, 250));
    let focused = look();
    reached.blur();
    let without = look();
    reached.focus({ preventScroll: true });
    if (focused !== without) return "";
    await pause();
    focused = look();
    reached.blur();
    await pause();
    without = look();
    reached.focus({ preventScroll: true });
    return focused === without ? reached.outerHTML.slice(0, 200) : "";
}
"""


@pytest.fixture(scope="module")
def team(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Served:
    place = f"sqlite:///{tmp_path_factory.mktemp('keyboard') / 'tracker.db'}"
    with accounts_in(place, zhao=Role.VIEWER):
        return serve(place)


def _settle(page: Page) -> None:
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator(IDLE)).to_be_attached()
    page.wait_for_timeout(1000)
    expect(page.locator(IDLE)).to_be_attached()


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element is reached; every stop on the way has to show that it was reached."""
    for _press in range(90):
        page.keyboard.press("Tab")
        unseen = page.evaluate(SHOWN, DRAWN)
        assert unseen == "", f"the keyboard is here and nothing shows it: {unseen}"
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def _choose(page: Page, label: str, words: str) -> None:
    """Choose from a list by typing some of the words."""
    _tab_to(page, f"input[role=combobox][aria-label='{label}']")
    page.keyboard.press("ArrowDown")
    page.keyboard.type(words)
    expect(page.get_by_role("option", name=words)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_from_the_overview_to_a_plan_its_goal_another_year_and_rule_and_signed_in(team: Served, page: Page) -> None:
    page.goto(f"{team.address}/?year=2019")
    _settle(page)
    _tab_to(page, "[data-testid=stSidebarNavLink][href*='plan']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/plan"))
    _settle(page)
    _choose(page, "Plan", "China · 13th")
    expect(page).to_have_url(re.compile("plan=china-13th-five-year-plan"))
    _settle(page)
    _tab_to(page, "table.goals a[href^='goal?']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/goal.*goal=china-2020-"))
    goal = page.url.partition("goal=")[2].partition("&")[0]
    _settle(page)
    _choose(page, "Seen from year", "2017")
    expect(page).to_have_url(re.compile("year=2017"))
    _settle(page)
    _choose(page, "Rule", "Compound rule")
    expect(page).to_have_url(re.compile("rule=compound"))
    _settle(page)
    page.reload()
    _settle(page)
    _tab_to(page, "a.sign-in")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Name or e-mail address")).to_be_visible()
    _tab_to(page, "[name=name]")
    page.keyboard.type("zhao")
    _tab_to(page, "[name=password]")
    page.keyboard.type(PASSWORD)
    _tab_to(page, "main button")
    page.keyboard.press("Enter")
    expect(page.locator(PERSON)).to_have_text("Zhao")
    assert f"goal={goal}" in page.url
