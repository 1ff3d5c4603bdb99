"""What a glide path says beside its marks: the goal at the right, the projection, the subtitle and the source."""

from dataclasses import replace

from tracker.charts.drawing import Line
from tracker.charts.glide.timeline import Scene
from tracker.charts.lettering import shortened, wrapped
from tracker.charts.palette import marked
from tracker.charts.sheet import Sheet
from tracker.charts.steps import PROJECTION
from tracker.charts.value_words import (
    decimals_of,
    display_name,
    goal_words,
    is_money,
    needs_words,
    shown_unit,
    status_words,
    value_words,
)
from tracker.domain.assessment.verdicts import GoalReport, Projection
from tracker.domain.explaining.target_wording import citation
from tracker.domain.kinds import Kind
from tracker.domain.statuses import GROUP_OF, Group, Rule
from tracker.language import _, clauses, unit_word


def projection_group(report: GoalReport) -> Group:
    """Return the group of the projection's own status, whose colour the projection bears."""
    return GROUP_OF[report.verdict.statuses[Rule.PROJECTION]]


def goal_lines(sheet: Sheet, scene: Scene, room: float) -> list[Line]:
    """Return what stands at the goal: its words, its due year, what it asks a year, and its status."""
    report = scene.report
    muted, size = sheet.colours.muted, sheet.font(28)
    lines = [
        Line(text, sheet.font(40), sheet.colours.ink, bold=True)
        for text in _broken(goal_words(report), sheet.font(40), room, bold=True)
    ]
    said = [due_words(scene), needs_words(report)]
    lines += [Line(text, size, muted) for words in said if words for text in _broken(words, size, room)]
    colour = sheet.colours.status[report.group]
    state = _broken(marked(report.group, status_words(report)), size, room, bold=True)
    return lines + [Line(text, size, colour, bold=True) for text in state]


def narrow_lines(sheet: Sheet, scene: Scene) -> list[Line]:
    """Return goal, status and projection as lines above a plot that has no margin for labels."""
    report, size = scene.report, sheet.font(30)
    goal = _("◇ {goal}, {due}").format(goal=goal_words(report), due=due_words(scene))
    state = marked(report.group, status_words(report))
    colours, ahead = sheet.colours.status, report.projection
    lines = [Line(goal, size, sheet.colours.ink, bold=True), Line(state, size, colours[report.group], bold=True)]
    if ahead and len(ahead.years) > 1:
        projected = _projected(report, ahead)
        lines.append(Line(projected, size, colours[projection_group(report)], bold=True, step=PROJECTION))
    return [replace(line, text=shortened(line.text, size, sheet.width - 4.0, bold=True)) for line in lines]


def _projected(report: GoalReport, ahead: Projection) -> str:
    value = value_words(ahead.middle[-1], shown_unit(report), decimals_of(report))
    return marked(projection_group(report), _("{value} projected").format(value=value))


def due_words(scene: Scene) -> str:
    """Return for when the goal is wanted."""
    if scene.due is None:
        return _("no due year")
    pattern = _("asked of every year to {year}") if scene.every_year else _("goal for {year}")
    return pattern.format(year=scene.due)


def _broken(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    return wrapped(text, size, room, bold=bold, most=3)


def projection_lines(sheet: Sheet, scene: Scene, room: float) -> list[Line]:
    """Return what stands at the projection's end: its value, its band, and what it supposes."""
    report, ahead = scene.report, scene.report.projection
    if ahead is None or len(ahead.years) < 2:
        return []
    group, places = projection_group(report), decimals_of(report)
    colour, size = sheet.colours.status[group], sheet.font(28)
    first = _projected(report, ahead)
    lines = [Line(text, sheet.font(30), colour, bold=True) for text in _broken(first, sheet.font(30), room, bold=True)]
    if ahead.low and ahead.high:
        low, high = (value_words(ends[-1], shown_unit(report), places) for ends in (ahead.low, ahead.high))
        band = _("80% between {low} and {high}").format(low=low, high=high)
        lines += [Line(text, size, colour) for text in _broken(band, size, room)]
    held = _broken(_("if the pace so far holds"), size, room)
    lines += [Line(text, size, sheet.colours.muted) for text in held]
    return [replace(line, step=PROJECTION) for line in lines]


def subtitle(sheet: Sheet, scene: Scene) -> str:
    """Return the indicator with its unit and how to read the marks that are there."""
    report = scene.report
    unit = "" if is_money(report.unit) or report.unit in ("", "%") else unit_word(report.unit)
    unit = _("points") if shown_unit(report) != report.unit else unit
    said = [display_name(report.indicator), *([unit] if unit and not _said(unit, report.indicator.name) else [])]
    if sheet.narrow:
        return "  ·  ".join([*said, *_axis_words(scene)])
    marks = [_("solid = actual")] if scene.points else []
    marks += [_("hollow = needed")] if scene.needed else []
    marks += [_("dashes = path to the goal")] if scene.path else []
    marks += [_("dotted = projection, band = 80%")] if report.projection and report.projection.low else []
    # A mark and its meaning stay on one line.
    reading = [clauses(mark.replace(" ", "\u00a0") for mark in marks)] if marks else []
    return "  ·  ".join([*said, *reading, *_axis_words(scene)])


def _said(unit: str, name: str) -> bool:
    return unit.lower() in name.lower()


def _axis_words(scene: Scene) -> list[str]:
    low = scene.y_range[0]
    if scene.report.goal.kind is Kind.RANK:
        return [_("1 on top")]
    return [_("the axis does not start at 0")] if low > 0 and scene.values else []


def source_line(report: GoalReport) -> str:
    """Return where the latest actual and the goal come from; nothing where neither has a source."""
    latest = max(
        (actual for actual in report.actuals if actual.year is not None), key=lambda a: a.year or 0, default=None
    )
    actual = _source(report, latest.source if latest else None)
    goal = _source(report, report.goal.source or report.plan.source)
    said = [_("Actual: {source}.").format(source=actual)] if actual else []
    said += [_("Goal: {source}.").format(source=goal)] if goal else []
    return _("Source – {sources}").format(sources="  ".join(said)) if said else ""


def _source(report: GoalReport, name: str | None) -> str:
    found = report.sources.get(name) if name else None
    return citation(found, None)
