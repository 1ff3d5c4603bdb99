"""What a comparison says: a headline with the numbers, which goals no level shows, and what may not compare."""

from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.explaining.headlines import thing
from tracker.domain.explaining.target_wording import amount, asked_by
from tracker.domain.vocabulary import Accumulates, BaselineOrigin, Better
from tracker.language import _, ngettext, number, remarks
from tracker.services.compare.comparison import Comparison, ZoneRecord


def comparison_headline(comparison: Comparison) -> str:
    """Say in one sentence what the comparison shows."""
    name, better = comparison.indicator.name, comparison.indicator.better
    latest = [(record, record.points[-1]) for record in comparison.zones if record.points and record.points[-1].exact]
    if len(latest) > 1 and better is not Better.NONE:
        latest.sort(key=lambda pair: pair[1].low or 0.0, reverse=better is Better.UP)
        (first, best), (last, least) = latest[0], latest[-1]
        text = _("{indicator}: {first} leads with {best} in {year}; {last} has {least} in {other}")
        if _of_one_year(comparison):
            text = _("{indicator}: {first} leads with {best} in {year} alone; {last} has {least} in {other} alone")
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
        if _of_one_year(comparison):
            text = _("{indicator}: {zone} stands at {value}, the change in {year} alone")
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


def drawn_goals(record: ZoneRecord, comparison: Comparison) -> list[GoalReport]:
    """List the dated goals of a zone that are levels of the indicator in its own unit."""
    return [
        report
        for report in record.dated
        if report.goal.kind.traits.of_level
        and report.verdict.target is not None
        and report.unit == comparison.indicator.unit
    ]


def goals_not_drawn(comparison: Comparison) -> list[str]:
    """Say the dated goals that no level on the axis shows, such as a total over years, each with its zone."""
    return [
        _("{zone}: {asked}").format(zone=record.zone.name, asked=asked_by(report.goal, report.indicator, report.plan))
        for record in comparison.zones
        for report in record.dated
        if report not in drawn_goals(record, comparison)
    ]


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
    return said + [(remarks(named), note) for note, named in notes.items()]


def _of_one_year(comparison: Comparison) -> bool:
    """Whether a value is the percent change of its year, which says nothing on the years before."""
    return comparison.indicator.accumulates is Accumulates.ANNUAL_CHANGE


def _value(point: Point, comparison: Comparison) -> str:
    return amount(point.low, comparison.indicator.unit, sign=_of_one_year(comparison))
