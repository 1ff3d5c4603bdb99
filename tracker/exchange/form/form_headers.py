"""What a column is for, told by its header as people write it: "Actual 2021", 2021年实际数（亿元）, Unit 单位."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from tracker.domain.entry.form_records import FormField
from tracker.domain.quantity.units import is_known
from tracker.domain.text import fold
from tracker.exchange.form.form_columns import names_of

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)\s*(?:年度|年)?")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LATIN = re.compile(r"[a-z]+")
_CAPTION = re.compile(
    r"(?:计量)?单位\s*[:：]\s*(?P<unit>[^\s、，,;；]+)\s*[)）]?|unit\s*:\s*(?P<words>[^,;]+)", re.IGNORECASE
)
_NOT_LATIN = re.compile(r"[^a-z]+")


class Header(NamedTuple):
    """A header that was understood, with the unit that stands in brackets after it."""

    field: FormField
    unit: str = ""


class Headers:
    """Knows the headers of the forms of one year."""

    def __init__(self, year: int) -> None:
        """Take the year that is asked for."""
        self._year = year
        self._known = {_key(name): field for name, field in names_of(year).items()}

    def understand(self, text: str) -> Header | None:
        """Say what a header means; None for an unknown one, and for the values of other years."""
        plain = unicodedata.normalize("NFKC", text[:300])
        years = {int(year) for year in _YEAR.findall(plain)}
        field = self._field(plain, bool(years))
        if field is FormField.VALUE and years - {self._year}:
            return None
        unit = " ".join(found.strip() for found in _BRACKETS.findall(plain) if not _YEAR.search(found))
        return None if field is None else Header(field, unit if field is FormField.VALUE else "")

    def is_of_another_year(self, text: str) -> bool:
        """Say whether a header means the values of a year that is not the form's."""
        plain = unicodedata.normalize("NFKC", text[:300])
        years = {int(year) for year in _YEAR.findall(plain)}
        return bool(years - {self._year}) and self._field(plain, True) is FormField.VALUE

    def _field(self, plain: str, dated: bool) -> FormField | None:
        """Look a header up as a whole, without its brackets, and in either language alone."""
        key = _key(plain)
        bare = _key(_BRACKETS.sub(" ", plain))
        if dated and not bare:
            return FormField.VALUE
        latin, other = " ".join(_LATIN.findall(bare)), "".join(_NOT_LATIN.findall(bare)).strip()
        return next((self._known[one] for one in (key, bare, latin, other) if one in self._known), None)


def unit_of_caption(cells: Iterable[str]) -> str:
    """Find the unit a line such as 单位：万元 states for a whole table; "" where there is none or several."""
    for cell in cells:
        found = _CAPTION.search(cell)
        unit = ((found["unit"] or found["words"]) if found else "").strip(" )）")
        if unit and is_known(unit):
            return unit
    return ""


def _key(text: str) -> str:
    """Give what is left of a header without years, signs and digits."""
    return _NO_LETTERS.sub(" ", fold(_YEAR.sub(" ", text))).strip()
