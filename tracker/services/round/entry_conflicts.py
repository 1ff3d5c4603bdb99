"""Whose value stands in the place of somebody else's: a newer submission or draft, told and never overwritten."""

from collections.abc import Iterable

from tracker.domain.entry.entries import Entry
from tracker.services.round.entry_results import Conflict
from tracker.store.entry.drafts import Draft


def conflict_with_draft(draft: Draft) -> Conflict | None:
    """Tell a draft, None where it was taken away."""
    if draft.typed is None:
        return None
    return Conflict(theirs=draft.typed, by=draft.person, at=draft.at, version=draft.version, draft=True)


def conflict_with_entry(entry: Entry) -> Conflict:
    """Tell what was entered."""
    return Conflict(theirs=entry.typed, by=entry.entered_by, at=entry.entered_at, version=entry.version)


def newer_of_others(
    account: str, own: Draft | None, entry: Entry | None, all_drafts: Iterable[Draft]
) -> Conflict | None:
    """Tell another person's value that is newer than one's own draft, or any where there is no draft of one's own.

    What another has submitted and one has not typed over is no conflict: it is the value itself.
    """
    theirs = [conflict_with_draft(draft) for draft in all_drafts if draft.person != account]
    if entry is not None and entry.entered_by != account and own is not None and own.typed is not None:
        theirs.append(conflict_with_entry(entry))
    since = own.at if own is not None and own.typed is not None else None
    newer = [conflict for conflict in theirs if conflict is not None and (since is None or conflict.at > since)]
    return max(newer, key=lambda conflict: conflict.at, default=None)
