"""The quantities of a pasted text, each with a name that stays when the text around it changes, and what it may be."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b

from tracker.domain.kinds import Kind
from tracker.domain.records import Zone
from tracker.domain.text import refused
from tracker.exchange.text.statement_reading import KnownNames, Read, Span, Statement, find_statements
from tracker.language import _, number
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.store import Store

MOST_CHARACTERS = 400_000
_FIRST_WORDS = 4


class Choice(StrEnum):
    """What a planner takes a quantity for."""

    GOAL = "goal"
    ACTUAL = "actual"
    GROWTH = "growth"
    IGNORE = "ignore"


_CHOICE = {
    Read.GOAL: Choice.GOAL,
    Read.QUALITATIVE: Choice.GOAL,
    Read.ACTUAL: Choice.ACTUAL,
    Read.SHARE: Choice.ACTUAL,
    Read.GROWTH: Choice.GROWTH,
    Read.IGNORED: Choice.IGNORE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One quantity, or one goal without a number: its key, what was found, where it stands and what it seems to be."""

    key: str
    statement: Statement
    mark: Span
    locator: str
    suggested: Choice

    @property
    def says_something(self) -> bool:
        """Whether it was read as a goal, an actual or a growth, and so waits for the planner's word."""
        return self.suggested is not Choice.IGNORE


def quantities(store: Store, text: str, published: str = "") -> tuple[Quantity, ...]:
    """Find the quantities of a text, zones named as the store does; RefusedInputError where it is too long."""
    if len(text) > MOST_CHARACTERS:
        right = _("{limit} characters at most; paste it in parts").format(limit=number(MOST_CHARACTERS))
        raise refused(_("the text is too long: {length} characters").format(length=number(len(text))), "", right)
    cache = cache_of(store)
    return cache.answer(
        ("quantities of a text", text, published), lambda: tuple(_read(cache.definitions(), text, published))
    )


def _read(known: Catalogue, text: str, published: str) -> Iterator[Quantity]:
    names = KnownNames(zones={name: zone.zone for zone in known.zones.values() for name in _names(zone)})
    statements = _with_whole_words(find_statements(text, published=published or None, known=names))
    paragraphs = _paragraph_starts(text)
    seen: Counter[str] = Counter()
    for statement in statements:
        mark = statement.quantity or statement.quote
        quote = statement.quote
        identity = f"{text[quote.start : quote.end]}\0{mark.start - quote.start}\0{statement.quantity is None}"
        name = blake2b(identity.encode("utf-8", "replace"), digest_size=6).hexdigest()
        seen[name] += 1
        yield Quantity(
            key=f"{name}-{seen[name]}",
            statement=statement,
            mark=mark,
            locator=_locator(
                text[mark.start : max(mark.end, statement.quote.end)], bisect_right(paragraphs, mark.start)
            ),
            suggested=_CHOICE[statement.reading],
        )


def _names(zone: Zone) -> Iterator[str]:
    """Yield what a zone is called."""
    names = (zone.name, zone.name_zh, *zone.aliases)
    return (name for name in names if name)


def _with_whole_words(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """Let "double" in "R&D expenditure double to 3 percent of GDP" be said of the share too."""
    shares = {
        statement.quote: statement.indicator
        for statement in statements
        if statement.kind is Kind.LEVEL and statement.unit == "%"
    }
    for statement in statements:
        whole = shares.get(statement.quote, "")
        same = (
            statement.kind is Kind.MULTIPLE and statement.indicator and whole.startswith(f"{statement.indicator} (of ")
        )
        yield replace(statement, indicator=whole, unit=None) if same else statement


def _paragraph_starts(text: str) -> list[int]:
    """Return where each line that bears text begins."""
    starts, place = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            starts.append(place)
        place += len(line)
    return starts


def _locator(quote: str, paragraph: int) -> str:
    """Return where a quantity stands: its paragraph and the words it begins."""
    words = "".join(letter if letter.isprintable() else " " for letter in quote[:80]).split()
    opening = " ".join(words[:_FIRST_WORDS])[:40].rstrip(" .,;:，。；：")
    return _("paragraph {number}, “{words} …”").format(number=paragraph, words=opening)
