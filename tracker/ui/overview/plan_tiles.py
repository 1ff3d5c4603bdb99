"""Plans against indicators as a grid of tiles: what is asked, how it stands; an empty place says so."""

import streamlit as st
from htpy import Element, a, b, div, small, span

from tracker.domain.explaining.headlines import place_beside
from tracker.language import _, number
from tracker.services.overview.plan_tiles import PlanColumn, PlanTiles
from tracker.services.plan.goal_lines import GoalLine
from tracker.ui.shell.links import href, link_to
from tracker.ui.widgets.badges import group_style, status_text


def show_tiles(tiles: PlanTiles) -> None:
    """Draw the grid, and say where not everything is shown."""
    if tiles.cut:
        words = _(
            "Shown are the {plans} largest of {all_plans} plans with goals in numbers, "
            "and {rows} of their {indicators} indicators, the shared ones first. Choose a zone or plan for others."
        )
        counts = {"plans": len(tiles.plans), "all_plans": tiles.all_plans, "rows": len(tiles.rows)}
        st.caption(words.format(**counts, indicators=number(tiles.all_indicators)))
    columns = f"grid-template-columns:minmax(7.5rem,1.2fr) repeat({len(tiles.plans)},minmax(7.25rem,1fr))"
    rows = ((div(".name")[row.indicator], [_place(goals) for goals in row.tiles]) for row in tiles.rows)
    st.html(div(".plan-tiles")[div(".grid", style=columns)[div, [_head(plan) for plan in tiles.plans], rows]])


def _head(plan: PlanColumn) -> Element:
    return div(".head")[link_to(plan.name, "plan", plan=plan.plan), small[place_beside(plan.zone_name, plan.name)]]


def _place(goals: tuple[GoalLine, ...]) -> Element:
    return div[[_tile(goal) for goal in goals]] if goals else div(".none")[_("not in this plan")]


def _tile(goal: GoalLine) -> Element:
    tile = a(".tile", data_lead="", href=href("goal", goal=goal.goal), style=group_style(goal.group))
    return tile[b[goal.asked], span[status_text(goal.status)]]
