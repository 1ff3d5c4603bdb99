"""Words that stand for powers of ten: million, bn, 万, 亿, and figures such as 10,000 in front of a unit."""

import re

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


def split_scale(text: str) -> tuple[int, str]:
    """Split a folded text into the power of ten it starts with and the rest ("万亩" is 4 and "亩")."""
    match = _LEADING.fullmatch(text.strip())
    if match is None or match["rest"][:1].isdigit():
        return 0, text.strip()
    return (match["figure"] or "").count("0") + SCALE_WORDS.get(match["word"] or "", 0), match["rest"]


def power_of_ten(text: str) -> int | None:
    """Give the power of ten a folded text stands for ("" is 0, "100 million" is 8), None where it is no scale."""
    power, rest = split_scale(text)
    return None if rest else power
