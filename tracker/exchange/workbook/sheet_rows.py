"""A workbook's sheets as rows of texts, read by a process of its own that may come to harm without harming this one."""

import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.errors import Problem, RefusedInputError
from tracker.exchange.table.table_rows import Mark, Row, Trait
from tracker.exchange.workbook.zip_checks import MOST_BYTES, MOST_ROWS, SheetFile, inspect, too_many_rows
from tracker.language import _

# The process limits its own computing time; this is for a machine that is busy with other things.
SECONDS = 120
_ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, whether it or some of its rows are hidden, what is merged, and its rows still as JSON.

    `merged` holds first and last row, first and last column, from 1; a sheet nobody asked for has no rows;
    `formats_known` says whether percentages could be told.
    """

    name: str
    hidden: bool
    hidden_rows: tuple[int, ...]
    merged: tuple[tuple[int, int, int, int], ...]
    lines: list[bytes]
    formats_known: bool = True

    def rows(self) -> Iterator[Row]:
        """Yield the rows that hold anything."""
        for line in self.lines:
            number, texts, marks = json.loads(line)
            yield Row(number, texts, {int(at): Mark(Trait(trait), seen) for at, (trait, seen) in marks.items()})


def sheets_of_workbook(
    path: Path,
    wanted: Iterable[str],
    right: str,
    *,
    most_rows: int = MOST_ROWS,
    kinds: Collection[SheetFile] = (SheetFile.XLSX,),
) -> Iterator[Sheet]:
    """Read the sheets of the wanted names; RefusedInputError, which says what would be right, where it cannot be."""
    inspect(path, most_rows, kinds)
    lines = _read(path, wanted, right)
    heads = [number for number, line in enumerate(lines) if line.startswith(b"{")]
    for start, stop in zip(heads, [*heads[1:], len(lines)], strict=True):
        yield _sheet(json.loads(lines[start]), lines[start + 1 : stop])


def _sheet(head: dict[str, Any], lines: list[bytes]) -> Sheet:
    merged = tuple((top, bottom, left, right) for top, bottom, left, right in head.get("merged", ()))
    hidden_rows, known = tuple(head.get("hidden_rows", ())), bool(head.get("formats_known", True))
    return Sheet(str(head["sheet"]), bool(head["hidden"]), hidden_rows, merged, lines, known)


def _read(path: Path, wanted: Iterable[str], right: str) -> list[bytes]:
    """Return the lines that the other process wrote of the workbook it read."""
    command = [sys.executable, "-m", "tracker.exchange.workbook.reader_process", str(path.resolve()), *wanted]
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
        raise _refusal(path, _("reading the workbook took too long"), "", right) from error
    lines = done.stdout.splitlines()
    end = json.loads(lines[-1]) if done.returncode == 0 and lines else {"end": "aborted"}
    if end["end"] != "read":
        raise _refusal(path, *_ending(end), right)
    return lines[:-1]


def _ending(end: dict[str, str]) -> tuple[str, str]:
    """Return why the other process gave up."""
    match end["end"]:
        case "rows":
            return too_many_rows(MOST_ROWS), ""
        case "characters":
            return _("the workbook holds too much text; {mb} MB at most").format(mb=MOST_BYTES // 2**20), ""
        case "damaged":
            return _("the workbook cannot be understood"), end.get("detail", "")
        case _:
            return _("the workbook is too large to be read safely"), ""


def _refusal(path: Path, wrong: str, seen: str, right: str) -> RefusedInputError:
    return RefusedInputError([Problem(wrong, seen, right, path.name)])
