"""A workbook's sheets as tables, read by a process of its own that may come to harm without harming this one."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_range

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.closest import proposal
from tracker.exchange.columns import COLUMNS
from tracker.exchange.complaints import Complaints
from tracker.exchange.marks import Mark, Trait
from tracker.exchange.tables import Row, Table
from tracker.exchange.workbook_guard import MOST_BYTES, MOST_ROWS, inspect
from tracker.language import _

# The process limits its own computing time; this is for a machine that is busy with other things.
SECONDS = 120
_ROOT = Path(__file__).parents[2]


def tables_of_workbook(path: Path, complaints: Complaints) -> dict[str, Table]:
    """Give the sheets that bear the files' names; RefusedInputError for a workbook that cannot be read."""
    inspect(path)
    tables: dict[str, Table] = {}
    for head, rows in _sheets(_read(path)):
        name = str(head["sheet"])
        kind, file = name.strip().casefold(), f"{path.name}[{name}]"
        if kind not in COLUMNS:
            right = proposal(kind, COLUMNS)
            complaints.add(Problem(_("the sheet is not read"), name, right, file, warning=True))
        elif kind in tables:
            complaints.add(Problem(_("two sheets of one name"), name, _("one sheet"), file))
        else:
            _complain_of_hidden(head, file, complaints)
            _complain_of_merged(head, rows, file, complaints)
            tables[kind] = Table(file, partial(_rows, rows))
    return tables


def _read(path: Path) -> list[bytes]:
    """Let the other process read the workbook and give the lines it wrote."""
    command = [sys.executable, "-m", "tracker.exchange.workbook_reader", str(path.resolve()), *COLUMNS]
    search = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603  (our own module; the path is one argument and no shell sees it)
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": search},
        )
    except subprocess.TimeoutExpired as error:
        raise _refusal(path, _("reading the workbook took too long"), "") from error
    lines = done.stdout.splitlines()
    end = json.loads(lines[-1]) if done.returncode == 0 and lines else {"end": "aborted"}
    if end["end"] != "read":
        raise _refusal(path, *_ending(end))
    return lines[:-1]


def _ending(end: dict[str, str]) -> tuple[str, str]:
    """Say why the other process gave up."""
    match end["end"]:
        case "rows":
            return _("the workbook has too many rows; {count} at most are read").format(count=f"{MOST_ROWS:,}"), ""
        case "characters":
            return _("the workbook holds too much text; {mb} MB at most").format(mb=MOST_BYTES // 2**20), ""
        case "damaged":
            return _("the workbook cannot be understood"), end.get("detail", "")
        case _:
            return _("the workbook is too large to be read safely"), ""


def _refusal(path: Path, wrong: str, seen: str) -> RefusedInputError:
    right = _("a workbook with the bundle's rows alone, or a folder of CSV files")
    return RefusedInputError([Problem(wrong, seen, right, path.name)])


def _sheets(lines: list[bytes]) -> Iterator[tuple[dict[str, Any], list[bytes]]]:
    """Take the lines apart by sheet: its head, and its rows still as JSON."""
    heads = [number for number, line in enumerate(lines) if line.startswith(b"{")]
    for start, stop in zip(heads, [*heads[1:], len(lines)], strict=True):
        yield json.loads(lines[start]), lines[start + 1 : stop]


def _rows(lines: list[bytes]) -> Iterator[Row]:
    """Yield the rows of a sheet."""
    for line in lines:
        number, texts, marks = json.loads(line)
        yield Row(number, texts, {int(at): Mark(Trait(trait), seen) for at, (trait, seen) in marks.items()})


def _complain_of_hidden(head: dict[str, Any], file: str, complaints: Complaints) -> None:
    """Warn of what a person who looks at the workbook does not see; it is read all the same."""
    if head["hidden"]:
        complaints.add(Problem(_("the sheet is hidden; it is read all the same"), file=file, warning=True))
    if head["hidden_rows"]:
        wrong = _("hidden rows are read all the same")
        seen = ", ".join(map(str, head["hidden_rows"]))
        complaints.add(Problem(wrong, seen, "", file, head["hidden_rows"][0], warning=True))


def _complain_of_merged(head: dict[str, Any], rows: list[bytes], file: str, complaints: Complaints) -> None:
    """Refuse merged cells among the rows: all but the first of them are empty, whatever the screen shows."""
    header = json.loads(rows[0])[1] if rows else []
    last = json.loads(rows[-1])[0] if rows else 0
    for top, bottom, left, right in head["merged"]:
        if top > last or left > len(header):
            continue
        place = xl_range(top - 1, left - 1, bottom - 1, right - 1)
        wrong = _("merged cells: all but the first are empty")
        line = min(top + 1, bottom)
        complaints.add(Problem(wrong, place, _("the value in every row, nothing merged"), file, line, header[left - 1]))
