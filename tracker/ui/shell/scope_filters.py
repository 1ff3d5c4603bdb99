"""The zone and the plans that are looked at, chosen from lists and kept in the address."""

import streamlit as st

from tracker.language import _
from tracker.services.choices import plan_to_open, plans_to_choose, zones_to_choose
from tracker.services.overview.counts_by_group import Scope
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.ui.shell.links import present_scope
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.address_inputs import choose_one


def choose_scope(store: Store) -> Scope:
    """Show both lists side by side, and the way to slides; the plans are those of the zone and the zones under it."""
    left, right = st.columns(2)
    zones = {"": _("All zones")} | zones_to_choose(store, chosen_view(), st.query_params.get("zone", ""))
    with left:
        zone = choose_one(
            _("Zone, with those under it"),
            zones,
            key="zone looked at",
            address="zone",
            no_such=_("There is no such zone here"),
        )
    plans = {"": _("All plans")} | plans_to_choose(store, chosen_view(), zone, st.query_params.get("plan", ""))
    with right:
        plan = choose_one(
            _("Plan"), plans, key="plan looked at", address="plan", no_such=_("There is no such plan here")
        )
    scope = Scope(zone, plan)
    present_scope(scope)
    return scope


def choose_plan(store: Store, how: ViewSettings) -> str:
    """Show the list of plans, and return the one chosen, else the one with most to see; "" where there is none."""
    asked = st.query_params.get("plan", "")
    plans = plans_to_choose(store, how, keep=asked)
    if not plans:
        return ""
    wanted = plan_to_open(store, how)
    first = wanted if wanted in plans else next(iter(plans))
    return choose_one(_("Plan"), plans, key="plan", default=first, always=True, no_such=_("There is no such plan here"))
