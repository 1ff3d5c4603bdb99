"""Events of the history put into words: who did what, what was before and after, why, and from where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tracker.language import clauses
from tracker.services.cache.query_cache import Catalogue
from tracker.services.history.altered_fields import Altered, actual_altered, definition_altered, source_words
from tracker.services.history.event_sentences import (
    account_altered,
    account_sentence,
    change_sentence,
    entry_altered,
    entry_sentence,
    origin_words,
    slides_altered,
    slides_sentence,
)
from tracker.services.history.people import people_names, person_words
from tracker.store import Reader
from tracker.store.audit.audit_conditions import Wanted
from tracker.store.audit.audit_events import AuditEvent, Chain, entries_within
from tracker.store.audit.change_contents import Holds, actual_changes, definition_changes, holds

#: Up to how many things an event altered are told in the list.
MOST_ALTERED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event in words; `key` opens it, `more` is how many things it altered where they are too many to tell."""

    key: str
    at: datetime
    who: str
    said: str
    altered: tuple[Altered, ...]
    more: int
    reason: str
    source: str

    @property
    def opens(self) -> bool:
        """Whether opening it tells more: what was done with an entry or an account is told whole already."""
        return self.key.startswith(Chain.CHANGES)


def event_rows(
    reader: Reader, events: Iterable[AuditEvent], wanted: Wanted, known: Catalogue, most: int = MOST_ALTERED
) -> Iterator[EventRow]:
    """Put events into words, with what each altered where that is so many things or fewer."""
    names = people_names(reader)
    for event in events:
        if event.chain is Chain.CHANGES:
            yield _change(reader, event, wanted, known, names, most)
        elif event.chain is Chain.ENTRIES:
            yield _row(event, names, known, entry_sentence(event, known), entry_altered(event, known))
        elif event.chain is Chain.SLIDES:
            yield _row(event, names, known, slides_sentence(event), slides_altered(event))
        else:
            altered = account_altered(event, names, known)
            yield _row(event, names, known, account_sentence(event, names), altered)


def _change(
    reader: Reader, event: AuditEvent, wanted: Wanted, known: Catalogue, names: dict[str, str], most: int
) -> EventRow:
    held = holds(reader, event.id, wanted)
    # Of many things the first few say nothing: they are counted, and seen when the event is opened.
    altered = altered_by(reader, event.id, wanted, known, limit=most) if held.total <= most else []
    if not held.total:
        # An entry that says there is no value is accepted without a value being stored.
        entries = entries_within(reader, event.id, wanted)
        altered = [field for entry in entries for field in entry_altered(replace(entry, old=None), known)]
    sentence = change_sentence(event, held, altered, known)
    sources = _sources(reader, event, wanted, known, held)
    return _row(event, names, known, sentence, altered, more=held.total if held.total > most else 0, sources=sources)


def _sources(reader: Reader, event: AuditEvent, wanted: Wanted, known: Catalogue, held: Holds) -> Sequence[str]:
    """Name the documents that values are from, where they are few."""
    if not 0 < held.actuals <= MOST_ALTERED:
        return ()
    changes = actual_changes(reader, event.id, wanted, limit=MOST_ALTERED)
    return list(dict.fromkeys(source_words(change.new.source, known) for change in changes))


def _row(
    event: AuditEvent,
    names: dict[str, str],
    known: Catalogue,
    said: str,
    altered: Sequence[Altered],
    *,
    more: int = 0,
    sources: Sequence[str] = (),
) -> EventRow:
    return EventRow(
        key=f"{event.chain}-{event.id}",
        at=event.at.astimezone(),
        who=person_words(event.who, names),
        said=said,
        altered=tuple(altered),
        more=more,
        reason=event.reason or "",
        source=clauses((origin_words(event, known), *sources)),
    )


def altered_by(
    reader: Reader,
    change_set: int,
    wanted: Wanted,
    known: Catalogue,
    *,
    limit: int,
    offset: int = 0,
    whole: bool = False,
) -> list[Altered]:
    """Return what some of the things a change set holds were before and after: definitions first, then values."""
    definitions = definition_changes(reader, change_set, wanted, limit=limit, offset=offset)
    altered = [field for change in definitions for field in definition_altered(change, known, whole=whole)]
    if len(definitions) >= limit:
        return altered
    before = holds(reader, change_set, wanted).definitions if offset else 0
    values = actual_changes(reader, change_set, wanted, limit=limit - len(definitions), offset=max(0, offset - before))
    return [*altered, *(field for change in values for field in actual_altered(change, known))]
