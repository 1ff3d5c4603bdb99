"""Whatever can be kept comes back the same, by way of CSV files and by way of a workbook."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.bundle_folders import read
from tracker.domain.kinds import Kind
from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone
from tracker.domain.text import clean_text
from tracker.domain.vocabulary import Accumulates, BaselineOrigin, Better, Certainty, Comparator, Nature, Qualifier
from tracker.exchange import write_bundle

KEPT = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
STARTS = st.sampled_from(["", "", "=", "+", "-", "@", "'", "'=", "＝", "_x000D_", '"', "NaN", "007", "1e5"])
NAMES = st.builds(lambda start, rest: clean_text(start + rest), STARTS, st.text(KEPT, max_size=20)).filter(bool)
NOTES = st.builds(
    lambda start, rest: clean_text(start + rest, limit=2000, multiline=True),
    STARTS,
    st.text(KEPT | st.sampled_from("\n\t"), max_size=30),
).filter(bool)
MAYBE_NAME, MAYBE_NOTE = st.none() | NAMES, st.none() | NOTES
ALIASES = st.lists(NAMES.filter(lambda name: ";" not in name), max_size=3).map(tuple)
NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=3) | st.integers(-99, 99).map(
    Decimal
)
DATES = (
    st.none()
    | st.dates().filter(lambda day: day.year > 1899).map(lambda day: day.isoformat())
    | st.just("2021")
    | st.just("2021-03")
)
PLANNED = st.integers(2021, 2025)


@st.composite
def bundles(draw: st.DrawFn) -> dict[str, tuple[Any, ...]]:
    """Return records that refer to each other as they must."""
    zone = Zone(zone="z", name=draw(NAMES), name_zh=draw(MAYBE_NAME), kind=draw(MAYBE_NAME), aliases=draw(ALIASES))
    source = Source(
        source="s",
        title=draw(NAMES),
        publisher=draw(MAYBE_NAME),
        published=draw(DATES),
        note=draw(MAYBE_NOTE),
        title_zh=draw(MAYBE_NAME),
        publisher_zh=draw(MAYBE_NAME),
        note_zh=draw(MAYBE_NOTE),
    )
    indicator = Indicator(
        indicator="i",
        name=draw(NAMES),
        unit="tons",
        better=draw(st.sampled_from(Better)),
        accumulates=Accumulates.LEVEL,
        decimals=draw(st.none() | st.integers(1, 6)),
        category=draw(MAYBE_NAME),
        definition=draw(MAYBE_NOTE),
        minimum=draw(st.none() | st.just(Decimal("-1e12")).map(lambda least: least.quantize(Decimal("0.1")))),
        maximum=draw(st.none() | st.just(Decimal(10**13))),
        unit_zh=draw(MAYBE_NAME),
        definition_zh=draw(MAYBE_NOTE),
    )
    plan = Plan(
        plan="p",
        zone="z",
        name=draw(NAMES),
        start=2021,
        end=2025,
        issued=draw(DATES),
        note=draw(MAYBE_NOTE),
        order=draw(st.none() | st.integers(0, 99)),
    )
    goals = tuple(draw(goal(f"g{number}")) for number in range(draw(st.integers(0, 3))))
    # Those that are part of another come last, as they are read.
    goals = (*goals, *(replace(draw(goal(f"part-{one.goal}")), part_of=one.goal) for one in goals))
    actuals = tuple(draw(actual(year)) for year in draw(st.lists(st.none() | PLANNED, unique=True, max_size=3)))
    actuals += tuple(
        replace(draw(actual(int(part[:4]))), period=part, cumulative=draw(st.booleans()))
        for part in draw(st.lists(st.sampled_from(("2022-H1", "2023-Q3", "2023-09")), unique=True))
    )
    return {
        "zones": (zone, Zone(zone="y", name="Y", parent="z")),
        "sources": (source,),
        "indicators": (indicator,),
        "plans": (plan,),
        "goals": goals,
        "actuals": actuals,
    }


def goal(slug: str) -> st.SearchStrategy[Goal]:
    return st.builds(
        Goal,
        goal=st.just(slug),
        plan=st.just("p"),
        indicator=st.just("i"),
        kind=st.just(Kind.LEVEL),
        comparator=st.none() | st.sampled_from([word for word in Comparator if word is not Comparator.BETWEEN]),
        value=st.none() | NUMBERS,
        due=st.none() | st.just(2025),
        baseline_year=st.just(2020),
        baseline_value=st.none() | NUMBERS,
        baseline_origin=st.none() | st.sampled_from(BaselineOrigin),
        nature=st.none() | st.sampled_from(Nature),
        approximate=st.booleans(),
        interim=st.dictionaries(st.integers(2021, 2024), NUMBERS, max_size=3).map(lambda d: tuple(sorted(d.items()))),
        source=st.none() | st.just("s"),
        locator=MAYBE_NAME,
        wording=MAYBE_NOTE,
        note=MAYBE_NOTE,
        theme=MAYBE_NAME,
        order=st.none() | st.integers(0, 99),
        owner=MAYBE_NAME,
        wording_zh=MAYBE_NOTE,
        note_zh=MAYBE_NOTE,
    )


def actual(year: int | None) -> st.SearchStrategy[Actual]:
    return st.builds(
        Actual,
        zone=st.just("z"),
        indicator=st.just("i"),
        year=st.just(year),
        value=NUMBERS,
        qualifier=st.sampled_from([word for word in Qualifier if word is not Qualifier.BETWEEN]),
        growth=st.none() | NUMBERS,
        status=st.sampled_from(Certainty),
        source=st.none() | st.just("s"),
        locator=MAYBE_NAME,
        note=MAYBE_NOTE,
        explanation=MAYBE_NOTE,
        explanation_zh=MAYBE_NOTE,
        measures=MAYBE_NOTE,
        flag=MAYBE_NAME,
    )


def written(records: dict[str, tuple[Any, ...]]) -> str:
    """Show records with their digits, because 12.10 equals 12.1."""
    return repr(records)


@settings(max_examples=100, deadline=None)
@given(bundles())
def test_records_come_back_from_csv_files(records: dict[str, tuple[Any, ...]]) -> None:
    with TemporaryDirectory() as folder:
        write_bundle(Path(folder) / "out", records)
        assert written(read(Path(folder) / "out")) == written(records)


@settings(max_examples=5, deadline=None)
@given(bundles())
def test_records_come_back_from_a_workbook(records: dict[str, tuple[Any, ...]]) -> None:
    with TemporaryDirectory() as folder:
        write_bundle(Path(folder) / "out.xlsx", records)
        assert written(read(Path(folder) / "out.xlsx")) == written(records)
