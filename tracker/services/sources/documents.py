"""Every document: what was taken from it, what has no source, and new ones that officials name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from tracker.domain.entry.entries import EntryKey
from tracker.domain.explaining.reported_values import actual_words
from tracker.domain.records import Actual, Source
from tracker.domain.text import fold, slug_of
from tracker.language import _, date_words
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.store import Change, Store
from tracker.store.record.definitions import sources
from tracker.store.record.source_items import SourceItem, Uses, actuals_from, goals_from, plans_from, uses_of_sources

# More than this of one kind is counted, not listed.
LISTED = 500

__all__ = [
    "LISTED",
    "Document",
    "SourceItem",
    "TakenActual",
    "Taking",
    "Uses",
    "document",
    "documents",
    "safe_link",
    "taking",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source as it is shown; `link` is its address where that can be followed safely."""

    key: str
    title: str
    publisher: str
    published: str
    address: str
    link: str
    note: str
    uses: Uses


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenActual:
    """One actual taken from a document, in words."""

    zone: str
    indicator: str
    year: str
    value: str
    locator: str
    note: str


@dataclass(frozen=True, slots=True)
class Taking:
    """What was taken from one document, or bears no source: at most `LISTED` of each kind, and how many there are."""

    uses: Uses
    plans: tuple[SourceItem, ...]
    goals: tuple[SourceItem, ...]
    actuals: tuple[TakenActual, ...]


def documents(store: Store, search: str = "") -> list[Document]:
    """List the documents by title: all, or those whose title, publisher, date, address or note has the words."""
    cache = cache_of(store)
    uses = _uses(store)
    wanted = " ".join(search.split()).casefold()
    listed = [
        _document(source, uses.get(source.source, Uses()))
        for source in cache.catalogue().sources.values()
        # Words of either language find a document, whichever is shown.
        if not wanted or wanted in _searched(cache.definitions().sources[source.source])
    ]
    return sorted(listed, key=lambda document: (document.title.casefold(), document.key))


def document(store: Store, key: str) -> Document | None:
    """Return one document, None where there is none of that name."""
    source = cache_of(store).catalogue().sources.get(key)
    return None if source is None else _document(source, _uses(store).get(key, Uses()))


def unsourced(store: Store) -> Uses:
    """Count what bears no source."""
    return _uses(store).get(None, Uses())


def taking(store: Store, key: str | None) -> Taking:
    """List what was taken from a document; None asks for what bears no source."""
    known = cache_of(store).catalogue()
    with store.snapshot() as reader:
        reported = actuals_from(reader, key, limit=LISTED)
        return Taking(
            _uses(store).get(key, Uses()),
            tuple(_named(known, taken) for taken in plans_from(reader, key, limit=LISTED)),
            tuple(_named(known, taken) for taken in goals_from(reader, key, limit=LISTED)),
            tuple(
                TakenActual(
                    zone=known.zones[actual.zone].name,
                    indicator=known.indicators[actual.indicator].name,
                    year=_("no year") if actual.year is None else str(actual.year),
                    value=actual_words(actual, known.indicators[actual.indicator], known.zones),
                    locator=actual.locator or "",
                    note=actual.note or "",
                )
                for actual in reported
            ),
        )


def _named(known: Catalogue, taken: SourceItem) -> SourceItem:
    """Return what a plan or goal belongs to by names."""
    indicator = known.indicators[taken.indicator].name if taken.indicator else ""
    return replace(taken, zone=known.zones[taken.zone].name, plan=known.plans[taken.plan].name, indicator=indicator)


def _uses(store: Store) -> dict[str | None, Uses]:
    return cache_of(store).answer(("uses of sources",), lambda: uses_of_sources(store), wordless=True)


def _searched(source: Source) -> str:
    parts = (
        *(source.title, source.title_zh, source.publisher, source.publisher_zh, source.published, source.url),
        *(source.note, source.note_zh),
    )
    return " ".join(" ".join(part for part in parts if part).split()).casefold()


def _document(source: Source, uses: Uses) -> Document:
    return Document(
        key=source.source,
        title=source.title,
        publisher=source.publisher or "",
        published=date_words(source.published) if source.published else "",
        address=source.url or "",
        link=safe_link(source.url),
        note=source.note or "",
        uses=uses,
    )


def safe_link(address: str | None) -> str:
    """Return the address where it is one of the web (http, https) and can be followed; else nothing."""
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return ""
    return (address or "").strip() if parts.scheme in ("http", "https") and parts.hostname else ""


def with_sources(change: Change, actuals: Mapping[EntryKey, Actual], titles: Mapping[EntryKey, str]) -> list[Actual]:
    """Return actuals with their sources, listing those whose titles are new; a known title is the known document."""
    by_title = {fold(source.title): source.source for source in sources(change)}
    made = list(_listed(by_title, titles))
    if made:
        change.write_definitions("source", made)
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
