"""The command line does what its contract says, and says plainly what it cannot do."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.shipped_rows import shipped_rows
from tracker.cli import main

Run = Callable[..., tuple[int, str, str]]

OFF_TRACK = re.compile(r"  (?:missed|breached|far behind|moving away)\b")


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on a store of its own: exit status, output, errors."""

    def command(*words: str) -> tuple[int, str, str]:
        status = main(["--database", f"sqlite:///{tmp_path / 'tracker.db'}", *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


def test_init_loads_the_shipped_plans_and_twice_changes_nothing(run: Run) -> None:
    assert run("init")[0] == 0
    first = run("status", "--format", "json")[1]
    assert len(json.loads(first)) > 40
    assert run("init")[0] == 0
    assert run("status", "--format", "json")[1] == first


def test_init_empty_makes_a_store_without_goals(run: Run) -> None:
    assert run("init", "--empty")[0] == 0
    status, out, _err = run("status", "--format", "json")
    assert (status, json.loads(out)) == (0, [])


def test_what_goes_out_comes_in_again(run: Run, tmp_path: Path) -> None:
    run("init")
    assert run("export", str(tmp_path / "out"))[0] == 0
    status, out, _err = run("import", str(tmp_path / "out"), "--check")
    assert status == 0
    count = sum(len(shipped_rows(bundle, "goals")) for bundle in ("liaoning", "reference"))
    assert f"goals: 0 new, 0 changed, {count} unchanged" in out
    assert "Only checked: nothing was stored." in out


def test_a_template_is_written_and_loads(run: Run, tmp_path: Path) -> None:
    run("init", "--empty")
    path = tmp_path / "template.xlsx"
    assert run("template", str(path))[:2] == (0, f"Written: {path}\n")
    assert run("import", str(path))[::2] == (0, "")
    status, _out, err = run("template", str(path))
    assert (status, err.startswith("something else lies at this path")) == (1, True)


def test_an_import_names_what_is_new(run: Run, tmp_path: Path) -> None:
    run("init", "--empty")
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / "zones.csv").write_text("zone,name\njinpu,Jinpu New Area\n", encoding="utf-8")
    status, out, _err = run("import", str(tmp_path / "bundle"), "--check")
    assert (status, "  new: jinpu" in out) == (0, True)
    assert run("import", str(tmp_path / "bundle"))[1] == "zones: 1 new, 0 changed, 0 unchanged\n"


def test_a_doubtful_bundle_is_loaded_with_a_warning(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "bundle").mkdir()
    columns, row = (
        "goal,plan,indicator,kind,value,due",
        "late,shenyang-working-format,high-tech-enterprises,level,3000,2030",
    )
    (tmp_path / "bundle" / "goals.csv").write_text(f"{columns}\n{row}\n", encoding="utf-8")
    status, _out, err = run("import", str(tmp_path / "bundle"))
    assert (status, err.startswith("warning: goals.csv:2:due")) == (0, True)


def test_every_problem_of_a_bundle_is_a_line_of_its_own(run: Run, tmp_path: Path) -> None:
    run("init", "--empty")
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / "zones.csv").write_text("zone,name,parent\na,,b\nA B,Name,a\n", encoding="utf-8")
    status, _out, err = run("import", str(tmp_path / "bundle"))
    assert status == 1
    assert [line.split(";")[0].rsplit(": ", 1)[0] for line in err.splitlines()] == [
        "zones.csv:2:name", "zones.csv:2:parent", "zones.csv:3:zone",
    ]  # fmt: skip


def test_status_filters_looks_back_and_changes_the_rule(run: Run) -> None:
    run("init")
    words = ("status", "--goal", "china-2020-rd-share", "--year", "2019", "--rule", "projection", "--format", "json")
    (row,) = json.loads(run(*words)[1])
    assert (row["latest_year"], row["rule"], row["status"]) == (2019, "projection", "far behind")
    assert json.loads(run("status", "--as-of", "2020-01-01", "--format", "json")[1])[0]["latest_value"] is None


def test_status_as_csv_has_one_line_a_goal(run: Run) -> None:
    run("init")
    rows = list(csv.DictReader(io.StringIO(run("status", "--zone", "china", "--format", "csv")[1])))
    assert sorted(row["goal"] for row in rows) == sorted(
        row["goal"] for row in shipped_rows("reference", "goals") if row["plan"].startswith("china-")
    )
    judged = {row["goal"]: (row["status"], row["status_compound"]) for row in rows}
    assert judged["china-2020-rd-share"] == ("missed", "missed")


def test_status_as_a_table_says_why(run: Run) -> None:
    run("init")
    out = run("status", "--plan", "shenyang-working-format")[1]
    lines = out.splitlines()
    assert lines[0].split() == ["indicator", "zone", "asked", "latest", "progress", "status", "goal"]
    assert "Only the start value is known: 786 in 2020." in out
    (row,) = [line for line in lines if line.endswith("shenyang-2023-high-tech-enterprises")]
    assert row.startswith("High-tech enterprises")
    assert "no actual yet, overdue" in row
    assert lines[-1].split(": ")[0].endswith(" goals")


def test_the_table_shows_percentages_as_such_and_counts_the_groups(run: Run) -> None:
    run("init")
    out = run("status", "--goal", "china-2020-rd-share")[1]
    due = [
        row["value"]
        for row in shipped_rows("reference", "actuals")
        if row["indicator"] == "rd-expenditure-share-of-gdp" and row["year"] == "2020"
    ]
    assert [f"{value}% (2020)" in out for value in due] == [True]
    assert out.splitlines()[-1] == "1 goal: 1 off track"


def test_the_table_puts_what_is_off_track_first_among_the_binding_goals_of_a_plan_and_among_the_others(
    run: Run,
) -> None:
    run("init")
    lines = run("status", "--year", "2026")[1].splitlines()
    places = [[word in line for word in ("off track", "no verdict")] for line in lines[-1:]]
    assert places == [[True, True]]
    for block in "\n".join(lines).split("\n\n")[1:-1]:
        goals = block.splitlines()[1::2]
        for binding in (True, False):
            missed = [OFF_TRACK.search(line) is not None for line in goals if (", binding " in line) is binding]
            assert missed == sorted(missed, reverse=True)


def test_an_empty_store_says_what_to_do_and_is_no_failure(run: Run) -> None:
    run("init", "--empty")
    said = "No goals are stored yet; import a bundle: python -m tracker import PATH\n"
    assert run("status") == (0, said, "")
    assert json.loads(run("status", "--format", "json")[1]) == []


def test_init_says_where_the_store_is_as_it_is_typed(run: Run, tmp_path: Path) -> None:
    assert run("init", "--empty")[1] == f"The store is ready: {tmp_path / 'tracker.db'}\n"


def test_a_year_out_of_range_is_one_line(run: Run) -> None:
    status, _out, err = run("status", "--year", "20211")
    assert (status, len(err.splitlines())) == (2, 1)
    assert err.startswith("--year: a year from 1900 to 2100 is needed, seen: 20211")


def test_checking_names_few_of_the_new_and_all_of_the_changed_behind_the_totals(run: Run, tmp_path: Path) -> None:
    run("init", "--empty")
    folder = tmp_path / "bundle"
    folder.mkdir()
    (folder / "zones.csv").write_text("zone,name\na,A\nb,B\n", encoding="utf-8")
    run("import", str(folder))
    rows = "".join(f"z{place},Zone {place}\n" for place in range(63))
    (folder / "zones.csv").write_text(f"zone,name\n{rows}a,Other\nb,Another\n", encoding="utf-8")
    lines = run("import", str(folder), "--check")[1].splitlines()
    assert lines[:4] == ["zones: 63 new, 2 changed, 0 unchanged", "zones:", "  changed: a", "  changed: b"]
    assert lines[-2:] == ["  … and 43 more", "Only checked: nothing was stored."]
    assert len(lines) == 26


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("status", "--plan", "none"), "There is no plan “none” here."),
        (
            ("status", "--plan", "shenyang-working-fromat"),
            "There is no plan “shenyang-working-fromat” here. The closest there are: shenyang-working-format",
        ),
        (("status", "--zone", "shenyan"), "The closest there are: shenyang"),
        (("status", "--goal", "shenyang-2023-ran"), "The closest there are: shenyang-2023-rank"),
        (("status", "--as-of", "soon"), "this is no date; seen: soon"),
        (("import", "nowhere"), "there is nothing at this path"),
        (("restore", "nowhere"), "nowhere"),
    ],
)
def test_a_wrong_input_is_one_clear_line_and_exit_1(run: Run, words: tuple[str, ...], said: str) -> None:
    run("init")
    status, _out, err = run(*words)
    assert (status, len(err.splitlines())) == (1, 1)
    assert said in err


@pytest.mark.parametrize("words", [(), ("dance",), ("status", "--year", "soon"), ("status", "--rule", "mine")])
def test_a_wrong_usage_is_exit_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words)[0] == 2


def test_help_is_exit_0_and_names_every_command(run: Run) -> None:
    status, out, _err = run("--help")
    assert status == 0
    for name in ("init", "import", "export", "status", "backup", "restore", "verify"):
        assert name in out


def test_a_store_that_is_not_there_is_told_with_the_way_to_make_it(run: Run) -> None:
    status, _out, err = run("status")
    assert (status, "python -m tracker init" in err) == (1, True)


def test_a_backup_brings_the_store_back(run: Run, tmp_path: Path) -> None:
    run("init")
    before = run("status", "--format", "json")[1]
    assert run("backup", str(tmp_path / "copy.db"))[0] == 0
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / "zones.csv").write_text("zone,name\nnew,New Zone\n", encoding="utf-8")
    run("import", str(tmp_path / "bundle"))
    status, out, _err = run("restore", str(tmp_path / "copy.db"))
    assert (status, "What it replaces is kept in" in out) == (0, True)
    assert run("status", "--format", "json")[1] == before
    assert run("verify")[1].startswith("The store is whole and its history unaltered.\n")


def test_export_backup_and_verify_print_the_newest_hash_and_no_bundle_holds_it(run: Run, tmp_path: Path) -> None:
    run("init")
    printed = {
        run("export", str(tmp_path / "out"))[1].splitlines()[1],
        run("backup", str(tmp_path / "copy.db"))[1].splitlines()[1],
        run("verify")[1].splitlines()[1],
    }
    (line,) = printed
    assert line.startswith("History of plans and values, up to number 2: ")
    noted = line.split(": ")[1]
    assert all(noted not in file.read_text(encoding="utf-8") for file in (tmp_path / "out").iterdir())
    assert run("verify", "--noted", noted)[0] == 0


def test_verify_says_when_a_noted_hash_is_gone(run: Run) -> None:
    run("init")
    status, _out, err = run("verify", "--noted", "a" * 64)
    assert (status, "The noted hash is not in the history" in err) == (1, True)


def test_what_was_noted_beside_the_store_is_looked_for_by_the_next_verification(run: Run, tmp_path: Path) -> None:
    run("init")
    noted = tmp_path / "tracker.db.noted"
    assert f"Noted in {noted}" in run("backup", str(tmp_path / "first.db"))[1]
    run("user", "add", "chief", "--role", "administrator", "--no-password")
    assert run("verify")[0] == 0
    assert run("verify")[0] == 0
    assert len(noted.read_text(encoding="ascii").splitlines()) == 2
    # The whole store set back to an earlier state is whole by itself.
    for name in ("tracker.db-wal", "tracker.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "tracker.db").write_bytes((tmp_path / "first.db").read_bytes())
    status, _out, err = run("verify")
    assert (status, f"{noted}:2: The hash that was noted" in err) == (1, True)
    status, out, err = run("export", str(tmp_path / "out"))
    assert (status, "Noted in" in out, err.startswith("warning: ")) == (0, False, True)
    assert len(noted.read_text(encoding="ascii").splitlines()) == 2


def test_putting_a_backup_back_begins_the_notes_with_it(run: Run, tmp_path: Path) -> None:
    run("init")
    run("backup", str(tmp_path / "copy.db"))
    run("user", "add", "chief", "--role", "administrator", "--no-password")
    run("verify")
    assert "The hashes noted before are kept in" in run("restore", str(tmp_path / "copy.db"))[1]
    assert run("verify")[0] == 0


def test_a_setting_says_where_hashes_are_noted(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere"
    monkeypatch.setenv("TRACKER_NOTED_HASHES", str(elsewhere / "noted"))
    run("init")
    status, _out, err = run("verify")
    assert (status, "cannot be noted" in err) == (0, True)
    elsewhere.mkdir()
    assert run("verify")[2] == ""
    assert (elsewhere / "noted").exists()
    (elsewhere / "noted").write_text("no hash\n", encoding="ascii")
    assert run("verify")[0] == 1


def test_the_clock_is_compared_with_the_last_change(run: Run) -> None:
    run("init")
    assert [line.split(":")[0][:17] for line in run("clock")[1].splitlines()] == [
        "The clock says 20",
        "The last change",
    ]
    assert run("clock", "--accept")[0] == 0
    assert run("verify")[0] == 0


def test_verify_finds_a_damaged_store(run: Run, tmp_path: Path) -> None:
    run("init")
    file = tmp_path / "tracker.db"
    content = bytearray(file.read_bytes())
    place = content.rfind(b"Shenyang High-Tech Zone")
    content[place : place + 8] = b"SHENYANG"
    file.write_bytes(content)
    status, _out, err = run("verify")
    assert (status, bool(err)) == (1, True)


def test_the_program_starts_as_a_module_and_stops_quietly_when_its_reader_leaves(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'tracker.db'}"
    command = [sys.executable, "-m", "tracker", "--database", database]
    subprocess.run([*command, "init"], check=True, capture_output=True)
    listing = subprocess.Popen([*command, "status"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with listing as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        first = reading.stdout.readline()
        reading.stdout.close()
        complaint = reading.stderr.read()
    assert first.startswith("indicator")
    assert "Traceback" not in complaint
