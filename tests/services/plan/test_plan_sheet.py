"""One plan's table: its words, its order, its filters and what can be taken away."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from tests.services.conftest import write_bundle
from tests.services.monday import BUNDLE, LOOK, monday_store, report
from tracker.domain.statuses import Group, Rule
from tracker.errors import NotFoundError
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.downloads import csv_bytes, file_name, xlsx_bytes
from tracker.services.plan.goal_figures import as_entered, download_frame, number_forms
from tracker.services.plan.plan_sheet import about_plan, milestone_lines, plan_sheet
from tracker.services.plan.plan_table import Order, in_order, sheet_rows
from tracker.services.plan.themes import by_theme
from tracker.services.view_settings import ViewSettings
from tracker.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = monday_store(tmp_path)
    yield made
    made.close()


def test_a_plan_shows_its_goals_as_entered_its_milestones_apart_and_its_totals(store: Store) -> None:
    sheet = plan_sheet(store, "city-plan", LOOK)
    assert sheet.measured[0].goal.goal == "binding-far"
    assert [report.goal.goal for report in sheet.milestones] == ["opening"]
    assert sheet.groups[Group.OFF_TRACK] == 3
    assert sum(sheet.groups.values()) == 8


def test_a_plan_has_an_order_of_its_own(tmp_path: Path) -> None:
    goals = BUNDLE["goals"].replace("nature\n", "nature,order,theme\n", 1).splitlines()
    own = {"done": "1,Economy", "silent": "2,People", "fine": "3,Economy"}
    ordered = [goals[0], *(f"{line},{own.get(line.split(',')[0], ',')}" for line in reversed(goals[1:]))]
    store = monday_store(tmp_path, {**BUNDLE, "goals": "\n".join(ordered) + "\n"})
    sheet = plan_sheet(store, "city-plan", LOOK)
    keys = [report.goal.goal for report in sheet.measured]
    assert keys == ["done", "silent", "fine", "behind", "far", "worst", "binding-far"]
    assert [report.goal.goal for report in in_order(sheet.measured, Order.PLAN)] == keys
    themes = by_theme((*sheet.measured, *sheet.milestones))
    assert [(theme.theme, len(theme.reports)) for theme in themes] == [("Economy", 2), ("People", 1), ("", 5)]
    assert themes[0].groups[Group.MET] == 1
    assert sum(themes[0].groups.values()) == 2
    store.close()


def test_a_goal_without_a_theme_has_that_of_its_indicator(tmp_path: Path) -> None:
    indicators = (
        BUNDLE["indicators"].replace("accumulates\n", "accumulates,category\n", 1).replace("up,level", "up,level,All")
    )
    store = monday_store(tmp_path, {**BUNDLE, "indicators": indicators.replace("none,level", "none,level,")})
    assert [theme.theme for theme in by_theme(plan_sheet(store, "city-plan", LOOK).measured)] == ["All"]
    store.close()


def test_a_plan_is_running_until_it_ends(store: Store) -> None:
    assert plan_sheet(store, "city-plan", LOOK).running
    assert not plan_sheet(store, "city-plan", ViewSettings(2026)).running
    assert plan_sheet(store, "park-plan", ViewSettings(2026)).running


def test_a_plan_knows_its_source_and_the_plans_before_and_after_it(store: Store) -> None:
    city, park = plan_sheet(store, "city-plan", LOOK), plan_sheet(store, "park-plan", LOOK)
    assert city.source is not None
    assert city.source.title == "The plan book"
    assert [plan.name for plan in city.after] == ["Park plan"]
    assert park.before is not None
    assert park.before.name == "City plan"
    assert park.source is None


def test_a_plan_that_is_not_there_is_said_so(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no plan “nothing”"):
        plan_sheet(store, "nothing", LOOK)


def test_a_row_says_baseline_latest_gap_and_required_pace_with_their_years(store: Store) -> None:
    row = next(row for row in sheet_rows(plan_sheet(store, "city-plan", LOOK).measured) if row.goal == "far")
    assert (row.baseline, row.baseline_year, row.asked, row.due) == ("10", 2020, "20", 2025)
    assert (row.latest, row.when, row.own) == ("12", 2022, "")
    assert (row.completion, row.progress, row.gap, row.required) == (0.6, 0.2, "8 short", "+2.67")


def test_a_row_without_figures_says_so_with_a_dash(store: Store) -> None:
    row = next(row for row in sheet_rows(plan_sheet(store, "city-plan", LOOK).measured) if row.goal == "silent")
    assert (row.baseline, row.latest, row.gap, row.required, row.completion) == ("–", "–", "–", "–", None)
    assert row.why.startswith("Nothing reported yet")


def test_rows_can_be_narrowed_to_a_group_and_to_words(store: Store) -> None:
    measured = plan_sheet(store, "city-plan", LOOK).measured
    assert [row.goal for row in sheet_rows(measured, Group.BEHIND)] == ["behind"]
    assert [row.goal for row in sheet_rows(measured, None, "WORST thing")] == ["worst"]
    assert sheet_rows(measured, Group.MET, "worst") == []


def test_milestones_are_narrowed_like_the_table(store: Store) -> None:
    milestones = plan_sheet(store, "city-plan", LOOK).milestones
    assert [line.goal for line in milestone_lines(milestones, None, "opening")] == ["opening"]
    assert milestone_lines(milestones, Group.MET, "") == []


def test_actuals_after_the_year_looked_from_do_not_show(store: Store) -> None:
    row = next(
        row for row in sheet_rows(plan_sheet(store, "city-plan", ViewSettings(2021)).measured) if row.goal == "far"
    )
    assert row.latest == "–"


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (Order.PLAN, ["silent", "binding-far", "worst"]),
        (Order.BINDING, ["binding-far", "behind", "done"]),
        (Order.NEED, ["binding-far", "worst", "far"]),
        (Order.DUE, ["done", "binding-far", "behind"]),
        (Order.PROGRESS, ["worst", "binding-far", "far"]),
        (Order.NAME, ["behind", "binding-far", "done"]),
    ],
)
def test_the_goals_of_a_plan_can_be_read_in_several_orders(store: Store, order: Order, first: list[str]) -> None:
    measured = plan_sheet(store, "city-plan", LOOK).measured
    listed = [
        replace(each, goal=replace(each.goal, order=1 if each.goal.goal == "silent" else None)) for each in measured
    ]
    ordered = [report.goal.goal for report in in_order(listed, order)]
    assert ordered[:3] == first
    assert order is not Order.PROGRESS or ordered[-1] == "silent"


def test_a_csv_holds_numbers_as_numbers_and_guards_texts(store: Store) -> None:
    frame = download_frame(plan_sheet(store, "city-plan", LOOK).measured)
    frame.loc[0, "Indicator"] = "=HYPERLINK(1)"
    rows = list(csv.DictReader(io.StringIO(csv_bytes(frame).decode("utf-8-sig"))))
    assert rows[0]["Indicator"] == "'=HYPERLINK(1)"
    assert rows[0]["Due"] == "2025"
    assert float(rows[0]["Latest"]) == 11.6


def test_a_workbook_holds_numbers_as_numbers_and_texts_as_texts(store: Store) -> None:
    frame = download_frame(plan_sheet(store, "city-plan", LOOK).measured)
    frame.loc[0, "Indicator"] = "=1+1"
    sheet = load_workbook(io.BytesIO(xlsx_bytes(frame, "Goals")))["Goals"]
    heads = [cell.value for cell in sheet[1]]
    first = dict(zip(heads, sheet[2], strict=True))
    assert first["Indicator"].value == "=1+1"
    assert first["Indicator"].data_type == "s"
    assert first["Latest"].value == 11.6
    assert first["Due"].value == 2025


def test_years_are_whole_and_values_as_they_were_entered(store: Store) -> None:
    sheet = plan_sheet(store, "city-plan", LOOK)
    frame = download_frame((*sheet.measured, *sheet.milestones))
    rows = {row["Indicator"]: row for row in csv.DictReader(io.StringIO(csv_bytes(frame).decode("utf-8-sig")))}
    far, silent = rows["Far things"], rows["Silent things"]
    assert (far["Baseline year"], far["Baseline"], far["Target"], far["Latest year"]) == ("2020", "10", "20", "2022")
    assert (far["Latest"], far["Gap"], silent["Latest year"], silent["Latest"]) == ("12", "8", "", "")
    assert ".0" not in "".join(far[name] for name in far if name not in ("Why", "Wording"))
    assert csv_bytes(pd.DataFrame({"Value": [Decimal("-12.10")]})).endswith(b"-12.10\r\n")


def test_a_figure_is_given_as_entered_or_without_the_noise_of_its_arithmetic() -> None:
    assert str(as_entered(12.1, None, Decimal("12.10"))) == "12.10"
    assert as_entered(0.1 + 0.2) == 0.3
    assert repr(as_entered(150.0)) == "150"
    assert as_entered(None) is None


def test_a_table_to_take_away_says_how_each_goal_is_meant_and_judged(store: Store) -> None:
    first = download_frame(plan_sheet(store, "city-plan", LOOK).measured).iloc[0]
    assert (first["Asked"], first["Kind"], first["Comparator"]) == ("20", "reach a level", "at least")
    assert (first["About"], first["Overdue"]) == ("", "")
    assert first["Ratio"] == 0.4


def test_a_workbook_says_on_a_second_sheet_what_it_is(store: Store) -> None:
    sheet = plan_sheet(store, "city-plan", LOOK)
    about = about_plan(sheet, datetime(2022, 7, 31, 12, 0).astimezone())
    book = load_workbook(io.BytesIO(xlsx_bytes(download_frame(sheet.measured), "Goals", about)))
    assert book.sheetnames == ["Goals", "About this table"]
    said = {str(row[0].value): row[1].value for row in book["About this table"]}
    assert (said["Plan"], said["Zone"], said["Seen from year"], said["Rule"]) == (
        "City plan",
        "City",
        "2022",
        "Time rule",
    )
    assert (said["Source"], said["Publisher"]) == ("The plan book", "Planning Office")
    assert said["Published"] == "1 March 2021"
    assert "31 July 2022" in str(said["Made"])


def test_the_words_about_a_plan_say_when_it_was_known_and_that_it_has_no_source(store: Store) -> None:
    known = datetime(2090, 7, 31, 23, 59).astimezone()
    said = dict(about_plan(plan_sheet(store, "park-plan", ViewSettings(2022, known)), known))
    assert said["As of"] == "31 July 2090"
    assert said["Source"] == "No source is given for this plan."


def test_a_table_without_rows_can_be_taken_away_too() -> None:
    assert csv_bytes(pd.DataFrame({"Indicator": []})).decode("utf-8-sig").strip() == "Indicator"


def test_a_files_name_carries_how_it_was_looked_at_and_the_revision() -> None:
    known = datetime(2022, 7, 31, 23, 59).astimezone()
    name = file_name("city plan/../x", ViewSettings(2022, known, Rule.COMPOUND), 7, "csv")
    assert name == "city-plan-..-x-seen-from-2022-as-of-2022-07-31-compound-revision-7.csv"


def test_a_row_shows_the_year_it_is_judged_on_with_a_later_one_below(store: Store, tmp_path: Path) -> None:
    report(store, tmp_path, "city", "done-things", 2023, "15")
    rows = {row.goal: row for row in sheet_rows(plan_sheet(store, "city-plan", ViewSettings(2023)).measured)}
    assert (rows["done"].latest, rows["done"].when, rows["done"].own) == ("13", 2022, "15 in 2023")
    assert (rows["done"].gap, rows["done"].required) == ("reached", "–")
    assert rows["far"].own == ""


def test_marks_say_that_a_goal_moves_back_or_is_overdue(store: Store) -> None:
    reports = plan_sheet(store, "city-plan", ViewSettings(2026)).measured
    back = [replace(each, verdict=replace(each.verdict, moving_back=each.goal.goal == "far")) for each in reports]
    marks = {row.goal: row.marks for row in sheet_rows(back)}
    assert (marks["far"], marks["behind"], marks["done"]) == (("moving back", "overdue"), ("overdue",), ())


def test_a_workbook_formats_figures_as_the_screen_writes_them_and_can_be_filtered(store: Store) -> None:
    measured = plan_sheet(store, "city-plan", LOOK).measured
    content = xlsx_bytes(download_frame(measured), "Goals", (), number_forms(measured))
    sheet = load_workbook(io.BytesIO(content))["Goals"]
    heads = [cell.value for cell in sheet[1]]
    first = dict(zip(heads, sheet[2], strict=True))
    assert (first["Measured value"].value, first["Measured value"].number_format) == (11.6, "#,##0.0;−#,##0.0;#,##0.0")
    assert (first["Progress"].number_format, first["Ratio"].number_format) == ("0%", "0.00")
    assert first["Due"].number_format == "General"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(heads)).column_letter}{len(measured) + 1}"


def test_a_bound_stays_a_bound_in_the_files(store: Store, tmp_path: Path) -> None:
    bound = {"actuals": "zone,indicator,year,value,qualifier\ncity,far-things,2023,13,over\n"}
    import_bundle(store, write_bundle(tmp_path / "bound", bound), who="a reporter")
    frame = download_frame(plan_sheet(store, "city-plan", ViewSettings(2023)).measured)
    row = frame[frame["Indicator"] == "Far things"].iloc[0]
    assert (row["Measured value"], row["Exactness of the measured value"], row["Upper end of the measured value"]) == (
        13,
        "over",
        None,
    )
    assert (row["Latest"], row["Exactness of the latest"], row["Measured in words"]) == (13, "over", "over 13 in 2023")
    assert (row["Measured as"], row["Measured year"]) == ("value of 2023", 2023)


def test_the_required_pace_of_things_that_are_counted_is_a_whole_number(tmp_path: Path) -> None:
    goals = BUNDLE["goals"].replace("far,city-plan,far-things,level,>=,20", "far,city-plan,far-things,level,>=,100")
    store = monday_store(tmp_path, {**BUNDLE, "goals": goals})
    row = next(row for row in sheet_rows(plan_sheet(store, "city-plan", LOOK).measured) if row.goal == "far")
    assert row.required == "+29"
    store.close()
