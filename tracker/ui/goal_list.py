"""Goals in one line each: status, name with a link to its page, what is asked, and why it stands there."""

from collections.abc import Iterable

import streamlit as st

from tracker.domain.places import place_beside
from tracker.language import _, number
from tracker.services.attention import Listed
from tracker.services.goal_lines import GoalLine
from tracker.services.overview import Scope
from tracker.ui.badges import badge_html
from tracker.ui.links import link_html
from tracker.ui.safe import shown_html

FIRST, MORE = 10, 200


def how_many(name: str, few: int = FIRST) -> int:
    """Say how many lines of a list are wanted: a few, or many where the address asks for more of it."""
    return MORE if st.query_params.get("show") == name else few


def show_goals(listed: Listed, name: str, scope: Scope, group: str = "", few: int = FIRST) -> None:
    """Draw the lines of a list, and what leads to more of them."""
    st.html(lines_html(listed.lines) + _rest(listed, name, scope, group, few))


def lines_html(lines: Iterable[GoalLine], *, places: bool = True) -> str:
    """Write goals as a list of lines, with zone and plan where these are not plain from the page."""
    return f'<ul class="goal-lines">{"".join(_line(line, places=places) for line in lines)}</ul>'


def _line(line: GoalLine, *, places: bool) -> str:
    overdue = f'<div class="small muted">{shown_html(_("overdue"))}</div>' if line.overdue else ""
    place = [place_beside(line.zone_name, line.plan_name), line.plan_name] if places else []
    place += [_("binding")] if line.binding else []
    below = f'<div class="small muted">{shown_html(" · ".join(filter(None, place)))}</div>' if place else ""
    return (
        f"<li><div>{badge_html(line.status)}{overdue}</div><div>"
        f'<span class="title">{link_html(line.indicator, "goal", goal=line.goal)}</span> – {shown_html(line.asked)}'
        f'<div class="small">{shown_html(line.missing or line.reason)}</div>{below}</div></li>'
    )


def _rest(listed: Listed, name: str, scope: Scope, group: str, few: int) -> str:
    shown = len(listed.lines)
    if listed.total > shown and shown <= few:
        words = _("Show more: {count} in all").format(count=number(listed.total))
        return _lead(words, scope, group, show=name)
    if listed.total > shown:
        words = _("The first {shown} of {count}; choose a zone or plan to see the others")
        return f'<p class="muted">{shown_html(words.format(shown=number(shown), count=number(listed.total)))}</p>'
    return _lead(_("Show fewer"), scope, group) if shown > few else ""


def _lead(words: str, scope: Scope, group: str, show: str = "") -> str:
    link = link_html(words, "overview", zone=scope.zone, plan=scope.plan, group=group, show=show)
    return f'<p class="muted"><u>{link}</u></p>'
