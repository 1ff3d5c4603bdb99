"""What a deed on entries comes to: done or not, with a finding for each row that stands in its way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.entry.entries import EntryKey, Typed
from tracker.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What somebody else (or another window of the same person) has put in the place of a value meanwhile."""

    theirs: Typed
    by: str
    at: datetime
    version: int
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong or doubtful with one row, and whose value stands in its place."""

    key: EntryKey
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    proposal: str = ""
    conflict: Conflict | None = None

    @property
    def stands_in_the_way(self) -> bool:
        """Whether the row cannot be taken as it is."""
        return bool(self.problems) or self.conflict is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedReport:
    """A deed on several entries: all of it was done, or nothing; `repeated` where the token had done it before."""

    done: bool
    repeated: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def refused(self) -> tuple[Finding, ...]:
        """The rows that kept the deed from being done."""
        return tuple(finding for finding in self.findings if finding.stands_in_the_way)


def report_of(findings: Iterable[Finding]) -> DeedReport:
    """Put the findings of a deed together, which is done where no row stands in the way."""
    found = tuple(findings)
    return DeedReport(done=not any(finding.stands_in_the_way for finding in found), findings=found)
