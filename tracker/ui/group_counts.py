"""How many goals stand in each group: big tiles that filter, and small stacked bars with their words."""

from collections.abc import Callable, Sequence

import streamlit as st

from tracker.domain.places import place_beside
from tracker.domain.vocabulary import Group
from tracker.domain.words import group_word
from tracker.language import _, ngettext, number
from tracker.services.looking import Look
from tracker.services.overview import Counted, Overview, Scope
from tracker.ui.addressed import in_vain
from tracker.ui.badges import glyph, group_text
from tracker.ui.links import href, link_html
from tracker.ui.looks import look_words
from tracker.ui.page_style import group_variable
from tracker.ui.safe import shown_html

# The order of urgency, in which bars and tiles are read.
_ORDER = (Group.OFF_TRACK, Group.BEHIND, Group.ON_TRACK, Group.MET, Group.NO_VERDICT)
_MOST_BARS = 12


def chosen_group() -> Group | None:
    """Read the group the address names, none where it names none."""
    told = st.query_params.get("group", "")
    found = next((group for group in Group if group.name.lower() == told), None)
    if told and found is None:
        st.warning(in_vain(_("There is no such status"), told, _("all goals")))
    return found


def show_head(counts: Overview, how: Look) -> None:
    """Show what the goals come to, how they are looked at, and how many belong to plans announced later."""
    st.title(headline(counts.whole), anchor=False)
    st.caption(look_words(how))
    _say_later(counts.later, how.year)


def _say_later(count: int, year: int) -> None:
    """Say how many goals are not counted because their plan was announced after the year looked from."""
    if count:
        words = ngettext(
            "{count} goal of a plan announced after {year} is not counted; its own page shows it.",
            "{count} goals of plans announced after {year} are not counted; the plans' own pages show them.",
            count,
        )
        st.caption(words.format(count=number(count), year=year))


def show_group_tiles(counted: Counted, scope: Scope, now: Group | None) -> None:
    """Draw a tile for each group; one click shows its goals, another one all again."""
    st.html(f'<div class="group-tiles">{"".join(_tile(counted, scope, group, now) for group in _ORDER)}</div>')


def _tile(counted: Counted, scope: Scope, group: Group, now: Group | None) -> str:
    wanted = "" if group is now else group.name.lower()
    current = ' aria-current="true"' if group is now else ""
    address = shown_html(href("overview", zone=scope.zone, plan=scope.plan, group=wanted))
    words = shown_html(group_text(group))
    return (
        f'<a class="group-tile" data-lead="" href="{address}"{current} {group_variable(group)}>'
        f"<b>{number(counted.groups[group])}</b><span>{words}</span></a>"
    )


def _show_bars(title: str, cut: str, counted: Sequence[Counted], link: Callable[[Counted], str]) -> None:
    """Draw a stacked bar for each, with the counts in words below it; `cut` says that not all are drawn."""
    st.header(title, anchor=False)
    bars = "".join(_bar(one, link(one)) for one in counted[:_MOST_BARS])
    st.html(f'<div class="group-bars">{bars}</div>')
    if len(counted) > _MOST_BARS:
        st.caption(cut.format(shown=_MOST_BARS, count=number(len(counted))))


def _bar(one: Counted, name: str) -> str:
    goals = ngettext("{count} goal", "{count} goals", one.goals).format(count=number(one.goals))
    beside = place_beside(one.place, one.name)
    place = f' <span class="muted">· {shown_html(beside)}</span>' if beside else ""
    parts = [(group, one.groups[group]) for group in _ORDER if one.groups[group]]
    pieces = "".join(f"<i {group_variable(group, f'flex:{count}')}></i>" for group, count in parts)
    words = "".join(
        f"<span {group_variable(group)}>{glyph(group)} {number(count)} {shown_html(group_word(group))}</span>"
        for group, count in parts
    )
    return (
        f'<div><div class="line"><span>{name}{place}</span><span class="muted">{shown_html(goals)}</span></div>'
        f'<div class="bar">{pieces}</div><div class="words">{words}</div></div>'
    )


def show_zone_bars(zones: Sequence[Counted], scope: Scope) -> None:
    """Draw the zones' own goals; a name leads to the zone alone."""
    cut = _("The {shown} of {count} zones with most goals off track")
    _show_bars(_("By zone"), cut, zones, lambda one: link_html(one.name, "overview", zone=one.key, plan=scope.plan))


def show_plan_bars(plans: Sequence[Counted]) -> None:
    """Draw the plans; a name leads to the plan's page."""
    cut = _("The {shown} of {count} plans with most goals off track")
    _show_bars(_("By plan"), cut, plans, lambda one: link_html(one.name, "plan", plan=one.key))


def headline(counted: Counted) -> str:
    """Say in one sentence where the goals stand."""
    if not counted.goals:
        return _("No goals had been announced by then")
    judged = counted.goals - counted.groups[Group.NO_VERDICT]
    good = counted.groups[Group.MET] + counted.groups[Group.ON_TRACK]
    if not judged:
        text = ngettext(
            "{count} goal, which cannot be judged yet", "{count} goals, none of which can be judged yet", counted.goals
        )
        return text.format(count=number(counted.goals))
    text = ngettext(
        "{good} of {count} judged goals is met or on track", "{good} of {count} judged goals are met or on track", good
    )
    said = text.format(good=number(good), count=number(judged))
    waiting = counted.groups[Group.NO_VERDICT]
    if not waiting:
        return said
    return _("{said}; {count} cannot be judged yet").format(said=said, count=number(waiting))
