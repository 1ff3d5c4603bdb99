"""The yearly round as a workbook: the form to download, and what an uploaded one holds before it is stored."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from zlib import crc32

from tracker.domain.checks.value_checks import firm_limits
from tracker.domain.entry.entries import Understood
from tracker.domain.entry.form_records import (
    CellFinding,
    Form,
    FormField,
    FormRow,
    FormSource,
    ReadForm,
    ReadRow,
    form_codes,
)
from tracker.domain.entry.typed_values import state_words
from tracker.domain.people.roles import Person
from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.units import PERCENT, RANK, convert, convertible, is_known, parse_unit
from tracker.domain.records import Indicator
from tracker.domain.vocabulary import Qualifier
from tracker.errors import Problem
from tracker.exchange.form import cell_texts as words
from tracker.exchange.form.annotating import annotate
from tracker.exchange.form.reading import read_form
from tracker.exchange.form.writing import form_bytes
from tracker.exchange.table.table_reading import FileChoices
from tracker.services.downloads import name_part
from tracker.services.round.asked_tables import places_of
from tracker.services.round.entry_context import Context, context_of
from tracker.services.round.rounds import PastValue, RoundRow, my_round
from tracker.services.round.understanding import understand
from tracker.store import Store


def form_of(store: Store, person: Person, zone: str, year: int) -> Form:
    """Make the form of a zone for a year; NotAllowedError for a zone that is not the official's."""
    shown_round = my_round(store, person, zone, year)
    context = context_of(store, zone)
    codes = form_codes(tuple(row.key.indicator for row in shown_round.rows))
    rows = tuple(_row(row, codes[row.key.indicator], context) for row in shown_round.rows)
    fixed = [(row.code, row.unit, row.goal, row.previous, row.typed) for row in rows]
    return Form(
        zone=zone,
        zone_name=context.stored.zones[zone].name,
        zone_zh=context.stored.zones[zone].name_zh or "",
        year=year,
        deadline=shown_round.deadline,
        rows=rows,
        sources=tuple(
            FormSource(source=source.source, title=source.title) for source in context.known.sources.values()
        ),
        made_at=store.clock(),
        revision=f"{store.version()}-{crc32(repr(fixed).encode()):08x}",
    )


def _row(row: RoundRow, code: str, context: Context) -> FormRow:
    """Put one owed value into the form; of a value that is on record a correction is asked for."""
    # A form bears the names of both languages, no matter who has it made.
    indicator, wanted = context.stored.indicators[row.key.indicator], context.wanted(row.indicator)
    least, most = firm_limits(indicator)
    past = row.on_record or row.last
    return FormRow(
        code=code,
        indicator=indicator.indicator,
        name=indicator.name,
        name_zh=indicator.name_zh or "",
        unit=indicator.unit,
        hint=_hint(indicator, wanted.state),
        goal="\n".join(row.goals),
        previous=_said(past, indicator) if past else "",
        previous_year=past.year if past else None,
        least=least,
        most=most,
        typed=row.typed,
        accepted=row.on_record is not None,
        choices=state_words() if wanted.state else (),
        wanted=wanted,
    )


def _hint(indicator: Indicator, is_milestone: bool) -> str:
    """Return in a few words how the unit is meant; "" where it speaks for itself."""
    dimension = parse_unit(indicator.unit).dimension
    if is_milestone:
        return words.CHOOSE_HINT
    if dimension == PERCENT:
        return words.PERCENT_HINT
    if dimension == RANK:
        return words.RANK_HINT
    return words.WHOLE_HINT if indicator.decimals == 0 and not is_known(indicator.unit) else ""


def _said(past: PastValue, indicator: Indicator) -> str:
    """Return a value on record as a bare number in the indicator's unit, else in words."""
    actual = past.actual
    unit = actual.unit or indicator.unit
    if actual.value is None or actual.qualifier is not Qualifier.EXACT or not convertible(unit, indicator.unit):
        return past.words
    return canonical(convert(actual.value, unit, indicator.unit))


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
    """Return the form of a zone for a year; NotAllowedError for a zone that is not the official's."""
    form = form_of(store, person, zone, year)
    return Workbook(name=f"{_name(form)}.xlsx", content=form_bytes(form))


def read_round_form(
    store: Store,
    person: Person,
    zone: str,
    year: int,
    content: bytes,
    name: str = "form.xlsx",
    choices: FileChoices | None = None,
) -> UploadedForm:
    """Return what an uploaded form holds and would mean; nothing is stored.

    Raises NotAllowedError for a zone that is not the official's, RefusedInputError for what cannot be read as a form.
    """
    form = form_of(store, person, zone, year)
    context = context_of(store, zone)
    places = places_of(zone, context.stored.zones)
    read = read_form(content, form, name, places=places, choices=choices)
    understood = {row.key.indicator: understand(row.typed, row.key, context) for row in read.rows}
    judged = _judged(read, understood)
    annotated = Workbook(name=f"{_name(form)}-findings.xlsx", content=annotate(form, judged))
    return UploadedForm(read=judged, understood=understood, annotated=annotated, to_correct=_to_correct(judged))


def _name(form: Form) -> str:
    return f"{name_part(form.zone)}-{form.year}-{form.revision}"


def _judged(read: ReadForm, understood: dict[str, Understood]) -> ReadForm:
    """Add what the values mean to the findings, and hold back the rows that cannot be true."""
    findings = [finding for row in read.rows for finding in _findings(row, understood[row.key.indicator], read)]
    held = tuple(row for row in read.rows if understood[row.key.indicator].problems)
    return replace(
        read,
        rows=tuple(row for row in read.rows if row not in held),
        held=(*read.held, *held),
        findings=(*read.findings, *findings),
    )


def _to_correct(read: ReadForm) -> tuple[ReadRow, ...]:
    """Return what was held back and says something, as it was typed; of two rows about one indicator neither."""
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
    """Return the field a problem is about; the value where it names none of the form."""
    named = {str(field): field for field in FormField} | {"new_source": FormField.SOURCE}
    return named.get(problem.column, FormField.VALUE)
