"""Goals in one line each: status, name with a link to its page, what is asked, and why it stands there."""

from collections.abc import Iterable

import streamlit as st
from htpy import Element, Fragment, b, div, fragment, i, li, p, span, u, ul

from tracker.domain.explaining.headlines import place_beside
from tracker.language import _, aside, ngettext, number, percent_value
from tracker.services.overview.attention import Concern, Listed, fell_due
from tracker.services.overview.completeness import Completeness
from tracker.services.overview.counts_by_group import Scope
from tracker.services.plan.goal_lines import GoalLine
from tracker.services.view_settings import ViewSettings
from tracker.ui.session.store_handle import store
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.badges import badge
from tracker.ui.widgets.elements import leads

FIRST, MORE = 10, 200


def how_many(name: str, few: int = FIRST) -> int:
    """Return how many lines of a list are wanted: a few, or many where the address asks for more of it."""
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
        div[badge(line.status), [div(".small.muted")[mark] for mark in line.marks]],
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


def show_concern(concern: Concern, listed: Listed, scope: Scope, view: ViewSettings, few: int = FIRST) -> None:
    """Draw the heading with how many goals there are, then the first of them."""
    title = _title(concern, view)
    st.header(aside(title, number(listed.total) if listed.total else ""), anchor=False)
    if listed.total:
        show_goals(listed, concern.value, scope, few=few)
    unreported = fell_due(store(), view, scope) if concern is Concern.DUE else 0
    if unreported:
        _show_fell_due(unreported, scope, view)
    elif not listed.total:
        st.write(_none(concern, view))


def _title(concern: Concern, view: ViewSettings) -> str:
    return {
        Concern.ATTENTION: _("Needs attention first"),
        Concern.OVERDUE: _("Overdue: the due year is over and nothing was reported for it"),
        Concern.DUE: _("Due in {before} or {year}").format(before=view.year - 1, year=view.year),
        Concern.SILENT: _("Announced, and nothing reported since"),
    }[concern]


def _show_fell_due(count: int, scope: Scope, view: ViewSettings) -> None:
    """Say for how many goals of the year before nothing was reported, with a link to those overdue."""
    words = ngettext(
        "{count} goal fell due in {year}; nothing has been reported for it",
        "{count} goals fell due in {year}; nothing has been reported for them",
        count,
    ).format(count=number(count), year=view.year - 1)
    leads(link_to(words, "overview", zone=scope.zone, plan=scope.plan, show=Concern.OVERDUE.value))


def _none(concern: Concern, view: ViewSettings) -> str:
    return {
        Concern.ATTENTION: _("No goal with a verdict is behind or off track."),
        Concern.OVERDUE: _("No goal is overdue."),
        Concern.DUE: _("No goal is due in {before} or {year}.").format(before=view.year - 1, year=view.year),
        Concern.SILENT: _("Something was reported for every goal that is not overdue."),
    }[concern]


def show_completeness(complete: Completeness) -> None:
    """Draw the bar and list the first series that are missing."""
    if not complete.owed:
        words = _("No plan that runs in {year} has goals in numbers, so no value is due to be reported.")
        st.write(words.format(year=complete.year))
        return
    words = ngettext(
        "{reported} of {owed} indicator reported", "{reported} of {owed} indicators reported", complete.owed
    )
    sentence = words.format(reported=number(complete.reported), owed=number(complete.owed))
    share = complete.reported / complete.owed
    bar = div(".reached")[i(style=f"width:{share:.2%}")]
    st.html(fragment[p[b[percent_value(share)], " – ", sentence], bar, _missing(complete)])


def _missing(complete: Completeness) -> Fragment | None:
    if not complete.absent:
        return None
    names = [li[series.indicator, " ", span(".muted")["· ", series.zone_name]] for series in complete.missing]
    rest = complete.absent - len(complete.missing)
    more = p(".muted")[_("and {count} more").format(count=number(rest))] if rest else None
    text = _("Nothing reported yet for {year}; the zone's reporting office can supply it:").format(year=complete.year)
    return fragment[p(style="margin-top:.75rem")[text], ul[names], more]
