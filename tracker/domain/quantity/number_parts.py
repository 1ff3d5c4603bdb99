"""A written number taken apart: the words before it, its digits or the two ends of a range, what follows."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from tracker.domain.quantity.digits import DIGITS, parse_digits
from tracker.domain.quantity.number_words import AFTER, BEFORE, MORE_BEFORE_UNIT, Mark
from tracker.domain.text import refused
from tracker.domain.vocabulary import Qualifier
from tracker.errors import RefusedInputError
from tracker.language import _


@dataclass(slots=True)
class Reading:
    """What is left of a text and what was understood of it so far."""

    text: str
    seen: str
    remarks: list[str]
    qualifier: Qualifier | None = None
    marks: set[Mark] = field(default_factory=set)
    yuan: bool = False

    def refuse(self, wrong: str, right: str = "") -> RefusedInputError:
        """Make the refusal of the text as it was seen."""
        return refused(wrong, self.seen, right or _("a number such as 12.5"))


_NUMBER = re.compile(DIGITS)
_RANGE = re.compile(r"(?P<unit>[^\d\-–—~至到]{0,20}?)\s*(?P<dash>[-–—~至到]|\bto\b|\band\b|和|与)\s*(?=[+-]?\d)")
_DATE = re.compile(r"\d{4}[-/]\d{1,2}(?:[-/]\d{1,2})?|\d{1,2}[-/]\d{1,2}[-/]\d{4}|(?:19|20)\d\d年.*|\d{1,2}/\d{1,2}")
_ERROR_OR_FORMULA = ("=", "@", "#")
_CURRENCY_SIGNS = "$€£"
_YUAN_SIGN = re.compile(r"(?:cn|rmb )?¥\s*")


def take_apart(reading: Reading, *, decimal_comma: bool) -> tuple[Decimal, Decimal | None]:
    """Take words and digits off until only a unit is left; give the number or the two ends of its range."""
    _refuse_what_is_no_number(reading)
    _take_yuan_sign(reading)
    negative = _take_parentheses(reading)
    _take_words_before(reading)
    low, high = _take_numbers(reading, decimal_comma=decimal_comma)
    if negative and high is not None:
        raise reading.refuse(_("not a number"))
    _take_words_after(reading)
    reading.text = _with_yuan(reading.text.strip()) if reading.yuan else reading.text.strip()
    return (-low if negative else low), high


def _refuse_what_is_no_number(reading: Reading) -> None:
    """Refuse formulas, currency signs and dates, each by its name."""
    if reading.text.startswith(_ERROR_OR_FORMULA):
        raise reading.refuse(_("not a number: a formula or a spreadsheet error"))
    if any(sign in reading.text for sign in _CURRENCY_SIGNS):
        raise reading.refuse(_("a currency sign: the unit comes from the goal or its indicator"))
    if _DATE.fullmatch(reading.text):
        raise reading.refuse(_("looks like a date"))


def _take_yuan_sign(reading: Reading) -> None:
    """Take the sign of the yuan off, which stands before its number or behind it."""
    reading.text, times = _YUAN_SIGN.subn("", reading.text, count=1)
    reading.yuan = bool(times)


def _with_yuan(rest: str) -> str:
    """Return what stands behind a number with the unit that the sign before it stood for."""
    if rest.endswith(("元", "yuan", "rmb", "cny")):
        return rest
    return f"{rest} yuan" if rest.isascii() and rest else f"{rest}元"


def _take_parentheses(reading: Reading) -> bool:
    """Read (5) as accountants write -5."""
    match = re.fullmatch(r"\((?P<inside>\d[^()]*)\)(?P<unit>[^()]*)", reading.text)
    if match is None:
        return False
    reading.text = match["inside"] + match["unit"]
    reading.remarks.append(_("parentheses read as a minus"))
    return True


def _take_words_before(reading: Reading) -> None:
    """Take the words in front of the number off, each meaning once."""
    taken = True
    while taken:
        taken = any(_take_word(reading, meaning, pattern) for meaning, pattern in BEFORE)


def _take_word(reading: Reading, meaning: Qualifier | Mark, pattern: re.Pattern[str]) -> bool:
    """Take one word off and note its meaning; RefusedInputError where two words contradict each other."""
    match = pattern.match(reading.text)
    if match is None:
        return False
    reading.text = reading.text[match.end() :]
    if isinstance(meaning, Mark):
        reading.marks.add(meaning)
    elif reading.qualifier is not None:
        raise reading.refuse(_("two bounds on one number"))
    else:
        reading.qualifier = meaning
    return True


def _take_numbers(reading: Reading, *, decimal_comma: bool) -> tuple[Decimal, Decimal | None]:
    """Take one number off, or the two ends of a range with what stands between them."""
    low = _take_number(reading, decimal_comma=decimal_comma)
    match = _RANGE.match(reading.text)
    if match is None:
        return low, None
    if match["dash"] in ("and", "和", "与") and Mark.BETWEEN not in reading.marks:
        raise reading.refuse(_("two numbers in one cell"), _("one number a cell"))
    between = match["unit"].strip()
    reading.text = reading.text[match.end() :]
    if re.match(r"0\d", reading.text):
        raise reading.refuse(_("looks like a date"))
    high = _take_number(reading, decimal_comma=decimal_comma)
    if between and between != reading.text.strip():
        raise reading.refuse(_("the two ends of the range have different units"))
    if reading.qualifier is not None or high < low:
        raise reading.refuse(_("not a range"), _("the lower number first, as in 100-120"))
    reading.qualifier = Qualifier.BETWEEN
    reading.remarks.append(_("a range"))
    return low, high


def _take_number(reading: Reading, *, decimal_comma: bool) -> Decimal:
    """Take digits off the front; RefusedInputError where there are none."""
    match = _NUMBER.match(reading.text)
    if match is None:
        raise reading.refuse(_("not a number"))
    reading.text = reading.text[match.end() :]
    if match[0].startswith("+"):
        reading.marks.add(Mark.SIGNED)
    value, remarks = parse_digits(match[0], decimal_comma=decimal_comma)
    reading.remarks += remarks
    return value


def _take_words_after(reading: Reading) -> None:
    """Take 左右, 以上, or so, 多 off; RefusedInputError where a bound stands before the number as well."""
    found: Qualifier | None = None
    for meaning, pattern in AFTER:
        if found is None and (match := pattern.fullmatch(reading.text)):
            found, reading.text = meaning, match["rest"]
    if match := MORE_BEFORE_UNIT.match(reading.text):
        found, reading.text = Qualifier.OVER, reading.text[match.end() :]
    if found is not None and reading.qualifier not in (None, found):
        raise reading.refuse(_("two bounds on one number"))
    reading.qualifier = found or reading.qualifier
