"""What the slides of a set are made of, beside its goals: successive plans, paces, a comparison, what is asked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.domain.assessment.verdicts import GoalReport, PaceRow
from tracker.domain.explaining.requests import Request, requests_of
from tracker.domain.plan_line import earlier_plans
from tracker.domain.slides.slide_sets import Origin, SlideKind, SlideSet, kind_of, subject_of
from tracker.domain.statuses import Group
from tracker.errors import NotFoundError
from tracker.language import _
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.services.compare.comparison import Comparison, ZoneRecord, compare
from tracker.services.compare.paces import as_changes, as_growth, goal_paces, paces
from tracker.services.slides.judged_goals import SlideGoals, slide_goals, tells_nothing
from tracker.services.slides.viewing import Frozen
from tracker.store import Store


@dataclass(frozen=True, slots=True)
class Material:
    """All that a set's slides tell, looked at in one way."""

    known: Catalogue
    origin: Origin
    subjects: tuple[str, ...]
    goals: SlideGoals
    comparison: Comparison | None = None

    @property
    def successions(self) -> dict[str, ZoneRecord]:
        """Goals of several plans on one indicator of one zone, by zone and indicator."""
        if self.comparison is not None:
            indicator = self.comparison.indicator.indicator
            by_place = {f"{record.zone.zone}/{indicator}": record for record in self.comparison.zones}
        else:
            by_place = _by_place((*self.goals.measured, *self.goals.beside), self.known)
        return {place: record for place, record in by_place.items() if _of_several_plans(record)}

    @property
    def paces(self) -> list[PaceRow]:
        """The paces needed beside those reached; none where nothing can be laid beside another."""
        rows = goal_paces(self.goals.measured) if self.comparison is None else paces(self.comparison)
        paired = any(row.needed is not None and row.reached is not None for row in rows)
        return rows if paired and len(rows) > 1 else []

    @property
    def measure(self) -> str:
        """What the lengths of the paces are."""
        if self.comparison is not None and as_changes(self.comparison):
            return _("Mean yearly change")
        growth = self.comparison is None or as_growth(self.comparison)
        return _("Growth per year") if growth else _("Change per year")

    @property
    def asks(self) -> list[Request]:
        """What is asked of whom."""
        return requests_of((*self.goals.measured, *self.goals.milestones))


def material_of(store: Store, slide_set: SlideSet, how: Frozen) -> Material:
    """Gather what a set's slides tell; NotFoundError where what it is made from is not there."""
    wanted = frozenset(subject_of(slide.key) for slide in slide_set.slides if kind_of(slide.key) is SlideKind.GOAL)
    return gather(store, slide_set.origin, slide_set.subjects, how, wanted)


def gather(
    store: Store, origin: Origin, subjects: tuple[str, ...], how: Frozen, wanted: frozenset[str] = frozenset()
) -> Material:
    """Gather what slides can tell of a plan, a zone, a comparison or goals; NotFoundError where these are not there."""
    known = cache_of(store).catalogue(how.view.as_of)
    if origin is not Origin.COMPARISON:
        wanted |= frozenset(subjects if origin is Origin.GOALS else ())
        return Material(known, origin, subjects, slide_goals(store, origin, subjects, how, wanted))
    indicator, *zones = subjects
    if indicator not in known.indicators:
        raise NotFoundError(_("There is no indicator “{indicator}” here.").format(indicator=indicator))
    if gone := [zone for zone in zones if zone not in known.zones]:
        raise NotFoundError(_("There is no zone “{zone}” here.").format(zone=gone[0]))
    question = ("slide comparison", subjects, how)
    comparison = cache_of(store).answer(question, lambda: _without(compare(store, indicator, zones, how.view), how))
    return Material(known, origin, subjects, _goals_of(comparison), comparison)


def _without(comparison: Comparison, how: Frozen) -> Comparison:
    """Leave out the goals that were entered since."""
    kept = tuple(
        replace(zone, reports=tuple(report for report in zone.reports if report.goal.goal not in how.unknown))
        for zone in comparison.zones
    )
    return replace(comparison, zones=kept)


def _goals_of(comparison: Comparison) -> SlideGoals:
    """Return the goals of a comparison as those of a plan, off track first."""
    order = (Group.OFF_TRACK, Group.BEHIND, Group.ON_TRACK, Group.MET, Group.NO_VERDICT)
    reports = [report for zone in comparison.zones for report in zone.reports]
    counted = Counter(report.group for report in reports)
    measured = [report for report in reports if report.goal.traits.measured]
    return SlideGoals(
        counts={group: counted[group] for group in Group},
        silent=sum(report.verdict.judged_year is None for report in reports),
        measured=tuple(sorted(measured, key=lambda report: (tells_nothing(report), order.index(report.group)))),
        milestones=tuple(report for report in reports if not report.goal.traits.measured),
        plans=tuple({report.plan.plan: report.plan for report in reports}.values()),
        zones=tuple(zone.zone for zone in comparison.zones),
    )


def _by_place(reports: Sequence[GoalReport], known: Catalogue) -> dict[str, ZoneRecord]:
    """Lay goals on the same indicator of the same zone together, the earlier due first."""
    by_place: dict[str, list[GoalReport]] = {}
    for report in reports:
        by_place.setdefault(f"{report.zone.zone}/{report.indicator.indicator}", []).append(report)
    return {
        place: ZoneRecord(
            zone=together[0].zone,
            actuals=together[0].actuals,
            points=together[0].points,
            reports=tuple(sorted(together, key=lambda report: (report.goal.due or 0, report.goal.goal))),
            before=_succeeded(together, reports, known),
        )
        for place, together in by_place.items()
    }


def _succeeded(
    together: Sequence[GoalReport], reports: Iterable[GoalReport], known: Catalogue
) -> tuple[GoalReport, ...]:
    """Pick the dated goals of other zones' plans that the plans of some goals of one place succeed."""
    earlier = {before for report in together for before in earlier_plans(known.plans, report.plan.plan)}
    place, measured = together[0].zone, together[0].indicator
    return tuple(
        report
        for report in reports
        if report.plan.plan in earlier
        and (report.zone != place and report.indicator == measured)
        and report.goal.due is not None
    )


def _of_several_plans(record: ZoneRecord) -> bool:
    return len({report.plan.plan for report in record.successive}) > 1
