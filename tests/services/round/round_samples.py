"""A yearly round to test with: a city with two parks, the people of it, and what they type."""

from collections.abc import Mapping
from itertools import count

from tracker.domain.entry.entries import EntryKey, Typed
from tracker.domain.people.roles import Person, Role
from tracker.services.accounts.account_keeping import OPERATOR, add_account
from tracker.services.review.reviewing import accept
from tracker.services.round.entering import Submission, submit
from tracker.services.round.entry_results import EntriesReport
from tracker.store import Store

BUNDLE: Mapping[str, str] = {
    "zones": (
        "zone,name,name_zh,parent,kind\n"
        "province,The province,某省,,province\ncity,The city,某市,province,city\n"
        "park,The park,某园区,city,park\nport,The port,某港区,city,park\n"
    ),
    "sources": "source,title\nyearbook,Statistical yearbook\n",
    "indicators": (
        "indicator,name,name_zh,unit,better,accumulates,decimals,minimum,maximum\n"
        "firms,High-tech firms,高新技术企业数,firms,up,level,0,,\n"
        "output,Output,产值,亿元,up,flow,1,,\n"
        "rd,R&D share,研发强度,%,up,level,2,0,100\n"
        "prices,Consumer prices,居民消费价格,%,none,annual_change,1,,\n"
        "place,Place among parks,排名,rank,down,rank,0,,\n"
        "hub,Innovation hub,创新中心,milestone,none,level,,,\n"
        "income,Income growth,收入增速,%,up,level,1,,\n"
        "roads,Roads built,道路,km,up,flow,1,,\n"
    ),
    "plans": (
        "plan,zone,name,start,end\n"
        "park-14,park,14th plan of the park,2021,2025\nport-14,port,14th plan of the port,2021,2025\n"
        "city-14,city,14th plan of the city,2021,2025\nold,park,An old plan,2016,2020\n"
    ),
    "goals": (
        "goal,plan,indicator,kind,comparator,value,due,reference_indicator\n"
        "firms-goal,park-14,firms,level,>,200,2025,\noutput-goal,park-14,output,level,>=,160,2025,\n"
        "rd-goal,park-14,rd,level,>=,2.5,2025,\nprices-goal,park-14,prices,every_year,<=,3,2025,\n"
        "place-goal,park-14,place,rank,<=,20,2025,\nhub-goal,park-14,hub,milestone,,,2024,\n"
        "rd-relative,park-14,rd,relative,,,2025,income\n"
        "port-firms,port-14,firms,level,>=,100,2025,\ncity-firms,city-14,firms,level,>=,500,2025,\n"
        "roads-goal,old,roads,increase,>=,30,2020,\n"
    ),
    "actuals": (
        "zone,indicator,year,value,growth,source\n"
        "park,firms,2020,100,,yearbook\npark,firms,2021,110,,yearbook\npark,firms,2022,121,,yearbook\n"
        "park,firms,2023,130,,yearbook\npark,output,2022,120.5,,yearbook\npark,output,2023,130.4,,yearbook\n"
        "park,rd,2022,1.55,,yearbook\npark,rd,2023,1.60,,yearbook\npark,prices,2023,2.1,,yearbook\n"
        "park,roads,2020,6.5,,yearbook\ncity,firms,2023,400,,yearbook\ncity,firms,2024,420,,yearbook\n"
        "park,place,2023,25,,yearbook\n"
    ),
}

YEAR = 2024
LI = Person(account="li", name="Li Na", role=Role.OFFICIAL, zones=frozenset({"park", "port"}))
ZHAO = Person(account="zhao", name="Zhao Lei", role=Role.OFFICIAL, zones=frozenset({"park"}))
SUN = Person(account="sun", name="Sun Mei", role=Role.OFFICIAL, zones=frozenset({"port"}))
WANG = Person(account="wang", name="Wang Wei", role=Role.REVIEWER, zones=frozenset({"city", "park", "port"}))
HE = Person(account="he", name="He Jun", role=Role.REVIEWER, zones=frozenset({"port"}))
LI_REVIEWS = Person(account="li", name="Li Na", role=Role.REVIEWER, zones=frozenset({"park", "port"}))
CHEN = Person(account="chen", name="Chen Yu", role=Role.PLANNER)
ADMINISTRATOR = Person(account="root", name="Administrator", role=Role.ADMINISTRATOR)
EVERYBODY = (LI, ZHAO, SUN, WANG, HE, CHEN, ADMINISTRATOR)

_tokens = count(1)


def add_accounts(store: Store) -> None:
    """Give everybody the account of their name."""
    for person in EVERYBODY:
        zones = sorted(person.zones) if person.role in (Role.OFFICIAL, Role.REVIEWER) else ()
        add_account(store, OPERATOR, person.account, role=person.role, zones=zones, shown_name=person.name)


def token() -> str:
    """Make the token of a form of its own."""
    return f"token-of-form-{next(_tokens)}"


def key(indicator: str, zone: str = "park", year: int = YEAR) -> EntryKey:
    return EntryKey(zone=zone, indicator=indicator, year=year)


def hand_in(
    store: Store, indicator: str, typed: Typed, person: Person = LI, version: int = 0, zone: str = "park"
) -> EntriesReport:
    """Submit one value."""
    row = Submission(key=key(indicator, zone), typed=typed, version=version)
    return submit(store, person, [row], token())


def take_in(store: Store, indicator: str, version: int = 1, person: Person = WANG, zone: str = "park") -> EntriesReport:
    """Accept one value."""
    return accept(store, person, {key(indicator, zone): version}, token())
