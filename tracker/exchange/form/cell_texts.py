"""What stands in the cells of the yearly form, as text: titles, choices, words of the check column, given and typed."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from tracker.domain.entry.entries import NoValue, Typed
from tracker.domain.entry.form_records import Form, FormField, FormRow, FormSource
from tracker.domain.text import fold
from tracker.domain.vocabulary import Certainty
from tracker.language import MISSING

STATUS_WORDS: dict[Certainty, str] = {
    Certainty.FINAL: "final 最终值",
    Certainty.PROVISIONAL: "provisional 初步值",
    Certainty.ESTIMATED: "estimated 估计值",
}
# What earlier forms said, which come back for years.
_EARLIER_STATUS_WORDS: dict[Certainty, str] = {
    Certainty.FINAL: "final 正式",
    Certainty.PROVISIONAL: "provisional 初步",
    Certainty.ESTIMATED: "estimated 估计",
}
NO_VALUE_WORDS: dict[NoValue, str] = {
    NoValue.NOT_COLLECTED: "not collected 未统计",
    NoValue.NOT_PUBLISHED: "not yet published 未公布",
    NoValue.NOT_APPLICABLE: "not applicable 不适用",
}
PERCENT_HINT = "3.5 = 3.5%"
RANK_HINT = "1 = best 第一"
WHOLE_HINT = "whole 整数"
CHOOSE_HINT = "choose 请选择"
EMPTY = "○ empty 未填"
NOT_THERE = "– no value 无数值"
BOTH = "✗ both given 二者选一"
IN_WORDS = "→ on upload 上传时识别"
OUT_OF_RANGE = "✗ not possible 超出范围"
CHECK_UNIT = "! check the unit 核对单位"
LARGE = "! large change 请说明"
NO_REASON = "! why? 请填更正原因"
FINE = "✓ number 已填"
ENTERED_BY = "Entered by 填报员"
APPROVED_BY = "Approved by 审核员"
SIGNED_ON = "Date 日期"
SIGN_OFF = (ENTERED_BY, APPROVED_BY, SIGNED_ON)
EVERY_SIGN_OFF = frozenset({*SIGN_OFF, "Entered by 填报人", "Approved by 审核人"})
"""The lines that are signed, as earlier forms have them too."""
SHEET = "Actuals 实际数"
INSTRUCTIONS = "How to fill in 填写说明"
IDENTITY = "form id"
FINDINGS = "Findings 问题清单"
FILL_YELLOW = (
    "Fill in the yellow cells only, then upload this file. Choose “No value because” where there is none."
    "  只填黄色单元格，填好后上传本文件；没有数值时请选择“无数值原因”。"
)
_TITLE = "{zone} – actuals {year}   {zone_zh}{year}年度实际数填报表"
_DEADLINE = "Due {day}  截止日期 {day}"


def title_of(form: Form) -> str:
    """Return the title of a form in both languages."""
    return _TITLE.format(zone=form.zone_name, zone_zh=form.zone_zh, year=form.year)


def deadline_of(form: Form) -> str:
    """Return by when the form is due; "" where no day was set."""
    return _DEADLINE.format(day=form.deadline.isoformat()) if form.deadline else ""


def parts_of(words: str) -> tuple[str, ...]:
    """Return the ways in which a bilingual choice may be written: as a whole, in English, in Chinese."""
    english, _space, chinese = words.rpartition(" ")
    return words, english, chinese


def ways_to_say(words: Mapping[NoValue, str] | Mapping[Certainty, str]) -> dict[str, str]:
    """Return what each way of writing a choice means, folded."""
    return {fold(part): str(word) for word, wording in words.items() for part in parts_of(wording)}


#: What each way of writing a status means, those of earlier forms too.
STATUS_BY_WORDS = ways_to_say(_EARLIER_STATUS_WORDS) | ways_to_say(STATUS_WORDS)


_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?", re.ASCII)


def source_titles(sources: Iterable[FormSource]) -> dict[str, str]:
    """Return the words by which each source can be chosen; two of one title are told apart by their identifiers."""
    listed = tuple(sources)
    titles = [source.title for source in listed]
    return {
        source.source: f"{source.title} ({source.source})" if titles.count(source.title) > 1 else source.title
        for source in listed
    }


def given_texts(row: FormRow) -> dict[FormField, str]:
    """Return the locked cells of a row."""
    return {
        FormField.CODE: row.code,
        FormField.NAME: "\n".join(filter(None, (row.name, row.name_zh))),
        FormField.UNIT: "\n".join(filter(None, (row.unit, row.hint))),
        FormField.GOAL: row.goal or MISSING,
        FormField.PREVIOUS: row.previous or MISSING,
        FormField.PREVIOUS_YEAR: str(row.previous_year or MISSING),
    }


def typed_texts(typed: Typed, form: Form) -> dict[FormField, str]:
    """Return the cells for the official as they stand for what was typed so far."""
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
    """Return a status in both languages; as it is where it is none."""
    return STATUS_WORDS[Certainty(status)] if status in tuple(Certainty) else status


def plain_number(text: str) -> Decimal | None:
    """Return the number of a text that a spreadsheet can hold as a number; None for bounds and words."""
    bare = text.replace(",", "")
    return Decimal(bare) if _PLAIN.fullmatch(bare) else None


def number_format(text: str) -> str:
    """Return the format in which a spreadsheet shows a number with the decimals it is written with."""
    decimals = len(text.partition(".")[2])
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def wrapped_lines(text: str, width: int) -> int:
    """Return about how many lines a text takes in a cell; wide characters take two places."""
    return sum(
        -(-sum(2 if ord(character) > 0x2E7F else 1 for character in line) // width) or 1 for line in text.split("\n")
    )
