"""The filters of the history, kept in the address."""

from datetime import date, datetime, time

import streamlit as st

from tracker.domain.history.events import EventKind
from tracker.domain.people.roles import Permission, Person
from tracker.language import _
from tracker.services.accounts.account_keeping import list_accounts
from tracker.services.choices import goals_to_pick, plans_to_pick
from tracker.services.history.event_list import (
    HistoryFilters,
    indicators_of_history,
    kinds_of_history,
    people_of_history,
    reads_plans,
    zones_of_history,
)
from tracker.ui.session.store_handle import store
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.address_inputs import choose_day, choose_one, type_words

_FIRST_YEAR = 1990
#: What the address names the filters, as links to this page do.
ADDRESSES = ("zone", "indicator", "reported", "plan", "goal", "account", "who", "deed", "from", "until", "search")


def choose_history(person: Person) -> HistoryFilters:
    """Draw the filters that are the person's and return what is chosen."""
    zone, indicator, year = _choose_value(person)
    plan, goal, account = _choose_thing(person)
    who, kind, since, until, words = _choose_deed(person)
    return HistoryFilters(
        zone=zone,
        indicator=indicator,
        year=year,
        plan=plan,
        goal=goal,
        account=account,
        who=who,
        kind=EventKind(kind) if kind else None,
        since=_instant(since, time.min),
        until=_instant(until, time.max),
        text=words,
    )


def _choose_value(person: Person) -> tuple[str, str, int | None]:
    left, middle, right = st.columns([2, 3, 1])
    with left:
        zones = {"": _("All zones")} | zones_of_history(store(), person, chosen_view())
        zone = _choose(_("Zone, with those under it"), zones, "zone")
    with middle:
        indicators = {"": _("All indicators")} | indicators_of_history(store())
        indicator = _choose(_("Indicator"), indicators, "indicator")
    with right:
        years = {"": _("All")} | {str(year): str(year) for year in range(date.today().year, _FIRST_YEAR, -1)}  # noqa: DTZ011
        year = _choose(_("Values of year"), years, "reported")
    return zone, indicator, int(year) if year else None


def _choose_thing(person: Person) -> tuple[str, str, str]:
    """Draw what only planners and administrators may ask about."""
    if not reads_plans(person):
        return "", "", ""
    left, middle, right = st.columns([2, 3, 1])
    with left:
        plan = _choose(_("Plan, with its goals"), {"": _("All plans")} | plans_to_pick(store(), chosen_view()), "plan")
    with middle:
        goals = goals_to_pick(store(), plan, chosen_view()) if plan else {}
        asked = st.query_params.get("goal", "")
        known = goals if not asked or asked in goals else {**goals, asked: _("the goal you came from")}
        goal = _choose(_("Goal"), {"": _("All goals")} | known, "goal")
    with right:
        accounts = list_accounts(store(), person) if person.may(Permission.MANAGE_ACCOUNTS) else []
        named = {"": _("All")} | {listed.account: listed.name for listed in accounts}
        account = _choose(_("Account"), named, "account") if accounts else ""
    return plan, goal, account


def _choose_deed(person: Person) -> tuple[str, str, date | None, date | None, str]:
    columns = st.columns([3, 3, 2, 2, 3])
    with columns[0]:
        who = _choose(_("Done by"), {"": _("Everybody")} | people_of_history(store(), person), "who")
    with columns[1]:
        kind = _choose(_("What was done"), {"": _("Everything")} | kinds_of_history(person), "deed")
    with columns[2]:
        since = choose_day(_("From"), key="history from", address="from")
    with columns[3]:
        until = choose_day(_("Until"), key="history until", address="until")
    with columns[4]:
        hint = _("of a reason, a file, what was typed")
        words = type_words(_("Words"), key="history by search", address="search", placeholder=hint)
    return who, kind, since, until, words


def _choose(label: str, options: dict[str, str], address: str) -> str:
    return choose_one(label, options, key=f"history by {address}", address=address)


def _instant(day: date | None, at: time) -> datetime | None:
    return None if day is None else datetime.combine(day, at).astimezone()
