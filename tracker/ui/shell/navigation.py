"""The navigation that every page stands in."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import Page

from tracker.domain.people.roles import Permission, Person
from tracker.language import _
from tracker.ui.session.sign_in import OPEN_PAGE

PAGES = Path(__file__).resolve().parents[3] / "pages"


@dataclass(frozen=True, slots=True)
class ListedPage:
    """One page: the section it stands under, its script below pages/, its address, its title, who may open it.

    The page itself requires its permission all the same; `for_account` pages need somebody who is signed in.
    """

    section: str
    script: str
    address: str
    title: str
    permission: Permission = Permission.VIEW
    for_account: bool = False

    def is_for(self, person: Person) -> bool:
        """Return whether the navigation shows the page to a person."""
        return person.may(self.permission) and (bool(person.account) or not self.for_account)

    @property
    def path(self) -> Path:
        """The script's place on disk."""
        return PAGES / self.script


def page_list() -> tuple[ListedPage, ...]:
    """Return the pages in the order of the navigation, titles in the reader's language; the first opens at /."""
    monitor, present, report = _("Monitor"), _("Present"), _("Report")
    plan, manage = _("Plan"), _("Manage")
    return (
        ListedPage(monitor, "monitor/overview.py", "overview", _("Overview")),
        ListedPage(monitor, "monitor/plan.py", "plan", _("Plan")),
        ListedPage(monitor, "monitor/goal.py", "goal", _("Goal")),
        ListedPage(monitor, "monitor/compare.py", "compare", _("Compare")),
        ListedPage(monitor, "monitor/sources.py", "sources", _("Sources")),
        ListedPage(present, "present/slide_sets.py", "slide-sets", _("Slide sets")),
        ListedPage(present, "present/slides.py", "slides", _("Slides")),
        ListedPage(report, "report/my_round.py", "my-round", _("My round"), Permission.REPORT),
        ListedPage(report, "report/review.py", "review", _("Review"), Permission.REVIEW),
        ListedPage(plan, "plan/plans.py", "plans", _("Plans"), Permission.PLAN),
        ListedPage(plan, "plan/goal_form.py", "edit-goal", _("Write a goal"), Permission.PLAN),
        ListedPage(plan, "plan/from_text.py", "from-text", _("From text"), Permission.PLAN),
        ListedPage(plan, "plan/zones.py", "zones", _("Zones"), Permission.PLAN),
        ListedPage(plan, "plan/indicators.py", "indicators", _("Indicators"), Permission.PLAN),
        ListedPage(plan, "plan/bundle_upload.py", "load-bundle", _("Load a bundle"), Permission.PLAN),
        ListedPage(manage, "manage/history.py", "history", _("History"), Permission.READ_HISTORY),
        ListedPage(manage, "manage/accounts.py", "accounts", _("Accounts"), Permission.MANAGE_ACCOUNTS),
        ListedPage(manage, "manage/password.py", "password", _("Password"), for_account=True),
    )


def navigation(person: Person) -> Page:
    """Show the pages a person may open under their sections, and return the page asked for, which may be another."""
    pages = page_list()
    sections = groupby(pages, key=lambda page: page.section)
    listed = {name: [_shown(page, person, first=page is pages[0]) for page in group] for name, group in sections}
    page = st.navigation(listed, expanded=True)
    st.session_state[OPEN_PAGE] = page.url_path
    return page


def _shown(page: ListedPage, person: Person, *, first: bool) -> Page:
    # A hidden page still opens by its address, and says itself what it takes to see it.
    # No icon: Streamlit fetches the favicon of a material icon from a foreign host.
    visibility: Literal["visible", "hidden"] = "visible" if page.is_for(person) else "hidden"
    return st.Page(page.path, title=page.title, url_path=page.address, default=first, visibility=visibility)
