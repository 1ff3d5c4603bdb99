"""Comparators and qualifiers in words: over 2,000 · at least 3.5% · about 150 · between 10 and 12."""

from tracker.language.catalogue import _
from tracker.language.numbers import Numeric
from tracker.language.quantities import quantity


def comparator_words(
    comparator: str | None,
    value: Numeric | None,
    unit: str | None = None,
    *,
    high: Numeric | None = None,
    approximate: bool = False,
    bare: bool = False,
) -> str:
    """Return a goal's comparator or an actual's qualifier with its value, "about" where it is approximate."""
    figure = quantity(value, unit, bare=bare)
    if comparator == "between" and high is not None:
        return _("between {low} and {high}").format(low=figure, high=quantity(high, unit, bare=bare))
    if approximate:
        figure = _("about {value}").format(value=figure)
    return _pattern(comparator, approximate=approximate).format(value=figure)


def bounded(comparator: str | None, figure: str) -> str:
    """Put the word of a comparator or qualifier to a value that is written already."""
    return _pattern(comparator, approximate=False).format(value=figure)


def _pattern(comparator: str | None, *, approximate: bool) -> str:
    match comparator:
        case ">" | "over":
            return _("over {value}")
        case ">=" | "at_least":
            # "About 150" already says that somewhat more or less will do.
            return "{value}" if approximate else _("at least {value}")
        case "<" | "under":
            return _("under {value}")
        case "<=" | "at_most":
            return _("at most {value}")
        case "about":
            return "{value}" if approximate else _("about {value}")
        case _other:
            return "{value}"
