"""The yearly round as a workbook: the form to download, and what an uploaded one holds before anything is stored."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.domain.entry.entries import Understood
from tracker.domain.entry.form_records import CellFinding, Form, FormField, ReadForm, ReadRow
from tracker.domain.people.roles import Person
from tracker.errors import Problem
from tracker.exchange.form.annotating import annotate
from tracker.exchange.form.form_reading import read_form
from tracker.exchange.form.form_writing import form_bytes
from tracker.services.file_types import name_part
from tracker.services.round.round_forms import form_of
from tracker.services.round.understanding import context_of, understand
from tracker.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A workbook to take away: its name, which bears the revision, and its content."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadedForm:
    """What an uploaded form holds, what would be stored of it by indicator, and its annotated copy.

    `to_correct` are the rows held back, as they were typed: they can be drafts, and cannot be submitted.
    """

    read: ReadForm
    understood: dict[str, Understood]
    annotated: Workbook
    to_correct: tuple[ReadRow, ...] = ()


def round_form(store: Store, person: Person, zone: str, year: int) -> Workbook:
    """Give the form of a zone for a year; NotAllowedError for a zone that is not the official's."""
    form = form_of(store, person, zone, year)
    return Workbook(name=f"{_name(form)}.xlsx", content=form_bytes(form))


def read_round_form(store: Store, person: Person, zone: str, year: int, content: bytes) -> UploadedForm:
    """Say what an uploaded form holds and would mean; nothing is stored.

    Raises NotAllowedError for a zone that is not the official's, RefusedInputError for what cannot be read as a form.
    """
    form = form_of(store, person, zone, year)
    read = read_form(content, form)
    context = context_of(store, zone)
    understood = {row.key.indicator: understand(row.typed, row.key, context) for row in read.rows}
    judged = _judged(read, understood)
    annotated = Workbook(name=f"{_name(form)}-findings.xlsx", content=annotate(form, judged))
    return UploadedForm(read=judged, understood=understood, annotated=annotated, to_correct=_to_correct(judged))


def _name(form: Form) -> str:
    return f"{name_part(form.zone)}-{form.year}-{form.revision}"


def _judged(read: ReadForm, understood: dict[str, Understood]) -> ReadForm:
    """Add what the values mean to the findings, and hold back the rows that cannot be true."""
    found = [finding for row in read.rows for finding in _findings(row, understood[row.key.indicator], read)]
    held = tuple(row for row in read.rows if understood[row.key.indicator].problems)
    return replace(
        read,
        rows=tuple(row for row in read.rows if row not in held),
        held=(*read.held, *held),
        findings=(*read.findings, *found),
    )


def _to_correct(read: ReadForm) -> tuple[ReadRow, ...]:
    """Give what was held back and says something, as it was typed; of two rows about one indicator neither."""
    times = Counter(row.key for row in (*read.rows, *read.held))
    typed = [_as_typed(row) for row in read.held if times[row.key] == 1]
    return tuple(row for row in typed if row.typed.value or row.typed.no_value)


def _as_typed(row: ReadRow) -> ReadRow:
    """Put the value as it was written in the place of the one not understood, with the unit it was seen with."""
    written = row.meant or dict(row.written).get(FormField.VALUE, "")
    return replace(row, typed=replace(row.typed, value=written)) if written else row


def _findings(row: ReadRow, understood: Understood, read: ReadForm) -> Iterator[CellFinding]:
    """Yield what is wrong or doubtful with one value, in the cell of the field it is about."""
    doubtful = tuple(replace(problem, warning=True) for problem in understood.warnings)
    letters = {column.field: column.letters for column in read.columns}
    for problem in (*understood.problems, *doubtful):
        field = _field_of(problem)
        at = letters.get(field) or letters[FormField.VALUE]
        cell = f"{at}{row.line}"
        yield CellFinding(
            problem=replace(problem, column=cell),
            cell=cell,
            indicator=row.key.indicator,
            field=field,
            proposal=understood.proposal if field is FormField.VALUE else "",
        )


def _field_of(problem: Problem) -> FormField:
    """Give the field a problem is about; the value where it names none of the form."""
    named = {str(field): field for field in FormField} | {"new_source": FormField.SOURCE}
    return named.get(problem.column, FormField.VALUE)
