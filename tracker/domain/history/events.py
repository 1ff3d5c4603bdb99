"""The kinds of events that the history tells, and what it is asked about."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.language import _


class DeedKind(StrEnum):
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


def deed_kind_word(kind: DeedKind) -> str:
    """Say a kind of deed."""
    return {
        DeedKind.IMPORT: _("Import of a bundle"),
        DeedKind.CREATE: _("Something new written"),
        DeedKind.CHANGE: _("Change of what was written"),
        DeedKind.COPY: _("Plan copied forward"),
        DeedKind.FROM_TEXT: _("Taken from a text"),
        DeedKind.SUBMIT: _("Submission"),
        DeedKind.ACCEPT: _("Acceptance"),
        DeedKind.RETURN: _("Return to the official"),
        DeedKind.DEADLINE: _("Deadline"),
        DeedKind.SLIDES: _("Slide set"),
        DeedKind.ACCOUNT: _("Account and sign-in"),
        DeedKind.OTHER: _("Anything else"),
    }[kind]


def deed_kind(deed: str) -> DeedKind:
    """Tell the kind of a deed by how the store names it, as in "create goal"."""
    first = deed.partition(" ")[0]
    known = {kind.value for kind in DeedKind} - {DeedKind.ACCOUNT, DeedKind.OTHER}
    return DeedKind(first) if first in known else DeedKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
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
