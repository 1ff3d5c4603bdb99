"""Text as office files hold it: their fonts, what their XML cannot hold, and the largest letters that fit."""

import re
from datetime import UTC, datetime

from tracker.charts.heading import WIDER
from tracker.charts.lettering import LINE, wrapped

LATIN = "Noto Sans"
EAST_ASIAN = "Microsoft YaHei"
FILE_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same slides make the same file, so a workbook bears no moment of its making."""
WORKBOOK_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# What XML cannot hold, and marks that turn the reading direction round and could disguise a name.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]+"
)
_LONGEST_PROPERTY = 255


def fit(text: str) -> str:
    """Return text without what a file's XML cannot hold; everything else stays letter by letter."""
    return _UNFIT.sub(" ", text)


def property_text(text: str) -> str:
    """Return text as a property of an office file, which holds 255 characters and no more."""
    held = fit(text)
    return held if len(held) <= _LONGEST_PROPERTY else f"{held[: _LONGEST_PROPERTY - 1]}…"


def font_size(text: str, room: tuple[float, float], sizes: tuple[float, ...], *, bold: bool = False) -> float:
    """Return the largest of the sizes at which the whole text fits into width and height, else the last."""
    wide, high = room
    return next((size for size in sizes if line_count(text, size, wide, bold=bold) * size * LINE <= high), sizes[-1])


def line_count(text: str, size: float, wide: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes at a size, in a width that is a little smaller than what is there."""
    return sum(len(wrapped(part, size, wide / WIDER, bold=bold, most=40)) for part in text.split("\n"))
