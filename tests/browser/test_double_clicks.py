"""A double click on every button that writes: the store holds one write, and the page says that it was done."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from secrets import token_hex

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, FilePayload, Page, expect
from sqlalchemy import text

from tests.browser.grid import click_row, grid_settled, row_of
from tests.browser.signing_in import round_in
from tests.browsing import settled
from tests.people import PASSWORD
from tests.services.round.round_samples import LI, YEAR, hand_in, key
from tests.serving import Served, served
from tracker.domain.entry.entries import Typed
from tracker.domain.people.roles import Person, Role
from tracker.domain.slides.slide_sets import Origin
from tracker.exchange.form.cell_texts import SHEET
from tracker.services.accounts.sign_in import Visit, sign_in
from tracker.services.round.entering import save_draft
from tracker.services.round.round_workbook import form_of, round_form
from tracker.services.slides.slide_sets import make_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.web.access.identity import COOKIE

pytestmark = pytest.mark.browser
PEOPLE = {"chief": Role.ADMINISTRATOR, "li": Role.OFFICIAL, "wang": Role.REVIEWER}
DEEDS = "SELECT deed FROM change_sets", "SELECT deed FROM entry_events", "SELECT deed FROM slide_set_events"
# What lies between the two clicks of a person, in milliseconds: long enough for the first to be under way.
PAUSE = 120
OpenAs = Callable[[str, str], Page]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store for one test alone, so that a second try finds nothing of the first."""
    with round_in(tmp_path, **PEOPLE) as opened:
        yield opened


@pytest.fixture
def team(tmp_path: Path, store: Store) -> Iterator[Served]:
    with served(f"sqlite:///{tmp_path / 'tracker.db'}", tmp_path / "server.log") as running:
        yield running


@pytest.fixture
def open_as(browser: Browser, team: Served, store: Store) -> Iterator[OpenAs]:
    """Open an address in the one page that each person keeps."""
    pages: dict[str, Page] = {}

    def opened(name: str, address: str) -> Page:
        if name not in pages:
            visitor = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en-GB")
            token = sign_in(store, name, PASSWORD, Visit())
            visitor.add_cookies([{"name": COOKIE, "value": token, "url": team.address}])
            pages[name] = visitor.new_page()
        pages[name].goto(f"{team.address}/{address}")
        settled(pages[name])
        return pages[name]

    yield opened
    for page in pages.values():
        page.context.close()


@pytest.fixture
def deeds(store: Store) -> Callable[[], Counter[str]]:
    """Give what was done since the test began, as the histories keep it."""

    def all_deeds() -> Counter[str]:
        with store.read() as connection:
            return Counter(deed for one in DEEDS for deed in connection.scalars(text(one)))

    before = all_deeds()
    return lambda: all_deeds() - before


def _double_click(page: Page, button: str, said: str) -> None:
    """Click twice, and wait until the page says what was done and no more is made of it."""
    settled(page)
    page.get_by_role("button", name=button, exact=True).dblclick(delay=PAUSE)
    expect(page.get_by_text(said)).to_be_visible()
    settled(page)
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)


def _choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).first.click()


def _fill(page: Page, **texts: str) -> None:
    for label, typed in texts.items():
        page.get_by_role("textbox", name=label.replace("_", " "), exact=True).fill(typed)


def test_a_new_zone_is_saved_once(open_as: OpenAs, deeds: Callable[[], Counter[str]]) -> None:
    page = open_as("chief", "zones?new=yes")
    _fill(page, Name="The airport")
    _double_click(page, "Save", "Saved: The airport")
    assert deeds() == {"create zone": 1}


def test_a_change_of_a_zone_is_saved_once(open_as: OpenAs, deeds: Callable[[], Counter[str]]) -> None:
    page = open_as("chief", "zones?zone=port")
    _fill(page, Kind="free port")
    page.get_by_label("Why is it changed?").fill("as decided")
    _double_click(page, "Save", "Saved: The port")
    assert deeds() == {"change zone": 1}


def test_a_new_indicator_is_saved_once(open_as: OpenAs, deeds: Callable[[], Counter[str]]) -> None:
    page = open_as("chief", "indicators?new=yes")
    _choose(page, "Better is", "more")
    _choose(page, "Each year’s value is", "level")
    _fill(page, Name="Patents", Unit="patents")
    _double_click(page, "Save", "Saved: Patents")
    assert deeds() == {"create indicator": 1}


def test_a_new_plan_is_saved_once(open_as: OpenAs, deeds: Callable[[], Counter[str]]) -> None:
    page = open_as("chief", "plans?new=yes")
    _choose(page, "Zone", "The port")
    _fill(page, Name="Harbour plan", First_year="2026", Last_year="2030")
    _double_click(page, "Save", "Saved: Harbour plan")
    assert deeds() == {"create plan": 1}


def test_a_new_goal_is_saved_once(open_as: OpenAs, deeds: Callable[[], Counter[str]]) -> None:
    page = open_as("chief", "edit-goal?plan=port-14")
    _choose(page, "Indicator", "Output")
    page.get_by_role("textbox", name="Value", exact=True).fill("over 90")
    page.get_by_role("textbox", name="Due year", exact=True).fill("2025")
    _double_click(page, "Save", "Saved:")
    assert deeds() == {"create goal": 1}


def test_a_plan_is_copied_forward_once(open_as: OpenAs, deeds: Callable[[], Counter[str]]) -> None:
    page = open_as("chief", "plans?copy=park-14")
    _fill(page, Name="15th plan of the park")
    _double_click(page, "Copy forward", "Copied: 15th plan of the park")
    assert deeds() == {"copy plan forward": 1}


def test_a_bundle_is_loaded_once(open_as: OpenAs, deeds: Callable[[], Counter[str]], tmp_path: Path) -> None:
    page = open_as("chief", "load-bundle")
    zones = tmp_path / "zones.csv"
    zones.write_text("zone,name,parent\nstation,The station,city\n", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(zones)
    _double_click(page, "Load it", "Loaded: zones.csv")
    assert deeds() == {"import": 1}


def test_an_account_is_added_once(open_as: OpenAs, store: Store) -> None:
    page = open_as("chief", "accounts")
    form = page.get_by_test_id("stForm").filter(has=page.get_by_role("textbox", name="First password"))
    form.get_by_role("textbox", name="Account", exact=True).fill("sun")
    form.get_by_role("textbox", name="First password").fill("quite another phrase")
    _double_click(page, "Add the account", "The account sun was added.")
    with store.read() as connection:
        added = "SELECT count(*) FROM account_events WHERE account = 'sun' AND deed = 'added'"
        assert connection.scalar(text(added)) == 1


def test_slides_are_kept_once(open_as: OpenAs, deeds: Callable[[], Counter[str]], store: Store) -> None:
    page = open_as("chief", "slide-sets")
    page.get_by_role("button", name="Keep the slides").dblclick(delay=PAUSE)
    # The first click leads to the slides; a second that is slower finds the list, where the set is chosen.
    expect(page).to_have_url(re.compile("set="))
    settled(page)
    assert sum(deeds().values()) == 1
    with store.read() as connection:
        assert connection.scalar(text("SELECT count(*) FROM slide_sets")) == 1


@pytest.fixture
def set_page(open_as: OpenAs, store: Store) -> Page:
    """The page of a set of slides that was made for the test, with what is done to the whole of it open."""
    chief = Person(account="chief", name="Chief", role=Role.ADMINISTRATOR)
    one = make_set(store, chief, "Slides of the day", Origin.PLAN, ["park-14"], ViewSettings(2023), token_hex(8))
    page = open_as("chief", f"slides?set={one.key}")
    page.get_by_text("Name and removal").click()
    return page


def test_a_slide_set_is_renamed_once(set_page: Page, deeds: Callable[[], Counter[str]]) -> None:
    name = set_page.get_by_role("textbox", name="Name of the set")
    name.fill("Slides of the evening")
    name.press("Enter")
    name.press("Enter")
    expect(set_page.locator("h1").first).to_have_text("Slides of the evening")
    settled(set_page)
    expect(set_page.get_by_test_id("stAlertContentError")).to_have_count(0)
    assert deeds() == {"slides changed": 1}


def test_a_slide_set_is_removed_once(set_page: Page, deeds: Callable[[], Counter[str]]) -> None:
    # By the keyboard: the box still moves while what holds it opens.
    set_page.get_by_role("checkbox", name="I want to remove this set").press("Space")
    expect(set_page.get_by_role("button", name="Remove the set")).to_be_visible()
    settled(set_page)
    set_page.get_by_role("button", name="Remove the set").dblclick(delay=PAUSE)
    expect(set_page.locator("h1").first).to_have_text("Slide sets")
    settled(set_page)
    expect(set_page.get_by_test_id("stAlertContentError")).to_have_count(0)
    assert deeds() == {"slides removed": 1}


def test_a_deadline_is_set_once(open_as: OpenAs, deeds: Callable[[], Counter[str]]) -> None:
    page = open_as("chief", "plans")
    page.get_by_text("Deadlines of the yearly round").click()
    _double_click(page, "Set the deadline", "are due until")
    assert deeds() == {"deadline": 1}


def test_a_draft_is_submitted_once(open_as: OpenAs, deeds: Callable[[], Counter[str]], store: Store) -> None:
    save_draft(store, LI, key("firms"), Typed(value="140"), 0)
    page = open_as("li", f"my-round?round_zone=park&round_year={YEAR}")
    _double_click(page, "Submit 1 value for review", "1 value submitted for review.")
    assert deeds() == {"submit": 1}


@pytest.mark.parametrize(
    ("button", "said", "deed"), [("Accept 1 value", "accepted", "accept"), ("Return 1 value", "returned", "return")]
)
def test_a_value_is_judged_once(
    open_as: OpenAs, deeds: Callable[[], Counter[str]], store: Store, button: str, said: str, deed: str
) -> None:
    indicator, name = {"accept": ("output", "Output"), "return": ("rd", "R&D share")}[deed]
    assert hand_in(store, indicator, Typed(value={"output": "145.2", "rd": "1.65"}[indicator])).done
    page = open_as("wang", "review")
    grid_settled(page)
    page.get_by_role("textbox", name="Reason for a return").fill("look again")
    click_row(page, row_of(page, name))
    _double_click(page, button, f"1 value {said}.")
    # A value that is accepted is told by two histories: that of the entries and that of the actuals.
    assert deeds() == {"submit": 1, deed: 2 if deed == "accept" else 1}


def test_a_file_of_evidence_is_kept_once_and_taken_away_once(open_as: OpenAs, store: Store) -> None:
    page = open_as("li", f"my-round?round_zone=park&round_year={YEAR}")
    page.get_by_text("One value in detail").click()
    _choose(page, "Indicator", "Consumer prices")
    field = page.get_by_test_id("stFileUploader").filter(has_text="Evidence").locator("input[type=file]")
    field.set_input_files(FilePayload(name="page.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7 page"))
    expect(page.get_by_role("link", name="Evidence file")).to_be_visible()
    settled(page)
    assert _numbers(store, "SELECT count(*) FROM evidence") == [1]
    assert _numbers(store, "SELECT version FROM drafts WHERE indicator = 'prices'") == [1]
    page.get_by_role("button", name="Take the file away").dblclick(delay=PAUSE)
    expect(field).to_be_attached()
    settled(page)
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
    assert _numbers(store, "SELECT count(*) FROM evidence") == [1]
    assert _numbers(store, "SELECT version FROM drafts WHERE indicator = 'prices'") == [2]


def _numbers(store: Store, statement: str) -> list[int]:
    with store.read() as connection:
        return list(connection.scalars(text(statement)))


def test_the_values_of_a_workbook_are_taken_once(open_as: OpenAs, store: Store) -> None:
    book = load_workbook(BytesIO(round_form(store, LI, "park", YEAR).content))
    sheet = book[SHEET]
    code = next(row.code for row in form_of(store, LI, "park", YEAR).rows if row.indicator == "place")
    line = next(one.row for one in sheet["A"] if one.value == code)
    sheet.cell(line, 7).value = "18"
    buffer = BytesIO()
    book.save(buffer)
    page = open_as("li", f"my-round?round_zone=park&round_year={YEAR}")
    page.get_by_text("Fill in a workbook instead").click()
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    field = page.locator("[data-testid=stFileUploader]").filter(has_text="filled-in form").locator("input[type=file]")
    field.set_input_files(FilePayload(name="park.xlsx", mimeType=mime, buffer=buffer.getvalue()))
    _double_click(page, "Take 1 value as a draft", "1 value taken from the workbook.")
    assert _numbers(store, "SELECT version FROM drafts WHERE indicator = 'place'") == [1]
