"""The chip that says a status: glyph, word and colour, as HTML that fits both themes and as plain text."""

from htpy import Element, span

from tracker.charts.palette import GLYPH, Palette, Theme, palette
from tracker.domain.statuses import GROUP_OF, Group, Status, group_word, status_word

_LIGHT, _DARK = palette(Theme.LIGHT), palette(Theme.DARK)


def either(light: str, dark: str) -> str:
    """Return a colour for CSS that follows the reader's theme; Streamlit sets the colour scheme it reads."""
    return f"light-dark({light},{dark})"


def colour(name: str) -> str:
    """Return one of the palette's colours (page, card, ink, muted, grid, needed) for CSS, in both themes."""
    return either(_plain(_LIGHT, name), _plain(_DARK, name))


def _plain(colours: Palette, name: str) -> str:
    return str(getattr(colours, name))


def group_colour(group: Group) -> str:
    """Return the colour of a group for CSS, in both themes."""
    return either(_LIGHT.status[group], _DARK.status[group])


def glyph(group: Group) -> str:
    """Return the glyph of a group."""
    return GLYPH[group]


def group_text(group: Group) -> str:
    """Return a group as plain text: "▼ Off track"."""
    return f"{glyph(group)} {group_word(group)}"


def status_text(status: Status) -> str:
    """Return a status as plain text: "▼ Missed"."""
    return f"{glyph(GROUP_OF[status])} {status_word(status)}"


def group_style(group: Group, more: str = "") -> str:
    """Return the style that gives an element the colour of a group, with more style where given."""
    return f"--group:{group_colour(group)};{more}"


def badge(status: Status) -> Element:
    """Return a status as a chip."""
    return span(".status", style=group_style(GROUP_OF[status]))[status_text(status)]
