"""The overview's counts, lists and completeness, on a small store of crafted goals."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.monday import BUNDLE, LOOK, monday_store, report
from tracker.domain.statuses import Group, Rule, Status
from tracker.errors import NotFoundError
from tracker.services import choices
from tracker.services.choices import plans_to_choose, zones_to_choose
from tracker.services.overview.attention import Concern, concerns, fell_due, of_group
from tracker.services.overview.completeness import completeness
from tracker.services.overview.counts_by_group import Scope, overview
from tracker.services.overview.plan_tiles import plan_tiles
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

ALL = Scope()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = monday_store(tmp_path)
    yield made
    made.close()


def test_goals_are_counted_by_group_in_all_by_zone_and_by_plan(store: Store) -> None:
    counts = overview(store, LOOK, ALL)
    assert counts.whole.groups == {
        Group.MET: 1, Group.ON_TRACK: 1, Group.BEHIND: 1, Group.OFF_TRACK: 3, Group.NO_VERDICT: 3,
    }  # fmt: skip
    assert [(one.name, one.goals) for one in counts.zones] == [("City", 8), ("Park", 1)]
    assert [(one.name, one.place, one.goals) for one in counts.plans] == [
        ("City plan", "City", 8),
        ("Park plan", "Park", 1),
    ]


def test_a_zone_counts_with_those_under_it_and_a_plan_alone(store: Store) -> None:
    assert overview(store, LOOK, Scope(zone="city")).whole.goals == 9
    assert overview(store, LOOK, Scope(zone="park")).whole.goals == 1
    assert overview(store, LOOK, Scope(zone="city", plan="park-plan")).whole.goals == 1


def test_goals_of_plans_announced_after_the_year_looked_from_are_counted_with_none_but_their_plan(
    tmp_path: Path,
) -> None:
    later = BUNDLE | {"plans": BUNDLE["plans"].replace("Park plan,,,2021,", "Park plan,,,2023,")}
    with closing(monday_store(tmp_path, later)) as store:
        counts = overview(store, LOOK, ALL)
        assert (counts.whole.goals, counts.later) == (8, 1)
        assert [one.name for one in counts.plans] == ["City plan"]
        assert concerns(store, LOOK, Scope(zone="park"), Concern.SILENT, 9).total == 0
        assert overview(store, LOOK, Scope(plan="park-plan")).whole.goals == 1
        assert overview(store, ViewSettings(2023), ALL).later == 0


@pytest.mark.parametrize("scope", [Scope(zone="nowhere"), Scope(plan="nothing")])
def test_a_scope_that_is_not_there_is_said_so(store: Store, scope: Scope) -> None:
    with pytest.raises(NotFoundError, match=r"no(where|thing)"):
        overview(store, LOOK, scope)


def test_off_track_and_binding_goals_come_first_then_the_largest_shortfall(store: Store) -> None:
    listed = concerns(store, LOOK, ALL, Concern.ATTENTION, 10)
    assert [line.goal for line in listed.lines] == ["binding-far", "worst", "far", "behind"]
    assert listed.total == 4
    assert listed.lines[0].binding
    assert listed.lines[0].status is Status.FAR_BEHIND
    assert "2022" in listed.lines[0].reason


def test_a_list_is_cut_but_says_how_long_it_is(store: Store) -> None:
    listed = concerns(store, LOOK, ALL, Concern.ATTENTION, 2)
    assert len(listed.lines) == 2
    assert listed.total == 4


def test_the_compound_rule_orders_by_its_own_ratio(store: Store) -> None:
    by_compound = concerns(store, ViewSettings(2022, rule=Rule.COMPOUND), ALL, Concern.ATTENTION, 10)
    assert by_compound.lines[0].goal == "binding-far"


def test_what_is_past_due_without_a_report_is_overdue_and_not_silent_as_well(store: Store) -> None:
    later = ViewSettings(2026)
    overdue = concerns(store, later, ALL, Concern.OVERDUE, 20)
    unheard = concerns(store, later, ALL, Concern.SILENT, 20)
    assert "silent" in {line.goal for line in overdue.lines}
    assert "opening" in {line.goal for line in overdue.lines}
    assert {line.goal for line in unheard.lines} == {"someday"}


def test_a_goal_that_was_announced_and_never_reported_says_who_can_supply_it(store: Store) -> None:
    unheard = concerns(store, LOOK, ALL, Concern.SILENT, 20)
    assert [line.goal for line in unheard.lines] == ["silent", "opening", "someday"]
    assert unheard.lines[0].missing == "Nothing reported yet: the zone's reporting office can supply it."


def test_an_overdue_goal_says_for_which_year_something_is_missing(store: Store) -> None:
    overdue = concerns(store, ViewSettings(2026), ALL, Concern.OVERDUE, 20)
    said = {line.goal: line.missing for line in overdue.lines}
    assert said["silent"] == "Nothing reported for 2025: the zone's reporting office can supply it."


def test_goals_due_this_year_or_last_are_listed_with_their_verdict(store: Store) -> None:
    due = concerns(store, LOOK, ALL, Concern.DUE, 20)
    assert [(line.goal, line.status) for line in due.lines] == [("done", Status.MET)]


def test_the_goals_of_one_group_can_be_listed(store: Store) -> None:
    listed = of_group(store, LOOK, ALL, Group.BEHIND, 10)
    assert [line.goal for line in listed.lines] == ["behind"]


def test_completeness_names_the_series_that_running_plans_are_owed_and_lack(store: Store) -> None:
    found = completeness(store, LOOK, ALL, 5)
    assert (found.owed, found.reported, found.absent) == (7, 6, 1)
    assert [(one.indicator, one.zone_name) for one in found.missing] == [("Silent things", "City")]


def test_a_year_in_which_no_plan_runs_is_owed_nothing(store: Store) -> None:
    assert completeness(store, ViewSettings(2040), ALL, 5).owed == 0


def test_tiles_set_plans_against_indicators_and_leave_empty_what_is_not_in_a_plan(store: Store) -> None:
    tiles = plan_tiles(store, LOOK, ALL)
    assert [plan.name for plan in tiles.plans] == ["City plan", "Park plan"]
    shared = tiles.rows[0]
    assert shared.indicator == "Far things"
    assert [len(place) for place in shared.tiles] == [1, 1]
    assert [len(place) for place in tiles.rows[1].tiles] in ([1, 0], [0, 1])
    assert not tiles.cut


def test_milestones_have_no_row_among_the_tiles(store: Store) -> None:
    assert "The opening" not in [row.indicator for row in plan_tiles(store, LOOK, ALL).rows]


def test_goals_due_the_year_before_without_a_report_are_counted(store: Store) -> None:
    assert fell_due(store, ViewSettings(2026), ALL) == len(
        concerns(store, ViewSettings(2026), ALL, Concern.OVERDUE, 20).lines
    )
    assert fell_due(store, ViewSettings(2027), ALL) == 0


def test_zones_are_listed_each_before_those_under_it_and_plans_by_zone(store: Store) -> None:
    assert [name.strip() for name in zones_to_choose(store, LOOK).values()] == ["City", "Park"]
    assert list(plans_to_choose(store, LOOK, "park").values()) == ["Park plan"]


def test_a_list_of_zones_too_long_to_read_leaves_out_the_lower_ones_save_the_chosen(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choices, "MOST_CHOICES", 1)
    assert list(zones_to_choose(store, LOOK)) == ["city"]
    assert list(zones_to_choose(store, LOOK, "park")) == ["city", "park"]
    assert list(plans_to_choose(store, LOOK, keep="park-plan")) == ["city-plan", "park-plan"]


def test_a_correction_changes_the_counts_at_once(store: Store, tmp_path: Path) -> None:
    before = overview(store, LOOK, ALL).whole.groups[Group.OFF_TRACK]
    report(store, tmp_path, "city", "far-things", 2022, "19")
    assert overview(store, LOOK, ALL).whole.groups[Group.OFF_TRACK] == before - 1
