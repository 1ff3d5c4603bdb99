"""One row of a form that came back: what was typed in it, and everything that is wrong or doubtful."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from tracker.domain.entry.entries import EntryKey, NoValue, Typed
from tracker.domain.entry.form_records import CellFinding, Form, FormField, FormRow, ReadRow
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.form.cell_reading import TEXT_READERS, marked, says_none, source_of, value_text
from tracker.exchange.form.form_columns import FILLED
from tracker.exchange.form.form_table import FormTable
from tracker.exchange.table.tables import Row
from tracker.language import _


@dataclass(slots=True)
class RowReading:
    """Reads one row; `before` is what stood there when the form was made."""

    table: FormTable
    row: Row
    asked: FormRow
    before: Typed
    form: Form
    findings: list[CellFinding] = field(default_factory=list)
    meant: str = ""

    def read(self) -> ReadRow:
        """Give what was typed: an empty cell leaves what was there, as far as the rest can be understood."""
        texts = dict(self._texts())
        typed = self.before
        for one, text in texts.items():
            try:
                typed = replace(typed, **self._understood(one, text))
            except RefusedInputError as error:
                self.add(error.problems[0], one)
        typed = self._value_or_reason(typed, texts)
        key = EntryKey(zone=self.form.zone, indicator=self.asked.indicator, year=self.form.year)
        written = tuple((one, self.text(one)) for one in FILLED)
        return ReadRow(key=key, typed=typed, before=self.before, line=self.row.line, written=written)

    @property
    def refused(self) -> bool:
        """Whether something was found that keeps the row from being stored."""
        return any(not finding.problem.warning for finding in self.findings)

    def add(self, problem: Problem, one: FormField, proposal: str = "") -> None:
        """Keep a finding in the place of a field."""
        if proposal and one is FormField.VALUE and not problem.warning:
            self.meant = proposal
        at = self.table.at
        cell = self.table.address(self.row.line, one) if one in at else f"{self.row.line}:{self.row.line}"
        found = CellFinding(problem=problem, cell=cell, indicator=self.asked.indicator, field=one, proposal=proposal)
        self.findings.append(found)

    def text(self, one: FormField) -> str:
        """Give a cell's text; "" for a column that is not there."""
        return self.table.text(self.row, one)

    def _texts(self) -> Iterator[tuple[FormField, str]]:
        """Yield the cells that hold something usable; what makes one unusable becomes a finding."""
        for one in FILLED:
            mark = self.row.marks.get(self.table.at.get(one, -1))
            told = marked(mark, one) if mark else None
            if told:
                self.add(told[0], one, told[1])
            unusable = told is not None and not told[0].warning
            if not unusable and (text := self.text(one)):
                yield one, text

    def _understood(self, one: FormField, text: str) -> dict[str, Any]:
        """Give the fields of what was typed that a cell sets; RefusedInputError where it cannot be understood."""
        if one is FormField.VALUE:
            if self.text(FormField.NO_VALUE) and says_none(text):
                return {}
            return {"value": value_text(text, self.asked)}
        if one is FormField.SOURCE:
            source, title = source_of(text, self.form)
            return {"source": source, "new_source": title}
        read = TEXT_READERS[one](text)
        return {str(one): NoValue(read) if one is FormField.NO_VALUE else read}

    def _value_or_reason(self, typed: Typed, texts: dict[FormField, str]) -> Typed:
        """Take a value or the reason for none: the cell that was left empty gives way to the one that was filled."""
        valued, reasoned = FormField.VALUE in texts, FormField.NO_VALUE in texts
        if valued and reasoned and not says_none(texts[FormField.VALUE]):
            wrong = _("both a value and a reason for none")
            self.add(Problem(wrong, texts[FormField.NO_VALUE], _("one of the two")), FormField.NO_VALUE)
        elif reasoned:
            return replace(typed, value="")
        elif valued:
            return replace(typed, no_value=None)
        elif not self.refused:
            self._complain_of_emptiness()
        return typed

    def _complain_of_emptiness(self) -> None:
        """Warn where a value is gone, and where there are only words around one."""
        if self.before.value or self.before.no_value:
            if FormField.VALUE in self.table.at:
                wrong = _("the cell was emptied; an empty cell changes nothing")
                right = _("a new value, or a reason under “No value because”")
                self.add(Problem(wrong, self.before.value, right, warning=True), FormField.VALUE)
        elif any(self.text(one) for one in FILLED):
            wrong = _("there is neither a value nor a reason for none; nothing is stored")
            right = _("a value, or a reason under “No value because”")
            self.add(Problem(wrong, "", right, warning=True), FormField.VALUE)
