"""The goals of a mid-term report: a table for each class, what lags and why, and the arithmetic in the annex."""

from collections.abc import Sequence

from tracker.briefings.midterm.sentences import is_binding
from tracker.briefings.paper.document import Block, Drawing, Grid, Heading, Paragraph
from tracker.charts import as_svg, describe, glide_path, marked, status_words
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.arithmetic import arithmetic
from tracker.domain.explaining.measured_words import gap_words
from tracker.domain.explaining.reached_late import reached_late
from tracker.domain.explaining.requests import requests_of
from tracker.domain.explaining.target_wording import asked_by, citation
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Progress, progress_word
from tracker.language import MISSING, _, aside, labelled, percent_value, remarks, sentences
from tracker.services.plan.mid_term import MidTerm
from tracker.services.plan.plan_table import dated, sheet_rows

_DRAWN = (720, 390)
_WIDTHS = (2.4, 1.7, 1.45, 1.45, 1.35, 1.45, 1.5, 1.6)


def goals_by_class(evaluation: MidTerm) -> list[Block]:
    """Return a part for each class that has goals."""
    blocks: list[Block] = [Heading(text=_("How the goals stand"))]
    for progress in Progress:
        if evaluation.classes[progress]:
            blocks += _of_class(evaluation, progress)
    return blocks


def _of_class(evaluation: MidTerm, progress: Progress) -> list[Block]:
    measured, milestones = evaluation.measured(progress), evaluation.milestones(progress)
    blocks: list[Block] = [Heading(text=progress_word(progress), level=2)]
    if measured:
        blocks.append(_grid(progress_word(progress), measured))
    if milestones:
        blocks.append(Paragraph(lead=_("Milestones"), text=remarks(named(report) for report in milestones)))
    if progress is Progress.LAGGING:
        blocks += [_lagging(report) for report in (*measured, *milestones)]
    if progress is Progress.NO_VERDICT:
        blocks.append(_missing((*measured, *milestones)))
    return blocks


def named(report: GoalReport) -> str:
    """Return a goal's name, its indicator's, which says where the plan binds itself to it."""
    return aside(report.indicator.name, _("binding") if is_binding(report) else "")


def _grid(name: str, reports: Sequence[GoalReport]) -> Grid:
    heads = (
        _("Indicator"),
        _("Asked"),
        _("Baseline"),
        _("Latest"),
        _("Way made / time gone"),
        _("Gap"),
        _("Required pace a year"),
        _("Status"),
    )
    return Grid(
        name=name,
        heads=heads,
        rows=tuple(_row(report) for report in reports),
        widths=_WIDTHS,
        groups=tuple(report.group for report in reports),
    )


def _row(report: GoalReport) -> tuple[str, ...]:
    cells = sheet_rows([report])[0]
    verdict = report.verdict
    gone = MISSING
    if verdict.progress is not None and not report.goal.traits.place:
        gone = _("{progress} / {elapsed}").format(
            progress=percent_value(verdict.progress), elapsed=percent_value(verdict.elapsed)
        )
    asked = asked_by(report.goal, report.indicator, report.plan, report.other)
    status = marked(report.group, status_words(report))
    latest = aside(dated(cells.latest, cells.when), cells.own)
    known = (dated(cells.baseline, cells.baseline_year), latest)
    return (named(report), asked, *known, gone, cells.gap, cells.required, status)


def _lagging(report: GoalReport) -> Paragraph:
    """Return why a goal lags, what is missing, and who can act."""
    parts = [report.verdict.reason, _short_of(report), reached_late(report)]
    parts += [_("Who can act: {who}. {what}").format(who=ask.who, what=ask.what) for ask in requests_of([report])]
    return Paragraph(lead=named(report), text=sentences(*parts))


def _short_of(report: GoalReport) -> str:
    verdict, facts = report.verdict, VerdictFacts.of(report)
    if not verdict.gap_size or report.goal.due is None:
        return ""
    if not verdict.required_pace or not verdict.pace:
        return _("Gap: {gap}.").format(gap=gap_words(facts))
    return _("Gap: {gap}. Needed until {due}: {required} a year; reached so far: {pace} a year.").format(
        gap=gap_words(facts),
        due=report.goal.due,
        required=facts.pace(verdict.required_pace, sign=True),
        pace=facts.pace(verdict.pace, sign=True),
    )


def _missing(reports: Sequence[GoalReport]) -> Grid:
    """Return what a verdict needs and who could supply it."""
    rows = tuple((ask.what, ask.who) for ask in requests_of(reports))
    heads = (_("What is missing"), _("Who can supply it"))
    return Grid(name=_("What is missing for a verdict"), heads=heads, rows=rows, widths=(2, 1))


def milestones(evaluation: MidTerm) -> list[Block]:
    """Return every milestone with its state and where that is reported."""
    listed = [(report, progress) for progress in Progress for report in evaluation.milestones(progress)]
    if not listed:
        return []
    rows = tuple(
        (
            named(report),
            MISSING if report.goal.due is None else str(report.goal.due),
            _evidence(report) or MISSING,
            marked(report.group, status_words(report)),
        )
        for report, _progress in listed
    )
    heads = (_("Milestone"), _("Due"), _("Evidence"), _("Status"))
    grid = Grid(
        name=_("Milestones"),
        heads=heads,
        rows=rows,
        widths=(4, 0.8, 3, 1.6),
        groups=tuple(report.group for report, _progress in listed),
    )
    return [Heading(text=_("Milestones")), grid]


def _evidence(report: GoalReport) -> str:
    reported = [actual for actual in report.actuals if actual.state is not None]
    if not reported:
        return ""
    latest = max(reported, key=lambda actual: actual.year or 0)
    return citation(report.sources.get(latest.source or ""), latest.locator)


def annex(evaluation: MidTerm) -> list[Block]:
    """Return each goal's arithmetic with its numbers, and its path."""
    measured = [report for progress in Progress for report in evaluation.measured(progress)]
    if not measured:
        return []
    blocks: list[Block] = [Heading(text=_("Annex: the arithmetic of each goal"), new_page=True)]
    for number, report in enumerate(measured, 1):
        blocks += _worked_out(report, number)
    return blocks


def _worked_out(report: GoalReport, number: int) -> list[Block]:
    asked = asked_by(report.goal, report.indicator, report.plan, report.other)
    blocks: list[Block] = [
        Heading(text=named(report), level=2),
        Paragraph(text=sentences(_("Asked: {asked}.").format(asked=asked), _worded(report)), keep=True),
    ]
    if report.points or report.path:
        blocks.append(_drawn(report, number))
    steps = arithmetic(report)
    if steps.steps:
        heads = (_("Figure"), _("How it is worked out"), _("Result"))
        rows = tuple((step.name, step.formula, step.result) for step in steps.steps)
        blocks.append(Grid(name=labelled(_("Arithmetic"), named(report)), heads=heads, rows=rows, widths=(1.3, 3.4, 1)))
    if steps.left_out:
        blocks.append(Paragraph(text=steps.left_out, quiet=True))
    return blocks


def _worded(report: GoalReport) -> str:
    wording, place = report.goal.wording, _place(report)
    if not wording:
        return _("Written in: {place}.").format(place=place) if place else ""
    return _("In the plan’s sense: “{wording}” ({place}).").format(wording=wording, place=place or report.plan.name)


def _place(report: GoalReport) -> str:
    return citation(report.sources.get(report.goal.source or report.plan.source or ""), report.goal.locator)


def _drawn(report: GoalReport, number: int) -> Drawing:
    scene = glide_path(report, size=_DRAWN, title=False)
    return Drawing(svg=as_svg(scene, prefix=f"goal{number}"), alt=describe(report), size=_DRAWN)
