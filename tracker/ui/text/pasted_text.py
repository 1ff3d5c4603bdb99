"""The pasted text on a planner's writer: its quantities, the fields of each, and what has been decided of them."""

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.services.cache.query_cache import Catalogue
from tracker.services.text.pasted_quantities import Choice, Quantity, quantities
from tracker.services.text.proposed_fields import proposed_texts
from tracker.services.text.storing import Confirmed
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.typed_form import TypedForm, open_form

# What is kept beside the fields of a quantity.
_TAKEN, _CONFIRMED, _AS, _STORED = "taken for", "confirmed", "confirmed as", "stored"
_READ, _AT = "is read", "at"


def open_text(person: Person) -> TypedForm:
    """Open the person's text, and turn to the quantity that the address names."""
    form = open_form(person.account, "text", "", lambda: (None, {}))
    if named := st.query_params.pop("at", ""):
        form.texts[_AT] = str(named)
    return form


def is_read(form: TypedForm) -> bool:
    """Return whether the quantities are looked at, and not the text still pasted."""
    return bool(form.texts.get(_READ))


def read_on(form: TypedForm, *, read: bool) -> None:
    """Turn from pasting to the quantities, or back."""
    form.texts[_READ] = "yes" if read else ""


def quantities_of(form: TypedForm) -> tuple[Quantity, ...]:
    """Return the quantities of the text; RefusedInputError where it is too long."""
    return quantities(store(), form.texts.get("text", ""), form.texts.get("published", "").strip())


def fill_parts(form: TypedForm, known: Catalogue, listed: tuple[Quantity, ...]) -> None:
    """Fill in the fields of quantities that are new; those seen before stay as they are."""
    for quantity in listed:
        if quantity.key not in form.parts:
            texts = proposed_texts(
                known, quantity, plan=form.texts.get("plan", ""), source=form.texts.get("source", "")
            )
            texts[_TAKEN] = quantity.suggested.value
            token = f"{form.token} {quantity.key}"
            form.parts[quantity.key] = TypedForm(token, form.account, "quantity", quantity.key, None, texts)


def place(form: TypedForm, listed: tuple[Quantity, ...], walk: list[Quantity]) -> Quantity | None:
    """Return the quantity that is looked at; the first that waits where none is."""
    named = form.texts.get(_AT, "")
    return next((quantity for quantity in listed if quantity.key == named), None) or next_waiting(form, walk)


def next_waiting(form: TypedForm, walk: list[Quantity], after: str = "") -> Quantity | None:
    """Return the next quantity that waits for the planner's word, going round at the end; None where none does."""
    keys = [quantity.key for quantity in walk]
    begin = keys.index(after) + 1 if after in keys else 0
    ordered = [*walk[begin:], *walk[:begin]]
    return next((quantity for quantity in ordered if not is_decided(form.parts[quantity.key])), None)


def turn_to(form: TypedForm, key: str) -> None:
    """Look at a quantity."""
    form.texts[_AT] = key


def taken_for(part: TypedForm) -> Choice:
    """Return what a quantity is taken for at present, confirmed or not."""
    return Choice(part.texts[_TAKEN])


def take_for(part: TypedForm, choice: Choice) -> None:
    """Take a quantity for something; nothing is confirmed by that."""
    part.texts |= {_TAKEN: choice.value, _CONFIRMED: ""}


def confirm(part: TypedForm) -> None:
    """Confirm a quantity with its fields as they are."""
    part.texts |= {_CONFIRMED: "yes", _AS: _fields(part)}


def is_confirmed(part: TypedForm) -> bool:
    """Return whether a quantity is confirmed as it is; a field changed since needs a new word."""
    return bool(part.texts.get(_CONFIRMED)) and part.texts.get(_AS) == _fields(part)


def is_stored(part: TypedForm) -> bool:
    """Return whether a quantity has been stored."""
    return bool(part.texts.get(_STORED))


def is_decided(part: TypedForm) -> bool:
    """Return whether a quantity no longer waits for the planner's word."""
    return is_stored(part) or is_confirmed(part)


def mark_stored(part: TypedForm) -> None:
    """Remember that a quantity is stored."""
    part.texts[_STORED] = "yes"


def _fields(part: TypedForm) -> str:
    kept = {_TAKEN: part.texts[_TAKEN]} | {name: text for name, text in part.texts.items() if text}
    return repr(sorted((name, text) for name, text in kept.items() if name not in (_CONFIRMED, _AS, _STORED)))


def confirmed(form: TypedForm, key: str) -> Confirmed:
    """Return a quantity as it would be stored."""
    part = form.parts[key]
    return Confirmed(key=key, choice=taken_for(part), texts=part.texts)
