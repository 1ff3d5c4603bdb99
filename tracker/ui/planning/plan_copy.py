"""A plan copied to the next period: name and years, values kept or emptied."""

import streamlit as st

from tracker.domain.field_words import field_word
from tracker.domain.people.roles import Person
from tracker.errors import NotFoundError, TrackerError
from tracker.language import _
from tracker.services.copying_forward import copy_forward, typed_period
from tracker.services.ledger import Catalogue
from tracker.ui.planning.plan_problems import show_refusal
from tracker.ui.planning.saving import say_saved
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.typed_form import flag_field, text_field
from tracker.ui.widgets.typed_forms import TypedForm, close_form, open_form


def copy_form(person: Person, known: Catalogue, key: str) -> None:
    """Draw the form that copies a plan forward; NotFoundError where there is no such plan."""
    if key not in known.plans:
        raise NotFoundError(_("There is no such plan any more."))
    plan = known.plans[key]
    st.header(_("Copy “{plan}” to the next period").format(plan=markdown(plan.name)), anchor=False)
    st.write(_("Its goals come along, due as much later as the plan ends later. Baselines stay behind."))
    form = open_form(person.account, "copy", key, lambda: (None, _next_years(plan.start, plan.end)))
    text_field(form, "name", field_word("name"))
    left, right = st.columns(2)
    with left:
        text_field(form, "start", field_word("start"))
    with right:
        text_field(form, "end", field_word("end"))
    flag_field(form, "keep", _("Keep the values asked; otherwise they are left empty, to be filled in"))
    if st.button(_("Copy forward"), type="primary", key=form.widget("copy")):
        _copy(person, key, form)


def _next_years(start: int | None, end: int | None) -> dict[str, str]:
    if start is None or end is None:
        return {}
    return {"start": str(end + 1), "end": str(2 * end - start + 1)}


def _copy(person: Person, key: str, form: TypedForm) -> None:
    try:
        made = copy_forward(store(), person, key, typed_period(form.texts), token=form.token)
    except TrackerError as error:
        show_refusal(form, error)
        return
    say_saved(_("Copied: {name}").format(name=form.texts["name"]))
    close_form(form)
    st.query_params.pop("copy", None)
    st.query_params["edit"] = made
    st.rerun()
