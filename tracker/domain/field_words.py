"""What people call the fields of zones, sources, indicators, plans, goals and actuals, and the words in them."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from tracker.domain.kinds import Kind, kind_word
from tracker.domain.vocabulary import (
    Accumulates,
    BaselineOrigin,
    Basis,
    Better,
    Certainty,
    Comparator,
    MeasuredBy,
    MilestoneState,
    Nature,
    Qualifier,
    accumulates_word,
    basis_word,
    better_word,
    certainty_word,
    comparator_word,
    measured_by_word,
    nature_word,
    origin_word,
    qualifier_word,
    state_word,
)
from tracker.language import _


def field_word(column: str) -> str:
    """Return the name of a field by the column of the bundle that holds it."""
    return (_of_definitions() | _of_goals() | _of_sources_and_actuals()).get(column, column)


def _of_definitions() -> dict[str, str]:
    return {
        "name": _("Name"),
        "name_zh": _("Chinese name"),
        "parent": _("Lies within"),
        "kind": _("Kind"),
        "aliases": _("Also called"),
        "unit": _("Unit"),
        "better": _("Better is"),
        "accumulates": _("Each year’s value is"),
        "decimals": _("Decimals shown"),
        "category": _("Category"),
        "definition": _("Definition"),
        "definition_zh": _("Chinese definition"),
        "minimum": _("Least value"),
        "maximum": _("Greatest value"),
        "unit_zh": _("Chinese unit"),
        "zone": _("Zone"),
        "start": _("First year"),
        "end": _("Last year"),
        "issued": _("Issued on"),
        "succeeds": _("Succeeds"),
        "source": _("Source"),
        "note": _("Note"),
        "note_zh": _("Chinese note"),
        "order": _("Place in the order"),
    }


def _of_goals() -> dict[str, str]:
    return {
        "plan": _("Plan"),
        "indicator": _("Indicator"),
        "comparator": _("How it is meant"),
        "value": _("Value"),
        "value_high": _("Upper value"),
        "due": _("Due year"),
        "baseline_year": _("Baseline year"),
        "baseline_value": _("Baseline value"),
        "baseline_origin": _("Where the baseline comes from"),
        "nature": _("Nature"),
        "approximate": _("About"),
        "interim": _("Interim values"),
        "reference_indicator": _("Compared with the indicator"),
        "reference_zone": _("Compared with the zone"),
        "state": _("State in the plan"),
        "locator": _("Place in the source"),
        "wording": _("Wording"),
        "wording_zh": _("Chinese wording"),
        "basis": _("Compared"),
        "measured_by": _("Judged on"),
        "part_of": _("Part of the goal"),
        "theme": _("Theme"),
        "owner": _("Who answers for it"),
        "reason": _("Reason"),
    }


def _of_sources_and_actuals() -> dict[str, str]:
    return {
        "title": _("Title"),
        "title_zh": _("Chinese title"),
        "publisher": _("Publisher"),
        "publisher_zh": _("Chinese publisher"),
        "published": _("Published"),
        "url": _("Address"),
        "year": _("Year"),
        "status": _("Status"),
        "qualifier": _("How exact"),
        "growth": _("Growth"),
        "share": _("Share"),
        "share_of": _("Share of"),
        "numerator": _("Numerator"),
        "denominator": _("Denominator"),
        "explanation": _("Explanation"),
        "explanation_zh": _("Chinese explanation"),
        "measures": _("What is being done"),
        "flag": _("Mark in the source"),
        "period": _("Part of the year"),
        "cumulative": _("Counted from the beginning of the year"),
    }


_SAID: dict[type[StrEnum], Callable[[Any], str]] = {
    Accumulates: accumulates_word,
    BaselineOrigin: origin_word,
    Basis: basis_word,
    Better: better_word,
    Certainty: certainty_word,
    Comparator: comparator_word,
    Kind: kind_word,
    MeasuredBy: measured_by_word,
    MilestoneState: state_word,
    Nature: nature_word,
    Qualifier: qualifier_word,
}


# What is wrong with a goal's kind is how its indicator counts.
_OF_COLUMN: dict[str, type[StrEnum]] = {
    "accumulates": Accumulates,
    "baseline_origin": BaselineOrigin,
    "basis": Basis,
    "better": Better,
    "comparator": Comparator,
    "kind": Accumulates,
    "measured_by": MeasuredBy,
    "nature": Nature,
    "qualifier": Qualifier,
    "state": MilestoneState,
    "status": Certainty,
}


def vocabulary_word(word: StrEnum) -> str:
    """Return a word of a record as people read it."""
    return _SAID[type(word)](word)


def word_of_column(column: str, text: str) -> str:
    """Return what a problem says of a column, where that is a word of the vocabulary; any other text as it is."""
    words = _OF_COLUMN.get(column, ())
    return next((vocabulary_word(word) for word in words if word == text), text)
