"""The history to take away: a line for each thing a deed altered, the newest deeds first."""

from collections.abc import Iterator
from typing import Any
from zlib import crc32

import pandas as pd

from tracker.domain.people.roles import Person
from tracker.language import _, number
from tracker.services.cache.query_cache import ledger_of
from tracker.services.history.history_list import HistoryFilters, wanted_by
from tracker.services.history.history_rows import DeedRow, told
from tracker.services.history.history_words import Altered
from tracker.store import Store
from tracker.store.audit.audit_events import count_deeds, list_deeds
from tracker.store.audit.newest_hashes import newest_hashes

#: More deeds than these are not written to one file; whoever needs older ones narrows the choice.
MOST_DEEDS = 5_000
#: More things than these of one deed are counted, not written.
MOST_THINGS = 200


def history_frame(store: Store, person: Person, filters: HistoryFilters) -> pd.DataFrame:
    """Lay out the deeds asked for, as far as the person may see them; raises as `history.deeds`.

    One row for each thing a deed altered, texts alone: time, person, deed, what of, field, old, new, reason, source.
    """
    wanted = wanted_by(store, person, filters)
    known = ledger_of(store).catalogue()
    with store.snapshot() as reader:
        left = count_deeds(reader, wanted) - MOST_DEEDS
        found = list_deeds(reader, wanted, limit=MOST_DEEDS)
        lines = [line for row in told(reader, found, wanted, known, MOST_THINGS) for line in _lines(row)]
    if left > 0:
        lines.append({**_NONE, "said": _("{count} older deeds are not in this file").format(count=number(left))})
    return pd.DataFrame(lines, columns=list(_NONE), dtype=object).rename(columns=_heads())


def history_file_name(store: Store, filters: HistoryFilters, ending: str) -> str:
    """Name a file by how far the history has come and by the choice, so that no other is taken for it."""
    reached = "-".join(str(newest.number) for newest in newest_hashes(store)) or "0"
    return f"history-{reached}-{crc32(repr(filters).encode()):08x}.{ending}"


_NONE = dict.fromkeys(("at", "who", "said", "about", "field", "old", "new", "reason", "source"), "")


def _heads() -> dict[str, str]:
    return {
        "at": _("Time"),
        "who": _("Person"),
        "said": _("What was done"),
        "about": _("Of"),
        "field": _("Field"),
        "old": _("Old value"),
        "new": _("New value"),
        "reason": _("Reason"),
        "source": _("Source"),
    }


def _lines(row: DeedRow) -> Iterator[dict[str, Any]]:
    """Write one line for each thing altered, one without where there is none or too many."""
    whole = {"at": row.at.isoformat(timespec="seconds"), "who": row.who, "said": row.said}
    whole |= {"reason": row.reason, "source": row.source}
    for altered in row.altered or (None,):
        yield {**_NONE, **whole, **(_fields(altered) if altered else {})}


def _fields(altered: Altered) -> dict[str, str]:
    return {"about": altered.about, "field": altered.field, "old": altered.old, "new": altered.new}
