"""Documents that officials name and nobody has listed yet: listed on the way, one for each title."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracker.domain.entry.entries import EntryKey
from tracker.domain.records import Actual, Source
from tracker.domain.text import fold
from tracker.services.planning.slugs import slug_of
from tracker.store import Change
from tracker.store.record.definitions import sources


def with_sources(change: Change, actuals: Mapping[EntryKey, Actual], titles: Mapping[EntryKey, str]) -> list[Actual]:
    """Give actuals with their sources, listing those whose titles are new; a known title is the known document."""
    by_title = {fold(source.title): source.source for source in sources(change)}
    made = list(_listed(by_title, titles))
    if made:
        change.put_definitions("source", made)
    return [
        replace(actual, source=by_title[fold(titles[key])]) if key in titles else actual
        for key, actual in actuals.items()
    ]


def _listed(by_title: dict[str, str], titles: Mapping[EntryKey, str]) -> Iterator[Source]:
    """Yield a source for each title that is new, and note its key."""
    for title in titles.values():
        if fold(title) not in by_title:
            by_title[fold(title)] = key = slug_of(title, set(by_title.values()), "source")
            yield Source(source=key, title=title)
