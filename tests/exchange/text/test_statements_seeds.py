"""The quantities of the five articles are found with the fields that were written down for them by hand."""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

from tests.requirements import shared_case
from tracker.domain.quantity.units import convert, convertible
from tracker.exchange.text.statement_reading import KnownNames, Read, Statement, find_statements

ZONES = Path(__file__).resolve().parents[3] / "data" / "liaoning" / "zones.csv"
KIND = {"increment": "increase", "multiple": "multiple", "rank": "rank", "growth": "growth"}
BASE = {"square kilometre": "km²", "square kilometres": "km²", "square metres": "m²", "yuan per year": "yuan"}
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    """Read a CSV file with a header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def article(file: str) -> str:
    """Return an article as stored, its line ends included."""
    return shared_case(f"seeds/{file}").read_bytes().decode("utf-8")


@cache
def known() -> KnownNames:
    """Return the shipped zones' names and aliases."""
    names = [(name, row["zone"]) for row in rows(ZONES) for name in (row["name"], *row["aliases"].split(";"))]
    return KnownNames(zones={name: zone for name, zone in names if name})


@cache
def found(file: str) -> tuple[Statement, ...]:
    """Return what is found in an article that says itself when it was published, or does not."""
    return find_statements(article(file), known=known())


def same_value(row: Row, statement: Statement) -> bool:
    """Return whether a value, in its unit, is the one written down."""
    unit = BASE.get(row["unit"], row["unit"])
    value = statement.value or Decimal(0)
    if statement.unit and convertible(statement.unit, unit) and unit in ("yuan", "km²", "m²"):
        value = convert(value, statement.unit, unit)
    return value == Decimal(row["value"])


def wrong(row: Row) -> str:
    """Return what is wrong with how a measurable statement was found, nothing where it is right."""
    span = (int(row["qty_start"]), int(row["qty_end"]))
    hits = [statement for statement in found(row["file"]) if statement.quantity == span]
    if not hits:
        return "not found"
    statement = hits[0]
    checks = {
        "reading": statement.reading == row["kind"],
        "kind": statement.kind == KIND.get(row["measure"], "level"),
        "value": same_value(row, statement),
        "year": str(statement.year or "") == row["year"],
        "approximate": row["approximate"] == "unclear" or statement.approximate == (row["approximate"] == "yes"),
        "quote": statement.quote.start <= span[0] and span[1] <= statement.quote.end,
    }
    return ", ".join(name for name, right in checks.items() if not right)


def test_every_measurable_statement_is_found_where_it_stands_with_value_kind_and_year() -> None:
    stated = [row for row in rows(shared_case("cases/seed_statements.csv")) if row["qty_text"]]
    failures = [f"{row['file'][:3]} {row['qty_text']}: {told}" for row in stated if (told := wrong(row))]
    assert not failures, f"recall {1 - len(failures) / len(stated):.1%} of {len(stated)}: {failures}"


def test_no_distractor_is_taken_and_each_is_marked_as_ignored() -> None:
    distractors = rows(shared_case("cases/seed_distractors.csv"))
    failures = []
    for row in distractors:
        start, end = int(row["start"]), int(row["end"])
        over = [
            statement
            for statement in found(row["file"])
            if statement.quantity and statement.quantity.start < end and start < statement.quantity.end
        ]
        if not over or any(statement.reading is not Read.IGNORED or statement.why is None for statement in over):
            failures.append(f"{row['file'][:3]} {row['text']}")
    assert not failures, f"{1 - len(failures) / len(distractors):.1%} of {len(distractors)} ignored; taken: {failures}"


def test_nothing_is_found_in_the_articles_that_was_not_written_down() -> None:
    stated = rows(shared_case("cases/seed_statements.csv"))
    spans = {(row["file"], int(row["qty_start"]), int(row["qty_end"])) for row in stated if row["qty_text"]}
    taken = {
        (file, *statement.quantity)
        for file in {row["file"] for row in stated}
        for statement in found(file)
        if statement.quantity and statement.reading is not Read.IGNORED
    }
    assert not taken - spans, f"precision {len(taken & spans) / len(taken):.1%} of {len(taken)}: {taken - spans}"


def test_every_goal_without_a_number_is_found() -> None:
    stated = [row for row in rows(shared_case("cases/seed_statements.csv")) if row["measure"] == "qualitative"]
    missed = []
    for row in stated:
        start, end = int(row["start"]), int(row["end"])
        over = [
            statement for statement in found(row["file"]) if statement.quote.start < end and start < statement.quote.end
        ]
        if not any(
            statement.reading is Read.QUALITATIVE and str(statement.year or "") == row["year"] for statement in over
        ):
            missed.append(row["quote"])
    assert not missed, f"recall {1 - len(missed) / len(stated):.1%} of {len(stated)}: {missed}"


def test_the_zone_of_a_goal_is_the_known_zone_the_article_speaks_of() -> None:
    expected = {
        "1 square kilometer": "jinpu-new-energy-park",
        "about 150": "jinpu",
        "3.5%": "jinpu",
        "more than 2,000": "shenyang-high-tech-zone",
        "116.7%": "dalian-puwan",
        "four": "jianping-edz",
        "110 million yuan": "liaobin-etdz",
        "12": "shenyang-high-tech-zone",
        "Over 100": "shenyang-etdz",
    }
    stated = {row["qty_text"]: row for row in rows(shared_case("cases/seed_statements.csv")) if row["qty_text"]}
    for text, zone in expected.items():
        row = stated[text]
        zones = {
            statement.zone_key
            for statement in found(row["file"])
            if statement.quantity and statement.quantity.start == int(row["qty_start"])
        }
        assert zones == {zone}, text


def test_figures_told_respectively_go_to_the_things_named_in_their_order() -> None:
    growths = [statement for statement in found("003_b398dfc9fbd39d76.txt") if statement.reading is Read.GROWTH]
    assert [statement.indicator for statement in growths] == [
        "high-tech enterprises",
        "gazelle enterprises",
        "young eagle enterprises",
        "technology-oriented small and medium-sized enterprises",
    ]


def test_doubling_to_a_level_implies_where_it_starts() -> None:
    level = next(statement for statement in found("000_87ea1c437ca02ede.txt") if statement.value == 3)
    assert (level.baseline_value, level.unit, level.indicator) == (
        Decimal("1.5"),
        "%",
        "R&D expenditure (of regional GDP)",
    )
