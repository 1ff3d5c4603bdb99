"""Slide sets of the shipped plans as decks: sentences with numbers, sources, words, and a figure for every slide."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tests.charts import examples
from tests.people import add_person
from tracker.briefings.deck.chart_rows import bullet_row
from tracker.briefings.deck.compose import deck_of
from tracker.briefings.deck.contents import Deck
from tracker.briefings.deck.titles import rows_title
from tracker.briefings.web.shown_slides import shown_slides
from tracker.charts import Bullets, Closing, GoalOverTime, Opening, Succession, Theme, Tiles, ZonesOverTime, as_figure
from tracker.charts.kinds.bullets import MOST_ROWS
from tracker.charts.kinds.closing_slide import MOST_ROWS as MOST_ASKS
from tracker.charts.kinds.lollipops import MOST_ROWS as MOST_PACES
from tracker.domain.assessment.measured_as import MeasuredAs
from tracker.domain.kinds import Kind
from tracker.domain.people.roles import Role
from tracker.domain.slides.slide_sets import Origin, SlideChoice
from tracker.domain.statuses import Group, Rule, Status
from tracker.domain.vocabulary import Better, Comparator
from tracker.language import speak
from tracker.services import stores
from tracker.services.slides.proposed_slides import ASKS_ON_A_SLIDE, PACES_ON_A_SLIDE, ROWS_ON_A_SLIDE
from tracker.services.slides.slide_sets import make_set, passing_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

LOOK = ViewSettings(2021)
JINPU, SHENYANG = "jinpu-action-plan-2017-2019", "shenyang-working-format"
MADE_FROM: dict[str, tuple[Origin, tuple[str, ...]]] = {
    "jinpu": (Origin.PLAN, (JINPU,)),
    "jinpu's new zone": (Origin.PLAN, ("jinpu-special-innovation-zone",)),
    "shenyang": (Origin.PLAN, (SHENYANG,)),
    "liaoning": (Origin.ZONE, ("liaoning",)),
    "china": (Origin.ZONE, ("china",)),
    "china's R&D": (Origin.GOALS, ("china-2020-rd-share",)),
    "firms": (Origin.COMPARISON, ("high-tech-enterprises", "jinpu", "shenyang-high-tech-zone", "dalian")),
    "one goal": (Origin.GOALS, ("shenyang-2023-high-tech-enterprises",)),
    "two goals": (Origin.GOALS, ("shenyang-2023-high-tech-enterprises", "jinpu-2025-rd-share")),
}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the shipped plans."""
    made = stores.make_store(f"sqlite:///{tmp_path_factory.mktemp('shipped') / 'tracker.db'}")
    yield made
    made.close()


@pytest.fixture
def chinese() -> Iterator[None]:
    speak("zh")
    yield
    speak("en")


def deck(store: Store, name: str, view: ViewSettings = LOOK, *, only_shown: bool = True) -> Deck:
    return deck_of(store, passing_set(store, *MADE_FROM[name], view), only_shown=only_shown)


def titles(shown: Deck) -> dict[str, str]:
    return {slide.key: slide.title for slide in shown.slides}


def test_zones_of_which_only_a_start_is_known_have_no_lowest_completion(shipped: Store) -> None:
    rows = next(slide for slide in deck(shipped, "firms").slides if slide.key == "rows:1")
    assert rows.title == "Of these 2 goals, nothing has been reported since they began"


def test_the_lowest_completion_is_the_lowest_and_is_not_said_where_all_are_met() -> None:
    base = examples.china()
    far = replace(base, verdict=replace(base.verdict, progress=0.775))
    farther = replace(
        far, indicator=replace(base.indicator, name="Patents"), verdict=replace(base.verdict, progress=-0.2)
    )
    assert rows_title([far, farther]) == "Lowest completion: patents, at 0%; met or on track here: 0 of 2"
    met = replace(base, group=Group.MET, verdict=replace(base.verdict, statuses=dict.fromkeys(Rule, Status.MET)))
    assert rows_title([met, met]) == "All of these 2 goals are met"
    assert rows_title([met, far, met]) == (
        "Lowest completion: R&D expenditure, share of GDP, at 78%; met or on track here: 2 of 3"
    )


def test_every_kind_has_a_bar_scaled_by_the_way_from_its_start() -> None:
    base = examples.china()
    fallen = replace(
        base.verdict, target=-15.0, start=0.0, measured=-13.74, measured_high=-13.74, progress=0.916,
        measured_as=MeasuredAs.CHANGE, since=2015,
    )  # fmt: skip
    energy = replace(base, goal=replace(base.goal, kind=Kind.CHANGE, value=Decimal(-15)), verdict=fallen)
    row = bullet_row(energy)
    assert (row.share, row.value, row.second) == (0.916, "−13.74%; asked: −15%", "China · change since 2015")
    yearly = replace(fallen, counted_years=(2016, 2017, 2018, 2019), breached_years=(2018,), progress=None)
    kept = replace(base, goal=replace(base.goal, kind=Kind.EVERY_YEAR), verdict=yearly)
    assert bullet_row(kept).share == 0.75


def test_a_plan_is_told_from_its_counts_to_what_is_asked(shipped: Store) -> None:
    shown = deck(shipped, "shenyang")
    assert titles(shown) == {
        "opening": "None of 5 goals can be judged yet: nothing has been reported since they began",
        "rows:1": "Of these 4 goals, nothing has been reported since they began",
        "goal:shenyang-2023-high-tech-enterprises": (
            "Shenyang High-Tech Zone needs about 405 more high-tech enterprises every year to pass 2,000 by 2023"
        ),
        "goal:shenyang-2023-rank": (
            "Shenyang High-Tech Zone: nothing is reported yet for rank among national high-tech zones; "
            "top 20 by 2023 is asked"
        ),
        "goal:shenyang-2023-rd-investment": (
            "Shenyang High-Tech Zone: nothing is reported yet for R&D investment; 10 bn yuan by 2023 is asked"
        ),
        "goal:shenyang-2023-working-spaces-and-incubators": (
            "Shenyang High-Tech Zone: nothing is reported yet for working spaces and project incubators; "
            "over 100 by 2023 is asked"
        ),
        "closing:1": "5 goals cannot be judged until what is asked for here is given",
    }
    assert shown.made_from == "The plan “Shenyang working format (short-term target 2023)” of Shenyang High-Tech Zone"
    assert shown.known.startswith("Seen from 2021, as known on ")
    assert shown.known.endswith(", by the time rule")


def test_the_rows_say_what_of_what_is_reached(shipped: Store) -> None:
    (rows,) = (slide.content for slide in deck(shipped, "shenyang").slides if isinstance(slide.content, Bullets))
    first, rank = rows.rows[:2]
    assert (first.label, first.second, first.value) == (
        "High-tech enterprises", "Shenyang High-Tech Zone · 2020 → 2023", "start: 786; asked: over 2,000",
    )  # fmt: skip
    assert (rank.value, rank.share, rank.reported) == ("goal: top 20", None, False)


def test_a_row_says_of_a_level_not_to_be_passed_that_it_is_asked_at_most() -> None:
    report = examples.china()
    goal = replace(report.goal, comparator=None, value=Decimal("54.1"), unit=None)
    indicator = replace(report.indicator, better=Better.DOWN, unit="tonnes")
    verdict = replace(report.verdict, measured=105.9, measured_high=105.9)
    spent = replace(report, goal=goal, indicator=indicator, verdict=verdict)
    assert bullet_row(spent).value == "105.9; asked: at most 54.1"
    under = replace(spent, goal=replace(goal, comparator=Comparator.LESS_THAN))
    assert bullet_row(under).value == "105.9; asked: under 54.1"


def test_goals_of_zones_bear_the_comparator_of_their_plan(shipped: Store) -> None:
    zones = next(slide.content for slide in deck(shipped, "firms").slides if isinstance(slide.content, ZonesOverTime))
    assert "over 2,000" in [said for series in zones.series for said in series.asked]


def test_a_start_that_only_words_imply_is_drawn_as_no_actual(shipped: Store) -> None:
    (rows,) = (
        slide.content for slide in deck(shipped, "jinpu's new zone").slides if isinstance(slide.content, Bullets)
    )
    doubled = next(row for row in rows.rows if row.label == "R&D expenditure, share of GDP")
    assert (doubled.share, doubled.value, doubled.reported) == (None, "goal: 3%", False)


def test_the_slides_of_what_is_asked_count_those_that_are_there(shipped: Store) -> None:
    whole = passing_set(shipped, *MADE_FROM["liaoning"], LOOK)
    fewer = replace(whole, slides=tuple(slide for slide in whole.slides if slide.key != "closing:3"))
    assert titles(deck_of(shipped, fewer))["closing:1"].endswith("(1 of 2)")


def test_offices_are_asked_for_what_is_missing_of_them_in_one_sentence(shipped: Store) -> None:
    content = deck(shipped, "jinpu").slides[-1].content
    assert isinstance(content, Closing)
    values, milestones = content.asks
    assert values.who == "The statistics office of Dalian Jinpu New Area"
    assert values.what.startswith("Values of 9 indicators for years of the plan: share of high-end manufacturing")
    assert values.what.endswith("and 7 more.")
    assert milestones.what.startswith("A report on 10 milestones, with its evidence: ")


def test_a_missed_goal_asks_its_owner_for_a_decision(shipped: Store) -> None:
    shown = deck(shipped, "china's R&D")
    content = shown.slides[-1].content
    assert isinstance(content, Closing)
    asked = [ask for ask in content.asks if "R&D expenditure, share of GDP" in ask.what]
    assert [(ask.who, ask.group, ask.what) for ask in asked] == [
        (
            "Ministry of Science and Technology",
            Group.OFF_TRACK,
            "Decide what follows for R&D expenditure, share of GDP: 2.41% in 2020; 2.5% was asked for 2020.",
        )
    ]
    assert shown.slides[-1].title == "Asked for: a decision on one goal"


def test_successive_plans_of_the_zone_stand_beside_the_plans_own_goals(shipped: Store) -> None:
    shown = deck(shipped, "jinpu")
    successions = {slide.key: slide for slide in shown.slides if isinstance(slide.content, Succession)}
    assert list(successions) == [
        "succession:jinpu-special-innovation-zone/rd-expenditure-share-of-gdp",
        "succession:jinpu-special-innovation-zone/technology-contract-turnover",
    ]
    first = successions["succession:jinpu-special-innovation-zone/rd-expenditure-share-of-gdp"]
    assert first.title.startswith("Dalian Jinpu New Area wanted R&D expenditure, share of GDP at 3.5% by 2019; ")
    assert first.title.endswith(
        "; the later plan of Jinpu special innovation zone wants 3% by 2025, from an implied 1.5%"
    )
    assert "goal:jinpu-2025-rd-share" not in titles(deck(shipped, "jinpu", only_shown=False))


def test_a_zone_counts_all_plans_under_it_and_sets_them_out_as_tiles(shipped: Store) -> None:
    shown = deck(shipped, "liaoning", ViewSettings(2022), only_shown=False)
    opening, tiles = shown.slides[0].content, shown.slides[1].content
    assert isinstance(opening, Opening)
    assert isinstance(tiles, Tiles)
    assert (opening.place, opening.goals, opening.made_from) == (
        "Liaoning Province", 42, "All plans of Liaoning Province and of the zones under it",
    )  # fmt: skip
    assert len(tiles.matrix.plans) == 4
    pages = [slide for slide in shown.slides if isinstance(slide.content, Bullets)]
    assert sum(len(slide.content.rows) for slide in pages if isinstance(slide.content, Bullets)) == 22


def test_a_zone_does_not_count_plans_announced_after_the_year_looked_from(shipped: Store) -> None:
    then, later = (deck(shipped, "liaoning", ViewSettings(year)).slides[0].content for year in (2021, 2022))
    assert isinstance(then, Opening)
    assert isinstance(later, Opening)
    assert (then.goals, later.goals) == (36, 42)


def test_of_many_goals_those_with_nothing_to_tell_are_kept_and_not_shown(shipped: Store) -> None:
    shown, kept = (deck(shipped, "liaoning", ViewSettings(2022), only_shown=only) for only in (True, False))
    goals = [slide.content.report for slide in shown.slides if isinstance(slide.content, GoalOverTime)]
    assert 0 < len(goals) < sum(isinstance(slide.content, GoalOverTime) for slide in kept.slides) == 22
    assert all(report.points or report.group is not Group.NO_VERDICT for report in goals)


def test_a_comparison_shows_its_zones_over_time_and_names_rows_by_zone(shipped: Store) -> None:
    shown = deck(shipped, "firms")
    zones, rows = shown.slides[1].content, shown.slides[2].content
    assert isinstance(zones, ZonesOverTime)
    assert isinstance(rows, Bullets)
    assert [series.zone for series in zones.series] == ["Dalian Jinpu New Area", "Shenyang High-Tech Zone", "Dalian"]
    assert [row.label for row in rows.rows] == ["Shenyang High-Tech Zone", "Dalian Jinpu New Area"]
    assert shown.made_from == "High-tech enterprises in Dalian Jinpu New Area, Shenyang High-Tech Zone and Dalian"


def test_a_goal_names_the_documents_and_the_places_in_them(shipped: Store) -> None:
    (slide, _closing) = deck(shipped, "one goal").slides
    assert slide.source.startswith("Source – Actual: Shenyang zone expands high-tech offerings, China Daily Global, ")
    assert " Goal: High-tech zone plays its role" in slide.source
    assert isinstance(slide.content, GoalOverTime)
    assert (slide.content.report.goal.locator or "?") in slide.source


@pytest.mark.parametrize("name", MADE_FROM)
def test_every_slide_has_a_title_words_for_those_who_cannot_see_it_and_a_figure(shipped: Store, name: str) -> None:
    for slide in deck(shipped, name, only_shown=False).slides:
        assert slide.title
        assert slide.alt
        drawn = as_figure(slide.scene(Theme.DARK, (1280, 720)))
        assert (drawn.layout.width, drawn.layout.height) == (1280, 720)


@pytest.mark.parametrize("name", MADE_FROM)
@pytest.mark.usefixtures("chinese")
def test_the_same_slides_are_made_in_chinese(shipped: Store, name: str) -> None:
    chinese = deck(shipped, name, only_shown=False)
    assert chinese.language == "zh"
    assert all(as_figure(slide.scene()).data is not None for slide in chinese.slides)
    speak("en")
    assert [slide.key for slide in chinese.slides] == list(titles(deck(shipped, name, only_shown=False)))


@pytest.mark.parametrize("name", MADE_FROM)
def test_every_slide_on_a_screen_says_as_of_when_it_is(shipped: Store, name: str) -> None:
    for slide in shown_slides(deck(shipped, name), "16x9", Theme.LIGHT):
        assert slide.svg.count("Seen from 2021, as known on") == 1, slide.title


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("name", MADE_FROM)
def test_decks_are_made_by_every_rule_and_from_years_before_and_after(shipped: Store, name: str, rule: Rule) -> None:
    for year in (2016, 2030):
        assert deck(shipped, name, ViewSettings(year, None, rule)).slides


def test_decks_are_made_as_of_an_instant_before_the_plans_were_entered(shipped: Store) -> None:
    shown = deck(shipped, "shenyang", ViewSettings(2021, datetime(2021, 7, 31, tzinfo=UTC)))
    assert shown.as_of == datetime(2021, 7, 31, tzinfo=UTC)
    assert shown.slides[0].title == "None of 5 goals can be judged yet: nothing has been reported since they began"


def test_a_deck_bears_the_name_of_its_set_and_passes_over_what_cannot_be_made(shipped: Store) -> None:
    planner = add_person(shipped, Role.PLANNER)
    slides = [SlideChoice(key="opening", title="Ours")]
    kept = make_set(shipped, planner, "Review", Origin.PLAN, [SHENYANG], LOOK, "a-form-token", slides)
    shown = deck_of(shipped, kept)
    assert (shown.title, [slide.title for slide in shown.slides]) == ("Review", ["Ours"])
    odd = passing_set(shipped, Origin.PLAN, [SHENYANG], LOOK)
    none = [SlideChoice(key=key) for key in ("rows:9", "rows:x", "goal:gone", "zones", "succession:gone/gone")]
    assert deck_of(shipped, replace(odd, slides=tuple(none))).slides == ()


def test_no_slide_has_more_rows_than_its_chart_shows() -> None:
    assert (ROWS_ON_A_SLIDE <= MOST_ROWS, PACES_ON_A_SLIDE <= MOST_PACES, ASKS_ON_A_SLIDE <= MOST_ASKS) == (
        True, True, True,
    )  # fmt: skip
