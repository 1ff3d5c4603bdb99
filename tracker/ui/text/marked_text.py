"""The pasted text with every quantity marked: by colour, underline and word; a click turns to it."""

from collections.abc import Iterator

import streamlit as st
from htpy import Element, Node, a, div, small

from tracker.exchange.text.statement_reading import Why
from tracker.language import _
from tracker.services.text.pasted_quantities import Choice, Quantity
from tracker.ui.shell.links import href
from tracker.ui.text.pasted_text import is_confirmed, is_stored, taken_for
from tracker.ui.widgets.typed_form import TypedForm

_HEIGHT = 620
# Brings the quantity that is looked at into the middle of the text's own scroll area, and moves nothing else.
_SHOW = """
export default function({ data }) {
    const show = () => {
        const now = document.querySelector(".pasted a.now");
        let box = now && now.parentElement;
        while (box && !(box.scrollHeight > box.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(box).overflowY)))
            box = box.parentElement;
        if (!box || !box.closest('[data-testid="stMainBlockContainer"]')) return;
        const far = now.getBoundingClientRect().top - box.getBoundingClientRect().top;
        box.scrollTop += far - box.clientHeight / 3;
    };
    const waiting = setTimeout(show, 120);
    return () => clearTimeout(waiting);
}
"""
_show = st.components.v2.component("quantity_in_text", js=_SHOW)


def show_text(form: TypedForm, listed: tuple[Quantity, ...], now: str) -> None:
    """Draw the text with its marks, the quantity that is looked at in sight."""
    with st.container(height=_HEIGHT):
        st.html(div(".pasted")[_pieces(form, form.texts["text"], listed, now)])
    _show(key="quantity_in_text", data={"now": now})


def _pieces(form: TypedForm, text: str, listed: tuple[Quantity, ...], now: str) -> Iterator[Node]:
    """Yield the text piece by piece; where two marks overlap the second begins where the first ends."""
    link, place = href("from-text", form=form.token), 0
    marks = sorted(listed, key=lambda quantity: (quantity.mark.start, quantity.statement.quantity is None))
    for at, quantity in enumerate(marks):
        start, end = max(quantity.mark.start, place), quantity.mark.end
        if quantity.statement.quantity is None:
            end = min([end, *(other.mark.start for other in marks[at + 1 :] if other.mark.start > start)])
        if start < end:
            yield text[place:start]
            yield _mark(form, quantity, text[start:end], f"{link}&at={quantity.key}", now)
            place = end
    yield text[place:]


def _mark(form: TypedForm, quantity: Quantity, words: str, link: str, now: str) -> Element:
    part = form.parts[quantity.key]
    taken = taken_for(part)
    sure = is_confirmed(part) or is_stored(part)
    classes = ["said", taken.value, {"sure": sure, "now": quantity.key == now}]
    return a(data_lead="", href=link, class_=classes)[words, small[_label(part, quantity, taken)]]


def _label(part: TypedForm, quantity: Quantity, taken: Choice) -> str:
    """Return what stands beside a quantity: what it is taken for, or why it says nothing."""
    if is_stored(part):
        return _("stored")
    why = quantity.statement.why
    word = why_word(why) if taken is Choice.IGNORE and why else choice_word(taken)
    return f"✓ {word}" if is_confirmed(part) else word


def choice_word(choice: Choice) -> str:
    """Return what a quantity is taken for."""
    return {
        Choice.GOAL: _("goal"),
        Choice.ACTUAL: _("actual"),
        Choice.GROWTH: _("growth"),
        Choice.IGNORE: _("ignored"),
    }[choice]


def why_word(why: Why) -> str:
    """Return why a number is neither a goal nor an actual."""
    return {
        Why.DATE: _("date"),
        Why.YEAR: _("year number"),
        Why.PERIOD: _("plan period"),
        Why.ORDINAL: _("ordinal"),
        Why.DURATION: _("duration"),
        Why.DOLLARS: _("US$ equivalent"),
        Why.DENOMINATOR: _("denominator"),
        Why.COUNT_OF_NAMED: _("count of things named"),
        Why.NAME: _("part of a name"),
        Why.AWARD: _("award ceiling"),
        Why.COPYRIGHT: _("copyright"),
        Why.RECORD_NUMBER: _("record number"),
        Why.STARTING_VALUE: _("starting value"),
        Why.NOTHING_COUNTED: _("nothing counted"),
    }[why]
