"""One value in detail: why there is none, its status, source, comment, reason, and the evidence for it."""

import streamlit as st

from tracker.domain.entry.entries import NoValue
from tracker.domain.vocabulary import Certainty, certainty_word
from tracker.language import _
from tracker.services.picking import told_apart
from tracker.services.rounds import RoundRow
from tracker.ui.round.entry_evidence import evidence_field
from tracker.ui.round.entry_fields import NEW_SOURCE, choice_field, text_field
from tracker.ui.round.round_form import RoundForm


def entry_details(form: RoundForm) -> None:
    """Choose a value and show what belongs to it; every change is kept as a draft."""
    with st.expander(_("One value in detail: no value, source, evidence"), key="entry_details"):
        named = told_apart((row.key.indicator, row.indicator.name) for row in form.wanted.rows)
        chosen = st.selectbox(
            _("Indicator"),
            list(named),
            format_func=lambda one: named.get(one, ""),
            key=f"detail {form.wanted.zone} {form.wanted.year}",
        )
        row = form.row(chosen)
        left, middle, right = st.columns(3, gap="large")
        with left:
            _value_fields(form, row)
        with middle:
            _source_fields(form, row)
        with right:
            evidence_field(form, row)


def _value_fields(form: RoundForm, row: RoundRow) -> None:
    """Draw why there is no value, the status, and why a value on record is corrected."""
    typed = form.typed(row)
    reasons = {"": _("– there is a value –")} | {one.value: no_value_word(one) for one in NoValue}
    choice_field(form, row, "no_value", _("No value because"), reasons, typed.no_value or "")
    words = {one.value: certainty_word(one) for one in Certainty}
    choice_field(form, row, "status", _("Status"), words, typed.status)
    text_field(form, row, "comment", _("Comment"), long=True)
    if row.on_record is not None:
        text_field(form, row, "reason", _("Why is the value on record corrected?"))


def _source_fields(form: RoundForm, row: RoundRow) -> None:
    """Draw the documents to choose from, the title of a new one, and the place in it."""
    typed = form.typed(row)
    listed = told_apart(
        sorted(((key, one.title) for key, one in form.context.known.sources.items()), key=lambda p: p[1])
    )
    first = {"": _("– not given –"), NEW_SOURCE: _("＋ A new document, named below")}
    choice_field(form, row, "source", _("Source"), first | listed, NEW_SOURCE if typed.new_source else typed.source)
    if not typed.source:
        text_field(form, row, "new_source", _("Title of a new document"))
    text_field(form, row, "locator", _("Page, table or paragraph"))


def no_value_word(reason: NoValue) -> str:
    """Say why there is no value."""
    return {
        NoValue.NOT_COLLECTED: _("not collected"),
        NoValue.NOT_PUBLISHED: _("not yet published"),
        NoValue.NOT_APPLICABLE: _("not applicable"),
    }[reason]
