"""What an official enters for one indicator and year, from the typed draft to the accepted value."""

from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from tracker.domain.records import Actual
from tracker.domain.text import drawable
from tracker.errors import Problem


class EntryState(StrEnum):
    """How far an official's value has come."""

    MISSING = "missing"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class NoValue(StrEnum):
    """Why there is no value, where an official says so instead of leaving a hole."""

    NOT_COLLECTED = "not collected"
    NOT_PUBLISHED = "not yet published"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One value as typed, before anything is made of it; empty texts where nothing was typed.

    `no_value` says why there is none; `source` is a known source, `new_source` the title of one still to be made;
    `evidence` is the checksum of a file; `reason` says why an accepted value is corrected;
    `explanation` why it is as it is, `measures` what is being done about it.
    """

    value: str = ""
    no_value: NoValue | None = None
    status: str = "final"
    source: str = ""
    new_source: str = ""
    locator: str = ""
    evidence: str = ""
    comment: str = ""
    reason: str = ""
    numerator: str = ""
    denominator: str = ""
    explanation: str = ""
    explanation_zh: str = ""
    measures: str = ""

    def drawable(self) -> "Typed":
        """Return it with texts that can be kept and drawn."""
        texts = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "no_value"}
        return replace(self, **{name: drawable(text) for name, text in texts.items()})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What would be stored for a typed value: the actual in words and as a record, and what is wrong or doubtful."""

    words: str = ""
    actual: Actual | None = None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryKey:
    """Which value is meant: the indicator of a zone in a year."""

    zone: str
    indicator: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A value on its way: what was typed, its state, who did what last, and the version it is guarded by."""

    key: EntryKey
    typed: Typed
    state: EntryState
    version: int
    entered_by: str
    entered_at: datetime
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None
    review_reason: str | None = None
