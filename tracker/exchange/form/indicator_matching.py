"""Which indicator a row of a spreadsheet is about, by its code or by one of the indicator's names."""

import re
from collections.abc import Iterator

from tracker.domain.entry.form_records import Form, FormRow
from tracker.domain.quantity.units import is_known
from tracker.domain.text import FOOTNOTE_MARKS, NUMBERING, closest, fold, refused
from tracker.exchange.form.hidden_sheet import Identity
from tracker.language import _, labelled, listed

_NUMBERING = re.compile(rf"^\s*(?:{NUMBERING}\s*)+")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_LAST_BRACKETS = re.compile(r"[(（](?P<within>[^()（）]*)[)）]\s*$")
_FOOTNOTE = re.compile(rf"\s*(?:[{FOOTNOTE_MARKS}]+|[\[【〔]\d{{1,2}}[\]】〕])\s*$")
_BULLET = re.compile(r"^[\s•·●○■□◆◇▪–—-]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]+")


def spellings(text: str) -> Iterator[str]:
    """Yield what a name in a spreadsheet may be: as it stands, a line of it, without its number, footnote and unit."""
    bare = _BULLET.sub("", _NUMBERING.sub("", _FOOTNOTE.sub("", text)))
    ended = _LAST_BRACKETS.sub("", bare)
    plain = _BRACKETS.sub(" ", bare)
    latin, wide = _WIDE.sub(" ", plain), "".join(_WIDE.findall(plain))
    for part in (text, *text.splitlines(), bare, ended, _FOOTNOTE.sub("", ended), plain, latin, wide):
        if part.strip():
            yield fold(part)


def unit_in_name(text: str) -> str:
    """Return the unit that stands in brackets after a name; "" for none."""
    match = _LAST_BRACKETS.search(_FOOTNOTE.sub("", text))
    within = match["within"].strip() if match else ""
    return within if within and is_known(within) else ""


class IndicatorMatcher:
    """Finds the rows of one form by what a spreadsheet says of them."""

    def __init__(self, form: Form, identity: Identity | None) -> None:
        """Take the form as it is now, and what the workbook says of itself where the product made it."""
        by_indicator = {row.indicator: row for row in form.rows}
        older = identity.indicators if identity else {}
        codes = {code: by_indicator[indicator] for code, indicator in older.items() if indicator in by_indicator}
        self._codes = codes | {row.code: row for row in form.rows}
        self._names: dict[str, list[FormRow]] = {}
        for row in form.rows:
            for name in {fold(text) for text in (row.indicator, row.name, row.name_zh) if text}:
                self._names.setdefault(name, []).append(row)

    def match(self, code: str, name: str) -> FormRow | None:
        """Return the row that is meant, None where neither code nor name is known; RefusedInputError where unclear."""
        by_code = self._codes.get(code.strip().upper())
        by_name = self._named(name)
        if by_code and by_name and by_code not in by_name:
            right = _("{code} with {name}").format(code=by_code.code, name=by_code.name)
            raise refused(_("the code and the name belong to two indicators"), labelled(code, name), right)
        if by_code:
            return by_code
        if len(by_name) > 1:
            codes = listed(row.code for row in by_name)
            raise refused(
                _("several indicators have this name"), name, _("one of the codes {codes}").format(codes=codes)
            )
        return by_name[0] if by_name else None

    def nearest(self, name: str) -> str:
        """Return which indicator's name is most like an unknown one; "" for none."""
        near = closest(fold(name), self._names)
        return self._names[near][0].name if near else ""

    def _named(self, text: str) -> list[FormRow]:
        """Return the rows one of whose names a text bears: as a whole, line by line, or in one language alone."""
        return next((rows for part in spellings(text) if (rows := self._names.get(part))), [])
