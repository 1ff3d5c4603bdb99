"""A small plan to test with: two zones, two indicators, three goals."""

from decimal import Decimal
from typing import Any

from sqlalchemy import text

from tracker.domain.kinds import Kind
from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone
from tracker.domain.vocabulary import Accumulates, Better, Comparator, MilestoneState
from tracker.store import Store

SOURCES = [Source(source="report", title="Work report", published="2024-01-20")]
ZONES = [
    Zone(zone="city", name="The city"),
    Zone(zone="park", name="The park", parent="city", aliases=("New Park", "Old Park")),
]
FIRMS = Indicator(
    indicator="firms", name="Firms", unit="firms", better=Better.UP, accumulates=Accumulates.LEVEL, decimals=0
)
OUTPUT = Indicator(indicator="output", name="Output", unit="亿元", better=Better.UP, accumulates=Accumulates.LEVEL)
PLAN = Plan(plan="park-14", zone="park", name="14th plan", start=2021, end=2025, issued="2021-03-01", source="report")
GOAL = Goal(
    goal="firms-2025",
    plan="park-14",
    indicator="firms",
    kind=Kind.LEVEL,
    comparator=Comparator.AT_LEAST,
    value=Decimal("12.10"),
    due=2025,
    interim=((2022, Decimal("3.0")), (2023, Decimal("4.50"))),
)
GOALS = [
    GOAL,
    Goal(
        goal="output-relative",
        plan="park-14",
        indicator="output",
        kind=Kind.RELATIVE,
        due=2025,
        reference_zone="city",
        approximate=True,
    ),
    Goal(
        goal="stadium", plan="park-14", indicator="firms", kind=Kind.MILESTONE, due=2024, state=MilestoneState.UNDER_WAY
    ),
]
ACTUALS = [
    Actual(zone="park", indicator="firms", year=2021, value=Decimal("3.14"), source="report"),
    Actual(zone="park", indicator="firms", year=2022, value=Decimal("5.10"), source="report"),
    Actual(zone="park", indicator="output", year=2021, value=Decimal("1.5"), source="report"),
]


def fill(store: Store) -> None:
    """Store the small plan as one change."""
    with store.change(who="Planner", deed="import", reason="first load", origin="bundle") as change:
        change.write_definitions("source", SOURCES)
        change.write_definitions("zone", ZONES)
        change.write_definitions("indicator", [FIRMS, OUTPUT])
        change.write_definitions("plan", [PLAN])
        change.write_definitions("goal", GOALS)
        change.write_actuals(ACTUALS)


def write_actual(store: Store, **fields: Any) -> None:
    """Store one actual as one change."""
    with store.change(who="Officer", deed="enter", reason="reported") as change:
        change.write_actuals([Actual(**{"zone": "park", "indicator": "firms", **fields})])


def by_hand(store: Store, *statements: str) -> None:
    """Run statements as somebody would who goes behind the program's back."""
    with store.write_engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
