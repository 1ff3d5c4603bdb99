"""The fields of a typed form: each shows what was typed so far and keeps what is typed now."""

from collections.abc import Mapping

import streamlit as st

from tracker.language import _
from tracker.ui.session.callbacks import keeping
from tracker.ui.widgets.typed_forms import TypedForm

_NOTHING = ""


def text_field(form: TypedForm, name: str, label: str, *, hint: str = "", example: str = "") -> str:
    """Draw a line to type into."""
    key = _seed(form, name, form.texts.get(name, ""))
    told = (form, name, key)
    typed = st.text_input(
        label, key=key, help=hint or None, placeholder=example, on_change=keeping(_keep_at_once), args=told
    )
    return _keep(form, name, str(typed or ""))


def long_field(form: TypedForm, name: str, label: str, *, hint: str = "", height: int = 90) -> str:
    """Draw a box of several lines to type into."""
    key = _seed(form, name, form.texts.get(name, ""))
    told = (form, name, key)
    typed = st.text_area(label, key=key, help=hint or None, height=height, on_change=keeping(_keep_at_once), args=told)
    return _keep(form, name, str(typed or ""))


def choice_field(
    form: TypedForm,
    name: str,
    label: str,
    options: Mapping[str, str],
    *,
    hint: str = "",
    optional: bool = True,
    nothing: str = "",
) -> str:
    """Draw a list to choose from: keys against the words shown for them, with `nothing` first where it may be."""
    shown = ({_NOTHING: nothing or _("– not given –")} if optional else {}) | dict(options)
    told = form.texts.get(name, "")
    key = _seed(form, name, told if told in shown else next(iter(shown), _NOTHING))
    if st.session_state[key] not in shown:
        st.session_state[key] = next(iter(shown), _NOTHING)
    chosen = st.selectbox(
        label,
        list(shown),
        format_func=lambda one: shown.get(one, ""),
        key=key,
        help=hint or None,
        on_change=keeping(_keep_at_once),
        args=(form, name, key),
    )
    return _keep(form, name, str(chosen or ""))


def flag_field(form: TypedForm, name: str, label: str, *, hint: str = "") -> bool:
    """Draw a box to tick."""
    key = _seed(form, name, form.texts.get(name) == "yes")
    ticked = st.checkbox(label, key=key, help=hint or None, on_change=keeping(_keep_at_once), args=(form, name, key))
    return _keep(form, name, "yes" if ticked else "") == "yes"


def _seed(form: TypedForm, name: str, value: str | bool) -> str:
    """Give a widget what was typed, where the browser has forgotten it."""
    key = form.widget(name)
    # Set at every run, or a page switch would take the value away with the widget.
    st.session_state[key] = st.session_state.get(key, value)
    return key


def _keep_at_once(form: TypedForm, name: str, key: str) -> None:
    """Keep what was changed before the page is made: where the session has ended, the page never draws the field."""
    told = st.session_state.get(key)
    _keep(form, name, ("yes" if told else "") if isinstance(told, bool) else str(told or ""))


def _keep(form: TypedForm, name: str, value: str) -> str:
    form.texts[name] = value
    return value
