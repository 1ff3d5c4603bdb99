"""What a planner asks on Monday morning: where the goals stand and which need attention."""

import streamlit as st

from tracker.language import _, aside, number
from tracker.services.overview.attention import Concern, concerns, of_group
from tracker.services.overview.completeness import completeness
from tracker.services.overview.counts_by_group import Scope, overview
from tracker.services.overview.plan_tiles import plan_tiles
from tracker.ui.overview.goal_lists import how_many, show_completeness, show_concern, show_goals
from tracker.ui.overview.group_counts import chosen_group, show_group_tiles, show_head, show_plan_bars, show_zone_bars
from tracker.ui.overview.plan_tiles import show_tiles
from tracker.ui.session.person import Permission, require
from tracker.ui.session.store_handle import store
from tracker.ui.shell.scope_filters import choose_scope
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.badges import group_text
from tracker.ui.widgets.messages import show_empty_store

require(Permission.VIEW)
kept, view, group = store(), chosen_view(), chosen_group()
everything = overview(kept, view, Scope())
if not everything.whole.goals + everything.later:
    show_empty_store()
    st.stop()

head = st.container()
scope = choose_scope(kept)
counts = overview(kept, view, scope)
with head:
    show_head(counts, view)
show_group_tiles(counts.whole, scope, group)

wide, narrow = st.columns([3, 2], gap="large")
with wide:
    if group:
        st.header(aside(group_text(group), number(counts.whole.groups[group])), anchor=False)
        show_goals(of_group(kept, view, scope, group, how_many("group")), "group", scope, group.name.lower())
    else:
        most = how_many("attention")
        show_concern(Concern.ATTENTION, concerns(kept, view, scope, Concern.ATTENTION, most), scope, view)
        most = how_many("overdue", 5)
        show_concern(Concern.OVERDUE, concerns(kept, view, scope, Concern.OVERDUE, most), scope, view, 5)
with narrow:
    st.header(_("Actuals reported for {year}").format(year=view.year), anchor=False)
    show_completeness(completeness(kept, view, scope, 5))
    for concern in (Concern.DUE, Concern.SILENT):
        show_concern(concern, concerns(kept, view, scope, concern, how_many(concern.value, 5)), scope, view, 5)

left, right = st.columns(2, gap="large")
with left:
    show_zone_bars(counts.zones, scope)
with right:
    show_plan_bars(counts.plans)

st.header(_("Plans and indicators"), anchor=False)
show_tiles(plan_tiles(kept, view, scope))
