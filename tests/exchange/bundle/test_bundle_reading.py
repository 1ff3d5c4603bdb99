"""A bundle is read whole or not at all, and may refer to what the store already has."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.exchange.bundle_folders import ACTUALS, GOALS, folder, gone_through, of_goal, problems, read, warnings
from tracker.domain.kinds import Kind
from tracker.domain.records import Actual, Goal, Indicator, Plan, Zone
from tracker.domain.vocabulary import Accumulates, Better
from tracker.errors import RefusedInputError
from tracker.exchange import Known, read_bundle

STORED = Known(
    zones={"dalian": Zone(zone="dalian", name="Dalian")},
    indicators={
        "gdp": Indicator(indicator="gdp", name="GDP", unit="yuan", better=Better.UP, accumulates=Accumulates.FLOW)
    },
    plans={"plan-d": Plan(plan="plan-d", zone="dalian", name="Dalian's plan", start=2021, end=2025)},
)


def test_a_sound_bundle_gives_its_records_with_the_digits_as_written(tmp_path: Path) -> None:
    found = read(folder(tmp_path))
    assert found["zones"] == (Zone(zone="shenyang", name="Shenyang"),)
    assert found["goals"] == (
        Goal(goal="rd-2025", plan="plan-14", indicator="rd", kind=Kind.LEVEL, value=Decimal("3.5"), due=2025),
    )
    assert str(found["actuals"][0].value) == "3.10"


def test_columns_may_stand_in_any_order_and_empty_cells_mean_not_given(tmp_path: Path) -> None:
    found = read(folder(tmp_path, zones="name_zh,name,zone,parent\n,Shenyang, shenyang ,\n"))
    assert found["zones"] == (Zone(zone="shenyang", name="Shenyang"),)


def test_a_bundle_may_refer_to_what_the_store_has(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text("goal,plan,indicator,kind,value,due\ng,plan-d,gdp,level,5,2025\n")
    (tmp_path / "actuals.csv").write_text("zone,indicator,year,value\ndalian,gdp,2021,4\n")
    found = read(tmp_path, STORED)
    assert [goal.plan for goal in found["goals"]] == ["plan-d"]
    assert found["actuals"] == (Actual(zone="dalian", indicator="gdp", year=2021, value=Decimal(4)),)


def test_the_bundle_wins_over_the_store_where_both_define_a_plan(tmp_path: Path) -> None:
    (tmp_path / "plans.csv").write_text("plan,zone,name,start,end\nplan-d,dalian,Later,2026,2030\n")
    (tmp_path / "goals.csv").write_text("goal,plan,indicator,kind,value,due\ng,plan-d,gdp,level,5,2025\n")
    with pytest.raises(RefusedInputError, match="before the plan's first year"):
        read(tmp_path, STORED)


def test_aliases_interim_values_and_yes_are_understood(tmp_path: Path) -> None:
    goals = of_goal({"interim": "2024=3;2022=2.50", "approximate": "yes", "baseline_year": "2020"})
    found = read(folder(tmp_path, zones='zone,name,aliases\nshenyang,Shenyang,"Mukden; 沈阳 ;"\n', goals=goals))
    assert found["zones"][0].aliases == ("Mukden", "沈阳")
    assert found["goals"][0].interim == ((2022, Decimal("2.50")), (2024, Decimal(3)))
    assert found["goals"][0].approximate


def test_a_number_may_bear_the_sign_of_its_unit_and_nothing_else(tmp_path: Path) -> None:
    assert read(folder(tmp_path / "a", goals=of_goal({"value": "3.5%"})))["goals"][0].value == Decimal("3.5")
    refused = problems(folder(tmp_path / "b", goals=of_goal({"indicator": "firms", "value": "3.5%"})))
    assert refused[0].startswith("goals.csv:2:value: ")


def test_a_factor_has_no_unit_and_a_growth_is_in_percent(tmp_path: Path) -> None:
    multiple = of_goal({"kind": "multiple", "value": "200%"})
    assert problems(folder(tmp_path / "a", goals=multiple))[0].startswith("goals.csv:2:value: ")
    change = of_goal({"kind": "change", "indicator": "firms", "value": "13.5%", "baseline_value": "1,200"})
    found = read(folder(tmp_path / "b", goals=change))["goals"][0]
    assert (found.value, found.baseline_value) == (Decimal("13.5"), Decimal(1200))
    actuals = "zone,indicator,year,growth\nshenyang,firms,2021,+23.7%\n"
    assert read(folder(tmp_path / "c", actuals=actuals))["actuals"][0].growth == Decimal("23.7")


def test_what_was_normalised_is_a_warning_and_stops_nothing(tmp_path: Path) -> None:
    said = warnings(folder(tmp_path, goals=of_goal({"value": "３．５", "due": "2025年"})))
    assert any("goals.csv:2:value" in line for line in said)
    assert any("goals.csv:2:due" in line for line in said)


def test_nothing_more_is_given_from_the_first_problem_on_and_every_problem_is_told(tmp_path: Path) -> None:
    goals = "goal,plan,indicator,kind,value,due\na,plan-14,rd,level,x,2025\nb,plan-14,rd,level,3,2025\n"
    actuals = "zone,indicator,year,value\nshenyang,rd,2021,3\nshenyang,rd,21,3\n"
    bundle = read_bundle(folder(tmp_path, goals=goals, actuals=actuals), Known())
    assert (len(bundle.zones), list(bundle.goals()), list(bundle.actuals()), bundle.zones) == (1, [], [], ())
    with pytest.raises(RefusedInputError) as refusal:
        bundle.finish()
    assert [(problem.file, problem.line, problem.column) for problem in refusal.value.problems] == [
        ("goals.csv", 2, "value"),
        ("actuals.csv", 3, "year"),
    ]


def test_finish_reads_what_nobody_asked_for(tmp_path: Path) -> None:
    bundle = read_bundle(folder(tmp_path, actuals="zone,indicator,year,value\nnowhere,rd,2021,3\n"), Known())
    assert (bundle.refused, bundle.problems) == (False, ())
    with pytest.raises(RefusedInputError, match=r"actuals\.csv:2:zone: unknown zone"):
        bundle.finish()


def test_goals_are_given_once(tmp_path: Path) -> None:
    bundle = read_bundle(folder(tmp_path), Known())
    assert (len(list(bundle.goals())), len(list(bundle.goals()))) == (1, 0)


def test_a_row_that_refers_to_a_broken_row_is_not_told_as_well(tmp_path: Path) -> None:
    plans = "plan,zone,name,start,end\nplan-14,shenyang,14th plan,soon,2025\n"
    assert [line.split(":")[0] for line in problems(folder(tmp_path, plans=plans))] == ["plans.csv"]


def test_a_thousand_causes_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    rows = "".join(f"z{number},A\nz{number},A\n" for number in range(1500))
    told = problems(folder(tmp_path, zones=f"zone,name\nshenyang,Shenyang\n{rows}"))
    assert len(told) == 2001
    assert told[-1] == "1000 more problems are not listed"


def test_problems_of_one_cause_are_one_line_with_their_first_places(tmp_path: Path) -> None:
    rows = "shenyang,rd,2020,3\n" + "".join(f"shenyng,rd,{2021 + number},3\n" for number in range(5))
    told = problems(folder(tmp_path, actuals=f"zone,indicator,year,value\n{rows}"))
    assert told == [
        "actuals.csv:3:zone: unknown zone; seen: shenyng; right would be: shenyang?; 5 times, first in lines 3, 4, 5"
    ]


def test_a_cause_is_one_line_whatever_was_seen_in_many_places(tmp_path: Path) -> None:
    head = "zone,indicator,year,value\n"
    rows = [f"shenyang,rd,{2021 + number},x{number}\n" for number in range(1500)]
    few = problems(folder(tmp_path / "few", actuals=head + "".join(rows[:3])))
    assert [line.split(": ")[0] for line in few] == [f"actuals.csv:{line}:value" for line in (2, 3, 4)]
    many = [line for line in problems(folder(tmp_path / "many", actuals=head + "".join(rows))) if ":value:" in line]
    assert len(many) == 1
    assert "seen: x0, x1, x2 …" in many[0]
    assert many[0].endswith("1,500 times, first in lines 2, 3, 4")


def test_warnings_of_one_cause_are_one_line_too(tmp_path: Path) -> None:
    rows = "".join(f"shenyang,rd,{2021 + number},{101 + number}\n" for number in range(9))
    told, *_doubts = warnings(folder(tmp_path, actuals=f"zone,indicator,year,value\n{rows}"))
    assert told.startswith("actuals.csv:2:value: a percentage outside 0–100; seen: 101 %, 102 %, 103 % …")
    assert told.endswith("9 times, first in lines 2, 3, 4")


def test_rows_without_a_value_are_skipped_and_counted(tmp_path: Path) -> None:
    actuals = "zone,indicator,year,value\nshenyang,rd,2021,3.10\nshenyang,rd,2030,\nshenyang,rd,2050,\n"
    path = folder(tmp_path, actuals=actuals)
    assert warnings(path) == ["actuals.csv:3: a row without a value is skipped; 2 times, first in lines 3, 4"]
    assert [actual.year for actual in read(path)["actuals"]] == [2021]


@pytest.mark.parametrize("header", ["Zone,Indicator,YEAR,Value High,value", "zone;indicator;Year;value_HIGH;VALUE"])
def test_a_header_may_be_in_any_case_with_blanks(tmp_path: Path, header: str) -> None:
    mark = header[4]
    row = mark.join(("shenyang", "rd", "2021", "", "3"))
    assert read(folder(tmp_path, actuals=f"{header}\n{row}\n"))["actuals"][0].value == Decimal(3)


def test_one_column_in_two_cases_stands_twice(tmp_path: Path) -> None:
    told = problems(folder(tmp_path, zones="zone,name,Name\nshenyang,A,B\n"))
    assert "a column stands twice in the header" in told[0]


def test_a_row_that_explains_the_columns_is_no_record(tmp_path: Path) -> None:
    actuals = "year,zone,indicator,value\na year,# a zone,an indicator,a number\n2021,shenyang,rd,3\n"
    assert len(read(folder(tmp_path, actuals=actuals))["actuals"]) == 1


def test_a_path_must_hold_a_bundle(tmp_path: Path) -> None:
    assert "nothing at this path" in problems(tmp_path / "absent")[0]
    assert "holds no file of a bundle" in problems(tmp_path)[0]
    (tmp_path / "goals.csv").write_text(GOALS)
    assert "a single CSV file is no bundle" in problems(tmp_path / "goals.csv")[0]


def test_a_file_of_another_name_is_warned_of_with_the_name_it_may_have_meant(tmp_path: Path) -> None:
    (folder(tmp_path) / "goal.csv").write_text(GOALS)
    assert "goal.csv: the file is not read; seen: goal.csv; right would be: goals.csv?" in warnings(tmp_path)[0]


def test_names_in_capitals_are_known_but_two_of_one_name_are_refused(tmp_path: Path) -> None:
    folder(tmp_path, actuals="")
    (tmp_path / "Actuals.CSV").write_text(ACTUALS)
    assert len(read(tmp_path)["actuals"]) == 1
    (tmp_path / "actuals.csv").write_text(ACTUALS)
    assert "two files of one name" in "".join(problems(tmp_path))


def test_an_upload_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    with (folder(tmp_path) / "actuals.csv").open("ab") as stream:
        stream.truncate(200_000_000)
    (said,) = problems(tmp_path, limit_bytes=50_000_000)
    assert "too large" in said
    assert "right would be: 50 MB at most" in said


def test_other_things_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (folder(tmp_path) / "README.txt").write_text("about these files")
    assert warnings(tmp_path) == []


def test_a_cycle_that_is_in_the_store_already_is_not_the_bundles(tmp_path: Path) -> None:
    zones = {slug: Zone(zone=slug, name=slug, parent=parent) for slug, parent in (("a", "b"), ("b", "a"))}
    assert read(folder(tmp_path), Known(zones=zones))["zones"][0].zone == "shenyang"


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (folder(tmp_path, goals="") / "goals.csv").mkdir()
    assert "goals.csv: the file cannot be read" in problems(tmp_path)[0]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    folder(tmp_path)
    assert gone_through(read_bundle(tmp_path, Known())) == gone_through(read_bundle(tmp_path, Known()))
