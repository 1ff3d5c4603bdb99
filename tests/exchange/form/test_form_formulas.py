"""The change and check columns say the same in a spreadsheet program; skipped where LibreOffice is absent."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.exchange.form.filled_forms import FIRM, FORM, INSTITUTIONS, NONE_YET, RANKING, ROWS, SHARE, TURNOVER, cell
from tests.requirements import office
from tracker.domain.entry.entries import Typed
from tracker.domain.entry.form_records import FormField, FormRow
from tracker.exchange.form import cell_texts as words
from tracker.exchange.form.cell_texts import SHEET
from tracker.exchange.form.reading import read_form
from tracker.exchange.form.writing import write_form

CASES: tuple[tuple[str, FormRow, object, object], ...] = (
    (FIRM, replace(ROWS[0], typed=Typed(value="1,024")), 1024 / 786 - 1, words.FINE),
    (FIRM, replace(ROWS[0], typed=Typed(value="2024-01")), None, words.IN_WORDS),
    (FIRM, replace(ROWS[0], typed=Typed(value="+23.7%")), None, words.IN_WORDS),
    (FIRM, replace(ROWS[0], typed=Typed(value="over 800")), None, words.IN_WORDS),
    (FIRM, replace(ROWS[0], typed=Typed(value="7")), 7 / 786 - 1, words.CHECK_UNIT),
    (FIRM, replace(ROWS[0], typed=Typed(value="1600")), 1600 / 786 - 1, words.LARGE),
    (FIRM, replace(ROWS[0], typed=Typed(value="790"), accepted=True), 790 / 786 - 1, words.FINE),
    (TURNOVER, replace(ROWS[1], typed=replace(NONE_YET, value="12")), 12 / 121 - 1, words.BOTH),
    (SHARE, replace(ROWS[3], typed=Typed(value="3.5%")), 2.0, words.FINE),
    (SHARE, replace(ROWS[3], typed=Typed(value="135")), 133.5, words.OUT_OF_RANGE),
    (INSTITUTIONS, replace(ROWS[5], typed=NONE_YET), None, words.NOT_THERE),
    (INSTITUTIONS, ROWS[5], None, words.EMPTY),
    (RANKING, replace(ROWS[7], typed=Typed(value="18")), None, words.FINE),
)


@pytest.mark.office
def test_a_spreadsheet_program_computes_the_change_and_the_check(tmp_path: Path) -> None:
    soffice = office()
    for number, (_code, row, _change, _check) in enumerate(CASES):
        write_form(tmp_path / f"case{number}.xlsx", replace(FORM, rows=(row,)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    sources = sorted(str(path) for path in tmp_path.glob("case*.xlsx"))
    command = [soffice, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for number, (code, _row, change, check) in enumerate(CASES):
        path = tmp_path / "out" / f"case{number}.xlsx"
        sheet = load_workbook(path, data_only=True)[SHEET]
        computed = cell(sheet, code, FormField.CHANGE).value or None
        assert computed == (pytest.approx(change) if change is not None else None), number
        assert cell(sheet, code, FormField.CHECK).value == check, number
    read = read_form(path.read_bytes(), replace(FORM, rows=(CASES[-1][1],)))
    assert (read.ours, read.rows, read.held, read.findings) == (True, (), (), ())
