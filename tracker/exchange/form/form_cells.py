"""What stands in each cell of the yearly form, as text: to write it, and to see what was changed."""

import re
from collections.abc import Iterable
from decimal import Decimal

from tracker.domain.entry.entries import Typed
from tracker.domain.entry.form_records import Form, FormField, FormRow, FormSource
from tracker.domain.vocabulary import Certainty
from tracker.exchange.form.form_words import NO_VALUE_WORDS, STATUS_WORDS
from tracker.language import MISSING

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?", re.ASCII)


def source_titles(sources: Iterable[FormSource]) -> dict[str, str]:
    """Give the words by which each source can be chosen; two of one title are told apart by their identifiers."""
    listed = tuple(sources)
    titles = [source.title for source in listed]
    return {
        source.source: f"{source.title} ({source.source})" if titles.count(source.title) > 1 else source.title
        for source in listed
    }


def given_texts(row: FormRow) -> dict[FormField, str]:
    """Give the locked cells of a row."""
    return {
        FormField.CODE: row.code,
        FormField.NAME: "\n".join(filter(None, (row.name, row.name_zh))),
        FormField.UNIT: "\n".join(filter(None, (row.unit, row.hint))),
        FormField.GOAL: row.goal or MISSING,
        FormField.PREVIOUS: row.previous or MISSING,
        FormField.PREVIOUS_YEAR: str(row.previous_year or MISSING),
    }


def typed_texts(typed: Typed, form: Form) -> dict[FormField, str]:
    """Give the cells for the official as they stand for what was typed so far."""
    nothing = not typed.value and typed.no_value is None
    return {
        FormField.VALUE: typed.value,
        FormField.NO_VALUE: NO_VALUE_WORDS[typed.no_value] if typed.no_value else "",
        FormField.STATUS: "" if nothing else _status_words(typed.status),
        FormField.SOURCE: source_titles(form.sources).get(typed.source, typed.source) or typed.new_source,
        FormField.LOCATOR: typed.locator,
        FormField.COMMENT: typed.comment,
        FormField.REASON: typed.reason,
    }


def _status_words(status: str) -> str:
    """Say a status in both languages; as it is where it is none."""
    return STATUS_WORDS[Certainty(status)] if status in tuple(Certainty) else status


def plain_number(text: str) -> Decimal | None:
    """Give the number of a text that a spreadsheet can hold as a number; None for bounds and words."""
    bare = text.replace(",", "")
    return Decimal(bare) if _PLAIN.fullmatch(bare) else None


def number_format(text: str) -> str:
    """Give the format in which a spreadsheet shows a number with the decimals it is written with."""
    decimals = len(text.partition(".")[2])
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def wrapped_lines(text: str, width: int) -> int:
    """Estimate how many lines a text takes in a cell; wide characters take two places."""
    return sum(-(-sum(2 if ord(one) > 0x2E7F else 1 for one in line) // width) or 1 for line in text.split("\n"))
