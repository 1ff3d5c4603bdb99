"""Charts as pictures: one of them, or all of a deck in an archive under names that people can read."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from tracker.briefings.deck.contents import Deck, OnSlide, Slide, in_language
from tracker.briefings.pictures.browser import TABS, server
from tracker.charts import WIDE, Scene, Size, Theme, as_svg

_UNFIT = re.compile(r"[^\w.%+-]+")
_LONGEST = 60
# The same deck makes the same archive, so it bears no moment of its making.
_MADE = (2000, 1, 1, 0, 0, 0)


def svg_bytes(scene: Scene, title: str = "", description: str = "") -> bytes:
    """Return one chart as SVG, with the words for those who cannot see it."""
    return as_svg(scene, title=title, description=description).encode()


def png_bytes(scene: Scene) -> bytes:
    """Return one chart as PNG at its own size.

    Raises:
        TrackerError: No browser is installed, or it gave up.
    """
    return server.png(scene)


def svg_archive(deck: Deck, theme: Theme = Theme.LIGHT, size: Size = WIDE, on_slide: OnSlide | None = None) -> bytes:
    """Return every slide of a deck as SVG in a zip archive."""

    def drawn() -> Iterator[bytes]:
        for slide in deck.slides:
            yield svg_bytes(slide.scene(theme, size, known=deck.known), slide.title, slide.alt)

    return in_language(deck.language, lambda: _archive(deck, "svg", drawn(), on_slide))


def png_archive(deck: Deck, theme: Theme = Theme.LIGHT, size: Size = WIDE, on_slide: OnSlide | None = None) -> bytes:
    """Return every slide of a deck as PNG in a zip archive.

    Raises:
        TrackerError: No browser is installed, or it gave up.
    """

    def written() -> bytes:
        scenes = [slide.scene(theme, size, known=deck.known) for slide in deck.slides]
        with ThreadPoolExecutor(TABS + 1) as drawing:
            try:
                return _archive(deck, "png", drawing.map(png_bytes, scenes), on_slide)
            finally:
                drawing.shutdown(cancel_futures=True)

    return in_language(deck.language, written)


def picture_name(slide: Slide, number: int, ending: str) -> str:
    """Return a picture's name, by its place and title: 03-China-missed-the-R-D-share.png."""
    words = _UNFIT.sub("-", slide.title)[:_LONGEST].strip("-.")
    return f"{number:02d}-{words or slide.key}.{ending}"


def _archive(deck: Deck, ending: str, drawn: Iterable[bytes], on_slide: Callable[[int, int], None] | None) -> bytes:
    made = io.BytesIO()
    # PNG is packed already.
    method = zipfile.ZIP_STORED if ending == "png" else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(made, "w", method) as archive:
        for number, (slide, picture) in enumerate(zip(deck.slides, drawn, strict=True), 1):
            entry = zipfile.ZipInfo(picture_name(slide, number, ending), _MADE)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, picture, method)
            if on_slide is not None:
                on_slide(number, len(deck.slides))
    return made.getvalue()
