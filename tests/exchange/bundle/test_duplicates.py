"""Two actuals of one zone, indicator and year are both refused; undated ones are told apart by their source."""

import tracemalloc
from pathlib import Path

from tests.exchange.bundle_folders import folder, problems, read
from tracker.exchange import Known, read_bundle
from tracker.exchange.bundle.duplicates import SeenActuals

HEADER = "zone,indicator,year,value,source\n"
SOURCES = "source,title\na,A\nb,B\n"


def places(lines: list[str]) -> list[str]:
    return [line.split("; right")[0] for line in lines]


def test_both_rows_of_a_year_are_refused_and_name_each_other(tmp_path: Path) -> None:
    rows = "shenyang,rd,2021,3,\nshenyang,rd,2022,4,\nshenyang,rd,2021,5,\n"
    assert places(problems(folder(tmp_path, actuals=HEADER + rows))) == [
        "actuals.csv:2:year: more than one actual for shenyang, rd, 2021; seen: also in line 4",
        "actuals.csv:4:year: more than one actual for shenyang, rd, 2021; seen: also in line 2",
    ]


def test_the_second_row_is_never_handed_out(tmp_path: Path) -> None:
    rows = "shenyang,rd,2021,3,\nshenyang,rd,2021,5,\n"
    bundle = read_bundle(folder(tmp_path, actuals=HEADER + rows), Known())
    assert [str(actual.value) for actual in bundle.actuals()] == ["3"]


def test_three_rows_name_the_two_others(tmp_path: Path) -> None:
    rows = "shenyang,rd,2021,3,\n" * 3
    assert "also in line 2, 4" in problems(folder(tmp_path, actuals=HEADER + rows))[1]


def test_undated_actuals_are_told_apart_by_their_source(tmp_path: Path) -> None:
    rows = "shenyang,rd,,3,a\nshenyang,rd,,4,b\nshenyang,rd,,5,\n"
    assert len(read(folder(tmp_path, actuals=HEADER + rows, sources=SOURCES))["actuals"]) == 3
    refused = problems(folder(tmp_path, actuals=f"{HEADER}{rows}shenyang,rd,,6,b\n", sources=SOURCES))
    assert places(refused) == [
        "actuals.csv:3:year: two actuals without a year for shenyang, rd from one source; seen: also in line 5",
        "actuals.csv:5:year: two actuals without a year for shenyang, rd from one source; seen: also in line 3",
    ]


def test_a_year_that_cannot_be_read_is_no_undated_actual(tmp_path: Path) -> None:
    rows = "shenyang,rd,soon,3,\nshenyang,rd,later,4,\n"
    assert all("four digits" in line for line in problems(folder(tmp_path, actuals=HEADER + rows)))


def test_many_duplicates_are_told_up_to_a_limit() -> None:
    seen = SeenActuals()
    for line in range(2, 5002):
        seen.add("z", f"i{line % 2500}", 2021, None, line)
        seen.add("z", f"i{line % 2500}", None, None, line)
    assert len(list(seen.problems("actuals.csv"))) == 4000


def test_a_hundred_thousand_actuals_take_a_few_megabytes() -> None:
    seen = SeenActuals()
    tracemalloc.start()
    for line in range(100_000):
        seen.add(f"z{line // 50}", f"i{line % 10}", 2020 + line // 10 % 5, None, line)
    used, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # 2.1 million of them stay far below 500 MB.
    assert used < 10_000_000
