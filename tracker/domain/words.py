"""The vocabulary as people read it: statuses, groups, rules and origins in the reader's language."""

from tracker.domain.vocabulary import Accumulates, BaselineOrigin, Certainty, MilestoneState, Nature
from tracker.language import _


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
