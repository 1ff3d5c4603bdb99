"""The end of every planner's form: the reason for a change, the button that saves once, and what came of it."""

from collections.abc import Callable

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.errors import TrackerError
from tracker.language import _
from tracker.services.definition_saving import Definition, save_definition
from tracker.ui.planning.plan_problems import show_refusal
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.messages import say_next, to_say
from tracker.ui.widgets.typed_form import text_field
from tracker.ui.widgets.typed_forms import TypedForm, close_form

_SAID = "what was saved"


def show_saved() -> None:
    """Say what was saved at the last click."""
    if said := to_say(_SAID):
        st.success(markdown(said))


def say_saved(said: str) -> None:
    """Remember what is to be said when the page opens anew."""
    say_next(_SAID, said)


def save_button(
    person: Person, form: TypedForm, read: Callable[[], Definition], said: str, *, stay: str, new_source: str = ""
) -> None:
    """Ask for the reason where something is changed, and save what `read` makes of the form.

    Afterwards the page opens again at the record, which `stay` names in the address; `new_source` is the title of a
    document to list first.
    """
    reason = ""
    if form.before is not None:
        reason = text_field(form, "reason", _("Why is it changed?"), example=_("kept in the history beside the change"))
    left, right, _rest = st.columns([1, 1, 3])
    pressed = left.button(_("Save"), type="primary", key=form.widget("save"), width="stretch")
    right.button(
        _("Discard"),
        key=form.widget("discard"),
        on_click=callback(_discard),
        args=(form, stay),
        width="stretch",
        help=_("Forgets what was typed here; what is saved stays."),
    )
    if not pressed:
        return
    try:
        key = save_definition(
            store(), person, read(), before=form.before, reason=reason, token=form.token, new_source=new_source
        )
    except TrackerError as error:
        show_refusal(form, error)
        return
    say_saved(said)
    close_form(form)
    st.query_params.pop("new", None)
    if key:
        st.query_params[stay] = key
    st.rerun()


def _discard(form: TypedForm, stay: str) -> None:
    close_form(form)
    for name in ("new", stay):
        st.query_params.pop(name, None)
