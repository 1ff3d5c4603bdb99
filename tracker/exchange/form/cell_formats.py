"""How the cells of the yearly form look, the same in print and on the screen, and the drop-downs they offer."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tracker.domain.entry.form_records import FormField
from tracker.exchange.form.cell_texts import NO_VALUE_WORDS, STATUS_WORDS

FONT = "Microsoft YaHei"
_INK, _SOFT_INK, _DARK = "#1F2933", "#5B6675", "#1E2F4D"
_GREY, _PALE, _YELLOW, _ROSE, _AMBER = "#EEF1F6", "#F7F8FA", "#FFF9DB", "#FBD5D0", "#FFE3AE"
_LINE, _FILL_LINE = "#C9D1DC", "#B8860B"

_CELL: dict[str, Any] = {"border": 1, "border_color": _LINE, "valign": "vcenter", "text_wrap": True, "indent": 1}
_GIVEN = _CELL | {"bg_color": _GREY}
_FILL = _CELL | {"bg_color": _YELLOW, "border_color": _FILL_LINE, "locked": False, "num_format": "@"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15, "font_color": _DARK, "valign": "vcenter"},
    "remark": {"font_color": _SOFT_INK, "valign": "vcenter"},
    "count": {"bold": True, "font_color": _DARK, "valign": "vcenter"},
    "head": _CELL | {"bold": True, "font_color": "#FFFFFF", "bg_color": _DARK, "align": "center", "indent": 0},
    "head_fill": _CELL | {"bold": True, "font_color": "#FFFFFF", "bg_color": "#8A5A00", "align": "center", "indent": 0},
    "given": _GIVEN,
    "code": _GIVEN | {"bold": True, "align": "center", "indent": 0},
    "right": _GIVEN | {"align": "right"},
    "centre": _GIVEN | {"align": "center", "indent": 0},
    "fill": _FILL,
    "fill_right": _FILL | {"align": "right"},
    "found_error": _FILL | {"bg_color": _ROSE, "border_color": "#B42318"},
    "found_warning": _FILL | {"bg_color": _AMBER},
    "found_given": _GIVEN | {"bg_color": _AMBER},
    "share": _CELL | {"bg_color": _PALE, "align": "right", "num_format": "+0.0%;−0.0%;0.0%"},
    "points": _CELL | {"bg_color": _PALE, "align": "right", "num_format": "+#,##0.00;−#,##0.00;0"},
    "check": _CELL | {"bg_color": _PALE},
    "label": {"align": "right", "valign": "vcenter", "font_color": _SOFT_INK, "indent": 1},
    "good": {"font_color": "#1B6E3C"},
    "doubt": {"font_color": "#8A4B00", "bold": True},
    "bad": {"font_color": "#B42318", "bold": True},
    "example": _CELL | {"bg_color": _YELLOW},
    "framed": _CELL,
}

Formats = Callable[..., Format]


def formats_of(book: Workbook) -> Formats:
    """Return a function that makes each look once for a workbook; a number may have a format of its own."""

    @cache
    def look(name: str, number_format: str = "") -> Format:
        # A conditional format takes no font, size or name.
        base = {} if name in ("good", "doubt", "bad") else {"font_name": FONT, "font_size": 10, "font_color": _INK}
        own = {"num_format": number_format} if number_format else {}
        return book.add_format(base | _LOOKS[name] | own)

    return look


def offer_choices(sheet: Worksheet, at: Mapping[FormField, int], first: int, last: int, sources: str) -> None:
    """Offer statuses, reasons for no value, and the known sources beside which a new one may be typed."""
    if last < first:
        return
    for field, choices in ((FormField.STATUS, STATUS_WORDS), (FormField.NO_VALUE, NO_VALUE_WORDS)):
        sheet.data_validation(first, at[field], last, at[field], _strict(choices.values()))
    if sources:
        sheet.data_validation(first, at[FormField.SOURCE], last, at[FormField.SOURCE], _open(sources))


def offer_words(sheet: Worksheet, line: int, column: int, words: Iterable[str]) -> None:
    """Offer the words of one row whose value is no number; the same in other words may be typed."""
    sheet.data_validation(line, column, line, column, {"validate": "list", "source": list(words), "show_error": False})


def _strict(choices: Iterable[str]) -> dict[str, Any]:
    """Return a drop-down that allows the choices and nothing else."""
    return {
        "validate": "list",
        "source": list(choices),
        "error_title": "Choose from the list 请选择",
        "error_message": "Please choose one of the list, or leave the cell empty. 请从下拉列表中选择，或留空。",
    }


def _open(sources: str) -> dict[str, Any]:
    """Return a drop-down that offers the choices and allows any other text."""
    return {
        "validate": "list",
        "source": sources,
        "input_title": "Source 来源",
        "input_message": "Choose a known source, or type the title of a new one. 选择已有来源，或填写新来源的名称。",
        "show_error": False,
    }
