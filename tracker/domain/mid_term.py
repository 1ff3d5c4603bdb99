"""The six classes that mid-term evaluations of Chinese plans sort goals into, and which status belongs where."""

from enum import StrEnum

from tracker.domain.vocabulary import GROUP_OF, Group, Status
from tracker.language import _


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
    """Name a class, as 提前完成, 已完成, 快于预期, 符合预期, 滞后于预期 and 暂无法评价 are named."""
    return {
        Progress.MET_EARLY: _("Achieved ahead of time"),
        Progress.MET: _("Achieved"),
        Progress.AHEAD: _("Faster than expected"),
        Progress.AS_EXPECTED: _("As expected"),
        Progress.LAGGING: _("Behind expectations"),
        Progress.NO_VERDICT: _("Cannot be judged yet"),
    }[progress]


def progress_meaning(progress: Progress) -> str:
    """Say what a class holds, in words that name statuses."""
    return {
        Progress.MET_EARLY: _("satisfied before the due year"),
        Progress.MET: _("satisfied in the due year, or a milestone that is done"),
        Progress.AHEAD: _("5 percent or more faster than the path to the goal"),
        Progress.AS_EXPECTED: _("on the path to the goal, or a milestone under way"),
        Progress.LAGGING: _("behind, far behind, moving away, missed or breached"),
        Progress.NO_VERDICT: _("something that a verdict needs has not been reported or stated"),
    }[progress]
