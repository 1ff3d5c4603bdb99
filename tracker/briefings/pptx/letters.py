"""Text and colours in DrawingML: runs with fonts for both scripts, and the language they are read in."""

from xml.sax.saxutils import escape

from tracker.briefings.office_text import EAST_ASIAN, LATIN, fit
from tracker.charts.lettering import Line
from tracker.language import language_tag

PIXEL = 6350
"""EMU of a pixel of the canvas of 1920 x 1080, on a slide of 13.333 x 7.5 inches."""


def colour_xml(colour: str, opacity: float = 1.0) -> str:
    """Return a #RRGGBB colour as a solid fill."""
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}">{alpha}</a:srgbClr></a:solidFill>'


def letters_xml(tag: str, line: Line, language: str) -> str:
    """Return the properties of letters as the element of a name."""
    # Sizes are in hundredths of a point, half a pixel of the canvas each.
    return (
        f'<{tag} lang="{language_tag(language)}" sz="{round(line.size * 50)}" b="{int(line.bold)}">'
        f"{colour_xml(line.colour)}"
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface="{LATIN}"/></{tag}>'
    )


def run_xml(line: Line, language: str) -> str:
    """Return one line as a run."""
    return f"<a:r>{letters_xml('a:rPr', line, language)}<a:t>{escape(fit(line.text))}</a:t></a:r>"
