"""The cells of the grid as texts, and what a text typed into one of them means for the row."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tracker.domain.entry.entries import Typed
from tracker.domain.text import fold
from tracker.domain.vocabulary import Certainty, certainty_word
from tracker.exchange.form_words import STATUSES_SAID
from tracker.services.ledger import Catalogue

#: The columns to type into, in their order.
TYPED = ("value", "comment", "status", "source", "locator", "reason")


def cells_of(typed: Typed, known: Catalogue) -> dict[str, str]:
    """Write what is typed as the texts of the grid."""
    plain = {name: str(getattr(typed, name)) for name in ("value", "comment", "locator", "reason")}
    return plain | {"status": status_word(typed.status), "source": source_title(typed, known)}


def status_word(status: str) -> str:
    """Say a status; one that is none is shown as typed."""
    return certainty_word(Certainty(status)) if status in set(Certainty) else status


def source_title(typed: Typed, known: Catalogue) -> str:
    """Name the source of a value, a known or a new one."""
    listed = known.sources.get(typed.source)
    return listed.title if listed else typed.source or typed.new_source


def with_cells(typed: Typed, cells: Mapping[str, Any], known: Catalogue) -> Typed:
    """Give what is typed with cells of the grid changed; cells that are not for typing are left alone."""
    texts = {name: str(cells[name] or "") for name in TYPED if name in cells}
    if "status" in texts:
        texts["status"] = _status(texts["status"])
    if "source" in texts:
        texts |= _source(texts["source"], known)
    return replace(typed, **texts)  # type: ignore[arg-type]


def _status(text: str) -> str:
    """Read a status in the words it is shown in, or by its key; an emptied cell is the usual one."""
    words = STATUSES_SAID | {fold(certainty_word(one)): one.value for one in Certainty}
    return words.get(fold(text), text) if text.strip() else Certainty.FINAL.value


def _source(text: str, known: Catalogue) -> dict[str, str]:
    """Find a source by its title or key; any other text is the title of a new one."""
    titles = {fold(one.title): key for key, one in reversed(known.sources.items())}
    found = titles.get(fold(text)) or (text.strip() if text.strip() in known.sources else "")
    return {"source": found, "new_source": "" if found else text.strip()}
