"""The words that go with every slide into a file: the source and as-of line below it, and the presenter's notes."""

from tracker.briefings.deck.contents import Deck, GoalOverTime, Slide, Succession
from tracker.domain.explaining.target_wording import citation
from tracker.language import _, clauses


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
    match slide.content:
        case GoalOverTime(report=report):
            reports = [report]
        case Succession(reports=several):
            reports = list(several)
        case _:
            reports = []
    found = {name: source for report in reports for name, source in report.sources.items()}
    return [clauses((citation(source, None), source.url or "")) for source in found.values()]
