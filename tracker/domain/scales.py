"""Words that stand for powers of ten: million, bn, 万, 亿, and figures such as 10,000 in front of a unit."""

import re

SCALE_WORDS: dict[str, int] = {
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "millions": 6,
    "mn": 6,
    "mln": 6,
    "billion": 9,
    "billions": 9,
    "bn": 9,
    "trillion": 12,
    "trillions": 12,
    "tn": 12,
    "trn": 12,
}
"""Each word with its power of ten."""

_SCALE = re.compile(r"(?P<figure>1(?:0{1,9}|0{0,2}(?:[, ]000){1,3}))?\s*(?P<word>[^\W\d_]*)")


def power_of_ten(text: str) -> int | None:
    """Give the power of ten a folded text stands for ("" is 0, "100 million" and "亿" are 8), None where it is no scale."""
    match = _SCALE.fullmatch(text.strip())
    if match is None:
        return None
    word = match["word"]
    if word and word not in SCALE_WORDS:
        return None
    return (match["figure"] or "").count("0") + SCALE_WORDS.get(word, 0)
