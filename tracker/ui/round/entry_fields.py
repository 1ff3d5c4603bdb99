"""Fields beside the grid: each shows what is typed for a value, and keeps what is changed as a draft."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from tracker.domain.entry.entries import NoValue, Typed
from tracker.services.rounds import RoundRow
from tracker.ui.round.entry_drafts import put_typed
from tracker.ui.round.round_form import RoundForm
from tracker.ui.session.callbacks import keeping

#: Stands among the sources for one that is named anew.
NEW_SOURCE = "+"


def choice_field(form: RoundForm, row: RoundRow, name: str, label: str, options: dict[str, str], now: str) -> None:
    """Draw a list for one field of a value."""
    key = form.widget(f"{name} {row.key.indicator}")
    st.selectbox(
        label,
        list(options),
        index=list(options).index(now) if now in options else 0,
        format_func=lambda one: options.get(one, one),
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
