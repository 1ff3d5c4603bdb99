"""Every text, number and date a person reads, in the language of the one who reads it."""

from tracker.language.bounds import comparator_words
from tracker.language.catalogue import _, current_language, ngettext, speak
from tracker.language.dates import date_words, instant_words
from tracker.language.numbers import MISSING, number, percent_value, signed
from tracker.language.quantities import difference, quantity

__all__ = [
    "MISSING",
    "_",
    "comparator_words",
    "current_language",
    "date_words",
    "difference",
    "instant_words",
    "ngettext",
    "number",
    "percent_value",
    "quantity",
    "signed",
    "speak",
]
