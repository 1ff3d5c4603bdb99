"""A text pasted by a planner: marked, looked at one by one, and stored once it is confirmed."""

from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.planner_pages import PLAN, Open, choose, fill, press, run, value
from tests.ui.visiting import markup_of, text_of
from tracker.domain.people.roles import Person, Role
from tracker.store import Store
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals, sources
from tracker.ui.session import person as signed_in

ZONE = "shenyang-high-tech-zone"
TEXT = (
    "<b>The zone</b> in 2022\n\nIn 2022, the Shenyang High-Tech Zone had 1,900 high-tech enterprises, up 12.5%.\n\n"
    "By 2025, the Shenyang High-Tech Zone will have about 3,000 high-tech enterprises.\n"
)


@pytest.fixture
def open_page(open_page: Open) -> Open:
    """Open the page at an address."""
    return partial(open_page, "from_text.py")


@pytest.fixture
def page(open_page: Open) -> AppTest:
    """The page on which a text was pasted and read."""
    return paste(open_page(), TEXT)


def paste(page: AppTest, text: str, title: str = "The zone in 2022") -> AppTest:
    fill(page, Text=text, Title=title, Publisher="Shenyang Daily")
    return press(page, "Find the quantities")


def said(page: AppTest) -> str:
    """Return what is said in messages, without the escapes."""
    messages = [*page.error, *page.warning, *page.success, *page.info]
    return " ".join(message.value.replace("\\", "") for message in messages)


def decide_all(page: AppTest) -> AppTest:
    return press(press(press(page, "Actual"), "Growth"), "Goal")


def test_every_quantity_is_marked_with_its_word_and_the_text_is_escaped(page: AppTest) -> None:
    markup = markup_of(page)
    assert "&lt;b&gt;The zone&lt;/b&gt;" in markup
    assert 'class="said actual now">1,900<small>actual</small>' in markup
    assert 'class="said growth">12.5%<small>growth</small>' in markup
    assert 'class="said goal">about 3,000<small>goal</small>' in markup
    assert 'class="said ignore">2025<small>year number</small>' in markup


def test_the_keys_are_those_of_the_four_words(page: AppTest) -> None:
    keys = {button.proto.label: button.proto.shortcut for button in page.button if button.proto.shortcut}
    assert {word: key.lower() for word, key in keys.items()} == {
        "Goal": "g",
        "Actual": "a",
        "Growth": "w",
        "Ignore": "x",
    }


def test_each_decision_leads_to_the_next_and_the_progress_is_told(page: AppTest) -> None:
    assert "0 of 3" in page.get("progress")[0].proto.text
    press(page, "Actual")
    assert "1 of 3" in page.get("progress")[0].proto.text
    assert 'class="said growth now">12.5%' in markup_of(page)
    assert "✓ actual" in markup_of(page)


def test_what_is_confirmed_is_listed_and_stored_with_its_source(page: AppTest, store: Store) -> None:
    decide_all(page)
    assert "Every quantity is decided" in said(page)
    assert "Shenyang High-Tech Zone, High-tech enterprises, 2022: 1,900" in text_of(page)
    assert "brings high-tech enterprises to about at least 3000 by 2025" in text_of(page).replace(
        "at least about", "about at least"
    )
    press(page, "Store 3 quantities")
    assert "Stored: 1 goal, 1 actual" in said(page)
    actual = next(one for one in actuals(store, zone=ZONE, indicator="high-tech-enterprises") if one.year == 2022)
    assert (str(actual.value), str(actual.growth), actual.source) == ("1900", "12.5", "the-zone-in-2022")
    goal = next(one for one in goals(store, plan=PLAN, indicator="high-tech-enterprises") if one.value == 3000)
    assert (goal.source, goal.approximate) == ("the-zone-in-2022", True)
    assert "stored" in markup_of(page)


def test_nothing_is_stored_that_was_not_confirmed(page: AppTest, store: Store) -> None:
    press(page, "Ignore")
    button = next(one for one in page.button if one.label.startswith("Store"))
    assert button.disabled
    assert "the-zone-in-2022" not in {source.source for source in sources(store)}


def test_another_word_shows_its_own_fields_before_anything_is_confirmed(page: AppTest) -> None:
    press(page, "Goal")
    assert "0 of 3" in page.get("progress")[0].proto.text
    assert "The plan says" in {box.label for box in page.selectbox}


def test_a_field_changed_after_the_word_needs_a_new_word(page: AppTest) -> None:
    press(page, "Actual")
    press(page, "← Before")
    fill(page, Value="1,950")
    assert "0 of 3" in page.get("progress")[0].proto.text


def test_what_is_missing_is_said_and_a_press_confirms_nothing(page: AppTest) -> None:
    choose(page, "Indicator", "")
    assert "Before this can be confirmed" in said(page)
    press(page, "Actual")
    assert "Not confirmed; what you typed is still here" in said(page)
    assert "Indicator:** this has to be given" in said(page)
    assert value(page, "Value") == "1900"


def test_a_doubtful_actual_is_told_before_it_is_confirmed_and_can_be(page: AppTest) -> None:
    fill(page, Value="19")
    assert "It can be confirmed, but look again" in said(page)
    press(page, "Actual")
    assert "Store 1 quantity" in [button.label for button in page.button]


def test_a_refused_save_says_why_and_keeps_everything(page: AppTest, store: Store) -> None:
    decide_all(page)
    fill(page, Title="")
    press(page, "Store 3 quantities")
    assert "Not stored; everything is still here" in said(page)
    assert "Title:** this has to be given" in said(page)
    press(fill(page, Title="The zone in 2022"), "Store 3 quantities")
    assert "Stored: 1 goal, 1 actual" in said(page)


def test_a_value_that_is_on_record_already_is_not_confirmed_again(page: AppTest) -> None:
    press(decide_all(page), "Store 3 quantities")
    again = paste(press(page, "Discard all"), TEXT)
    press(again, "Actual")
    assert "this very value is on record already" in said(again)


def test_what_is_typed_is_there_after_a_reload_and_nobody_else_sees_it(
    page: AppTest, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(press(page, "Actual"), Growth="+13%")
    form = page.query_params["form"]
    named = form if isinstance(form, str) else form[0]
    again = open_page(form=named)
    assert (value(again, "Growth"), "1 of 3" in again.get("progress")[0].proto.text) == ("+13%", True)
    monkeypatch.setattr(signed_in, "require", lambda _deed: Person(account="wu", name="Wu", role=Role.PLANNER))
    assert not open_page(form=named).get("progress")


def test_a_mark_leads_to_its_quantity(page: AppTest, open_page: Open) -> None:
    link = next(part for part in markup_of(page).split('href="') if ">2025<" in part).partition('"')[0]
    form, key = link.partition("form=")[2].partition("&")[0], link.partition("at=")[2]
    turned = open_page(form=form, at=key)
    assert 'class="said ignore now">2025' in markup_of(turned)
    press(turned, "Goal")
    assert "0 of 4" in turned.get("progress")[0].proto.text


def test_a_changed_text_keeps_what_was_decided_of_its_other_sentences(page: AppTest) -> None:
    press(page, "Actual")
    press(page, "Change the text")
    fill(page, Text=TEXT + "\nBy 2025, the Shenyang High-Tech Zone will have 150 key labs.\n")
    press(page, "Find the quantities")
    assert "1 of 4" in page.get("progress")[0].proto.text


def test_dates_and_years_can_be_gone_through_too(page: AppTest) -> None:
    next(box for box in page.checkbox if box.label.startswith("Go through")).check()
    run(page)
    assert "0 of 6" in page.get("progress")[0].proto.text


@pytest.mark.parametrize(
    ("text", "answer"),
    [("", "There is no text yet"), ("Nothing is counted here.", "No quantity was found"), ("x" * 400_001, "too long")],
)
def test_a_text_without_quantities_is_said_to_be_one(open_page: Open, text: str, answer: str) -> None:
    assert answer in said(paste(open_page(), text))


def test_a_listed_document_is_chosen_instead_of_a_new_one(open_page: Open, store: Store) -> None:
    page = choose(fill(open_page(), Text=TEXT), "Source", "shenyang-offerings-article")
    press(decide_all(press(page, "Find the quantities")), "Store 3 quantities")
    actual = next(one for one in actuals(store, zone=ZONE, indicator="high-tech-enterprises") if one.year == 2022)
    assert actual.source == "shenyang-offerings-article"


def test_a_goal_without_a_number_is_given_a_name_and_stored_as_a_milestone(open_page: Open, store: Store) -> None:
    text = "By 2025, the Shenyang High-Tech Zone will be built into a park of national influence."
    page = paste(open_page(), text)
    if next(box for box in page.selectbox if box.label == "Indicator").value:
        choose(page, "Indicator", "")
    press(fill(page, **{"Or a new milestone, in a few words": "A park known everywhere"}), "Goal")
    assert "reaches the milestone “A park known everywhere” by 2025" in text_of(page)
    press(page, "Store 1 quantity")
    assert [goal.due for goal in goals(store, indicator="milestone-a-park-known-everywhere")] == [2025]


def test_a_row_that_stops_the_save_is_named_with_its_words_and_place(open_page: Open, store: Store) -> None:
    line = "By 2025, the Shenyang High-Tech Zone will have 150 key labs.\n\n"
    page = press(press(paste(open_page(), line * 2), "Goal"), "Goal")
    press(page, "Store 2 quantities")
    assert "**150** – paragraph 2, “150 key labs …”" in said(page)
    assert "this very goal is confirmed twice" in said(page)
    assert not list(goals(store, plan=PLAN, indicator="key-labs"))


def test_what_is_stored_can_be_looked_at_and_not_stored_again(page: AppTest, open_page: Open) -> None:
    press(decide_all(page), "Store 3 quantities")
    link = next(part for part in markup_of(page).split('href="') if ">1,900<" in part).partition('"')[0]
    form, key = link.partition("form=")[2].partition("&")[0], link.partition("at=")[2]
    turned = open_page(form=form, at=key)
    assert "This is stored" in said(turned)
    assert not [button for button in turned.button if button.label == "Actual"]
    assert next(button for button in turned.button if button.label.startswith("Store")).disabled


def test_who_lost_the_role_meanwhile_is_told_and_nothing_is_stored(
    page: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide_all(page)
    monkeypatch.setattr(signed_in, "require", lambda _deed: Person(account="lin", name="Lin", role=Role.VIEWER))
    press(page, "Store 3 quantities")
    assert "Your role does not allow this." in said(page)
    assert "the-zone-in-2022" not in {source.source for source in sources(store)}


def test_what_is_ignored_is_marked_so_and_not_listed(page: AppTest) -> None:
    press(page, "Actual")
    press(page, "Ignore")
    assert "✓ ignored" in markup_of(page)
    assert "12.5%" not in next(part for part in page.get("html") if "Taken for" in part.proto.body).proto.body
