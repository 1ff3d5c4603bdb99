"""The history tells every event with person, old and new, reason and source, to those who may see it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.services.conftest import MakeStore
from tests.services.round.round_samples import (
    ADMINISTRATOR,
    BUNDLE,
    CHEN,
    HE,
    LI,
    SUN,
    WANG,
    hand_in,
    key,
    take_in,
    token,
)
from tracker.domain.entry.entries import NoValue, Typed
from tracker.domain.history.events import EventKind
from tracker.domain.people.roles import VISITOR, Person, Role
from tracker.domain.records import Actual
from tracker.errors import NotAllowedError, NotFoundError
from tracker.services.accounts.account_keeping import OPERATOR, add_account, disable_account, set_access
from tracker.services.history.event_list import (
    OPENED,
    EventPage,
    HistoryFilters,
    events_page,
    indicators_of_history,
    kinds_of_history,
    opened_event,
    people_of_history,
    zones_of_history,
)
from tracker.services.history.event_rows import EventRow
from tracker.services.planning.definition_saving import save_definition
from tracker.services.planning.planning_lists import stored
from tracker.services.review.reviewing import accept, send_back
from tracker.services.round.rounds import set_deadline
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.record.definitions import goals

LOOK = ViewSettings(2024)
FIRMS = HistoryFilters(zone="park", indicator="firms", year=2024)


@pytest.fixture
def store(store_of: MakeStore) -> Store:
    return store_of(dict(BUNDLE))


def said(page: EventPage) -> list[str]:
    return [row.said for row in page.rows]


def pairs(row: EventRow) -> list[tuple[str, str, str]]:
    return [(one.field, one.old, one.new) for one in row.altered]


def change_goal(store: Store, reason: str = "the council decided") -> None:
    """Ask more of the firms goal."""
    goal = next(iter(goals(store, goal="firms-goal")))
    save_definition(store, CHEN, replace(goal, value=Decimal(250), due=2024), before=goal, reason=reason, token=token())


def correct(store: Store, value: str, reason: str, version: int) -> None:
    hand_in(store, "firms", Typed(value=value, source="yearbook", reason=reason, comment="counted anew"), LI, version)
    take_in(store, "firms", version + 1)


def report_and_correct(store: Store) -> None:
    """Report the firms of the park, have them accepted, and correct them."""
    hand_in(store, "firms", Typed(value="145", source="yearbook", comment="as published"))
    take_in(store, "firms")
    correct(store, "150", "five were forgotten", 2)


def test_an_import_is_one_deed_with_counts_that_opens_to_all_it_brought(store: Store) -> None:
    (row,) = events_page(store, CHEN).rows
    counts = "4 new plans, 10 new goals, 8 new indicators, 4 new zones, 1 new source, 13 values"
    assert row.said == f"Imported “bundle”: {counts}"
    assert (row.altered, row.more, row.who) == ((), 40, "a planner")
    whole = opened_event(store, CHEN, row.key)
    assert (whole.count, whole.pages) == (40, 1)
    told = {(one.about, one.field): one.new for one in whole.altered}
    assert told["goal: High-tech firms, 14th plan of the park", "How it is meant"] == "more than"
    assert told["indicator: R&D share", "Better is"] == "more"
    assert told["zone: The park", "Lies within"] == "The city"
    assert told["High-tech firms, The park, 2023", "Value"] == "130"


def test_a_value_tells_who_reported_accepted_and_corrected_it_with_old_and_new(store: Store) -> None:
    report_and_correct(store)
    corrected, again, accepted, submitted = events_page(store, CHEN, FIRMS).rows
    assert [one.who for one in (corrected, again, accepted, submitted)] == ["wang", "li", "wang", "li"]
    assert submitted.said == "Submitted High-tech firms, The park, 2024"
    assert ("As typed", "–", "145") in pairs(submitted)
    assert ("As typed", "145", "150") in pairs(again)
    assert again.reason == "five were forgotten"
    assert accepted.said == corrected.said == "Accepted High-tech firms, The park, 2024"
    assert pairs(accepted)[0] == ("Value", "–", "145")
    assert pairs(corrected)[0] == ("Value", "145", "150")
    assert corrected.source == "Statistical yearbook"


def test_a_changed_goal_tells_each_field_in_words_with_its_reason(store: Store) -> None:
    change_goal(store)
    (row, imported) = events_page(store, CHEN, HistoryFilters(goal="firms-goal")).rows
    assert (row.who, row.said, row.reason) == (
        "chen",
        "Changed goal: High-tech firms, 14th plan of the park",
        "the council decided",
    )
    assert pairs(row) == [("Value", "200", "250"), ("Due year", "2025", "2024")]
    assert pairs(imported) == [("New", "–", "over 200 by 2025")]


def test_a_plan_tells_the_deeds_on_its_goals_too(store: Store) -> None:
    change_goal(store)
    assert len(events_page(store, CHEN, HistoryFilters(plan="park-14")).rows) == 2
    assert len(events_page(store, CHEN, HistoryFilters(plan="port-14")).rows) == 1
    assert len(events_page(store, CHEN, HistoryFilters(zone="port")).rows) == 1
    assert len(events_page(store, CHEN, HistoryFilters(indicator="firms")).rows) == 2


def test_returns_deadlines_and_entries_without_a_value_are_told(store: Store) -> None:
    set_deadline(store, CHEN, 2024, datetime(2025, 2, 28, tzinfo=UTC).date())
    hand_in(store, "firms", Typed(value="12", comment="one tenth"))
    send_back(store, WANG, {key("firms"): 1}, "a digit is missing", token())
    hand_in(store, "output", Typed(no_value=NoValue.NOT_PUBLISHED, comment="due in May"))
    take_in(store, "output")
    accepted, submitted, returned, _first, deadline, _import = events_page(store, CHEN).rows
    assert ("As typed", "–", "no value: not yet published") in pairs(submitted)
    assert accepted.said == "Accepted Output, The park, 2024"
    assert (returned.said, returned.reason) == ("Returned High-tech firms, The park, 2024", "a digit is missing")
    assert deadline.said == "Set the deadline for the values of 2024: 28 February 2025"
    assert pairs(deadline) == [("Deadline", "–", "28 February 2025")]


def test_accounts_tell_what_was_done_with_them_to_administrators_alone(store: Store) -> None:
    add_account(store, OPERATOR, "li", role=Role.OFFICIAL, zones=["park"], shown_name="Li Na")
    set_access(store, ADMINISTRATOR, "li", role=Role.REVIEWER, zones=["park", "port"])
    disable_account(store, OPERATOR, "li")
    disabled, changed, added = events_page(store, ADMINISTRATOR, HistoryFilters(account="li")).rows
    assert (disabled.said, disabled.who) == ("The account Li Na was disabled", "the command line")
    assert pairs(changed) == [("Role", "Official (The park)", "Reviewer (The park, The port)")]
    assert pairs(added) == [("Role", "–", "Official (The park)")]
    assert events_page(store, CHEN, HistoryFilters(account="li")).count == 0
    assert events_page(store, CHEN).count == 1
    assert opened_event(store, ADMINISTRATOR, added.key).altered == added.altered
    with pytest.raises(NotFoundError):
        opened_event(store, CHEN, added.key)


def test_officials_and_reviewers_see_their_zones_values_and_no_plans(store: Store) -> None:
    report_and_correct(store)
    change_goal(store)
    hand_in(store, "firms", Typed(value="50", source="yearbook", comment="first"), SUN, zone="port")
    assert "Changed goal: High-tech firms, 14th plan of the park" in said(events_page(store, CHEN))
    assert said(events_page(store, SUN)) == ["Submitted High-tech firms, The port, 2024"]
    assert said(events_page(store, HE)) == said(events_page(store, SUN))
    for_li = events_page(store, LI)
    assert for_li.count == 6
    assert for_li.rows[-1].said == "Imported “bundle”: 11 values"
    assert not [row for row in for_li.rows if "goal" in row.said]
    whole = opened_event(store, LI, for_li.rows[-1].key)
    assert {one.about.split(", ")[1] for one in whole.altered} == {"The park"}
    with pytest.raises(NotFoundError):
        opened_event(store, SUN, for_li.rows[-1].key)
    with pytest.raises(NotFoundError):
        opened_event(store, SUN, for_li.rows[-2].key)


def test_an_official_of_every_zone_sees_all_values_and_still_no_plans(store: Store) -> None:
    everywhere = replace(LI, zones=frozenset({"province", "city", "park", "port"}))
    change_goal(store)
    assert said(events_page(store, everywhere)) == ["Imported “bundle”: 13 values"]
    assert events_page(store, everywhere, HistoryFilters(goal="firms-goal")).count == 0


@pytest.mark.parametrize("nobody", [VISITOR, Person(account="v", name="V", role=Role.VIEWER)])
def test_the_history_is_closed_to_those_who_only_look(store: Store, nobody: Person) -> None:
    with pytest.raises(NotAllowedError):
        events_page(store, nobody)
    with pytest.raises(NotAllowedError):
        opened_event(store, nobody, "change-1")
    with pytest.raises(NotAllowedError):
        zones_of_history(store, nobody, LOOK)


def test_the_filters_find_person_kind_time_and_words(store: Store) -> None:
    report_and_correct(store)
    change_goal(store, reason="50% more was asked")
    now = datetime.now(UTC)
    counts = {
        "wang": HistoryFilters(who="wang"),
        "submit": HistoryFilters(kind=EventKind.SUBMIT),
        "accept": HistoryFilters(kind=EventKind.ACCEPT),
        "change": HistoryFilters(kind=EventKind.CHANGE),
        "import": HistoryFilters(kind=EventKind.IMPORT),
        "account": HistoryFilters(kind=EventKind.ACCOUNT),
        "words": HistoryFilters(text="50% MORE"),
        "no wildcard": HistoryFilters(text="5%more"),
        "since": HistoryFilters(since=now - timedelta(minutes=5)),
        "until": HistoryFilters(until=now - timedelta(minutes=5)),
        "year": HistoryFilters(year=2024),
        "nowhere": HistoryFilters(zone="port", year=2024),
    }
    assert {name: events_page(store, CHEN, wanted).count for name, wanted in counts.items()} == {
        "wang": 2,
        "submit": 2,
        "accept": 2,
        "change": 1,
        "import": 1,
        "account": 0,
        "words": 1,
        "no wildcard": 0,
        "since": 6,
        "until": 0,
        "year": 5,
        "nowhere": 0,
    }


def test_a_long_history_comes_in_pages_and_a_large_deed_too(store_of: MakeStore) -> None:
    rows = "".join(f"park,firms,{year},{year}\n" for year in range(1950, 2020))
    rows += "".join(f"port,firms,{year},{year}\n" for year in range(1950, 2020))
    store = store_of({**BUNDLE, "actuals": f"zone,indicator,year,value\n{rows}"})
    for due in range(2022, 2026):
        for value in range(7):
            goal = next(iter(goals(store, goal="firms-goal")))
            changed = replace(goal, value=Decimal(200 + value), due=due)
            save_definition(store, CHEN, changed, before=goal, reason="step", token=token())
    first, last = events_page(store, CHEN), events_page(store, CHEN, page=99)
    assert (first.number, first.pages, last.number, first.count) == (1, 2, 2, len(first.rows) + len(last.rows))
    seen = [opened_event(store, CHEN, "change-1", number) for number in (1, 2)]
    assert (seen[0].count, seen[0].pages) == (140 + 27, 2)
    values = {one.about for page in seen for one in page.altered if one.about.startswith("High-tech")}
    assert len(values) == 140
    assert len([one for one in seen[0].altered if one.about.startswith("High-tech")]) == OPENED - 27


@pytest.mark.parametrize("key", ["", "change-99", "change-x", "other-1", "change-１", "-"])
def test_what_is_not_in_the_history_is_said_to_be_missing(store: Store, key: str) -> None:
    with pytest.raises(NotFoundError, match="no such entry"):
        opened_event(store, CHEN, key)


def test_the_choices_are_those_one_may_see(store: Store) -> None:
    report_and_correct(store)
    assert list(zones_of_history(store, SUN, LOOK)) == ["port"]
    assert len(zones_of_history(store, CHEN, LOOK)) == 4
    assert "account" not in kinds_of_history(CHEN)
    assert "account" in kinds_of_history(ADMINISTRATOR)
    assert "create" not in kinds_of_history(LI)
    assert indicators_of_history(store)["rd"] == "R&D share"
    assert people_of_history(store, CHEN) == {"a planner": "a planner", "li": "li", "wang": "wang"}


def test_an_entry_without_a_value_that_was_accepted_among_others_is_found_by_its_value(store: Store) -> None:
    hand_in(store, "firms", Typed(value="145", source="yearbook", comment="as published"))
    hand_in(store, "output", Typed(no_value=NoValue.NOT_PUBLISHED, comment="due in May"))
    assert accept(store, WANG, {key("firms"): 1, key("output"): 1}, token()).done
    accepted, _submitted = events_page(store, CHEN, HistoryFilters(zone="park", indicator="output", year=2024)).rows
    assert accepted.said == "Accepted Output, The park, 2024"
    assert accepted.who == "wang"


def test_what_is_altered_of_the_wider_records_is_said_in_words(store: Store) -> None:
    known = stored(store)
    firms = known.indicators["firms"]
    wider = replace(firms, minimum=Decimal(0), maximum=Decimal(5000), unit_zh="家")
    save_definition(store, CHEN, wider, before=firms, reason="bounds", token=token())
    goal = next(iter(goals(store, goal="port-firms")))
    part = replace(goal, part_of="city-firms", theme="Innovation", order=2, owner="Port Office")
    save_definition(store, CHEN, part, before=goal, reason="broken down", token=token())
    with store.change(who="chen", deed="enter", reason="more is known") as change:
        change.write_actuals(
            [
                Actual(
                    zone="port",
                    indicator="firms",
                    year=2024,
                    period="2024-Q3",
                    cumulative=True,
                    value=Decimal(70),
                    numerator=Decimal(7),
                    denominator=Decimal(10),
                    explanation="Late start",
                )
            ]
        )
    rows = events_page(store, CHEN).rows
    told = {(field, new) for row in rows for field, _old, new in pairs(row)}
    assert ("Greatest value", "5,000") in told
    assert ("Part of the goal", "14th plan of the city") in told
    assert ("Who answers for it", "Port Office") in told
    assert "January–September 2024" in str(rows[0])
