"""The rules that judge, their statuses and groups, the classes of a mid-term report, and the words for all."""

from enum import StrEnum

from tracker.language import _


class Rule(StrEnum):
    """A published way to judge a goal that is not yet due."""

    TIME = "time"
    COMPOUND = "compound"
    PROJECTION = "projection"


class Group(StrEnum):
    """The five groups in which statuses are shown."""

    MET = "Met"
    ON_TRACK = "On track"
    BEHIND = "Behind"
    OFF_TRACK = "Off track"
    NO_VERDICT = "No verdict"


class Status(StrEnum):
    """The verdict a rule gives on a goal."""

    MET = "met"
    MET_EARLY = "met early"
    DONE = "done"
    AHEAD = "ahead"
    ON_TRACK = "on track"
    UNDER_WAY = "under way"
    BEHIND = "behind"
    FAR_BEHIND = "far behind"
    MOVING_AWAY = "moving away"
    MISSED = "missed"
    BREACHED = "breached"
    NO_ACTUAL_YET = "no actual yet"
    NO_BASELINE = "no baseline"
    NO_DUE_YEAR = "no due year"
    NO_TARGET_VALUE = "no target value"
    INDETERMINATE = "indeterminate"
    NOT_STARTED = "not started"
    NOT_ASSESSABLE = "not assessable"
    TOO_FEW_POINTS = "too few points"


GROUP_OF: dict[Status, Group] = {
    **dict.fromkeys((Status.MET, Status.MET_EARLY, Status.DONE), Group.MET),
    **dict.fromkeys((Status.AHEAD, Status.ON_TRACK, Status.UNDER_WAY), Group.ON_TRACK),
    Status.BEHIND: Group.BEHIND,
    **dict.fromkeys((Status.FAR_BEHIND, Status.MOVING_AWAY, Status.MISSED, Status.BREACHED), Group.OFF_TRACK),
    **dict.fromkeys(
        (
            Status.NO_ACTUAL_YET,
            Status.NO_BASELINE,
            Status.NO_DUE_YEAR,
            Status.NO_TARGET_VALUE,
            Status.INDETERMINATE,
            Status.NOT_STARTED,
            Status.NOT_ASSESSABLE,
            Status.TOO_FEW_POINTS,
        ),
        Group.NO_VERDICT,
    ),
}


def status_word(status: Status) -> str:
    """Return a status in words."""
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
    """Return a group of statuses in words."""
    return {
        Group.MET: _("Met"),
        Group.ON_TRACK: _("On track"),
        Group.BEHIND: _("Behind"),
        Group.OFF_TRACK: _("Off track"),
        Group.NO_VERDICT: _("No verdict"),
    }[group]


def rule_word(rule: Rule) -> str:
    """Return the name of a rule."""
    return {
        Rule.TIME: _("Time rule"),
        Rule.COMPOUND: _("Compound rule"),
        Rule.PROJECTION: _("Projection rule"),
    }[rule]


def rule_count_word() -> str:
    """Return how many rules there are, as a word within a sentence."""
    return _("three")


def rule_source(rule: Rule) -> str:
    """Return who judges by a rule and how."""
    return {
        Rule.TIME: _(
            "Share of the way made against share of the time gone, as Chinese planning offices report (时序进度)."
        ),
        Rule.COMPOUND: _("Growth reached against growth asked, as Eurostat and Statistics Canada judge the SDGs."),
        Rule.PROJECTION: _("The last changes carried to the due year, as the German sustainability strategy judges."),
    }[rule]


class Progress(StrEnum):
    """How a goal stands in a mid-term report, in the order of the report."""

    MET_EARLY = "met early"
    MET = "met"
    AHEAD = "ahead"
    AS_EXPECTED = "as expected"
    LAGGING = "lagging"
    NO_VERDICT = "no verdict"


_OF_STATUS = {
    Status.MET_EARLY: Progress.MET_EARLY,
    Status.MET: Progress.MET,
    Status.DONE: Progress.MET,
    Status.AHEAD: Progress.AHEAD,
    Status.ON_TRACK: Progress.AS_EXPECTED,
    Status.UNDER_WAY: Progress.AS_EXPECTED,
}


def progress_of(status: Status) -> Progress:
    """Sort a status: whatever has a verdict and is neither met nor on its way lags."""
    if status in _OF_STATUS:
        return _OF_STATUS[status]
    return Progress.NO_VERDICT if GROUP_OF[status] is Group.NO_VERDICT else Progress.LAGGING


def progress_word(progress: Progress) -> str:
    """Return the name of a class, as 提前完成, 已完成, 快于预期, 符合预期, 滞后于预期 and 暂无法评价 are named."""
    return {
        Progress.MET_EARLY: _("Achieved ahead of time"),
        Progress.MET: _("Achieved"),
        Progress.AHEAD: _("Faster than expected"),
        Progress.AS_EXPECTED: _("As expected"),
        Progress.LAGGING: _("Behind expectations"),
        Progress.NO_VERDICT: _("Cannot be judged yet"),
    }[progress]


def progress_meaning(progress: Progress) -> str:
    """Return what a class holds, in words that name statuses."""
    return {
        Progress.MET_EARLY: _("reached before the due year"),
        Progress.MET: _("reached in the due year, or a milestone that is done"),
        Progress.AHEAD: _("5 percent or more faster than the path to the goal"),
        Progress.AS_EXPECTED: _("on the path to the goal, or a milestone under way"),
        Progress.LAGGING: _("behind, far behind, moving away, missed or breached"),
        Progress.NO_VERDICT: _("something that a verdict needs has not been reported or stated"),
    }[progress]
