"""What a refresh of a slide set brings: statuses, values and goals that are others now, in a sentence each."""

from collections.abc import Iterator

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.reported_values import actual_words
from tracker.domain.records import Actual, Indicator
from tracker.domain.statuses import rule_word, status_word
from tracker.language import _
from tracker.services.slides.material import Material
from tracker.services.view_settings import ViewSettings


def view_changes(before: ViewSettings, after: ViewSettings) -> Iterator[str]:
    """Yield which other year and rule the set is viewed by."""
    if before.year != after.year:
        yield _("Seen from {year}; before, from {before}.").format(year=after.year, before=before.year)
    if before.rule is not after.rule:
        yield _("Judged by the {rule}; before, by the {before}.").format(
            rule=_lower(rule_word(after.rule)), before=_lower(rule_word(before.rule))
        )


def material_changes(before: Material, after: Material, new_goals: frozenset[str]) -> Iterator[str]:
    """Yield which statuses, asked values, actuals and goals differ."""
    old, new = before.goals.reports, after.goals.reports
    for key, report in new.items():
        if key in old:
            yield from _of_goal(old[key], report)
    for key, report in new.items():
        if key in new_goals:
            yield _("New goal: {goal}, {asked}.").format(goal=_goal(report), asked=report.asked)
    for key, report in old.items():
        if key not in new:
            yield _("{goal} is no longer among the goals.").format(goal=_goal(report))
    yield from _of_values(before, after)


def _of_goal(old: GoalReport, new: GoalReport) -> Iterator[str]:
    if old.verdict.status is not new.verdict.status:
        was, now = status_word(old.verdict.status), status_word(new.verdict.status)
        yield _("{goal}: {before} → {after}.").format(goal=_goal(new), before=_lower(was), after=_lower(now))
    if old.asked != new.asked:
        text = _("{goal} asks for {after}; before, for {before}.")
        yield text.format(goal=_goal(new), after=new.asked, before=old.asked)


def _of_values(before: Material, after: Material) -> Iterator[str]:
    """Yield the values of years that are new, or others than they were."""
    old = {(zone, indicator, actual.year): actual for zone, indicator, actual, _one in _values(before)}
    for zone, indicator, actual, measured in _values(after):
        then = old.get((zone, indicator, actual.year))
        if then == actual:
            continue
        words = actual_words(actual, measured, after.known.zones)
        where = {"indicator": measured.name, "zone": after.known.zones[zone].name, "value": words}
        year = _("no year") if actual.year is None else str(actual.year)
        if then is None:
            yield _("New value: {indicator}, {zone}, {year}: {value}.").format(**where, year=year)
            continue
        was = actual_words(then, measured, after.known.zones)
        if was != words:
            text = _("Corrected value: {indicator}, {zone}, {year}: {value}; before, {before}.")
            yield text.format(**where, year=year, before=was)


def _values(material: Material) -> Iterator[tuple[str, str, Actual, Indicator]]:
    """List the values that slides tell, each once, with the indicator they are of."""
    reports = (*material.goals.measured, *material.goals.milestones)
    series = [(report.zone.zone, report.indicator, report.actuals) for report in reports]
    if material.comparison is not None:
        series += [
            (record.zone.zone, material.comparison.indicator, record.actuals) for record in material.comparison.zones
        ]
    seen = set()
    for zone, indicator, actuals in series:
        if (zone, indicator.indicator) not in seen:
            seen.add((zone, indicator.indicator))
            yield from ((zone, indicator.indicator, actual, indicator) for actual in actuals)


def _goal(report: GoalReport) -> str:
    return _("{indicator} ({plan})").format(indicator=report.indicator.name, plan=report.plan.name)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
