"""Plans against indicators as a grid of tiles: what is asked, how it stands; an empty place says so."""

import streamlit as st

from tracker.domain.places import place_beside
from tracker.language import _, number
from tracker.services.goal_lines import GoalLine
from tracker.services.plan_tiles import PlanColumn, PlanTiles
from tracker.ui.badges import status_text
from tracker.ui.links import href, link_html
from tracker.ui.page_style import group_variable
from tracker.ui.safe import shown_html


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
    heads = "<div></div>" + "".join(_head(plan) for plan in tiles.plans)
    rows = "".join(
        f'<div class="name">{shown_html(row.indicator)}</div>{"".join(_place(goals) for goals in row.tiles)}'
        for row in tiles.rows
    )
    st.html(f'<div class="plan-tiles"><div class="grid" style="{columns}">{heads}{rows}</div></div>')


def _head(plan: PlanColumn) -> str:
    name = link_html(plan.name, "plan", plan=plan.plan)
    return f'<div class="head">{name}<small>{shown_html(place_beside(plan.zone_name, plan.name))}</small></div>'


def _place(goals: tuple[GoalLine, ...]) -> str:
    if not goals:
        return f'<div class="none">{shown_html(_("not in this plan"))}</div>'
    return f"<div>{''.join(_tile(goal) for goal in goals)}</div>"


def _tile(goal: GoalLine) -> str:
    address = shown_html(href("goal", goal=goal.goal))
    return (
        f'<a class="tile" data-lead="" href="{address}" {group_variable(goal.group)}>'
        f"<b>{shown_html(goal.asked)}</b><span>{shown_html(status_text(goal.status))}</span></a>"
    )
