"""The indicators as planners see and change them: a list to search, and the form for one."""

import streamlit as st
from htpy import fragment

from tracker.domain.explaining.target_wording import unit_of
from tracker.domain.field_words import field_word
from tracker.domain.people.roles import Person
from tracker.domain.vocabulary import Accumulates, Better, accumulates_word
from tracker.exchange.bundle.column_words import column_words
from tracker.language import _, number
from tracker.services.cache.query_cache import Catalogue
from tracker.services.planning.planning_lists import indicator_lines, stored
from tracker.services.planning.typed_definitions import typed_indicator
from tracker.ui.planning.saving import save_button, texts_of
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import leads, plain_table, quiet
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.typed_form import choice_field, long_field, open_form, text_field

_MOST = 200


def indicator_list() -> None:
    """List the indicators that have the words searched for."""
    leads(link_to(_("＋ New indicator"), "indicators", new="yes"))
    words = st.text_input(
        _("Search"), key="words", bind="query-params", placeholder=_("words of a name, unit or category")
    )
    lines = indicator_lines(store(), words)
    heads = (_("Indicator"), _("Unit"), _("Better is"), _("Each year’s value is"), _("Goals"))
    rows = [
        (
            fragment[
                link_to(line.indicator.name, "indicators", indicator=line.indicator.indicator),
                quiet(line.indicator.category),
            ],
            unit_of(line.indicator),
            better_word(line.indicator.better),
            accumulates_word(line.indicator.accumulates),
            number(line.goals),
        )
        for line in lines[:_MOST]
    ]
    st.html(plain_table(heads, rows, ("", "short", "short", "", "end")))
    if len(lines) > _MOST:
        st.caption(_("The first {shown} of {count}; search for others.").format(shown=_MOST, count=number(len(lines))))


def better_word(better: Better) -> str:
    """Return which way an indicator improves."""
    return {Better.UP: _("more"), Better.DOWN: _("less"), Better.NONE: _("neither more nor less")}[better]


def indicator_form(person: Person, known: Catalogue, key: str) -> None:
    """Draw the form for an indicator, a new one where the key is empty."""
    before = stored(store()).indicators.get(key)
    form = open_form(person.account, "indicator", key, lambda: (before, texts_of(before)))
    st.header(markdown(known.indicators[key].name) if before else _("New indicator"), anchor=False)
    left, right = st.columns(2)
    hints = column_words("indicators")
    with left:
        name = text_field(form, "name", field_word("name"))
        text_field(form, "name_zh", field_word("name_zh"))
        text_field(form, "category", field_word("category"), hint=hints["category"])
        long_field(form, "definition", field_word("definition"), hint=hints["definition"])
        long_field(form, "definition_zh", field_word("definition_zh"))
    with right:
        text_field(form, "unit", field_word("unit"), example=_("enterprises, %, billion yuan, 亿元, km², rank …"))
        text_field(form, "unit_zh", field_word("unit_zh"), example="家")
        choice_field(form, "better", field_word("better"), {better.value: better_word(better) for better in Better})
        ways = {way.value: accumulates_word(way) for way in Accumulates}
        choice_field(form, "accumulates", field_word("accumulates"), ways)
        text_field(form, "decimals", field_word("decimals"), hint=_("0 for what is counted in whole numbers."))
        least, greatest = st.columns(2)
        with least:
            text_field(form, "minimum", field_word("minimum"), hint=hints["minimum"])
        with greatest:
            text_field(form, "maximum", field_word("maximum"), hint=hints["maximum"])

    done = _("Saved: {name}").format(name=name)
    save_button(person, form, lambda: typed_indicator(form.texts, key), done, stay="indicator")
