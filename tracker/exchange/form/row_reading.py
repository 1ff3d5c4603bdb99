"""One row of a form that came back: each yellow cell's text as typed, or what is wrong with it and what is proposed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Context, Decimal
from typing import Any

from tracker.domain.entry.entries import EntryKey, NoValue, Typed
from tracker.domain.entry.form_records import CellFinding, Form, FormField, FormRow, ReadRow
from tracker.domain.entry.typed_values import read_typed
from tracker.domain.quantity.numerals import NoValue as NoValueWords
from tracker.domain.quantity.numerals import parse_number
from tracker.domain.text import clean_text, fold, refused, shown
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.form.cell_texts import NO_VALUE_WORDS, STATUS_BY_WORDS, source_titles, ways_to_say
from tracker.exchange.form.column_list import FILLED
from tracker.exchange.form.locating import FormTable
from tracker.exchange.table.cells import LONGEST_NOTE
from tracker.exchange.table.table_rows import REFUSED, Mark, Row, Trait, problem_of
from tracker.language import _, remarks

_FIFTEEN = Context(prec=15)


_REASONS = ways_to_say(NO_VALUE_WORDS)


def marked(mark: Mark, field: FormField) -> tuple[Problem, str] | None:
    """Return what a mark means for a cell to fill in, and what could be stored instead; None where it means nothing."""
    problem = problem_of(mark, "", 0, "")
    if mark.trait is Trait.DATE and field is FormField.VALUE:
        return Problem(_("a date stands where a value is due"), mark.seen, _("the value as a number")), ""
    if problem is None:
        return None
    if mark.trait is Trait.PERCENT and field is FormField.VALUE:
        return _percent(mark.seen)
    proposal = _rounded(mark.seen) if mark.trait is Trait.TOO_PRECISE else ""
    warning = mark.trait not in REFUSED
    return Problem(problem.wrong, shown(problem.seen), problem.right, warning=warning), proposal


def _percent(seen: str) -> tuple[Problem, str]:
    """Return the question what a cell means that holds 0.035 and shows 3.5%, and a proposal."""
    number, _bracket, displayed = seen.partition(" (")
    displayed = displayed.rstrip(")")
    wrong = _("the cell is formatted as a percentage: it holds {number} and shows {shown}")
    right = _("{shown}, typed as text").format(shown=displayed)
    return Problem(wrong.format(number=number, shown=displayed), seen, right), displayed


def _rounded(seen: str) -> str:
    """Return a number in the 15 digits that a spreadsheet keeps."""
    return format(_FIFTEEN.create_decimal(Decimal(seen)).normalize(), "f")


def value_text(text: str, asked: FormRow) -> str:
    """Return a value as typed where it can be understood; RefusedInputError where it cannot."""
    cleaned = clean_text(text)
    value = read_typed(cleaned, asked.wanted) if asked.wanted else parse_number(cleaned, asked.unit)
    if isinstance(value, NoValueWords):
        wrong = _("there is no value here: say why")
        raise refused(wrong, text, _("one of: {words}").format(words=remarks(NO_VALUE_WORDS.values())))
    return cleaned


def says_none(text: str) -> bool:
    """Return whether a cell bears words for no value (N/A, 暂无)."""
    try:
        return isinstance(parse_number(text), NoValueWords)
    except RefusedInputError:
        return False


def reason_word(text: str) -> str:
    """Return the reason for no value that was chosen; RefusedInputError for another text."""
    return _choice(text, _REASONS)


def status_word(text: str) -> str:
    """Return the status that was chosen; RefusedInputError for another text."""
    return _choice(text, STATUS_BY_WORDS)


def _choice(text: str, choices: Mapping[str, str]) -> str:
    """Return what a choice stands for; RefusedInputError for what is none."""
    try:
        return choices[fold(text)]
    except KeyError:
        right = _("one of: {words}").format(words=remarks(dict.fromkeys(choices.values())))
        raise refused(_("this is none of the choices"), text, right) from None


def source_of(text: str, form: Form) -> tuple[str, str]:
    """Return the known source a cell names and, where there is none, the title of a new one."""
    cleaned = clean_text(text)
    known = {fold(title): source for source, title in source_titles(form.sources).items()}
    known |= {fold(source.source): source.source for source in form.sources}
    source = known.get(fold(cleaned), "")
    return source, "" if source else cleaned


def long_text(text: str) -> str:
    """Return a comment or reason: at most 2,000 characters on several lines."""
    return clean_text(text, limit=LONGEST_NOTE, multiline=True)


TEXT_READERS: dict[FormField, Callable[[str], str]] = {
    FormField.NO_VALUE: reason_word,
    FormField.STATUS: status_word,
    FormField.LOCATOR: clean_text,
    FormField.COMMENT: long_text,
    FormField.REASON: long_text,
}
"""How each cell to fill in is read, except for the value and the source."""


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
        """Return what was typed: an empty cell leaves what was there, as far as the rest can be understood."""
        texts = dict(self._texts())
        typed = self.before
        for column, text in texts.items():
            try:
                typed = replace(typed, **self._understood(column, text))
            except RefusedInputError as error:
                self.add(error.problems[0], column)
        typed = self._value_or_reason(typed, texts)
        key = EntryKey(zone=self.form.zone, indicator=self.asked.indicator, year=self.form.year)
        written = tuple((column, self.text(column)) for column in FILLED)
        return ReadRow(key=key, typed=typed, before=self.before, line=self.row.line, written=written)

    @property
    def refused(self) -> bool:
        """Whether something was found that keeps the row from being stored."""
        return any(not finding.problem.warning for finding in self.findings)

    def add(self, problem: Problem, column: FormField, proposal: str = "") -> None:
        """Keep a finding in the place of a field."""
        if proposal and column is FormField.VALUE and not problem.warning:
            self.meant = proposal
        at = self.table.at
        cell = self.table.address(self.row.line, column) if column in at else f"{self.row.line}:{self.row.line}"
        finding = CellFinding(
            problem=problem, cell=cell, indicator=self.asked.indicator, field=column, proposal=proposal
        )
        self.findings.append(finding)

    def text(self, column: FormField) -> str:
        """Return a cell's text; "" for a column that is not there."""
        return self.table.text(self.row, column)

    def _texts(self) -> Iterator[tuple[FormField, str]]:
        """Yield the cells that hold something usable; what makes one unusable becomes a finding."""
        for column in FILLED:
            mark = self.row.marks.get(self.table.at.get(column, -1))
            refusal = marked(mark, column) if mark else None
            if refusal:
                self.add(refusal[0], column, refusal[1])
            unusable = refusal is not None and not refusal[0].warning
            if not unusable and (text := self.text(column)):
                yield column, text

    def _understood(self, column: FormField, text: str) -> dict[str, Any]:
        """Return the fields of what was typed that a cell sets; RefusedInputError where it cannot be understood."""
        if column is FormField.VALUE:
            if self.text(FormField.NO_VALUE) and says_none(text):
                return {}
            return {"value": value_text(text, self.asked)}
        if column is FormField.SOURCE:
            source, title = source_of(text, self.form)
            return {"source": source, "new_source": title}
        read = TEXT_READERS[column](text)
        return {str(column): NoValue(read) if column is FormField.NO_VALUE else read}

    def _value_or_reason(self, typed: Typed, texts: dict[FormField, str]) -> Typed:
        """Return a value or the reason for none: the cell left empty gives way to the one that was filled."""
        valued, reasoned = FormField.VALUE in texts, FormField.NO_VALUE in texts
        if valued and reasoned and not says_none(texts[FormField.VALUE]):
            wrong = _("both a value and a reason for none")
            self.add(Problem(wrong, texts[FormField.NO_VALUE], _("one of the two")), FormField.NO_VALUE)
        elif reasoned:
            return replace(typed, value="")
        elif valued:
            return replace(typed, no_value=None)
        elif not self.refused:
            self._report_emptiness()
        return typed

    def _report_emptiness(self) -> None:
        """Warn where a value is gone, and where there are only words around one."""
        if self.before.value or self.before.no_value:
            if FormField.VALUE in self.table.at:
                wrong = _("the cell was emptied; an empty cell changes nothing")
                right = _("a new value, or a reason under “No value because”")
                self.add(Problem(wrong, self.before.value, right, warning=True), FormField.VALUE)
        elif any(self.text(column) for column in FILLED):
            wrong = _("there is neither a value nor a reason for none; nothing is stored")
            right = _("a value, or a reason under “No value because”")
            self.add(Problem(wrong, "", right, warning=True), FormField.VALUE)
