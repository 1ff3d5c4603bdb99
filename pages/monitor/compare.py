"""One indicator across zones and across successive plans, and pace needed against pace reached."""

import streamlit as st

from tracker.language import _
from tracker.services.compare.comparison import compare
from tracker.ui.compare.compare_picker import pick_comparison
from tracker.ui.compare.compare_views import cautions_list, paces_chart, reported_table, succession_charts, zones_chart
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import present_link
from tracker.ui.shell.view_settings import chosen_view

require(Permission.VIEW)
view = chosen_view()
asked = pick_comparison(view)
if asked is None:
    st.info(_("Pick an indicator and at least one zone."))
    st.stop()
comparison = compare(store(), asked.indicator, asked.zones, view)
present_link(indicator=asked.indicator, zones=",".join(asked.zones))

zones_chart(comparison, view)
succession_charts(comparison)
paces_chart(comparison)
cautions_list(comparison)
reported_table(comparison)
