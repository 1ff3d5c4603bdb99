"""The document that something is taken from: chosen from those that are known, or named anew."""

from tracker.domain.field_words import field_word
from tracker.language import _
from tracker.services.ledger import Catalogue
from tracker.services.picking import told_apart
from tracker.ui.widgets.typed_form import choice_field, text_field
from tracker.ui.widgets.typed_forms import TypedForm

_NEW = "+"


def source_fields(form: TypedForm, known: Catalogue) -> str:
    """Draw the list of documents and, where a new one is named, the line for its title; give that title."""
    listed = told_apart(sorted(((key, one.title) for key, one in known.sources.items()), key=lambda pair: pair[1]))
    wanted = form.texts.get("document") or form.texts.get("source", "")
    form.texts["document"] = wanted
    chosen = choice_field(form, "document", field_word("source"), {_NEW: _("＋ A new document …")} | listed)
    form.texts["source"] = "" if chosen == _NEW else chosen
    return text_field(form, "new_source", _("Title of the new document")) if chosen == _NEW else ""
