"""Words that stand for powers of ten, as units are written with them: million, bn, 万, 亿."""

import re
from functools import lru_cache
from typing import NamedTuple

SCALE_WORDS: dict[str, int] = {
    **dict(
        zip(("百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"), range(2, 13), strict=True)
    ),
    "hundred": 2,
    "thousand": 3,
    **dict.fromkeys(("million", "millions", "mn", "mln"), 6),
    **dict.fromkeys(("billion", "billions", "bn"), 9),
    **dict.fromkeys(("trillion", "trillions", "tn", "trn"), 12),
}
"""Each word with its power of ten."""

_FIGURE = r"(?P<figure>1(?:0{0,2}(?:[, ]000){1,3}|0{1,9}))?"
_LONGEST_FIRST = sorted(SCALE_WORDS, key=len, reverse=True)
_WORD = "|".join(rf"{word}(?![a-z])" if word.isascii() else word for word in _LONGEST_FIRST)
_LEADING = re.compile(rf"{_FIGURE}\s*(?P<word>{_WORD})?\s*(?P<rest>.*)")
# The first letter of a measure's own name rather than a scale of it: 千瓦时, 千克, 百分点.
_OF_THE_NAME = ("千", "百")


def split_scale(text: str) -> tuple[int, str]:
    """Split a folded text into the power of ten it starts with and the rest ("万亩" is 4 and "亩")."""
    match = _LEADING.fullmatch(text.strip())
    if match is None or match["rest"][:1].isdigit():
        return 0, text.strip()
    return (match["figure"] or "").count("0") + SCALE_WORDS.get(match["word"] or "", 0), match["rest"]


class ScaledUnit(NamedTuple):
    """A unit as the power of ten that stands before it and the thing that is counted: 万人 is 4 and 人."""

    power: int
    thing: str


@lru_cache(maxsize=4096)
def scaled_unit(unit: str) -> ScaledUnit:
    """Split a unit into its power of ten and its thing, which keeps its letters as they are written."""
    match = _LEADING.fullmatch(unit.casefold())
    if match is None or match["rest"][:1].isdigit() or match["word"] in _OF_THE_NAME:
        return ScaledUnit(0, unit)
    power = (match["figure"] or "").count("0") + SCALE_WORDS.get(match["word"] or "", 0)
    return ScaledUnit(power, unit[len(unit) - len(match["rest"]) :] if power else unit)
