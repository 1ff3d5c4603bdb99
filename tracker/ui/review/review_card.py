"""A submitted value in full: typed and understood, doubts and comment, last values, evidence, effect on the goals."""

from collections.abc import Sequence

import streamlit as st
from htpy import Node, b, fragment

from tracker.domain.entry.entries import Typed
from tracker.domain.people.roles import Person
from tracker.language import _, instant_words, unit_word
from tracker.services.reviewing import ReviewRow
from tracker.ui.round.entry_cells import status_word
from tracker.ui.round.entry_evidence import evidence_link
from tracker.ui.session.view_settings import look
from tracker.ui.widgets.elements import pairs_table, quiet
from tracker.ui.widgets.findings import effect_list, finding_list, meaning

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
    place = f"{row.zone_name} · {key.year} · {unit_word(row.indicator.unit)}"
    value.html(fragment[b[row.indicator.name], quiet(place), meaning(entry.typed.value, row.understood)])
    by = _("Entered by {who}, {when}").format(who=row.by, when=instant_words(entry.entered_at.astimezone()))
    value.html(quiet(by))
    if row.own:
        value.info(_("You entered this value yourself; nobody accepts what they entered. Another reviewer decides."))
    checks.html(fragment[finding_list(row.understood) or _("✓ Nothing doubtful was found")])
    checks.html(pairs_table(_sayings(row, entry.typed)))
    goals.html(fragment[effect_list(row.effects, look().rule) or quiet(_("No goal is judged by it."))])
    if entry.typed.evidence:
        with goals:
            evidence_link(person, entry.typed.evidence)


def _sayings(row: ReviewRow, typed: Typed) -> list[tuple[str, Node]]:
    """List what the official says of a value, and what was said before."""
    last = [quiet(f"{told.year}: {told.words}") for told in row.last] or "–"
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
