"""Goals in one line each: status, name with a link to its page, what is asked, and why it stands there."""

from collections.abc import Iterable

import streamlit as st

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


def lines_html(lines: Iterable[GoalLine]) -> str:
    """Write goals as a list of lines."""
    return f'<ul class="goal-lines">{"".join(_line(line) for line in lines)}</ul>'


def _line(line: GoalLine) -> str:
    asked = shown_html(line.asked)
    nature = f" · {shown_html(_('binding'))}" if line.binding else ""
    place = f"{shown_html(line.zone_name)} · {shown_html(line.plan_name)}{nature}"
    return (
        f"<li><div>{badge_html(line.status)}</div><div>"
        f'<span class="title">{link_html(line.indicator, "goal", goal=line.goal)}</span> – {asked}'
        f'<div class="small">{shown_html(line.missing or line.reason)}</div>'
        f'<div class="small muted">{place}</div></div></li>'
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
