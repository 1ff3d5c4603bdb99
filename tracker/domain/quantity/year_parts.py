"""Halves, quarters and months of a year, as values that are kept beside those of the years are dated."""

import re

from tracker.domain.quantity.numerals import FIRST_YEAR, LAST_YEAR

#: What follows the year in the name of a part of it: 2024-H1, 2024-Q3, 2024-09.
PARTS = (*(f"-H{half}" for half in (1, 2)), *(f"-Q{quarter}" for quarter in (1, 2, 3, 4)))
PARTS = (*PARTS, *(f"-{month:02}" for month in range(1, 13)))

#: Follows a part of a year that is counted from the beginning of the year, beside which the part alone may be kept.
FROM_THE_BEGINNING = "+"

_WRITTEN = re.compile(r"(\d{4})[-/. ]?(?:([HQhq])(\d)|(\d{1,2}))", re.ASCII)


def part_of_year(text: str) -> str | None:
    """Return a part of a year as it is named (2024-Q3), None for a text that is none."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    year, letter, number, month = found.groups()
    part = f"-{letter.upper()}{number}" if letter else f"-{int(month):02}"
    return year + part if part in PARTS and FIRST_YEAR <= int(year) <= LAST_YEAR else None


def year_of(part: str) -> int:
    """Return the year that a part belongs to."""
    return int(part[:4])
