"""One cell's text to the value it stands for; every reader raises RefusedInputError with what would be right."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from tracker.domain.quantity.numerals import Year, parse_plain, parse_year
from tracker.domain.quantity.year_parts import part_of_year
from tracker.domain.tables.flags import Flag, read_flag
from tracker.domain.text import clean_text, proposal, refused, slug_problem
from tracker.domain.vocabulary import Certainty
from tracker.errors import RefusedInputError
from tracker.language import _

LONGEST_NOTE = 2_000
MOST_DECIMALS = 12
LAST_PLACE = 9_999
_PLAIN_NUMBER = re.compile(r"-?\d{1,17}(?:\.\d{1,17})?", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_CODE_LINK = re.compile(r"(javascript|vbscript|data|file):", re.IGNORECASE)

CellReader = Callable[[str], object]


def name(text: str) -> str:
    """Read a name: one line of at most 300 characters."""
    return text if _is_plain(text, 300) else clean_text(text)


def long_text(text: str) -> str:
    """Read a note, definition or wording: at most 2,000 characters."""
    return text if _is_plain(text, LONGEST_NOTE) else clean_text(text, limit=LONGEST_NOTE, multiline=True)


def _is_plain(text: str, limit: int) -> bool:
    """Return whether a text is surely clean already, which spares a million rows the slow way."""
    return text.isascii() and text.isprintable() and len(text) <= limit and text == text.strip()


@lru_cache(maxsize=65_536)
def slug(text: str) -> str:
    """Read an identifier."""
    stripped = text.strip()
    wrong = slug_problem(stripped)
    if wrong:
        raise refused(wrong, text, _("{slug}, for instance").format(slug=_like_slug(stripped)))
    return stripped


def _like_slug(text: str) -> str:
    """Return an identifier that a text could mean."""
    made = re.sub(r"[^a-z0-9._-]+", "-", text.casefold()[:60]).strip("-._")
    return made or "a-name"


def url(text: str) -> str:
    """Read a web address, refusing those that would run code when followed."""
    cleaned = clean_text(text, limit=LONGEST_NOTE)
    if _CODE_LINK.match(cleaned):
        raise refused(_("this kind of web address is not accepted"), text, "https://…")
    return cleaned


def aliases(text: str) -> tuple[str, ...]:
    """Read names separated by semicolons."""
    return tuple(name(part.strip()) for part in text.split(";") if part.strip())


def word_of(words: type[StrEnum]) -> CellReader:
    """Make the reader of an enumeration."""
    by_text = {str(word): word for word in words}

    def read(text: str) -> StrEnum:
        word = by_text.get(text) or by_text.get(text.strip())
        if word is None:
            raise refused(_("not a word this column knows"), text, proposal(text.strip(), by_text))
        return word

    return read


def yes_or_no(text: str) -> bool:
    """Read yes or no."""
    stripped = text.strip()
    if stripped not in ("yes", "no"):
        raise refused(_("not a word this column knows"), text, proposal(stripped, ("yes", "no")))
    return stripped == "yes"


def certainty(text: str) -> Certainty | Flag:
    """Read how settled a value is, in our words or by the flag of a statistics office."""
    word = text.strip()
    if word in tuple(Certainty):
        return Certainty(word)
    flag = read_flag(text)
    if flag is None:
        raise refused(_("not a word this column knows"), text, proposal(word, (*Certainty, "p", "e", "r", "b")))
    return flag if flag.text else flag.status


class NumberText(str):
    """A number written with more than digits and a point; it waits for its unit to be understood."""

    __slots__ = ()


class Remarked(NamedTuple):
    """A value that was understood, with what was normalised on the way."""

    value: object
    remarks: tuple[str, ...]


def number(text: str) -> Decimal | NumberText:
    """Read a plain decimal number, its digits kept as written; anything else waits for its unit."""
    return Decimal(text) if _PLAIN_NUMBER.fullmatch(text) else NumberText(text)


def plain_number(text: str) -> Decimal:
    """Read a decimal number that waits for no unit."""
    return parse_plain(text.strip())


@lru_cache(maxsize=4_096)
def year(text: str) -> int | Remarked:
    """Read a year of four digits from 1900 to 2100."""
    parsed = parse_year(text)
    if not isinstance(parsed, Year):
        raise refused(_("a year has four digits"), text, _("2024, or an empty cell"))
    return Remarked(parsed.value, parsed.remarks) if parsed.remarks else parsed.value


def _plain_year(text: str) -> int:
    """Read a year within a longer cell, where nothing is normalised."""
    plain = year(text.strip())
    if isinstance(plain, Remarked):
        raise refused(_("a year has four digits"), text, str(plain.value))
    return plain


def decimals(text: str) -> int:
    """Read how many decimals an indicator is shown with."""
    return _counted(text, MOST_DECIMALS, _("not a number of decimals"))


def place(text: str) -> int:
    """Read the place of a plan or goal in its order."""
    return _counted(text, LAST_PLACE, _("not a place in an order"))


def _counted(text: str, most: int, wrong: str) -> int:
    """Read a whole number from 0 to the most."""
    stripped = text.strip()
    if not (stripped.isascii() and stripped.isdigit() and int(stripped[:9]) <= most):
        raise refused(wrong, text, _("a whole number from 0 to {most}").format(most=most))
    return int(stripped)


def part(text: str) -> str:
    """Read a half-year, quarter or month."""
    found = part_of_year(text)
    if found is None:
        raise refused(_("not a part of a year"), text, _("2024-H1, 2024-Q3 or 2024-09"))
    return found


def date_or_year(text: str) -> str:
    """Read an ISO date, a month or a year, kept as the text it is."""
    stripped = text.strip()
    if len(stripped) == 4:
        return str(_plain_year(stripped))
    if _MONTH.fullmatch(stripped):
        _plain_year(stripped[:4])
        return stripped
    if not _ISO_DATE.fullmatch(stripped):
        raise _no_date(text)
    try:
        return date.fromisoformat(stripped).isoformat()
    except ValueError as error:
        raise _no_date(text) from error


def _no_date(text: str) -> RefusedInputError:
    return refused(_("neither a date nor a year"), text, _("2021-08-18, 2021-08 or 2021"))


def interim(text: str) -> tuple[tuple[int, Decimal], ...]:
    """Read interim values such as 2022=1000;2023=1500, in the order of their years."""
    values: dict[int, Decimal] = {}
    for part in filter(str.strip, text.split(";")):
        when, equals, value = part.partition("=")
        if not equals or not value.strip():
            raise refused(_("not a list of interim values"), text, "2022=1000;2023=1500")
        if _plain_year(when) in values:
            raise refused(_("an interim year stands twice"), text, _("one value a year"))
        values[_plain_year(when)] = parse_plain(value.strip())
    return tuple(sorted(values.items()))
