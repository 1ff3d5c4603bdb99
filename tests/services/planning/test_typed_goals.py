"""Goals as planners write them: in the plan's words, refused where they cannot be judged, judged before being kept."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.services.conftest import MakeStore
from tracker.domain.entry.plan_phrases import Phrase, phrase_words
from tracker.domain.kinds import Kind
from tracker.domain.people.roles import Person, Role
from tracker.domain.records import Goal
from tracker.domain.statuses import Status
from tracker.domain.vocabulary import Comparator
from tracker.errors import RefusedInputError
from tracker.services.planning.definition_saving import save_definition
from tracker.services.planning.goal_planning import preview_goal
from tracker.services.planning.typed_goals import goal_texts, typed_goal
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.record.definitions import goals

PLANNER = Person(account="lin", name="Lin", role=Role.PLANNER)
FILES = {
    "zones": "zone,name\nz,Shenyang\n",
    "indicators": (
        "indicator,name,unit,better,accumulates,decimals\n"
        "firms,High-tech enterprises,enterprises,up,level,0\nadded,Enterprises added,enterprises,up,flow,0\n"
        "rd,R&D share,%,up,level,\njobless,Unemployment,%,down,level,\n"
        "energy,Energy use per GDP,%,down,annual_change,\ngdp,GDP growth,%,up,annual_change,\n"
        "income,Income growth,%,up,annual_change,\nturnover,Turnover,billion yuan,up,flow,\n"
        "place,Place,rank,down,rank,0\npark,A park of influence,state,none,level,\n"
    ),
    "plans": "plan,zone,name,start,end\np,z,Five years,2021,2025\n",
    "actuals": "zone,indicator,year,value\nz,firms,2020,800\nz,firms,2022,1000\nz,rd,2020,2\nz,rd,2022,2.6\n",
}
Texts = dict[str, str]
# One sentence for each of the ten kinds: what is typed, and the kind, comparator and value that are kept.
TYPED: dict[str, tuple[Texts, Kind, Comparator | None, str | None]] = {
    "reach over 2,000": (
        {"indicator": "firms", "phrase": "reach", "value": "over 2,000"}, Kind.LEVEL, Comparator.MORE_THAN, "2000",
    ),
    "newly add about 150": (
        {"indicator": "added", "phrase": "newly add", "value": "about 150"}, Kind.INCREASE, None, "150",
    ),
    "double": ({"indicator": "firms", "phrase": "double", "value": "ignored"}, Kind.MULTIPLE, None, "2"),
    "multiply by 1.5": ({"indicator": "firms", "phrase": "multiply", "value": "1.5"}, Kind.MULTIPLE, None, "1.5"),
    "fall by 13.5%": (
        {"indicator": "energy", "phrase": "fall by", "value": "13.5%"}, Kind.CHANGE, Comparator.AT_MOST, "-13.5",
    ),
    "grow by over 7%": (
        {"indicator": "turnover", "phrase": "grow", "value": "over 7%"}, Kind.GROWTH, Comparator.MORE_THAN, "7",
    ),
    "keep under 5.5%": (
        {"indicator": "jobless", "phrase": "keep under", "value": "5.5%"},
        Kind.EVERY_YEAR, Comparator.LESS_THAN, "5.5",
    ),
    "keep between": (
        {"indicator": "rd", "phrase": "keep between", "value": "2–3%"}, Kind.RANGE, Comparator.BETWEEN, "2",
    ),
    "top 20": ({"indicator": "place", "phrase": "rank", "value": "top 20"}, Kind.RANK, None, "20"),
    "keep up with GDP": (
        {"indicator": "income", "phrase": "keep up", "reference_indicator": "gdp"}, Kind.RELATIVE, None, None,
    ),
    "milestone": ({"indicator": "park", "phrase": "milestone", "value": "left over"}, Kind.MILESTONE, None, None),
}  # fmt: skip


@pytest.fixture
def store(store_of: MakeStore, tmp_path: Path) -> Store:
    return store_of(FILES)


def typed(store: Store, texts: Texts) -> Goal:
    return typed_goal(store, {"plan": "p", "due": "2025"} | texts)


@pytest.mark.parametrize("name", TYPED)
def test_every_kind_of_goal_can_be_typed_judged_and_saved(store: Store, name: str) -> None:
    texts, kind, comparator, value = TYPED[name]
    goal = typed(store, texts)
    assert (goal.kind, goal.comparator) == (kind, comparator)
    assert goal.value == (None if value is None else Decimal(value))
    assert preview_goal(store, goal, ViewSettings(2022)).report.headline.startswith("Shenyang")
    key = save_definition(store, PLANNER, goal, token=name)
    kept = next(iter(goals(store, goal=key)))
    again = typed_goal(store, goal_texts(kept), key)
    assert again == kept, "opening the form and saving it changes nothing"


def test_the_preview_is_judged_on_what_was_reported_and_stores_nothing(store: Store) -> None:
    before = store.version()
    found = preview_goal(store, typed(store, {"indicator": "firms", "value": "1,200"}), ViewSettings(2022))
    assert found.report.verdict.status is Status.AHEAD
    assert [point.year for point in found.report.points] == [2020, 2022]
    assert found.report.path == ((2020, 800.0), (2025, 1200.0))
    assert store.version() == before
    assert list(goals(store)) == []


def test_words_beside_the_number_say_how_it_is_meant(store: Store) -> None:
    about = typed(store, {"indicator": "firms", "value": "about 150"})
    assert (about.value, about.approximate) == (Decimal(150), True)
    money = typed(store, {"indicator": "turnover", "value": "14.2亿", "unit": "million yuan"})
    assert (money.value, money.unit) == (Decimal(1420), "million yuan")
    chosen = typed(store, {"indicator": "firms", "value": "150", "meant": ">", "approximate": "yes"})
    assert (chosen.comparator, chosen.approximate) == (Comparator.MORE_THAN, True)
    fall = typed(store, {"indicator": "energy", "phrase": "fall by", "value": "over 13.5%"})
    assert (fall.comparator, fall.value) == (Comparator.LESS_THAN, Decimal("-13.5"))
    band = typed(store, {"indicator": "rd", "phrase": "keep between", "value": "2", "value_high": "3"})
    assert (band.value, band.value_high) == (Decimal(2), Decimal(3))


@pytest.mark.parametrize(
    ("texts", "column", "said"),
    [
        ({"value": "nan"}, "value", "no value is given"),
        ({"value": "1.2.3"}, "value", "not a number"),
        ({"value": "25% of the city's"}, "value", "a growth or a share"),
        ({"value": "150", "due": ""}, "due", "no due year is given"),
        ({"value": "150", "due": "soon"}, "due", "four digits"),
        ({"phrase": "keep under", "value": "at least 5"}, "value", "something else than the phrase"),
        ({"value": "150", "baseline_value": "over 100"}, "baseline_value", "a bound"),
        ({"value": "150", "interim": "2022"}, "interim", "not a list of interim values"),
        ({"value": "150", "indicator": ""}, "indicator", "has to be given"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(store: Store, texts: Texts, column: str, said: str) -> None:
    with pytest.raises(RefusedInputError, match=said) as refused:
        typed(store, {"indicator": "firms"} | texts)
    assert column in [problem.column for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("texts", "column", "said"),
    [
        ({"indicator": "firms"}, "value", "cannot be judged"),
        ({"indicator": "firms", "value": "1.5"}, "value", "High-tech enterprises is counted in whole numbers"),
        ({"indicator": "rd", "value": "3", "due": "2019"}, "due", "before the plan's first year"),
        ({"indicator": "income", "phrase": "keep up"}, "reference_indicator", "without a reference"),
        ({"indicator": "income", "phrase": "newly add", "value": "5"}, "kind", "an increase is counted"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_the_reason(store: Store, texts: Texts, column: str, said: str) -> None:
    goal = typed(store, texts)
    for ask in (
        lambda: preview_goal(store, goal, ViewSettings(2022)),
        lambda: save_definition(store, PLANNER, goal, token="1"),
    ):
        with pytest.raises(RefusedInputError, match=said) as refused:
            ask()
        assert [problem.column for problem in refused.value.problems] == [column]
    assert list(goals(store)) == []


def test_a_doubt_is_said_and_stops_nothing(store: Store) -> None:
    goal = typed(store, {"indicator": "firms", "value": "1,200", "due": "2030"})
    assert [doubt.column for doubt in preview_goal(store, goal, ViewSettings(2022)).doubts] == ["due"]
    assert save_definition(store, PLANNER, goal, token="1")


def test_a_goal_without_a_year_has_to_be_meant_so(store: Store) -> None:
    goal = typed(store, {"indicator": "firms", "value": "1,200", "due": "2025", "no_due": "yes"})
    assert goal.due is None
    assert preview_goal(store, goal, ViewSettings(2022)).report.verdict.status is Status.NO_DUE_YEAR


def test_baseline_and_interim_values_are_kept_as_written(store: Store) -> None:
    texts = {"indicator": "rd", "value": "3%", "baseline_year": "2020", "baseline_value": "2.10%"}
    goal = typed(store, texts | {"baseline_origin": "stated", "interim": "2023: 2.5%; 2022：2.30"})
    assert goal.baseline_value == Decimal("2.10")
    assert goal.interim == ((2022, Decimal("2.30")), (2023, Decimal("2.5")))
    assert goal_texts(goal)["interim"] == "2022: 2.30; 2023: 2.5"


def test_every_phrase_is_said_in_words_of_its_own() -> None:
    assert len({phrase_words(phrase) for phrase in Phrase}) == len(Phrase)
