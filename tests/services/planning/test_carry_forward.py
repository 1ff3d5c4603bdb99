"""A plan copied to the next period: goals come along, values as chosen, baselines never."""

from decimal import Decimal

import pytest

from tests.services.conftest import Bundle, MakeStore
from tracker.domain.people.roles import Person, Role
from tracker.errors import NotAllowedError, NotFoundError, RefusedInputError
from tracker.services.cache.query_cache import cache_of
from tracker.services.planning.carry_forward import NextPeriod, copy_forward
from tracker.store import Store
from tracker.store.record.definitions import goals

PLANNER = Person(account="lin", name="Lin", role=Role.PLANNER)
NEXT = NextPeriod(name="Working format 2024-2026", start=2024, end=2026)


@pytest.fixture
def store(store_of: MakeStore, firms: Bundle) -> Store:
    firms["goals"] = (
        "goal,plan,indicator,kind,comparator,value,due,baseline_year,baseline_value,interim,approximate,wording\n"
        "g,format,firms,level,>,2000,2023,2020,786,2022=1500,yes,over 2000 firms\n"
        "early,format,firms,level,>,1000,2022,,,,no,\nsome-day,format,firms,level,>,9000,,,,,no,\n"
    )
    return store_of(firms)


@pytest.mark.parametrize("keep", [True, False])
def test_goals_come_along_later_and_without_their_baselines(store: Store, keep: bool) -> None:
    key = copy_forward(
        store, PLANNER, "format", NextPeriod(name=NEXT.name, start=2024, end=2026, keep_values=keep), token="1"
    )
    plan = cache_of(store).catalogue().plans[key]
    assert (plan.succeeds, plan.zone, plan.start, plan.end) == ("format", "shenyang", 2024, 2026)
    copied = list(goals(store, plan=key))
    assert sorted((goal.due or 0, goal.value) for goal in copied if goal.due) == (
        [(2025, Decimal(1000)), (2026, Decimal(2000))] if keep else [(2025, None), (2026, None)]
    )
    assert [goal.due for goal in copied].count(None) == 1
    assert {(goal.baseline_year, goal.baseline_value, goal.interim, goal.wording) for goal in copied} == {
        (None, None, (), None)
    }
    assert sum(goal.approximate for goal in copied) == int(keep)
    assert len(list(goals(store, plan="format"))) == 3


def test_a_second_click_copies_once(store: Store) -> None:
    first, second = (copy_forward(store, PLANNER, "format", NEXT, token="1") for _click in range(2))
    assert first == second
    assert len(cache_of(store).catalogue().plans) == 2


def test_impossible_years_and_a_plan_that_is_not_there_are_refused(store: Store) -> None:
    with pytest.raises(RefusedInputError, match="ends before it starts"):
        copy_forward(store, PLANNER, "format", NextPeriod(name="Next", start=2026, end=2024), token="1")
    with pytest.raises(NotFoundError):
        copy_forward(store, PLANNER, "no-plan", NEXT, token="2")
    assert len(cache_of(store).catalogue().plans) == 1


def test_an_official_may_not_copy(store: Store) -> None:
    with pytest.raises(NotAllowedError):
        copy_forward(store, Person(account="o", name="O", role=Role.OFFICIAL), "format", NEXT, token="1")
