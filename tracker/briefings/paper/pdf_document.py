"""A document as PDF on A4: bookmarks, tables whose heads every page repeats, page numbers, charts in vectors."""

from typing import Any

from tracker.briefings.paper.document import Block, Document, Drawing, Grid, Heading, Listing, Paragraph
from tracker.briefings.paper.typesetting import typeset, vector_picture
from tracker.charts import Theme, palette


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
