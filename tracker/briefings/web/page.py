"""A deck as one web page without scripts: it asks for nothing, can be read on a phone, and prints a slide a page."""

from functools import partial
from pathlib import Path
from string import Template

from tracker.briefings.deck.contents import Deck, Slide
from tracker.briefings.deck.own_language import OnSlide, in_language
from tracker.briefings.deck.side_texts import known_line, source_words
from tracker.briefings.web.html_parts import Markup, paragraphs, table, tag, together
from tracker.charts import WIDE, Size, Theme, as_svg, palette
from tracker.domain.statuses import Group
from tracker.language import _, language_tag

PHONE: Size = (430, 760)
"""What is shown where the slide would be too small to read."""

_STYLE = Template(Path(__file__).with_name("deck.css").read_text(encoding="utf-8"))
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
# Nothing may run or be fetched, whatever a name from a plan holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_bytes(deck: Deck, theme: Theme = Theme.LIGHT, on_slide: OnSlide | None = None) -> bytes:
    """Write a deck as one web page in its own language."""
    return in_language(deck.language, partial(_page, deck, theme, on_slide)).encode()


def _page(deck: Deck, theme: Theme, on_slide: OnSlide | None) -> str:
    slides = []
    for number, slide in enumerate(deck.slides, 1):
        slides.append(_slide(deck, slide, number, theme))
        if on_slide is not None:
            on_slide(number, len(deck.slides))
    head = together(
        (
            Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
            Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
            tag("title", deck.title),
            tag("style", Markup(_style(theme))),
        )
    )
    skip = tag("a", _("Skip to the slides"), href="#slides", class_="skip")
    body = tag("body", skip, _cover(deck), tag("main", *slides, id="slides", tabindex="-1"))
    return "<!DOCTYPE html>" + tag("html", tag("head", head), body, lang=language_tag(deck.language))


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


def _cover(deck: Deck) -> Markup:
    items = (tag("li", tag("a", slide.title, href=f"#slide{number}")) for number, slide in enumerate(deck.slides, 1))
    contents = tag("nav", tag("h2", _("Contents"), id="contents"), tag("ol", *items), aria_labelledby="contents")
    known = tag("p", known_line(deck), class_="quiet")
    return tag("header", tag("h1", deck.title), known, contents, class_="cover")


def _slide(deck: Deck, slide: Slide, number: int, theme: Theme) -> Markup:
    name = f"slide{number}"
    place = _("Slide {number} of {count}").format(number=number, count=len(deck.slides))
    # The picture shows the title; the heading is for those who listen and for the outline.
    heading = tag("h2", slide.title, id=f"{name}-title", class_="unseen")
    return tag(
        "section",
        heading,
        tag("figure", _drawn(slide, name, theme), _caption(slide)),
        _numbers(slide),
        _notes(slide),
        tag("p", _("{place}  ·  {known}").format(place=place, known=known_line(deck)), class_="quiet foot"),
        class_="slide",
        id=name,
        aria_labelledby=f"{name}-title",
    )


def _drawn(slide: Slide, name: str, theme: Theme) -> Markup:
    """Draw the slide for a screen and for a phone; only one is shown."""
    said = slide.alt or slide.title
    return together(
        Markup(
            as_svg(slide.scene(theme, size), description=said, prefix=f"{name}-{kind}")
            .replace(_NAMESPACE, "", 1)
            .replace("<svg", f'<svg class="{kind}"', 1)
        )
        for kind, size in (("wide", WIDE), ("narrow", PHONE))
    )


def _caption(slide: Slide) -> Markup:
    """Write what the chart says, and where it comes from."""
    sources = source_words(slide)
    lines = [tag("p", slide.alt)] if slide.alt else []
    if sources:
        lines.append(tag("p", _("Sources: {sources}").format(sources="; ".join(sources))))
    elif slide.source:
        lines.append(tag("p", slide.source))
    return tag("figcaption", *lines)


def _numbers(slide: Slide) -> Markup:
    numbers = slide.content.table()
    label = numbers.label or _("The numbers")
    shown = table(numbers, _("{what}: {title}").format(what=label, title=slide.title))
    return tag("details", tag("summary", label), shown)


def _notes(slide: Slide) -> Markup:
    if not slide.notes.strip():
        return Markup()
    return tag("aside", tag("h3", _("Notes")), paragraphs(slide.notes), class_="notes")
