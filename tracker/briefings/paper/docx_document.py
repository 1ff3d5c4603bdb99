"""A document as a Word file: real headings, tables whose heads every page repeats, pictures with alt text."""

import io
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt, RGBColor

from tracker.briefings.office_text import property_text
from tracker.briefings.paper.document import Block, Document, Drawing, Grid, Heading, Listing, Paragraph
from tracker.briefings.paper.docx_parts import (
    cleaned,
    name_fonts,
    number_pages,
    restart_list,
    say_what_is_drawn,
    write_grid,
)
from tracker.briefings.paper.typesetting import drawn_picture
from tracker.charts import Theme, palette

_WIDE = Mm(174)
_PIXELS = 1400
_COLOURS = palette(Theme.LIGHT)


def document_docx(document: Document) -> bytes:
    """Return a document as DOCX on A4."""
    book = docx.Document()
    _prepare(book, document)
    book.add_paragraph(cleaned(document.title), style="Title")
    book.add_paragraph(cleaned(document.subtitle), style="Subtitle")
    for block in document.blocks:
        _write(book, block)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _prepare(book: Any, document: Document) -> None:
    """Set paper, fonts, language, properties and page numbers."""
    section = book.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    name_fonts(book, document.language)
    _sizes(book)
    about = book.core_properties
    about.title, about.author = property_text(document.title), property_text(document.author)
    about.subject = property_text(document.known)
    about.language, about.comments = document.language, ""
    about.created = about.modified = document.as_of.replace(tzinfo=None)
    number_pages(section.footer.paragraphs[0], document.title, document.page)


def _sizes(book: Any) -> None:
    ink, muted = (RGBColor.from_string(colour[1:]) for colour in (_COLOURS.ink, _COLOURS.muted))
    sizes = {"Normal": 10.5, "Title": 22, "Subtitle": 12, "Heading 1": 16, "Heading 2": 12.5, "Heading 3": 11}
    for name, size in sizes.items():
        style = book.styles[name]
        style.font.size, style.font.color.rgb, style.font.italic = Pt(size), ink, False
        style.font.bold = name not in ("Normal", "Subtitle")
    book.styles["Subtitle"].font.color.rgb = muted
    book.styles["Normal"].paragraph_format.space_after = Pt(6)


def _write(book: Any, block: Block) -> None:
    match block:
        case Heading():
            heading = book.add_heading(cleaned(block.text), block.level)
            heading.paragraph_format.page_break_before = block.new_page
        case Paragraph():
            _paragraph(book, block)
        case Listing():
            for place, item in enumerate(block.items):
                numbered = book.add_paragraph(cleaned(item), style="List Number")
                if place == 0:
                    numbering = restart_list(book)
                numbering(numbered)
        case Drawing():
            _picture(book, block)
        case Grid():
            write_grid(book, block)


def _paragraph(book: Any, block: Paragraph) -> None:
    paragraph = book.add_paragraph()
    paragraph.paragraph_format.keep_with_next = block.keep
    if block.lead:
        paragraph.add_run(cleaned(block.lead)).bold = True
        paragraph.add_run("  ")
    run = paragraph.add_run(cleaned(block.text))
    if block.quiet:
        run.font.size = Pt(9)
        run.font.color.rgb = RGBColor.from_string(_COLOURS.muted[1:])


def _picture(book: Any, block: Drawing) -> None:
    paragraph = book.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    picture = paragraph.add_run().add_picture(io.BytesIO(drawn_picture(block.svg, _PIXELS)), width=_WIDE)
    say_what_is_drawn(picture, block.alt)
