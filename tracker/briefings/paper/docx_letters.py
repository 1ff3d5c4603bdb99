"""What a Word file says beside its text: fonts and languages, page numbers, numbered lists, alt text."""

from collections.abc import Callable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tracker.briefings.office_text import EAST_ASIAN, LATIN, fit
from tracker.language import language_tag

_SLOTS = ("w:ascii", "w:hAnsi", "w:cs")


def cleaned(text: str) -> str:
    """Return text without what a Word file cannot hold."""
    return fit(text)


def name_fonts(book: Any, language: str) -> None:
    """Name one Latin and one Chinese font and the language for every style, instead of the theme's."""
    defaults = book.styles.element.find(qn("w:docDefaults"))
    letters = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _fonts(letters)
    said = letters.find(qn("w:lang"))
    said = letters.makeelement(qn("w:lang"), {}) if said is None else said
    said.set(qn("w:val"), language_tag("en" if language == "zh" else language))
    said.set(qn("w:eastAsia"), language_tag("zh"))
    if said.getparent() is None:
        letters.append(said)
    for style in book.styles.element.iter(qn("w:style")):
        own = style.find(qn("w:rPr"))
        if own is not None and own.find(qn("w:rFonts")) is not None:
            _fonts(own)


def _fonts(letters: Any) -> None:
    fonts = letters.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        letters.insert(0, fonts)
    fonts.attrib.clear()
    for slot in _SLOTS:
        fonts.set(qn(slot), LATIN)
    fonts.set(qn("w:eastAsia"), EAST_ASIAN)


def number_pages(paragraph: Any, title: str, pattern: str) -> None:
    """Write title and page number into the foot of each page; the pattern says “Page {number} of {count}”."""
    paragraph.add_run(cleaned(title) + "  ·  ")
    before, rest = pattern.split("{number}")
    between, after = rest.split("{count}")
    paragraph.add_run(before)
    _field(paragraph, "PAGE")
    paragraph.add_run(between)
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def _field(paragraph: Any, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001  # fields have no public name


def restart_list(book: Any) -> Callable[[Any], None]:
    """Begin a numbered list at 1; return what puts a paragraph into it."""
    numbering = book.part.numbering_part.element
    style = book.styles["List Number"].element.find(qn("w:pPr")).find(qn("w:numPr"))
    used = style.find(qn("w:numId")).get(qn("w:val"))
    kept = next(one for one in numbering.iter(qn("w:num")) if one.get(qn("w:numId")) == used)
    fresh = numbering.add_num(int(kept.find(qn("w:abstractNumId")).get(qn("w:val"))))
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)

    def put(paragraph: Any) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  # as are lists
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = fresh.numId

    return put


def say_what_is_drawn(picture: Any, alt: str) -> None:
    """Give a picture its alt text."""
    picture._inline.docPr.set("descr", cleaned(alt))  # noqa: SLF001  # and alt text
