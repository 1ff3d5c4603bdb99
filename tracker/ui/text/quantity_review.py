"""One quantity at a time: the sentence it stands in, its fields, and a key each for goal, actual, growth, ignore."""

import streamlit as st
from htpy import b, p, span

from tracker.domain.entry.plan_phrases import MEANING, Phrase
from tracker.domain.field_words import field_word
from tracker.domain.vocabulary import Certainty, certainty_word
from tracker.errors import Problem
from tracker.language import _, remarks
from tracker.services.cache.query_cache import Catalogue
from tracker.services.choices import zones_to_choose
from tracker.services.text.pasted_quantities import Choice, Quantity
from tracker.services.text.storing import is_new_milestone, problems_of
from tracker.ui.planning.goal_form import goal_fields, indicators_to_choose
from tracker.ui.planning.saving import problem_lines
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.text.pasted_text import (
    confirm,
    confirmed,
    is_confirmed,
    is_decided,
    is_stored,
    next_waiting,
    take_for,
    taken_for,
    turn_to,
)
from tracker.ui.widgets.elements import leads
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.typed_form import TypedForm, choice_field, flag_field, long_field, text_field


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
    choice_field(part, "zone", field_word("zone"), zones_to_choose(store(), chosen_view()))
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
        text_field(part, "year", field_word("year"), hint=_("Empty where none is given; it then judges nothing."))
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
        shown = {certainty.value: certainty_word(certainty) for certainty in Certainty}
        choice_field(part, "status", field_word("status"), shown, optional=False)
        hint = _("What the text says, in your own words; kept as the note.")
    long_field(part, "wording", field_word("wording"), hint=hint)


_KEYS = {Choice.GOAL: "G", Choice.ACTUAL: "A", Choice.GROWTH: "W", Choice.IGNORE: "X"}
_MORE = "all numbers"


def walk_of(form: TypedForm, listed: tuple[Quantity, ...]) -> list[Quantity]:
    """Return the quantities to go through: those that say something or are taken up; all where that is asked for."""
    everything = form.texts.get(_MORE) == "yes"
    taken_up = {quantity.key for quantity in listed if taken_for(form.parts[quantity.key]) is not Choice.IGNORE}
    return [quantity for quantity in listed if everything or quantity.says_something or quantity.key in taken_up]


def offer_all(form: TypedForm, listed: tuple[Quantity, ...]) -> None:
    """Offer to go through the numbers that say nothing, too."""
    left_out = len([quantity for quantity in listed if not quantity.says_something])
    if left_out:
        flag_field(form, _MORE, _("Go through the {count} dates, years and names too").format(count=left_out))


def progress(form: TypedForm, walk: list[Quantity]) -> None:
    """Say how far the planner is."""
    done = sum(is_decided(form.parts[quantity.key]) for quantity in walk)
    st.progress(done / len(walk) if walk else 1.0, text=_("{done} of {count}").format(done=done, count=len(walk)))


def review(form: TypedForm, known: Catalogue, walk: list[Quantity], now: Quantity | None) -> None:
    """Draw the quantity that is looked at, with what would be stored of it and the four buttons."""
    if now is None:
        st.success(_("Every quantity is decided. Look through the list below and store what you confirmed."))
        return
    part, taken = form.parts[now.key], taken_for(form.parts[now.key])
    _clause(form, now)
    if is_stored(part):
        st.info(_("This is stored. To change it, use the page of the goal or report a correction."))
        _steps(form, walk, now)
        return
    # Drawn first and filled last, because what is typed has to be read before it is judged.
    buttons, remarks_at = st.container(), st.container()
    quantity_fields(part, known)
    problems = problems_of(store(), confirmed(form, now.key))
    wrong = [problem for problem in problems if not problem.warning]
    pressed = _buttons(buttons, part, taken)
    _steps(form, walk, now)
    with remarks_at:
        _say(problems, wrong, refused=pressed is taken)
    if pressed is not None:
        _decide(form, walk, now, pressed, wrong)


def _clause(form: TypedForm, now: Quantity) -> None:
    """Draw the clause with its quantity, and what is unsure about the reading."""
    text, quote, mark = form.texts["text"], now.statement.quote, now.mark
    start, end = min(quote.start, mark.start), max(quote.end, mark.end)
    heavy = b if now.statement.quantity else span
    quoted = (text[start : mark.start], heavy[text[mark.start : mark.end]], text[mark.end : end])
    st.html(p(".clause")["… ", quoted, " …"])
    doubts = [_("zone in the text: {zone}").format(zone=now.statement.zone)] if now.statement.zone else []
    doubts += now.statement.notes
    if doubts:
        st.caption(markdown(remarks(doubts)))


def _buttons(place: st.delta_generator.DeltaGenerator, part: TypedForm, taken: Choice) -> Choice | None:
    """Draw the four buttons; return the one that was pressed."""
    words = {Choice.GOAL: _("Goal"), Choice.ACTUAL: _("Actual"), Choice.GROWTH: _("Growth"), Choice.IGNORE: _("Ignore")}
    pressed = None
    with place:
        for choice, column in zip(words, st.columns(len(words), gap="xsmall"), strict=True):
            sure = "✓ " if choice is taken and is_confirmed(part) else ""
            if column.button(
                sure + words[choice],
                key=part.widget(choice.value),
                type="primary" if choice is taken else "secondary",
                shortcut=_KEYS[choice],
                width="stretch",
            ):
                pressed = choice
        st.caption(_("The filled button confirms and goes on; another one shows its own fields first."))
    return pressed


def _steps(form: TypedForm, walk: list[Quantity], now: Quantity) -> None:
    """Draw the ways to the quantity before and the one after."""
    keys = [quantity.key for quantity in walk]
    at = keys.index(now.key) if now.key in keys else 0
    before, after, _rest = st.columns([1, 1, 2])
    for column, word, name, step in ((before, _("← Before"), "before", -1), (after, _("Next →"), "after", 1)):
        key = keys[(at + step) % len(keys)] if keys else now.key
        column.button(word, key=form.widget(name), on_click=callback(turn_to), args=(form, key), width="stretch")


def _say(problems: tuple[Problem, ...], wrong: list[Problem], *, refused: bool) -> None:
    """Say what still stands in the way, and what is doubtful."""
    if wrong and refused:
        st.error(_("Not confirmed; what you typed is still here:") + "\n\n" + problem_lines(wrong))
    elif wrong:
        st.warning(_("Before this can be confirmed:") + "\n\n" + problem_lines(wrong))
    elif problems:
        st.info(_("It can be confirmed, but look again:") + "\n\n" + problem_lines(problems))


def _decide(form: TypedForm, walk: list[Quantity], now: Quantity, pressed: Choice, wrong: list[Problem]) -> None:
    """Confirm and go on, or show the fields of what the quantity is taken for instead; what is wrong stays in sight."""
    part = form.parts[now.key]
    if pressed is not taken_for(part):
        take_for(part, pressed)
        turn_to(form, now.key)
        if pressed is not Choice.IGNORE:
            st.rerun()
    elif wrong:
        return
    confirm(part)
    following = next_waiting(form, walk, now.key)
    turn_to(form, following.key if following else "")
    st.rerun()
