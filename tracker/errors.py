"""What can go wrong in a way that a person can be told, with the problem and what would be right."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.language import _, listed, ngettext, number


class TrackerError(Exception):
    """Anything the product refuses, with a message written for the person who asked."""

    def __str__(self) -> str:
        """Say the message; half characters that it repeats of what was given are written out, to be sent and logged."""
        return super().__str__().encode("utf-8", "backslashreplace").decode()


class NotFoundError(TrackerError):
    """What was asked for is not in the store."""


class NotAllowedError(TrackerError):
    """The person's role does not allow what was asked."""


class StaleError(TrackerError):
    """Somebody else changed it meanwhile; carries nothing, the caller shows both values."""


class StoreError(TrackerError):
    """The store cannot be used: too new, too old a library, damaged or out of reach."""


class DisplacedStoreError(StoreError):
    """The store's file is not the one that was opened any more; starting the server again is what helps."""


class UnitMismatchError(TrackerError):
    """Two units of different dimensions, which no factor connects."""


class ClockError(StoreError):
    """The clock is years away from when the store was last written, so that one of the two is wrong."""


class NoStoreError(StoreError):
    """There is no store yet where one was looked for; making one is what helps."""


class RefusedInputError(TrackerError):
    """What was given cannot be taken; carries one problem per place."""

    def __init__(self, problems: "Sequence[Problem]") -> None:
        """Keep the problems, and say them one a line."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one place: what is wrong, what was seen, what would be right.

    `count` is in how many places it is, `lines` are the first of them; 1 and none where it is in one.
    """

    wrong: str
    seen: str = ""
    right: str = ""
    file: str = ""
    line: int | None = None
    column: str = ""
    warning: bool = False
    count: int = 1
    lines: tuple[int, ...] = ()

    @property
    def place(self) -> str:
        """Return the first place as `file:line:column`."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))

    @property
    def repeated(self) -> str:
        """Return how often it is met and where first; nothing where it is met once."""
        if self.count == 1:
            return ""
        if not self.lines:
            return _("{count} times").format(count=number(self.count))
        told = ngettext("{count} time, first in line {lines}", "{count} times, first in lines {lines}", self.count)
        return told.format(count=number(self.count), lines=listed(str(line) for line in self.lines))

    def __str__(self) -> str:
        """Return the problem as `file:line:column: what is wrong, what was seen, what would be right`."""
        said = [self.wrong]
        if self.seen:
            said.append(_("seen: {seen}").format(seen=self.seen))
        if self.right:
            said.append(_("right would be: {right}").format(right=self.right))
        if self.repeated:
            said.append(self.repeated)
        text = _("; ").join(said)
        return f"{self.place}: {text}" if self.place else text
