"""What a glide path says: goal and projection at its right, subtitle and source, and all of it in two sentences."""

from dataclasses import replace

from tracker.charts.glide.timeline import Timeline
from tracker.charts.lettering import Line, broken, cut_to
from tracker.charts.palette import marked
from tracker.charts.scene import PROJECTION
from tracker.charts.sheet import Sheet
from tracker.charts.value_words import (
    change_told,
    display_name,
    goal_value,
    goal_words,
    is_money,
    needs_words,
    point_told,
    shown_unit,
    status_words,
)
from tracker.domain.assessment.verdicts import GoalReport, Projection
from tracker.domain.explaining.measured_words import measure_words, measured_and_when, own_words
from tracker.domain.explaining.target_wording import citation
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import GROUP_OF, Group, Rule, group_word
from tracker.language import MISSING, _, clauses, scaled_unit, sentences, unit_word

_MOST_LINES = 3
"""How many lines a text beside the plot takes at most."""


def projection_group(report: GoalReport) -> Group:
    """Return the group of the projection's own status, whose colour the projection bears."""
    return GROUP_OF[report.verdict.statuses[Rule.PROJECTION]]


def goal_lines(sheet: Sheet, timeline: Timeline, room: float) -> list[Line]:
    """Return what stands at the goal: its words, its due year, what it asks a year, and its status."""
    report = timeline.report
    plain = Line("", sheet.font(28), sheet.colours.muted)
    state = Line(marked(report.group, status_words(report)), plain.size, sheet.colours.status[report.group], bold=True)
    lines = [Line(goal_words(report), sheet.font(40), sheet.colours.ink, bold=True)]
    lines += [plain.says(due_words(timeline)), plain.says(needs_words(report)), state]
    return [part for line in lines for part in broken(line, room, _MOST_LINES)]


def narrow_lines(sheet: Sheet, timeline: Timeline) -> list[Line]:
    """Return goal, status and projection as lines above a plot that has no margin for labels."""
    report, size = timeline.report, sheet.font(30)
    goal = _("◇ {goal}, {due}").format(goal=goal_words(report), due=due_words(timeline))
    state = marked(report.group, status_words(report))
    colours, ahead = sheet.colours.status, report.projection
    lines = [Line(goal, size, sheet.colours.ink, bold=True), Line(state, size, colours[report.group], bold=True)]
    if ahead and len(ahead.years) > 1:
        projected = _projected(report, ahead)
        lines.append(Line(projected, size, colours[projection_group(report)], bold=True, step=PROJECTION))
    return [cut_to(line, sheet.width - 4.0) for line in lines]


def _projected(report: GoalReport, ahead: Projection) -> str:
    value = goal_value(ahead.middle[-1], report)
    return marked(projection_group(report), _("{value} projected").format(value=value))


def series_lines(sheet: Sheet, timeline: Timeline, room: float) -> list[list[Line]]:
    """Return what stands at the ends of two series that are held against each other: their names; none for one."""
    if not timeline.reference:
        return []
    size, report = sheet.font(30), timeline.report
    own = Line(display_name(report.indicator), size, sheet.colours.actual, bold=True)
    other = Line(report.other, size, sheet.colours.muted, bold=True)
    return [broken(line, room, _MOST_LINES) for line in (own, other)]


def due_words(timeline: Timeline) -> str:
    """Return for when the goal is wanted."""
    if timeline.due is None:
        return _("no due year")
    pattern = _("asked of every year to {year}") if timeline.every_year else _("goal for {year}")
    return pattern.format(year=timeline.due)


def projection_lines(sheet: Sheet, timeline: Timeline, room: float) -> list[Line]:
    """Return what stands at the projection's end: its value, its band, and what it supposes."""
    report, ahead = timeline.report, timeline.report.projection
    if ahead is None or len(ahead.years) < 2:
        return []
    colour, size = sheet.colours.status[projection_group(report)], sheet.font(28)
    lines = [Line(_projected(report, ahead), sheet.font(30), colour, bold=True)]
    if ahead.low and ahead.high:
        low, high = (goal_value(ends[-1], report) for ends in (ahead.low, ahead.high))
        lines.append(Line(_("80% between {low} and {high}").format(low=low, high=high), size, colour))
    lines.append(Line(_("if the pace so far holds"), size, sheet.colours.muted))
    return [replace(part, step=PROJECTION) for line in lines for part in broken(line, room, _MOST_LINES)]


def subtitle(sheet: Sheet, timeline: Timeline) -> str:
    """Return the indicator with its unit and how to read the marks that are there."""
    report = timeline.report
    unit = "" if is_money(report.unit) or report.unit in ("", "%") else unit_word(scaled_unit(shown_unit(report)).thing)
    unit = _("points") if shown_unit(report) != report.unit else unit
    measure = "" if timeline.reference else measure_words(VerdictFacts.of(report))
    parts = [
        display_name(report.indicator),
        *([measure] if measure else []),
        *([unit] if unit and not _names_unit(unit, report.indicator.name) else []),
    ]
    if sheet.narrow:
        return "  ·  ".join([*parts, *_axis_words(timeline)])
    marks = [_("solid = actual")] if timeline.points else []
    marks += [_("ringed = goal not kept")] if timeline.broken else []
    marks += [_("hollow = needed")] if timeline.needed else []
    marks += [_("dashes = path to the goal")] if timeline.path else []
    marks += [_("dotted = projection, band = 80%")] if report.projection and report.projection.low else []
    # A mark and its meaning stay on one line.
    reading = [clauses(mark.replace(" ", "\u00a0") for mark in marks)] if marks else []
    return "  ·  ".join([*parts, *reading, *_axis_words(timeline)])


def axis_title(timeline: Timeline) -> str:
    """Return what the value axis is of: what is measured, and its unit."""
    measure = "" if timeline.reference else measure_words(VerdictFacts.of(timeline.report))
    return clauses(part for part in (measure, unit_word(shown_unit(timeline.report) or timeline.report.unit)) if part)


def _names_unit(unit: str, name: str) -> bool:
    return unit.lower() in name.lower()


def _axis_words(timeline: Timeline) -> list[str]:
    low = timeline.y_range[0]
    if timeline.report.goal.traits.place:
        return [_("1 on top")]
    return [_("the axis does not start at 0")] if low > 0 and timeline.values else []


def source_line(report: GoalReport, *, located: bool = False) -> str:
    """Return where the latest actual and the goal are written, with the place in each document where it is asked for.

    Nothing where neither has a source.
    """
    dated = (actual for actual in report.actuals if actual.year is not None)
    latest = max(dated, key=lambda actual: actual.year or 0, default=None)
    goal, actual = report.sources.get(report.goal.source or report.plan.source or ""), None
    if latest is not None:
        actual = report.sources.get(latest.source or "")
    cited = citation(actual, latest.locator if latest and located else None)
    asked = citation(goal, report.goal.locator if located else None)
    parts = [_("Actual: {source}.").format(source=cited)] if cited else []
    parts += [_("Goal: {source}.").format(source=asked)] if asked else []
    joined = sentences(*parts) if located else "  ".join(parts)
    return _("Source – {sources}").format(sources=joined) if parts else ""


def _last_point(timeline: Timeline) -> str:
    """Return the latest value where it is known too little to be measured; "" where there is none."""
    if not timeline.points:
        return ""
    latest = timeline.points[-1]
    return _("{value} in {year}").format(value=point_told(latest, timeline.report), year=latest.year)


def describe(report: GoalReport) -> str:
    """Return one or two sentences: the goal with what is measured and its status, and where the pace leads."""
    timeline, facts = Timeline(report), VerdictFacts.of(report)
    goal = _("goal {goal}").format(goal=goal_words(report))
    if timeline.due is not None:
        goal = _("goal {goal} for {year}").format(goal=goal_words(report), year=timeline.due)
    now = measured_and_when(facts)
    if now == MISSING:
        now = own_words(facts) if report.goal.traits.worked_out else _last_point(timeline)
        now = now or _("no actual reported")
    group, status = group_word(report.group), status_words(report)
    text = _("{indicator}, {zone}: {now}; {goal}. {group}: {status}.")
    if status.startswith(group):
        text = _("{indicator}, {zone}: {now}; {goal}. {Status}.")
    stands = text.format(
        indicator=display_name(report.indicator), zone=display_name(report.zone), now=now, goal=goal,
        group=group, status=status.lower(), Status=status,
    )  # fmt: skip
    ahead = report.projection
    if ahead is None or len(ahead.years) < 2:
        return stands
    led = change_told(ahead.middle[-1], report)
    text = _("If the pace so far holds: {value} by {year}.")
    return sentences(stands, text.format(value=led, year=round(ahead.years[-1])))
