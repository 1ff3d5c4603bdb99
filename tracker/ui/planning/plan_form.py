"""The plans as planners see and change them: the list, the form for one with its goals, and copying one forward."""

import streamlit as st
from htpy import Node, fragment

from tracker.domain.field_words import field_word
from tracker.domain.people.roles import Person
from tracker.domain.records import Plan
from tracker.errors import NotFoundError, TrackerError
from tracker.exchange.bundle.column_words import column_words
from tracker.language import _, number, years_words
from tracker.services.cache.query_cache import Catalogue
from tracker.services.choices import plans_to_choose, zones_to_choose
from tracker.services.planning.carry_forward import copy_forward, typed_period
from tracker.services.planning.planning_lists import goals_to_change, plan_lines, stored
from tracker.services.planning.typed_definitions import typed_plan
from tracker.ui.planning.saving import save_button, say_saved, show_refusal, source_fields, texts_of
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.elements import between, leads, plain_table, quiet
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.typed_form import (
    TypedForm,
    choice_field,
    close_form,
    flag_field,
    long_field,
    open_form,
    text_field,
)


def plan_list() -> None:
    """List the plans with how many goals each has."""
    leads(link_to(_("＋ New plan"), "plans", new="yes"))
    heads = (_("Plan"), _("Years"), _("Goals"), _("What to do"))
    rows = [
        (
            fragment[link_to(line.plan.name, "plans", edit=line.plan.plan), quiet(line.zone.name)],
            _years(line.plan),
            fragment[number(line.goals), quiet(_waiting(line.without_value))],
            _deeds(line.plan.plan),
        )
        for line in plan_lines(store())
    ]
    st.html(plain_table(heads, rows, ("", "short", "end", "")))


def _years(plan: Plan) -> str:
    return years_words(plan.start, plan.end) or "–"


def _waiting(count: int) -> str:
    return _("{count} without a value").format(count=number(count)) if count else ""


def _deeds(plan: str) -> Node:
    links = (
        link_to(_("Change"), "plans", edit=plan),
        link_to(_("New goal"), "edit-goal", plan=plan),
        link_to(_("Copy forward"), "plans", copy=plan),
    )
    return between(" · ", links)


def plan_form(person: Person, known: Catalogue, key: str) -> None:
    """Draw the form for a plan, a new one where the key is empty."""
    before = stored(store()).plans.get(key)
    form = open_form(person.account, "plan", key, lambda: (before, texts_of(before)))
    st.header(markdown(known.plans[key].name) if before else _("New plan"), anchor=False)
    left, right = st.columns(2)
    with left:
        name = text_field(form, "name", field_word("name"), example=_("14th Five-Year Plan 2021-25"))
        text_field(form, "name_zh", field_word("name_zh"))
        choice_field(form, "zone", field_word("zone"), zones_to_choose(store(), chosen_view()), optional=before is None)
        others = {plan: words for plan, words in plans_to_choose(store(), chosen_view()).items() if plan != key}
        choice_field(form, "succeeds", field_word("succeeds"), others, hint=_("The plan whose goals these follow."))
    with right:
        first, last = st.columns(2)
        with first:
            text_field(form, "start", field_word("start"), example="2021")
        with last:
            text_field(form, "end", field_word("end"), example="2025")
        issued, place = st.columns(2)
        with issued:
            hint = column_words("plans")["issued"]
            text_field(form, "issued", field_word("issued"), example="2021-03-12", hint=hint)
        with place:
            text_field(form, "order", field_word("order"), example="1", hint=column_words("plans")["order"])
        title = source_fields(form, known)
        long_field(form, "note", field_word("note"))

    done = _("Saved: {name}").format(name=name)
    save_button(person, form, lambda: typed_plan(form.texts, key), done, stay="edit", new_source=title)


def goals_of_plan(key: str) -> None:
    """List the goals of a plan, each leading to its form."""
    goals = goals_to_change(store(), key)
    st.header(_("Goals"), anchor=False)
    leads(link_to(_("＋ New goal"), "edit-goal", plan=key))
    heads = (_("Indicator"), _("Asked"))
    rows = [(link_to(line.indicator, "edit-goal", goal=line.goal.goal), line.asked) for line in goals]
    st.html(plain_table(heads, rows))


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
