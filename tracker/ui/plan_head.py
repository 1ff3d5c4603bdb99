"""Whose plan it is, for which years, from which document, and which plans come before and after it."""

import streamlit as st

from tracker.domain.records import Plan
from tracker.language import _, date_words, years_words
from tracker.services.documents import safe_link
from tracker.services.plan_sheet import PlanSheet
from tracker.ui.links import link_html
from tracker.ui.safe import markdown, shown_html


def show_plan_head(sheet: PlanSheet) -> None:
    """Draw the plan's name, zone and years, and its neighbours."""
    plan = sheet.plan
    st.title(markdown(plan.name), anchor=False)
    years = years_words(plan.start, plan.end)
    issued = _("issued {day}").format(day=date_words(plan.issued)) if plan.issued else ""
    facts = [link_html(sheet.zone.name, "overview", zone=sheet.zone.zone), shown_html(years), shown_html(issued)]
    facts += [_neighbour(_("succeeds {plan}"), sheet.before)] if sheet.before else []
    facts += [_neighbour(_("succeeded by {plan}"), plan) for plan in sheet.after]
    st.html(f'<p class="muted leads">{" · ".join(fact for fact in facts if fact)}</p>')


def _neighbour(words: str, plan: Plan) -> str:
    return shown_html(words).format(plan=link_html(plan.name, "plan", plan=plan.plan))


def show_plan_source(sheet: PlanSheet) -> None:
    """Draw the document the plan was taken from; its address is a link where it is one of the web."""
    st.header(_("Source"), anchor=False)
    source = sheet.source
    if source is None:
        st.write(_("No source is given for this plan."))
        return
    told = [source.publisher, date_words(source.published) if source.published else None]
    said = " · ".join(shown_html(part) for part in told if part)
    link, address = safe_link(source.url), shown_html(source.url or "")
    web = f'<a href="{shown_html(link)}" rel="noopener noreferrer" target="_blank">{address}</a>' if link else address
    title = link_html(source.title, "sources", source=source.source)
    note = "".join(f"<div>{shown_html(text)}</div>" for text in (sheet.plan.note, source.note) if text)
    st.html(f'<div class="leads"><b>{title}</b><div class="muted">{said}</div><div>{web}</div>{note}</div>')
