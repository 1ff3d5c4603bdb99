"""The slide sets that are kept: what each was made from and when, with the ways to present and to arrange it."""

import streamlit as st
from htpy import Element, br, li, span, ul

from tracker.briefings.deck.address import address_of
from tracker.domain.slides.slide_sets import SlideSet
from tracker.language import _, instant_words, ngettext, number
from tracker.services.slide_makers import maker_of
from tracker.services.slide_sets import slide_sets
from tracker.ui.session.sign_in import here
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.shell.present_link import present_button


def show_slide_sets() -> None:
    """List the sets, those changed last first."""
    sets = slide_sets(store())
    if not sets:
        st.write(_("Nobody has kept slides yet. Make a set below, or press Present on the page of a plan or goal."))
        return
    st.html(ul(".goal-lines.slide-sets")[[_line(one) for one in sets]])


def _line(one: SlideSet) -> Element:
    shown = sum(choice.shown for choice in one.slides)
    slides = ngettext("{count} slide", "{count} slides", shown).format(count=number(shown))
    known = _("as known on {instant}").format(instant=instant_words(one.as_of.astimezone()))
    made = _("made by {who}").format(who=maker_of(store(), one))
    return li[
        span[present_button(address_of(set=one.key, back=here()))],
        span[
            span(".title.leads")[link_to(one.name, "slides", set=one.key)],
            br,
            span(".small.muted")[" · ".join((slides, known, made))],
        ],
    ]
