"""Doubts hold in bundles too, as do the flags and the spans of years of statistics offices."""

from pathlib import Path

import pytest

from tracker.domain.records import Actual, Goal
from tracker.domain.tables.periods import SpanYear
from tracker.domain.vocabulary import Certainty
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_reading import Bundle, read_bundle
from tracker.exchange.bundle.definition_files import Known
from tracker.exchange.table.table_reading import FileChoices

FILES = {
    "zones": "zone,name\nz,Zone\n",
    "plans": "plan,zone,name,start,end\np,z,Plan,2016,2025\n",
    "indicators": (
        "indicator,name,unit,better,accumulates,decimals\nk,Output,亿元,up,level,1\nr,Share,%,up,level,2\n"
        "c,Prices,%,none,annual_change,1\nf,Firms,firms,up,level,0\n"
    ),
    "goals": (
        "goal,plan,indicator,kind,comparator,value,due,baseline_year,baseline_value\nk,p,k,level,>=,200,2025,2015,100\n"
    ),
}


def bundle(folder: Path, actuals: str, known: Known | None = None, **options: object) -> Bundle:
    for name, text in {**FILES, "actuals": actuals}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return read_bundle(folder, known or Known(), **options)  # type: ignore[arg-type]


def warned(folder: Path, rows: str, known: Known | None = None) -> list[tuple[int | None, str]]:
    read = bundle(folder, "zone,indicator,year,value\n" + rows, known)
    read.finish()
    return [(problem.line, problem.wrong) for problem in read.warnings]


@pytest.mark.parametrize(
    ("rows", "line", "wrong"),
    [
        ("z,k,2018,125\nz,k,2019,130\nz,k,2020,1340000\n", 4, "about 10000 times the value of 2019"),
        ("z,k,2020,13000000000\nz,k,2019,134\n", 2, "about 100000000 times the value of 2019"),
        ("z,k,2019,130\nz,k,2020,230\n", 3, "more than half above or below the value of 2019"),
        ("z,f,2019,130\nz,f,2020,-9999\n", 3, "this number stands for “no value” in many files"),
        ("z,c,2019,2.1\nz,c,2020,102.1\n", 3, "perhaps an index with the year before as 100, where a change is due"),
        ("z,f,2019,130\nz,f,2020,121\n", 3, "lower than 2019, though it counts what there is by now"),
        ("z,k,2016,1250\n", 2, "far above every goal and start"),
        ("z,k,2016,0.012\n", 2, "far below every goal and start"),
    ],
)
def test_a_value_is_doubted_in_its_line(tmp_path: Path, rows: str, line: int, wrong: str) -> None:
    assert warned(tmp_path, rows) == [(line, wrong)]


def test_usual_values_pass_without_a_word(tmp_path: Path) -> None:
    rows = (
        "z,k,2016,105\nz,k,2017,120\nz,r,2016,1.5\nz,r,2017,1.5\nz,c,2016,2.1\nz,c,2017,-0.3\nz,f,2016,5\nz,f,2017,7\n"
    )
    assert warned(tmp_path, rows) == []


def test_a_value_is_held_against_what_the_store_has(tmp_path: Path) -> None:
    told = Actual(zone="z", indicator="r", year=2019, value=None)

    def of_zones(zones: object) -> tuple[list[Actual], list[tuple[str, Goal]]]:
        assert zones == {"z"}
        from decimal import Decimal

        return [Actual(zone="z", indicator="r", year=2019, value=Decimal("1.6")), told], []

    assert warned(tmp_path, "z,r,2020,0.017\n", Known(of_zones=of_zones)) == [(2, "about 0.01 times the value of 2019")]


def test_strict_refuses_what_no_note_answers(tmp_path: Path) -> None:
    header = "zone,indicator,year,value,note\n"
    with pytest.raises(RefusedInputError, match=r"actuals.csv:3:value: more than half"):
        bundle(tmp_path, header + "z,k,2019,130,\nz,k,2020,230,\n", strict=True).finish()
    with pytest.raises(RefusedInputError, match="percentage outside"):
        bundle(tmp_path, header + "z,r,2019,104,\n", strict=True).finish()
    answered = bundle(tmp_path, header + "z,k,2019,130,\nz,k,2020,230,a new park\n", strict=True)
    answered.finish()
    assert [problem.line for problem in answered.warnings] == [3]


def test_flags_become_statuses_and_are_kept(tmp_path: Path) -> None:
    rows = "z,k,2018,165,p\nz,k,2019,166,e\nz,k,2020,170,Provisional\nz,k,2021,171,b\nz,k,2022,172 p,\nz,k,2023,173,\n"
    actuals = list(bundle(tmp_path, "zone,indicator,year,value,status\n" + rows).actuals())
    assert [(actual.status, actual.flag) for actual in actuals] == [
        (Certainty.PROVISIONAL, "p"),
        (Certainty.ESTIMATED, "e"),
        (Certainty.PROVISIONAL, None),
        (Certainty.FINAL, "b"),
        (Certainty.PROVISIONAL, "p"),
        (Certainty.FINAL, None),
    ]


def test_signs_for_no_value_are_skipped_with_their_reason(tmp_path: Path) -> None:
    read = bundle(
        tmp_path, "zone,indicator,year,value\nz,k,2018,:\nz,k,2019,..\nz,k,2020,c\nz,k,2021,n.a.\nz,k,2022,150\n"
    )
    assert [actual.year for actual in read.actuals()] == [2022]
    read.finish()
    (skipped,) = read.warnings
    assert isinstance(skipped, Problem)
    assert (skipped.wrong, skipped.count) == ("a row without a value is skipped", 4)
    assert ": (not available)" in skipped.seen


@pytest.mark.parametrize(("span", "years"), [(SpanYear.FIRST, [2019, 2021, 2016]), (SpanYear.LAST, [2020, 2021, 2018])])
def test_a_rule_says_for_which_year_a_span_counts(tmp_path: Path, span: SpanYear, years: list[int]) -> None:
    rows = "zone,indicator,year,value\nz,k,2019/20,150\nz,k,FY2021,160\nz,k,2016-18,140\n"
    read = bundle(tmp_path, rows, choices=FileChoices(span=span))
    assert [actual.year for actual in read.actuals()] == years
    with pytest.raises(RefusedInputError, match="a span of years, and no rule"):
        bundle(tmp_path, rows).finish()


@pytest.mark.parametrize("year", ["2015 Q4", "2012-Q1", "2024年1-9月"])
def test_a_part_of_a_year_never_counts_as_the_year(tmp_path: Path, year: str) -> None:
    read = bundle(tmp_path, f"zone,indicator,year,value\nz,k,{year},150\n", choices=FileChoices(span=SpanYear.LAST))
    with pytest.raises(RefusedInputError, match="a part of a year never counts as the year"):
        read.finish()
