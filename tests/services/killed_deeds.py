"""A program to be killed: it does one kind of deed again and again, and says when each is done."""

import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

from openpyxl import load_workbook

from tests.services.conftest import write_bundle
from tests.services.round.round_samples import BUNDLE, CHEN, LI, YEAR
from tracker.domain.slides.slide_sets import Origin
from tracker.exchange.form.cell_texts import SHEET
from tracker.services.bundles.bundle_checking import import_upload
from tracker.services.planning.carry_forward import NextPeriod, copy_forward
from tracker.services.planning.definition_saving import save_definition
from tracker.services.round.entering import save_draft
from tracker.services.round.round_workbook import form_of, read_round_form, round_form
from tracker.services.round.rounds import my_round
from tracker.services.slides.slide_sets import make_set, refresh_set
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, open_store
from tracker.store.entry.drafts import drafts
from tracker.store.record.definitions import goals

Deed = Callable[[Store, int], None]
#: What an uploaded workbook and a loaded bundle bring.
FILLED = ("firms", "output", "place")


def save_a_goal(store: Store, turn: int) -> None:
    """Ask for another value, with a note that says which."""
    (before,) = goals(store, goal="firms-goal")
    value = Decimal(200 + turn % 500 + (before.value == 200 + turn % 500))
    goal = replace(before, value=value, note=str(value))
    save_definition(store, CHEN, goal, before=before, reason=f"asked for {value}", token=uuid4().hex)


def copy_a_plan(store: Store, _turn: int) -> None:
    """Copy a plan with its goals to a next period."""
    following = NextPeriod(name=f"Next period {uuid4().hex}", start=2026, end=2030, keep_values=True)
    copy_forward(store, CHEN, "park-14", following, token=uuid4().hex)


def load_a_bundle(store: Store, turn: int) -> None:
    """Load a bundle in which one number stands in several values and in a goal's note."""
    number = str(150 + turn % 50)
    told = "".join(f"park,{indicator},{YEAR},{number},,yearbook\n" for indicator in FILLED)
    goal = f"goal,plan,indicator,kind,comparator,value,due,note\nfirms-goal,park-14,firms,level,>,200,2025,{number}\n"
    files = {**BUNDLE, "actuals": BUNDLE["actuals"] + told, "goals": goal}
    import_upload(store, CHEN, write_bundle(Path(mkdtemp()) / "bundle", files), token=uuid4().hex)


def make_slides(store: Store, turn: int) -> None:
    """Make a slide set, and refresh it."""
    made = make_set(store, CHEN, f"Set {turn}", Origin.PLAN, ["park-14"], ViewSettings(2023), uuid4().hex)
    refresh_set(store, CHEN, made.key, made.version, uuid4().hex, ViewSettings(YEAR))


def take_a_workbook(store: Store, _turn: int) -> None:
    """Fill in the form with the next number, upload it, and take its values as drafts; end first what was begun."""
    typed = [int(one.typed.value) for one in drafts(store, "park", YEAR) if one.typed is not None]
    number = max(typed, default=130) + (len(typed) == len(FILLED) and len(set(typed)) == 1)
    codes = {row.indicator: row.code for row in form_of(store, LI, "park", YEAR).rows}
    book = load_workbook(BytesIO(round_form(store, LI, "park", YEAR).content))
    sheet = book[SHEET]
    lines = {cell.value: cell.row for cell in sheet["A"]}
    for indicator in FILLED:
        sheet.cell(lines[codes[indicator]], 7).value = str(number)
    written = BytesIO()
    book.save(written)
    uploaded = read_round_form(store, LI, "park", YEAR, written.getvalue())
    versions = {row.key: row.draft_version for row in my_round(store, LI, "park", YEAR).rows}
    for row in (*uploaded.read.rows, *uploaded.read.held):
        save_draft(store, LI, row.key, row.typed, versions[row.key])


DEEDS: dict[str, Deed] = {
    "saving a goal": save_a_goal,
    "copying a plan forward": copy_a_plan,
    "loading a bundle": load_a_bundle,
    "making slides": make_slides,
    "taking a workbook": take_a_workbook,
}


def main(address: str, deed: str) -> None:
    """Do a deed until killed."""
    store = open_store(address)
    print("ready", flush=True)
    # Begun anywhere, so that the next program does not do over what this one did.
    for turn in count(uuid4().int % 1000):
        DEEDS[deed](store, turn)
        print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
