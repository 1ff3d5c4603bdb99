"""The table of submitted values, with a box to tick for each."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st
from htpy import Node, b, fragment

from tracker.domain.entry.entries import Typed
from tracker.domain.explaining.target_wording import unit_of
from tracker.domain.people.roles import Person
from tracker.language import _, instant_words, ngettext, number, remarks
from tracker.services.review.reviewing import ReviewRow
from tracker.ui.review.review_form import ReviewForm
from tracker.ui.round.entry_details import evidence_link
from tracker.ui.round.entry_grid import status_word
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.badges import status_text
from tracker.ui.widgets.elements import pairs_table, quiet
from tracker.ui.widgets.findings import effect_list, finding_list, meaning

_ORDER = ("ticked", "indicator", "stored", "last", "doubts", "goals", "zone", "year", "typed", "by")
_ROW, _HEAD, _MOST = 36, 38, 10


def review_grid(form: ReviewForm, rows: Sequence[ReviewRow]) -> list[ReviewRow]:
    """Draw the table, and return the values that are ticked."""
    every = st.checkbox(_("Tick all that may be accepted without a doubt"), key=f"tick all {form.generation}")
    drawn = pd.DataFrame([{"ticked": every and _undoubted(row), **_cells(row)} for row in rows])
    shown = st.data_editor(
        drawn,
        key=f"review grid {form.generation} {every} {_shape(rows)}",
        hide_index=True,
        num_rows="fixed",
        column_config=_columns(),
        column_order=_ORDER,
        disabled=[name for name in drawn.columns if name != "ticked"],
        height=_HEAD + _ROW * min(len(rows), _MOST),
        row_height=_ROW,
        alt=_("Values waiting for review"),
    )
    return [row for row, ticked in zip(rows, shown["ticked"], strict=False) if bool(ticked)]


def _shape(rows: Sequence[ReviewRow]) -> int:
    """Return a number that changes with the rows and their versions, so that a tick never moves to another value."""
    return hash(tuple((row.entry.key, row.entry.version) for row in rows))


def _undoubted(row: ReviewRow) -> bool:
    return not (row.own or row.understood.problems or row.understood.warnings)


def _cells(row: ReviewRow) -> dict[str, str]:
    """Return a row of the table."""
    last = row.last[0] if row.last else None
    return {
        "zone": row.zone_name,
        "year": str(row.entry.key.year),
        "indicator": row.indicator.name,
        "typed": row.entry.typed.value,
        "stored": row.understood.words,
        "last": f"{last.words} ({last.year})" if last else "–",
        "doubts": _doubts(row),
        "goals": _goals(row),
        "by": row.by,
    }


def _doubts(row: ReviewRow) -> str:
    """Return the word for whether there is something to look at."""
    if row.own:
        return _("yours: another reviewer decides")
    if row.understood.problems:
        return _("✗ cannot be accepted")
    count = len(row.understood.warnings)
    if count:
        return "! " + ngettext("{count} doubt", "{count} doubts", count).format(count=number(count))
    return _("✎ corrects {words}").format(words=row.on_record.words) if row.on_record else _("none")


def _goals(row: ReviewRow) -> str:
    """Return what changes for the goals by the rule chosen."""
    rule = chosen_view().rule
    moved = [effect for effect in row.effects if effect.before[rule] is not effect.after[rule]]
    return remarks(f"{status_text(effect.before[rule])} → {status_text(effect.after[rule])}" for effect in moved) or _(
        "same"
    )


def _columns() -> dict[str, Any]:
    text = st.column_config.TextColumn
    return {
        "ticked": st.column_config.CheckboxColumn(_("Tick"), width=70, pinned=True),
        "zone": text(_("Zone"), width=170),
        "year": text(_("Year"), width=60),
        "indicator": text(_("Indicator"), width=190),
        "typed": text(_("Typed"), width=100),
        "stored": text(_("Will be stored"), width=130),
        "last": text(_("Last value"), width=130),
        "doubts": text(_("Doubts"), width=120),
        "goals": text(_("Goals"), width=220),
        "by": text(_("Entered by"), width=100),
    }


#: How many values are shown in full where none is ticked.
_MOST_IN_FULL = 10


def review_cards(person: Person, rows: Sequence[ReviewRow], ticked: Sequence[ReviewRow]) -> None:
    """Show the ticked values in full, the first of all where none is ticked."""
    shown = ticked or rows[:_MOST_IN_FULL]
    st.header(_("Ticked values in full") if ticked else _("Submitted values in full"), anchor=False)
    for row in shown:
        with st.container(border=True):
            _card(person, row)
    if len(shown) < len(rows) and not ticked:
        st.caption(_("The first {count} are shown; tick others to see them in full.").format(count=_MOST_IN_FULL))


def _card(person: Person, row: ReviewRow) -> None:
    """Show one value."""
    entry, key = row.entry, row.entry.key
    value, checks, goals = st.columns([4, 4, 4], gap="medium")
    place = f"{row.zone_name} · {key.year} · {unit_of(row.indicator)}"
    value.html(fragment[b[row.indicator.name], quiet(place), meaning(entry.typed.value, row.understood)])
    by = _("Entered by {who}, {when}").format(who=row.by, when=instant_words(entry.entered_at.astimezone()))
    value.html(quiet(by))
    if row.own:
        value.info(_("You entered this value yourself; nobody accepts what they entered. Another reviewer decides."))
    checks.html(fragment[finding_list(row.understood) or _("✓ Nothing doubtful was found")])
    checks.html(pairs_table(_sayings(row, entry.typed)))
    goals.html(fragment[effect_list(row.effects, chosen_view().rule) or quiet(_("No goal is judged by it."))])
    if entry.typed.evidence:
        with goals:
            evidence_link(person, entry.typed.evidence)


def _sayings(row: ReviewRow, typed: Typed) -> list[tuple[str, Node]]:
    """Return what the official says of a value, and what was said before."""
    last = [quiet(f"{earlier.year}: {earlier.words}") for earlier in row.last] or "–"
    record = row.on_record.words if row.on_record else ""
    pairs: list[tuple[str, Node]] = [
        (_("Comment"), typed.comment),
        (_("Status"), status_word(typed.status)),
        (_("Source"), row.source or _("none given")),
        (_("Corrects"), record),
        (_("Why corrected"), typed.reason),
        (_("Last values"), last),
    ]
    return [(name, text) for name, text in pairs if text]
