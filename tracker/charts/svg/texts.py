"""A figure's texts as SVG, with the place of their baseline that Plotly computes from the font."""

import html
import re
from dataclasses import dataclass

from tracker.charts.drawing import Drawn
from tracker.charts.lettering import width_of
from tracker.charts.svg.elements import Attributes, element, fill, letters
from tracker.charts.svg.frame import Frame, rounded

_ASCENT, _DESCENT = 1.069, 0.293
"""Of Noto Sans, in font sizes."""
_ANCHOR = {"left": "start", "center": "middle", "right": "end"}
_MARKUP = re.compile(r'(<b>)?(?:<span style="color:(#[0-9A-Fa-f]{6})">([^<]*)</span>|([^<]*))(?(1)</b>)')


@dataclass(frozen=True, slots=True)
class Text:
    """A text taken out of the markup that Plotly is given."""

    letters: str
    bold: bool
    colour: str | None


def read(markup: str) -> Text:
    """Read the letters of a text that is plain, bold or coloured as a whole.

    Raises:
        ValueError: There is other markup in it.
    """
    found = _MARKUP.fullmatch(markup)
    if not found:
        raise ValueError(f"an SVG holds plain, bold and coloured texts, not {markup!r}")
    bold, colour, coloured, plain = found.groups()
    return Text(html.unescape(coloured or plain or ""), bool(bold), colour)


def write(text: Text, x: float, baseline: float, anchor: str, size: float, colour: str) -> str:
    """Write a text at its baseline."""
    place: Attributes = {"x": x, "y": baseline, "font-size": size}
    turned: Attributes = {} if anchor == "start" else {"text-anchor": anchor}
    weight: Attributes = {"font-weight": "bold"} if text.bold else {}
    return element("text", place, fill(text.colour or colour), turned, weight, inside=letters(text.letters))


def annotation(frame: Frame, drawn: Drawn) -> str:
    """Write a text that stands at a place of the sheet, on its ground where it has one.

    Raises:
        ValueError: It has an arrow, or stands on an axis.
    """
    if drawn["showarrow"] or drawn["xref"] != "paper" or drawn["yref"] != "paper" or drawn["yanchor"] != "middle":
        raise ValueError(f"an SVG holds texts without arrows that stand on the paper, not {drawn['text']!r}")
    text, size = read(drawn["text"]), drawn["font"]["size"]
    ascent, height = rounded(_ASCENT * size), rounded(_ASCENT * size) + rounded(_DESCENT * size)
    middle = frame.down("paper", drawn["y"]) - drawn["yshift"]
    top = rounded(middle - height / 2 - 1) + 1
    x = _edge(frame.across("paper", drawn["x"]) + drawn["xshift"], drawn["xanchor"])
    said = write(text, x, top + ascent, _ANCHOR[drawn["xanchor"]], size, drawn["font"]["color"])
    if not drawn.get("bgcolor"):
        return said
    wide = width_of(text.letters, size, bold=text.bold)
    left = {"left": x, "center": x - wide / 2, "right": x - wide}[drawn["xanchor"]] - 0.5
    ground: Attributes = {"x": left, "y": top - 0.5, "width": wide + 1, "height": height + 1.0}
    return element("rect", ground, fill(drawn["bgcolor"])) + said


def _edge(x: float, anchor: str) -> float:
    """Return where a text is held: Plotly sets the edge of its box on a whole pixel and leaves one around the text."""
    inwards = {"left": 1, "center": 0, "right": -1}[anchor]
    return rounded(x) + inwards if inwards else x
