"""Rows that say the same thing twice, found in bounded memory: about 25 MB per million actuals, plus the pairs."""

from array import array
from collections.abc import Iterator

import numpy as np

from tracker.errors import Problem
from tracker.language import _, listed

TOLD_AT_MOST = 1_000
_YEAR_BITS = 12
_NAMED = 10


class SeenActuals:
    """Which zone, indicator and year (a part of one by itself, undated: source) were seen, with their lines."""

    def __init__(self) -> None:
        """Start with nothing seen."""
        self._numbers: dict[str, int] = {}
        self._years_of_pair: dict[int, int] = {}
        self._undated: dict[tuple[int, str | None], int] = {}
        self._keys = array("q")
        self._lines = array("Q")
        self._repeated: dict[int, tuple[str, str, int]] = {}
        self._parts: dict[tuple[int, str], list[int]] = {}
        self._repeated_parts: dict[tuple[int, str], tuple[str, str]] = {}
        self._repeated_undated: list[tuple[str, str, int, int]] = []

    def add(self, zone: str, indicator: str, year: int | None, source: str | None, line: int) -> bool:
        """Note an actual; return False where the same one was seen before."""
        pair = self._number(zone) << 25 | self._number(indicator)
        if year is None:
            return self._add_undated(pair, zone, indicator, source, line)
        key = pair << _YEAR_BITS | year
        self._keys.append(key)
        self._lines.append(line)
        years = self._years_of_pair.get(pair, 0)
        bit = 1 << (year - 1900)
        self._years_of_pair[pair] = years | bit
        if not years & bit:
            return True
        if len(self._repeated) < TOLD_AT_MOST:
            self._repeated[key] = (zone, indicator, year)
        return False

    def add_part(self, zone: str, indicator: str, period: str, line: int) -> bool:
        """Note an actual of a part of a year; return False where the same one was seen before."""
        key = self._number(zone) << 25 | self._number(indicator), period
        lines = self._parts.setdefault(key, [])
        lines.append(line)
        if len(lines) > 1 and len(self._repeated_parts) < TOLD_AT_MOST:
            self._repeated_parts[key] = (zone, indicator)
        return len(lines) == 1

    def _number(self, slug: str) -> int:
        """Return the number of an identifier, counted as they come, so that a key fits 64 bits."""
        return self._numbers.setdefault(slug, len(self._numbers))

    def _add_undated(self, pair: int, zone: str, indicator: str, source: str | None, line: int) -> bool:
        first = self._undated.setdefault((pair, source), line)
        if first == line:
            return True
        if len(self._repeated_undated) < TOLD_AT_MOST:
            self._repeated_undated.append((zone, indicator, first, line))
        return False

    def problems(self, file: str) -> Iterator[Problem]:
        """Yield a problem for every row that has a twin, naming the lines of the others."""
        for zone, indicator, first, line in self._repeated_undated:
            wrong = _("two actuals without a year for {zone}, {indicator} from one source")
            text = wrong.format(zone=zone, indicator=indicator)
            yield from _twins(text, (first, line), file, "year")
        wrong = _("more than one actual for {zone}, {indicator}, {year}")
        for (zone, indicator, year), lines in self._lines_of_repeated():
            yield from _twins(wrong.format(zone=zone, indicator=indicator, year=year), lines, file, "year")
        for key, (zone, indicator) in self._repeated_parts.items():
            text = wrong.format(zone=zone, indicator=indicator, year=key[1])
            yield from _twins(text, tuple(self._parts[key]), file, "period")

    def _lines_of_repeated(self) -> Iterator[tuple[tuple[str, str, int], tuple[int, ...]]]:
        """Look the lines of the repeated actuals up, which were kept as two plain columns of integers."""
        if not self._repeated:
            return
        keys = np.frombuffer(self._keys, dtype=np.int64)
        at = np.flatnonzero(np.isin(keys, np.fromiter(self._repeated, dtype=np.int64)))
        lines_of: dict[int, list[int]] = {}
        for position in at.tolist():
            lines_of.setdefault(self._keys[position], []).append(self._lines[position])
        for key, named in self._repeated.items():
            yield named, tuple(lines_of[key])


def twins_of_identifier(identifier: str, lines: tuple[int, int], file: str, column: str) -> Iterator[Problem]:
    """Yield the problems of an identifier that stands in two rows of a file."""
    wrong = _("the identifier {identifier} stands twice").format(identifier=identifier)
    yield from _twins(wrong, lines, file, column)


def _twins(wrong: str, lines: tuple[int, ...], file: str, column: str) -> Iterator[Problem]:
    """Yield one problem per row, each naming the lines of the others; neither row wins in silence."""
    for line in lines:
        others = [str(other) for other in lines if other != line]
        others = [*others[:_NAMED], "…"] if len(others) > _NAMED else others
        seen = _("also in line {lines}").format(lines=listed(others))
        yield Problem(wrong, seen, _("one row"), file, line, column)
