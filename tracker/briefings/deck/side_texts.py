"""The words beside a slide's chart: where its numbers come from, and what it shows for those who cannot see it."""

from collections.abc import Iterable, Sequence

from tracker.briefings.deck.contents import Bullets, Closing, Content, GoalOverTime, Opening, Paces, Succession, Tiles
from tracker.charts import describe, group_word
from tracker.domain.assessment.verdicts import GoalReport, PaceRow
from tracker.domain.explaining.target_wording import citation
from tracker.domain.records import Source
from tracker.domain.statuses import Group
from tracker.language import _, clauses, labelled, listed, ngettext, number, remarks, sentences

_DOCUMENTS = 3


def goal_source(report: GoalReport) -> str:
    """Say where a goal's latest actual and the goal itself are written: document and place in it."""
    dated = [actual for actual in report.actuals if actual.year is not None]
    latest = max(dated, key=lambda actual: actual.year or 0, default=None)
    actual = citation(report.sources.get(latest.source or ""), latest.locator) if latest else ""
    goal = citation(report.sources.get(report.goal.source or report.plan.source or ""), report.goal.locator)
    said = [_("Actual: {source}.").format(source=actual)] if actual else []
    said += [_("Goal: {source}.").format(source=goal)] if goal else []
    return _("Source – {sources}").format(sources=sentences(*said)) if said else ""


def documents(reports: Iterable[GoalReport]) -> str:
    """Name the documents that some goals and their actuals come from; the first few, and how many more there are."""
    found: dict[str, Source] = {}
    for report in reports:
        found |= report.sources
    titles = list(dict.fromkeys(citation(source, None) for source in found.values()))
    if not titles:
        return ""
    said, left = remarks(titles[:_DOCUMENTS]), len(titles) - _DOCUMENTS
    if left > 0:
        text = ngettext("{titles}; and {left} more document", "{titles}; and {left} more documents", left)
        said = text.format(titles=said, left=number(left))
    return _("Source – {sources}").format(sources=said)


def alt_of(content: Content, title: str) -> str:
    """Say what a slide shows."""
    match content:
        case GoalOverTime(report=report):
            return describe(report)
        case Opening(place=place, counts=counts):
            return _listed(title, [labelled(place, _counted(counts))])
        case Bullets(rows=rows):
            return _listed(title, [labelled(row.label, clauses((row.value, row.status))) for row in rows])
        case Succession(reports=reports):
            return _listed(title, [describe(report) for report in reports])
        case Paces(rows=rows):
            return _listed(title, [_pace(row) for row in rows])
        case Closing(asks=asks):
            return _listed(title, [labelled(ask.who, ask.what) for ask in asks])
        case Tiles(matrix=matrix):
            names = [named.label for named in matrix.plans]
            return _listed(title, [
                labelled(clauses((row.label, plan)), clauses((tile.goal, tile.status)))
                for row, tiles in zip(matrix.indicators, matrix.tiles, strict=True)
                for plan, tile in zip(names, tiles, strict=True)
                if tile is not None
            ])  # fmt: skip
        case _:
            return title


def _counted(counts: dict[Group, int]) -> str:
    return listed(f"{group_word(group)} {number(counts[group])}" for group in Group)


def _pace(row: PaceRow) -> str:
    """Say one row of the chart of paces."""
    needed = _("needed {pace}").format(pace=row.needed_words) if row.needed is not None else ""
    reached = _("reached {pace}").format(pace=row.reached_words) if row.reached is not None else ""
    return labelled(clauses((row.label, row.second)), clauses((needed, reached)))


def _listed(title: str, lines: Sequence[str]) -> str:
    # The words of a whole sentence end as one; those of a row do not.
    return sentences(_("{title}.").format(title=title), remarks(line.rstrip(".。") for line in lines))
