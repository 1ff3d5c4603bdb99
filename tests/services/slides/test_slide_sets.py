"""Slide sets: who may keep and change them, once per click, and the same slides at any time."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.people import add_person, people_store
from tests.store.conftest import Calendar
from tests.store.samples import GOAL, PLAN, write_actual
from tracker.briefings.deck.compose import deck_of
from tracker.domain.people.roles import VISITOR, Person, Role
from tracker.domain.slides.slide_sets import Origin, SlideChoice, SlideSet
from tracker.domain.statuses import Rule
from tracker.errors import NotAllowedError, NotFoundError, RefusedInputError, StaleError
from tracker.language import speak
from tracker.services import idempotency
from tracker.services.history.event_list import events_page
from tracker.services.slides.slide_sets import (
    change_set,
    changes_since,
    make_set,
    may_change,
    passing_set,
    refresh_set,
    remove_set,
    slide_set,
    slide_sets,
)
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, verify

LOOK = ViewSettings(2022)
OF_PARK = ["opening", "rows:1", "goal:firms-2025", "goal:output-relative", "closing:1"]


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def store(tmp_path: Path, calendar: Calendar) -> Iterator[Store]:
    with people_store(tmp_path, calendar) as opened:
        calendar.next_day()
        yield opened


@pytest.fixture
def planner(store: Store) -> Person:
    return add_person(store, Role.PLANNER)


@pytest.fixture
def viewer(store: Store) -> Person:
    return add_person(store, Role.VIEWER)


def made(store: Store, person: Person, view: ViewSettings = LOOK) -> SlideSet:
    return make_set(store, person, "Spring review", Origin.PLAN, ["park-14"], view, "a-form-token")


def keys(choices: tuple[SlideChoice, ...]) -> list[str]:
    return [choice.key for choice in choices]


def test_slides_are_proposed_in_the_order_of_a_meeting(store: Store) -> None:
    proposal = passing_set(store, Origin.PLAN, ["park-14"], LOOK).slides
    assert keys(proposal) == OF_PARK
    assert all(choice.shown for choice in proposal)


def test_one_goal_is_presented_without_an_overview(store: Store) -> None:
    assert keys(passing_set(store, Origin.GOALS, ["firms-2025"], LOOK).slides)[0] == "goal:firms-2025"


def test_a_zone_brings_the_goals_of_the_zones_under_it(store: Store) -> None:
    assert "goal:firms-2025" in keys(passing_set(store, Origin.ZONE, ["city"], LOOK).slides)


def test_a_comparison_begins_with_the_zones_over_time(store: Store) -> None:
    proposal = keys(passing_set(store, Origin.COMPARISON, ["firms", "park", "city"], LOOK).slides)
    assert proposal[:2] == ["opening", "zones"]
    assert "goal:stadium" not in proposal


@pytest.mark.parametrize(
    ("origin", "subjects"),
    [
        (Origin.PLAN, ["gone"]),
        (Origin.ZONE, ["gone"]),
        (Origin.GOALS, ["gone"]),
        (Origin.COMPARISON, ["gone", "park"]),
        (Origin.COMPARISON, ["firms", "gone"]),
    ],
)
def test_nothing_is_made_from_what_is_not_there(store: Store, origin: Origin, subjects: list[str]) -> None:
    with pytest.raises(NotFoundError, match="gone"):
        passing_set(store, origin, subjects, LOOK)


@pytest.mark.parametrize("role", Role)
def test_everybody_with_an_account_may_keep_slides(store: Store, role: Role) -> None:
    person = add_person(store, role)
    assert made(store, person).made_by == person.account
    assert len(slide_sets(store)) == 1


def test_a_visitor_looks_and_keeps_nothing(store: Store) -> None:
    assert keys(passing_set(store, Origin.PLAN, ["park-14"], LOOK).slides) == OF_PARK
    with pytest.raises(NotAllowedError):
        made(store, VISITOR)
    assert slide_sets(store) == []


def test_a_double_click_makes_one_set(store: Store, viewer: Person) -> None:
    assert made(store, viewer) == made(store, viewer)
    assert len(slide_sets(store)) == 1


def test_a_second_click_after_a_restart_makes_no_second_set(store: Store, viewer: Person) -> None:
    first = made(store, viewer)
    idempotency._answers.clear()
    assert made(store, viewer) == first
    assert len(slide_sets(store)) == 1


def test_a_set_without_a_name_is_refused_and_its_form_can_be_sent_again(store: Store, viewer: Person) -> None:
    with pytest.raises(RefusedInputError, match="no name"):
        make_set(store, viewer, " ", Origin.PLAN, ["park-14"], LOOK, "token-of-form")
    assert make_set(store, viewer, "Now", Origin.PLAN, ["park-14"], LOOK, "token-of-form").name == "Now"


def test_order_omission_titles_and_notes_are_kept(store: Store, viewer: Person) -> None:
    before = made(store, viewer)
    wanted = [
        SlideChoice(key="goal:firms-2025", title="Ours", notes="Pause here"),
        SlideChoice(key="opening"),
        SlideChoice(key="rows:1", shown=False),
    ]
    after = change_set(store, viewer, before.key, before.version, "change-token", name="Summer", slides=wanted)
    assert (after.name, after.slides[:3], after.version) == ("Summer", tuple(wanted), 2)
    # Slides that were not named stay in the set, and are left out.
    assert [choice.key for choice in after.slides[3:]] == ["goal:output-relative", "closing:1"]
    assert not any(choice.shown for choice in after.slides[3:])
    deck = deck_of(store, after)
    assert (deck.slides[0].title, deck.slides[0].notes) == ("Ours", "Pause here")
    assert [slide.key for slide in deck.slides] == ["goal:firms-2025", "opening"]
    assert len(deck_of(store, after, only_shown=False).slides) == len(OF_PARK)


def test_a_slide_of_another_plan_is_refused(store: Store, viewer: Person) -> None:
    before = made(store, viewer)
    with pytest.raises(RefusedInputError, match="no such slide"):
        change_set(store, viewer, before.key, 1, "change-token", slides=[SlideChoice(key="goal:other")])
    assert slide_set(store, before.key) == before


def test_the_second_of_two_people_is_told_who_was_first(store: Store, viewer: Person, planner: Person) -> None:
    before = made(store, viewer)
    change_set(store, planner, before.key, before.version, "planners-token", name="Planned")
    with pytest.raises(StaleError, match=rf"{planner.name} changed this slide set"):
        change_set(store, viewer, before.key, before.version, "viewers-token", name="Viewed")
    assert slide_set(store, before.key).name == "Planned"


@pytest.mark.parametrize("role", [Role.OFFICIAL, Role.REVIEWER, Role.VIEWER])
def test_what_another_made_is_looked_at_and_not_changed(store: Store, planner: Person, role: Role) -> None:
    theirs, person = made(store, planner), add_person(store, role, "another")
    assert not may_change(person, theirs)
    with pytest.raises(NotAllowedError):
        change_set(store, person, theirs.key, 1, "change-token", name="Mine")
    with pytest.raises(NotAllowedError):
        remove_set(store, person, theirs.key, 1, "remove-token")
    with pytest.raises(NotAllowedError):
        refresh_set(store, person, theirs.key, 1, "refresh-token")
    assert slide_set(store, theirs.key) == theirs


@pytest.mark.parametrize("role", [Role.PLANNER, Role.ADMINISTRATOR])
def test_planners_and_administrators_may_change_and_remove_every_set(store: Store, viewer: Person, role: Role) -> None:
    theirs, person = made(store, viewer), add_person(store, role)
    assert change_set(store, person, theirs.key, 1, "change-token", name="Ours").name == "Ours"
    remove_set(store, person, theirs.key, 2, "remove-token")
    remove_set(store, person, theirs.key, 2, "remove-token")
    assert slide_sets(store) == []
    with pytest.raises(NotFoundError, match="removed"):
        slide_set(store, theirs.key)
    with pytest.raises(NotFoundError, match="removed"):
        change_set(store, person, theirs.key, 3, "other-token", name="Back")
    assert verify(store) == []


def test_a_set_stands_still_while_the_plan_goes_on(
    store: Store, viewer: Person, planner: Person, calendar: Calendar
) -> None:
    kept = made(store, viewer)
    before = {language: _deck(store, kept, language) for language in ("en", "zh")}
    calendar.next_day()
    write_actual(store, year=2022, value=Decimal(11))
    with store.change(who="Planner", deed="change plan") as change:
        change.write_definitions("plan", [replace(PLAN, name="Another name")])
        change.write_definitions("goal", [replace(GOAL, value=Decimal(20)), replace(GOAL, goal="firms-2030", due=2030)])
    calendar.next_day()
    assert {language: _deck(store, slide_set(store, kept.key), language) for language in ("en", "zh")} == before


def _deck(store: Store, kept: SlideSet, language: str) -> object:
    speak(language)
    try:
        return deck_of(store, kept)
    finally:
        speak("en")


def test_a_refresh_says_what_changed_and_keeps_what_was_chosen(
    store: Store, viewer: Person, calendar: Calendar
) -> None:
    kept = made(store, viewer)
    chosen = [replace(choice, shown=False) if choice.key == "rows:1" else choice for choice in kept.slides]
    kept = change_set(store, viewer, kept.key, 1, "change-token", slides=[chosen[2], *chosen[:2], *chosen[3:]])
    calendar.next_day()
    write_actual(store, year=2022, value=Decimal(13))
    with store.change(who="Planner", deed="create goal") as change:
        change.write_definitions("goal", [replace(GOAL, goal="output-2025", indicator="output", interim=())])
    calendar.next_day()
    expected = changes_since(store, kept)
    told = refresh_set(store, viewer, kept.key, kept.version, "refresh-token")
    assert told.changes == expected
    assert told.changes == (
        "Firms (14th plan): on track → met early.",
        "New goal: Output (14th plan), 1.21 bn yuan.",
        "Corrected value: Firms, The park, 2022: 13; before, 5.10.",
    )
    assert keys(told.slide_set.slides) == [
        "goal:firms-2025", "opening", "rows:1", "goal:output-relative", "goal:output-2025", "closing:1",
    ]  # fmt: skip
    assert not told.slide_set.slides[2].shown
    assert told.slide_set.as_of == calendar.now
    again = refresh_set(store, viewer, kept.key, kept.version, "refresh-token")
    assert again == told
    assert changes_since(store, told.slide_set) == ()


def test_a_refresh_can_look_from_another_year_by_another_rule(store: Store, viewer: Person) -> None:
    kept = made(store, viewer)
    told = refresh_set(store, viewer, kept.key, 1, "refresh-token", ViewSettings(2021, None, Rule.COMPOUND))
    assert (told.slide_set.year, told.slide_set.rule) == (2021, Rule.COMPOUND)
    assert told.changes[:2] == (
        "Seen from 2021; before, from 2022.",
        "Judged by the compound rule; before, by the time rule.",
    )


def test_a_set_can_be_made_of_what_was_known_earlier(store: Store, viewer: Person, calendar: Calendar) -> None:
    then = calendar.next_day()
    write_actual(store, year=2022, value=Decimal(13))
    calendar.next_day()
    kept = made(store, viewer, view=ViewSettings(2022, then))
    assert kept.as_of == then
    deck = deck_of(store, kept)
    assert next(slide for slide in deck.slides if slide.key == "goal:firms-2025").alt.startswith(
        "Firms, The park: 5.10 in 2022"
    )


def test_the_history_tells_every_deed_on_a_set(store: Store, viewer: Person, planner: Person) -> None:
    kept = made(store, viewer)
    changed = change_set(store, viewer, kept.key, 1, "change-token", name="Summer")
    order = change_set(store, viewer, kept.key, 2, "order-token", slides=tuple(reversed(changed.slides)))
    refresh_set(store, viewer, kept.key, order.version, "refresh-token")
    remove_set(store, viewer, kept.key, 4, "remove-token")
    rows = events_page(store, planner).rows
    said = [row.said for row in rows if "slide set" in row.said]
    assert said == [
        "Removed the slide set “Summer”",
        "Refreshed the slide set “Summer”",
        "Changed the slide set “Summer”",
        "Changed the slide set “Summer”",
        "Made the slide set “Spring review”",
    ]
    told = next(row for row in rows if row.said == "Changed the slide set “Summer”" and row.altered[0].field == "Name")
    assert [(one.old, one.new) for one in told.altered] == [("Spring review", "Summer")]
    official = add_person(store, Role.OFFICIAL)
    assert [row.said for row in events_page(store, official).rows if "slide set" in row.said] == said
