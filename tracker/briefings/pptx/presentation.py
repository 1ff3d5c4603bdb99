"""A deck as a presentation: one slide each, with native charts that people can edit."""

import io
import re
import zipfile
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from tracker.briefings.deck.contents import Deck, OnSlide, Slide, in_language
from tracker.briefings.deck.side_texts import foot_words, note_words
from tracker.briefings.office_text import EAST_ASIAN, LATIN, property_text
from tracker.briefings.pptx.scene_slide import SceneSlide
from tracker.briefings.pptx.slide_page import LEFT, RIGHT, TITLE_TOP, SlidePage, emu
from tracker.charts.heading import TITLE
from tracker.language import language_tag

_TITLE_ONLY = 5
_THEME_FONTS = re.compile(rb'<a:(latin|ea) typeface="[^"]*"(?: panose="[^"]*")?/>')


def pptx_bytes(deck: Deck, on_slide: OnSlide | None = None) -> bytes:
    """Return a deck as PPTX in its own language; `on_slide` is told how many slides of how many are done."""
    return in_language(deck.language, lambda: _written(deck, on_slide))


def _written(deck: Deck, on_slide: OnSlide | None) -> bytes:
    book = Presentation()
    layout = _prepared(book, deck)
    for number, slide in enumerate(deck.slides, 1):
        page = SlidePage(book.slides.add_slide(layout), deck.language)
        _fill(page, deck, slide, number)
        if on_slide:
            on_slide(number, len(deck.slides))
    made = io.BytesIO()
    book.save(made)
    return _timeless(made.getvalue())


def _fill(page: SlidePage, deck: Deck, slide: Slide, number: int) -> None:
    scene = slide.scene(office=True)
    page.title(next(label for label in scene.labels if label.part == TITLE), slide.title)
    SceneSlide(page, scene, slide.alt).draw()
    page.foot(foot_words(deck, slide), number)
    page.notes(note_words(deck, slide))


def _prepared(book: Any, deck: Deck) -> Any:
    """Widen the slides, leave one layout, name fonts and properties; return the layout."""
    book.slide_width, book.slide_height = emu(1920), emu(1080)
    layout = book.slide_layouts[_TITLE_ONLY]
    for other in [other for other in book.slide_layouts if other is not layout]:
        if other.name != layout.name:
            book.slide_layouts.remove(other)
    for holder in (book.slide_master, layout):
        for place in list(holder.placeholders):
            _put(place)
    theme = book.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = _THEME_FONTS.sub(_font, theme.blob)
    about = book.core_properties
    about.title, about.author = property_text(deck.title), property_text(deck.made_from)
    about.language = language_tag(deck.language)
    about.comments, about.last_modified_by = property_text(deck.known), ""
    about.created = about.modified = deck.as_of
    return layout


def _font(match: "re.Match[bytes]") -> bytes:
    name = LATIN if match[1] == b"latin" else EAST_ASIAN
    return f'<a:{match[1].decode()} typeface="{name}"/>'.encode()


def _put(place: Any) -> None:
    """Put a master's or layout's placeholder where a wide slide has it; what slides fill themselves goes."""
    if place.placeholder_format.idx == 0:
        place.left, place.top, place.width, place.height = emu(LEFT), emu(TITLE_TOP), emu(RIGHT - LEFT), emu(125)
    elif place.placeholder_format.idx >= 10:
        place._element.getparent().remove(place._element)  # noqa: SLF001
    else:
        place.left, place.top, place.width, place.height = emu(LEFT), emu(220), emu(RIGHT - LEFT), emu(740)


def _timeless(made: bytes) -> bytes:
    """Return the file without the moment of its making, so that the same deck makes the same bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as given, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as taken:
        for name in given.namelist():
            taken.writestr(zipfile.ZipInfo(name), given.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()
