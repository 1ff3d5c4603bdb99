"""Typst sets pages as PDF/UA: texts and pictures come to it as JSON, and never into its source."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from tracker.errors import TrackerError
from tracker.language import _, language_tag

CHINESE_LETTER = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_TEXT = re.compile(r"<(text|tspan)( [^>]*)?>([^<]*)")


def chinese_first(drawn: str, families: list[str]) -> str:
    """Return an SVG whose texts with Chinese letters, else set in Japanese forms, name the Chinese families."""
    named = ", ".join(families)

    def name(match: re.Match[str]) -> str:
        kind, attributes, text = match[1], match[2] or "", match[3]
        if not CHINESE_LETTER.search(text):
            return match[0]
        return f'<{kind}{attributes} font-family="{named}">{text}'

    return _TEXT.sub(name, drawn)


LATIN = ("Noto Sans", "Segoe UI", "DejaVu Sans")
CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Zen Hei",
)
# Controls, marks that turn the reading direction round, and pictures in letters, which the fonts of a server lack.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufe0f]")
_UNWRITABLE = re.compile(r"[\ue000-\uf8ff\U0001f000-\U0001faff\U000e0000-\U0010ffff]")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts()


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(_fonts().families())


def vector_picture(drawn: str) -> str:
    """Return a chart's SVG as typst takes it, its Chinese in Chinese forms."""
    return chinese_first(drawn, _chinese())


def _chinese() -> list[str]:
    return [family for family in CHINESE if family in _families()]


def typeset(page: str, content: Mapping[str, Any], language: str, made: datetime) -> bytes:
    """Return the content set by one of the pages beside this module, as PDF/UA-1.

    Raises:
        TrackerError: The machine has no font for the letters of the content.
    """
    content_json = json.dumps(_written(content), ensure_ascii=False)
    families = _fonts_for(content_json)
    inputs = {
        "content": content_json,
        "language": json.dumps([language, language_tag(language).lower().partition("-")[2]]),
        "families": json.dumps(families),
    }
    source = Path(__file__).with_name(page).read_bytes()
    try:
        compiled = typst.Compiler(source, font_paths=_fonts(), sys_inputs=inputs).compile(
            format="pdf", pdf_standards=["ua-1"], timestamp=made.replace(microsecond=0)
        )
    except typst.TypstError as error:
        raise TrackerError(_("The PDF could not be written: {reason}").format(reason=error.message)) from error
    if not isinstance(compiled, bytes):
        raise TypeError(f"typst made {type(compiled).__name__} of {page}")
    return compiled


def drawn_picture(drawn: str, width: int) -> bytes:
    """Return a chart's SVG as PNG of so many pixels, for files that take no vectors.

    Raises:
        TrackerError: The machine has no font for the letters of the chart.
    """
    _fonts_for(drawn)
    source = b"""#set page(width: 720pt, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)"""
    inputs = {"svg": _written(vector_picture(drawn))}
    compiled = typst.Compiler(source, font_paths=_fonts(), sys_inputs=inputs).compile(format="png", ppi=width / 10)
    if not isinstance(compiled, bytes):
        raise TypeError(f"typst made {type(compiled).__name__} of a picture")
    return compiled


def _fonts_for(text: str) -> list[str]:
    """Return the families that are there, the Latin one first; refuse Chinese that no font could show."""
    chinese = _chinese()
    if not chinese and CHINESE_LETTER.search(text):
        wanted = _(
            "No font with Chinese letters is installed where this file is written. "
            "Install Noto Sans CJK there (on Debian: apt install fonts-noto-cjk), or take the web page or the "
            "presentation, which use the fonts of those who open them."
        )
        raise TrackerError(wanted)
    return [*(family for family in LATIN if family in _families()), *chinese]


def _written(value: Any) -> Any:
    """Return content without what no font shows, such as pictures in letters."""
    if isinstance(value, str):
        return _UNWRITABLE.sub("□", _UNSEEN.sub("", value))
    if isinstance(value, Mapping):
        return {key: _written(inside) for key, inside in value.items()}
    return [_written(inside) for inside in value] if isinstance(value, list | tuple) else value
