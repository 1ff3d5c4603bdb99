"""What differs between two records, in the words of the page: no identifier and no word of the bundle's vocabulary."""

from typing import Any

from tracker.services.cache.query_cache import Catalogue
from tracker.services.history.history_words import NOTHING, field_said
from tracker.services.planning.edit_conflicts import Difference


def in_words(known: Catalogue, found: tuple[Difference, ...], theirs: Any, yours: Any) -> tuple[Difference, ...]:
    """Say both values of each field that differs; `theirs` is None where there is no record."""
    return tuple(_in_words(known, one, theirs, yours) for one in found)


def _in_words(known: Catalogue, one: Difference, theirs: Any, yours: Any) -> Difference:
    then = NOTHING if theirs is None else field_said(theirs, one.field, known)
    now = field_said(yours, one.field, known)
    # Numbers may differ in digits that nobody says: then they are shown as they are kept.
    same = then == now
    return Difference(one.field, (one.theirs or NOTHING) if same else then, (one.yours or NOTHING) if same else now)
