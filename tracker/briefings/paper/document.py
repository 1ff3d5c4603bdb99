"""A document on paper, in words: what stands in it and in which order, whatever file it becomes."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from tracker.domain.statuses import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 to 3; one that begins a part of its own begins a page."""

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, with words in bold before it; a quiet one is smaller, one to keep stays with what follows."""

    text: str
    lead: str = ""
    quiet: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A numbered list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with a row of heads that every page repeats; `groups` colours the last cell of each row by status.

    `widths` are shares of the page.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart as SVG, with what it says; its size in pixels gives its shape."""

    svg: str
    alt: str
    size: tuple[int, int]


Block: TypeAlias = Heading | Paragraph | Listing | Grid | Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document with its title, in one language; `page` is how a page is numbered, `as_of` when it was true."""

    title: str
    subtitle: str
    author: str
    known: str
    page: str
    language: str
    as_of: datetime
    blocks: tuple[Block, ...] = field(default=())
