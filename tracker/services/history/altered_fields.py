"""What an event altered, in words: each field with its old and its new value, no identifier and no column's name."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tracker.domain.explaining.reported_values import actual_words
from tracker.domain.explaining.target_wording import amount, asked_by, counting_unit, measured_unit
from tracker.domain.field_words import field_word, vocabulary_word
from tracker.domain.records import Actual, Goal, Indicator, Plan, Source
from tracker.language import _, clauses, date_words, labelled, number, part_words, remarks, years_words
from tracker.services.cache.query_cache import Catalogue
from tracker.store.audit.change_contents import ActualChange, DefinitionChange

NOTHING = "–"
_NAMED = {
    **dict.fromkeys(("parent", "zone", "reference_zone", "share_of"), "zones"),
    **dict.fromkeys(("indicator", "reference_indicator"), "indicators"),
    **dict.fromkeys(("plan", "succeeds"), "plans"),
    "source": "sources",
}
# What names an actual, and what stands in the words of its value.
_NAME = ("zone", "indicator", "year", "period", "cumulative")
_VALUE = ("value", "value_high", "qualifier", "growth", "share", "share_of", "unit", "state")
_BESIDE_VALUE = tuple(field.name for field in fields(Actual) if field.name not in (*_NAME, *_VALUE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One thing that an event altered: what it is of, the field, and both values in words."""

    about: str
    field: str
    old: str
    new: str


def definition_altered(change: DefinitionChange, known: Catalogue, *, whole: bool) -> Iterator[Altered]:
    """Return what was altered in a definition, field by field; a new one in one line unless it is wanted whole."""
    about = definition_name(change.new, known)
    if change.old is None and not whole:
        yield Altered(about=about, field=_("New"), old=NOTHING, new=_summary(change.new, known))
        return
    for field in fields(change.new):
        old = NOTHING if change.old is None else field_words(change.old, field.name, known)
        new = field_words(change.new, field.name, known)
        if field.name != change.entity and old != new:
            yield Altered(about=about, field=field_word(field.name), old=old, new=new)


def actual_altered(change: ActualChange, known: Catalogue) -> Iterator[Altered]:
    """Return what was altered in an actual; where only the indicator's way of counting was, that."""
    about = actual_name(change.new, known)
    pairs_of_words = [(field_word("value"), *(_told(actual, known) for actual in (change.old, change.new)))]
    if change.old is not None:
        pairs = [
            (field_word(name), *(field_words(actual, name, known) for actual in (change.old, change.new)))
            for name in _BESIDE_VALUE
        ]
        pairs_of_words += pairs
    altered = [Altered(about=about, field=name, old=old, new=new) for name, old, new in pairs_of_words if old != new]
    if not altered:
        yield Altered(
            about=about,
            field=_("Recalculated as its indicator is measured now"),
            old=pairs_of_words[0][1],
            new=pairs_of_words[0][2],
        )
    yield from altered


def actual_name(actual: Actual, known: Catalogue) -> str:
    """Name a value: "High-tech enterprises, Shenyang High-Tech Zone, 2023"."""
    return value_name(actual.zone, actual.indicator, actual_when(actual), known)


def actual_when(actual: Actual) -> str:
    """Return of when an actual is: its year, or the part of it."""
    if actual.period is not None:
        return part_words(actual.period, cumulative=bool(actual.cumulative))
    return _("no year") if actual.year is None else str(actual.year)


def value_name(zone: str, indicator: str, year: str, known: Catalogue) -> str:
    """Name the value of an indicator in a zone and a year."""
    return _("{indicator}, {zone}, {year}").format(
        indicator=_name(known.indicators, indicator), zone=_name(known.zones, zone), year=year
    )


def definition_name(record: Any, known: Catalogue) -> str:
    """Name a definition with what it is: "goal: High-tech enterprises, Working format"."""
    match record:
        case Goal():
            indicator, plan = _name(known.indicators, record.indicator), _name(known.plans, record.plan)
            return _("goal: {indicator}, {plan}").format(indicator=indicator, plan=plan)
        case Plan():
            return _("plan: {name}").format(name=record.name)
        case Indicator():
            return _("indicator: {name}").format(name=record.name)
        case Source():
            return _("source: {name}").format(name=record.title)
        case _:
            return _("zone: {name}").format(name=record.name)


def source_words(key: str | None, known: Catalogue) -> str:
    """Return a source by its title, nothing where there is none."""
    return _name(known.sources, key) if key else ""


def _summary(record: Any, known: Catalogue) -> str:
    """Say in a few words what a new definition is."""
    match record:
        case Goal():
            indicator, plan = known.indicators.get(record.indicator), known.plans.get(record.plan)
            return asked_by(record, indicator, plan, known.name_of_reference(record)) if indicator and plan else NOTHING
        case Plan():
            return clauses((_name(known.zones, record.zone), years_words(record.start, record.end)))
        case Indicator():
            return record.unit
        case Source():
            return clauses((record.publisher or "", record.published or "")) or record.title
        case _:
            return str(record.kind or record.name)


def _told(actual: Actual | None, known: Catalogue) -> str:
    if actual is None:
        return NOTHING
    indicator = known.indicators.get(actual.indicator)
    return NOTHING if indicator is None else actual_words(actual, indicator, known.zones)


def field_words(record: Any, name: str, known: Catalogue) -> str:
    """Return one field of a record."""
    value = getattr(record, name)
    if value is None or value in ("", ()):
        return NOTHING
    if name == "part_of":
        return _name(known.plans, known.wholes[value]) if value in known.wholes else str(value)
    if name in _NAMED:
        return _name(getattr(known, _NAMED[name]), value)
    match value:
        case bool():
            return _("yes") if value else _("no")
        case StrEnum():
            return vocabulary_word(value)
        case Decimal():
            return _number(record, name, value, known)
        case tuple():
            return remarks(_part(record, part, known) for part in value)
        case _:
            return date_words(value) if name in ("issued", "published") else str(value)


def _part(record: Any, part: Any, known: Catalogue) -> str:
    """Return an alias, or the interim value of a year."""
    return part if isinstance(part, str) else labelled(str(part[0]), _number(record, "value", part[1], known))


def _number(record: Any, name: str, value: Decimal, known: Catalogue) -> str:
    """Return a number of an indicator, a goal or an actual with its unit."""
    if isinstance(record, Indicator):
        return amount(value, record.unit)
    indicator = known.indicators.get(record.indicator)
    if name in ("numerator", "denominator"):
        return number(value)
    if indicator is not None and isinstance(record, Actual):
        return amount(value, "%" if name in ("growth", "share") else record.unit or indicator.unit)
    if indicator is None or (record.kind.traits.factor and name != "baseline_value"):
        return number(value)
    unit = counting_unit(record, indicator) if name == "baseline_value" else measured_unit(record, indicator)
    return amount(value, unit)


def _name(named: dict[str, Any], key: str) -> str:
    """Name what a key stands for."""
    record = named.get(key)
    return key if record is None else str(getattr(record, "title", None) or record.name)
