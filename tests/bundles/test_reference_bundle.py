"""The reference bundle holds together: parts add up, growths fit levels, each figure says where it comes from."""

import re
from collections import Counter
from decimal import Decimal
from itertools import groupby, pairwise
from math import prod
from pathlib import Path

import pytest

from tests.shipped_rows import shipped_rows

ROOT = Path(__file__).resolve().parents[2]
CHINA, UNION = "china", "european-union"
Row = dict[str, str]

HAN = re.compile("[\u4e00-\u9fff]")
READ_AGAIN = "all read again for this collection"
PARTLY_READ = "read again for this collection in 2026 were"
NOT_READ = "not read again for this collection"


def series(indicator: str, zone: str = CHINA) -> dict[int, Decimal]:
    """Give the values of an indicator by year."""
    rows = shipped_rows("reference", "actuals")
    return {
        int(row["year"]): Decimal(row["value"]) for row in rows if (row["zone"], row["indicator"]) == (zone, indicator)
    }


def goal(identifier: str) -> Row:
    """Give one goal."""
    return next(row for row in shipped_rows("reference", "goals") if row["goal"] == identifier)


def test_chinas_rd_series_is_the_revised_one_as_far_as_it_goes_with_its_decimals() -> None:
    rows = [row for row in shipped_rows("reference", "actuals") if row["indicator"] == "rd-expenditure-share-of-gdp"]
    revised = {row["year"]: row["value"] for row in rows if row["source"] == "nbs-rd-share-revised"}
    assert revised == {
        "2015": "2.06",
        "2016": "2.10",
        "2017": "2.12",
        "2018": "2.14",
        "2019": "2.24",
        "2020": "2.41",
        "2021": "2.43",
        "2022": "2.56",
    }
    assert all("revised" in row["note"] for row in rows if row["year"] in revised)
    assert len(rows) == len({row["year"] for row in rows}) > len(revised)


def test_the_thirteenth_plans_rd_goal_starts_from_what_the_plan_stated() -> None:
    found = goal("china-2020-rd-share")
    assert (found["value"], found["unit"], found["due"]) == ("2.5", "%", "2020")
    assert (found["baseline_value"], found["baseline_year"], found["baseline_origin"]) == ("2.1", "2015", "stated")


def test_an_indicator_in_both_bundles_has_the_same_row_in_both() -> None:
    own = {row["indicator"]: row for row in shipped_rows("reference", "indicators")}
    shared = [row for row in shipped_rows("liaoning", "indicators") if row["indicator"] in own]
    assert "rd-expenditure-share-of-gdp" in {row["indicator"] for row in shared}
    assert all(row == own[row["indicator"]] for row in shared)


def test_the_plans_of_china_follow_one_another() -> None:
    plans = {row["plan"]: row for row in shipped_rows("reference", "plans")}
    following = [row for row in plans.values() if row["succeeds"]]
    assert len(following) == 2
    assert all(int(plans[row["succeeds"]]["end"]) + 1 == int(row["start"]) for row in following)


def test_the_rural_poor_of_each_year_add_up_to_all_of_2015() -> None:
    assert sum(series("rural-poor-lifted").values()) == Decimal(goal("china-2020-rural-poverty")["value"])


@pytest.mark.parametrize("indicator", ["urban-jobs-created", "rural-poor-lifted", "shanty-town-homes"])
def test_what_is_added_up_over_the_thirteenth_plan_is_known_for_each_of_its_years(indicator: str) -> None:
    assert set(series(indicator)) == set(range(2016, 2021))


def test_life_expectancy_rose_over_the_fourteenth_plan_by_what_the_minister_said() -> None:
    years = series("life-expectancy")
    said = next(row for row in shipped_rows("reference", "actuals") if row["source"] == "nhc-minister-2026")
    assert f"{years[2025] - years[2020]} years more" in said["note"]


def test_the_rd_share_of_2025_is_as_much_above_2024_as_was_said() -> None:
    years, row = series("rd-expenditure-share-of-gdp"), shipped_rows("reference", "actuals")
    [note] = [one["note"] for one in row if one["indicator"] == "rd-expenditure-share-of-gdp" and one["year"] == "2025"]
    assert f"{years[2025] - years[2024]} points more" in note


@pytest.mark.parametrize("year", range(2021, 2026))
def test_rd_expenditure_and_its_share_give_an_output_that_grew_as_output_did(year: int) -> None:
    """Output in money grew by real growth and by prices, which moved by less than six percent a year in these years."""
    spent, share = series("rd-expenditure"), series("rd-expenditure-share-of-gdp")
    output = {one: spent[one] / share[one] for one in (year - 1, year)}
    grown = (output[year] / output[year - 1] - 1) * 100
    assert abs(grown - series("gdp-growth")[year]) < 6


@pytest.mark.parametrize("year", range(2017, 2021))
def test_labour_productivity_grew_with_output(year: int) -> None:
    """Levels are as first published, so a revision of the year before moves the growth between two of them a little."""
    level = series("labour-productivity")
    assert abs((level[year] / level[year - 1] - 1) * 100 - series("gdp-growth")[year]) < 1.2


def test_registered_urban_people_are_among_the_residents() -> None:
    residents = series("urbanization-rate")
    assert all(value < residents[year] for year, value in series("registered-urbanization-rate").items())


def test_childrens_places_are_as_many_as_the_bulletin_counted() -> None:
    """3.624 million places at the end of 2022, for 1,411.75 million people."""
    assert round(Decimal("3624") / Decimal("1411.75"), 2) == series("childcare-places-per-1000")[2022]


def test_households_with_fibre_have_a_gigabit_network() -> None:
    gigabit = series("gigabit-coverage", UNION)
    assert all(value <= gigabit[year] for year, value in series("fttp-coverage", UNION).items())


def test_the_parts_of_the_digital_economy_that_its_source_names_add_up() -> None:
    [note] = [row["note"] for row in shipped_rows("reference", "sources") if row["source"] == "nbs-digital-core"]
    *parts, whole = (Decimal(found.replace(",", "")) for found in re.findall(r"\b\d{1,3},\d{3}\b", note))
    assert sum(parts) == whole


@pytest.mark.parametrize(
    ("indicator", "least", "most"), [("energy-per-gdp", "-15", "-13"), ("co2-per-gdp", "-20", "-18")]
)
def test_yearly_changes_come_to_about_the_total_that_was_announced_for_2016_to_2020(
    indicator: str, least: str, most: str
) -> None:
    chained = (prod(1 + series(indicator)[year] / 100 for year in range(2016, 2021)) - 1) * 100
    assert Decimal(least) < chained < Decimal(most)


def test_the_starts_a_plan_states_lie_near_what_was_reported_for_that_year() -> None:
    """A plan rounds what statistics publish; a slip of a digit would lie further off."""
    stated = [
        row
        for row in shipped_rows("reference", "goals")
        if row["baseline_origin"] == "stated" and row["baseline_value"]
    ]
    plans = {row["plan"]: row for row in shipped_rows("reference", "plans")}
    compared = 0
    for row in stated:
        reported = series(row["indicator"], plans[row["plan"]]["zone"]).get(int(row["baseline_year"]))
        if reported is not None and reported:
            compared += 1
            assert abs(Decimal(row["baseline_value"]) / reported - 1) < Decimal("0.03"), row["goal"]
    assert compared > 10


def test_levels_of_people_and_places_never_leap() -> None:
    """What whole countries are measured by moves slowly; a slip of a digit would show as a leap."""
    slow = {row["indicator"] for row in shipped_rows("reference", "indicators") if row["accumulates"] == "level"}
    leaps = {"ai-use", "bad-surface-water"}
    for zone in (CHINA, UNION):
        for indicator in sorted(slow - leaps):
            for (before, low), (after, high) in pairwise(sorted(series(indicator, zone).items())):
                assert abs(high / low - 1) < Decimal("0.30") * (after - before), (indicator, after)


def test_an_actual_is_in_the_unit_of_its_indicator() -> None:
    units = {row["indicator"]: row["unit"] for row in shipped_rows("reference", "indicators")}
    assert all(row["unit"] == units[row["indicator"]] for row in shipped_rows("reference", "actuals"))


@pytest.mark.parametrize("bundle", ["liaoning", "reference"])
def test_each_source_says_whether_its_figures_were_read_again(bundle: str) -> None:
    for row in shipped_rows(bundle, "sources"):
        said = [words for words in (READ_AGAIN, PARTLY_READ, NOT_READ, "all read in the text") if words in row["note"]]
        assert len(said) == 1, row["source"]


@pytest.mark.parametrize("bundle", ["liaoning", "reference"])
def test_the_page_on_shipped_plans_lists_each_source_once_under_what_its_note_says(bundle: str) -> None:
    page = (ROOT / "docs" / "shipped-plans.md").read_text(encoding="utf-8")
    listed = Counter(re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE))
    assert all(listed[row["source"]] == 1 for row in shipped_rows(bundle, "sources"))
    for row in shipped_rows("reference", "sources") if bundle == "reference" else ():
        [line] = [line for line in page.splitlines() if line.startswith(f"| `{row['source']}` |")]
        kind = "all" if READ_AGAIN in row["note"] else "some" if PARTLY_READ in row["note"] else "none"
        assert line.endswith(f"| {kind} |"), line


def said_in_both(bundle: str) -> list[tuple[str, str, str]]:
    """List what a bundle says in English, with what it says in Chinese and where."""
    pairs = {
        "zones": [("name", "name_zh")],
        "plans": [("name", "name_zh")],
        "indicators": [("name", "name_zh"), ("unit", "unit_zh"), ("definition", "definition_zh")],
        "goals": [("wording", "wording_zh"), ("note", "note_zh")],
        "sources": [("title", "title_zh"), ("publisher", "publisher_zh"), ("note", "note_zh")],
    }
    return [
        (f"{file} {row[file.removesuffix('s')]} {english}", row[english], row[chinese])
        for file, columns in pairs.items()
        for row in shipped_rows(bundle, file)
        for english, chinese in columns
    ]


@pytest.mark.parametrize("bundle", ["liaoning", "reference"])
def test_what_is_said_in_one_language_is_said_in_the_other(bundle: str) -> None:
    told = said_in_both(bundle)
    assert [place for place, english, chinese in told if bool(english) != bool(chinese)] == []
    assert [place for place, _english, chinese in told if chinese not in ("", "%") and not HAN.search(chinese)] == []


@pytest.mark.parametrize("bundle", ["liaoning", "reference"])
def test_what_is_said_in_english_has_no_chinese(bundle: str) -> None:
    columns = {
        "indicators": ("name", "unit", "definition"),
        "goals": ("unit", "wording", "note"),
        "actuals": ("unit", "note"),
        "sources": ("title", "publisher", "note"),
    }
    for file, names in columns.items():
        assert [row for row in shipped_rows(bundle, file) if HAN.search("".join(row[name] for name in names))] == []


def test_goals_stand_in_the_plans_own_order_and_each_theme_by_itself() -> None:
    by_plan: dict[str, list[Row]] = {}
    for row in shipped_rows("reference", "goals"):
        by_plan.setdefault(row["plan"], []).append(row)
    for plan, rows in by_plan.items():
        places = [int(row["order"]) for row in rows]
        assert len(set(places)) == len(places), plan
        assert all(row["theme"] for row in rows)
        if plan != "china-15th-five-year-plan":  # the report names them in another order than by theme
            ordered = [row["theme"] for row in sorted(rows, key=lambda row: int(row["order"]))]
            assert len([theme for theme, _run in groupby(ordered)]) == len(set(ordered)), plan


def test_the_same_number_stands_in_both_wordings() -> None:
    """The year is not always said in both, nor are powers of ten the same; whole percentages are."""
    for row in shipped_rows("reference", "goals"):
        everyone = row["value"] == "100"  # said in words: every household, all key services
        if row["kind"] == "level" and row["unit"] == "%" and not everyone:
            assert row["value"] in re.findall(r"\d+(?:\.\d+)?", row["wording_zh"]), row["goal"]
            assert row["value"] in re.findall(r"\d+(?:\.\d+)?", row["wording"]), row["goal"]
