"""Milestones that a text brings and no list has yet: listed with the goal, under the name the planner gives them."""

from collections.abc import Mapping

from tracker.domain.entry.plan_phrases import Phrase
from tracker.domain.records import Indicator
from tracker.domain.text import clean_text, fold
from tracker.domain.vocabulary import Accumulates, Better
from tracker.errors import RefusedInputError
from tracker.services.cache.query_cache import Catalogue
from tracker.services.planning.slugs import slug_of
from tracker.services.planning.typed_amounts import at_column

UNIT = "milestone"


def is_new_milestone(texts: Mapping[str, str]) -> bool:
    """Say whether a goal is a milestone for which nothing of the list was chosen."""
    return texts.get("phrase") == Phrase.MILESTONE and not texts.get("indicator")


def with_milestone(known: Catalogue, texts: Mapping[str, str], new: dict[str, Indicator]) -> Mapping[str, str]:
    """Give a goal's texts with the milestone it names, which goes to the new ones where no list has it.

    RefusedInputError where the name cannot be kept.
    """
    if not is_new_milestone(texts) or not texts.get("milestone", "").strip():
        return texts
    try:
        name = clean_text(texts["milestone"])
    except RefusedInputError as error:
        raise RefusedInputError(list(at_column(error, "indicator"))) from error
    listed = [one for one in (*known.indicators.values(), *new.values()) if one.unit == UNIT]
    key = next((one.indicator for one in listed if fold(one.name) == fold(name)), "")
    if not key:
        key = slug_of(f"milestone {name}", {*known.indicators, *new}, UNIT)
        new[key] = Indicator(
            indicator=key,
            name=name,
            unit=UNIT,
            better=Better.NONE,
            accumulates=Accumulates.LEVEL,
            category="Milestones",
            definition="Reported as not started, under way or done",
        )
    return {**texts, "indicator": key}
