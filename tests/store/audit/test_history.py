"""What was known when, who said so, and what a definition was before."""

import operator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.store.conftest import Calendar
from tests.store.samples import ACTUALS, FIRMS, GOAL, GOALS, PLAN, ZONES, fill, write_actual
from tracker.domain.assessment.goal_columns import GoalRow
from tracker.domain.kinds import Kind
from tracker.domain.records import Actual, Goal, Zone
from tracker.domain.vocabulary import Better, MilestoneState
from tracker.store import Store
from tracker.store.audit.history import change_sets, definition_history, newest_hash
from tracker.store.record import definitions
from tracker.store.record.actual_rows import actual_rows, state_rows
from tracker.store.record.actuals import actual_history, actuals, actuals_of_series
from tracker.store.record.changes_since import changed_since
from tracker.store.record.definitions import goals, indicators, plans
from tracker.store.record.goal_rows import goal_rows

BEFORE_EVERYTHING = datetime(2000, 1, 1, tzinfo=UTC)


def test_an_actual_corrected_later_is_seen_as_it_was_known(store: Store, calendar: Calendar) -> None:
    fill(store)
    before = calendar.next_day()
    write_actual(store, year=2021, value=Decimal("4.00"), source="report")
    write_actual(store, year=2023, value=Decimal("6.00"), source="report")
    assert list(actuals(store, as_of=before)) == ACTUALS
    assert [actual.value for actual in actuals(store, indicator="firms")] == [
        Decimal("4.00"),
        Decimal("5.10"),
        Decimal("6.00"),
    ]
    assert [tuple(row[1:3]) for row in actual_rows(store, as_of=before)] == [
        (2021, 3.14),
        (2022, 5.10),
        (2021, 1.5e8),
    ]
    assert list(actuals(store, as_of=calendar.next_day())) == list(actuals(store))


def test_nothing_reported_was_known_before_it_was_recorded(store: Store) -> None:
    fill(store)
    assert list(actuals(store, as_of=BEFORE_EVERYTHING)) == []
    assert list(actual_rows(store, as_of=BEFORE_EVERYTHING)) == []


def test_a_goal_entered_late_is_known_from_the_start_as_first_entered(store: Store, calendar: Calendar) -> None:
    fill(store)
    with store.change(who="Planner", deed="correct") as change:
        change.write_definitions("goal", [replace(GOAL, value=Decimal(20))])
        change.write_definitions("plan", [replace(PLAN, start=2022, zone="city")])
        change.write_definitions("indicator", [replace(FIRMS, better=Better.DOWN)])
    assert next(goals(store, as_of=BEFORE_EVERYTHING)) == GOAL
    assert next(plans(store, as_of=BEFORE_EVERYTHING)) == PLAN
    assert next(indicators(store, as_of=BEFORE_EVERYTHING)) == FIRMS
    assert next(goals(store)).value == Decimal(20)


def test_the_rows_for_the_assessment_are_those_of_the_time(store: Store, calendar: Calendar) -> None:
    fill(store)
    first = list(goal_rows(store))
    before = calendar.next_day()
    with store.change(who="Planner", deed="correct") as change:
        change.write_definitions("goal", [replace(GOAL, value=Decimal(20), approximate=True)])
        change.write_definitions("plan", [replace(PLAN, start=2022, zone="city")])
        change.write_definitions("indicator", [replace(FIRMS, better=Better.DOWN)])
    assert list(goal_rows(store)) != first
    assert [tuple(row) for row in goal_rows(store, as_of=before)] == first
    assert [row[0] for row in goal_rows(store, zone="park", as_of=before)] == [row[0] for row in first]
    assert list(goal_rows(store, zone="city", as_of=before)) == []
    assert list(goal_rows(store, plan="other", as_of=before)) == []
    assert list(goal_rows(store, zone="park")) == []


def test_the_rows_for_the_assessment_have_the_indicators_own_bounds(store: Store, calendar: Calendar) -> None:
    fill(store)
    bounds = operator.itemgetter(GoalRow._fields.index("minimum"), GoalRow._fields.index("maximum"))
    unbounded = set(map(bounds, goal_rows(store)))
    with store.change(who="Planner", deed="bound") as change:
        change.write_definitions("indicator", [replace(FIRMS, minimum=Decimal("0.5"), maximum=Decimal("1e3"))])
    before = calendar.next_day()
    now = list(goal_rows(store))
    assert unbounded == {(None, None)}
    assert (0.5, 1000.0) in set(map(bounds, now))
    with store.change(who="Planner", deed="free") as change:
        change.write_definitions("indicator", [FIRMS])
    assert [tuple(row) for row in goal_rows(store, as_of=before)] == now


def test_goals_are_found_by_plan_zone_indicator_and_source_as_of_a_time(store: Store, calendar: Calendar) -> None:
    fill(store)
    before = calendar.next_day()
    with store.change(who="Planner", deed="correct") as change:
        change.write_definitions("plan", [replace(PLAN, zone="city")])
        change.write_definitions("goal", [replace(GOAL, source="report")])
    assert [goal.goal for goal in goals(store, zone="park", as_of=before)] == [
        "firms-2025",
        "output-relative",
        "stadium",
    ]
    assert list(goals(store, source="report", as_of=before)) == []
    assert [goal.goal for goal in goals(store, source="report", zone="city")] == ["firms-2025"]
    assert [goal.goal for goal in goals(store, indicator="output", plan="park-14")] == ["output-relative"]
    assert list(goals(store, zone="park")) == []
    assert list(plans(store, zone="park")) == []


def test_goals_of_a_zone_include_those_under_it_when_asked(store: Store) -> None:
    fill(store)
    assert [row[0] for row in goal_rows(store, zone="city")] == []
    assert len(list(goal_rows(store, zone="city", with_children=True))) == 3
    assert [row[0] for row in goal_rows(store, plan="park-14", goal="stadium")] == ["stadium"]


def test_the_zones_under_a_zone_are_those_of_the_time(store: Store, calendar: Calendar) -> None:
    fill(store)
    before = calendar.next_day()
    with store.change(who="Planner", deed="change zone") as change:
        port = Zone(zone="port", name="Port", parent="park")
        change.write_definitions("zone", [replace(ZONES[1], parent=None), port])
    assert list(goal_rows(store, zone="city", with_children=True)) == []
    assert len(list(goal_rows(store, zone="city", with_children=True, as_of=before))) == 3


@pytest.mark.parametrize("most", [1, 500])
def test_goals_that_left_a_plan_are_found_in_it_as_of_before(
    store: Store, calendar: Calendar, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(definitions, "_MOST_NAMED", most)
    fill(store)
    before = calendar.next_day()
    other = replace(PLAN, plan="park-15", name="15th plan")
    with store.change(who="Planner", deed="change goal") as change:
        change.write_definitions("plan", [other])
        change.write_definitions("goal", [replace(goal, plan="park-15") for goal in GOALS[:2]])
    assert [goal.goal for goal in goals(store, plan="park-14")] == ["stadium"]
    assert [goal.goal for goal in goals(store, plans=["park-14"], as_of=before)] == [one.goal for one in GOALS]
    assert [row[0] for row in goal_rows(store, plan="park-14", as_of=before)] == [one.goal for one in GOALS]
    assert list(goal_rows(store, plan="park-15", as_of=before)) == []
    named = definitions.goals_named(store, ["stadium", "firms-2025", "none"], as_of=before)
    assert {key: goal.plan for key, goal in named.items()} == {"firms-2025": "park-14", "stadium": "park-14"}


def test_every_revision_of_an_actual_says_who_when_and_why(store: Store, calendar: Calendar) -> None:
    fill(store)
    calendar.next_day()
    write_actual(store, year=2021, value=Decimal("4.00"), source="report")
    first, second, _other = actual_history(store, "park", "firms")
    assert (first.revision, first.who, first.deed, first.reason, first.origin) == (
        1,
        "Planner",
        "import",
        "first load",
        "bundle",
    )
    assert (second.revision, second.who, second.actual.value) == (2, "Officer", Decimal("4.00"))
    assert second.at - first.at == timedelta(days=1)


def test_every_revision_of_a_definition_is_kept(store: Store) -> None:
    fill(store)
    with store.change(who="Planner", deed="correct") as change:
        change.write_definitions("goal", [replace(GOAL, value=Decimal(20))])
    first, second = definition_history(store, "goal", "firms-2025")
    assert first.definition == GOAL
    assert isinstance(second.definition, Goal)
    assert second.definition.value == Decimal(20)
    assert (second.revision, second.change_set.deed) == (2, "correct")


def test_change_sets_are_listed_newest_first_and_found_by_who_what_and_when(store: Store, calendar: Calendar) -> None:
    assert newest_hash(store) == "0" * 64
    fill(store)
    noon = calendar.next_day()
    write_actual(store, year=2023, value=Decimal(1))
    write_actual(store, year=2024, value=Decimal(1))
    assert [one.id for one in change_sets(store)] == [3, 2, 1]
    assert [one.id for one in change_sets(store, limit=1)] == [3]
    assert [one.id for one in change_sets(store, who="Planner")] == [1]
    assert [one.id for one in change_sets(store, deed="enter", since=noon)] == [3, 2]
    assert [one.id for one in change_sets(store, until=noon)] == [1]
    assert change_sets(store)[0].hash == newest_hash(store)


def test_the_order_of_the_history_holds_while_the_clock_stands_still(store: Store) -> None:
    fill(store)
    write_actual(store, year=2023, value=Decimal(1))
    second, first = change_sets(store)
    assert second.at - first.at == timedelta(microseconds=1)


def test_an_instant_without_a_time_zone_is_not_guessed_at(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        list(actuals(store, as_of=datetime(2026, 1, 1)))  # noqa: DTZ001 - the point of the test


def test_what_changed_since_a_version_is_told(store: Store) -> None:
    fill(store)
    version = store.version()
    write_actual(store, year=2023, value=Decimal(1))
    with store.change(who="Planner", deed="correct") as change:
        change.write_definitions("goal", [replace(GOAL, value=Decimal(20))])
    changed = changed_since(store, version)
    (series,) = changed.series
    assert {actual.indicator for actual in actuals_of_series(store, [series])} == {"firms"}
    assert changed.definitions == {"goal": frozenset({"firms-2025"})}
    assert changed_since(store, store.version()).series == frozenset()


def test_undated_actuals_come_last_and_are_left_out_of_the_assessment(store: Store) -> None:
    fill(store)
    write_actual(store, value=Decimal(9), source="report")
    assert [actual.year for actual in actuals(store, indicator="firms")] == [2021, 2022, None]
    assert [actual.year for actual in actuals(store, source="report", zone="park")] == [2021, 2022, None, 2021]
    assert 9.0 not in [row[2] for row in actual_rows(store)]


def test_the_state_of_a_milestone_is_read_by_year(store: Store, calendar: Calendar) -> None:
    fill(store)
    write_actual(store, year=2023, state=MilestoneState.UNDER_WAY)
    noon = calendar.next_day()
    write_actual(store, year=2024, state=MilestoneState.DONE)
    assert [tuple(row[1:]) for row in state_rows(store)] == [(2023, "under way"), (2024, "done")]
    assert [tuple(row[1:]) for row in state_rows(store, as_of=noon)] == [(2023, "under way")]
    (goal,) = goal_rows(store, goal="stadium")
    assert goal[1] == Kind.MILESTONE


def test_several_questions_see_one_state_of_the_store(store: Store) -> None:
    fill(store)
    with store.snapshot() as view:
        write_actual(store, year=2023, value=Decimal(1))
        assert list(actuals(view)) == ACTUALS
        assert [row[1] for row in actual_rows(view)] == [2021, 2022, 2021]
    assert len(list(actuals(store))) == 4


def test_an_answer_longer_than_a_batch_is_whole_and_in_order(store: Store) -> None:
    fill(store)
    wanted = [Actual(zone="park", indicator=f"i{n:05}", year=2023, value=Decimal(n)) for n in range(10_050)]
    with store.change(who="Planner", deed="import") as change:
        change.write_definitions("indicator", [replace(FIRMS, indicator=actual.indicator) for actual in wanted])
        change.write_actuals(wanted)
    found = [actual for actual in actuals(store) if actual.indicator.startswith("i")]
    assert found == wanted
    rows = list(actual_rows(store))
    assert rows == sorted(rows, key=lambda row: row[:2])
    assert len(list(actual_rows(store, {row[0] for row in rows}))) == len(wanted) + 3
