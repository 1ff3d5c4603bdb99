"""One document: what it is, and every plan, goal and actual taken from it with its place in it."""

from collections.abc import Sequence

import streamlit as st
from htpy import fragment

from tracker.language import _, aside, clauses, number
from tracker.services.documents import LISTED, Document, Taking, taking
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.sources.source_pages import web_address
from tracker.ui.widgets.elements import leads, plain_table, quiet
from tracker.ui.widgets.escaping import markdown


def source_details(document: Document | None) -> None:
    """Show one document, or what bears no source."""
    if document is not None:
        st.title(markdown(document.title), anchor=False)
        about = clauses((document.publisher or "", document.published or ""))
        st.html(fragment[about or _("publisher and date not given"), web_address(document), quiet(document.note)])
    leads(link_to(_("← All sources"), "sources"))
    found = taking(store(), None if document is None else document.key)
    if not (found.plans or found.goals or found.actuals):
        st.info(_("Nothing was taken from this document yet.") if document else _("Everything names its source."))
    _plans(found)
    _goals(found)
    _actuals(found)


def _heading(name: str, listed: Sequence[object], count: int) -> None:
    st.header(aside(name, number(count)), anchor=False)
    if count > len(listed):
        st.caption(_("The first {listed} are listed.").format(listed=number(LISTED)))


def _plans(found: Taking) -> None:
    if found.plans:
        _heading(_("Plans"), found.plans, found.uses.plans)
        rows = [(link_to(one.plan, "plan", plan=one.key), one.zone, one.said or "") for one in found.plans]
        st.html(plain_table((_("Plan"), _("Zone"), _("Note")), rows))


def _goals(found: Taking) -> None:
    if found.goals:
        _heading(_("Goals"), found.goals, found.uses.goals)
        rows = [
            (
                fragment[link_to(one.indicator, "goal", goal=one.key), quiet(one.said)],
                fragment[one.plan, quiet(one.zone)],
                str(one.year or "–"),
                one.locator or "–",
            )
            for one in found.goals
        ]
        st.html(plain_table((_("Goal"), _("Plan"), _("Due"), _("Where in it")), rows, ("", "", "short", "")))


def _actuals(found: Taking) -> None:
    if found.actuals:
        _heading(_("Actuals"), found.actuals, found.uses.actuals)
        rows = [
            (one.zone, fragment[one.indicator, quiet(one.note)], one.year, one.value, one.locator or "–")
            for one in found.actuals
        ]
        heads = (_("Zone"), _("Indicator"), _("Year"), _("Value"), _("Where in it"))
        st.html(plain_table(heads, rows, ("", "", "short", "strong", "")))
