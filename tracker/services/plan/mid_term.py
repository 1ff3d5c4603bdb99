"""One plan's goals as a mid-term evaluation sorts them, with the sources that they and their actuals come from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.records import Plan, Source, Zone
from tracker.domain.statuses import Progress, progress_of
from tracker.services.cache.query_cache import cache_of
from tracker.services.plan.plan_sheet import plan_sheet
from tracker.services.plan.plan_table import is_binding
from tracker.services.view_settings import ViewSettings
from tracker.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class MidTerm:
    """A plan with its goals, measured ones and milestones by class, binding ones first; `sources` in reading order.

    The evaluation of a closed plan is its final one.
    """

    plan: Plan
    zone: Zone
    view: ViewSettings
    classes: dict[Progress, tuple[GoalReport, ...]]
    sources: tuple[Source, ...]
    closed: bool

    @property
    def reports(self) -> tuple[GoalReport, ...]:
        """Every goal in the order of the classes."""
        return tuple(report for reports in self.classes.values() for report in reports)

    def measured(self, progress: Progress) -> tuple[GoalReport, ...]:
        """The goals of a class that have a number."""
        return tuple(report for report in self.classes[progress] if report.goal.traits.measured)

    def milestones(self, progress: Progress) -> tuple[GoalReport, ...]:
        """The milestones of a class."""
        return tuple(report for report in self.classes[progress] if not report.goal.traits.measured)


def mid_term(store: Store, plan: str, view: ViewSettings) -> MidTerm:
    """Judge one plan's goals and sort them; NotFoundError where there is no plan of that name."""
    sheet = plan_sheet(store, plan, view)
    known = cache_of(store).catalogue(view.as_of).sources
    binding_first = sorted((*sheet.measured, *sheet.milestones), key=lambda report: not is_binding(report))
    sourced = [_with_sources(report, known) for report in binding_first]
    classes = {
        progress: tuple(report for report in sourced if progress_of(report.verdict.status) is progress)
        for progress in Progress
    }
    plan_source = [known[sheet.plan.source]] if sheet.plan.source in known else []
    cited = [*plan_source, *(source for reports in classes.values() for source in _cited(reports))]
    return MidTerm(
        plan=sheet.plan,
        zone=sheet.zone,
        view=view,
        classes=classes,
        sources=tuple({source.source: source for source in cited}.values()),
        closed=not sheet.running,
    )


def _with_sources(report: GoalReport, known: dict[str, Source]) -> GoalReport:
    named = (report.goal.source, report.plan.source, *(actual.source for actual in report.actuals))
    return replace(report, sources={name: known[name] for name in named if name in known})


def _cited(reports: Iterable[GoalReport]) -> Iterable[Source]:
    return (source for report in reports for source in report.sources.values())
