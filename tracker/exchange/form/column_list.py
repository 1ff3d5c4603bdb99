"""The columns of the yearly form: their bilingual headers, how wide they are, and other names people give them.

The form speaks English and Chinese at once, whatever language the screen speaks, and is recognised by these words;
so they are not translated.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from tracker.domain.entry.form_records import Form, FormField
from tracker.domain.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """One column: its header (`{year}` is filled in), its width in characters, whether it is for the official."""

    field: FormField
    english: str
    chinese: str
    width: int
    fill: bool = False
    names: tuple[str, ...] = ()

    def header(self, year: int) -> str:
        """Return the header in both languages, one above the other."""
        return f"{self.english}\n{self.chinese}".format(year=year)


_ALL = (
    FormColumn(field=FormField.CODE, english="Code", chinese="代码", width=10, names=("编码", "指标代码")),
    FormColumn(
        field=FormField.NAME,
        english="Indicator",
        chinese="指标",
        width=30,
        names=("indicator name", "name", "指标名称", "名称", "项目"),
    ),
    FormColumn(
        field=FormField.UNIT, english="Unit", chinese="单位", width=15, names=("计量单位", "unit of measure", "units")
    ),
    FormColumn(field=FormField.GOAL, english="Goal", chinese="目标", width=18, names=("target", "目标值", "goals")),
    FormColumn(
        field=FormField.PREVIOUS,
        english="Last reported",
        chinese="上次实际",
        width=12,
        names=("previous actual", "last year", "previous", "上年", "上年实际", "上年数", "去年"),
    ),
    FormColumn(field=FormField.PREVIOUS_YEAR, english="Its year", chinese="所属年", width=8),
    FormColumn(
        field=FormField.VALUE,
        english="Actual {year}",
        chinese="{year}年实际数",
        width=15,
        fill=True,
        names=(
            "actual",
            "value",
            "result",
            "实际",
            "实际值",
            "实际数",
            "完成",
            "完成情况",
            "完成值",
            "完成数",
            "数值",
            "本年实际",
        ),
    ),
    FormColumn(
        field=FormField.NO_VALUE,
        english="No value because",
        chinese="无数值原因",
        width=21,
        fill=True,
        names=("why no value", "reason for no value", "缺失原因", "缺报原因"),
    ),
    FormColumn(field=FormField.CHANGE, english="Change", chinese="变化", width=9),
    FormColumn(field=FormField.CHECK, english="Check", chinese="校验", width=24),
    FormColumn(
        field=FormField.STATUS,
        english="Status",
        chinese="数据状态",
        width=13,
        fill=True,
        names=("data status", "状态"),
    ),
    FormColumn(
        field=FormField.SOURCE,
        english="Source",
        chinese="来源",
        width=22,
        fill=True,
        names=("sources", "evidence", "source / evidence", "数据来源", "依据", "出处"),
    ),
    FormColumn(
        field=FormField.LOCATOR,
        english="Page or table",
        chinese="页码/表号",
        width=13,
        fill=True,
        names=("locator", "page", "table", "页码", "表号", "位置"),
    ),
    FormColumn(
        field=FormField.COMMENT,
        english="Comment",
        chinese="说明",
        width=22,
        fill=True,
        names=("comments", "note", "notes", "remark", "remarks", "备注"),
    ),
    FormColumn(
        field=FormField.REASON,
        english="Reason for the correction",
        chinese="更正原因",
        width=20,
        fill=True,
        names=("reason",),
    ),
)
FOREIGN_NAMES: dict[FormField, tuple[str, ...]] = {
    FormField.YEAR: ("year", "年", "年份", "年度"),
    FormField.ZONE: ("zone", "area", "district", "region", "地区", "区域", "园区", "单位名称"),
}
"""Headers of columns that the product's own form does not have."""
FILLED = tuple(column.field for column in _ALL if column.fill)
"""The fields an official fills in."""
LOCKED = (
    FormField.CODE,
    FormField.NAME,
    FormField.UNIT,
    FormField.GOAL,
    FormField.PREVIOUS,
    FormField.PREVIOUS_YEAR,
)
"""The fields that are given and not to be changed; the change and the check are computed again and not looked at."""


def columns_of(form: Form) -> tuple[FormColumn, ...]:
    """Return the columns of a form; reasons are asked for only where there is an accepted value to correct."""
    corrects = any(row.accepted for row in form.rows)
    return tuple(column for column in _ALL if corrects or column.field is not FormField.REASON)


def names_of(year: int) -> dict[str, FormField]:
    """Return every header by which a column is known, as people write them."""
    names: dict[str, FormField] = {}
    for column in _ALL:
        pair = (column.english.format(year=year), column.chinese.format(year=year))
        for name in (column.header(year), " ".join(pair), *pair, *column.names):
            names[name] = column.field
    for foreign, words in FOREIGN_NAMES.items():
        names.update(dict.fromkeys(words, foreign))
    return names


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)\s*(?:年度|年)?")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LATIN = re.compile(r"[a-z]+")
_NOT_LATIN = re.compile(r"[^a-z]+")


class Header(NamedTuple):
    """A header that was understood, with the unit that stands in brackets after it."""

    field: FormField
    unit: str = ""


class Headers:
    """Knows the headers of the forms of one year."""

    def __init__(self, year: int) -> None:
        """Take the year that is asked for."""
        self._year = year
        self._known = {_key(name): field for name, field in names_of(year).items()}

    def understand(self, text: str) -> Header | None:
        """Return what a header means; None for an unknown one, and for the values of other years."""
        plain = unicodedata.normalize("NFKC", text[:300])
        years = {int(year) for year in _YEAR.findall(plain)}
        field = self._field(plain, bool(years))
        if field is FormField.VALUE and years - {self._year}:
            return None
        unit = " ".join(words.strip() for words in _BRACKETS.findall(plain) if not _YEAR.search(words))
        return None if field is None else Header(field, unit if field is FormField.VALUE else "")

    def is_of_another_year(self, text: str) -> bool:
        """Return whether a header means the values of a year that is not the form's."""
        plain = unicodedata.normalize("NFKC", text[:300])
        years = {int(year) for year in _YEAR.findall(plain)}
        return bool(years - {self._year}) and self._field(plain, True) is FormField.VALUE

    def _field(self, plain: str, dated: bool) -> FormField | None:
        """Return the field of a header looked up as a whole, without its brackets, and in either language alone."""
        key = _key(plain)
        bare = _key(_BRACKETS.sub(" ", plain))
        if dated and not bare:
            return FormField.VALUE
        latin, other = " ".join(_LATIN.findall(bare)), "".join(_NOT_LATIN.findall(bare)).strip()
        return next((self._known[name] for name in (key, bare, latin, other) if name in self._known), None)


def _key(text: str) -> str:
    """Return what is left of a header without years, signs and digits."""
    return _NO_LETTERS.sub(" ", fold(_YEAR.sub(" ", text))).strip()
