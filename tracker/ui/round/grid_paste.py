"""A block with names pasted into the grid: its values go where its names belong, wherever the block landed."""

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.domain.tables.names import NameIndex
from tracker.errors import Problem, TrackerError
from tracker.language import _, ngettext, number
from tracker.services.round.pasting import match_paste
from tracker.services.round.rounds import RoundRow
from tracker.ui.round.entry_drafts import keep_pasted
from tracker.ui.round.round_form import RoundForm

#: The columns that are shown and not typed into; what is pasted over them shows that a block holds more than values.
SHOWN = ("indicator", "unit", "last", "goal")


def landed_block(
    rows: Sequence[tuple[RoundRow, Mapping[str, Any], Mapping[str, str]]], order: Sequence[str], wanted: NameIndex
) -> dict[str, list[str]]:
    """Return the rows of the grid over which a block with more than values was pasted, by indicator, as it was pasted.

    Each row comes with its changed cells, and with those that were kept before.
    """
    block: dict[str, list[str]] = {}
    for row, cells, before in rows:
        new = {name: str(text or "").strip() for name, text in cells.items() if str(text or "") != before.get(name, "")}
        named = new.get("value", "") and wanted.find(new["value"])
        if named or any(name in new for name in SHOWN):
            block[row.key.indicator] = [new.get(name, "") for name in order]
    return block


def names_in(form: RoundForm) -> NameIndex:
    """Return the names of the round's indicators."""
    return NameIndex(
        (row.key.indicator, name)
        for row in form.wanted.rows
        for name in (row.key.indicator, row.indicator.name, *row.names)
    )


def take_block(form: RoundForm, block: Mapping[str, Sequence[str]], wanted: NameIndex) -> None:
    """Keep the values of a block by their names; where it has none, say where values are typed."""
    rows = [list(cells) for cells in block.values()]
    form.lay_again()
    if not any(cell and wanted.find(cell) for cells in rows for cell in cells):
        form.failure = _("Names, units and goals are not changed here; values go into the column Value.")
        return
    try:
        found = match_paste(form.wanted, rows)
    except TrackerError as error:
        form.failure = str(error)
        return
    keep_pasted(form, found)
    if not form.failure:
        count = len(found.cells)
        words = ngettext("{count} value put beside its name.", "{count} values put beside their names.", count)
        form.outcome = words.format(count=number(count)) if count else ""
    problems = [*found.problems, *_without_value(rows, wanted)]
    form.failure = "\n".join(filter(None, (form.failure, *(str(problem) for problem in problems))))


def _without_value(rows: Sequence[Sequence[str]], wanted: NameIndex) -> list[Problem]:
    """Return the names that came without a value."""
    bare = [cells for cells in rows if sum(map(bool, cells)) == 1]
    named = [next(cell for cell in cells if cell) for cells in bare]
    right = _("the column of names and the column of values, copied together")
    return [Problem(_("a name without a value"), name, right) for name in named if wanted.find(name)]
