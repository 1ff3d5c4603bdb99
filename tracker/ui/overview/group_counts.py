"""How many goals stand in each group: big tiles that filter, and small stacked bars with their words."""

from collections.abc import Callable, Sequence

import streamlit as st
from htpy import Element, a, b, div, i, span

from tracker.domain.explaining.headlines import place_beside
from tracker.domain.statuses import Group, group_word
from tracker.language import _, ngettext, number
from tracker.services.overview.counts_by_group import Counted, Overview, Scope
from tracker.services.view_settings import ViewSettings
from tracker.ui.shell.links import href, link_to
from tracker.ui.shell.view_settings import view_words
from tracker.ui.widgets.address_inputs import unknown_words
from tracker.ui.widgets.badges import glyph, group_style, group_text

# The order of urgency, in which bars and tiles are read.
_ORDER = (Group.OFF_TRACK, Group.BEHIND, Group.ON_TRACK, Group.MET, Group.NO_VERDICT)
_MOST_BARS = 12


def chosen_group() -> Group | None:
    """Return the group the address names, none where it names none."""
    wanted = st.query_params.get("group", "")
    chosen = next((group for group in Group if group.name.lower() == wanted), None)
    if wanted and chosen is None:
        st.warning(unknown_words(_("There is no such status"), wanted, _("all goals")))
    return chosen


def show_head(counts: Overview, how: ViewSettings) -> None:
    """Show what the goals come to, how they are looked at, and how many belong to plans announced later."""
    st.title(headline(counts.whole), anchor=False)
    st.caption(view_words(how))
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
    st.html(div(".group-tiles")[[_tile(counted, scope, group, now) for group in _ORDER]])


def _tile(counted: Counted, scope: Scope, group: Group, now: Group | None) -> Element:
    wanted = "" if group is now else group.name.lower()
    place = href("overview", zone=scope.zone, plan=scope.plan, group=wanted)
    current = "true" if group is now else None
    tile = a(".group-tile", data_lead="", href=place, aria_current=current, style=group_style(group))
    return tile[b[number(counted.groups[group])], span[group_text(group)]]


def _show_bars(title: str, cut: str, counted: Sequence[Counted], link: Callable[[Counted], Element]) -> None:
    """Draw a stacked bar for each, with the counts in words below it; `cut` says that not all are drawn."""
    st.header(title, anchor=False)
    st.html(div(".group-bars")[[_bar(goals_of, link(goals_of)) for goals_of in counted[:_MOST_BARS]]])
    if len(counted) > _MOST_BARS:
        st.caption(cut.format(shown=_MOST_BARS, count=number(len(counted))))


def _bar(goals_of: Counted, name: Element) -> Element:
    goals = ngettext("{count} goal", "{count} goals", goals_of.goals).format(count=number(goals_of.goals))
    beside = place_beside(goals_of.place, goals_of.name)
    parts = [(group, goals_of.groups[group]) for group in _ORDER if goals_of.groups[group]]
    words = [
        span(style=group_style(group))[f"{glyph(group)} {number(count)} {group_word(group)}"] for group, count in parts
    ]
    place = beside and (" ", span(".muted")["· ", beside])
    return div[
        div(".line")[span[name, place], span(".muted")[goals]],
        div(".bar")[[i(style=group_style(group, f"flex:{count}")) for group, count in parts]],
        div(".words")[words],
    ]


def show_zone_bars(zones: Sequence[Counted], scope: Scope) -> None:
    """Draw the zones' own goals; a name leads to the zone alone."""
    cut = _("The first {shown} of {count} zones: those with verdicts, most goals off track first")
    _show_bars(_("By zone"), cut, zones, lambda zone: link_to(zone.name, "overview", zone=zone.key, plan=scope.plan))


def show_plan_bars(plans: Sequence[Counted]) -> None:
    """Draw the plans; a name leads to the plan's page."""
    cut = _("The first {shown} of {count} plans: running ones with verdicts, most goals off track first")
    _show_bars(_("By plan"), cut, plans, lambda plan: link_to(plan.name, "plan", plan=plan.key))


def headline(counted: Counted) -> str:
    """Return one sentence on where the goals stand."""
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
    sentence = text.format(good=number(good), count=number(judged))
    waiting = counted.groups[Group.NO_VERDICT]
    if not waiting:
        return sentence
    return _("{said}; {count} cannot be judged yet").format(said=sentence, count=number(waiting))
