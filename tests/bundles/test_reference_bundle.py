"""The reference bundle bears the published figures of China's R&D share of GDP, on the zones' own indicator."""

import csv
from pathlib import Path

SHIPPED = Path(__file__).resolve().parents[2] / "data"


def rows_of(bundle: str, name: str) -> list[dict[str, str]]:
    """Read one file of a shipped bundle."""
    with (SHIPPED / bundle / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_chinas_series_is_the_revised_one_with_its_decimals() -> None:
    assert {row["year"]: row["value"] for row in rows_of("reference", "actuals")} == {
        "2015": "2.06",
        "2016": "2.10",
        "2017": "2.12",
        "2018": "2.14",
        "2019": "2.24",
        "2020": "2.41",
        "2021": "2.43",
        "2022": "2.56",
    }
    assert all("revised" in row["note"] for row in rows_of("reference", "actuals"))


def test_the_thirteenth_plans_goal_starts_from_what_the_plan_stated() -> None:
    (goal,) = rows_of("reference", "goals")
    assert (goal["value"], goal["unit"], goal["due"]) == ("2.5", "%", "2020")
    assert (goal["baseline_value"], goal["baseline_year"], goal["baseline_origin"]) == ("2.1", "2015", "stated")


def test_china_and_the_zones_are_measured_by_one_indicator() -> None:
    (indicator,) = rows_of("reference", "indicators")
    assert indicator in rows_of("liaoning", "indicators")


def test_no_source_has_a_day_or_an_address_that_was_not_seen() -> None:
    sources = rows_of("reference", "sources")
    assert [row["url"] for row in sources] == ["", ""]
    assert all("not recorded here" in row["note"] for row in sources)
