"""The form for one goal, in the words in which plans speak."""

import streamlit as st
from htpy import b, p

from tracker.domain.entry.plan_phrases import MEANING, Phrase, phrase_words
from tracker.domain.explaining.target_wording import unit_of
from tracker.domain.field_words import field_word
from tracker.domain.kinds import AskedNumber
from tracker.domain.people.roles import Person
from tracker.domain.vocabulary import (
    BaselineOrigin,
    Basis,
    Comparator,
    MeasuredBy,
    MilestoneState,
    Nature,
    basis_word,
    comparator_word,
    measured_by_word,
    nature_word,
    origin_word,
    state_word,
)
from tracker.errors import NotFoundError
from tracker.exchange.bundle.column_words import column_words
from tracker.language import _, aside
from tracker.services.cache.query_cache import Catalogue
from tracker.services.choices import distinct_labels, plans_to_pick, zones_to_choose
from tracker.services.planning.goal_planning import goal_sentence
from tracker.services.planning.planning_lists import goal_to_change, wholes_to_choose
from tracker.services.planning.typed_goals import typed_goal
from tracker.ui.planning.saving import save_button, source_fields, texts_of
from tracker.ui.session.store_handle import store
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.typed_form import TypedForm, choice_field, flag_field, long_field, open_form, text_field


def open_goal_form(person: Person, key: str, plan: str) -> TypedForm:
    """Open the form of a goal, or of a new one of a plan; NotFoundError where there is no such goal."""
    before = goal_to_change(store(), key) if key else None
    if key and before is None:
        raise NotFoundError(_("There is no such goal any more."))
    # Two new goals of two plans are two forms.
    subject = "goal" if key else f"goal of {plan}"
    return open_form(person.account, subject, key, lambda: (before, texts_of(before) or {"plan": plan}))


def goal_fields(form: TypedForm, known: Catalogue) -> None:
    """Draw the fields that say what the plan asks; those that say nothing of its kind are left away."""
    choice_field(form, "plan", field_word("plan"), plans_to_pick(store(), chosen_view()))
    left, right = st.columns([2, 3])
    with left:
        phrases = {phrase.value: phrase_words(phrase) for phrase in Phrase}
        phrase = Phrase(choice_field(form, "phrase", _("The plan says"), phrases, optional=False))
    with right:
        choice_field(form, "indicator", field_word("indicator"), indicators_to_choose(known))
    if MEANING[phrase].kind.traits.measured:
        _amount(form, phrase, known)
    else:
        choice_field(form, "state", field_word("state"), {state.value: state_word(state) for state in MilestoneState})
    _due(form)
    st.html(p(".goal-sentence")[b[goal_sentence(store(), form.texts)]])


def indicators_to_choose(known: Catalogue) -> dict[str, str]:
    """Return the indicators by name, each with its unit."""
    named = [
        (aside(indicator.name, unit_of(indicator)), indicator.indicator) for indicator in known.indicators.values()
    ]
    return distinct_labels((key, name) for name, key in sorted(named))


def _amount(form: TypedForm, phrase: Phrase, known: Catalogue) -> None:
    """Draw the value with how it is meant, and what it is compared with."""
    kind = MEANING[phrase].kind.traits
    if kind.relative:
        left, right = st.columns(2)
        with left:
            choice_field(form, "reference_indicator", field_word("reference_indicator"), indicators_to_choose(known))
        with right:
            choice_field(form, "reference_zone", field_word("reference_zone"), zones_to_choose(store(), chosen_view()))
        bases = {one.value: basis_word(one) for one in Basis}
        choice_field(form, "basis", field_word("basis"), bases, nothing=basis_word(Basis.EACH_YEAR))
    if MEANING[phrase].value is not None or kind.number is AskedNumber.NONE:
        return
    value, second = st.columns(2)
    with value:
        hint = _("Words count: “about 150”, “over 2,000”, “100–120”, “14.2亿”, “3.5%”, “top 20”.")
        text_field(form, "value", field_word("value"), example=_("about 150"), hint=hint)
        if not kind.place:
            flag_field(form, "approximate", _("“about”"), hint=_("Within 5% of the value counts as reached."))
    with second:
        if kind.two_ends:
            text_field(form, "value_high", field_word("value_high"))
        elif MEANING[phrase].comparator is None:
            meant = {comparator.value: comparator_word(comparator) for comparator in Comparator}
            choice_field(form, "meant", field_word("comparator"), meant, nothing=_("as it is written"))
        if kind.in_unit and not kind.place:
            text_field(form, "unit", field_word("unit"), example=_("the indicator’s"))
        if kind.has_mean:
            means = {one.value: measured_by_word(one) for one in MeasuredBy}
            hint = column_words("goals")["measured_by"]
            choice_field(form, "measured_by", field_word("measured_by"), means, nothing=_("each value"), hint=hint)


def _due(form: TypedForm) -> None:
    left, right = st.columns(2, vertical_alignment="bottom")
    with right:
        nameless = flag_field(form, "no_due", _("The plan names no year"))
    with left:
        if not nameless:
            text_field(form, "due", field_word("due"), example="2025")


def goal_start(form: TypedForm) -> None:
    """Draw baseline and interim values, where the kind of goal has any."""
    kind = MEANING[Phrase(form.texts["phrase"])].kind.traits
    if kind.measured and not kind.judged_by_year:
        st.markdown(f"**{_('Where it starts')}**")
        _baseline(form)
        text_field(form, "interim", field_word("interim"), example=_("2022: 1,000; 2023: 1,500"))


def goal_background(form: TypedForm, known: Catalogue) -> str:
    """Draw nature, source, wording and note; return the title of a new document."""
    st.markdown(f"**{_('Where it is written')}**")
    _belongs(form)
    title = source_fields(form, known)
    text_field(form, "locator", field_word("locator"), example=_("page 12, table 3"))
    left, right = st.columns(2)
    with left:
        long_field(form, "wording", field_word("wording"), hint=_("What the plan says, in your own words."))
        long_field(form, "note", field_word("note"))
    with right:
        long_field(form, "wording_zh", field_word("wording_zh"))
        long_field(form, "note_zh", field_word("note_zh"))
    return title


def _belongs(form: TypedForm) -> None:
    """Draw where the goal belongs: its theme and place in the plan, who answers for it, and what it is part of."""
    hints = column_words("goals")
    left, right = st.columns(2)
    with left:
        choice_field(form, "nature", field_word("nature"), {one.value: nature_word(one) for one in Nature})
        text_field(form, "owner", field_word("owner"), hint=hints["owner"])
    with right:
        theme, place = st.columns([2, 1])
        with theme:
            text_field(form, "theme", field_word("theme"), hint=hints["theme"])
        with place:
            text_field(form, "order", field_word("order"), example="1", hint=hints["order"])
        if MEANING[Phrase(form.texts["phrase"])].kind.traits.adds_up:
            wholes = wholes_to_choose(store(), form.texts.get("indicator", ""), form.key)
            choice_field(form, "part_of", field_word("part_of"), wholes, hint=hints["part_of"])


def _baseline(form: TypedForm) -> None:
    value, year = st.columns(2)
    with value:
        hint = _("Empty: the latest value reported before the plan is taken.")
        text_field(form, "baseline_value", field_word("baseline_value"), hint=hint)
    with year:
        text_field(form, "baseline_year", field_word("baseline_year"), example="2020")
    stated = {origin.value: origin_word(origin) for origin in BaselineOrigin}
    choice_field(form, "baseline_origin", field_word("baseline_origin"), stated)


def save_goal_button(person: Person, form: TypedForm, title: str) -> None:
    """Draw what saves the goal."""
    done = _("Saved: {name}").format(name=goal_sentence(store(), form.texts))
    save_button(person, form, lambda: typed_goal(store(), form.texts, form.key), done, stay="goal", new_source=title)
