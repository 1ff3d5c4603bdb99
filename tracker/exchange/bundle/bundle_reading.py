"""A bundle as it comes in: its small files at once, its goals and actuals one by one, its problems all together."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from tracker.domain.records import Actual, Goal, Indicator, Plan, Source, Zone
from tracker.errors import Problem
from tracker.exchange.bundle.bundle_tables import tables_at
from tracker.exchange.bundle.definition_files import Definitions, Known, read_definitions
from tracker.exchange.bundle.goals_and_actuals import sound_actuals, sound_goals
from tracker.exchange.table.problem_list import ProblemList
from tracker.exchange.table.table_reading import FileChoices
from tracker.exchange.table.table_rows import Table

MOST_UPLOADED = 50_000_000
_Record = TypeVar("_Record")


def read_bundle(
    path: Path,
    known: Known,
    *,
    limit_bytes: int | None = None,
    choices: FileChoices | None = None,
    strict: bool = False,
) -> "Bundle":
    """Open a bundle and read its small files; goals and actuals wait until they are asked for.

    References may lead to the bundle or to what the store already has. Problems within the files are told by
    `Bundle.finish`; a path at which nothing can be read raises RefusedInputError at once. `strict` has doubts about
    values stop the import.
    """
    problem_list = ProblemList()
    tables = tables_at(path, problem_list, limit_bytes, choices or FileChoices())
    return Bundle(tables, read_definitions(tables, known, problem_list), problem_list, strict=strict)


class Bundle:
    """What a bundle holds, all or nothing: from the first problem on it gives no more, and only reads on.

    Put `zones`, `sources`, `indicators` and `plans` away, then `goals()`, then `actuals()`, then call `finish()`,
    all in one transaction that is rolled back when `finish` raises.
    """

    def __init__(
        self, tables: Mapping[str, Table], definitions: Definitions, problem_list: ProblemList, *, strict: bool = False
    ) -> None:
        """Take what was read so far."""
        self._sound_actuals = partial(sound_actuals, strict=strict)
        self._tables = tables
        self._definitions = definitions
        self._problem_list = problem_list
        self._unread: set[str] = {"goals", "actuals"} & tables.keys()

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The zones, in the order of their file."""
        return () if self.refused else self._definitions.zones

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, in the order of their file."""
        return () if self.refused else self._definitions.sources

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators, in the order of their file."""
        return () if self.refused else self._definitions.indicators

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans, in the order of their file."""
        return () if self.refused else self._definitions.plans

    @property
    def refused(self) -> bool:
        """Whether a problem was met so far."""
        return self._problem_list.any

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems met so far, by file and line."""
        return self._problem_list.in_order()

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is doubtful and stops nothing, by file and line."""
        return self._problem_list.warnings_in_order()

    def goals(self) -> Iterator[Goal]:
        """Yield the goals as they are read, once; nothing more from the first problem on."""
        return self._stream("goals", sound_goals)

    def actuals(self) -> Iterator[Actual]:
        """Yield the actuals as they are read, once; nothing more from the first problem on."""
        return self._stream("actuals", self._sound_actuals)

    def _stream(
        self, kind: str, read: Callable[[Table, Definitions, ProblemList], Iterator[_Record]]
    ) -> Iterator[_Record]:
        if kind not in self._unread:
            return
        self._unread.remove(kind)
        for record in read(self._tables[kind], self._definitions, self._problem_list):
            if not self.refused:
                yield record

    def finish(self) -> None:
        """Read what was not asked for; RefusedInputError with every problem of the bundle where there is one."""
        for _goal in self.goals():
            pass
        for _actual in self.actuals():
            pass
        self._problem_list.refuse()
