"""What differs between two records, with names in the place of the identifiers that nobody is shown."""

from tracker.services.ledger import Catalogue
from tracker.services.meanwhile import Difference


def with_names(known: Catalogue, found: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Say zones, indicators, plans and sources by their names."""
    return tuple(
        Difference(one.field, _named(known, one.field, one.theirs), _named(known, one.field, one.yours))
        for one in found
    )


def _named(known: Catalogue, field: str, text: str) -> str:
    match field:
        case "parent" | "zone" | "reference_zone" | "share_of":
            return known.zones[text].name if text in known.zones else text
        case "indicator" | "reference_indicator":
            return known.indicators[text].name if text in known.indicators else text
        case "plan" | "succeeds":
            return known.plans[text].name if text in known.plans else text
        case "source":
            return known.sources[text].title if text in known.sources else text
        case _other:
            return text
