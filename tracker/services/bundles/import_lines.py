"""What an import did or would do, in lines: the totals of each file first, then what is changed and what is new."""

from collections.abc import Iterator

from tracker.language import _, labelled, number
from tracker.services.bundles.bundle_transfer import Imported
from tracker.store import Counts

# A longer list of what is new hides what matters: the totals, and what would be changed.
_MOST_NEW = 20


def import_lines(done: Imported) -> Iterator[str]:
    """Say how many rows of each file are new, changed and unchanged, and name those that were listed."""
    for kind, counts in done.counts.items():
        if counts.new or counts.changed or counts.unchanged:
            text = _("{kind}: {new} new, {changed} changed, {unchanged} unchanged")
            numbers = {name: number(getattr(counts, name)) for name in ("new", "changed", "unchanged")}
            yield text.format(kind=kind, **numbers)
    for kind, counts in done.counts.items():
        if counts.touched:
            yield f"{kind}:"
            yield from _named(counts)


def _named(counts: Counts) -> Iterator[str]:
    """Name what is changed, then the first of what is new."""
    for word, count, keys in (
        (_("changed"), counts.changed, [row.key for row in counts.touched if not row.new]),
        (_("new"), counts.new, [row.key for row in counts.touched if row.new][:_MOST_NEW]),
    ):
        yield from ("  " + labelled(word, key) for key in keys)
        if count > len(keys):
            yield "  " + _("… and {count} more").format(count=number(count - len(keys)))
