"""What is confirmed of a text, listed; stored together, once, or refused with the reasons."""

import streamlit as st
from htpy import Element

from tracker.domain.explaining.reported_values import actual_words
from tracker.domain.field_words import field_word
from tracker.domain.people.roles import Person
from tracker.errors import RefusedInputError, TrackerError
from tracker.language import _, clauses, labelled, ngettext
from tracker.services.cache.query_cache import Catalogue
from tracker.services.planning.goal_planning import goal_sentence
from tracker.services.text.confirmed_actuals import typed_actual
from tracker.services.text.pasted_quantities import Choice, Quantity
from tracker.services.text.storing import SOURCE, Outcome, save_from_text
from tracker.ui.planning.saving import problem_lines, say_saved
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.text.marked_text import choice_word
from tracker.ui.text.pasted_text import confirmed, is_confirmed, is_stored, mark_stored, taken_for
from tracker.ui.widgets.elements import plain_table
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.typed_form import TypedForm

_SAVES = "times saved"


def summary(person: Person, form: TypedForm, known: Catalogue, listed: tuple[Quantity, ...]) -> None:
    """List what is confirmed and stored, with the button that stores."""
    kept = [quantity for quantity in listed if _is_kept(form.parts[quantity.key])]
    waiting = [quantity for quantity in kept if not is_stored(form.parts[quantity.key])]
    st.markdown(f"**{_('Confirmed')}**")
    if kept:
        heads = (_("Taken for"), _("What is kept"), field_word("locator"), "")
        st.html(plain_table(heads, [_row(form, known, quantity) for quantity in kept]))
    else:
        st.caption(_("Nothing is confirmed yet. Nothing is stored that you did not confirm."))
    words = ngettext("Store {count} quantity", "Store {count} quantities", len(waiting)).format(count=len(waiting))
    token = f"{form.token} {form.texts.get(_SAVES, '0')}"
    if st.button(words, type="primary", disabled=not waiting, key=form.widget("store")):
        _store(person, form, waiting, token)


def _is_kept(part: TypedForm) -> bool:
    return is_stored(part) or (is_confirmed(part) and taken_for(part) is not Choice.IGNORE)


def _row(form: TypedForm, known: Catalogue, quantity: Quantity) -> tuple[str, str, str, Element]:
    part = form.parts[quantity.key]
    state = _("stored") if is_stored(part) else _("confirmed")
    taken = taken_for(part)
    sentence = goal_sentence(store(), part.texts) if taken is Choice.GOAL else _actual(form, known, quantity)
    link = link_to(_("Look again"), "from-text", form=form.token, at=quantity.key)
    return clauses((choice_word(taken), state)), sentence, part.texts.get("locator", ""), link


def _actual(form: TypedForm, known: Catalogue, quantity: Quantity) -> str:
    """Return an actual in words: zone, indicator, year and value."""
    texts, taken = form.parts[quantity.key].texts, taken_for(form.parts[quantity.key])
    try:
        actual = typed_actual(known, texts, taken, None)
    except RefusedInputError:
        return texts.get("told", "")
    indicator = known.indicators[actual.indicator]
    when = str(actual.year) if actual.year else _("without a year")
    about = clauses((known.zones[actual.zone].name, indicator.name, when))
    return labelled(about, actual_words(actual, indicator, known.zones))


def _store(person: Person, form: TypedForm, waiting: list[Quantity], token: str) -> None:
    """Store what is confirmed, and say what came of it; nothing typed is lost where it is refused."""
    try:
        outcome = save_from_text(
            store(), person, form.texts, [confirmed(form, quantity.key) for quantity in waiting], token=token
        )
    except TrackerError as error:
        st.error(markdown(str(error)))
        return
    if not outcome.done:
        _refused(form, outcome, waiting)
        return
    form.texts[_SAVES] = str(int(form.texts.get(_SAVES, "0")) + 1)
    for quantity in waiting:
        mark_stored(form.parts[quantity.key])
    say_saved(_stored_words(outcome))
    st.rerun()


def _stored_words(outcome: Outcome) -> str:
    if outcome.repeated:
        return _("This was stored already.")
    goals = ngettext("{count} goal", "{count} goals", outcome.goals).format(count=outcome.goals)
    actuals = ngettext("{count} actual", "{count} actuals", outcome.actuals).format(count=outcome.actuals)
    return _("Stored: {goals}, {actuals}").format(goals=goals, actuals=actuals)


def _refused(form: TypedForm, outcome: Outcome, waiting: list[Quantity]) -> None:
    """Say for each row, and for the document, why nothing was stored."""
    lines = [_("Not stored; everything is still here:")]
    if wrong := outcome.problems.get(SOURCE):
        lines += [f"**{markdown(_('Document and text'))}**", problem_lines(wrong)]
    for quantity in waiting:
        if wrong := outcome.problems.get(quantity.key):
            lines += [_heading(form, quantity), problem_lines(wrong)]
    st.error("\n\n".join(lines))


def _heading(form: TypedForm, quantity: Quantity) -> str:
    words = form.texts["text"][quantity.mark.start : quantity.mark.end][:60]
    return f"**{markdown(words)}** – {markdown(form.parts[quantity.key].texts.get('locator', ''))}"
