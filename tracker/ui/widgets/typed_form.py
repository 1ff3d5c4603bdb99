"""The fields of a typed form: each shows what was typed so far and keeps what is typed now."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

import streamlit as st

from tracker.domain.records import Goal, Indicator, Plan, Source, Zone
from tracker.language import _
from tracker.ui.session.callbacks import keeping

_KEPT = 2_000
_lock = Lock()
_forms: OrderedDict[str, "TypedForm"] = OrderedDict()
Kept = Zone | Indicator | Plan | Goal | Source


@dataclass(slots=True)
class TypedForm:
    """One open form: its token, whose it is, what it is about, the record it was opened with, and the texts typed.

    `parts` are the forms within the form, by their keys.
    """

    token: str
    account: str
    subject: str
    key: str
    before: Kept | None
    texts: dict[str, str] = field(default_factory=dict)
    parts: dict[str, "TypedForm"] = field(default_factory=dict)

    def widget(self, name: str) -> str:
        """Return the key of a field's widget."""
        return f"{self.token} {name}"


def open_form(
    account: str, subject: str, key: str, begin: Callable[[], tuple[Kept | None, dict[str, str]]]
) -> TypedForm:
    """Return the person's open form for a record, the one named in the address first; begin one where there is none."""
    place = f"form of {subject} {key}"
    tokens = (st.query_params.get("form", ""), st.session_state.get(place, ""))
    opened = next((form for form in map(_kept, tokens) if form and _fits(form, account, subject, key)), None)
    if opened is None:
        before, texts = begin()
        opened = TypedForm(secrets.token_urlsafe(16), account, subject, key, before, texts)
        _remember(opened)
    st.session_state[place] = opened.token
    if st.query_params.get("form") != opened.token:
        st.query_params["form"] = opened.token
    return opened


def close_form(form: TypedForm) -> None:
    """Forget a form that was saved or given up."""
    with _lock:
        _forms.pop(form.token, None)
    st.query_params.pop("form", None)


def refill(form: TypedForm, before: Kept | None, texts: Mapping[str, str]) -> None:
    """Put other texts into an open form."""
    form.before = before
    form.texts = dict(texts)
    for widget in [key for key in st.session_state if str(key).startswith(f"{form.token} ")]:
        del st.session_state[widget]


def _kept(token: str) -> TypedForm | None:
    with _lock:
        return _forms.get(token)


def _fits(form: TypedForm, account: str, subject: str, key: str) -> bool:
    return (form.account, form.subject, form.key) == (account, subject, key)


def _remember(form: TypedForm) -> None:
    with _lock:
        _forms[form.token] = form
        while len(_forms) > _KEPT:
            _forms.popitem(last=False)


_NOTHING = ""


def text_field(form: TypedForm, name: str, label: str, *, hint: str = "", example: str = "") -> str:
    """Draw a line to type into, and return what stands in it."""
    key = _seed(form, name, form.texts.get(name, ""))
    args = (form, name, key)
    typed = st.text_input(
        label, key=key, help=hint or None, placeholder=example, on_change=keeping(_keep_at_once), args=args
    )
    return _keep(form, name, str(typed or ""))


def long_field(form: TypedForm, name: str, label: str, *, hint: str = "", height: int = 90) -> str:
    """Draw a box of several lines to type into, and return what stands in it."""
    key = _seed(form, name, form.texts.get(name, ""))
    args = (form, name, key)
    typed = st.text_area(label, key=key, help=hint or None, height=height, on_change=keeping(_keep_at_once), args=args)
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
    typed = form.texts.get(name, "")
    key = _seed(form, name, typed if typed in shown else next(iter(shown), _NOTHING))
    if st.session_state[key] not in shown:
        st.session_state[key] = next(iter(shown), _NOTHING)
    chosen = st.selectbox(
        label,
        list(shown),
        format_func=lambda option: shown.get(option, ""),
        key=key,
        help=hint or None,
        on_change=keeping(_keep_at_once),
        args=(form, name, key),
    )
    return _keep(form, name, str(chosen or ""))


def flag_field(form: TypedForm, name: str, label: str, *, hint: str = "") -> bool:
    """Draw a box to tick, and return whether it is ticked."""
    key = _seed(form, name, form.texts.get(name) == "yes")
    ticked = st.checkbox(label, key=key, help=hint or None, on_change=keeping(_keep_at_once), args=(form, name, key))
    return _keep(form, name, "yes" if ticked else "") == "yes"


def _seed(form: TypedForm, name: str, value: str | bool) -> str:
    """Return a widget what was typed, where the browser has forgotten it; return its key."""
    key = form.widget(name)
    # Set at every run, or a page switch would take the value away with the widget.
    st.session_state[key] = st.session_state.get(key, value)
    return key


def _keep_at_once(form: TypedForm, name: str, key: str) -> None:
    """Keep what was changed before the page is made: where the session has ended, the page never draws the field."""
    value = st.session_state.get(key)
    _keep(form, name, ("yes" if value else "") if isinstance(value, bool) else str(value or ""))


def _keep(form: TypedForm, name: str, value: str) -> str:
    form.texts[name] = value
    return value
