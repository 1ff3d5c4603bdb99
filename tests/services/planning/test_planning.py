"""Zones, indicators, plans and goals as planners save them: checked, once, with a reason, never over somebody else."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.services.conftest import Bundle, MakeStore
from tracker.domain.people.roles import Person, Role
from tracker.domain.records import Goal, Indicator, Plan, Zone
from tracker.errors import NotAllowedError, RefusedInputError
from tracker.services.cache.query_cache import cache_of
from tracker.services.edit_conflicts import EditConflictError
from tracker.services.planning.carry_forward import NextPeriod, copy_forward
from tracker.services.planning.definition_saving import save_definition
from tracker.services.planning.typed_definitions import typed_indicator, typed_plan, typed_zone
from tracker.services.planning.typed_goals import typed_goal
from tracker.store import Store, open_store
from tracker.store.audit.history import change_sets, definition_history
from tracker.store.record.definitions import goals, sources

PLANNER = Person(account="lin", name="Lin", role=Role.PLANNER)
NEXT = NextPeriod(name="Working format 2024-2026", start=2024, end=2026)


@pytest.fixture
def store(store_of: MakeStore, firms: Bundle) -> Store:
    return store_of(firms)


def only_goal(store: Store) -> Goal:
    return next(iter(goals(store, goal="g")))


def test_a_new_zone_gets_an_identifier_of_its_name_and_is_in_the_history(store: Store) -> None:
    key = save_definition(store, PLANNER, typed_zone({"name": "Hunnan District", "parent": "shenyang"}), token="1")
    assert key == "hunnan-district"
    assert cache_of(store).catalogue().zones[key] == Zone(zone=key, name="Hunnan District", parent="shenyang")
    newest = change_sets(store, limit=1)[0]
    assert (newest.who, newest.deed) == ("lin", "create zone")


def test_names_without_latin_letters_get_identifiers_as_well(store: Store) -> None:
    keys = [save_definition(store, PLANNER, typed_zone({"name": name}), token=name) for name in ("浑南区", "铁西区")]
    assert keys == ["zone", "zone-2"]


def test_names_of_a_zone_may_be_parted_as_chinese_parts_them() -> None:
    assert typed_zone({"name": "Shenyang", "aliases": "Mukden; 沈阳；盛京、奉天"}).aliases == (
        "Mukden",
        "沈阳",
        "盛京",
        "奉天",
    )


def test_a_second_click_saves_once(store: Store) -> None:
    zone = typed_zone({"name": "Hunnan District"})
    first, second = (save_definition(store, PLANNER, zone, token="one form") for _click in range(2))
    assert first == second
    assert len(cache_of(store).catalogue().zones) == 2


def test_a_second_click_after_a_restart_saves_nothing(store: Store) -> None:
    opened = only_goal(store)
    changed = replace(opened, due=2022)
    save_definition(store, PLANNER, changed, before=opened, reason="brought forward", token="one form")
    before = store.version()
    again = open_store(store.url.render_as_string())
    assert save_definition(again, PLANNER, changed, before=opened, reason="brought forward", token="one form") == ""
    assert copy_forward(again, PLANNER, "format", NEXT, token="copy") != ""
    once_more = open_store(store.url.render_as_string())
    assert copy_forward(once_more, PLANNER, "format", NEXT, token="copy") == ""
    assert store.version() == before + 1
    again.close()
    once_more.close()


def test_a_zone_cannot_lie_within_itself(store: Store) -> None:
    inner = save_definition(store, PLANNER, typed_zone({"name": "Inner", "parent": "shenyang"}), token="1")
    outer = cache_of(store).catalogue().zones["shenyang"]
    with pytest.raises(RefusedInputError, match=r"within itself; seen: .*Inner"):
        save_definition(store, PLANNER, replace(outer, parent=inner), before=outer, reason="moved", token="2")
    assert cache_of(store).catalogue().zones["shenyang"].parent is None


def test_a_second_zone_of_the_same_name_is_refused(store: Store) -> None:
    with pytest.raises(RefusedInputError, match="of this name already"):
        save_definition(store, PLANNER, typed_zone({"name": "shenyang high-tech ZONE"}), token="1")


def test_a_form_says_every_field_that_is_wrong_at_once(store: Store) -> None:
    with pytest.raises(RefusedInputError) as refused:
        typed_indicator({"better": "up", "decimals": "many"})
    assert [problem.column for problem in refused.value.problems] == ["name", "unit", "accumulates", "decimals"]


def test_a_change_needs_a_reason(store: Store) -> None:
    plan = cache_of(store).catalogue().plans["format"]
    with pytest.raises(RefusedInputError, match="needs a reason"):
        save_definition(store, PLANNER, replace(plan, end=2024), before=plan, token="1")


def test_a_change_keeps_what_was_before_with_the_reason(store: Store) -> None:
    plan = cache_of(store).catalogue().plans["format"]
    save_definition(store, PLANNER, replace(plan, end=2024), before=plan, reason="extended by the council", token="1")
    first, second = definition_history(store, "plan", "format")
    assert isinstance(first.definition, Plan)
    assert isinstance(second.definition, Plan)
    assert (first.definition.end, second.definition.end) == (2023, 2024)
    assert second.change_set.reason == "extended by the council"


def test_the_second_of_two_writers_is_told_whose_change_it_was_and_both_values(store: Store) -> None:
    opened = only_goal(store)
    other = Person(account="wang", name="Wang", role=Role.PLANNER)
    save_definition(store, other, replace(opened, due=2022), before=opened, reason="brought forward", token="1")
    with pytest.raises(EditConflictError, match="wang changed this") as told:
        save_definition(store, PLANNER, replace(opened, due=2024), before=opened, reason="put off", token="2")
    assert [(one.field, one.theirs, one.yours) for one in told.value.differences] == [("due", "2022", "2024")]
    assert only_goal(store).due == 2022
    now = told.value.theirs
    assert isinstance(now, Goal)
    with pytest.raises(RefusedInputError, match="before the plan"):
        save_definition(store, PLANNER, replace(now, due=2020), before=now, reason="put off", token="2")
    save_definition(store, PLANNER, replace(now, due=2023), before=now, reason="put off", token="2")
    assert only_goal(store).due == 2023


def test_a_plan_cannot_succeed_itself_nor_end_before_it_starts(store: Store) -> None:
    plan = cache_of(store).catalogue().plans["format"]
    wrong = replace(plan, succeeds="format", end=2020)
    with pytest.raises(RefusedInputError) as refused:
        save_definition(store, PLANNER, wrong, before=plan, reason="test", token="1")
    assert {problem.column for problem in refused.value.problems} >= {"succeeds", "end"}


def test_a_plan_cannot_be_moved_past_its_goals(store: Store) -> None:
    plan = cache_of(store).catalogue().plans["format"]
    with pytest.raises(RefusedInputError, match="High-tech enterprises would no longer fit"):
        save_definition(store, PLANNER, replace(plan, start=2025, end=2030), before=plan, reason="moved", token="1")


def test_a_plan_of_a_zone_or_source_nobody_knows_is_refused(store: Store) -> None:
    plan = typed_plan({"name": "Plan", "zone": "atlantis", "source": "no-source", "succeeds": "no-plan"})
    with pytest.raises(RefusedInputError) as refused:
        save_definition(store, PLANNER, plan, token="1")
    assert [problem.column for problem in refused.value.problems] == ["zone", "source", "succeeds"]


def test_a_plan_of_the_same_name_in_one_zone_is_refused(store: Store) -> None:
    with pytest.raises(RefusedInputError, match="plan of this name already"):
        save_definition(store, PLANNER, typed_plan({"name": "Working Format", "zone": "shenyang"}), token="1")


def test_a_new_document_is_listed_with_the_plan_and_found_again_by_its_title(store: Store) -> None:
    for name in ("Plan A", "Plan B"):
        plan = typed_plan({"name": name, "zone": "shenyang"})
        save_definition(store, PLANNER, plan, token=name, new_source="Outline of the plan")
    assert [source.title for source in sources(store)] == ["Outline of the plan", "China Daily"]
    assert {plan.source for plan in cache_of(store).catalogue().plans.values()} == {None, "outline-of-the-plan"}


def test_an_indicator_cannot_be_measured_in_what_its_goals_and_values_do_not_fit(store: Store) -> None:
    indicator = cache_of(store).catalogue().indicators["firms"]
    with pytest.raises(RefusedInputError) as refused:
        save_definition(
            store,
            PLANNER,
            replace(indicator, unit="%", maximum=Decimal(100)),
            before=indicator,
            reason="test",
            token="1",
        )
    told = str(refused.value)
    assert "a goal of Working format would no longer fit: above the greatest value of the indicator" in told
    assert "a value reported for Shenyang High-Tech Zone, 2020, would no longer fit" in told


def test_an_indicator_may_be_renamed(store: Store) -> None:
    indicator = cache_of(store).catalogue().indicators["firms"]
    save_definition(store, PLANNER, replace(indicator, name="Firms"), before=indicator, reason="shorter", token="1")
    assert cache_of(store).catalogue().indicators["firms"].name == "Firms"


def test_a_second_indicator_of_the_same_name_is_refused(store: Store) -> None:
    typed = {"name": "High-tech enterprises", "unit": "firms", "better": "up", "accumulates": "level"}
    with pytest.raises(RefusedInputError, match="of this name already"):
        save_definition(store, PLANNER, typed_indicator(typed), token="1")


def test_a_goal_that_refers_to_what_nobody_knows_is_refused(store: Store) -> None:
    goal = replace(only_goal(store), goal="", plan="no-plan", source="no-source")
    with pytest.raises(RefusedInputError) as refused:
        save_definition(store, PLANNER, goal, token="1")
    assert [problem.column for problem in refused.value.problems] == ["plan", "source"]


Save = Callable[[Store, Person], str]
DEEDS: dict[str, Save] = {
    "zone": lambda store, person: save_definition(store, person, Zone(zone="", name="New"), token="1"),
    "indicator": lambda store, person: save_definition(store, person, _indicator(), token="1"),
    "plan": lambda store, person: save_definition(store, person, Plan(plan="", zone="shenyang", name="New"), token="1"),
    "goal": lambda store, person: save_definition(store, person, _goal(store), token="1"),
}


def _indicator() -> Indicator:
    return typed_indicator({"name": "New", "unit": "%", "better": "up", "accumulates": "level"})


def _goal(store: Store) -> Goal:
    texts = {"plan": "format", "indicator": "firms", "phrase": "double", "due": "2023"}
    return typed_goal(store, texts)


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("role", Role)
def test_planners_and_administrators_alone_may_save(store: Store, deed: str, role: Role) -> None:
    person = Person(account="p", name="P", role=role, zones=frozenset({"shenyang"}))
    before = store.version()
    if role in (Role.PLANNER, Role.ADMINISTRATOR):
        assert DEEDS[deed](store, person)
        assert store.version() == before + 1
    else:
        with pytest.raises(NotAllowedError):
            DEEDS[deed](store, person)
        assert store.version() == before
