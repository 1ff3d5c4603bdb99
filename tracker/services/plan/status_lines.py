"""The verdicts on goals, as plain rows for other programs and as lines for people, by plan."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar
from unicodedata import east_asian_width

from tracker.domain.assessment.measured_as import MeasuredAs
from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.explaining.measured_words import how_exact, measured_words
from tracker.domain.explaining.reasons import with_reason
from tracker.domain.explaining.standing_words import standing
from tracker.domain.explaining.target_wording import asked_by, counting_unit, measured_unit
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.plan_course import closed_from, is_running
from tracker.domain.records import Goal, Indicator, Plan, Zone
from tracker.domain.statuses import GROUP_OF, Group, group_word
from tracker.domain.text import not_found
from tracker.domain.vocabulary import Nature
from tracker.language import MISSING, _, aside, clauses, labelled, listed, ngettext, number, percent_value
from tracker.services.cache.goal_table import fetch_goal_table
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.record.definitions import goals as stored_goals

_Value = TypeVar("_Value")
_NUMBERS = (
    "baseline_year", "baseline_value", "baseline_origin", "latest_year", "latest_value", "latest_high", "completion",
    "progress", "elapsed", "path_value", "gap", "gap_to_path", "pace", "required_pace", "required_growth",
    "arrival_year", "projected", "projected_low", "projected_high", "chance",
)  # fmt: skip

_FIRST = (Group.OFF_TRACK, Group.BEHIND, Group.ON_TRACK, Group.MET, Group.NO_VERDICT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One goal with what it belongs to, its verdict, and what is asked in words; `other` names its reference."""

    goal: Goal
    plan: Plan
    zone: Zone
    indicator: Indicator
    other: str
    asked: str
    verdict: Verdict
    running: bool


def judged_goals(
    store: Store, view: ViewSettings, *, plan: str | None = None, zone: str | None = None, goal: str | None = None
) -> Iterator[Judged]:
    """Judge goals: all, or those of a plan, of a zone and the zones under it, or one; by goal.

    NotFoundError where there is no such plan, zone or goal.
    """
    known = cache_of(store).catalogue(view.as_of)
    _refuse_unknown(known, plan, zone)
    with store.snapshot() as reader:
        goal_table = fetch_goal_table(reader, as_of=view.as_of, plan=plan, zone=zone, with_children=True, goal=goal)
        wanted = None if plan is None and zone is None and goal is None else set(goal_table.keys)
        stored = stored_goals(reader, plan=plan, goal=goal, as_of=view.as_of)
        records = {each.goal: each for each in stored if wanted is None or each.goal in wanted}
    if goal is not None and not goal_table.keys:
        raise not_found(_("There is no goal “{goal}” here.").format(goal=goal), goal, _goal_keys(store, view))
    standings = Standings.of(goal_table.goals, goal_table.actuals, view.year, view.about)
    closed = closed_from(known.plans.values())
    for place, (key, plan_key, indicator_key) in enumerate(
        zip(goal_table.keys, goal_table.plans, goal_table.indicators, strict=True)
    ):
        goal_record, plan_record = records[key], known.plans[plan_key]
        other = known.name_of_reference(goal_record)
        indicator = known.indicators[indicator_key]
        facts = VerdictFacts(goal_record, indicator, plan_record, standings.verdict(place, view.rule), other)
        verdict = with_reason(facts)
        yield Judged(
            goal=goal_record,
            plan=plan_record,
            zone=known.zones[plan_record.zone],
            indicator=indicator,
            other=other,
            asked=asked_by(goal_record, indicator, plan_record, other),
            verdict=verdict,
            running=is_running(plan_record.plan, closed, view.year),
        )


def _goal_keys(store: Store, view: ViewSettings) -> Iterator[str]:
    """List the goals there are by their keys."""
    with store.snapshot() as reader:
        for goal in stored_goals(reader, as_of=view.as_of):
            yield goal.goal


def _refuse_unknown(known: Catalogue, plan: str | None, zone: str | None) -> None:
    """Refuse a plan or zone that is not there."""
    if plan is not None and plan not in known.plans:
        raise not_found(_("There is no plan “{plan}” here.").format(plan=plan), plan, known.plans)
    if zone is not None and zone not in known.zones:
        raise not_found(_("There is no zone “{zone}” here.").format(zone=zone), zone, known.zones)


def status_row(judged: Judged) -> dict[str, Any]:
    """Write one goal's row, in plain numbers and words."""
    goal, verdict = judged.goal, judged.verdict
    return {
        "goal": goal.goal,
        "plan": goal.plan,
        "zone": judged.plan.zone,
        "indicator": goal.indicator,
        "kind": str(goal.kind),
        "comparator": None if goal.comparator is None else str(goal.comparator),
        "target": _plain(verdict.target),
        "unit": measured_unit(goal, judged.indicator),
        "due": goal.due,
        "asked": judged.asked,
        "approximate": goal.approximate,
        "nature": goal.nature and str(goal.nature),
        **{name: _plain(getattr(verdict, name)) for name in _NUMBERS},
        # Nothing is required of a goal that is met: the same figure is how much a year it may still fall back.
        "required_pace": _plain(verdict.spare_pace if verdict.required_pace is None else verdict.required_pace),
        "measured_value": _plain(verdict.measured),
        "measured_high": _plain(verdict.measured_high if verdict.measured_high != verdict.measured else None),
        "measured_qualifier": str(how_exact(verdict.measured, verdict.measured_high, verdict.qualifier)),
        "measured_as": verdict.measured_words,
        "latest_qualifier": str(verdict.latest_qualifier),
        "latest_unit": counting_unit(goal, judged.indicator),
        "own_value": _plain(verdict.own_value),
        "reference_value": _plain(verdict.reference_value),
        "decided_by": verdict.decided_by,
        "required_mean": _plain(verdict.required_mean),
        "gap_size": _plain(verdict.gap_size),
        "gap_word": verdict.gap_word and str(verdict.gap_word),
        "elapsed_now": _plain(verdict.elapsed_now),
        "moving_back": verdict.moving_back,
        "rule": str(verdict.rule),
        "status": str(verdict.status),
        "group": str(GROUP_OF[verdict.status]),
        "statuses": {str(rule): str(status) for rule, status in verdict.statuses.items()},
        "ratio": _plain(verdict.ratio),
        "overdue": verdict.overdue,
        "theme": goal.theme or judged.indicator.category,
        "owner": goal.owner,
        "running": judged.running,
        "reason": verdict.reason,
    }


def _plain(value: _Value) -> _Value | float:
    """Drop the noise that binary arithmetic leaves beyond the twelfth digit (0.5600000000000023 is 0.56)."""
    return float(f"{value:.12g}") if isinstance(value, float) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """One goal: its plan's heading, the cells of its row, and why it stands as it does."""

    plan: str
    cells: tuple[str, ...]
    group: Group
    reason: str


def table(lines: Sequence[StatusLine]) -> Iterator[str]:
    """Lay the lines out under their heads and their plans, with the totals at the end."""
    heads = _heads()
    widths = [max(map(_width, column)) for column in zip(heads, *(line.cells for line in lines), strict=True)]
    yield _row(heads, widths)
    for plan, of_plan in groupby(lines, key=lambda line: line.plan):
        yield ""
        yield plan
        for line in of_plan:
            yield _row(line.cells, widths)
            yield f"    {line.reason}"
    yield ""
    yield totals(lines)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _width(text: str) -> int:
    """Count the columns that a text takes up on a terminal: two for each wide letter."""
    return sum(2 if east_asian_width(letter) in "FW" else 1 for letter in text)


def _heads() -> tuple[str, ...]:
    """Name the columns of the cells."""
    return (_("indicator"), _("zone"), _("asked"), _("latest"), _("progress"), _("status"), _("goal"))


def status_lines(judged: Iterable[Judged]) -> list[StatusLine]:
    """Put judged goals into lines, plan by plan."""
    return [_line(goal) for goal in sorted(judged, key=_place)]


def totals(lines: Iterable[StatusLine]) -> str:
    """Count the goals of each group: "43 goals: 2 off track, 41 no verdict"."""
    counted = Counter(line.group for line in lines)
    count = counted.total()
    total = ngettext("{count} goal", "{count} goals", count).format(count=number(count))
    groups = [
        _("{count} {group}").format(count=number(counted[group]), group=group_word(group).lower())
        for group in _FIRST
        if counted[group]
    ]
    return labelled(total, listed(groups))


def _place(judged: Judged) -> tuple[object, ...]:
    group = GROUP_OF[judged.verdict.status]
    binding = judged.goal.nature is Nature.BINDING
    return (
        *_heading(judged.zone, judged.plan),
        judged.plan.plan,
        not binding,
        _FIRST.index(group),
        judged.indicator.name,
    )


def _heading(zone: Zone, plan: Plan) -> tuple[str, int, str]:
    return zone.name, plan.start or 9999, plan.name


def _line(judged: Judged) -> StatusLine:
    verdict = judged.verdict
    facts = VerdictFacts(judged.goal, judged.indicator, judged.plan, verdict, judged.other)
    stands = clauses(standing(verdict, judged.goal.due))
    cells = (
        judged.indicator.name,
        judged.zone.name,
        _("{asked}, binding").format(asked=judged.asked) if judged.goal.nature is Nature.BINDING else judged.asked,
        _latest(facts),
        percent_value(verdict.progress),
        stands[:1].lower() + stands[1:],
        judged.goal.goal,
    )
    plan = judged.plan.name if judged.zone.name in judged.plan.name else f"{judged.zone.name} – {judged.plan.name}"
    return StatusLine(plan=plan, cells=cells, group=GROUP_OF[verdict.status], reason=verdict.reason)


def _latest(facts: VerdictFacts) -> str:
    """Return what is measured with its year, or the latest actual where nothing is measured yet."""
    verdict, measured, year = facts.verdict, measured_words(facts), facts.verdict.judged_year
    as_reported = verdict.measured_as is MeasuredAs.VALUE and verdict.latest_year == year
    if measured == MISSING or as_reported:
        return aside(facts.latest, "" if verdict.latest_year is None else str(verdict.latest_year))
    return measured if year is None or str(year) in measured else aside(measured, str(year))
