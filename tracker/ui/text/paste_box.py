"""The box a text is pasted into, with the document it comes from and the plan its goals belong to."""

import streamlit as st

from tracker.domain.field_words import field_word
from tracker.errors import RefusedInputError
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue
from tracker.services.choices import distinct_labels, plans_to_pick
from tracker.ui.planning.saving import problem_lines
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.text.pasted_text import quantities_of, read_on
from tracker.ui.widgets.typed_form import TypedForm, choice_field, close_form, long_field, text_field

_NEW = "+"
_BOX = 320


def paste_form(form: TypedForm, known: Catalogue) -> None:
    """Draw the box and what is to be known of the text; a press on the button turns to its quantities."""
    st.write(
        _("Paste a plan or an article. Its quantities are marked and looked at one by one; you decide what is kept.")
    )
    text = long_field(form, "text", _("Text"), height=_BOX)
    document_fields(form, known)
    plan_field(form)
    if not st.button(_("Find the quantities"), type="primary", key=form.widget("find")):
        return
    if not text.strip():
        st.error(_("There is no text yet. Paste it into the box above."))
        return
    try:
        listed = quantities_of(form)
    except RefusedInputError as refused:
        st.error(problem_lines(refused.problems))
        return
    if not listed:
        st.warning(_("No quantity was found in this text."))
        return
    read_on(form, read=True)
    st.rerun()


def document_fields(form: TypedForm, known: Catalogue) -> None:
    """Draw the document: one that is listed, or a new one with title, publisher, date and address."""
    listed = distinct_labels(
        sorted(((key, source.title) for key, source in known.sources.items()), key=lambda pair: pair[1])
    )
    shown = {_NEW: _("＋ A new document …")} | listed
    chosen = choice_field(form, "document", field_word("source"), shown, optional=False)
    form.texts["source"] = "" if chosen == _NEW else chosen
    if chosen != _NEW:
        form.texts["published"] = known.sources[chosen].published or ""
        return
    title, publisher = st.columns(2)
    day, url = st.columns(2)
    with title:
        text_field(form, "title", field_word("title"))
    with publisher:
        text_field(form, "publisher", field_word("publisher"))
    with day:
        hint = _("A date or a year. It says which year “last year” is.")
        text_field(form, "published", field_word("published"), example="2024-06-20", hint=hint)
    with url:
        text_field(form, "url", field_word("url"), example="https://…")


def plan_field(form: TypedForm) -> None:
    """Draw the plan that the text's goals belong to."""
    hint = _("The plan is filled in at every goal, where you can change it. Without one, it is found by zone and year.")
    nothing = _("– by zone and year –")
    choice_field(
        form, "plan", _("Plan of the goals"), plans_to_pick(store(), chosen_view()), hint=hint, nothing=nothing
    )


def document_again(form: TypedForm, known: Catalogue) -> None:
    """Let the document be changed, and lead back to the text."""
    with st.expander(_("Document and text")):
        document_fields(form, known)
        back, away, _rest = st.columns([2, 2, 3])
        back.button(
            _("Change the text"), key=form.widget("back"),
            on_click=callback(read_on), args=(form,), kwargs={"read": False},
            help=_("What you filled in stays with every quantity whose sentence stays."), width="stretch",
        )  # fmt: skip
        away.button(
            _("Discard all"), key=form.widget("discard"), on_click=callback(close_form), args=(form,), width="stretch",
            help=_("Forgets the text and what was typed here; what is stored stays."),
        )  # fmt: skip
