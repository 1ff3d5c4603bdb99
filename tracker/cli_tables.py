"""The command that says what would be taken from a table: `read-table`."""

import argparse
import json
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from tracker.domain.tables.decimal_signs import DecimalSign
from tracker.domain.tables.periods import SpanYear
from tracker.language import _
from tracker.services import stores
from tracker.services.round import table_values
from tracker.services.round.table_values import ENCODING_NAMES, FileChoices


def add_table_commands(commands: Any, year: Any) -> None:
    """Describe `read-table`; `year` reads a year of the command line."""
    text = _("say what would be taken from a table for a zone and year, and what not and why; nothing is stored")
    parser = commands.add_parser("read-table", help=text, description=text, allow_abbrev=False)
    parser.set_defaults(command=_read_table)
    parser.add_argument("path", metavar="FILE", type=Path, help=_("a CSV, TSV, XLSX, XLS or ODS file"))
    parser.add_argument("--zone", metavar="Z", required=True, help=_("the zone whose values are looked for"))
    parser.add_argument("--year", metavar="Y", type=year, required=True, help=_("the year whose values are looked for"))
    add_file_choices(parser)
    parser.add_argument(
        "--decimal",
        choices=["point", "comma"],
        help=_("the decimal sign of the file, where its numbers do not show it"),
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help=_("how to print"))


def add_file_choices(parser: argparse.ArgumentParser) -> None:
    """Add the choices of what a file does not say itself: for which year a span counts, and its encoding."""
    text = _("for which of its years a span such as 2019/20, 2016-18 or FY2021 counts; without it none is taken")
    parser.add_argument("--span", choices=[str(rule) for rule in SpanYear], help=text)

    text = _("in which encoding text files are written, where they do not show it")
    parser.add_argument("--encoding", choices=ENCODING_NAMES, help=text)


def file_choices(given: argparse.Namespace) -> FileChoices:
    """Return what the command line says of a file."""
    return FileChoices(span=SpanYear(given.span) if given.span else None, encoding=given.encoding)


def _read_table(given: argparse.Namespace) -> None:
    sign = DecimalSign(given.decimal) if given.decimal else None
    choices = replace(file_choices(given), sign=sign)
    with closing(stores.open_store(stores.store_address(given.database))) as store:
        values = table_values.table_values(store, given.path, given.zone, given.year, choices)
    for warning in values.warnings:
        sys.stderr.write(_("warning: {warning}").format(warning=warning) + "\n")
    if given.format == "json":
        rows = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in table_values.value_rows(values))
        sys.stdout.write("[" + ",".join("\n" + row for row in rows) + "\n]\n")
        return
    for line in table_values.value_lines(values):
        sys.stdout.write(line + "\n")
