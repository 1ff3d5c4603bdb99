"""What would be stored for a typed value, and what is wrong or doubtful with it, before anything is stored."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tracker.domain.checks.actual_checks import check_actual
from tracker.domain.checks.entry_doubts import doubts, probably_meant
from tracker.domain.checks.far_values import stands_for_none
from tracker.domain.entry.entries import EntryKey, Typed, Understood
from tracker.domain.entry.typed_values import read_typed
from tracker.domain.explaining.reported_values import actual_words
from tracker.domain.quantity.digits import canonical
from tracker.domain.quantity.numerals import Empty, NoValue, parse_plain
from tracker.domain.quantity.units import convert
from tracker.domain.records import Actual, Indicator
from tracker.domain.tables.flags import Flag, split_flag
from tracker.domain.vocabulary import ONE_NUMBER, Certainty
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.services.goal.effects import Effect, effects
from tracker.services.round.entry_context import Context, context_of
from tracker.services.round.entry_results import clean, text_problems

__all__ = ["Context", "Effect", "context_of", "effects", "needs_comment", "no_value_words", "understand"]


def understand(typed: Typed, key: EntryKey, context: Context) -> Understood:
    """Return what would be stored for a typed value; an empty cell is understood as nothing, without a problem."""
    indicator = context.known.indicators.get(key.indicator)
    if indicator is None:
        return Understood(problems=(Problem(_("there is no such indicator"), key.indicator, column="indicator"),))
    if stands_for_none(typed.value):
        wrong, right = _("this number stands for “no value” in many files"), _("the value, or why there is none")
        return Understood(problems=(Problem(wrong, typed.value, right, column="value"),))
    try:
        found = read_typed(typed.value, context.wanted(indicator))
    except RefusedInputError as refusal:
        bare, flag = split_flag(typed.value, indicator.unit)
        if flag is not None:
            return _flagged(typed, key, context, bare, flag)
        return Understood(problems=tuple(replace(problem, column="value") for problem in refusal.problems))
    if isinstance(found, dict) and "points" in found:
        return _moved(typed, key, context, indicator, found)
    if isinstance(found, dict):
        return _understood(typed, key, context, indicator, found)
    return _nothing(typed, key, context, found)


def _flagged(typed: Typed, key: EntryKey, context: Context, bare: str, flag: Flag) -> Understood:
    """Understand a value with the flag of a statistics office behind it, which says how settled it is."""
    if flag.forecast:
        right = _("the value once it is known")
        return Understood(problems=(Problem(_("a forecast, no actual"), typed.value, right, column="value"),))
    status = typed.status if flag.status is Certainty.FINAL else flag.status.value
    understood = understand(replace(typed, value=bare, status=status), key, context)
    flagged = understood.actual and replace(understood.actual, flag=flag.text)
    return replace(understood, actual=flagged)


def _moved(typed: Typed, key: EntryKey, context: Context, indicator: Indicator, found: dict[str, Any]) -> Understood:
    """Understand by how many points a percentage moved: added to last year's, and asked about."""
    last = context.history(key.indicator).get(key.year - 1)
    if last is None or last.value is None or last.qualifier not in ONE_NUMBER:
        wrong = _("a change in points, and no value of {year} to add it to").format(year=key.year - 1)
        return Understood(problems=(Problem(wrong, typed.value, _("the value itself"), column="value"),))
    before = convert(last.value, last.unit or indicator.unit, indicator.unit)
    value = before + found.pop("points")
    understood = _understood(typed, key, context, indicator, {**found, "value": value})
    if understood.problems:
        return understood
    wrong = _("read as a change on the {value} of {year}").format(value=f"{canonical(before)}%", year=key.year - 1)
    right = _("{value}, if that is meant").format(value=f"{canonical(value)}%")
    asked = Problem(wrong, typed.value, right, column="value", warning=True)
    return replace(understood, warnings=(asked, *understood.warnings), proposal=canonical(value))


def needs_comment(understood: Understood, typed: Typed) -> bool:
    """Return whether there are doubts that a comment has to answer."""
    return bool(understood.warnings) and not typed.comment.strip()


def _understood(
    typed: Typed, key: EntryKey, context: Context, indicator: Indicator, fields: dict[str, Any]
) -> Understood:
    """Understand a value, growth, share or state."""
    fraction, wrong = _fraction(typed)
    problems = [*text_problems(typed), *_choices(typed, context), *wrong]
    if problems:
        return Understood(problems=tuple(problems))
    actual = _actual(clean(typed), key, {**fields, **fraction})
    checked = check_actual(actual, indicator)
    problems = [problem for problem in checked if not problem.warning]
    problems += _correction(typed, actual, context.on_record(key))
    words = actual_words(actual, indicator, context.known.zones)
    if problems:
        return Understood(words=words, problems=tuple(problems))
    warnings = [problem for problem in checked if problem.warning]
    if not (actual.state is not None and typed.evidence):
        warnings += doubts(actual, indicator, context.surroundings(key))
    meant = probably_meant(actual, indicator, context.surroundings(key))
    return Understood(words=words, actual=actual, warnings=tuple(warnings), proposal=meant)


def _actual(typed: Typed, key: EntryKey, fields: dict[str, Any]) -> Actual:
    """Make the actual that clean texts and a value become; a new source has no key yet."""
    return Actual(
        zone=key.zone,
        indicator=key.indicator,
        year=key.year,
        status=Certainty(typed.status),
        source=typed.source or None,
        locator=typed.locator or None,
        note=typed.comment or None,
        explanation=typed.explanation or None,
        explanation_zh=typed.explanation_zh or None,
        measures=typed.measures or None,
        **fields,
    )


def _fraction(typed: Typed) -> tuple[dict[str, Any], list[Problem]]:
    """Read numerator and denominator; what is wrong with one is said at its field."""
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in ("numerator", "denominator"):
        if not (text := getattr(typed, name).strip()):
            continue
        try:
            read[name] = parse_plain(text)
        except RefusedInputError as error:
            problems += [replace(problem, column=name) for problem in error.problems]
    return read, problems


def _nothing(typed: Typed, key: EntryKey, context: Context, why: NoValue | Empty) -> Understood:
    """Understand that there is no value, for which a reason has to be given; an untouched cell means nothing."""
    if typed.no_value is None:
        if isinstance(why, Empty):
            return Understood()
        right = _("why there is none: not collected, not yet published or not applicable")
        return Understood(problems=(Problem(_("no value, and no reason why"), typed.value, right, column="no_value"),))
    problems = list(text_problems(typed))
    if (before := context.on_record(key)) is not None:
        seen = actual_words(before, context.known.indicators[key.indicator], context.known.zones)
        right = _("another value, with the reason for the correction")
        problems.append(Problem(_("a value on record cannot be taken back"), seen, right, column="value"))
    return Understood(words=no_value_words(typed), problems=tuple(problems))


def no_value_words(typed: Typed) -> str:
    """Return why there is no value."""
    reasons = {
        "not collected": _("no value: not collected"),
        "not yet published": _("no value: not yet published"),
        "not applicable": _("no value: not applicable"),
    }
    return reasons[typed.no_value.value] if typed.no_value else ""


def _choices(typed: Typed, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with what was chosen rather than typed."""
    if typed.no_value is not None:
        right = _("the value, or the reason why there is none")
        yield Problem(_("a value, and a reason why there is none"), typed.value, right, column="no_value")
    if typed.status not in set(Certainty):
        yield Problem(_("there is no such status"), typed.status, " / ".join(Certainty), column="status")
    if typed.source and typed.source not in context.known.sources:
        yield Problem(_("there is no such source"), typed.source, _("a source of the list"), column="source")
    if typed.source and typed.new_source.strip():
        yield Problem(
            _("two sources for one value"), typed.new_source, _("a known source or a new one"), column="source"
        )
    if typed.evidence and not context.has_evidence(typed.evidence):
        yield Problem(_("there is no such evidence file"), typed.evidence, _("the file once more"), column="evidence")


def _correction(typed: Typed, actual: Actual, before: Actual | None) -> Iterator[Problem]:
    """Yield what a correction of a value on record lacks."""
    if before is None:
        return
    if before == actual and not typed.new_source.strip():
        yield Problem(_("this very value is on record already"), typed.value, _("another value"), column="value")
    elif not typed.reason.strip():
        right = _("why it is corrected")
        yield Problem(_("a value is on record, and its correction needs a reason"), typed.value, right, column="reason")
