"""Actuals confirmed from a text: read as officials' values are, put together by year, held against the record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.checks.entry_doubts import doubts
from tracker.domain.entry.entries import EntryKey
from tracker.domain.entry.typed_values import Wanted, read_typed
from tracker.domain.explaining.reported_values import actual_words
from tracker.domain.explaining.target_wording import citation
from tracker.domain.quantity.numerals import Empty, NoValue
from tracker.domain.records import Actual, Indicator, Zone
from tracker.domain.vocabulary import Qualifier
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue
from tracker.services.planning import typed_definitions
from tracker.services.planning.typed_amounts import at_column
from tracker.services.round.entry_context import context_of
from tracker.services.text.pasted_quantities import Choice
from tracker.store import Reader, Store
from tracker.store.record.actuals import actuals

_AMOUNTS = frozenset({"value", "value_high", "qualifier", "growth", "share", "share_of", "state", "source", "note"})
# What one sentence can say of a value; a value, its growth and its share may come from three sentences.
_PARTS = (("value", "value_high", "qualifier", "unit"), ("growth",), ("share", "share_of"), ("state",))


def typed_actual(known: Catalogue, texts: Mapping[str, str], choice: Choice, source: str | None) -> Actual:
    """Read an actual or a growth from the texts of a form; RefusedInputError with a problem for each field."""
    values = typed_definitions.read_typed("actuals", texts, _AMOUNTS)
    zone, indicator = known.zones.get(values["zone"]), known.indicators.get(values["indicator"])
    if zone is None or indicator is None:
        column, seen = ("zone", values["zone"]) if zone is None else ("indicator", values["indicator"])
        raise RefusedInputError([Problem(_("not one that is known"), seen, _("one of the list"), column=column)])
    amount = _amount(known, texts, choice, zone, indicator)
    if amount.get("value") is None:
        values.pop("unit", None)
    note = texts.get("wording", "").strip() or None
    return Actual(**(values | amount), source=source, note=note)


def _amount(
    known: Catalogue, texts: Mapping[str, str], choice: Choice, zone: Zone, indicator: Indicator
) -> dict[str, Any]:
    """Read the value as typed; RefusedInputError says what is wrong."""
    written = texts.get("told", "").strip()
    if choice is Choice.GROWTH and written[:1].isdigit():
        written = f"+{written}"
    own = texts.get("unit", "").strip()
    state = indicator.unit == "milestone"
    wanted = Wanted(
        indicator=replace(indicator, unit=own or indicator.unit), zone=zone, zones=known.zones, state=state,
        number=not state,
    )  # fmt: skip
    try:
        read = read_typed(written, wanted)
    except RefusedInputError as error:
        raise RefusedInputError(list(at_column(error, "value"))) from error
    if isinstance(read, Empty | NoValue):
        raise RefusedInputError(
            [Problem(_("no value is given"), written, _("a number, such as 1,200"), column="value")]
        )
    if "points" in read:
        right = _("the percentage that it came to")
        raise RefusedInputError([Problem(_("a change in points, no value"), written, right, column="value")])
    if choice is Choice.GROWTH and "value" in read and not written.startswith(("+", "-", "−")):
        raise RefusedInputError([Problem(_("not a growth"), written, "+23.7%", column="value")])
    return read


@dataclass(slots=True)
class Standing:
    """What confirmed actuals come to: one for each zone, indicator and year, and what is wrong, by row."""

    actuals: list[Actual] = field(default_factory=list)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)


def stand(reader: Reader, known: Catalogue, confirmed: Mapping[str, Actual], reasons: Mapping[str, str]) -> Standing:
    """Put confirmed actuals together by zone, indicator and year, and hold each against what is on record."""
    standing = Standing()
    groups: dict[tuple[str, str, int | None], list[str]] = {}
    for key, actual in confirmed.items():
        groups.setdefault((actual.zone, actual.indicator, actual.year), []).append(key)
    for keys in groups.values():
        last = keys[-1]
        try:
            whole = _together([confirmed[key] for key in keys])
            reason = "".join(reasons.get(key, "") for key in keys).strip()
            standing.actuals.append(_against_record(reader, known, whole, reason))
        except RefusedInputError as error:
            standing.problems[last] = error.problems
    return standing


def _together(confirmed: list[Actual]) -> Actual:
    """Put what several sentences say of one value into one actual; RefusedInputError where two say the same part."""
    whole = confirmed[0]
    for more in confirmed[1:]:
        if any(_says(whole, part) and _says(more, part) for part in _PARTS):
            raise RefusedInputError(
                [
                    Problem(
                        _("this is confirmed twice for one zone, indicator and year"), right=_("to ignore one of them")
                    )
                ]
            )
        whole = replace(_with_parts(whole, more), locator=_joined((whole.locator, more.locator)))
        whole = replace(whole, note=_joined((whole.note, more.note)))
    return whole


def _says(actual: Actual, part: tuple[str, ...]) -> bool:
    return getattr(actual, part[0]) is not None


def _with_parts(actual: Actual, more: Actual) -> Actual:
    """Add the parts of an actual that only the other one has."""
    taken = {name: getattr(more, name) for part in _PARTS if _says(more, part) for name in part}
    if actual.value is None and more.value is None and actual.qualifier is Qualifier.EXACT:
        taken["qualifier"] = more.qualifier
    return replace(actual, **taken)


def _joined(texts: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(text for text in texts if text)) or None


def _against_record(reader: Reader, known: Catalogue, actual: Actual, reason: str) -> Actual:
    """Check an actual and add what is on record and not said again; RefusedInputError for what is wrong."""
    indicator = known.indicators[actual.indicator]
    problems = [
        problem for problem in check_actual(actual, replace(indicator, indicator=indicator.name)) if not problem.warning
    ]
    before = on_record(reader, actual)
    if before is not None and not problems:
        problems += _correction(known, before, actual, reason)
    if problems:
        raise RefusedInputError(problems)
    return actual if before is None else _revised(known, before, actual)


def on_record(reader: Reader, actual: Actual) -> Actual | None:
    """Return what stands for the zone, indicator and year of an actual; undated ones are told apart by source."""
    same = (
        stored for stored in actuals(reader, zone=actual.zone, indicator=actual.indicator) if stored.year == actual.year
    )
    return next((stored for stored in same if actual.year is not None or stored.source == actual.source), None)


def _correction(known: Catalogue, before: Actual, actual: Actual, reason: str) -> Iterator[Problem]:
    """Yield what a correction of what is on record lacks."""
    indicator = known.indicators[before.indicator]
    seen = actual_words(before, indicator, known.zones)
    if all(_same(before, actual, part, indicator.unit) for part in _PARTS if _says(actual, part)):
        yield Problem(_("this very value is on record already"), seen, _("to ignore it here"), column="value")
    elif not reason:
        wrong = _("a value is on record, and its correction needs a reason")
        yield Problem(wrong, seen, _("why it is corrected"), column="reason")


def _same(before: Actual, actual: Actual, part: tuple[str, ...], unit: str) -> bool:
    """Return whether two actuals say the same in one part; no unit means the indicator's."""
    first, other = replace(before, unit=before.unit or unit), replace(actual, unit=actual.unit or unit)
    return all(getattr(first, name) == getattr(other, name) for name in part)


def _revised(known: Catalogue, before: Actual, actual: Actual) -> Actual:
    """Return the revision: a value in the place of the old one; a growth or a share beside a value that stays."""
    if actual.value is not None or actual.state is not None or before.value is None:
        kept = [part for part in _PARTS if _says(before, part) and not _says(actual, part)]
        return replace(actual, **{name: getattr(before, name) for part in kept for name in part})
    source = known.sources.get(actual.source or "")
    place = citation(source, actual.locator) if source else actual.locator
    # The record has one source, the value's; where its growth or share comes from stands in the note.
    parts = {name: getattr(actual, name) for part in _PARTS if _says(actual, part) for name in part}
    return replace(before, **parts, note=_joined((before.note, actual.note, place)))


def doubts_of(store: Store, known: Catalogue, actual: Actual) -> tuple[Problem, ...]:
    """Warn of what is unlikely about an actual beside the record of its zone and those around it."""
    indicator = known.indicators[actual.indicator]
    doubtful = [
        problem for problem in check_actual(actual, replace(indicator, indicator=indicator.name)) if problem.warning
    ]
    # Of a milestone's state the text itself is the evidence.
    if actual.year is not None and actual.state is None:
        key = EntryKey(zone=actual.zone, indicator=actual.indicator, year=actual.year)
        doubtful += doubts(actual, indicator, context_of(store, actual.zone).surroundings(key))
    return tuple(doubtful)
