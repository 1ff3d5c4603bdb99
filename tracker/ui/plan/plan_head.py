"""Whose plan it is, for which years, from which document, and which plans come before and after it."""

from collections.abc import Sequence

import streamlit as st
from htpy import Node, a, b, div, p
from markupsafe import Markup, escape

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.records import Plan
from tracker.domain.statuses import Group, group_word
from tracker.language import _, date_words, number, years_words
from tracker.services.plan.plan_sheet import PlanSheet, milestone_lines
from tracker.services.plan.themes import by_theme
from tracker.services.sources.documents import safe_link
from tracker.ui.overview.goal_lists import goal_lines
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.elements import between, plain_table
from tracker.ui.widgets.escaping import markdown


def show_plan_head(sheet: PlanSheet) -> None:
    """Draw the plan's name, zone and years, and its neighbours."""
    plan = sheet.plan
    st.title(markdown(plan.name), anchor=False)
    years = years_words(plan.start, plan.end)
    issued = _("issued {day}").format(day=date_words(plan.issued)) if plan.issued else ""
    facts: list[Node] = [link_to(sheet.zone.name, "overview", zone=sheet.zone.zone), years, issued]
    facts += [_neighbour(_("succeeds {plan}"), sheet.before)] if sheet.before else []
    facts += [_neighbour(_("succeeded by {plan}"), plan) for plan in sheet.after]
    facts.append(_("running") if sheet.running else _("closed"))
    st.html(p(".muted.leads")[between(" · ", facts)])


def _neighbour(words: str, plan: Plan) -> Markup:
    return escape(words).format(plan=link_to(plan.name, "plan", plan=plan.plan))


def show_plan_source(sheet: PlanSheet) -> None:
    """Draw the document the plan was taken from; its address is a link where it is one of the web."""
    st.header(_("Source"), anchor=False)
    source = sheet.source
    if source is None:
        st.write(_("No source is given for this plan."))
        return
    published = [source.publisher, date_words(source.published) if source.published else None]
    link = safe_link(source.url)
    st.html(
        div(".leads")[
            b[link_to(source.title, "sources", source=source.source)],
            div(".muted")[between(" · ", published)],
            div[a(href=link, rel="noopener noreferrer", target="_blank")[source.url] if link else source.url],
            [div[text] for text in (sheet.plan.note, source.note) if text],
        ]
    )


def show_milestones(reports: Sequence[GoalReport], group: Group | None, text: str) -> None:
    """Draw the milestones of one group (None: all) whose words hold a text; nothing where the plan has none."""
    if not reports:
        return
    lines = milestone_lines(reports, group, text)
    st.header(_("Milestones ({count})").format(count=len(lines)), anchor=False)
    if lines:
        st.html(goal_lines(lines, places=False))
    else:
        st.write(_("No milestone fits this choice."))


def show_themes(sheet: PlanSheet) -> None:
    """Count the plan's goals by theme and group, in its own order; nothing where it has no two themes."""
    themes = by_theme((*sheet.measured, *sheet.milestones))
    if len(themes) < 2:
        return
    heads = (_("Theme"), _("Goals"), *(group_word(group) for group in Group))
    rows = [
        (theme.theme or _("no theme"), number(len(theme.reports)), *(number(theme.groups[group]) for group in Group))
        for theme in themes
    ]
    st.header(_("By theme"), anchor=False)
    st.html(plain_table(heads, rows, ("", *["end"] * (len(Group) + 1))))
