"""The grid of a round: one row a value, text cells to type or paste into, and what would be stored beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from tracker.domain.entry.entries import EntryState, Typed
from tracker.domain.explaining.target_wording import unit_of
from tracker.domain.text import fold
from tracker.domain.vocabulary import Certainty, certainty_word
from tracker.exchange.form.cell_texts import STATUS_BY_WORDS
from tracker.language import _, listed, remarks
from tracker.services.cache.query_cache import Catalogue
from tracker.services.round.rounds import PastValue, RoundRow
from tracker.ui.round.entry_drafts import keep_typed
from tracker.ui.round.entry_view import EntryView
from tracker.ui.round.grid_paste import landed_block, names_in, take_block
from tracker.ui.round.round_form import RoundForm
from tracker.ui.session.callbacks import keeping
from tracker.ui.session.screen import page_width

#: The columns to type into, in their order.
TYPED = ("value", "comment", "status", "source", "locator", "reason")


def cells_of(typed: Typed, known: Catalogue) -> dict[str, str]:
    """Return what is typed as the texts of the grid."""
    plain = {name: str(getattr(typed, name)) for name in ("value", "comment", "locator", "reason")}
    return plain | {"status": status_word(typed.status), "source": source_title(typed, known)}


def status_word(status: str) -> str:
    """Return the word of a status; one that is none is shown as typed."""
    return certainty_word(Certainty(status)) if status in set(Certainty) else status


def source_title(typed: Typed, known: Catalogue) -> str:
    """Return the name of a value's source, a known or a new one."""
    listed = known.sources.get(typed.source)
    return listed.title if listed else typed.source or typed.new_source


def with_cells(typed: Typed, cells: Mapping[str, Any], known: Catalogue) -> Typed:
    """Return what is typed with cells of the grid changed; cells that are not for typing are left alone."""
    texts = {name: str(cells[name] or "") for name in TYPED if name in cells}
    if "status" in texts:
        texts["status"] = _status(texts["status"])
    if "source" in texts:
        texts |= _source(texts["source"], known)
    return replace(typed, **texts)  # type: ignore[arg-type]


def _status(text: str) -> str:
    """Read a status in the words it is shown in, or by its key; an emptied cell is the usual one."""
    words = STATUS_BY_WORDS | {fold(certainty_word(certainty)): certainty.value for certainty in Certainty}
    return words.get(fold(text), text) if text.strip() else Certainty.FINAL.value


def _source(text: str, known: Catalogue) -> dict[str, str]:
    """Return a source by its title or key; any other text is the title of a new one."""
    titles = {fold(source.title): key for key, source in reversed(known.sources.items())}
    chosen = titles.get(fold(text)) or (text.strip() if text.strip() in known.sources else "")
    return {"source": chosen, "new_source": "" if chosen else text.strip()}


_ROW, _HEAD = 36, 38
# The pixels a page needs to show a round as wide as it is read best, and the columns where there are fewer: what the
# plans ask for has to be seen whole, because the first digit of 300 reads as another number.
_ROOMY = 1200
_NARROW = {"indicator": 190, "value": 110, "unit": 80, "last": 95, "goal": 135}


def entry_grid(form: RoundForm, views: Sequence[EntryView]) -> None:
    """Draw the grid, every change of which is kept as a draft, and beside it what each row would store."""
    key = form.widget("grid")
    high = _HEAD + _ROW * len(views)
    typing, meaning = st.columns([7, 3], gap=None)
    with typing:
        st.data_editor(
            _laid(form, views, key),
            key=key,
            hide_index=True,
            num_rows="fixed",
            column_config=_columns(),
            column_order=_order(form),
            on_change=keeping(_typed),
            args=(form, key),
            height=high,
            row_height=_ROW,
            alt=_("The values of this round"),
        )
    with meaning:
        st.dataframe(
            pd.DataFrame({_("Will be stored"): [stored_words(view) for view in views],
                          _("State"): [view.state_text for view in views]}),
            hide_index=True,
            height=high,
            row_height=_ROW,
            alt=_("What each row would store, and how far it has come"),
        )  # fmt: skip
    if choices := next((view.row.choices for view in views if view.row.choices), ()):
        st.caption(_("Where a state is asked for, type one of: {states}.").format(states=listed(choices)))


def _laid(form: RoundForm, views: Sequence[EntryView], key: str) -> pd.DataFrame:
    """Return the rows as the grid was laid: did they change below an open cell, what is typed there would be lost."""
    kept = f"{key} as laid"
    if kept not in st.session_state:
        st.session_state[kept] = pd.DataFrame([_cells(form, view) for view in views])
    laid: pd.DataFrame = st.session_state[kept]
    return laid


def _cells(form: RoundForm, view: EntryView) -> dict[str, str]:
    """Return a row of the grid."""
    row = view.row
    shown = {
        "indicator": row.indicator.name,
        "unit": _("state") if row.choices else unit_of(row.indicator),
        "last": _told_words(row.last, row.key.year - 1),
        "goal": remarks(row.goals),
    }
    return shown | cells_of(view.typed, form.context.known)


def _told_words(reported: PastValue | None, year: int) -> str:
    """Return a value on record in words, with its year where that is not the one expected."""
    if reported is None:
        return "–"
    return reported.words if reported.year == year else f"{reported.words} ({reported.year})"


def stored_words(view: EntryView) -> str:
    """Return what would be stored, or what is on record where nothing is typed."""
    if view.understood.words and not view.understood.problems:
        return view.understood.words
    if view.understood.problems:
        return "✗ " + view.understood.problems[0].wrong
    return view.row.on_record.words if view.row.on_record else ""


def _order(form: RoundForm) -> list[str]:
    """Put what is typed beside what it means; a reason is asked for where there is something to correct."""
    corrects = any(row.on_record or row.state is EntryState.ACCEPTED for row in form.wanted.rows)
    rest = [name for name in TYPED[2:] if corrects or name != "reason"]
    return ["indicator", "value", "unit", "last", "goal", "comment", *rest]


def _columns() -> dict[str, Any]:
    """Return the columns described, all of text: a column of numbers would read pasted cells silently wrong.

    Columns that are only shown are open, too: the browser drops what is pasted over a closed one, and the values of a
    pasted block would land beside other names than theirs. What is typed there is not kept.
    """
    text = st.column_config.TextColumn
    value = _("Type as you write it: 14.2亿, 1.42 billion, about 150, over 100, +23.7%.")
    wide = {"indicator": 270, "value": 120, "unit": 100, "last": 105, "goal": 140}
    width = wide if page_width() >= _ROOMY else _NARROW
    return {
        "indicator": text(_("Indicator"), width=width["indicator"], pinned=True),
        "unit": text(_("Unit"), width=width["unit"]),
        "goal": text(_("Asked by the plans"), width=width["goal"]),
        "last": text(_("Year before"), width=width["last"]),
        "value": text(_("Value"), width=width["value"], help=value),
        "comment": text(_("Comment"), width=160),
        "status": text(_("Status"), width=95, help=_("final, provisional or estimated")),
        "source": text(_("Source"), width=170, help=_("The title of the document; a new title is a new document.")),
        "locator": text(_("Where in it"), width=120, help=_("The page, table or paragraph.")),
        "reason": text(_("Why corrected"), width=150, help=_("Needed where a value is on record.")),
    }


def _typed(form: RoundForm, key: str) -> None:
    """Keep what was typed into the grid, row by row; a block with names is kept by them, wherever it was pasted."""
    edited = st.session_state[key].get("edited_rows", {})
    placed = [(row, cells) for place, cells in edited.items() if (row := _row_at(form, place)) is not None]
    known, wanted = form.context.known, names_in(form)
    before_all = [(row, cells, cells_of(form.typed(row), known)) for row, cells in placed]
    block = landed_block(before_all, _order(form), wanted)
    failures = []
    for row, cells in placed:
        if row.key.indicator in block:
            continue
        before = form.typed(row)
        typed = with_cells(before, cells, form.context.known)
        if typed != before:
            keep_typed(form, row.key.indicator, typed)
            failures.append(form.failure)
    form.failure = "\n".join(dict.fromkeys(filter(None, failures)))
    if block:
        take_block(form, block, wanted)


def _row_at(form: RoundForm, place: Any) -> RoundRow | None:
    number = int(place)
    return form.wanted.rows[number] if 0 <= number < len(form.wanted.rows) else None
