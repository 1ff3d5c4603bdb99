"""The opening of a mid-term report, and how its goals were judged, in sentences."""

from datetime import datetime

from tracker.briefings.paper.document import Block, Grid, Heading, Listing, Paragraph
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.target_wording import citation
from tracker.domain.statuses import Progress, Rule, progress_meaning, progress_word, rule_source, rule_word
from tracker.domain.vocabulary import Nature
from tracker.language import (
    _,
    both,
    clauses,
    date_words,
    instant_words,
    labelled,
    ngettext,
    number,
    sentences,
    years_words,
)
from tracker.services.plan.mid_term import MidTerm


def known_words(evaluation: MidTerm, now: datetime) -> str:
    """Return from when and by which rule the goals are looked at."""
    instant = instant_words((evaluation.view.as_of or now).astimezone())
    return _("Seen from {year}, as known on {instant}; judged by: {rule}").format(
        year=evaluation.view.year, instant=instant, rule=rule_word(evaluation.view.rule)
    )


def plan_line(evaluation: MidTerm) -> str:
    """Return whose plan it is, for which years, and since when."""
    plan = evaluation.plan
    years = years_words(plan.start, plan.end)
    issued = _("issued {day}").format(day=date_words(plan.issued)) if plan.issued else ""
    return clauses((evaluation.zone.name, years, issued))


def summary(evaluation: MidTerm) -> list[Block]:
    """Return in sentences and in a table how the goals stand."""
    counted = tuple(_counts(evaluation, progress) for progress in Progress)
    heads = (_("Class"), _("Goals"), _("of which binding"), _("of which milestones"))
    grid = Grid(name=_("Goals by class"), heads=heads, rows=counted, widths=(3, 1, 1.4, 1.6))
    return [Heading(text=_("Summary")), Paragraph(text=_sentences(evaluation)), grid]


def _counts(evaluation: MidTerm, progress: Progress) -> tuple[str, ...]:
    reports = evaluation.classes[progress]
    binding, milestones = sum(map(is_binding, reports)), len(evaluation.milestones(progress))
    return progress_word(progress), number(len(reports)), number(binding), number(milestones)


def is_binding(report: GoalReport) -> bool:
    """Return whether the plan binds itself to the goal."""
    return report.goal.nature is Nature.BINDING


def _sentences(evaluation: MidTerm) -> str:
    total, waiting = len(evaluation.reports), len(evaluation.classes[Progress.NO_VERDICT])
    lagging = evaluation.classes[Progress.LAGGING]
    has = ngettext("The plan has {total} goal.", "The plan has {total} goals.", total).format(total=number(total))
    if waiting == total:
        return sentences(has, _("None can be judged yet, because nothing that a verdict needs has been reported."))
    silent = ngettext("{waiting} goal cannot be judged yet.", "{waiting} goals cannot be judged yet.", waiting)
    binding = [report.indicator.name for report in lagging if is_binding(report)]
    return sentences(
        has,
        _judged(total - waiting, len(lagging)),
        silent.format(waiting=number(waiting)) if waiting else "",
        _("Binding goals behind expectations: {names}.").format(names=both(binding)) if binding else "",
    )


def _judged(judged: int, lagging: int) -> str:
    """Return how many of the goals with a verdict do well and how many lag."""
    well = judged - lagging
    if not lagging:
        text = ngettext(
            "The one goal that can be judged is achieved or as expected.",
            "All {judged} goals that can be judged are achieved or as expected.",
            judged,
        )
    elif not well:
        text = ngettext(
            "The one goal that can be judged is behind expectations.",
            "All {judged} goals that can be judged are behind expectations.",
            judged,
        )
    else:
        text = ngettext(
            "Of {judged} goals that can be judged, {well} is achieved or as expected, {lagging} behind that.",
            "Of {judged} goals that can be judged, {well} are achieved or as expected, {lagging} behind that.",
            well,
        )
    return text.format(judged=number(judged), well=number(well), lagging=number(lagging))


def method(evaluation: MidTerm) -> list[Block]:
    """Return how goals were judged and sorted."""
    judged = _(
        "Three published rules judge every goal that is not yet due; this report sorts goals by the first named here."
    )
    rules = sorted(Rule, key=lambda rule: rule is not evaluation.view.rule)
    due = _("A goal whose due year is over is achieved or missed by the value reported for that year, by every rule.")
    classes = [labelled(progress_word(progress), progress_meaning(progress)) for progress in Progress]
    order = _("Within each class, goals to which the plan binds itself come first.")
    return [
        Heading(text=_("How goals were judged")),
        Paragraph(text=judged),
        Listing(items=tuple(labelled(rule_word(rule), rule_source(rule)) for rule in rules)),
        Paragraph(text=due),
        Paragraph(text=_("The classes, in the order of Chinese mid-term evaluations:")),
        Listing(items=tuple(classes)),
        Paragraph(text=order),
    ]


def sources(evaluation: MidTerm) -> list[Block]:
    """Return every document that goals and values come from."""
    if not evaluation.sources:
        return []
    listed = [clauses((citation(source, None), source.url or "")) for source in evaluation.sources]
    return [Heading(text=_("Sources")), Listing(items=tuple(listed))]
