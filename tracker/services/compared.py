"""What a comparison says: paces needed and reached, a headline with the numbers, and what may not compare."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.asking import amount, distance
from tracker.domain.headlines import thing
from tracker.domain.rule_reasons import yearly_growth
from tracker.domain.verdicts import GoalReport, Point
from tracker.domain.vocabulary import Accumulates, BaselineOrigin, Better, Kind
from tracker.language import _, ngettext, number, signed
from tracker.services.compare import Comparison, ZoneRecord

_RECENT = 5


@dataclass(frozen=True, slots=True)
class Pace:
    """The change a year one zone needs or reached; `words` say it."""

    label: str
    second: str
    value: float
    words: str
    needed: bool


def as_growth(comparison: Comparison) -> bool:
    """Whether paces are compared as growth rates, which is possible where values are above zero."""
    indicator = comparison.indicator
    values = [point.low for zone in comparison.zones for point in zone.points if point.low is not None]
    return indicator.accumulates in (Accumulates.LEVEL, Accumulates.FLOW) and all(value > 0 for value in values)


def paces(comparison: Comparison) -> list[Pace]:
    """List the paces needed and reached, the greatest first."""
    growth = as_growth(comparison)
    found = [pace for zone in comparison.zones for pace in _paces(zone, comparison, growth=growth)]
    return sorted(found, key=lambda pace: -pace.value)


def _paces(record: ZoneRecord, comparison: Comparison, *, growth: bool) -> Iterator[Pace]:
    for report in record.dated:
        needed = _needed(report, growth=growth)
        if needed is not None:
            yield _pace(record, _span_needed(report), needed, comparison, needed=True)
    reached = _reached(record, growth=growth)
    if reached is not None:
        value, span = reached
        yield _pace(record, span, value, comparison, needed=False)


def _pace(record: ZoneRecord, second: str, value: float, comparison: Comparison, *, needed: bool) -> Pace:
    said = (
        f"{signed(round(value, 1))}%"
        if as_growth(comparison)
        else distance(value, comparison.indicator.unit, sign=True)
    )
    words = _("{pace} a year").format(pace=said)
    return Pace(record.zone.name, second, value, words, needed)


def _needed(report: GoalReport, *, growth: bool) -> float | None:
    """Give the pace a plan asks from its start to its due year."""
    verdict, due = report.verdict, report.goal.due
    if report.goal.kind not in (Kind.LEVEL, Kind.MULTIPLE, Kind.RANK) or verdict.baseline_value is None:
        return float(report.goal.value) if report.goal.kind is Kind.GROWTH and growth and report.goal.value else None
    if verdict.target is None or verdict.baseline_year is None or due is None or due <= verdict.baseline_year:
        return None
    if growth:
        rate = yearly_growth(verdict.baseline_value, verdict.target, due, verdict.baseline_year)
        return None if rate is None else rate * 100
    return (verdict.target - verdict.baseline_value) / (due - verdict.baseline_year)


def _span_needed(report: GoalReport) -> str:
    verdict = report.verdict
    if report.goal.kind is Kind.GROWTH:
        return _("needed by {due}").format(due=report.goal.due)
    implied = verdict.baseline_origin is BaselineOrigin.IMPLIED
    text = (
        _("needed {since}–{due} (implied {start} → {target})")
        if implied
        else _("needed {since}–{due} ({start} → {target})")
    )
    return text.format(
        since=verdict.baseline_year, due=report.goal.due, start=amount(verdict.baseline_value, report.unit),
        target=amount(verdict.target, report.unit),
    )  # fmt: skip


def _reached(record: ZoneRecord, *, growth: bool) -> tuple[float, str] | None:
    """Give the pace over the last years that have values, else a growth that was reported by itself."""
    points = [point for point in record.points if point.exact]
    if len(points) >= 2:
        last = points[-1]
        first = next(point for point in points if point.year >= last.year - _RECENT)
        first = points[-2] if first is last else first
        value = _change(first, last, growth=growth)
        if value is not None:
            return value, _("reached {since}–{until}").format(since=first.year, until=last.year)
    told = [actual for actual in record.actuals if actual.growth is not None and actual.year is not None]
    if growth and told:
        latest = max(told, key=lambda actual: actual.year or 0)
        return float(latest.growth or 0), _("reached in {year}").format(year=latest.year)
    return None


def _change(first: Point, last: Point, *, growth: bool) -> float | None:
    if first.low is None or last.low is None:
        return None
    if growth:
        rate = yearly_growth(first.low, last.low, last.year, first.year)
        return None if rate is None else rate * 100
    return (last.low - first.low) / (last.year - first.year)


def comparison_headline(comparison: Comparison) -> str:
    """Say in one sentence what the comparison shows."""
    name, better = comparison.indicator.name, comparison.indicator.better
    latest = [(record, record.points[-1]) for record in comparison.zones if record.points and record.points[-1].exact]
    if len(latest) > 1 and better is not Better.NONE:
        latest.sort(key=lambda pair: pair[1].low or 0.0, reverse=better is Better.UP)
        (first, best), (last, least) = latest[0], latest[-1]
        text = _("{indicator}: {first} leads with {best} in {year}; {last} has {least} in {other}")
        return text.format(
            indicator=name, first=first.zone.name, best=_value(best, comparison), year=best.year, last=last.zone.name,
            least=_value(least, comparison), other=least.year,
        )  # fmt: skip
    wanted = max(comparison.zones, key=lambda record: len(record.successive), default=None)
    if wanted is not None and len(wanted.successive) > 1:
        return succession_headline(wanted)
    if latest:
        record, point = latest[0]
        text = _("{indicator}: {zone} stands at {value} in {year}")
        return text.format(indicator=name, zone=record.zone.name, value=_value(point, comparison), year=point.year)
    count = len(comparison.zones)
    return ngettext("{indicator} in {count} zone", "{indicator} in {count} zones", count).format(
        indicator=name, count=number(count)
    )


def succession_headline(record: ZoneRecord) -> str:
    """Say what successive plans wanted of one indicator."""
    first, last = record.successive[0], record.successive[-1]
    text = _("{zone} wanted {indicator} at {first} by {due}; the later plan wants {last} by {later}")
    if last.verdict.baseline_origin is BaselineOrigin.IMPLIED:
        text = _(
            "{zone} wanted {indicator} at {first} by {due}; "
            "the later plan wants {last} by {later}, from an implied {start}"
        )
    return text.format(
        zone=record.zone.name, indicator=thing(first.indicator.name), first=first.asked, due=first.goal.due,
        last=last.asked, later=last.goal.due, start=amount(last.verdict.baseline_value, last.unit),
    )  # fmt: skip


def cautions(comparison: Comparison) -> list[tuple[str, str]]:
    """List what may make zones or plans hard to compare, each with whom it concerns."""
    said = []
    names = {record.zone.zone: record.zone.name for record in comparison.zones}
    for record in comparison.zones:
        parent = names.get(record.zone.parent or "")
        if parent:
            text = _("lies within {parent}, so the one is part of the other")
            said.append((record.zone.name, text.format(parent=parent)))
    plans = {report.plan.plan: report.plan for record in comparison.zones for report in record.reports}
    notes: dict[str, list[str]] = {}
    for plan in plans.values():
        if plan.note:
            notes.setdefault(plan.note, []).append(plan.name)
    return said + [("; ".join(named), note) for note, named in notes.items()]


def _value(point: Point, comparison: Comparison) -> str:
    return amount(point.low, comparison.indicator.unit)
