"""What a glide path says, in words for those who cannot see it."""

from tracker.charts.glide.timeline import Scene
from tracker.charts.value_words import (
    decimals_of,
    display_name,
    goal_words,
    point_words,
    shown_unit,
    status_words,
    value_words,
)
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.statuses import group_word
from tracker.language import _, sentences


def describe(report: GoalReport) -> str:
    """Return one or two sentences: the goal with its latest actual and status, and where the pace leads."""
    scene = Scene(report)
    goal = _("goal {goal}").format(goal=goal_words(report))
    if scene.due is not None:
        goal = _("goal {goal} for {year}").format(goal=goal_words(report), year=scene.due)
    if scene.points:
        latest = scene.points[-1]
        now = _("{value} in {year}").format(value=point_words(latest, report), year=latest.year)
    else:
        now = _("no actual reported")
    said = _("{indicator}, {zone}: {now}; {goal}. {group}: {status}.").format(
        indicator=display_name(report.indicator),
        zone=display_name(report.zone),
        now=now,
        goal=goal,
        group=group_word(report.group),
        status=status_words(report).lower(),
    )
    ahead = report.projection
    if ahead is None or len(ahead.years) < 2:
        return said
    led = value_words(ahead.middle[-1], shown_unit(report), decimals_of(report))
    text = _("If the pace so far holds: {value} in {year}.")
    return sentences(said, text.format(value=led, year=round(ahead.years[-1])))
