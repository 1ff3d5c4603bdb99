"""The kinds of events that the history tells, and what it is asked about."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.language import _


class EventKind(StrEnum):
    """What was done, as the history is filtered by it."""

    IMPORT = "import"
    CREATE = "create"
    CHANGE = "change"
    COPY = "copy"
    FROM_TEXT = "from"
    SUBMIT = "submit"
    ACCEPT = "accept"
    RETURN = "return"
    DEADLINE = "deadline"
    SLIDES = "slides"
    ACCOUNT = "account"
    OTHER = "other"


def event_kind_word(kind: EventKind) -> str:
    """Return a kind of event in words."""
    return {
        EventKind.IMPORT: _("Import of a bundle"),
        EventKind.CREATE: _("Something new written"),
        EventKind.CHANGE: _("Change of what was written"),
        EventKind.COPY: _("Plan copied forward"),
        EventKind.FROM_TEXT: _("Taken from a text"),
        EventKind.SUBMIT: _("Submission"),
        EventKind.ACCEPT: _("Acceptance"),
        EventKind.RETURN: _("Return to the official"),
        EventKind.DEADLINE: _("Deadline"),
        EventKind.SLIDES: _("Slide set"),
        EventKind.ACCOUNT: _("Account and sign-in"),
        EventKind.OTHER: _("Anything else"),
    }[kind]


def event_kind(event: str) -> EventKind:
    """Return the kind of an event by how the store names it, as in "create goal"."""
    first = event.partition(" ")[0]
    known = {kind.value for kind in EventKind} - {EventKind.ACCOUNT, EventKind.OTHER}
    return EventKind(first) if first in known else EventKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is asked about; everything where nothing is given.

    `entity` and `key` name one definition ("goal", "plan" with its goals, "zone", "indicator", "source"); `zones`,
    `indicator` and `year` the values of some zones (None: all), with what was written about them; `account` an account.
    """

    entity: str = ""
    key: str = ""
    zones: tuple[str, ...] | None = None
    indicator: str = ""
    year: int | None = None
    account: str = ""

    @property
    def place(self) -> bool:
        """Whether values are meant."""
        return bool(self.zones is not None or self.indicator or self.year is not None)
