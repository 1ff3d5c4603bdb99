"""Which sign a table puts before decimals, as its own numbers show, and numbers with a comma written with a point."""

import re
from collections.abc import Iterable
from enum import StrEnum

_BLANKS = " '\u00a0\u202f"
_SIGN = "[-+−–]?"
_COMMA = re.compile(
    rf"{_SIGN}(?:\d{{1,3}}(?:[.{_BLANKS}]\d{{3}})*|\d+),(?:\d{{1,2}}|\d{{4,}})|{_SIGN}0,\d+|\d{{1,3}}(?:\.\d{{3}})+,\d+"
)
_POINT = re.compile(
    rf"{_SIGN}(?:\d{{1,3}}(?:[,{_BLANKS}]\d{{3}})*|\d+)\.(?:\d{{1,2}}|\d{{4,}})|{_SIGN}0\.\d+"
    r"|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}"
)
_EITHER = re.compile(r"[-+−–]?\d{1,3}[.,]\d{3}")
_RUN = re.compile(r"\d[\d., '\u00a0\u202f]*\d|\d")
_WITH_COMMA = re.compile(r"\d{1,3}(?:(?P<mark>[. '\u00a0\u202f])\d{3})(?:(?P=mark)\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
_FLAG = re.compile(r"\s*\(?[a-z%]{0,3}\)?$", re.IGNORECASE)


class DecimalSign(StrEnum):
    """What stands before decimals: a point, a comma, or nothing that could be told where it matters."""

    POINT = "point"
    COMMA = "comma"
    UNKNOWN = "unknown"

    def in_points(self, text: str) -> str:
        """Return a text with its numbers written with a point."""
        return _RUN.sub(_pointed, text) if self is DecimalSign.COMMA else text

    def leaves_open(self, text: str) -> bool:
        """Return whether a number could be read in two ways: 1,234 in a file that separates cells by semicolons."""
        return self is DecimalSign.UNKNOWN and bool(_EITHER.fullmatch(_FLAG.sub("", text.strip())))


def _pointed(match: "re.Match[str]") -> str:
    run = match[0]
    if not _WITH_COMMA.fullmatch(run):
        return run
    whole, comma, decimals = run.partition(",")
    return re.sub(r"[^\d]", "", whole) + ("." + decimals if comma else "")


def decimal_sign(texts: Iterable[str], *, semicolons: bool = False) -> DecimalSign:
    """Return the sign that numbers show; the point where none shows another and no semicolons part the cells."""
    bare = [_FLAG.sub("", text) for text in texts if text]
    comma = any(_COMMA.fullmatch(text) for text in bare)
    point = any(_POINT.fullmatch(text) for text in bare)
    if comma != point:
        return DecimalSign.COMMA if comma else DecimalSign.POINT
    return DecimalSign.UNKNOWN if comma or semicolons else DecimalSign.POINT
