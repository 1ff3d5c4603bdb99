"""What somebody else has changed while a form was open: who it was, and both values of every field, in words."""

from dataclasses import dataclass, fields
from typing import Any

from tracker.errors import StaleError
from tracker.exchange.bundle.bundle_columns import texts
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue
from tracker.services.history.altered_fields import NOTHING, field_words
from tracker.services.history.people import person_name
from tracker.store.audit.history import definition_history
from tracker.store.database.reader import Reader
from tracker.store.record.rows import Definition


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a record with two values, written as a bundle writes them; empty where not given."""

    field: str
    theirs: str
    yours: str


class EditConflictError(StaleError):
    """Somebody else changed the record since the form was opened."""

    def __init__(
        self, who: str, theirs: Definition | None, yours: Definition, differences: tuple[Difference, ...]
    ) -> None:
        """Keep who it was, what stands now, what was to be saved, and where they differ."""
        self.who = who
        self.theirs = theirs
        self.yours = yours
        self.differences = differences
        super().__init__(_("{who} changed this while you had it open; nothing of yours was saved yet").format(who=who))


def differences(old: Any, new: Any) -> tuple[Difference, ...]:
    """List the fields in which two records of one type differ."""
    names = [field.name for field in fields(new)]
    pairs = zip(names, cell_texts(old) if old else [""] * len(names), cell_texts(new), strict=True)
    return tuple(Difference(name, before, after) for name, before, after in pairs if before != after)


def cell_texts(record: Any) -> list[str]:
    """Return a record's fields as a bundle does, without its guard against formulas."""
    return texts(record, str)


def refuse_stale(
    reader: Reader, entity: str, key: str, before: Definition | None, now: Definition | None, wanted: Definition
) -> None:
    """Raise ChangedMeanwhileError where what stands now is not what the form was opened with."""
    if before == now and (before is None or cell_texts(before) == cell_texts(now)):
        return
    history = definition_history(reader, entity, key)
    who = person_name(reader, history[-1].change_set.who if history else "?")
    raise EditConflictError(who, now, wanted, differences(now, wanted))


def named_texts(record: Any) -> dict[str, str]:
    """Write a record's fields as texts by name."""
    return dict(zip((field.name for field in fields(record)), cell_texts(record), strict=True))


def in_words(known: Catalogue, both: tuple[Difference, ...], theirs: Any, yours: Any) -> tuple[Difference, ...]:
    """Return both values of each field that differs; `theirs` is None where there is no record."""
    return tuple(_in_words(known, difference, theirs, yours) for difference in both)


def _in_words(known: Catalogue, difference: Difference, theirs: Any, yours: Any) -> Difference:
    then = NOTHING if theirs is None else field_words(theirs, difference.field, known)
    now = field_words(yours, difference.field, known)
    # Numbers may differ in digits that nobody says: then they are shown as they are kept.
    same = then == now
    return Difference(
        difference.field,
        (difference.theirs or NOTHING) if same else then,
        (difference.yours or NOTHING) if same else now,
    )
