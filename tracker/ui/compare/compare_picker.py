"""Which indicator and zones are compared, kept in the address."""

from dataclasses import dataclass

import streamlit as st

from tracker.language import _, listed
from tracker.services.compare.comparison import MOST_ZONES, indicators_to_pick, zones_not_here, zones_to_pick
from tracker.services.view_settings import ViewSettings
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.address_inputs import choose_one
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.messages import show_empty_store

_ZONES = "zones compared"
# What is shown before anybody picks: few enough to be read at once.
_USUAL = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator and the zones it is compared in."""

    indicator: str
    zones: tuple[str, ...]


def pick_comparison(how: ViewSettings) -> Asked | None:
    """Show the pickers and return what is to be compared, None where nothing can be."""
    indicators = indicators_to_pick(store(), how)
    if not indicators:
        show_empty_store()
        st.stop()
    first, no_such = next(iter(indicators)), _("There is no such indicator to compare")
    indicator = choose_one(_("Indicator"), indicators, key="indicator", default=first, no_such=no_such)
    zones = _pick_zones(zones_to_pick(store(), indicator, how), how)
    return Asked(indicator, zones) if zones else None


def _pick_zones(zones: dict[str, str], how: ViewSettings) -> tuple[str, ...]:
    """Take the zones from the address where it names some of them, else the first; write what is picked back."""
    wanted = st.query_params.get("zones")
    asked = [zone for zone in (wanted or "").split(",") if zone]
    chosen = [zone for zone in asked if zone in zones]
    if strange := zones_not_here(store(), asked, how):
        words = _("The address asks for zones that are not here: {zones}.")
        st.warning(words.format(zones=markdown(listed(strange)[:200])))
    if wanted is None or not chosen:
        chosen = list(zones)[:_USUAL]
    st.session_state[_ZONES] = chosen[:MOST_ZONES]
    picked = st.multiselect(
        _("Zones"),
        list(zones),
        format_func=lambda zone: zones.get(zone, ""),
        key=_ZONES,
        max_selections=MOST_ZONES,
        on_change=callback(_picked),
        placeholder=_("Pick zones"),
    )
    return tuple(picked)


def _picked() -> None:
    """Write the zones that were picked into the address; none means the usual ones."""
    if zones := st.session_state[_ZONES]:
        st.query_params["zones"] = ",".join(zones)
    else:
        st.query_params.pop("zones", None)
