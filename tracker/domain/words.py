"""The vocabulary as people read it: statuses, groups, rules and origins in the reader's language."""

from tracker.domain.vocabulary import (
    Accumulates,
    BaselineOrigin,
    Certainty,
    Group,
    MilestoneState,
    Nature,
    Rule,
    Status,
)
from tracker.language import _


def status_word(status: Status) -> str:
    """Say a status."""
    return {
        Status.MET: _("Met"),
        Status.MET_EARLY: _("Met early"),
        Status.DONE: _("Done"),
        Status.AHEAD: _("Ahead"),
        Status.ON_TRACK: _("On track"),
        Status.UNDER_WAY: _("Under way"),
        Status.BEHIND: _("Behind"),
        Status.FAR_BEHIND: _("Far behind"),
        Status.MOVING_AWAY: _("Moving away"),
        Status.MISSED: _("Missed"),
        Status.BREACHED: _("Breached"),
        Status.NO_ACTUAL_YET: _("No actual yet"),
        Status.NO_BASELINE: _("No baseline"),
        Status.NO_DUE_YEAR: _("No due year"),
        Status.NO_TARGET_VALUE: _("No target value"),
        Status.INDETERMINATE: _("Indeterminate"),
        Status.NOT_STARTED: _("Not started"),
        Status.NOT_ASSESSABLE: _("Not assessable"),
        Status.TOO_FEW_POINTS: _("Too few points"),
    }[status]


def group_word(group: Group) -> str:
    """Say a group of statuses."""
    return {
        Group.MET: _("Met"),
        Group.ON_TRACK: _("On track"),
        Group.BEHIND: _("Behind"),
        Group.OFF_TRACK: _("Off track"),
        Group.NO_VERDICT: _("No verdict"),
    }[group]


def rule_word(rule: Rule) -> str:
    """Name a rule."""
    return {
        Rule.TIME: _("Time rule"),
        Rule.COMPOUND: _("Compound rule"),
        Rule.PROJECTION: _("Projection rule"),
    }[rule]


def rule_source(rule: Rule) -> str:
    """Say who judges by a rule and how."""
    return {
        Rule.TIME: _(
            "Share of the way made against share of the time gone, as Chinese planning offices report (时序进度)."
        ),
        Rule.COMPOUND: _("Growth reached against growth asked, as Eurostat and Statistics Canada judge the SDGs."),
        Rule.PROJECTION: _("The last changes carried to the due year, as the German sustainability strategy judges."),
    }[rule]


def nature_word(nature: Nature | None) -> str:
    """Say whether a plan binds itself to a goal."""
    return {
        Nature.BINDING: _("binding"),
        Nature.ANTICIPATORY: _("anticipatory"),
        None: "–",
    }[nature]


def origin_word(origin: BaselineOrigin) -> str:
    """Say where a baseline comes from."""
    return {
        BaselineOrigin.STATED: _("stated by the plan"),
        BaselineOrigin.IMPLIED: _("implied by the plan's words; nobody published it"),
        BaselineOrigin.REPORTED: _("reported: the latest actual before the plan"),
        BaselineOrigin.FIRST: _("the first actual within the plan"),
    }[origin]


def certainty_word(certainty: Certainty) -> str:
    """Say how settled an actual is."""
    return {
        Certainty.FINAL: _("final"),
        Certainty.PROVISIONAL: _("provisional"),
        Certainty.ESTIMATED: _("estimated"),
    }[certainty]


def state_word(state: MilestoneState) -> str:
    """Say a milestone's state."""
    return {
        MilestoneState.NOT_STARTED: _("not started"),
        MilestoneState.UNDER_WAY: _("under way"),
        MilestoneState.DONE: _("done"),
    }[state]


def accumulates_word(way: Accumulates) -> str:
    """Say how an indicator's yearly values relate."""
    return {
        Accumulates.LEVEL: _("a level at the end of each year"),
        Accumulates.FLOW: _("an amount for each year"),
        Accumulates.ANNUAL_CHANGE: _("a percent change on the year before"),
        Accumulates.RANK: _("a place in a ranking"),
    }[way]
