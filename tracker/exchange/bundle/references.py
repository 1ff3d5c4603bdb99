"""What rows say of each other: references to what is nowhere, and cycles of zones and of plan succession."""

from collections.abc import Collection, Iterator, Mapping

from tracker.domain.text import closest
from tracker.errors import Problem
from tracker.exchange.bundle.bundle_columns import Column
from tracker.exchange.table.row_reader import Reading
from tracker.language import _

PROPOSED_AT_MOST = 100


class References:
    """Checks references against what the bundle and the store hold, and proposes what may have been meant."""

    def __init__(self, known: Mapping[str, Collection[str]]) -> None:
        """Take the known identifiers of each file."""
        self.known = known
        self._proposed: dict[tuple[str, str], str] = {}

    def unknown(self, reading: Reading, columns: tuple[Column, ...], file: str) -> Iterator[Problem]:
        """Yield a problem for each reference of a row that leads nowhere; columns are those that refer."""
        for column in columns:
            seen = reading.values.get(column.name)
            if seen is not None and seen not in self.known[str(column.refers_to)]:
                yield self._problem(column, seen, file, reading.line)

    def _problem(self, column: Column, seen: str, file: str, line: int) -> Problem:
        wrong = {
            "zones": _("unknown zone"),
            "sources": _("unknown source"),
            "indicators": _("unknown indicator"),
            "plans": _("unknown plan"),
        }[str(column.refers_to)]
        return Problem(wrong, seen, self._right(str(column.refers_to), seen), file, line, column.name)

    def _right(self, referred: str, seen: str) -> str:
        """Propose the closest known identifier; remembered, because a mistake often stands in many rows."""
        if (referred, seen) not in self._proposed:
            near = closest(seen, self.known[referred]) if len(self._proposed) < PROPOSED_AT_MOST else None
            self._proposed[referred, seen] = (
                _("{word}?").format(word=near)
                if near
                else _("one that {file}.csv or the store has").format(file=referred)
            )
        return self._proposed[referred, seen]


def cycles(leads_to: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    """Yield each cycle of a mapping from a thing to the one above or before it, once, from its first member on."""
    done: set[str] = set()
    for start in leads_to:
        trail: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in done and at not in trail:
            trail[at] = len(trail)
            at = leads_to.get(at)
        if at is not None and at in trail:
            yield tuple(trail)[trail[at] :]
        done.update(trail)
