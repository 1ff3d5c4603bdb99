"""The end of every planner's form: the reason for a change, the button that saves once, and what came of it."""

from collections.abc import Callable, Iterable

import streamlit as st

from tracker.domain.field_words import field_word, word_of_column
from tracker.domain.people.roles import Person
from tracker.domain.records import Goal
from tracker.errors import Problem, RefusedInputError, TrackerError
from tracker.language import _, labelled
from tracker.services.cache.query_cache import Catalogue
from tracker.services.choices import distinct_labels
from tracker.services.edit_conflicts import EditConflictError, in_words, named_texts
from tracker.services.planning.definition_saving import Definition, save_definition
from tracker.services.planning.planning_lists import catalogue
from tracker.services.planning.typed_goals import goal_texts
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.elements import plain_table
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.messages import say_next, to_say
from tracker.ui.widgets.typed_form import Kept, TypedForm, choice_field, close_form, refill, text_field


def texts_of(record: Kept | None) -> dict[str, str]:
    """Return a record's fields as texts, a goal's in the plan's words; nothing for a new one."""
    if record is None:
        return {}
    return goal_texts(record) if isinstance(record, Goal) else named_texts(record)


def problem_lines(problems: Iterable[Problem]) -> str:
    """Return problems as lines of markdown, each with the field's name."""
    return "\n".join(f"- {_line(problem)}" for problem in problems)


def _line(problem: Problem) -> str:
    sentence = _sentence(problem).format(
        wrong=markdown(problem.wrong),
        seen=markdown(word_of_column(problem.column, problem.seen)),
        right=markdown(word_of_column(problem.column, problem.right)),
    )
    return (
        f"**{labelled(markdown(field_word(problem.column)), '').rstrip()}** {sentence}" if problem.column else sentence
    )


def _sentence(problem: Problem) -> str:
    """Return the sentence for what is known: what was typed, what would be right, or both."""
    if problem.seen and problem.right:
        return _("{wrong} (typed: {seen}). Right would be: {right}")
    if problem.seen:
        return _("{wrong} (typed: {seen})")
    return _("{wrong}. Right would be: {right}") if problem.right else "{wrong}"


def show_refusal(form: TypedForm, error: TrackerError) -> None:
    """Say why nothing was saved; what was typed stays in the form."""
    if isinstance(error, EditConflictError):
        _show_meanwhile(form, error)
    elif isinstance(error, RefusedInputError):
        st.error(_("Not saved; what you typed is still here:") + "\n\n" + problem_lines(error.problems))
    else:
        st.error(markdown(str(error)))


def _show_meanwhile(form: TypedForm, error: EditConflictError) -> None:
    """Show both values of every field that differs, and let the person choose."""
    st.warning(markdown(str(error)))
    heads = (_("Field"), _("Now, by {who}").format(who=error.who), _("Yours"))
    differences = in_words(catalogue(store()), error.differences, error.theirs, error.yours)
    rows = [(field_word(difference.field), difference.theirs, difference.yours) for difference in differences]
    st.html(plain_table(heads, rows))
    theirs = error.theirs
    if theirs is None:
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


_SAID = "what was saved"


def show_saved() -> None:
    """Say what was saved at the last click."""
    if done := to_say(_SAID):
        st.success(markdown(done))


def say_saved(done: str) -> None:
    """Remember what is to be said when the page opens again."""
    say_next(_SAID, done)


def save_button(
    person: Person, form: TypedForm, read: Callable[[], Definition], done: str, *, stay: str, new_source: str = ""
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
    say_saved(done)
    close_form(form)
    st.query_params.pop("new", None)
    if key:
        st.query_params[stay] = key
    st.rerun()


def _discard(form: TypedForm, stay: str) -> None:
    close_form(form)
    for name in ("new", stay):
        st.query_params.pop(name, None)


def asked(name: str) -> str:
    """Return the key a page's address names under a word, empty where it names none."""
    return st.query_params.get(name, "")


_NEW = "+"


def source_fields(form: TypedForm, known: Catalogue) -> str:
    """Draw the list of documents and, where a new one is named, the line for its title; return that title."""
    listed = distinct_labels(
        sorted(((key, source.title) for key, source in known.sources.items()), key=lambda pair: pair[1])
    )
    wanted = form.texts.get("document") or form.texts.get("source", "")
    form.texts["document"] = wanted
    chosen = choice_field(form, "document", field_word("source"), {_NEW: _("＋ A new document …")} | listed)
    form.texts["source"] = "" if chosen == _NEW else chosen
    return text_field(form, "new_source", _("Title of the new document")) if chosen == _NEW else ""
