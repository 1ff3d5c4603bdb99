"""The texts that go with a slide: where its numbers come from, the line below it, and the presenter's notes."""

from collections.abc import Iterable

from tracker.briefings.deck.contents import Deck, Slide
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.target_wording import citation
from tracker.domain.records import Source
from tracker.language import _, clauses, ngettext, number, remarks, sentences

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


def known_line(deck: Deck) -> str:
    """Say in a line what a deck was made from and how it was looked at."""
    return _("Made from: {made_from}  ·  {known}").format(made_from=deck.made_from, known=deck.known)


def foot_words(deck: Deck, slide: Slide) -> str:
    """Return the lines below a slide: its source where it has one, what it was made from and when."""
    return "\n".join(part for part in (slide.source, known_line(deck)) if part)


def note_words(deck: Deck, slide: Slide) -> str:
    """Return a slide's notes: the presenter's own, what the chart says, every source, how it was looked at."""
    sources = "\n".join(f"• {line}" for line in source_words(slide))
    said = _("Sources:\n{sources}").format(sources=sources) if sources else slide.source
    return "\n\n".join(part for part in (slide.notes, slide.alt, said, known_line(deck)) if part)


def source_words(slide: Slide) -> list[str]:
    """Return every source of the goals on a slide, each once."""
    found = {name: source for report in slide.content.over_time for name, source in report.sources.items()}
    return [clauses((citation(source, None), source.url or "")) for source in found.values()]
