"""The form of a zone's yearly round: what is owed, in the words and limits that a workbook needs."""

from decimal import Decimal
from math import isfinite
from zlib import crc32

from tracker.domain.entry.form_records import Form, FormRow, FormSource, form_codes
from tracker.domain.entry.typed_values import state_words
from tracker.domain.people.roles import Person
from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.units import PERCENT, RANK, convert, convertible, is_known, limits, parse_unit
from tracker.domain.records import Indicator
from tracker.domain.vocabulary import Qualifier
from tracker.exchange.form import form_cells as words
from tracker.services.round.entry_context import Context, context_of
from tracker.services.round.rounds import RoundRow, Told, my_round
from tracker.store import Store


def form_of(store: Store, person: Person, zone: str, year: int) -> Form:
    """Make the form of a zone for a year; NotAllowedError for a zone that is not the official's."""
    found = my_round(store, person, zone, year)
    context = context_of(store, zone)
    codes = form_codes(tuple(row.key.indicator for row in found.rows))
    rows = tuple(_row(row, codes[row.key.indicator], context) for row in found.rows)
    told = [(row.code, row.unit, row.goal, row.previous, row.typed) for row in rows]
    return Form(
        zone=zone,
        zone_name=context.stored.zones[zone].name,
        zone_zh=context.stored.zones[zone].name_zh or "",
        year=year,
        deadline=found.deadline,
        rows=rows,
        sources=tuple(FormSource(source=one.source, title=one.title) for one in context.known.sources.values()),
        made_at=store.clock(),
        revision=f"{store.version()}-{crc32(repr(told).encode()):08x}",
    )


def _row(row: RoundRow, code: str, context: Context) -> FormRow:
    """Put one owed value into the form; of a value that is on record a correction is asked for."""
    # A form bears the names of both languages, whoever has it made.
    indicator, wanted = context.stored.indicators[row.key.indicator], context.wanted(row.indicator)
    low, high = limits(indicator.unit, indicator.accumulates)
    told = row.on_record or row.last
    return FormRow(
        code=code,
        indicator=indicator.indicator,
        name=indicator.name,
        name_zh=indicator.name_zh or "",
        unit=indicator.unit,
        hint=_hint(indicator, wanted.state),
        goal="\n".join(row.goals),
        previous=_said(told, indicator) if told else "",
        previous_year=told.year if told else None,
        least=Decimal(str(low)) if isfinite(low) else None,
        most=Decimal(str(high)) if isfinite(high) else None,
        typed=row.typed,
        accepted=row.on_record is not None,
        choices=state_words() if wanted.state else (),
        wanted=wanted,
    )


def _hint(indicator: Indicator, is_milestone: bool) -> str:
    """Say in a few words how the unit is meant; "" where it speaks for itself."""
    dimension = parse_unit(indicator.unit).dimension
    if is_milestone:
        return words.CHOOSE_HINT
    if dimension == PERCENT:
        return words.PERCENT_HINT
    if dimension == RANK:
        return words.RANK_HINT
    return words.WHOLE_HINT if indicator.decimals == 0 and not is_known(indicator.unit) else ""


def _said(told: Told, indicator: Indicator) -> str:
    """Say a value on record as a bare number in the indicator's unit, else in words."""
    actual = told.actual
    unit = actual.unit or indicator.unit
    if actual.value is None or actual.qualifier is not Qualifier.EXACT or not convertible(unit, indicator.unit):
        return told.words
    return canonical(convert(actual.value, unit, indicator.unit))
