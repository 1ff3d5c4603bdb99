"""The hidden sheet by which a form is recognised: whose it is, and what stood in it when it was made."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from tracker.domain.entry.entries import NoValue, Typed
from tracker.domain.entry.form_records import Form
from tracker.exchange.form.cell_texts import IDENTITY, source_titles
from tracker.exchange.table.table_rows import Row

KIND = "yearly round 2"
# How many fields of what was typed a form of an earlier kind bears.
_OLDER = {"yearly round 1": 9}
_HEAD = ("form", "zone", "year", "revision", "made")
_TYPED = tuple(typed_field.name for typed_field in fields(Typed))
_SOURCES_COLUMN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a form says of itself; `indicators` by code, `before` by indicator."""

    zone: str
    year: str
    revision: str
    indicators: dict[str, str]
    before: dict[str, Typed]


def write_identity(sheet: Worksheet, form: Form) -> str:
    """Return the hidden sheet, and return the range of the sources that can be chosen ("" where there are none)."""
    head = (KIND, form.zone, str(form.year), form.revision, form.made_at.isoformat())
    for line, (name, text) in enumerate(zip(_HEAD, head, strict=True)):
        sheet.write_string(line, 0, name)
        sheet.write_string(line, 1, text)
    for line, row in enumerate(form.rows, len(_HEAD)):
        for column, text in enumerate(("row", row.code, row.indicator, *_texts(row.typed))):
            sheet.write_string(line, column, text)
    titles = source_titles(form.sources)
    for line, title in enumerate(titles.values()):
        sheet.write_string(line, _SOURCES_COLUMN, title)
    sheet.protect()
    sheet.hide()
    column = xl_col_to_name(_SOURCES_COLUMN, col_abs=True)
    return f"='{IDENTITY}'!{column}$1:{column}${len(titles)}" if titles else ""


def _texts(typed: Typed) -> tuple[str, ...]:
    """Return what was typed as texts; nothing for no reason."""
    return tuple("" if part is None else str(part) for part in astuple(typed))


def read_identity(rows: Iterable[Row]) -> Identity | None:
    """Return what a form says of itself; None where the hidden sheet is not one of ours."""
    lines = [row.cells for row in rows]
    head = {cells[0]: cells[1] for cells in lines if len(cells) > 1 and cells[0] in _HEAD}
    kind = head.get("form", "")
    if kind != KIND and kind not in _OLDER:
        return None
    width = _OLDER.get(kind, len(_TYPED))
    kept = [cells for cells in lines if cells[0] == "row" and len(cells) >= 3 + width]
    return Identity(
        zone=head.get("zone", ""),
        year=head.get("year", ""),
        revision=head.get("revision", ""),
        indicators={cells[1]: cells[2] for cells in kept},
        before={cells[2]: _typed(cells[3 : 3 + width]) for cells in kept},
    )


def _typed(texts: list[str]) -> Typed:
    """Read back what was typed; a reason that is none is left out."""
    typed: dict[str, Any] = dict(zip(_TYPED, texts, strict=False))
    reason = typed.pop("no_value")
    return Typed(**typed, no_value=NoValue(reason) if reason in tuple(NoValue) else None)
