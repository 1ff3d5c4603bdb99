"""Which goals come first: those that need attention, those that became due, those nothing was ever said of."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from tracker.domain.assessment.enum_codes import Flags, Floats, Rows, code
from tracker.domain.assessment.standings import GROUPS, Standings
from tracker.domain.statuses import Group, Rule, Status
from tracker.services.cache.dimensions import Dimensions
from tracker.services.cache.query_cache import QueryCache, cache_of
from tracker.services.overview.counts_by_group import Chosen, Scope, chosen
from tracker.services.plan.goal_lines import GoalLine, goal_lines
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

_urgency = np.array(
    [{Group.OFF_TRACK: 0, Group.BEHIND: 1, Group.NO_VERDICT: 2, Group.ON_TRACK: 3}.get(group, 4) for group in GROUPS]
)


class Concern(StrEnum):
    """Why goals are listed: they fall short, are past due unreported, became due, or were never reported."""

    ATTENTION = "attention"
    OVERDUE = "overdue"
    DUE = "due"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Listed:
    """The first goals of a list in one line each, and how many the list has in all."""

    lines: tuple[GoalLine, ...]
    total: int


def concerns(store: Store, view: ViewSettings, scope: Scope, concern: Concern, most: int) -> Listed:
    """List the goals of one concern, at most so many of them; NotFoundError where the scope is not there."""
    cache = cache_of(store)

    def find() -> Listed:
        choice = chosen(cache, view, scope)
        return _listed(cache, view, choice, _rows_of(choice, concern, view), most)

    return cache.answer(("concerns", view, scope, concern, most), find)


def fell_due(store: Store, view: ViewSettings, scope: Scope) -> int:
    """Count the goals due in the year before, of which nothing was reported; NotFoundError as for `concerns`."""
    cache = cache_of(store)

    def count() -> int:
        choice = chosen(cache, view, scope)
        due, late = choice.standings.goals.due[choice.rows], choice.standings.assessment.overdue[choice.rows]
        return int((late & (due == view.year - 1)).sum())

    return cache.answer(("fell due", view, scope), count)


def of_group(store: Store, view: ViewSettings, scope: Scope, group: Group, most: int) -> Listed:
    """List the goals of one group by need, at most so many of them; NotFoundError where the scope is not there."""
    cache = cache_of(store)

    def find() -> Listed:
        choice = chosen(cache, view, scope)
        rows = choice.rows[choice.groups == GROUPS.index(group)]
        return _listed(cache, view, choice, by_need(rows, choice.standings, choice.held, view.rule), most)

    return cache.answer(("group", view, scope, group, most), find)


def by_need(rows: Rows, standings: Standings, held: Dimensions, rule: Rule) -> Rows:
    """Order rows: off track, behind, the rest; in each binding goals first, then the largest shortfall in r."""
    urgency = _urgency[standings.groups(rule)[rows]]
    return np.asarray(rows[np.lexsort((-_shortfall(standings, rule)[rows], ~held.binding[rows], urgency))])


def _shortfall(standings: Standings, rule: Rule) -> Floats:
    """Return how far each ratio is under 1, least of all where none is; the projection rule takes the time rule's."""
    ratio = standings.assessment.compound if rule is Rule.COMPOUND else standings.assessment.time
    return np.nan_to_num(1 - ratio, nan=-np.inf, posinf=np.inf, neginf=-np.inf)


def _rows_of(choice: Chosen, concern: Concern, view: ViewSettings) -> Rows:
    rows, groups, standings = choice.rows, choice.groups, choice.standings
    if concern is Concern.ATTENTION:
        short = (groups == GROUPS.index(Group.OFF_TRACK)) | (groups == GROUPS.index(Group.BEHIND))
        return by_need(rows[short], standings, choice.held, view.rule)
    due, late, unheard = standings.goals.due[rows], standings.assessment.overdue[rows], silent(standings)[rows]
    kept = {
        Concern.OVERDUE: late,
        Concern.DUE: (due >= view.year - 1) & (due <= view.year) & ~late,
        Concern.SILENT: unheard & ~late,
    }[concern]
    return _by_year(rows[kept], standings, choice.held)


def _by_year(rows: Rows, standings: Standings, held: Dimensions) -> Rows:
    """Order rows: binding goals first, then by due year with undated goals last, numbers before milestones."""
    due = np.where(standings.goals.due > 0, standings.goals.due, 9999)[rows]
    milestones = ~standings.goals.measured[rows]
    return np.asarray(rows[np.lexsort((milestones, due, ~held.binding[rows]))])


def silent(standings: Standings) -> Flags:
    """Mark the goals of which nothing was reported since their start; shape (n,)."""
    milestones = ~standings.goals.measured
    unheard = standings.assessment.status[0] == code(Status.NO_ACTUAL_YET)
    return np.asarray(np.where(milestones, unheard, standings.assessment.year == 0))


def _listed(cache: QueryCache, view: ViewSettings, choice: Chosen, rows: Rows, most: int) -> Listed:
    """Put the first rows into lines: those of running plans, which can still be helped, before those of closed ones."""
    running = choice.held.running(view.year)[rows]
    ordered = np.concatenate([rows[running], rows[~running]])
    return Listed(goal_lines(cache, view, choice.goal_table, choice.standings, ordered[:most]), len(rows))
