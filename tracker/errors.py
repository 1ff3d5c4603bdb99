"""What can go wrong in a way that a person can be told, with the problem and what would be right."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.language import _


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
    """One thing that is wrong in one place: what is wrong, what was seen, what would be right."""

    wrong: str
    seen: str = ""
    right: str = ""
    file: str = ""
    line: int | None = None
    column: str = ""
    warning: bool = False

    def __str__(self) -> str:
        """Return the problem as `file:line:column: what is wrong, what was seen, what would be right`."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))
        said = [self.wrong]
        if self.seen:
            said.append(_("seen: {seen}").format(seen=self.seen))
        if self.right:
            said.append(_("right would be: {right}").format(right=self.right))
        text = _("; ").join(said)
        return f"{place}: {text}" if place else text
