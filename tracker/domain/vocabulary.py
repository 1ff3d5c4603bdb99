"""The words that records are written in, and how people read them."""

from enum import StrEnum

from tracker.language import _


class Comparator(StrEnum):
    """How the value is meant; `=` is reached or passed in the indicator's better direction."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "="
    BETWEEN = "between"

    @property
    def mirrored(self) -> "Comparator":
        """How it reads with both signs turned: a fall of over 13.5 % is a change of less than −13.5 %."""
        return _MIRRORED.get(self, self)

    def agrees_with(self, other: "Comparator") -> bool:
        """Whether both ask for more, both ask for less, or both are the same."""
        return self is other or any({self, other} <= way for way in (ASKS_MORE, ASKS_LESS))


ASKS_MORE = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
ASKS_LESS = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})
_MIRRORED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
}


class Better(StrEnum):
    """Which way an indicator improves."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Accumulates(StrEnum):
    """How an indicator's yearly values relate: a state, a yearly amount, a yearly percent change, a place."""

    LEVEL = "level"
    FLOW = "flow"
    ANNUAL_CHANGE = "annual_change"
    RANK = "rank"


class Qualifier(StrEnum):
    """How exactly an actual is known."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    BETWEEN = "between"


#: Values that are one number, however surely it is known.
ONE_NUMBER = frozenset({Qualifier.EXACT, Qualifier.ABOUT})
#: Values of which one end alone is known.
OPEN_ABOVE = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
OPEN_BELOW = frozenset({Qualifier.UNDER, Qualifier.AT_MOST})
#: What a goal asks whose number is written with the words of a bound.
COMPARATOR_OF = {
    Qualifier.OVER: Comparator.MORE_THAN,
    Qualifier.AT_LEAST: Comparator.AT_LEAST,
    Qualifier.UNDER: Comparator.LESS_THAN,
    Qualifier.AT_MOST: Comparator.AT_MOST,
    Qualifier.BETWEEN: Comparator.BETWEEN,
}


class Certainty(StrEnum):
    """How settled a reported value is (the bundle's `status` of an actual)."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"


class MilestoneState(StrEnum):
    """What is reported of a milestone."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"


class BaselineOrigin(StrEnum):
    """Where a goal's starting value comes from."""

    STATED = "stated"
    IMPLIED = "implied"
    REPORTED = "reported"
    FIRST = "first"


class Nature(StrEnum):
    """Whether a plan binds itself to a goal (约束性) or expects it (预期性)."""

    BINDING = "binding"
    ANTICIPATORY = "anticipatory"


class Basis(StrEnum):
    """Over what a goal that is measured against another indicator is compared with it."""

    EACH_YEAR = "each_year"
    ON_AVERAGE = "on_average"


class MeasuredBy(StrEnum):
    """What is made of the values of several years before a goal is judged on them."""

    MEAN = "mean"


class GapWord(StrEnum):
    """How what is missing for a goal is said."""

    SHORT = "short"
    PAST = "past"
    REACHED = "reached"


def nature_word(nature: Nature | None) -> str:
    """Return whether a plan binds itself to a goal."""
    return {
        Nature.BINDING: _("binding"),
        Nature.ANTICIPATORY: _("anticipatory"),
        None: "–",
    }[nature]


def basis_word(basis: Basis) -> str:
    """Return over what two indicators are compared."""
    return {
        Basis.EACH_YEAR: _("year by year"),
        Basis.ON_AVERAGE: _("on average over the plan"),
    }[basis]


def measured_by_word(measured_by: MeasuredBy) -> str:
    """Return what is made of the values of several years."""
    return {MeasuredBy.MEAN: _("the mean of the plan’s years")}[measured_by]


def origin_word(origin: BaselineOrigin) -> str:
    """Return where a baseline comes from."""
    return {
        BaselineOrigin.STATED: _("stated by the plan"),
        BaselineOrigin.IMPLIED: _("implied by the plan's words; nobody published it"),
        BaselineOrigin.REPORTED: _("reported: the latest actual before the plan"),
        BaselineOrigin.FIRST: _("the first actual within the plan"),
    }[origin]


def certainty_word(certainty: Certainty) -> str:
    """Return how settled an actual is."""
    return {
        Certainty.FINAL: _("final"),
        Certainty.PROVISIONAL: _("provisional"),
        Certainty.ESTIMATED: _("estimated"),
    }[certainty]


def state_word(state: MilestoneState) -> str:
    """Return a milestone's state in words."""
    return {
        MilestoneState.NOT_STARTED: _("not started"),
        MilestoneState.UNDER_WAY: _("under way"),
        MilestoneState.DONE: _("done"),
    }[state]


def accumulates_word(way: Accumulates) -> str:
    """Return how an indicator's yearly values relate."""
    return {
        Accumulates.LEVEL: _("a level at the end of each year"),
        Accumulates.FLOW: _("an amount for each year"),
        Accumulates.ANNUAL_CHANGE: _("a percent change on the year before"),
        Accumulates.RANK: _("a place in a ranking"),
    }[way]


def comparator_word(comparator: Comparator) -> str:
    """Return how a goal's value is meant."""
    return {
        Comparator.AT_LEAST: _("at least"),
        Comparator.MORE_THAN: _("more than"),
        Comparator.AT_MOST: _("at most"),
        Comparator.LESS_THAN: _("less than"),
        Comparator.EQUAL: _("this value, or better"),
        Comparator.BETWEEN: _("between"),
    }[comparator]


def better_word(better: Better) -> str:
    """Return which way an indicator improves."""
    return {Better.UP: _("more"), Better.DOWN: _("less"), Better.NONE: _("neither")}[better]


def qualifier_word(qualifier: Qualifier) -> str:
    """Return how exactly an actual is known."""
    return {
        Qualifier.EXACT: _("exact"),
        Qualifier.ABOUT: _("about"),
        Qualifier.OVER: _("over"),
        Qualifier.AT_LEAST: _("at least"),
        Qualifier.UNDER: _("under"),
        Qualifier.AT_MOST: _("at most"),
        Qualifier.BETWEEN: _("between"),
    }[qualifier]
