"""A deck as one web page without scripts: it asks for nothing, can be read on a phone, and prints a slide a page."""

from functools import partial
from pathlib import Path
from string import Template

import htpy as h
from htpy import Element
from markupsafe import Markup

from tracker.briefings.deck.contents import Deck, OnSlide, Slide, in_language
from tracker.briefings.deck.side_texts import known_line, source_words
from tracker.charts import WIDE, NumberTable, Size, Theme, as_svg, palette
from tracker.domain.statuses import Group
from tracker.language import _, language_tag

PHONE: Size = (430, 760)
"""What is shown where the slide would be too small to read."""

_STYLE = Template(Path(__file__).with_name("deck.css").read_text(encoding="utf-8"))
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
# Nothing may run or be fetched, whatever a name from a plan holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_bytes(deck: Deck, theme: Theme = Theme.LIGHT, on_slide: OnSlide | None = None) -> bytes:
    """Return a deck as one web page in its own language."""
    return in_language(deck.language, partial(_page, deck, theme, on_slide)).encode()


def _page(deck: Deck, theme: Theme, on_slide: OnSlide | None) -> str:
    slides = []
    for number, slide in enumerate(deck.slides, 1):
        slides.append(_slide(deck, slide, number, theme))
        if on_slide is not None:
            on_slide(number, len(deck.slides))
    head = h.head[
        h.meta(charset="utf-8"),
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.meta(http_equiv="Content-Security-Policy", content=_POLICY),
        h.title[deck.title],
        h.style[Markup(_style(theme))],  # noqa: S704  # made of colours alone
    ]
    skip = h.a(".skip", href="#slides")[_("Skip to the slides")]
    body = h.body[skip, _cover(deck), h.main("#slides", tabindex="-1")[slides]]
    return str(h.html(lang=language_tag(deck.language))[head, body])


def _style(theme: Theme) -> str:
    colours = palette(theme)
    return _STYLE.substitute(
        scheme=theme.value,
        page=colours.page,
        card=colours.card,
        ink=colours.ink,
        muted=colours.muted,
        grid=colours.grid,
        link=colours.status[Group.ON_TRACK],
    )


def _cover(deck: Deck) -> Element:
    items = (h.li[h.a(href=f"#slide{number}")[slide.title]] for number, slide in enumerate(deck.slides, 1))
    contents = h.nav(aria_labelledby="contents")[h.h2("#contents")[_("Contents")], h.ol[items]]
    return h.header(".cover")[h.h1[deck.title], h.p(".quiet")[known_line(deck)], contents]


def _slide(deck: Deck, slide: Slide, number: int, theme: Theme) -> Element:
    name = f"slide{number}"
    place = _("Slide {number} of {count}").format(number=number, count=len(deck.slides))
    return h.section(".slide", id=name, aria_labelledby=f"{name}-title")[
        # The picture shows the title; the heading is for those who listen and for the outline.
        h.h2(".unseen", id=f"{name}-title")[slide.title],
        h.figure[_drawn(slide, name, theme), _caption(slide)],
        _numbers(slide),
        _notes(slide),
        h.p(".quiet.foot")[_("{place}  ·  {known}").format(place=place, known=known_line(deck))],
    ]


def _drawn(slide: Slide, name: str, theme: Theme) -> list[Markup]:
    """Return the slide drawn for a screen and for a phone; only one is shown."""
    description = slide.alt or slide.title
    drawn = {
        kind: as_svg(slide.scene(theme, size), description=description, prefix=f"{name}-{kind}")
        for kind, size in (("wide", WIDE), ("narrow", PHONE))
    }
    return [
        Markup(svg.replace(_NAMESPACE, "", 1).replace("<svg", f'<svg class="{kind}"', 1))  # noqa: S704  # escaped by us
        for kind, svg in drawn.items()
    ]


def _caption(slide: Slide) -> Element:
    """Return what the chart says, and where it comes from."""
    sources = source_words(slide)
    sources_line = _("Sources: {sources}").format(sources="; ".join(sources)) if sources else slide.source
    return h.figcaption[[h.p[line] for line in (slide.alt, sources_line) if line]]


def _numbers(slide: Slide) -> Element:
    numbers = slide.content.table()
    label = numbers.label or _("The numbers")
    named = _("{what}: {title}").format(what=label, title=slide.title)
    return h.details[h.summary[label], _table(numbers, named)]


def _table(numbers: NumberTable, label: str) -> Element:
    """Return a table that can be scrolled by keyboard where it is wider than the screen."""
    heads = [h.th(scope="col")[head] for head in numbers.heads]
    rows = [h.tr[h.th(scope="row")[row[0]], [h.td[cell] for cell in row[1:]]] for row in numbers.rows]
    whole = h.table[h.thead[h.tr[heads]], h.tbody[rows]]
    return h.div(".scrolled", tabindex="0", role="region", aria_label=label)[whole]


def _notes(slide: Slide) -> Element | None:
    lines = [line for line in slide.notes.splitlines() if line.strip()]
    return h.aside(".notes")[h.h3[_("Notes")], [h.p[line] for line in lines]] if lines else None
