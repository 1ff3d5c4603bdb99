"""Entries between typing and storing: their texts cleaned, conflicts with others, and a finding for each row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tracker.domain.entry.entries import Entry, EntryKey, Typed
from tracker.domain.records import Actual, Indicator
from tracker.domain.text import LONGEST_NAME, clean_text
from tracker.errors import Problem, RefusedInputError
from tracker.store.entry.drafts import Draft
from tracker.store.record.rows import content_of, names, to_row

LONGEST_COMMENT = 2_000
_LIMITS = {
    "comment": LONGEST_COMMENT,
    "locator": LONGEST_NAME,
    "new_source": LONGEST_NAME,
    "reason": LONGEST_COMMENT,
    "explanation": LONGEST_COMMENT,
    "explanation_zh": LONGEST_COMMENT,
    "measures": LONGEST_COMMENT,
    "numerator": LONGEST_NAME,
    "denominator": LONGEST_NAME,
}


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
class EntriesReport:
    """An action on several entries: all of it was done, or nothing; `repeated` where the token had done it before."""

    done: bool
    repeated: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def refused(self) -> tuple[Finding, ...]:
        """The rows that kept the action from being done."""
        return tuple(finding for finding in self.findings if finding.stands_in_the_way)


def report_of_findings(findings: Iterable[Finding]) -> EntriesReport:
    """Put the findings of an action together, which is done where no row stands in the way."""
    listed = tuple(findings)
    return EntriesReport(done=not any(finding.stands_in_the_way for finding in listed), findings=listed)


def conflict_with_draft(draft: Draft) -> Conflict | None:
    """Return a draft, None where it was taken away."""
    if draft.typed is None:
        return None
    return Conflict(theirs=draft.typed, by=draft.person, at=draft.at, version=draft.version, draft=True)


def conflict_with_entry(entry: Entry) -> Conflict:
    """Return what was entered."""
    return Conflict(theirs=entry.typed, by=entry.entered_by, at=entry.entered_at, version=entry.version)


def newer_of_others(
    account: str, own: Draft | None, entry: Entry | None, all_drafts: Iterable[Draft]
) -> Conflict | None:
    """Return another person's value that is newer than one's own draft, or any where there is no draft of one's own.

    What another has submitted and one has not typed over is no conflict: it is the value itself.
    """
    theirs = [conflict_with_draft(draft) for draft in all_drafts if draft.person != account]
    if entry is not None and entry.entered_by != account and own is not None and own.typed is not None:
        theirs.append(conflict_with_entry(entry))
    since = own.at if own is not None and own.typed is not None else None
    newer = [conflict for conflict in theirs if conflict is not None and (since is None or conflict.at > since)]
    return max(newer, key=lambda conflict: conflict.at, default=None)


def text_problems(typed: Typed) -> Iterator[Problem]:
    """Yield what must not be kept of the texts, each under the name of its field."""
    for name in _LIMITS:
        try:
            _cleaned(typed, name)
        except RefusedInputError as refusal:
            yield from (replace(problem, column=name) for problem in refusal.problems)


def clean(typed: Typed) -> Typed:
    """Return the typed value with clean texts; RefusedInputError where one must not be kept."""
    cleaned: dict[str, Any] = {name: _cleaned(typed, name) for name in _LIMITS}
    return replace(typed, **cleaned)


def _cleaned(typed: Typed, name: str) -> str:
    limit = _LIMITS[name]
    return clean_text(getattr(typed, name), limit=limit, multiline=limit > LONGEST_NAME)


def meaning_text(actual: Actual, indicator: Indicator) -> str:
    """Return an actual with its unit spelt out, so that another unit of the indicator is another meaning."""
    return content_of(names(Actual), to_row(replace(actual, unit=actual.unit or indicator.unit)))
