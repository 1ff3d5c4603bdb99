"""The form for one document, as planners change it."""

import streamlit as st

from tracker.domain.field_words import field_word
from tracker.domain.people.roles import Person
from tracker.exchange.bundle.column_words import column_words
from tracker.language import _
from tracker.services.planning.planning_lists import stored
from tracker.services.planning.typed_definitions import typed_source
from tracker.ui.planning.saving import save_button, show_saved, texts_of
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.typed_form import long_field, open_form, text_field


def source_form(person: Person, key: str) -> None:
    """Draw the form for a document that is there."""
    before = stored(store()).sources.get(key)
    if before is None:
        return
    show_saved()
    with st.expander(_("Change this document"), expanded="form" in st.query_params):
        form = open_form(person.account, "source", key, lambda: (before, texts_of(before)))
        hints = column_words("sources")
        left, right = st.columns(2)
        with left:
            title = text_field(form, "title", field_word("title"))
            text_field(form, "publisher", field_word("publisher"))
            text_field(form, "published", field_word("published"), example="2024-03", hint=hints["published"])
            long_field(form, "note", field_word("note"))
        with right:
            text_field(form, "title_zh", field_word("title_zh"))
            text_field(form, "publisher_zh", field_word("publisher_zh"))
            text_field(form, "url", field_word("url"), example="https://…")
            long_field(form, "note_zh", field_word("note_zh"))
        done = _("Saved: {name}").format(name=title)
        save_button(person, form, lambda: typed_source(form.texts, key), done, stay="source")
