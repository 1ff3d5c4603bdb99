"""The texts that go with a slide: where its numbers come from, the line below it, and the presenter's notes."""

from collections.abc import Iterable

from tracker.briefings.deck.contents import Deck, Slide
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.target_wording import citation
from tracker.domain.records import Source
from tracker.language import _, clauses, ngettext, number, remarks

_DOCUMENTS = 3


def documents(reports: Iterable[GoalReport]) -> str:
    """Return the documents that some goals and their actuals come from: the first few, and how many more there are."""
    sources: dict[str, Source] = {}
    for report in reports:
        sources |= report.sources
    titles = list(dict.fromkeys(citation(source, None) for source in sources.values()))
    if not titles:
        return ""
    titles_line, left = remarks(titles[:_DOCUMENTS]), len(titles) - _DOCUMENTS
    if left > 0:
        text = ngettext("{titles}; and {left} more document", "{titles}; and {left} more documents", left)
        titles_line = text.format(titles=titles_line, left=number(left))
    return _("Source – {sources}").format(sources=titles_line)


def known_line(deck: Deck) -> str:
    """Return in a line what a deck was made from and how it was looked at."""
    return _("Made from: {made_from}  ·  {known}").format(made_from=deck.made_from, known=deck.known)


def foot_words(deck: Deck, slide: Slide) -> str:
    """Return the lines below a slide: its source where it has one, what it was made from and when."""
    return "\n".join(part for part in (slide.source, known_line(deck)) if part)


def note_words(deck: Deck, slide: Slide) -> str:
    """Return a slide's notes: the presenter's own, what the chart says, every source, how it was looked at."""
    sources = "\n".join(f"• {line}" for line in source_words(slide))
    sources_block = _("Sources:\n{sources}").format(sources=sources) if sources else slide.source
    return "\n\n".join(part for part in (slide.notes, slide.alt, sources_block, known_line(deck)) if part)


def source_words(slide: Slide) -> list[str]:
    """Return every source of the goals on a slide, each once."""
    sources = {name: source for report in slide.content.over_time for name, source in report.sources.items()}
    return [clauses((citation(source, None), source.url or "")) for source in sources.values()]
