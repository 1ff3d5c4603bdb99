"""The rows that other programs read hold what the contract names."""

from datetime import UTC, datetime

import pytest

from tests.services.conftest import Bundle, MakeStore
from tracker.domain.statuses import Rule
from tracker.errors import NotFoundError
from tracker.services.plan.status_lines import judged_goals, status_row
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

# As the command line's contract lists them.
PROMISED = {
    *("goal", "plan", "zone", "indicator", "kind", "comparator", "target", "unit", "due", "approximate", "nature"),
    *("baseline_year", "baseline_value", "baseline_origin", "latest_year", "latest_value", "latest_high"),
    *("completion", "progress", "elapsed", "path_value", "gap", "gap_to_path", "pace", "required_pace"),
    *("required_growth", "arrival_year", "projected", "projected_low", "projected_high", "chance"),
    *("rule", "status", "group", "statuses", "ratio", "overdue", "reason"),
    *("theme", "owner", "running"),
}


def test_every_promised_field_is_there(shipped: Store) -> None:
    for row in map(status_row, judged_goals(shipped, ViewSettings(2026))):
        assert set(row) >= PROMISED


def test_theme_owner_and_whether_the_plan_is_running(store_of: MakeStore, firms: Bundle) -> None:
    goals = firms["goals"].replace("source\n", "source,owner,theme\n", 1).replace("press\n", "press,Science Bureau,\n")
    indicators = firms["indicators"].replace("accumulates\n", "accumulates,category\n", 1)
    store = store_of(firms | {"goals": goals, "indicators": indicators.replace("up,level\n", "up,level,Innovation\n")})
    (row,) = map(status_row, judged_goals(store, ViewSettings(2022)))
    assert (row["theme"], row["owner"], row["running"]) == ("Innovation", "Science Bureau", True)
    (row,) = map(status_row, judged_goals(store, ViewSettings(2024)))
    assert row["running"] is False


def test_a_goal_on_its_way_has_its_figures_in_its_own_unit(store_of: MakeStore, firms: Bundle) -> None:
    (row,) = map(status_row, judged_goals(store_of(firms), ViewSettings(2022)))
    assert row["status"] == "far behind"
    assert row["group"] == "Off track"
    assert row["statuses"] == {"time": "far behind", "compound": "behind", "projection": "too few points"}
    assert (row["baseline_year"], row["baseline_value"], row["baseline_origin"]) == (2020, 786.0, "reported")
    assert (row["target"], row["latest_year"], row["latest_value"], row["latest_high"]) == (2000.0, 2021, 1000.0, None)
    assert row["completion"] == 0.5
    assert row["required_pace"] == 500.0
    assert row["gap"] == 1000.0
    assert row["gap_to_path"] == pytest.approx(1000 - (786 + 1214 / 3))
    assert row["ratio"] == pytest.approx((214 / 1214) / (1 / 3))


def test_the_start_value_alone_gives_gap_completion_and_required_pace(shipped: Store) -> None:
    (row,) = map(status_row, judged_goals(shipped, ViewSettings(2022), goal="shenyang-2023-high-tech-enterprises"))
    assert (row["status"], row["gap"], row["completion"]) == ("no actual yet", 1214.0, 0.393)
    assert row["required_pace"] == pytest.approx(1214 / 3)
    assert row["reason"] == "Only the start value is known: 786 in 2020. Nothing has been reported since."


def test_a_projection_goal_names_its_rule_and_has_no_ratio(shipped: Store) -> None:
    view = ViewSettings(2019, rule=Rule.PROJECTION)
    (row,) = map(status_row, judged_goals(shipped, view, goal="china-2020-rd-share"))
    assert (row["rule"], row["status"], row["ratio"]) == ("projection", "far behind", None)
    assert row["projected"] == pytest.approx(2.242, abs=0.02)
    assert row["projected_low"] < row["projected"] < row["projected_high"]
    assert 0 <= row["chance"] < 0.1


def test_a_zone_includes_the_zones_under_it(shipped: Store) -> None:
    zones = {row["zone"] for row in map(status_row, judged_goals(shipped, ViewSettings(2026), zone="liaoning"))}
    assert len(zones) > 3
    assert "china" not in zones


def test_a_plan_has_its_own_goals_alone(shipped: Store) -> None:
    plans = {
        row["plan"]
        for row in map(status_row, judged_goals(shipped, ViewSettings(2026), plan="shenyang-working-format"))
    }
    assert plans <= {"shenyang-working-format"}


@pytest.mark.parametrize("filters", [{"plan": "none"}, {"zone": "none"}, {"goal": "none"}])
def test_an_unknown_name_is_told(shipped: Store, filters: dict[str, str]) -> None:
    with pytest.raises(NotFoundError, match="none"):
        list(map(status_row, judged_goals(shipped, ViewSettings(2026), **filters)))


def test_as_of_a_day_before_the_import_no_actual_is_known(shipped: Store) -> None:
    view = ViewSettings(2021, datetime(2021, 1, 1, tzinfo=UTC))
    told = list(map(status_row, judged_goals(shipped, view)))
    assert told
    assert all(row["latest_value"] is None for row in told)
