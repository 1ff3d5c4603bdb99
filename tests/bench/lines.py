"""One line of the table: what was measured, how often, what is promised of it and whether that was reached."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of one size; `reached` is None where nothing is promised or nothing could be measured."""

    what: str
    size: str
    found: str
    runs: int = 0
    promised: str = ""
    reached: bool | None = None


def timed(deed: Callable[[], object]) -> float:
    """Say how many seconds a deed takes."""
    begin = perf_counter()
    deed()
    return perf_counter() - begin


def seconds(what: str, size: str, runs: Sequence[float], under: float | None = None) -> Line:
    """Make a line of durations in seconds; `under` is what their median is promised to stay under."""
    middle = median(runs)
    promised = "" if under is None else f"under {in_words(under)}"
    return Line(what, size, in_words(middle), len(runs), promised, None if under is None else middle < under)


def in_words(duration: float) -> str:
    """Write a duration in milliseconds below a second, else in seconds: "83 ms", "4.2 s"."""
    if duration < 0.0995:
        return f"{duration * 1000:.1f} ms"
    return f"{duration * 1000:.0f} ms" if duration < 1 else f"{duration:.1f} s"


def table(lines: Iterable[Line]) -> Iterator[str]:
    """Set lines out as a table, row by row as they come."""
    yield _row("what was measured", "size", "median", "runs", "promised", "reached")
    yield "-" * 118
    for line in lines:
        reached = {None: "", True: "yes", False: "NO"}[line.reached]
        yield _row(line.what, line.size, line.found, str(line.runs or ""), line.promised, reached)


def _row(*cells: str) -> str:
    widths = (52, 6, 22, 5, 22, 7)
    return " ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
