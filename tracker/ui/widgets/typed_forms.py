"""What is typed into a form, kept by the server until it is saved: it survives a refusal, another page and a reload."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

import streamlit as st

from tracker.domain.records import Goal, Indicator, Plan, Zone

_KEPT = 2_000
_lock = Lock()
_forms: OrderedDict[str, "TypedForm"] = OrderedDict()
Kept = Zone | Indicator | Plan | Goal


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
        """Name the widget of a field."""
        return f"{self.token} {name}"


def open_form(
    account: str, subject: str, key: str, begin: Callable[[], tuple[Kept | None, dict[str, str]]]
) -> TypedForm:
    """Give the person's open form for a record, the one named in the address first; begin one where there is none."""
    place = f"form of {subject} {key}"
    told = (st.query_params.get("form", ""), st.session_state.get(place, ""))
    found = next((form for form in map(_kept, told) if form and _fits(form, account, subject, key)), None)
    if found is None:
        before, texts = begin()
        found = TypedForm(secrets.token_urlsafe(16), account, subject, key, before, texts)
        _remember(found)
    st.session_state[place] = found.token
    if st.query_params.get("form") != found.token:
        st.query_params["form"] = found.token
    return found


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
