"""The mid-term report on one plan, in the order of Chinese evaluations; the final one where it is over."""

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


def written(evaluation: MidTerm, now: datetime) -> Document:
    """Return a plan's judged goals in the words of the report."""
    known = known_words(evaluation, now)
    title = _("Final report: {plan}") if evaluation.closed else _("Mid-term report: {plan}")
    return Document(
        title=title.format(plan=evaluation.plan.name),
        subtitle=plan_line(evaluation),
        author=evaluation.zone.name,
        known=known,
        page=_("Page {number} of {count}"),
        language=current_language(),
        as_of=evaluation.view.as_of or now,
        blocks=(
            Paragraph(text=known, quiet=True),
            *summary(evaluation),
            *goals_by_class(evaluation),
            *milestones(evaluation),
            *method(evaluation),
            *sources(evaluation),
            *annex(evaluation),
        ),
    )
