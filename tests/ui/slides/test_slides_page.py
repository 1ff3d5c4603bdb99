"""The pages of slide sets without a browser: made, arranged by their maker, seen by everybody, downloaded."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.people import add_person, people_store
from tests.serving import ROOT
from tests.store.conftest import Calendar
from tests.store.samples import PLAN, write_actual
from tests.ui.opening import opened as in_frame
from tracker.domain.people.roles import VISITOR, Person, Role
from tracker.domain.slides.slide_sets import Origin, SlideSet
from tracker.services import stores
from tracker.services.slides.slide_sets import change_set, make_set, slide_set, slide_sets
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.ui.session import person as asking


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(tmp_path: Path, calendar: Calendar, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with people_store(tmp_path, calendar) as opened:
        calendar.next_day()
        monkeypatch.setattr(stores, "serving_store", lambda: opened)
        yield opened


@pytest.fixture
def planner(store: Store, monkeypatch: pytest.MonkeyPatch) -> Person:
    """A planner, who is at the screen."""
    return at_screen(monkeypatch, add_person(store, Role.PLANNER))


@pytest.fixture
def kept(store: Store, planner: Person) -> SlideSet:
    return make_set(store, planner, "For the *meeting*", Origin.PLAN, [PLAN.plan], ViewSettings(2022), "token")


def at_screen(monkeypatch: pytest.MonkeyPatch, person: Person) -> Person:
    monkeypatch.setattr(asking, "known_person", lambda: None if person is VISITOR else person)
    return person


def opened(name: str, **address: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "pages" / "present" / f"{name}.py"), default_timeout=60)
    for key, value in address.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


def said(page: AppTest) -> str:
    parts = [element.value for element in (*page.title, *page.caption, *page.error, *page.warning, *page.info)]
    parts += [element.value for element in (*page.markdown, *page.success, *page.code)]
    return re.sub(r"\\(.)", r"\1", " ".join([*map(str, parts), *(drawn.proto.body for drawn in page.get("html"))]))


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    page.run()
    assert not page.exception
    return page


def test_a_set_is_kept_under_its_name(store: Store, planner: Person) -> None:
    page = in_frame("present/slide_sets.py")
    assert "Nobody has kept slides yet." in said(page)
    next(field for field in page.text_input if field.label == "Name of the set").set_value("Mine").run()
    press(page, "Keep the slides")
    (made,) = slide_sets(store)
    assert (made.name, made.origin, made.made_by) == ("Mine", Origin.PLAN, planner.account)


def test_a_visitor_is_asked_to_sign_in_to_keep_slides_and_can_present_them(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_screen(monkeypatch, VISITOR)
    page = opened("slide_sets")
    assert "Keep the slides" not in [button.label for button in page.button]
    assert "sign in" in said(page)
    assert "/present?plan=" in said(page)


def test_order_omission_title_and_notes_are_kept(store: Store, kept: SlideSet) -> None:
    page = opened("slides", set=kept.key, slide=kept.slides[1].key)
    press(page, "Move up")
    page.checkbox[0].uncheck().run()
    page.text_input[0].set_value("A title of mine").run()
    page.text_area[0].set_value("Say this").run()
    first, second, *_others = slide_set(store, kept.key).slides
    assert (first.key, second.key) == (kept.slides[1].key, kept.slides[0].key)
    assert (first.shown, first.title, first.notes) == (False, "A title of mine", "Say this")
    assert page.radio[0].value == first.key
    assert "(left out) A title of mine" in page.radio[0].options[0]


def test_title_and_notes_told_at_once_are_both_kept(store: Store, kept: SlideSet) -> None:
    page = opened("slides", set=kept.key)
    page.text_input[0].set_value("Both")
    page.text_area[0].set_value("at once")
    page.run()
    assert [(slide.title, slide.notes) for slide in slide_set(store, kept.key).slides[:1]] == [("Both", "at once")]
    assert not page.error


def test_who_is_second_on_the_same_slide_is_told_and_finds_what_was_typed(store: Store, kept: SlideSet) -> None:
    page = opened("slides", set=kept.key)
    other = add_person(store, Role.PLANNER, "somebody")
    first, *others = kept.slides
    change_set(store, other, kept.key, kept.version, "theirs", slides=[replace(first, title="Theirs"), *others])
    page.text_input[0].set_value("Mine").run()
    assert "somebody changed this slide set meanwhile" in said(page)
    assert [code.value for code in page.code] == ["Mine"]
    assert page.text_input[0].value == "Theirs"
    assert slide_set(store, kept.key).slides[0].title == "Theirs"
    press(page, "Put aside")
    assert not page.code


def test_who_is_second_on_another_slide_loses_nothing(store: Store, kept: SlideSet) -> None:
    page = opened("slides", set=kept.key)
    other = add_person(store, Role.PLANNER, "somebody")
    first, second, *others = kept.slides
    change_set(store, other, kept.key, kept.version, "theirs", slides=[first, replace(second, title="Theirs"), *others])
    page.text_input[0].set_value("Mine").run()
    assert [slide.title for slide in slide_set(store, kept.key).slides[:2]] == ["Mine", "Theirs"]
    assert not page.error


@pytest.mark.parametrize("role", [Role.VIEWER, None])
def test_who_may_not_change_a_set_sees_presents_and_takes_it_along(
    store: Store, kept: SlideSet, monkeypatch: pytest.MonkeyPatch, role: Role | None
) -> None:
    at_screen(monkeypatch, VISITOR if role is None else add_person(store, role, "looks"))
    page = opened("slides", set=kept.key)
    assert f"/present?set={kept.key}" in said(page)
    assert "Only its maker and planners may change this set." in said(page)
    assert all(field.disabled for field in (*page.checkbox, *page.text_input, *page.text_area))
    assert [button.label for button in page.button if not button.disabled] == [
        "Make the file",
        "See what has changed since",
    ]


def test_a_refresh_says_what_changed_and_brings_it(store: Store, kept: SlideSet, calendar: Calendar) -> None:
    calendar.next_day()
    write_actual(store, year=2022, value=Decimal(1300))
    page = opened("slides", set=kept.key)
    press(page, "See what has changed since")
    assert "1,300" in said(page)
    assert slide_set(store, kept.key) == kept
    press(page, "Refresh the slides")
    assert "The slides were refreshed. What has changed:" in said(page)
    assert slide_set(store, kept.key).as_of > kept.as_of


def test_a_set_that_is_gone_is_said_beside_those_that_are_there(kept: SlideSet) -> None:
    page = opened("slides", set="gone")
    assert "There is no such slide set here; it may have been removed." in said(page)
    assert f"set={kept.key}" in said(page)


def test_a_file_of_another_kind_is_not_offered_as_the_one_just_picked(kept: SlideSet) -> None:
    page = opened("slides", set=kept.key)
    page.selectbox[0].select("xlsx").run()
    press(page, "Make the file")
    (saved,) = page.get("download_button")
    assert saved.proto.help.endswith(".xlsx")
    page.selectbox[0].select("pdf").run()
    assert not page.get("download_button")


def test_without_a_browser_pictures_are_refused_in_words_and_svg_is_offered(
    kept: SlideSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    page = opened("slides", set=kept.key)
    page.selectbox[0].select("png").run()
    press(page, "Make the file")
    assert "none is installed where this runs" in page.error[0].value
    assert "SVG" in page.error[0].value
    page.selectbox[0].select("svg").run()
    press(page, "Make the file")
    assert len(page.get("download_button")) == 1
