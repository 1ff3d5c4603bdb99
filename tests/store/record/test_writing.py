"""Storing definitions and actuals: what goes in comes out, and only what differs is written."""

from dataclasses import replace
from decimal import Decimal
from threading import Thread

import pytest

from tests.store.samples import ACTUALS, FIRMS, GOAL, GOALS, OUTPUT, PLAN, SOURCES, ZONES, fill, write_actual
from tracker.domain.records import Actual, Indicator, Plan, Zone
from tracker.domain.vocabulary import Accumulates, Better, Qualifier
from tracker.errors import RefusedInputError, StoreError
from tracker.store import Counts, Store, Touched, verify
from tracker.store.record.actual_rows import actual_rows
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals, indicators, plans, sources, zones
from tracker.store.record.goal_rows import goal_rows


def test_everything_comes_back_as_it_was_entered(store: Store) -> None:
    fill(store)
    assert list(zones(store)) == ZONES
    assert list(sources(store)) == SOURCES
    assert list(indicators(store)) == [FIRMS, OUTPUT]
    assert list(plans(store)) == [PLAN]
    assert list(goals(store)) == GOALS
    assert list(actuals(store)) == ACTUALS


@pytest.mark.parametrize("digits", ["12.10", "3.14", "0.1", "-5", "0", "100000000000000000", "0.00000001", "1E+3"])
def test_decimals_come_back_digit_for_digit(store: Store, digits: str) -> None:
    fill(store)
    write_actual(store, year=2023, value=Decimal(digits))
    (found,) = (actual for actual in actuals(store) if actual.year == 2023)
    assert found.value is not None
    assert format(found.value, "f") == format(Decimal(digits), "f")


def test_loading_the_same_again_writes_nothing(store: Store) -> None:
    fill(store)
    fill(store)
    assert store.version() == 1


def test_what_is_new_changed_and_unchanged_is_counted_and_named(store: Store) -> None:
    fill(store)
    later = replace(ACTUALS[0], value=Decimal("3.140"))
    fresh = Actual(zone="city", indicator="firms", value=Decimal(7), source="report")
    with store.change(who="Officer", deed="enter") as change:
        counts = change.write_actuals([*ACTUALS[1:], later, fresh], listing=9)
        definitions = change.write_definitions("goal", [replace(GOAL, due=2026), *GOALS[1:]], listing=9)
    assert (counts.new, counts.changed, counts.unchanged) == (1, 1, 2)
    assert set(counts.touched) == {Touched("park firms 2021", new=False), Touched("city firms @report", new=True)}
    assert definitions == Counts(0, 1, 2, (Touched("firms-2025", new=False),))
    assert counts + definitions == Counts(1, 2, 4, counts.touched + definitions.touched)


def test_a_change_that_is_rolled_back_leaves_the_store_as_it_was(store: Store) -> None:
    fill(store)
    with store.change(who="Officer", deed="check") as change:
        counts = change.write_actuals([replace(ACTUALS[0], value=Decimal(9))])
        change.roll_back()
    assert counts.changed == 1
    assert list(actuals(store)) == ACTUALS
    assert store.version() == 1


def test_an_error_within_a_change_leaves_the_store_as_it_was(store: Store) -> None:
    fill(store)

    def load() -> None:
        with store.change(who="Officer", deed="enter") as change:
            change.write_actuals([replace(ACTUALS[0], value=Decimal(9))])
            change.write_definitions("plan", [replace(PLAN, zone="nowhere")])

    with pytest.raises(RefusedInputError):
        load()
    assert list(actuals(store)) == ACTUALS
    write_actual(store, year=2023, value=Decimal(9))
    assert store.version() == 2


def test_two_rows_about_the_same_thing_are_refused_by_name(store: Store) -> None:
    fill(store)
    with pytest.raises(RefusedInputError, match="park firms 2021"), store.change(who="Officer", deed="enter") as change:
        change.write_actuals([ACTUALS[0], replace(ACTUALS[0], value=Decimal(9))])
    with pytest.raises(RefusedInputError, match="firms-2025"), store.change(who="Officer", deed="enter") as change:
        change.write_definitions("goal", [GOAL, replace(GOAL, due=2026)])


def test_an_actual_of_an_unknown_indicator_or_zone_is_refused(store: Store) -> None:
    fill(store)
    with pytest.raises(RefusedInputError, match="happiness"):
        write_actual(store, indicator="happiness", year=2023, value=Decimal(1))
    with pytest.raises(RefusedInputError):
        write_actual(store, zone="nowhere", year=2023, value=Decimal(1))


def test_a_row_the_database_does_not_take_is_refused_as_input(store: Store) -> None:
    fill(store)
    with pytest.raises(RefusedInputError, match="actual_says_something"):
        write_actual(store, year=2023)


def test_a_circle_of_zones_is_refused_and_shown(store: Store) -> None:
    fill(store)
    with pytest.raises(RefusedInputError, match="city → park → city"), store.change(who="P", deed="enter") as change:
        change.write_definitions("zone", [Zone(zone="city", name="The city", parent="park")])


def test_a_circle_of_plans_is_refused(store: Store) -> None:
    fill(store)
    later = Plan(plan="park-15", zone="park", name="15th plan", succeeds="park-14")
    with pytest.raises(RefusedInputError, match="circle"), store.change(who="P", deed="enter") as change:
        change.write_definitions("plan", [replace(PLAN, succeeds="park-15"), later])


def test_the_same_actual_changed_twice_in_one_change_keeps_both_revisions(store: Store) -> None:
    fill(store)
    with store.change(who="Officer", deed="enter") as change:
        change.write_actuals([replace(ACTUALS[0], value=Decimal(8))])
        change.write_actuals([replace(ACTUALS[0], value=Decimal(9))])
        change.write_definitions("goal", [replace(GOAL, due=2026)])
        change.write_definitions("goal", [replace(GOAL, due=2027)])
    assert next(actuals(store)).value == Decimal(9)
    assert next(goals(store)).due == 2027
    assert verify(store) == []


MEASURES: dict[str, tuple[dict[str, object], tuple[float | None, float | None, float | None, int]]] = {
    "exact": ({"value": Decimal("1.5")}, (1.5e8, 1.5e8, None, 0)),
    "own unit": ({"value": Decimal("1.5"), "unit": "万元"}, (1.5e4, 1.5e4, None, 0)),
    "about": ({"value": Decimal(2), "qualifier": Qualifier.ABOUT}, (2e8, 2e8, None, 0)),
    "over": ({"value": Decimal(2), "qualifier": Qualifier.OVER}, (2e8, None, None, 1)),
    "at least": ({"value": Decimal(2), "qualifier": Qualifier.AT_LEAST}, (2e8, None, None, 0)),
    "under": ({"value": Decimal(2), "qualifier": Qualifier.UNDER}, (None, 2e8, None, 2)),
    "at most": ({"value": Decimal(2), "qualifier": Qualifier.AT_MOST}, (None, 2e8, None, 0)),
    "between": (
        {"value": Decimal(2), "value_high": Decimal(3), "qualifier": Qualifier.BETWEEN},
        (2e8, 3e8, None, 0),
    ),
    "growth only": ({"growth": Decimal("23.7")}, (None, None, 23.7, 0)),
}


@pytest.mark.parametrize(("fields", "measured"), MEASURES.values(), ids=MEASURES.keys())
def test_an_actual_is_measured_by_its_bounds_in_the_base_unit(
    store: Store, fields: dict[str, object], measured: tuple[float | None, ...]
) -> None:
    fill(store)
    write_actual(store, indicator="output", year=2023, **fields)
    (row,) = (row for row in actual_rows(store) if row[1] == 2023)
    assert tuple(row[2:]) == measured


def test_a_growth_is_the_value_itself_where_the_indicator_is_a_yearly_change(store: Store) -> None:
    fill(store)
    growth = Indicator(
        indicator="gdp-growth", name="Growth", unit="%", better=Better.UP, accumulates=Accumulates.ANNUAL_CHANGE
    )
    with store.change(who="Planner", deed="enter") as change:
        change.write_definitions("indicator", [growth])
    write_actual(store, indicator="gdp-growth", year=2023, growth=Decimal("5.2"))
    (row,) = (row for row in actual_rows(store) if row[1] == 2023)
    assert tuple(row[2:]) == (5.2, 5.2, 5.2, 0)


def test_actuals_mean_another_amount_once_their_indicator_has_another_unit(store: Store) -> None:
    fill(store)
    with store.change(who="Planner", deed="correct") as change:
        change.write_definitions("indicator", [replace(OUTPUT, unit="万元")])
    assert [row[2] for row in actual_rows(store)] == [3.14, 5.10, 15000.0]
    assert list(actuals(store)) == ACTUALS
    assert verify(store) == []


def test_goals_follow_their_plan_into_another_zone(store: Store) -> None:
    fill(store)
    with store.change(who="Planner", deed="correct") as change:
        change.write_definitions("plan", [replace(PLAN, zone="city")])
    write_actual(store, zone="city", year=2023, value=Decimal(1))
    row = next(goal_rows(store, goal="firms-2025"))
    assert [actual[1] for actual in actual_rows(store, [row[17]])] == [2023]
    assert verify(store) == []


def test_none_of_many_writers_at_once_is_lost(store: Store) -> None:
    fill(store)
    years = range(1950, 1990)

    def write(own: range) -> None:
        for year in own:
            write_actual(store, year=year, value=Decimal(year))

    writers = [Thread(target=write, args=(years[part::4],)) for part in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [actual.year for actual in actuals(store, zone="park", indicator="firms")][:40] == list(years)
    assert store.version() == 41
    assert verify(store) == []


def test_a_writer_that_waits_too_long_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.store.store._PATIENCE", 0.01)
    with store.write(), pytest.raises(StoreError, match="still being written"):
        fill(store)
