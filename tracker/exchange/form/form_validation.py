"""The drop-downs of the yearly form."""

from collections.abc import Iterable, Mapping
from typing import Any

from xlsxwriter.worksheet import Worksheet

from tracker.domain.entry.form_records import FormField
from tracker.exchange.form.form_words import NO_VALUE_WORDS, STATUS_WORDS


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
    """Allow the choices and nothing else."""
    return {
        "validate": "list",
        "source": list(choices),
        "error_title": "Choose from the list 请选择",
        "error_message": "Please choose one of the list, or leave the cell empty. 请从下拉列表中选择，或留空。",
    }


def _open(sources: str) -> dict[str, Any]:
    """Offer the choices and allow any other text."""
    return {
        "validate": "list",
        "source": sources,
        "input_title": "Source 来源",
        "input_message": "Choose a known source, or type the title of a new one. 选择已有来源，或填写新来源的名称。",
        "show_error": False,
    }
