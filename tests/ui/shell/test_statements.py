"""A page asks the database for a hundred goals what it asks for five: no statement for each goal, value or source."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from streamlit.testing.v1 import AppTest

from tests.services.conftest import Bundle, write_bundle
from tests.services.round.round_samples import LI, WANG
from tests.serving import ROOT
from tests.ui.round_pages import sign_in
from tracker.domain.entry.entries import EntryKey, Typed
from tracker.domain.people.roles import Person
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.round.entering import Submission, save_draft, submit
from tracker.store import Store, open_store

FEW, MANY = 5, 100
YEAR = 2024


def _bundle(count: int) -> Bundle:
    """Two plans of so many goals each, every one with a source, and actuals of three years of its own."""
    numbered = range(count)
    zones = "zone,name,parent\ncity,City,\npark,Park,city\n"
    both = [(zone, at) for zone in ("city", "park") for at in numbered]
    goals = [f"{zone}-{at},{zone}-plan,i{at},level,{1000 + at},2025,s{at}" for zone, at in both]
    milestones = [f"m{at},city-plan,hub,milestone,,2025,s{at}" for at in numbered]
    actuals = [f"{zone},i{at},{year},{500 + at},s{at}" for zone, at in both for year in (2020, 2022, 2023)]
    return {
        "zones": zones,
        "sources": "source,title\n" + "".join(f"s{at},Source {at}\n" for at in numbered),
        "indicators": "indicator,name,unit,better,accumulates\nhub,Hub,milestone,none,level\n"
        + "".join(f"i{at},Indicator {at},firms,up,level\n" for at in numbered),
        "plans": "plan,zone,name,start,end,source\ncity-plan,city,City plan,2021,2025,s0\n"
        "park-plan,park,Park plan,2021,2025,s1\n",
        "goals": "goal,plan,indicator,kind,value,due,source\n" + "\n".join([*goals, *milestones]) + "\n",
        "actuals": "zone,indicator,year,value,source\n" + "\n".join(actuals) + "\n",
    }


def _entered(store: Store, count: int) -> None:
    """Half of the park's values are submitted, the others drafts."""
    keys = [EntryKey(zone="park", indicator=f"i{at}", year=YEAR) for at in range(count)]
    rows = [Submission(key=key, typed=Typed(value="600", source="s1"), version=0) for key in keys[::2]]
    assert submit(store, LI, rows, "token-of-the-form").done
    for key in keys[1::2]:
        save_draft(store, LI, key, Typed(value="700", source="s1"), 0)


@pytest.fixture(scope="module")
def stores_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Store]]:
    made = {}
    for count in (FEW, MANY):
        folder = tmp_path_factory.mktemp(f"{count} goals")
        made[count] = open_store(f"sqlite:///{folder / 'tracker.db'}", create=True)
        import_bundle(made[count], write_bundle(folder / "bundle", _bundle(count)), who="a planner")
        _entered(made[count], count)
    yield made
    for store in made.values():
        store.close()


@contextmanager
def _heard() -> Iterator[Counter[str]]:
    """Count the statements that reach a database, by their first words and without what they ask for."""
    statements: Counter[str] = Counter()

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements[statement.split(" IN (", maxsplit=1)[0]] += 1

    event.listen(Engine, "before_cursor_execute", hear)
    yield statements
    event.remove(Engine, "before_cursor_execute", hear)


@pytest.mark.parametrize(
    ("page", "person", "address"),
    [
        ("monitor/overview", WANG, {}),
        ("monitor/plan", WANG, {"plan": "city-plan"}),
        ("monitor/goal", WANG, {"goal": "city-3"}),
        ("monitor/compare", WANG, {"indicator": "i3"}),
        ("monitor/sources", WANG, {}),
        ("monitor/sources", WANG, {"source": "s1"}),
        ("report/my_round", LI, {"round_zone": "park", "round_year": str(YEAR)}),
        ("report/review", WANG, {}),
    ],
    # A person's zones are a set, which each process would name in another order.
    ids=lambda value: value.account if isinstance(value, Person) else str(value),
)
def test_a_page_of_many_goals_asks_what_a_page_of_few_asks(
    page: str, person: Person, address: dict[str, str], stores_of: dict[int, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = {}
    for count, store in stores_of.items():
        sign_in(monkeypatch, store, person)
        test = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=60)
        for name, value in address.items():
            test.query_params[name] = value
        with _heard() as heard[count]:
            assert not test.run().exception
    assert sum(heard[FEW].values()) > 5
    assert heard[MANY] == heard[FEW]
