"""The words of the method: comparators, statuses, the groups they are shown in, and what records say of themselves."""

from enum import StrEnum


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
