"""Columns that were added to records in use: kept, read back, told by the history, and added to older stores."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import insert, inspect, select
from sqlalchemy.exc import IntegrityError

from tests.store.database.schema_reading import rows_of
from tests.store.older import older_store
from tests.store.samples import FIRMS, GOAL, PLAN, SOURCES, by_hand, fill, write_actual
from tracker.domain.kinds import Kind
from tracker.domain.records import Actual, Goal
from tracker.domain.vocabulary import Basis, Comparator, MeasuredBy
from tracker.errors import RefusedInputError
from tracker.store import Store, open_store, verify
from tracker.store.database.schema.columns import metadata
from tracker.store.record.actual_rows import actual_rows
from tracker.store.record.actuals import actual_history, actuals, actuals_of_year
from tracker.store.record.definitions import goals, indicators, plans, sources
from tracker.store.record.goal_rows import goal_rows


@pytest.fixture
def full(store: Store) -> Store:
    """Return a store with the small plan in it."""
    fill(store)
    return store


WIDE = replace(
    GOAL,
    kind=Kind.DIRECTION,
    comparator=Comparator.MORE_THAN,
    value=None,
    interim=(),
    basis=Basis.ON_AVERAGE,
    measured_by=MeasuredBy.MEAN,
    theme="Innovation",
    order=3,
    owner="Science Bureau",
    wording_zh="稳步提高",
    note_zh="按年报",
)
PART = Goal(goal="firms-west", plan="park-14", indicator="firms", kind=Kind.LEVEL, value=Decimal(4), due=2025)


def change(store: Store, entity: str, *records: object) -> None:
    with store.change(who="Planner", deed="change", reason="more is known") as made:
        made.write_definitions(entity, list(records))  # type: ignore[arg-type]  # one of the definitions


def test_definitions_keep_all_that_is_said_of_them(full: Store) -> None:
    source = replace(SOURCES[0], title_zh="工作报告", publisher_zh="市政府", note_zh="第一页", published="2024-03")
    indicator = replace(FIRMS, minimum=Decimal("0"), maximum=Decimal("1e3"), unit_zh="家", definition_zh="企业数")
    change(full, "source", source)
    change(full, "indicator", indicator)
    change(full, "plan", replace(PLAN, order=2))
    change(full, "goal", WIDE, replace(PART, part_of=WIDE.goal))
    assert source in sources(full)
    assert indicator in indicators(full)
    assert replace(PLAN, order=2) in plans(full)
    assert {WIDE, replace(PART, part_of=WIDE.goal)} <= set(goals(full))
    told = {row[0]: row for row in goal_rows(full)}
    assert told[WIDE.goal][20:22] == ("on_average", "mean")
    assert verify(full) == []


def test_a_goal_is_never_part_of_one_that_is_not_there_or_of_its_own_parts(full: Store) -> None:
    with pytest.raises((IntegrityError, RefusedInputError)):
        change(full, "goal", replace(PART, part_of="nowhere"))
    with pytest.raises(RefusedInputError, match="circle"):
        change(full, "goal", replace(PART, part_of=GOAL.goal), replace(GOAL, part_of=PART.goal))
    assert verify(full) == []


def test_an_actual_keeps_all_that_is_said_of_it(full: Store) -> None:
    told = Actual(
        zone="park",
        indicator="firms",
        year=2023,
        value=Decimal(6),
        numerator=Decimal("3.0"),
        denominator=Decimal(50),
        explanation="Late start",
        explanation_zh="起步较晚",
        measures="A fund",
        flag="p",
    )
    with full.change(who="Officer", deed="enter") as made:
        made.write_actuals([told])
    assert told in actuals(full)
    write_actual(full, **{**{name: getattr(told, name) for name in ("year", "value", "flag")}, "measures": "Two funds"})
    assert [one.actual.measures for one in actual_history(full, "park", "firms") if one.actual.year == 2023] == [
        "A fund",
        "Two funds",
    ]
    assert verify(full) == []
    by_hand(full, *unguarded(full), "UPDATE actual_revisions SET measures = 'Nothing' WHERE measures = 'A fund'")
    assert any("edited" in problem.wrong for problem in verify(full))


def unguarded(store: Store) -> list[str]:
    """Take the guard away that refuses to alter what was stored."""
    if store.write_engine.dialect.name == "postgresql":
        return ["DROP TRIGGER actual_revisions_append_only ON actual_revisions"]
    return ["DROP TRIGGER actual_revisions_append_only_update"]


def test_a_part_of_a_year_stands_beside_the_year_and_for_no_year(full: Store) -> None:
    before = list(actuals(full)), list(actual_rows(full))
    write_actual(full, year=2022, period="2022-Q3", cumulative=False, value=Decimal(1))
    write_actual(full, year=2022, period="2022-Q3", cumulative=True, value=Decimal(4))
    write_actual(full, year=2024, period="2024-09", cumulative=True, value=Decimal(9))
    assert (list(actuals(full)), list(actual_rows(full))) == before
    kept = [(one.year, one.period, one.cumulative) for one in actuals(full, indicator="firms", parts=True)]
    assert kept == [
        (2021, None, None),
        (2022, None, None),
        (2022, "2022-Q3", False),
        (2022, "2022-Q3", True),
        (2024, "2024-09", True),
    ]
    assert actuals_of_year(full, ["park"], 2024) == []
    write_actual(full, year=2022, period="2022-Q3", cumulative=True, value=Decimal(5))
    told = [one for one in actual_history(full, "park", "firms") if one.actual.cumulative and one.actual.year == 2022]
    assert [(one.revision, one.actual.value) for one in told] == [(1, Decimal(4)), (2, Decimal(5))]
    assert verify(full) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"year": 2022, "period": "2023-Q3"},
        {"year": 2022, "period": "2022-Q5"},
        {"year": 2022, "cumulative": True},
    ],
)
def test_a_part_of_another_year_cannot_be_kept(full: Store, wrong: dict[str, object]) -> None:
    with pytest.raises((IntegrityError, RefusedInputError)):
        write_actual(full, **wrong, value=Decimal(1))


def copied(store: Store, older: Store) -> None:
    """Copy every row into a store with fewer columns."""
    with store.read() as there, older.write_engine.begin() as here:
        here.exec_driver_sql("DELETE FROM journal_head")
        for table in metadata.sorted_tables:
            known = {column["name"] for column in inspect(here).get_columns(table.name)}
            columns = [column for column in table.c if column.name in known]
            rows = [dict(row) for row in there.execute(select(*columns)).mappings()]
            if rows and table.name != "migrations":
                here.execute(insert(table), rows)
            if rows and here.dialect.name == "postgresql" and table.c[0].identity is not None:
                name = table.name
                here.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}")


def test_a_store_from_before_keeps_all_it_holds(
    new_address: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    full, address = open_store(new_address(), create=True), new_address()
    fill(full)
    older = older_store(address, monkeypatch, migrations=8)
    copied(full, older)
    older.close()
    upgraded = open_store(address)
    with full.read() as connection, upgraded.read() as other:
        rows, after = rows_of(connection), rows_of(other)
    for name in rows.keys() - {"migrations"}:
        assert rows[name] == after[name]
    assert verify(upgraded) == []
    change(upgraded, "goal", WIDE)
    write_actual(upgraded, year=2022, period="2022-H1", value=Decimal(1))
    assert WIDE in goals(upgraded)
    assert verify(upgraded) == []
    full.close()
    upgraded.close()
