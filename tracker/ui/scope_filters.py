"""The zone and the plan that are looked at, chosen from lists and kept in the address."""

import streamlit as st

from tracker.language import _
from tracker.services.overview import Scope
from tracker.services.scopes import plans_to_choose, zones_to_choose
from tracker.store import Store
from tracker.ui.addressed import choose_one
from tracker.ui.looks import look


def choose_scope(store: Store) -> Scope:
    """Show both lists side by side; the plans are those of the zone and the zones under it."""
    left, right = st.columns(2)
    with left:
        zone = choose_one(
            _("Zone, with those under it"), {"": _("All zones")} | zones_to_choose(store, look()), key="zone"
        )
    with right:
        plan = choose_one(_("Plan"), {"": _("All plans")} | plans_to_choose(store, look(), zone), key="plan")
    return Scope(zone, plan)
