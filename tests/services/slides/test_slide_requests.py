"""Slides of a plan in full swing: what its counts, paces and last slide say, and who is asked for what."""

import pytest

from tests.services.conftest import Bundle, MakeStore
from tracker.briefings.deck.compose import deck_of
from tracker.briefings.deck.contents import Deck
from tracker.charts import Closing, Paces
from tracker.domain.slides.slide_sets import Origin
from tracker.services.slides.slide_sets import passing_set
from tracker.services.view_settings import ViewSettings

PLAN: Bundle = {
    "zones": "zone,name\npark,The park\n",
    "sources": "source,title\nreport,Work report\n",
    "indicators": (
        "indicator,name,unit,better,accumulates\n"
        "firms,Firms,enterprises,up,level\npatents,Patents,pieces,up,level\njobs,Unemployment rate,%,down,level\n"
        "labs,Laboratories,pieces,up,level\nopened,Opening of the station,enterprises,up,level\n"
        "schools,Schools,pieces,up,level\nclinics,Clinics,pieces,up,level\n"
    ),
    "plans": "plan,zone,name,start,end,source\np,park,Fifth plan,2021,2025,report\n",
    "goals": (
        "goal,plan,indicator,kind,comparator,value,due\n"
        "a,p,firms,level,>=,200,2025\nb,p,patents,level,>=,400,2025\nc,p,jobs,every_year,<=,5,2025\n"
        "d,p,labs,level,>=,20,2022\ne,p,opened,milestone,,,2022\nf,p,schools,level,>=,30,2025\n"
        "g,p,clinics,level,>=,30,2025\n"
    ),
    "actuals": (
        "zone,indicator,year,value,state,source\n"
        "park,firms,2020,100,,report\npark,firms,2023,145,,report\n"
        "park,patents,2020,100,,report\npark,patents,2023,300,,report\n"
        "park,jobs,2021,4,,report\npark,jobs,2022,6,,report\n"
        "park,labs,2020,10,,report\npark,labs,2022,18,,report\n"
        "park,opened,2022,,under way,report\n"
    ),
}


@pytest.fixture
def deck(store_of: MakeStore) -> Deck:
    store = store_of(PLAN)
    return deck_of(store, passing_set(store, Origin.PLAN, ["p"], ViewSettings(2023)))


def test_the_first_slide_counts_what_stands_well_and_what_needs_a_decision(deck: Deck) -> None:
    assert deck.slides[0].title == "1 of 7 goals is met or on track; 4 need a decision"


def test_slides_come_off_track_first_and_end_with_what_nothing_is_known_of(deck: Deck) -> None:
    goals = [slide.key.removeprefix("goal:") for slide in deck.slides if slide.key.startswith("goal:")]
    assert goals == ["d", "c", "a", "b", "f", "g"]


def test_paces_are_laid_beside_what_is_needed(deck: Deck) -> None:
    (slide,) = (slide for slide in deck.slides if isinstance(slide.content, Paces))
    assert slide.title == "2 of 3 known paces are too slow for what is needed"
    assert isinstance(slide.content, Paces)
    assert slide.content.measure == "Growth per year"
    assert [(row.label, row.needed_words, row.reached_words) for row in slide.content.rows] == [
        ("Laboratories", "+41.4% a year", "+34.2% a year, 2020–2022"),
        ("Patents", "+32% a year", "+44.2% a year, 2020–2023"),
        ("Firms", "+14.9% a year", "+13.2% a year, 2020–2023"),
    ]


def test_the_last_slide_asks_for_decisions_first_and_then_for_what_is_missing(deck: Deck) -> None:
    slide = deck.slides[-1]
    assert isinstance(slide.content, Closing)
    assert slide.title == "Asked for: decisions on 4 goals, and what the 2 that cannot be judged are missing"
    assert [(ask.who, ask.what) for ask in slide.content.asks] == [
        ("The park", "Decide what follows for laboratories: 18 in 2022; 20 was asked for 2022."),
        (
            "The park",
            "Say how unemployment rate is kept from now on: at most 5% every year was not kept in 2022.",
        ),
        (
            "The park",
            "Decide what follows: the milestone “Opening of the station” was due in 2022 and is not reported as done.",
        ),
        ("The park", "Say what brings firms to 200 by 2025: it was 145 in 2023."),
        ("The statistics office of The park", "Values of 2 indicators for years of the plan: schools and clinics."),
    ]
