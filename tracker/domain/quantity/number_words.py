"""The words around a number: about, over, at least, growth, top, 占全市, 左右, and those that mean there is none."""

import re
from enum import StrEnum

from tracker.domain.vocabulary import Qualifier


class Mark(StrEnum):
    """What kind of figure the words make of a number that is no plain value."""

    GROWTH = "growth"
    FALL = "fall"
    SHARE = "share"
    TOP = "top"
    BETWEEN = "between"
    SIGNED = "signed"


NO_VALUE = frozenset(
    {"n/a", "n.a.", "n.a", "na", "n/d", "nd", "nan", "not available", "not applicable", "confidential", "missing"}
    | {
        "-",
        "--",
        "–",
        "—",
        "——",
        "…",
        "...",
        "..",
        ".",
        ":",
        "：",
        "x",
        "c",
        "m",
        "/",
        "null",
        "none",
        "#n/a",
        "k. a.",
        "k.a.",
    }
    | {"暂无", "暂缺", "无", "缺", "缺失", "未公布", "不详", "不适用", "保密", "未统计"}
)
"""What people and statistics offices write, folded, where there is no value."""


def _words(*alternatives: str) -> str:
    """Make a pattern of words; those of letters end at a word boundary."""
    longest_first = sorted(alternatives, key=len, reverse=True)
    return "|".join(
        re.escape(word) + (r"\b" if word[-1].isascii() and word[-1].isalpha() else "") for word in longest_first
    )


_BEFORE: tuple[tuple[Qualifier | Mark, str], ...] = (
    (
        Qualifier.ABOUT,
        _words("约", "大约", "约为", "近", "about", "around", "approximately", "approx.", "some", "roughly", "~", "≈"),
    ),
    (Qualifier.AT_LEAST, _words("at least", "not less than", "no less than", "not fewer than", "no fewer than")),
    (Qualifier.AT_LEAST, _words("≥", "≧", ">=", "不低于", "不少于", "不小于", "至少")),
    (Qualifier.AT_MOST, _words("at most", "up to", "not more than", "no more than", "not over", "≤", "≦", "<=")),
    (Qualifier.AT_MOST, _words("不超过", "不高于", "不多于", "不大于", "至多", "最多")),
    (
        Qualifier.OVER,
        _words("over", "more than", "above", "exceeding", ">", "超过", "超", "多于", "大于", "高于", "突破"),
    ),
    (
        Qualifier.UNDER,
        _words("under", "below", "less than", "fewer than", "<", "不到", "不足", "不满", "低于", "少于", "小于"),
    ),
    (Mark.GROWTH, _words("growth of", "growth", "grew by", "grew", "up by", "up", "increased by", "an increase of")),
    (Mark.GROWTH, _words("同比增长", "增长率", "增长了", "增长", "上升", "上涨", "增幅", "提高了", "提高", "提升")),
    (
        Mark.FALL,
        _words("down by", "down", "fell by", "fell", "decreased by", "a decrease of", "同比下降", "下降了", "下降"),
    ),
    (Mark.SHARE, r"占(?:全[市省国区县州盟])?(?:总量|总数|比重|比例|比|的)*"),
    (Mark.TOP, _words("among the top", "the top", "top", "前")),
    (Mark.BETWEEN, _words("between", "介于")),
)
_AFTER: tuple[tuple[Qualifier, str], ...] = (
    (Qualifier.ABOUT, "左右|上下|(?<= )or so"),
    (Qualifier.AT_LEAST, "及以上|以上|(?<= )or more|(?<= )and above|(?<= )or above"),
    (Qualifier.AT_MOST, "及以下|以下|以内|(?<= )or less|(?<= )and below|(?<= )or below"),
)
BEFORE = tuple((meaning, re.compile(rf"(?:{pattern})\s*")) for meaning, pattern in _BEFORE)
"""Meanings with the pattern, at the start of a folded text, that has them."""
AFTER = tuple((meaning, re.compile(rf"(?P<rest>.*?)\s*(?:{pattern})")) for meaning, pattern in _AFTER)
"""Meanings with the pattern of a whole ending that has them; `rest` is what is left of it."""
MORE_BEFORE_UNIT = re.compile(r"[多余](?=[百千万亿家个项件人名元]|$)")
"""100多家, 100余万: over 100."""
PARENT = re.compile(
    r"(?P<percent>%|percent|per cent) of the (?:whole )?(?:city|province|country|nation|county|district|prefecture"
    r"|municipality|region)(?:['\u2019]s?)?(?: total)?"
)
"""25% of the city's: a share of what the parent zone has."""
