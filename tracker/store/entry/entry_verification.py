"""Is what stands of the entries what their history says: the entries and the deadlines."""

from collections.abc import Iterator

from sqlalchemy import Connection

from tracker.errors import Problem
from tracker.language import _
from tracker.store.database.streams import stream

_LATEST = """
    SELECT e.* FROM entry_events e WHERE e.zone IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM entry_events n WHERE n.zone = e.zone AND n.indicator = e.indicator AND n.year = e.year
        AND n.version = e.version + 1)"""
_ENTERED = """
    SELECT s.who FROM entry_events s WHERE s.zone = e.zone AND s.indicator = e.indicator AND s.year = e.year
    AND s.deed = 'submit' ORDER BY s.version DESC LIMIT 1"""
_ENTRIES = f"""
    SELECT coalesce(t.zone, e.zone), coalesce(t.indicator, e.indicator), coalesce(t.year, e.year)
    FROM ({_LATEST}) e
    FULL JOIN entries t ON t.zone = e.zone AND t.indicator = e.indicator AND t.year = e.year
    WHERE t.version IS DISTINCT FROM e.version OR t.typed IS DISTINCT FROM e.new
        OR t.state IS DISTINCT FROM CASE e.deed
            WHEN 'submit' THEN 'submitted' WHEN 'accept' THEN 'accepted' ELSE 'returned' END
        OR t.entered_by IS DISTINCT FROM ({_ENTERED})
        OR t.reviewed_by IS DISTINCT FROM CASE WHEN e.deed = 'submit' THEN NULL ELSE e.who END
        OR t.review_reason IS DISTINCT FROM CASE WHEN e.deed = 'submit' THEN NULL ELSE e.reason END"""
_DEADLINES = """
    SELECT coalesce(r.year, e.year), r.deadline FROM (
        SELECT year, new FROM entry_events d WHERE deed = 'deadline' AND NOT EXISTS (
            SELECT 1 FROM entry_events n WHERE n.deed = 'deadline' AND n.year = d.year AND n.id > d.id)
    ) e FULL JOIN rounds r ON r.year = e.year WHERE r.deadline IS DISTINCT FROM e.new"""


def entries_as_told(connection: Connection) -> Iterator[Problem]:
    """Check every entry and every deadline against the latest deed on it."""
    for statement in (_ENTRIES, _DEADLINES):
        for row in stream(connection, statement):
            wrong = _("What is entered now differs from the latest deed in its history")
            yield Problem(wrong=wrong, seen=" ".join(str(part) for part in row))
