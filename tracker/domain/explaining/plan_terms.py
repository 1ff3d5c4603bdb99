"""A goal in its plan's own terms: what is asked, how it is worded, where it starts and where that is written."""

from collections.abc import Iterator

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.target_wording import amount, asked_by, counting_unit, measured_unit
from tracker.domain.kinds import kind_word
from tracker.domain.records import Source
from tracker.domain.words import accumulates_word, nature_word, origin_word, state_word
from tracker.language import _, clauses, date_words, labelled, number, remarks, unit_word, years_words


def terms(report: GoalReport) -> list[tuple[str, str]]:
    """List what the plan says as pairs of a name and plain text."""
    return [(name, text) for name, text in _terms(report) if text]


def _terms(report: GoalReport) -> Iterator[tuple[str, str]]:
    goal, plan = report.goal, report.plan
    yield _("Plan"), _plan(report)
    yield _("Asked"), asked_by(goal, report.indicator, plan, report.other)
    yield _("Kind of goal"), kind_word(goal.kind)
    yield _("In the plan’s sense"), goal.wording or ""
    yield _("Nature"), nature_word(goal.nature) if goal.nature else _("not said by the plan")
    if goal.approximate:
        yield _("“About”"), _("The plan says “about”: within 5 percent of the value counts as reached.")
    yield _("Interim values"), _interim(report)
    if goal.kind.traits.measured:
        yield _("Baseline"), "" if goal.kind.traits.judged_by_year else baseline_words(report)
        yield _("Indicator"), _indicator(report)
    elif goal.state is not None:
        yield _("State in the plan"), state_word(goal.state)
    yield _("Written in"), citation(report.sources.get(goal.source or plan.source or ""), goal.locator)
    yield _("Note on the goal"), goal.note or ""
    yield _("Note on the plan"), plan.note or ""


def _plan(report: GoalReport) -> str:
    plan = report.plan
    years = years_words(plan.start, plan.end) if plan.start and plan.end else ""
    issued = _("issued {day}").format(day=date_words(plan.issued)) if plan.issued else ""
    return clauses((plan.name, report.zone.name, years, issued))


def _interim(report: GoalReport) -> str:
    unit = "" if report.goal.kind.traits.factor else measured_unit(report.goal, report.indicator)
    said = [labelled(str(year), amount(value, unit) if unit else number(value)) for year, value in report.goal.interim]
    return remarks(said)


def _indicator(report: GoalReport) -> str:
    indicator = report.indicator
    said = [
        indicator.name,
        unit_word(indicator.unit),
        accumulates_word(indicator.accumulates),
        indicator.definition or "",
    ]
    return " · ".join(part for part in dict.fromkeys(said) if part)


def baseline_words(report: GoalReport) -> str:
    """Say where the goal starts and where that value comes from."""
    verdict = report.verdict
    if verdict.baseline_value is None:
        if verdict.baseline_year is not None and verdict.start is not None:
            return _("counted from {year}; no value is needed").format(year=verdict.baseline_year)
        return _("none is known")
    value = amount(verdict.baseline_value, counting_unit(report.goal, report.indicator))
    said = _("{value} in {year}").format(value=value, year=verdict.baseline_year)
    return said if verdict.baseline_origin is None else clauses((said, origin_word(verdict.baseline_origin)))


def citation(source: Source | None, locator: str | None) -> str:
    """Write a source with its publisher, date and the place in it."""
    if source is None:
        return locator or ""
    published = date_words(source.published) if source.published else ""
    return clauses((source.title, source.publisher or "", published, locator or ""))
