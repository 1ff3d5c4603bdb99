"""PDF for paper: a deck with a page for each slide and its notes at the end, and a document on A4 with bookmarks."""

from typing import Any

from tracker.briefings.deck.contents import Deck, OnSlide, Slide, in_language
from tracker.briefings.deck.side_texts import known_line, source_words
from tracker.briefings.paper.document import Block, Document, Drawing, Grid, Heading, Listing, Paragraph
from tracker.briefings.paper.typesetting import typeset, vector_picture
from tracker.charts import Opening, Theme, as_svg, palette
from tracker.errors import TrackerError
from tracker.language import _


def pdf_bytes(deck: Deck, on_slide: OnSlide | None = None) -> bytes:
    """Return a deck as PDF/UA in its own language.

    Raises:
        TrackerError: The deck has no slide, or the machine no font for its letters.
    """
    return in_language(deck.language, lambda: _written(deck, on_slide))


def _written(deck: Deck, on_slide: OnSlide | None) -> bytes:
    if not deck.slides:
        raise TrackerError(_("There is no slide to write."))
    slides = []
    for number, slide in enumerate(deck.slides, 1):
        slides.append(_slide(deck, slide, number))
        if on_slide is not None:
            on_slide(number, len(deck.slides))
    content = {
        "title": deck.title,
        "from": deck.made_from,
        "known": known_line(deck),
        "page": _("Page {number} of {count}"),
        "slides": slides,
        "notes": _notes(deck),
    }
    return typeset("deck.typ", content, deck.language, deck.as_of)


def _slide(deck: Deck, slide: Slide, number: int) -> dict[str, str]:
    drawn = vector_picture(as_svg(slide.scene(), prefix=f"slide{number}"))
    return {"title": slide.title, "svg": drawn, "alt": slide.alt or slide.title, "foot": _foot(deck, slide)}


def _foot(deck: Deck, slide: Slide) -> str:
    """Return what stands below a picture: how it was looked at, and its source where the picture has none."""
    if not isinstance(slide.content, Opening):
        return known_line(deck)
    # The opening says itself how it was looked at, once it knows.
    known = "" if slide.content.known else known_line(deck)
    return "\n".join(part for part in (slide.source, known) if part)


def _notes(deck: Deck) -> dict[str, Any]:
    """Return the annex: what a presenter noted, with the source of each slide; empty where there are no notes."""
    noted = [(number, slide) for number, slide in enumerate(deck.slides, 1) if slide.notes.strip()]
    if not noted:
        return {}
    return {
        "title": _("Notes"),
        "slides": [
            {
                "number": _("Slide {number}").format(number=number),
                "title": slide.title,
                "lines": [line for line in slide.notes.splitlines() if line.strip()],
                "sources": source_words(slide) or [line for line in (slide.source,) if line],
            }
            for number, slide in noted
        ],
    }


def document_pdf(document: Document) -> bytes:
    """Return a document as PDF/UA; TrackerError where the machine has no font for its letters."""
    content = {
        "title": document.title,
        "subtitle": document.subtitle,
        "author": document.author,
        "known": document.known,
        "page": document.page,
        "blocks": [_block(block) for block in document.blocks],
    }
    return typeset("document.typ", content, document.language, document.as_of)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level, "new_page": block.new_page}
        case Paragraph():
            return {"kind": "paragraph", "text": block.text, "lead": block.lead} | {
                "quiet": block.quiet,
                "keep": block.keep,
            }
        case Listing():
            return {"kind": "listing", "items": block.items}
        case Drawing():
            return {"kind": "drawing", "svg": vector_picture(block.svg), "alt": block.alt}
        case Grid():
            return {"kind": "grid", "name": block.name, "heads": block.heads, "widths": block.widths} | _rows(block)


def _rows(grid: Grid) -> dict[str, Any]:
    colours = palette(Theme.LIGHT).status
    return {"rows": grid.rows, "colours": [colours[group] for group in grid.groups]}
