"""Runs of text in DrawingML: fonts for both scripts, colour, size, and the language they are read in."""

from xml.sax.saxutils import escape

from tracker.briefings.fit_text import fit
from tracker.charts.drawing import Line

LATIN = "Noto Sans"
EAST_ASIAN = "Microsoft YaHei"
_TAGS = {"en": "en-GB", "zh": "zh-CN"}


def language_tag(language: str) -> str:
    """Return the tag that spelling and reading aloud go by."""
    return _TAGS.get(language, language)


def letters_xml(tag: str, line: Line, language: str) -> str:
    """Return the properties of letters as the element of a name."""
    # Sizes are in hundredths of a point, half a pixel of the canvas each.
    return (
        f'<{tag} lang="{language_tag(language)}" sz="{round(line.size * 50)}" b="{int(line.bold)}">'
        f'<a:solidFill><a:srgbClr val="{line.colour.lstrip("#")}"/></a:solidFill>'
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface="{LATIN}"/></{tag}>'
    )


def run_xml(line: Line, language: str) -> str:
    """Return one line as a run."""
    return f"<a:r>{letters_xml('a:rPr', line, language)}<a:t>{escape(fit(line.text))}</a:t></a:r>"
