"""How the reader looks: known by which date, seen from which year, judged by which rule; all kept in the address."""

from datetime import date, datetime

import streamlit as st

from tracker.domain.vocabulary import Rule
from tracker.domain.words import rule_source, rule_word
from tracker.language import _
from tracker.services.looking import Look, end_of

_FIRST_YEAR = 2000


def choose_look() -> None:
    """Show the three choices beside every page; `look` reads them."""
    with st.sidebar:
        st.date_input(
            _("As of"),
            value=None,
            max_value="today",
            format="YYYY-MM-DD",
            key="as_of",
            bind="query-params",
            help=_("What was recorded by the end of this day counts. Empty means now."),
        )
        this_year = (st.session_state.get("as_of") or date.today()).year
        st.selectbox(
            _("Seen from year"),
            [None, *range(this_year, _FIRST_YEAR - 1, -1)],
            format_func=lambda year: _("{year} (latest)").format(year=this_year) if year is None else str(year),
            key="year",
            bind="query-params",
            help=_("Values for years up to this one count, as they are known today."),
        )
        st.segmented_control(
            _("Rule"),
            list(Rule),
            default=Rule.TIME,
            required=True,
            format_func=_short_rule,
            key="rule",
            bind="query-params",
            help="\n\n".join(f"**{rule_word(rule)}.** {rule_source(rule)}" for rule in Rule),
        )


def _short_rule(rule: Rule) -> str:
    return {Rule.TIME: _("Time"), Rule.COMPOUND: _("Compound"), Rule.PROJECTION: _("Projection")}[rule]


def look() -> Look:
    """Read how the reader looks."""
    as_of = st.session_state.get("as_of")
    known = None if as_of is None else end_of(as_of.isoformat())
    year = st.session_state.get("year") or (known or datetime.now().astimezone()).year
    return Look(year, known, Rule(st.session_state.get("rule") or Rule.TIME))
