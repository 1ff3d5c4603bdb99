"""Digits to an exact decimal and back: which characters may stand in a number, how grouped, how large."""

import re
import unicodedata
from decimal import Decimal

from tracker.domain.text import FOOTNOTE_MARKS, refused
from tracker.language import _, decimals_of

LONGEST_NUMBER_TEXT = 100
TOO_LARGE = Decimal(10) ** 18
DIGITS = r"[+-]?[\d.,](?:[\d., ']*[\d.,])?(?:e[+-]?\d+)?"
"""What looks like digits, well formed or not."""

_MOST_DECIMALS = 60
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000\t"), " ")
_SIGNS = {ord("￥"): "¥", ord("\u2019"): "'", ord("﹣"): "-", ord("\u2011"): "-"}
# Before digits a dash is a minus, between them it makes a range.
_DASH_AS_MINUS = re.compile(r"^\s*[\u2010-\u2014]\s?(?=\d)")
# A mark behind a number or its unit points to a note; the small 2 of km² belongs to the unit.
_FOOTNOTE = re.compile(
    rf"(?<=[\d%％\u3400-\u9fff])\s*(?:[{FOOTNOTE_MARKS}]+[)）⁾]?|[⁽(（][¹²³⁴-⁹]+[⁾)）])(?=\s*(?:$|[%％]|[^\W\d]))"
)
# A squared sign belongs to a unit (km²), never to a number (5²).
_SQUARED = re.compile(r"(?<=[a-z])²", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"(?P<figures>[+-]?\d+(?:\.\d+)?)e(?P<exponent>[+-]?\d+)")
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?P<mark>[, '])\d{3}(?:(?P=mark)\d{3})*(?:\.\d+)?")
_LAKHS = re.compile(r"[+-]?\d{1,2}(?P<mark>,)(?:\d{2},)+\d{3}(?:\.\d+)?")
_PLAIN_WITH_COMMA = re.compile(r"[+-]?\d+(?:,\d+)?")
_THOUSANDS_WITH_COMMA = re.compile(r"[+-]?\d{1,3}(?P<mark>[. '])\d{3}(?:(?P=mark)\d{3})*(?:,\d+)?")


def screen(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a cell's text in ASCII digits, and what was normalised; RefusedInputError for odd characters."""
    if len(text) > LONGEST_NUMBER_TEXT:
        raise refused(_("too long for a number: {length} characters").format(length=len(text)), text)
    remarks = []
    bare = _FOOTNOTE.sub("", text)
    if bare != text:
        remarks.append(_("a footnote mark left out"))
    for character in _SQUARED.sub("", bare.strip()):
        _refuse_odd(character, text)
    narrow = bare.translate(_FULL_WIDTH).translate(_SPACES).translate(_SIGNS)
    if bare.translate(_SPACES).translate(_SIGNS) != narrow:
        remarks.append(_("full-width characters read as ordinary ones"))
    if "\u2212" in narrow:
        remarks.append(_("the minus sign U+2212 read as -"))
    if _DASH_AS_MINUS.match(narrow):
        remarks.append(_("a dash read as a minus"))
        narrow = _DASH_AS_MINUS.sub("-", narrow)
    return " ".join(narrow.replace("\u2212", "-").casefold().split()), tuple(remarks)


def _refuse_odd(character: str, text: str) -> None:
    """Refuse characters that hide, reverse or only look like digits."""
    category = unicodedata.category(character)
    if category in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character != "\t":
        raise refused(_("a control or invisible character is in the number"), text, _("digits only"))
    ordinary = character.isascii() or 0xFF10 <= ord(character) <= 0xFF19
    if category in {"Nd", "Nl", "No"} and not ordinary:
        raise refused(_("not a number: digits of another script"), text, _("the digits 0 to 9"))


def parse_digits(digits: str, *, decimal_comma: bool = False) -> tuple[Decimal, tuple[str, ...]]:
    """Turn a run of digits into the exact number, with what was normalised; RefusedInputError where it is malformed."""
    if match := _SCIENTIFIC.fullmatch(digits):
        return _scientific(match, digits), (_("scientific notation written out"),)
    plain, thousands = (_PLAIN_WITH_COMMA, _THOUSANDS_WITH_COMMA) if decimal_comma else (_PLAIN, _THOUSANDS)
    if plain.fullmatch(digits):
        remarks: tuple[str, ...] = ()
        ungrouped = digits
    elif match := thousands.fullmatch(digits) or (None if decimal_comma else _LAKHS.fullmatch(digits)):
        remarks = (_("thousands separators taken out"),)
        ungrouped = digits.replace(match["mark"], "")
    else:
        raise _malformed(digits, decimal_comma=decimal_comma)
    return within_size(Decimal(ungrouped.replace(",", ".")), digits), remarks


def _scientific(match: re.Match[str], seen: str) -> Decimal:
    """Return 1e5 written out; the exponent is looked at before any number is built of it."""
    exponent = match["exponent"].lstrip("+-").lstrip("0")
    if len(exponent) > 2:
        raise refused(_("out of range"), seen, _("a number between -1e18 and 1e18"))
    return within_size(Decimal(match[0]), seen)


def within_size(value: Decimal, seen: str) -> Decimal:
    """Return the value where it can be kept, in plain notation; RefusedInputError from 1e18 on and below 1e-60."""
    if not value.is_finite() or abs(value) >= TOO_LARGE:
        raise refused(_("1e18 and beyond is not taken"), seen, _("a number between -1e18 and 1e18"))
    if decimals_of(value) > _MOST_DECIMALS:
        raise refused(_("too many decimals"), seen, _("{limit} decimals at most").format(limit=_MOST_DECIMALS))
    return Decimal(canonical(value))


def _malformed(digits: str, *, decimal_comma: bool) -> Exception:
    """Return what is wrong with digits that are no number."""
    bare = digits.lstrip("+-")
    if bare.startswith("."):
        return refused(_("not a number"), digits, "0" + bare)
    if bare.endswith((".", ",")):
        return refused(_("not a number"), digits, bare.rstrip(".,"))
    if " " in bare:
        return refused(_("two numbers in one cell"), digits, _("one number a cell"))
    if re.fullmatch(r"(?:19|20)\d\d\.\d{1,2}\.\d{1,2}|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d", bare):
        return refused(_("a date where a number is due"), digits, _("a number"))
    if re.fullmatch(r"\d+,\d+", bare) and not decimal_comma:
        return refused(_("a decimal comma or a misplaced thousands separator"), digits, bare.replace(",", "."))
    return refused(_("not a number"), digits, "1,234.5" if not decimal_comma else "1.234,5")


def canonical(value: Decimal) -> str:
    """Return a number as it is stored: plain, with its decimals, without negative zero; ValueError beyond 1e±100."""
    if not value.is_finite() or abs(value.adjusted()) > 100:
        raise ValueError(f"not a number that can be stored: {value}")
    return format(abs(value) if value.is_zero() else value, "f")
