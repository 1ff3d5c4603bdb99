"""A pasted text: its quantities with their fields, and what a planner confirms of it, stored once or refused."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from shutil import copyfile

import pytest

from tests.requirements import shared_case
from tracker.domain.entry.entries import EntryKey, Typed
from tracker.domain.history.events import EventKind
from tracker.domain.kinds import Kind
from tracker.domain.people.roles import Person, Role
from tracker.domain.quantity.numerals import Numeral, parse_number
from tracker.domain.records import Actual, Goal, Source
from tracker.domain.vocabulary import Certainty, Comparator, MilestoneState, Qualifier
from tracker.errors import NotAllowedError, RefusedInputError
from tracker.services import stores
from tracker.services.cache.query_cache import cache_of
from tracker.services.history.event_list import HistoryFilters, events_page
from tracker.services.round.understanding import context_of, understand
from tracker.services.text.pasted_quantities import MOST_CHARACTERS, Choice, Quantity, quantities
from tracker.services.text.proposed_fields import proposed_texts
from tracker.services.text.storing import SOURCE, Confirmed, Outcome, problems_of, save_from_text
from tracker.store import Store
from tracker.store.audit.history import change_sets
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals, sources

PLANNER = Person(account="lin", name="Lin", role=Role.PLANNER)
ZONE, PLAN = "shenyang-high-tech-zone", "shenyang-14th-five-year-plan"
TEXT = (
    "The zone in figures\n\nIn 2022, the Shenyang High-Tech Zone had over 1,900 high-tech enterprises, up 12.5%, "
    "and signed 2,500 technology contracts, accounting for 30 percent of the city's total.\n\n"
    "By 2025, the Shenyang High-Tech Zone will have about 3,000 high-tech enterprises and 150 key labs.\n"
)
SHEET = {"title": "The zone in figures", "publisher": "Shenyang Daily", "published": "2023-02-01"}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of the shipped plans, for copies."""
    made = tmp_path_factory.mktemp("filled") / "tracker.db"
    stores.make_store(f"sqlite:///{made}").close()
    return made


@pytest.fixture
def store(tmp_path: Path, filled: Path) -> Iterator[Store]:
    copyfile(filled, tmp_path / "tracker.db")
    opened = stores.open_store(f"sqlite:///{tmp_path / 'tracker.db'}")
    yield opened
    opened.close()


def found(store: Store, said: str, text: str = TEXT) -> Quantity:
    """Give the quantity that is written in these words."""
    return next(one for one in quantities(store, text) if text[one.mark.start : one.mark.end] == said)


def proposed(store: Store, said: str, text: str = TEXT) -> dict[str, str]:
    return proposed_texts(cache_of(store).catalogue(), found(store, said, text))


def row(store: Store, said: str, choice: Choice, **changed: str) -> Confirmed:
    return Confirmed(key=found(store, said).key, choice=choice, texts=proposed(store, said) | changed)


def everything(store: Store) -> list[Confirmed]:
    said = {"1,900": Choice.ACTUAL, "12.5%": Choice.GROWTH, "2,500": Choice.ACTUAL, "30 percent": Choice.ACTUAL}
    said |= {"about 3,000": Choice.GOAL, "150": Choice.GOAL}
    found_words = {TEXT[one.mark.start : one.mark.end]: one for one in quantities(store, TEXT)}
    return [
        row(store, next(words for words in found_words if words.endswith(ending)), choice)
        for ending, choice in said.items()
    ]


def on_record(store: Store, indicator: str, year: int | None, zone: str = ZONE) -> Actual:
    return next(one for one in actuals(store, zone=zone, indicator=indicator) if one.year == year)


def wrong(outcome: Outcome, key: str) -> str:
    return "; ".join(problem.wrong for problem in outcome.problems[key])


def save(
    store: Store, *rows: Confirmed, source: Mapping[str, str] = SHEET, form: str = "the first form of the test"
) -> Outcome:
    return save_from_text(store, PLANNER, source, rows, token=form)


def test_a_goal_of_the_text_has_its_fields_filled_in_as_far_as_the_text_tells_them(store: Store) -> None:
    texts = proposed(store, "about 3,000")
    assert found(store, "about 3,000").suggested is Choice.GOAL
    assert {name: texts.get(name, "") for name in ("plan", "indicator", "phrase", "value", "due", "approximate")} == {
        "plan": PLAN,
        "indicator": "high-tech-enterprises",
        "phrase": "reach",
        "value": "3000",
        "due": "2025",
        "approximate": "yes",
    }
    assert texts["locator"] == "paragraph 3, “about 3,000 high-tech enterprises …”"


def test_an_actual_of_the_text_is_written_as_an_official_would_type_it(store: Store) -> None:
    texts = proposed(store, "30 percent")
    assert (texts["zone"], texts["indicator"], texts["year"]) == (ZONE, "technology-contracts", "2022")
    assert texts["told"] == "30% of the city's"


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        ("2023年，沈阳高新技术产业开发区技术合同成交额占全市30%左右。", "30%左右", "占全市30%左右"),
        ("In 2023, technology contract turnover more than doubled.", "more than doubled", "over +100%"),
        ("In 2023, technology contract turnover tripled.", "tripled", "+200%"),
    ],
)
def test_a_share_and_a_multiple_are_written_as_they_are_understood(
    store: Store, text: str, said: str, told: str
) -> None:
    assert proposed(store, said, text)["told"] == told
    read = parse_number(told)
    assert isinstance(read, Numeral)
    assert read.share_of_parent or read.growth


def test_what_was_added_to_a_level_is_not_filled_in_as_the_level(store: Store) -> None:
    text = "2023年，沈阳高新技术产业开发区高新技术企业达到1035家，同比增加160家。"
    assert proposed(store, "1035家", text)["told"] == "1035"
    added = proposed(store, "160家", text)
    assert (added["indicator"], added.get("told", "")) == ("high-tech-enterprises", "")


def test_what_an_indicator_is_a_share_of_is_not_taken_for_it(store: Store) -> None:
    assert "indicator" not in proposed(store, "6.1%", "2023年，沈阳高新技术产业开发区地区生产总值增长6.1%。")
    text = "到2025年，研发经费投入占地区生产总值比重达到3%。"
    assert proposed(store, "3%", text)["indicator"] == "rd-expenditure-share-of-gdp"


def test_dates_and_years_are_marked_and_wait_for_nobody(store: Store) -> None:
    assert not found(store, "2025").says_something
    assert found(store, "2025").suggested is Choice.IGNORE


def test_a_quantity_keeps_its_key_when_the_text_before_it_changes(store: Store) -> None:
    longer = "One more line of 2024.\n\n" + TEXT
    assert found(store, "150").key == found(store, "150", longer).key


def test_the_same_sentence_twice_is_two_quantities(store: Store) -> None:
    keys = [one.key for one in quantities(store, TEXT + "\n" + TEXT)]
    assert len(set(keys)) == len(keys)


def test_a_text_that_is_too_long_is_refused_with_its_length(store: Store) -> None:
    with pytest.raises(RefusedInputError, match="400,001 characters"):
        quantities(store, "x" * (MOST_CHARACTERS + 1))


def test_all_that_is_confirmed_is_stored_in_one_change_with_source_place_and_wording(store: Store) -> None:
    outcome = save(store, *everything(store))
    assert (outcome.done, outcome.goals, outcome.actuals) == (True, 2, 2), outcome.problems
    newest = change_sets(store, limit=1)[0]
    assert (newest.who, newest.deed, newest.origin) == ("lin", "from text", "The zone in figures")
    source = Source(source="the-zone-in-figures", **SHEET)
    assert source in list(sources(store))
    goal = next(one for one in goals(store, plan=PLAN, indicator="key-labs"))
    assert (goal.value, goal.due, goal.kind, goal.source) == (Decimal(150), 2025, Kind.LEVEL, source.source)
    assert goal.wording == "Shenyang High-Tech Zone brings key labs to at least 150 by 2025."
    assert goal.locator == "paragraph 3, “150 key labs …”"


def test_the_history_says_what_was_taken_from_which_text(store: Store) -> None:
    assert save(store, *everything(store)).done
    (row,) = events_page(store, PLANNER, HistoryFilters(kind=EventKind.FROM_TEXT)).rows
    assert row.said.startswith("Taken from the text “The zone in figures”: ")
    assert "2 new goals" in row.said


def test_a_value_its_growth_and_its_share_become_one_actual_of_the_year(store: Store) -> None:
    save(store, *everything(store))
    firms, contracts = on_record(store, "high-tech-enterprises", 2022), on_record(store, "technology-contracts", 2022)
    assert (firms.value, firms.qualifier, firms.growth) == (Decimal(1900), Qualifier.OVER, Decimal("12.5"))
    assert (contracts.value, contracts.share, contracts.share_of) == (Decimal(2500), Decimal(30), "shenyang")


def test_a_double_click_stores_once(store: Store) -> None:
    assert save(store, *everything(store)).done
    again = save(store, *everything(store))
    assert (again.done, again.repeated) == (True, True)
    assert len(list(goals(store, plan=PLAN, indicator="key-labs"))) == 1


def test_a_second_save_says_what_is_there_already_and_stores_nothing(store: Store) -> None:
    rows = everything(store)
    save(store, *rows)
    number = change_sets(store, limit=1)[0]
    outcome = save(store, *rows, form="the second form of the test")
    assert not outcome.done
    assert wrong(outcome, found(store, "150").key) == "the plan has this very goal already"
    assert change_sets(store, limit=1)[0] == number


def test_nobody_but_planners_stores_from_a_text(store: Store) -> None:
    official = Person(account="wu", name="Wu", role=Role.OFFICIAL, zones=frozenset({ZONE}))
    with pytest.raises(NotAllowedError):
        save_from_text(store, official, SHEET, everything(store), token="the first form of the test")


def test_one_bad_row_stops_all_and_says_why(store: Store) -> None:
    rows = [row(store, "150", Choice.GOAL), row(store, "about 3,000", Choice.GOAL, due="soon", indicator="")]
    outcome = save(store, *rows)
    assert {problem.column for problem in outcome.problems[rows[1].key]} == {"due", "indicator"}
    assert not list(goals(store, plan=PLAN, indicator="key-labs"))


def test_a_text_needs_a_source(store: Store) -> None:
    outcome = save(store, row(store, "150", Choice.GOAL), source={})
    assert [(problem.column, problem.wrong) for problem in outcome.problems[SOURCE]] == [
        ("title", "this has to be given")
    ]


def test_a_listed_source_is_taken_as_it_is_and_one_of_its_title_only_where_nothing_differs(store: Store) -> None:
    title = "Shenyang zone expands high-tech offerings"
    differing = {"title": title, "published": "2021-04-14"}
    assert "listed already" in wrong(save(store, row(store, "150", Choice.GOAL), source=differing), SOURCE)
    assert save(store, row(store, "150", Choice.GOAL), source={"title": title.upper()}).done
    assert next(iter(goals(store, plan=PLAN, indicator="key-labs"))).source == "shenyang-offerings-article"
    listed = {"source": "shenyang-working-format-article"}
    assert save(store, row(store, "about 3,000", Choice.GOAL), source=listed, form="the second form of the test").done


def test_a_correction_of_the_record_needs_a_reason_and_is_a_revision(store: Store) -> None:
    told = row(store, "150", Choice.ACTUAL, year="2021", status="final")
    outcome = save(store, told)
    assert wrong(outcome, told.key) == "a value is on record, and its correction needs a reason"
    reasoned = row(store, "150", Choice.ACTUAL, year="2021", status="final", reason="recounted")
    assert save(store, reasoned).done
    assert on_record(store, "key-labs", 2021).value == 150
    assert change_sets(store, limit=1)[0].reason == "recounted"


def test_a_growth_beside_a_value_on_record_leaves_the_value_and_its_source(store: Store) -> None:
    told = row(
        store, "150", Choice.GROWTH, told="8.5%", year="2021", reason="the growth was missing", indicator="key-labs"
    )
    assert save(store, told).done
    actual = on_record(store, "key-labs", 2021)
    assert (actual.value, str(actual.growth), actual.source) == (Decimal(76), "8.5", "shenyang-offerings-article")
    assert "The zone in figures, Shenyang Daily" in str(actual.note)


def test_the_very_value_that_is_on_record_is_refused_as_such(store: Store) -> None:
    told = row(store, "150", Choice.ACTUAL, year="2021", told="76")
    assert wrong(save(store, told), told.key) == "this very value is on record already"


def test_two_values_for_one_year_are_refused(store: Store) -> None:
    rows = [
        row(store, "150", Choice.ACTUAL, year="2022"),
        row(store, "about 3,000", Choice.ACTUAL, indicator="key-labs", year="2022"),
    ]
    assert "confirmed twice" in wrong(save(store, *rows), rows[1].key)


def test_one_goal_confirmed_twice_is_refused(store: Store) -> None:
    goal = row(store, "150", Choice.GOAL)
    outcome = save(store, goal, Confirmed(key="again", choice=Choice.GOAL, texts=goal.texts))
    assert wrong(outcome, "again") == "this very goal is confirmed twice"


def test_a_new_value_keeps_the_share_that_is_on_record(store: Store) -> None:
    told = row(
        store, "150", Choice.ACTUAL, indicator="technology-contracts", year="2020", told="2,030", reason="final count"
    )
    assert save(store, told).done
    actual = on_record(store, "technology-contracts", 2020)
    assert (actual.value, actual.share, actual.share_of) == (Decimal(2030), Decimal(25), "shenyang")


def test_a_level_told_later_keeps_the_growth_that_is_on_record(store: Store) -> None:
    told = row(
        store,
        "150",
        Choice.ACTUAL,
        zone="dalian-puwan",
        indicator="gazelle-enterprises",
        year="2023",
        reason="the level",
    )
    assert save(store, told).done
    actual = on_record(store, "gazelle-enterprises", 2023, "dalian-puwan")
    assert (actual.value, str(actual.growth)) == (Decimal(150), "116.7")


def test_an_actual_without_a_year_is_stored_as_such(store: Store) -> None:
    told = row(store, "150", Choice.ACTUAL, year="")
    assert save(store, told).done
    assert on_record(store, "key-labs", None).source == "the-zone-in-figures"


def test_the_state_of_a_milestone_is_an_actual_too(store: Store) -> None:
    milestone = "milestone-shenyang-announced-science-town"
    told = row(store, "150", Choice.ACTUAL, indicator=milestone, told="under way", year="2023", unit="")
    assert save(store, told).done
    assert on_record(store, milestone, 2023).state is MilestoneState.UNDER_WAY


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"told": ""}, "value"),
        ({"told": "n/a"}, "value"),
        ({"told": "many"}, "value"),
        ({"zone": "atlantis"}, "zone"),
        ({"indicator": "happiness"}, "indicator"),
        ({"zone": ""}, "zone"),
        ({"told": "12.5"}, "value"),
        ({"year": "soon"}, "year"),
    ],
)
def test_what_keeps_an_actual_from_being_stored_is_said_with_its_field(
    store: Store, changed: dict[str, str], column: str
) -> None:
    found_problems = problems_of(
        store,
        row(store, "150", Choice.ACTUAL, year="2022")
        if not changed
        else row(store, "150", Choice.ACTUAL, **({"year": "2022"} | changed)),
    )
    assert [problem.column for problem in found_problems] == [column]


def test_points_say_no_value(store: Store) -> None:
    said = row(
        store, "150", Choice.ACTUAL, told="+0.3 pp", year="2022", indicator="rd-expenditure-share-of-gdp", unit="%"
    )
    assert [problem.wrong for problem in problems_of(store, said)] == ["a change in points, no value"]


def test_a_growth_has_to_be_one(store: Store) -> None:
    found_problems = problems_of(store, row(store, "150", Choice.GROWTH, told="over 12", year="2022"))
    assert [problem.wrong for problem in found_problems] == ["not a growth"]
    assert problems_of(store, row(store, "150", Choice.GROWTH, told="12.5%", year="2022")) == ()
    assert problems_of(store, row(store, "150", Choice.IGNORE)) == ()


def test_doubts_about_a_goal_are_warnings(store: Store) -> None:
    found_problems = problems_of(store, row(store, "150", Choice.GOAL, due="2030"))
    assert [(problem.column, problem.warning) for problem in found_problems] == [("due", True)]


def test_doubts_about_an_actual_are_those_that_an_official_is_told(store: Store) -> None:
    for typed in ("19", "700", "190,000"):
        confirmed = row(store, "over 1,900", Choice.ACTUAL, told=typed)
        key = EntryKey(zone=ZONE, indicator=confirmed.texts["indicator"], year=2022)
        told = understand(Typed(value=typed), key, context_of(store, ZONE)).warnings
        assert told
        assert problems_of(store, confirmed) == told
    assert save(store, confirmed).done, "a doubt keeps nothing from being stored"


def test_a_likely_actual_raises_no_doubt(store: Store) -> None:
    assert problems_of(store, row(store, "over 1,900", Choice.ACTUAL, told="1,100")) == ()


def test_the_provisional_figures_of_the_articles_keep_their_words(store: Store) -> None:
    text = shared_case("seeds/004_82f30e9e08236789.txt").read_bytes().decode("utf-8")
    texts = proposed(store, "76", text)
    assert (texts["indicator"], texts["year"], texts["status"]) == ("key-labs", "2021", Certainty.PROVISIONAL.value)


def test_the_goals_of_the_articles_are_given_the_indicator_and_plan_that_were_written_down_by_hand(
    store: Store,
) -> None:
    known, right = cache_of(store).catalogue(), 0
    kept: list[Goal] = [
        goal for goal in goals(store) if goal.kind is not Kind.MILESTONE and str(goal.source).endswith("-article")
    ]
    wanted = {(goal.plan, goal.indicator, goal.kind, goal.due) for goal in kept}
    for file in sorted(shared_case("seeds").glob("*.txt")):
        for one in quantities(store, file.read_bytes().decode("utf-8")):
            if one.suggested is Choice.GOAL and one.statement.quantity is not None:
                texts = proposed_texts(known, one)
                kind, due = one.statement.kind, one.statement.year
                right += (texts.get("plan"), texts.get("indicator"), kind, due) in wanted
    assert right >= len(kept) - 2, f"{right} of {len(kept)}"


def test_what_the_articles_brought_is_recognised_as_stored(store: Store) -> None:
    text = shared_case("seeds/002_2e3fe6199df4ff8d.txt").read_bytes().decode("utf-8")
    texts = proposed(store, "more than 2,000", text)
    assert texts["meant"] == Comparator.MORE_THAN.value
    confirmed = Confirmed(key="one", choice=Choice.GOAL, texts=texts)
    assert problems_of(store, confirmed)[0].wrong == "the plan has this very goal already"


def test_a_milestone_no_list_has_yet_is_listed_with_its_goal_under_the_planners_name(store: Store) -> None:
    texts = {"plan": PLAN, "phrase": "milestone", "milestone": "Science town opened", "due": "2025"}
    one = Confirmed(key="one", choice=Choice.GOAL, texts=texts)
    same = Confirmed(key="two", choice=Choice.GOAL, texts=texts | {"milestone": "science town  OPENED", "due": "2024"})
    assert problems_of(store, one) == ()
    assert save(store, one, same).goals == 2
    known = cache_of(store).catalogue().indicators["milestone-science-town-opened"]
    assert (known.name, known.unit) == ("Science town opened", "milestone")
    kept = list(goals(store, indicator="milestone-science-town-opened"))
    assert {goal.due for goal in kept} == {2024, 2025}
    assert {goal.wording for goal in kept} == {
        "Shenyang High-Tech Zone reaches the milestone “Science town opened” by 2025.",
        "Shenyang High-Tech Zone reaches the milestone “science town  OPENED” by 2024.",
    }


@pytest.mark.parametrize("name", ["", "x" * 301])
def test_a_milestone_without_a_name_that_can_be_kept_is_refused(store: Store, name: str) -> None:
    texts = {"plan": PLAN, "phrase": "milestone", "milestone": name, "no_due": "yes"}
    found_problems = problems_of(store, Confirmed(key="one", choice=Choice.GOAL, texts=texts))
    assert [problem.column for problem in found_problems] == ["indicator"]
