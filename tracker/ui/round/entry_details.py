"""One value in detail: why there is none, its status, source, comment, reason, and the evidence for it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from tracker.domain.entry.entries import NoValue, Typed
from tracker.domain.entry.evidence import LARGEST_EVIDENCE
from tracker.domain.field_words import field_word
from tracker.domain.people.roles import Person
from tracker.domain.quantity.units import is_share
from tracker.domain.vocabulary import Certainty, certainty_word
from tracker.errors import TrackerError
from tracker.language import _, number
from tracker.services.choices import distinct_labels
from tracker.services.round.evidence_files import ADDRESS, find, keep
from tracker.services.round.rounds import RoundRow
from tracker.ui.round.entry_drafts import put_typed
from tracker.ui.round.round_form import RoundForm
from tracker.ui.session import person as asking
from tracker.ui.session.callbacks import callback, keeping
from tracker.ui.session.files_in_memory import forget_upload
from tracker.ui.session.store_handle import store

#: Stands among the sources for one that is named here for the first time.
NEW_SOURCE = "+"


def choice_field(form: RoundForm, row: RoundRow, name: str, label: str, options: dict[str, str], now: str) -> None:
    """Draw a list for one field of a value."""
    key = form.widget(f"{name} {row.key.indicator}")
    st.selectbox(
        label,
        list(options),
        index=list(options).index(now) if now in options else 0,
        format_func=lambda option: options.get(option, option),
        key=key,
        on_change=keeping(_changed),
        args=(form, row.key.indicator, name, key),
    )


def text_field(form: RoundForm, row: RoundRow, name: str, label: str, *, place: str = "", long: bool = False) -> None:
    """Draw a line or a box for one field of a value; `place` tells two of one field on a page apart."""
    key = form.widget(f"{name} {row.key.indicator} {place}")
    draw: Callable[..., Any] = st.text_area if long else st.text_input
    now = getattr(form.typed(row), name)
    draw(label, now, key=key, on_change=keeping(_changed), args=(form, row.key.indicator, name, key))


def _changed(form: RoundForm, indicator: str, name: str, key: str) -> None:
    """Keep a field that was changed."""
    typed = form.typed(form.row(indicator))
    put_typed(form, indicator, _with_field(typed, name, str(st.session_state.get(key) or "")))


def _with_field(typed: Typed, name: str, text: str) -> Typed:
    """Put the text of a field into what is typed; a known source and a new one exclude each other."""
    if name == "no_value":
        return replace(typed, no_value=NoValue(text) if text else None)
    if name == "source":
        return replace(
            typed, source="" if text == NEW_SOURCE else text, new_source=typed.new_source if text == NEW_SOURCE else ""
        )
    return replace(typed, **{name: text})  # type: ignore[arg-type]


_KIB, _MIB = 1024, 1024 * 1024


def evidence_field(form: RoundForm, row: RoundRow) -> None:
    """Draw the field for a file, or the file that is there."""
    indicator, checksum = row.key.indicator, form.typed(row).evidence
    if checksum:
        st.caption(_("Evidence"))
        evidence_link(form.person, checksum)
        st.button(
            _("Take the file away"),
            key=form.widget(f"no file {indicator}"),
            on_click=callback(_remove),
            args=(form, indicator),
        )
        return
    key = form.widget(f"file {indicator}")
    st.file_uploader(
        _("Evidence: a PDF, PNG or JPEG of at most {size} MB").format(size=LARGEST_EVIDENCE // _MIB),
        type=["pdf", "png", "jpg", "jpeg"],
        max_upload_size=LARGEST_EVIDENCE // _MIB,
        key=key,
        on_change=callback(_uploaded),
        args=(form, indicator, key),
    )


def evidence_link(person: Person, checksum: str) -> None:
    """Draw the link by which people who are signed in save a file, with what it is called."""
    try:
        file = find(store(), person, checksum)
    except TrackerError as error:
        st.text(str(error))
        return
    size = _("{size} kB").format(size=number(-(-file.size // _KIB)))
    st.link_button(_("Evidence file, {size}").format(size=size), f"{ADDRESS}/{checksum}")
    st.text(file.name)


def _uploaded(form: RoundForm, indicator: str, key: str) -> None:
    """Keep a file that was handed over and name it in the draft."""
    file, person = st.session_state.get(key), asking.known_person()
    if file is None or person is None:
        return
    forget_upload(file)
    try:
        checksum = keep(store(), person, file.name, file.getvalue())
    except TrackerError as error:
        form.failure = str(error)
        form.lay_again()
        return
    put_typed(form, indicator, replace(form.typed(form.row(indicator)), evidence=checksum))


def _remove(form: RoundForm, indicator: str) -> None:
    typed = form.typed(form.row(indicator))
    # The second click of a double one finds the file gone.
    if typed.evidence:
        put_typed(form, indicator, replace(typed, evidence=""))


def entry_details(form: RoundForm) -> None:
    """Choose a value and show what belongs to it; every change is kept as a draft."""
    with st.expander(_("One value in detail: no value, source, evidence"), key="entry_details"):
        named = distinct_labels((row.key.indicator, row.indicator.name) for row in form.wanted.rows)
        chosen = st.selectbox(
            _("Indicator"),
            list(named),
            format_func=lambda option: named.get(option, ""),
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
    reasons = {"": _("– there is a value –")} | {choice.value: no_value_word(choice) for choice in NoValue}
    choice_field(form, row, "no_value", _("No value because"), reasons, typed.no_value or "")
    words = {choice.value: certainty_word(choice) for choice in Certainty}
    choice_field(form, row, "status", _("Status"), words, typed.status)
    text_field(form, row, "comment", _("Comment"), long=True)
    if is_share(row.indicator.unit):
        for name in ("numerator", "denominator"):
            text_field(form, row, name, field_word(name))
    if row.on_record is not None:
        text_field(form, row, "reason", _("Why is the value on record corrected?"))


def _source_fields(form: RoundForm, row: RoundRow) -> None:
    """Draw the documents to choose from, the title of a new one, and the place in it."""
    typed = form.typed(row)
    listed = distinct_labels(
        sorted(((key, source.title) for key, source in form.context.known.sources.items()), key=lambda p: p[1])
    )
    first = {"": _("– not given –"), NEW_SOURCE: _("＋ A new document, named below")}
    choice_field(form, row, "source", _("Source"), first | listed, NEW_SOURCE if typed.new_source else typed.source)
    if not typed.source:
        text_field(form, row, "new_source", _("Title of a new document"))
    text_field(form, row, "locator", _("Page, table or paragraph"))
    for name in ("explanation", "explanation_zh", "measures"):
        text_field(form, row, name, field_word(name), long=True)


def no_value_word(reason: NoValue) -> str:
    """Return why there is no value."""
    return {
        NoValue.NOT_COLLECTED: _("not collected"),
        NoValue.NOT_PUBLISHED: _("not yet published"),
        NoValue.NOT_APPLICABLE: _("not applicable"),
    }[reason]
