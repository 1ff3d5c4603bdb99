"""The mid-term report on one plan, in the order of Chinese evaluations."""

from datetime import UTC, datetime

from tracker.briefings.midterm.goal_tables import annex, goals_by_class, milestones
from tracker.briefings.midterm.sentences import known_words, method, plan_line, sources, summary
from tracker.briefings.paper.document import Document, Paragraph
from tracker.language import _, current_language
from tracker.services.plan.mid_term import MidTerm, mid_term
from tracker.services.view_settings import ViewSettings
from tracker.store import Store


def midterm_report(store: Store, plan: str, view: ViewSettings) -> Document:
    """Return the report on a plan in the reader's language; NotFoundError where there is no plan of that name."""
    return written(mid_term(store, plan, view), datetime.now(UTC))


def written(found: MidTerm, now: datetime) -> Document:
    """Return a plan's judged goals in the words of the report."""
    known = known_words(found, now)
    return Document(
        title=_("Mid-term report: {plan}").format(plan=found.plan.name),
        subtitle=plan_line(found),
        author=found.zone.name,
        known=known,
        page=_("Page {number} of {count}"),
        language=current_language(),
        as_of=found.view.as_of or now,
        blocks=(
            Paragraph(text=known, quiet=True),
            *summary(found),
            *goals_by_class(found),
            *milestones(found),
            *method(found),
            *sources(found),
            *annex(found),
        ),
    )
