"""How the reader looks: known by which date, seen from which year, judged by which rule; all kept in the address."""

from datetime import date, datetime

import streamlit as st

from tracker.domain.statuses import Rule, rule_source, rule_word
from tracker.language import _, date_words
from tracker.services.view_settings import ViewSettings, end_of
from tracker.ui.session.callbacks import callback
from tracker.ui.widgets.address_inputs import (
    changed_by_hand,
    choose_one,
    keep_unknown,
    new_in_address,
    unknown_words,
    write_in_address,
)

_FIRST_YEAR = 2000
# A page writes hundreds of links, each of which would ask the session three times.
_WRITTEN = "how the reader looks, as an address"


def choose_view() -> None:
    """Show the three choices beside every page, read by `chosen_view`, and what the address asks that is not there."""
    notes: list[str] = []
    with st.sidebar:
        _choose_day(notes)
        this_year = (st.session_state.get("as_of") or datetime.now().astimezone()).year
        years = {str(year): str(year) for year in range(this_year, _FIRST_YEAR - 1, -1)}
        latest = _("{year} (latest)").format(year=this_year)
        help_text = _("Values for years up to this one count, as they are known today.")
        no_such = _("The pages cannot be seen from this year")
        options = {"": latest} | years
        choose_one(_("Seen from year"), options, key="year", help_text=help_text, no_such=no_such, tell=notes.append)
        _choose_rule(notes)
    # On a phone nobody sees what stands at the side.
    for note in notes:
        st.warning(note)
    st.session_state[_WRITTEN] = _view_in_address()


def _choose_day(notes: list[str]) -> None:
    """Show by which day things had to be known; the address names it as 2021-07-31."""
    today = datetime.now().astimezone().date()
    wanted = new_in_address("as_of")
    day = st.session_state.get("as_of") if wanted is None else _day(wanted, today)
    unknown = keep_unknown("as_of", () if day is None else (wanted or "",))
    st.session_state["as_of"] = day
    st.date_input(
        _("As of"),
        max_value=today,
        min_value=date(_FIRST_YEAR, 1, 1),
        format="YYYY-MM-DD",
        key="as_of",
        on_change=callback(changed_by_hand),
        args=("as_of",),
        help=_("What was recorded by the end of this day counts. Empty means now."),
    )
    chosen = st.session_state["as_of"]
    write_in_address("as_of", "" if chosen is None else chosen.isoformat())
    if unknown:
        no_such = _("The address names no past day")
        notes.append(unknown_words(no_such, unknown, _("what is known today")))


def _day(text: str, today: date) -> date | None:
    """Return the day of the address, None where it is no day of the past."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if date(_FIRST_YEAR, 1, 1) <= day <= today else None


def _choose_rule(notes: list[str]) -> None:
    """Show the rules; the address names the rule by its key, not by the words of one language."""
    rules = {rule.value: rule_word(rule) for rule in Rule}
    explained = "\n\n".join(f"**{rule_word(rule)}.** {rule_source(rule)}" for rule in Rule)
    no_such, usual = _("There is no such rule"), Rule.TIME.value
    choose_one(_("Rule"), rules, key="rule", default=usual, help_text=explained, no_such=no_such, tell=notes.append)


def chosen_view() -> ViewSettings:
    """Return how the reader looks."""
    as_of = st.session_state.get("as_of")
    known = None if as_of is None else end_of(as_of.isoformat())
    year = st.session_state.get("year") or (known or datetime.now().astimezone()).year
    return ViewSettings(int(year), known, Rule(st.session_state.get("rule") or Rule.TIME))


def view_in_address() -> dict[str, str]:
    """Return how the reader looks as an address does, nothing for what is as usual."""
    written: dict[str, str] | None = st.session_state.get(_WRITTEN)
    return _view_in_address() if written is None else dict(written)


def _view_in_address() -> dict[str, str]:
    settings = {name: st.session_state.get(name) for name in ("as_of", "year", "rule")}
    written = {name: str(value) for name, value in settings.items() if value}
    return {name: value for name, value in written.items() if value != Rule.TIME.value}


def view_words(how: ViewSettings) -> str:
    """Return one line on how the reader looks: "Seen from 2021 · as known today · Time rule"."""
    known = _("as known today")
    if how.as_of is not None:
        known = _("as known on {day}").format(day=date_words(how.as_of.date()))
    return " · ".join((_("Seen from {year}").format(year=how.year), known, rule_word(how.rule)))
