"""Goals in one line each: status, name with a link to its page, what is asked, and why it stands there."""

from collections.abc import Iterable

import streamlit as st
from htpy import Element, div, fragment, li, p, span, u, ul

from tracker.domain.explaining.headlines import place_beside
from tracker.language import _, number
from tracker.services.attention import Listed
from tracker.services.goal_lines import GoalLine
from tracker.services.overview import Scope
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.badges import badge

FIRST, MORE = 10, 200


def how_many(name: str, few: int = FIRST) -> int:
    """Say how many lines of a list are wanted: a few, or many where the address asks for more of it."""
    return MORE if st.query_params.get("show") == name else few


def show_goals(listed: Listed, name: str, scope: Scope, group: str = "", few: int = FIRST) -> None:
    """Draw the lines of a list, and what leads to more of them."""
    st.html(fragment[goal_lines(listed.lines), _rest(listed, name, scope, group, few)])


def goal_lines(lines: Iterable[GoalLine], *, places: bool = True) -> Element:
    """Return goals as a list of lines, with zone and plan where these are not plain from the page."""
    return ul(".goal-lines")[[_line(line, places=places) for line in lines]]


def _line(line: GoalLine, *, places: bool) -> Element:
    place = [place_beside(line.zone_name, line.plan_name), line.plan_name] if places else []
    place += [_("binding")] if line.binding else []
    return li[
        div[badge(line.status), line.overdue and div(".small.muted")[_("overdue")]],
        div[
            (span(".title")[link_to(line.indicator, "goal", goal=line.goal)], " – ", line.asked),
            div(".small")[line.missing or line.reason],
            place and div(".small.muted")[" · ".join(filter(None, place))],
        ],
    ]


def _rest(listed: Listed, name: str, scope: Scope, group: str, few: int) -> Element | None:
    shown = len(listed.lines)
    if listed.total > shown and shown <= few:
        words = _("Show more: {count} in all").format(count=number(listed.total))
        return _lead(words, scope, group, show=name)
    if listed.total > shown:
        words = _("The first {shown} of {count}; choose a zone or plan to see the others")
        return p(".muted")[words.format(shown=number(shown), count=number(listed.total))]
    return _lead(_("Show fewer"), scope, group) if shown > few else None


def _lead(words: str, scope: Scope, group: str, show: str = "") -> Element:
    return p(".muted")[u[link_to(words, "overview", zone=scope.zone, plan=scope.plan, group=group, show=show)]]
