"""The shipped bundles, read as plain CSV, hold together, and the first holds what its articles state and no more."""

import csv
import io
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT.parent / "shared" / "cases"
ARTICLES = ROOT.parent / "shared" / "seeds"
BUNDLES = ("liaoning", "reference")
Row = dict[str, str]

needs_articles = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles of ../shared are not here")

BASE_UNITS = {
    "billion yuan": 10**9,
    "million yuan": 10**6,
    "km²": 10**6,
    "square kilometre": 10**6,
    "square kilometres": 10**6,
}
KIND_OF_MEASURE = {"plan-size": "level", "ratio": "level", "share-level": "level", "increment": "increase"}
NUMBER_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "fifth": "5", "six": "6"}


def rows_of(path: Path) -> list[Row]:
    """Read a CSV file with a header into rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def table(bundle: str, name: str) -> list[Row]:
    """Read one file of a shipped bundle."""
    return rows_of(ROOT / "data" / bundle / f"{name}.csv")


@cache
def by_identifier(name: str) -> dict[str, Row]:
    """Give a Liaoning file's rows under their identifiers; the actuals of the articles under zone/indicator."""
    rows = table("liaoning", name)
    if name == "actuals":
        stated = [row for row in rows if row["source"].endswith("-article")]
        assert len(stated) == len({(row["zone"], row["indicator"]) for row in stated})
        return {f"{row['zone']}/{row['indicator']}": row for row in stated}
    return {row[name.removesuffix("s")]: row for row in rows}


def statements() -> list[Row]:
    """Give the articles' statements with the place each has in the bundle; none where ../shared is absent."""
    if not CASES.is_dir():
        return []
    places = {
        (row["file"], row["start"]): row["place"] for row in rows_of(Path(__file__).parent / "statement_places.csv")
    }
    found = rows_of(CASES / "seed_statements.csv")
    return [row | {"place": places[row["file"], row["qty_start"] or row["start"]]} for row in found]


def distractors() -> list[Row]:
    """Give the articles' numbers that are neither goals nor actuals; none where ../shared is absent."""
    return rows_of(CASES / "seed_distractors.csv") if CASES.is_dir() else []


def article(file: str) -> str:
    """Give an article's text as stored, its line ends included."""
    return (ARTICLES / file).read_bytes().decode("utf-8")


def paragraphs(file: str) -> list[str]:
    """Give an article's lines that are not blank, the numbering that locators use."""
    return [line for line in article(file).splitlines() if line.strip()]


def entry(statement: Row) -> Row:
    """Give the goal or actual that a statement became."""
    return (by_identifier("actuals") if "/" in statement["place"] else by_identifier("goals"))[statement["place"]]


def base(value: str, unit: str) -> Decimal:
    """Give a value in yuan or m² where its unit is a multiple of these."""
    return Decimal(value) * BASE_UNITS.get(unit, 1)


def zone_of(row: Row) -> Row:
    """Give the zone of an actual, or of a goal by way of its plan."""
    return by_identifier("zones")[row.get("zone") or by_identifier("plans")[row["plan"]]["zone"]]


def named(statement: Row) -> str:
    """Name a statement in test reports."""
    return f"{statement['file'][:3]} {statement['quote'][:40]}"


of_kind = {kind: [row for row in statements() if row["kind"] == kind] for kind in ("goal", "actual", "growth", "share")}
numeric_goals = [row for row in of_kind["goal"] if row["measure"] != "qualitative"]
qualitative_goals = [row for row in of_kind["goal"] if row["measure"] == "qualitative"]


@needs_articles
@pytest.mark.parametrize("statement", statements(), ids=named)
def test_every_statement_is_in_with_its_zone_year_and_place_in_the_article(statement: Row) -> None:
    row, zone = entry(statement), zone_of(entry(statement))
    names = [zone["name"], *zone["aliases"].split(";")]
    assert any(name and name.casefold() in statement["zone"].casefold() for name in names)
    assert row.get("due", row.get("year")) == statement["year"]
    paragraph, opening = re.fullmatch(r"paragraph (\d+), '(.+) …'", row["locator"]).groups()  # type: ignore[union-attr]
    text = paragraphs(statement["file"])[int(paragraph) - 1]
    assert statement["quote"] in text
    assert opening in text


@needs_articles
@pytest.mark.parametrize("statement", numeric_goals, ids=named)
def test_a_measurable_goal_has_the_articles_value_kind_and_comparator(statement: Row) -> None:
    goal = entry(statement)
    better = by_identifier("indicators")[goal["indicator"]]["better"]
    at_least = ">=" if better == "up" else "="
    assert goal["comparator"] == {"=": at_least, "+": ">=", "x": ">="}.get(
        statement["comparator"], statement["comparator"]
    )
    if statement["measure"] == "multiple" and goal["kind"] == "level":
        assert Decimal(goal["value"]) == Decimal(statement["value"]) * Decimal(goal["baseline_value"])
        return
    assert goal["kind"] == KIND_OF_MEASURE.get(statement["measure"], statement["measure"])
    assert base(goal["value"], goal["unit"]) == base(statement["value"], statement["unit"])
    assert goal["approximate"] == {"unclear": "no"}.get(statement["approximate"], statement["approximate"])
    assert statement["approximate"] != "unclear" or "open" in goal["note"]


@needs_articles
@pytest.mark.parametrize("statement", qualitative_goals, ids=named)
def test_a_qualitative_goal_is_a_milestone_without_a_number(statement: Row) -> None:
    goal = entry(statement)
    assert (goal["kind"], goal["value"], goal["comparator"]) == ("milestone", "", "")


@needs_articles
@pytest.mark.parametrize("statement", of_kind["goal"], ids=named)
def test_a_goal_is_in_the_plan_the_article_names_or_among_the_announced_goals(statement: Row) -> None:
    plan = by_identifier("plans")[entry(statement)["plan"]]
    assert plan["name"].startswith((statement["plan"] or "Announced goals").partition(" (")[0])


@needs_articles
@pytest.mark.parametrize("statement", of_kind["actual"], ids=named)
def test_an_actual_has_the_articles_value_and_is_a_bound_where_the_article_gives_one(statement: Row) -> None:
    actual = entry(statement)
    assert base(actual["value"], actual["unit"]) == base(statement["value"], statement["unit"])
    assert actual["qualifier"] == {">": "over", "=": "exact"}[statement["comparator"]]


@needs_articles
@pytest.mark.parametrize("statement", of_kind["growth"] + of_kind["share"], ids=named)
def test_a_growth_stands_alone_and_a_share_says_whose_it_is(statement: Row) -> None:
    actual = entry(statement)
    assert Decimal(actual[statement["kind"]]) == Decimal(statement["value"])
    assert (actual["value"] == "") == (statement["kind"] == "growth")
    assert actual["share_of"] == ("" if statement["kind"] == "growth" else zone_of(actual)["parent"])
    assert statement["approximate"] == "no" or "about" in actual["note"]


@needs_articles
def test_nothing_is_in_that_the_articles_do_not_state() -> None:
    assert {row["place"] for row in statements()} == {*by_identifier("goals"), *by_identifier("actuals")}


def numbers_in(text: str) -> set[Decimal]:
    """Give the first number of a text, in digits or as a word, alone and with its million or billion."""
    words = {Decimal(digits) for word, digits in NUMBER_WORDS.items() if word in re.findall("[a-z]+", text)}
    match = re.search(r"([\d.,]*\d)(?: (million|billion))?", text)
    if not match:
        return words
    number = Decimal(match[1].replace(",", ""))
    return words | {number, number * {"million": 10**6, "billion": 10**9, None: 1}[match[2]]}


@needs_articles
@pytest.mark.parametrize("distractor", distractors(), ids=lambda row: f"{row['file'][:3]} {row['text']}")
def test_no_number_is_in_that_is_a_date_a_name_or_a_dollar_amount(distractor: Row) -> None:
    stated = [row for row in statements() if row["file"] == distractor["file"]]
    expected = Counter(base(row["value"], row["unit"]) for row in stated if row["value"])
    rows = {row["place"]: entry(row) for row in stated}.values()
    columns = ("value", "value_high", "baseline_value", "growth", "share", "interim")
    kept = Counter(base(row[name], row["unit"]) for row in rows for name in columns if row.get(name))
    seen = numbers_in(distractor["text"])
    assert seen
    assert all(kept[number] <= expected[number] for number in seen)


@needs_articles
def test_the_wordings_are_not_the_articles_own() -> None:
    words = [re.findall(r"\w+", article(path.name).casefold()) for path in ARTICLES.glob("*.txt")]
    runs = {tuple(text[start : start + 8]) for text in words for start in range(len(text) - 7)}
    for goal in table("liaoning", "goals"):
        own = re.findall(r"\w+", goal["wording"].casefold())
        assert not runs & {tuple(own[start : start + 8]) for start in range(len(own) - 7)}, goal["goal"]


@pytest.mark.parametrize("bundle", BUNDLES)
def test_every_reference_leads_to_a_row_of_the_bundle(bundle: str) -> None:
    leads = {"parent": "zone", "share_of": "zone", "succeeds": "plan"}
    for name in ("zones", "plans", "goals", "actuals"):
        own = name.removesuffix("s")
        for row in table(bundle, name):
            for column in {"zone", "source", "indicator", "plan", "parent", "share_of", "succeeds"} & {*row} - {own}:
                target = leads.get(column, column)
                assert row[column] in {"", *(other[target] for other in table(bundle, f"{target}s"))}, row


@pytest.mark.parametrize("bundle", BUNDLES)
def test_every_number_says_where_it_comes_from(bundle: str) -> None:
    assert all(row["source"] and row["locator"] and row["wording"] for row in table(bundle, "goals"))
    assert all(row["source"] and row["locator"] for row in table(bundle, "actuals"))


@pytest.mark.parametrize("bundle", BUNDLES)
def test_the_files_are_as_an_export_writes_them(bundle: str) -> None:
    for path in sorted((ROOT / "data" / bundle).glob("*.csv")):
        rows, written = table(bundle, path.stem), io.StringIO()
        writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        assert path.read_bytes() == written.getvalue().encode("utf-8"), path.name
        keys = ("zone", "indicator", "year") if path.stem == "actuals" else (path.stem.removesuffix("s"),)
        order = [tuple(row[key] for key in keys) for row in rows]
        assert order == sorted(set(order)), path.name


def test_the_start_that_double_to_three_percent_implies_is_no_actual() -> None:
    goal = by_identifier("goals")["jinpu-2025-rd-share"]
    assert (goal["baseline_value"], goal["baseline_year"], goal["baseline_origin"]) == ("1.5", "2021", "implied")
    assert "jinpu/rd-expenditure-share-of-gdp" not in by_identifier("actuals")


def test_the_second_jinpu_plan_succeeds_the_first_and_says_what_is_open() -> None:
    plan = by_identifier("plans")["jinpu-special-innovation-zone"]
    assert plan["succeeds"] == "jinpu-action-plan-2017-2019"
    assert "one area" in plan["note"]
    assert "differ" in plan["note"]


def test_the_special_zone_lies_in_the_new_area_and_holds_the_four_parks() -> None:
    zones = by_identifier("zones")
    assert by_identifier("plans")["jinpu-special-innovation-zone"]["zone"] == "jinpu-special-innovation-zone"
    assert zones["jinpu-special-innovation-zone"]["parent"] == "jinpu"
    parks = {row["zone"] for row in zones.values() if row["parent"] == "jinpu-special-innovation-zone"}
    assert len(parks) == 4
    assert all(zones[park]["kind"] == "park" for park in parks)


def test_what_the_whole_new_area_reports_does_not_judge_the_special_zone() -> None:
    reported = [row for row in table("liaoning", "actuals") if row["indicator"] == "high-tech-enterprises"]
    assert ("jinpu", "2022", "1450") in {(row["zone"], row["year"], row["value"]) for row in reported}
    goal = by_identifier("goals")["jinpu-2025-high-tech-enterprises"]
    assert zone_of(goal)["zone"] not in {row["zone"] for row in reported}


@pytest.mark.parametrize("source", [row["source"] for row in table("liaoning", "sources")])
def test_each_source_of_liaoning_has_an_address_or_is_a_print(source: str) -> None:
    row = by_identifier("sources")[source]
    assert row["url"].startswith("http") or source == "shenyang-offerings-article"


@pytest.mark.parametrize(
    ("zone", "indicator", "year", "more"),
    [
        ("shenyang-high-tech-zone", "high-tech-enterprises", 2020, "252"),
        ("liaoning", "rd-expenditure-share-of-gdp", 2023, "0.09"),
        ("liaoning", "rd-investment", 2023, "5.55"),
    ],
)
def test_a_value_implied_by_the_next_years_rise_differs_from_it_by_that_rise(
    zone: str, indicator: str, year: int, more: str
) -> None:
    rows = {
        row["year"]: row for row in table("liaoning", "actuals") if (row["zone"], row["indicator"]) == (zone, indicator)
    }
    before, after = rows[str(year - 1)], rows[str(year)]
    assert Decimal(after["value"]) - Decimal(before["value"]) == Decimal(more)
    assert more in before["note"]
