"""Some goals in one line each: what they are, where they stand and why; put into words for these alone."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.explaining.missing import missing
from tracker.domain.explaining.reasons import with_reason
from tracker.domain.explaining.standing_words import marks
from tracker.domain.explaining.target_wording import asked_by
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.records import Goal, Plan
from tracker.domain.statuses import GROUP_OF, Group, Status
from tracker.domain.vocabulary import Nature
from tracker.services.cache.goal_table import GoalTable
from tracker.services.cache.query_cache import QueryCache
from tracker.services.view_settings import ViewSettings
from tracker.store.record.definitions import goals_named


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal in one line, in plain words; the keys lead to its page and stand nowhere on the screen."""

    goal: str
    plan: str
    indicator: str
    zone_name: str
    plan_name: str
    asked: str
    due: int | None
    status: Status
    binding: bool
    marks: tuple[str, ...]
    reason: str
    missing: str

    @property
    def group(self) -> Group:
        """The group of its status."""
        return GROUP_OF[self.status]


def goal_lines(
    cache: QueryCache, view: ViewSettings, goal_table: GoalTable, standings: Standings, rows: Iterable[int]
) -> tuple[GoalLine, ...]:
    """Put the goals in some rows of a book, as judged, into words, in the order given."""
    wanted = [int(row) for row in rows]
    known, some = cache.catalogue(view.as_of), standings.take(np.array(wanted, dtype=np.int64))
    by_goal = records(cache, view, tuple(goal_table.keys[row] for row in wanted))
    lines = []
    for place, goal in enumerate(by_goal):
        plan, indicator, other = known.plans[goal.plan], known.indicators[goal.indicator], known.name_of_reference(goal)
        verdict = with_reason(VerdictFacts(goal, indicator, plan, some.verdict(place, view.rule), other))
        asked = asked_by(goal, indicator, plan, other)
        lines.append(goal_line(goal, plan, indicator.name, known.zones[plan.zone].name, asked, verdict))
    return tuple(lines)


def goal_line(goal: Goal, plan: Plan, indicator: str, zone: str, asked: str, verdict: Verdict) -> GoalLine:
    """Put one goal and its verdict into a line."""
    return GoalLine(
        goal=goal.goal,
        plan=goal.plan,
        indicator=indicator,
        zone_name=zone,
        plan_name=plan.name,
        asked=asked,
        due=goal.due,
        status=verdict.status,
        binding=goal.nature is Nature.BINDING,
        marks=marks(verdict, goal.due),
        reason=verdict.reason,
        missing=missing(verdict, goal.due),
    )


def records(cache: QueryCache, view: ViewSettings, keys: tuple[str, ...]) -> list[Goal]:
    """Return goals by their keys, in the order given."""
    with cache.store.snapshot() as reader:
        stored = goals_named(reader, keys, as_of=view.as_of)
    return [stored[key] for key in keys]
