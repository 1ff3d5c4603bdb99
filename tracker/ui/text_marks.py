"""The pasted text with every quantity marked: by colour, underline and word; a click turns to it."""

from collections.abc import Iterator

import streamlit as st

from tracker.domain.vocabulary import Group
from tracker.exchange.statements import Why
from tracker.language import _
from tracker.services.text_quantities import Choice, Quantity
from tracker.ui.badges import colour, group_colour
from tracker.ui.links import href
from tracker.ui.safe import shown_html
from tracker.ui.text_task import is_confirmed, is_stored, taken_for
from tracker.ui.typed_forms import TypedForm

_HEIGHT = 620
_STYLE = f"""<style>
.pasted {{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.9}}
.stHtml .pasted a.said {{--said:{colour("muted")};color:inherit;text-decoration:underline dotted var(--said) 2px;
  text-underline-offset:.25em;border-radius:.25rem;padding:0 .1rem}}
.stHtml .pasted a.goal {{--said:{group_colour(Group.ON_TRACK)};text-decoration-style:solid}}
.stHtml .pasted a.actual {{--said:{group_colour(Group.MET)};text-decoration-style:double}}
.stHtml .pasted a.growth {{--said:{group_colour(Group.BEHIND)};text-decoration-style:wavy}}
.pasted a.said small {{color:var(--said);font-weight:600;font-size:.72em;margin-left:.3em;white-space:nowrap}}
.stHtml .pasted a.sure {{background:{colour("card")};box-shadow:inset 0 0 0 1px var(--said)}}
.stHtml .pasted a.now {{outline:2px solid var(--said);outline-offset:2px}}
.stHtml p.clause {{margin:0;border-left:.25rem solid {colour("grid")};padding-left:.75rem}}
</style>"""
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
        st.html(f'{_STYLE}<div class="pasted">{"".join(_pieces(form, form.texts["text"], listed, now))}</div>')
    _show(key="quantity_in_text", data={"now": now})


def _pieces(form: TypedForm, text: str, listed: tuple[Quantity, ...], now: str) -> Iterator[str]:
    """Yield the text piece by piece; where two marks overlap the second begins where the first ends."""
    link, place = href("from-text", form=form.token), 0
    marks = sorted(listed, key=lambda one: (one.mark.start, one.statement.quantity is None))
    for at, one in enumerate(marks):
        start, end = max(one.mark.start, place), one.mark.end
        if one.statement.quantity is None:
            end = min([end, *(other.mark.start for other in marks[at + 1 :] if other.mark.start > start)])
        if start < end:
            yield shown_html(text[place:start])
            yield _mark(form, one, text[start:end], f"{link}&at={one.key}", now)
            place = end
    yield shown_html(text[place:])


def _mark(form: TypedForm, one: Quantity, said: str, link: str, now: str) -> str:
    part = form.parts[one.key]
    taken = taken_for(part)
    classes = ["said", taken.value]
    classes += ["sure"] if is_confirmed(part) or is_stored(part) else []
    classes += ["now"] if one.key == now else []
    return (
        f'<a data-lead="" href="{shown_html(link)}" class="{" ".join(classes)}">{shown_html(said)}'
        f"<small>{shown_html(_label(part, one, taken))}</small></a>"
    )


def _label(part: TypedForm, one: Quantity, taken: Choice) -> str:
    """Say beside a quantity what it is taken for, or why it says nothing."""
    if is_stored(part):
        return _("stored")
    why = one.statement.why
    word = why_word(why) if taken is Choice.IGNORE and why else choice_word(taken)
    return f"✓ {word}" if is_confirmed(part) else word


def choice_word(choice: Choice) -> str:
    """Say what a quantity is taken for."""
    return {
        Choice.GOAL: _("goal"),
        Choice.ACTUAL: _("actual"),
        Choice.GROWTH: _("growth"),
        Choice.IGNORE: _("ignored"),
    }[choice]


def why_word(why: Why) -> str:
    """Say why a number is neither a goal nor an actual."""
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
