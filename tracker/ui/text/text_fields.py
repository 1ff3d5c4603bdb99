"""The fields of one quantity of a text: those of a goal in the plan's words, or those of an actual."""

import streamlit as st

from tracker.domain.entry.plan_phrases import MEANING, Phrase
from tracker.domain.field_words import field_word
from tracker.domain.vocabulary import Certainty, certainty_word
from tracker.language import _
from tracker.services.ledger import Catalogue
from tracker.services.scopes import zones_to_choose
from tracker.services.text_milestones import is_new_milestone
from tracker.services.text_quantities import Choice
from tracker.ui.planning.goal_form import goal_fields, indicators_to_choose
from tracker.ui.session.store_handle import store
from tracker.ui.session.view_settings import look
from tracker.ui.shell.links import link_to
from tracker.ui.text.text_task import taken_for
from tracker.ui.widgets.elements import leads
from tracker.ui.widgets.typed_form import choice_field, long_field, text_field
from tracker.ui.widgets.typed_forms import TypedForm


def quantity_fields(part: TypedForm, known: Catalogue) -> None:
    """Draw the fields of what a quantity is taken for; nothing for what is ignored."""
    taken = taken_for(part)
    if taken is Choice.IGNORE:
        st.caption(_("Nothing is kept of it."))
        return
    if taken is Choice.GOAL:
        goal_fields(part, known)
        if is_new_milestone(part.texts):
            text_field(part, "milestone", _("Or a new milestone, in a few words"), example=_("Science town opened"))
    else:
        _actual_fields(part, known, taken)
    _missing(part)
    with st.expander(_("Place, wording and more")):
        _background(part, taken)


def _actual_fields(part: TypedForm, known: Catalogue, taken: Choice) -> None:
    choice_field(part, "zone", field_word("zone"), zones_to_choose(store(), look()))
    choice_field(part, "indicator", field_word("indicator"), indicators_to_choose(known))
    value, unit, year = st.columns([2, 2, 1])
    with value:
        hint = _("Words count: “over 100”, “about 40% of the city's”, “+23.7%”.")
        growth = taken is Choice.GROWTH
        text_field(
            part, "told", field_word("growth" if growth else "value"), hint=hint, example="+23.7%" if growth else ""
        )
    with unit:
        if taken is Choice.ACTUAL:
            text_field(part, "unit", field_word("unit"), example=_("the indicator’s"))
    with year:
        text_field(part, "year", field_word("year"), hint=_("Empty where none is told; it then judges nothing."))
    text_field(part, "reason", field_word("reason"), example=_("only where it corrects what is on record"))


def _missing(part: TypedForm) -> None:
    """Lead to where a plan, zone or indicator is written that the lists lack; the text stays open meanwhile."""
    if not part.texts.get("indicator") or not (part.texts.get("plan") or part.texts.get("zone")):
        leads(
            _("Not in a list? Write it first; this text stays open"),
            link_to(_("indicator"), "indicators", new="yes"),
            link_to(_("plan"), "plans", new="yes"),
            link_to(_("zone"), "zones", new="yes"),
        )


def _background(part: TypedForm, taken: Choice) -> None:
    """Draw where it is written and in what words, and where a goal starts."""
    text_field(part, "locator", field_word("locator"))
    if taken is Choice.GOAL:
        if MEANING[Phrase(part.texts["phrase"])].kind.traits.measured:
            value, year = st.columns(2)
            with value:
                text_field(part, "baseline_value", field_word("baseline_value"))
            with year:
                text_field(part, "baseline_year", field_word("baseline_year"))
        hint = _("What the text says, in your own words. Empty: the sentence above is kept.")
    else:
        shown = {one.value: certainty_word(one) for one in Certainty}
        choice_field(part, "status", field_word("status"), shown, optional=False)
        hint = _("What the text says, in your own words; kept as the note.")
    long_field(part, "wording", field_word("wording"), hint=hint)
