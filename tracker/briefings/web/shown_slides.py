"""Slides as the presenting page takes them: drawn as SVG for one shape of screen, the asked one first."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.briefings.deck.contents import Deck, Slide
from tracker.charts import Size, Theme, as_svg, steps_of

SHAPES: dict[str, Size] = {
    "16x9": (1920, 1080),
    "16x10": (1920, 1200),
    "4x3": (1440, 1080),
    "phone": (340, 660),
}
"""The screens slides are drawn for, by name: width and height in pixels of the canvas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSlide:
    """One slide as it is held by the browser; `number` counts from 1, `steps` is in how many it is revealed."""

    number: int
    title: str
    svg: str
    steps: int
    notes: str


def shown_slides(deck: Deck, shape: str, theme: Theme, first: int = 1) -> Iterator[ShownSlide]:
    """Return the slides one by one, beginning with the one that is looked at; a shape not known is 16x9.

    Each says how it was looked at; a phone has room for the source alone.
    """
    size = SHAPES.get(shape, SHAPES["16x9"])
    begin = min(max(first, 1), max(len(deck.slides), 1)) - 1
    numbered = list(enumerate(deck.slides, 1))
    for number, slide in [*numbered[begin:], *reversed(numbered[:begin])]:
        yield _shown(number, slide, theme, size, "" if shape == "phone" else deck.known)


def _shown(number: int, slide: Slide, theme: Theme, size: Size, known: str) -> ShownSlide:
    scene = slide.scene(theme, size, known=known)
    drawn = as_svg(scene, steps=True, title=slide.title, description=slide.alt, prefix=f"slide-{number}")
    return ShownSlide(number=number, title=slide.title, svg=drawn, steps=steps_of(scene), notes=slide.notes)
