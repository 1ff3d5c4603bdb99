"""Why something typed was not taken: every reason with its field, and what somebody else has changed meanwhile."""

from collections.abc import Iterable

import streamlit as st

from tracker.domain.field_words import field_word, word_of_column
from tracker.domain.records import Source
from tracker.errors import Problem, RefusedInputError, TrackerError
from tracker.language import _, labelled
from tracker.services.meanwhile import ChangedMeanwhileError
from tracker.services.named_fields import in_words
from tracker.services.plan_lists import catalogue
from tracker.ui.planning.record_texts import texts_of
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.elements import plain_table
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.typed_forms import Kept, TypedForm, refill


def problem_lines(problems: Iterable[Problem]) -> str:
    """Write problems as lines of markdown, each with the field's name."""
    return "\n".join(f"- {_line(problem)}" for problem in problems)


def _line(problem: Problem) -> str:
    said = _sentence(problem).format(
        wrong=markdown(problem.wrong),
        seen=markdown(word_of_column(problem.column, problem.seen)),
        right=markdown(word_of_column(problem.column, problem.right)),
    )
    return f"**{labelled(markdown(field_word(problem.column)), '').rstrip()}** {said}" if problem.column else said


def _sentence(problem: Problem) -> str:
    """Give the sentence for what is known: what was typed, what would be right, or both."""
    if problem.seen and problem.right:
        return _("{wrong} (typed: {seen}). Right would be: {right}")
    if problem.seen:
        return _("{wrong} (typed: {seen})")
    return _("{wrong}. Right would be: {right}") if problem.right else "{wrong}"


def show_refusal(form: TypedForm, error: TrackerError) -> None:
    """Say why nothing was saved; what was typed stays in the form."""
    if isinstance(error, ChangedMeanwhileError):
        _show_meanwhile(form, error)
    elif isinstance(error, RefusedInputError):
        st.error(_("Not saved; what you typed is still here:") + "\n\n" + problem_lines(error.problems))
    else:
        st.error(markdown(str(error)))


def _show_meanwhile(form: TypedForm, error: ChangedMeanwhileError) -> None:
    """Show both values of every field that differs, and let the person choose."""
    st.warning(markdown(str(error)))
    heads = (_("Field"), _("Now, by {who}").format(who=error.who), _("Yours"))
    told = in_words(catalogue(store()), error.differences, error.theirs, error.yours)
    rows = [(field_word(one.field), one.theirs, one.yours) for one in told]
    st.html(plain_table(heads, rows))
    theirs = error.theirs
    if theirs is None or isinstance(theirs, Source):
        return
    st.button(
        _("Keep mine; I will save it over theirs"),
        key=form.widget("keep mine"),
        on_click=callback(_keep_mine),
        args=(form, theirs),
    )
    st.button(
        _("Take theirs; drop what I typed"),
        key=form.widget("take theirs"),
        on_click=callback(refill),
        args=(form, theirs, texts_of(theirs)),
    )


def _keep_mine(form: TypedForm, theirs: Kept) -> None:
    form.before = theirs
