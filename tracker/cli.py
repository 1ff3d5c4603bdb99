"""The command line: make, load, judge, export, copy and check the store."""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from tqdm import tqdm

from tracker.cli_tables import add_file_choices, add_table_commands, file_choices
from tracker.cli_users import add_user_commands
from tracker.domain.statuses import Rule
from tracker.errors import RefusedInputError, TrackerError
from tracker.language import _
from tracker.services import stores
from tracker.services.bundles import bundle_checking, bundle_transfer
from tracker.services.history import hashes
from tracker.services.plan import status_lines
from tracker.services.plan.status_lines import StatusLine
from tracker.services.view_settings import ViewSettings

_Row = TypeVar("_Row")
Command = Callable[[argparse.Namespace], None]


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 done, 1 the input or state was wrong, 2 wrong usage."""
    try:
        given = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        command: Command = given.command
        command(given)
    except TrackerError as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    except BrokenPipeError:
        # The reader of our output has seen enough ("| head").
        sys.stderr.close()
    except KeyboardInterrupt:
        sys.stderr.write(_("Stopped; nothing was changed.") + "\n")
        return 1
    return 0


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a command in one line, without the usage of everything."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and how to learn more; exit 2."""
        line = _("{message}; for help: {program} --help")
        self.exit(2, line.format(message=message.removeprefix("argument "), program=self.prog) + "\n")


def _parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(
        prog="python -m tracker",
        description=_("Track the goals of development plans: load plans and reported values, judge, export, back up."),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--database",
        metavar="URL",
        help=_("where the store is; else TRACKER_DATABASE_URL, else data/tracker.db beside the program"),
    )
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)
    for add in (_add_init, _add_import, _add_export, _add_template, _add_status, _add_copies, add_user_commands):
        add(commands)
    add_table_commands(commands, _year)
    return parser


def _command(commands: Any, name: str, command: Command, text: str) -> argparse.ArgumentParser:
    """Return one command, added and described in the same words in the list of commands and in its own help."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    parser.set_defaults(command=command)
    return parser


def _add_init(commands: Any) -> None:
    parser = _command(commands, "init", _init, _("make or upgrade the store and load the plans that ship with it"))
    parser.add_argument("--empty", action="store_true", help=_("load nothing"))


def _add_import(commands: Any) -> None:
    parser = _command(commands, "import", _import, _("load a bundle, all or nothing"))
    parser.add_argument("path", metavar="PATH", type=Path, help=_("a folder of CSV files, or an .xlsx workbook"))
    parser.add_argument("--check", action="store_true", help=_("only say what would be new, changed, unchanged"))
    parser.add_argument("--strict", action="store_true", help=_("refuse doubtful values that no note answers"))
    add_file_choices(parser)


def _add_export(commands: Any) -> None:
    parser = _command(commands, "export", _export, _("write everything as a bundle"))
    parser.add_argument("path", metavar="PATH", type=Path, help=_("a folder, or a name that ends in .xlsx"))


def _add_template(commands: Any) -> None:
    parser = _command(
        commands, "template", _template, _("write an empty bundle to fill in, explained column by column")
    )
    parser.add_argument("path", metavar="PATH", type=Path, help=_("a folder, or a name that ends in .xlsx"))


def _add_status(commands: Any) -> None:
    parser = _command(commands, "status", _status, _("judge goals: who is on track, how large the gap is, and why"))
    parser.add_argument("--plan", metavar="P", help=_("only the goals of this plan"))
    parser.add_argument("--zone", metavar="Z", help=_("only the goals of this zone and the zones under it"))
    parser.add_argument("--goal", metavar="G", help=_("only this goal"))
    parser.add_argument(
        "--as-of", metavar="WHEN", help=_("count what was recorded by the end of this date, or by this date and time")
    )
    parser.add_argument("--year", metavar="Y", type=_year, help=_("look from this year: count values up to it"))
    parser.add_argument(
        "--rule", choices=[str(rule) for rule in Rule], default=str(Rule.TIME), help=_("the rule that judges")
    )
    parser.add_argument("--format", choices=["table", "csv", "json"], default="table", help=_("how to print"))


def _add_copies(commands: Any) -> None:
    parser = _command(commands, "backup", _backup, _("write a consistent copy of the store, also while it is in use"))
    parser.add_argument("path", metavar="PATH", type=Path, help=_("the file to write; its checksum goes beside it"))
    parser = _command(commands, "restore", _restore, _("put a copy back in place, keeping what it replaces"))
    parser.add_argument("path", metavar="PATH", type=Path, help=_("a file that backup wrote"))
    parser = _command(commands, "clock", _clock, _("compare the machine's clock with the last change"))
    parser.add_argument("--accept", action="store_true", help=_("take the clock for right, years away as it may be"))
    parser = _command(commands, "verify", _verify, _("check that the store is whole and its history unaltered"))
    parser.add_argument("--noted", metavar="HASH", default="", help=_("also look for a hash that was noted earlier"))


def _year(text: str) -> int:
    """Read a year of the command line."""
    if not (text.isascii() and text.isdigit() and 1900 <= int(text) <= 2100):
        raise argparse.ArgumentTypeError(_("a year from 1900 to 2100 is needed, seen: {text}").format(text=text))
    return int(text)


def _address(given: argparse.Namespace) -> str:
    return stores.store_address(given.database)


def _watched(rows: Iterable[_Row], kind: str) -> Iterable[_Row]:
    """Return rows that show how far a long piece of work is, from its second second on."""
    bar: Iterable[_Row] = tqdm(rows, desc=kind, unit=" rows", delay=1, file=sys.stderr, leave=False, disable=None)
    return bar


def _init(given: argparse.Namespace) -> None:
    with closing(stores.make_store(_address(given), empty=given.empty)) as store:
        place = stores.place_of(store)
    sys.stdout.write(_("The store is ready: {place}").format(place=place) + "\n")


def _import(given: argparse.Namespace) -> None:
    with closing(stores.open_store(_address(given))) as store:
        done = bundle_transfer.import_bundle(
            store,
            given.path,
            who="import",
            check=given.check,
            progress=_watched,
            strict=given.strict,
            choices=file_choices(given),
        )
    for warning in done.warnings:
        sys.stderr.write(_("warning: {warning}").format(warning=warning) + "\n")
    for line in bundle_checking.import_lines(done):
        sys.stdout.write(line + "\n")
    if given.check:
        sys.stdout.write(_("Only checked: nothing was stored.") + "\n")


def _export(given: argparse.Namespace) -> None:
    with closing(stores.open_store(_address(given))) as store:
        bundle_transfer.export_bundle(store, given.path)
        sys.stdout.write(_("Written: {path}").format(path=given.path) + "\n")
        _note(store)


def _template(given: argparse.Namespace) -> None:
    bundle_transfer.template_bundle(given.path)
    sys.stdout.write(_("Written: {path}").format(path=given.path) + "\n")


def _status(given: argparse.Namespace) -> None:
    view = ViewSettings.at(given.as_of, given.year, Rule(given.rule))
    with closing(stores.open_store(_address(given))) as store:
        judged = status_lines.judged_goals(store, view, plan=given.plan, zone=given.zone, goal=given.goal)
        goals = _watched(judged, "goals")
        if given.format == "table":
            chosen = given.plan or given.zone or given.goal or given.as_of
            _print_table(status_lines.status_lines(goals), chosen=bool(chosen))
        else:
            printed = {"json": _print_json, "csv": _print_csv}[given.format]
            printed(map(status_lines.status_row, goals))


def _print_json(rows: Iterator[dict[str, Any]]) -> None:
    """Print a list of objects, one a line."""
    sys.stdout.write("[")
    for place, row in enumerate(rows):
        sys.stdout.write(("," if place else "") + "\n" + json.dumps(row, ensure_ascii=False, allow_nan=False))
    sys.stdout.write("\n]\n")


def _print_csv(rows: Iterator[dict[str, Any]]) -> None:
    """Print a header and one line a goal; the three verdicts stand in columns of their own."""
    writer = None
    for row in rows:
        flat = {**row, **{f"status_{rule}": status for rule, status in row.pop("statuses").items()}}
        flat.pop("statuses", None)
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(flat), lineterminator="\n")
            writer.writeheader()
        writer.writerow(flat)


def _print_table(lines: Sequence[StatusLine], *, chosen: bool) -> None:
    """Print what a person reads, plan by plan, and the totals; what to do where nothing is stored yet."""
    if not lines:
        empty = _("No goals are stored yet; import a bundle: python -m tracker import PATH")
        sys.stdout.write((_("There are no goals here.") if chosen else empty) + "\n")
        return
    for line in status_lines.table(lines):
        sys.stdout.write(line + "\n")


def _backup(given: argparse.Namespace) -> None:
    with closing(stores.open_store(_address(given))) as store:
        stores.backup(store, given.path)
        sys.stdout.write(_("Written: {path}").format(path=given.path) + "\n")
        _note(store)


def _restore(given: argparse.Namespace) -> None:
    kept = stores.restore(_address(given), given.path)
    sys.stdout.write(_("Restored from {path}").format(path=given.path) + "\n")
    if kept is not None:
        sys.stdout.write(_("What it replaces is kept in {path}").format(path=kept) + "\n")
    with closing(stores.open_store(_address(given))) as store:
        if (before := hashes.begin_notes(store, kept)) is not None:
            sys.stdout.write(_("The hashes noted before are kept in {path}").format(path=before) + "\n")


def _clock(given: argparse.Namespace) -> None:
    with closing(stores.open_store(_address(given))) as store:
        if given.accept:
            stores.trust_clock(store)
        now, last = stores.clocks(store)
    sys.stdout.write(_("The clock says {instant}").format(instant=f"{now:%Y-%m-%d %H:%M:%S} UTC") + "\n")
    if last is not None:
        sys.stdout.write(_("The last change: {instant}").format(instant=f"{last:%Y-%m-%d %H:%M:%S} UTC") + "\n")


def _verify(given: argparse.Namespace) -> None:
    with closing(stores.open_store(_address(given))) as store:
        noted = [*hashes.missing_notes(store), *hashes.missing_hash(store, given.noted)]
        problems = [*stores.verify(store), *noted]
        if problems:
            raise RefusedInputError(problems)
        sys.stdout.write(_("The store is whole and its history unaltered.") + "\n")
        _note(store)


def _note(store: Any) -> None:
    """Print the newest hashes of the history, and note the one that covers everything outside the store."""
    for line in hashes.hash_lines(store):
        sys.stdout.write(_("History of {line}").format(line=line) + "\n")
    try:
        path = hashes.note_hash(store)
    except TrackerError as failure:
        # What the command is for is done.
        sys.stderr.write(_("warning: {warning}").format(warning=failure) + "\n")
        return
    if path is not None:
        sys.stdout.write(_("Noted in {path}; keep a copy on another machine").format(path=path) + "\n")
