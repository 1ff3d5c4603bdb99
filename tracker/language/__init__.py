"""Every text, number and date a person reads, in the language of the one who reads it."""

from tracker.language.catalogue import _, gettext, gettext_noop, load_catalogues, ngettext
from tracker.language.dates import date_words, instant_words, years_words
from tracker.language.joining import aside, both, clauses, labelled, listed, remarks, sentences
from tracker.language.numbers import (
    MISSING,
    decimals_of,
    exact,
    number,
    percent_figure,
    percent_value,
    rounded,
    signed,
    telling_decimals,
    written_decimals,
)
from tracker.language.quantities import bounded, comparator_words, difference, quantity, sure_decimals
from tracker.language.scales import scaled_unit
from tracker.language.spoken import (
    LANGUAGE_NAMES,
    LANGUAGES,
    SPOKEN,
    current_language,
    find_language_by,
    in_this_language,
    language_for,
    language_of,
    language_tag,
    speak,
)
from tracker.language.unit_names import unit_spellings, unit_word

__all__ = [
    "LANGUAGES",
    "LANGUAGE_NAMES",
    "MISSING",
    "SPOKEN",
    "_",
    "aside",
    "both",
    "bounded",
    "clauses",
    "comparator_words",
    "current_language",
    "date_words",
    "decimals_of",
    "difference",
    "exact",
    "find_language_by",
    "gettext",
    "gettext_noop",
    "in_this_language",
    "instant_words",
    "labelled",
    "language_for",
    "language_of",
    "language_tag",
    "listed",
    "load_catalogues",
    "ngettext",
    "number",
    "percent_figure",
    "percent_value",
    "quantity",
    "remarks",
    "rounded",
    "scaled_unit",
    "sentences",
    "signed",
    "speak",
    "sure_decimals",
    "telling_decimals",
    "unit_spellings",
    "unit_word",
    "written_decimals",
    "years_words",
]
