"""What is doubtful about an actual confirmed from a text: the same as about one that an official types."""

from dataclasses import replace

from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.checks.entry_doubts import doubts
from tracker.domain.entry.entries import EntryKey
from tracker.domain.records import Actual
from tracker.errors import Problem
from tracker.services.cache.query_cache import Catalogue
from tracker.services.round.entry_context import context_of
from tracker.store import Store


def doubts_of(store: Store, known: Catalogue, told: Actual) -> tuple[Problem, ...]:
    """Warn of what is unlikely about an actual beside the record of its zone and those around it."""
    indicator = known.indicators[told.indicator]
    doubtful = [one for one in check_actual(told, replace(indicator, indicator=indicator.name)) if one.warning]
    # Of a milestone's state the text itself is the evidence.
    if told.year is not None and told.state is None:
        key = EntryKey(zone=told.zone, indicator=told.indicator, year=told.year)
        doubtful += doubts(told, indicator, context_of(store, told.zone).surroundings(key))
    return tuple(doubtful)
