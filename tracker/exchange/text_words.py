"""What a quantity is read as, and why one is ignored, in the reader's language."""

from tracker.exchange.text_statement import Read, Why
from tracker.language import _


def read_word(reading: Read) -> str:
    """Say what a quantity is read as."""
    return {
        Read.GOAL: _("Goal"),
        Read.ACTUAL: _("Actual"),
        Read.GROWTH: _("Growth"),
        Read.SHARE: _("Share"),
        Read.QUALITATIVE: _("Goal without a number"),
        Read.IGNORED: _("Ignored"),
    }[reading]


def why_word(why: Why) -> str:
    """Say why a number is neither a goal nor an actual."""
    return {
        Why.DATE: _("A date"),
        Why.YEAR: _("A year"),
        Why.PERIOD: _("A plan period"),
        Why.ORDINAL: _("A place in an order"),
        Why.DURATION: _("A duration"),
        Why.DOLLARS: _("The amount before it in US$"),
        Why.DENOMINATOR: _("What a figure is counted against"),
        Why.COUNT_OF_NAMED: _("A count of things that are named"),
        Why.NAME: _("Part of a name"),
        Why.AWARD: _("An award's ceiling"),
        Why.COPYRIGHT: _("A copyright line"),
        Why.RECORD_NUMBER: _("A record or telephone number"),
        Why.STARTING_VALUE: _("The starting value of the figure after it"),
        Why.NOTHING_COUNTED: _("Nothing is counted"),
    }[why]
