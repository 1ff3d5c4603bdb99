"""A plan's goals copied to the next period: the same goals of a plan that succeeds it, due later, without baselines."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tracker.domain.people.roles import Permission, Person
from tracker.domain.records import Goal, Plan
from tracker.domain.text import slug_of
from tracker.errors import NotFoundError, Problem, RefusedInputError
from tracker.language import _
from tracker.services.accounts.acting import changing_as
from tracker.services.cache.query_cache import catalogue_of
from tracker.services.idempotency import key_hash_of, once
from tracker.services.planning.typed_definitions import check_plan, read_typed
from tracker.store import Change, Store
from tracker.store.record.definitions import goals

_NOT_ASKED = frozenset({"zone", "name_zh", "issued", "succeeds", "source", "note"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPeriod:
    """The plan that is to succeed another: its name and years, and whether the values asked are kept or emptied."""

    name: str
    start: int
    end: int
    keep_values: bool = False


def typed_period(texts: Mapping[str, str]) -> NextPeriod:
    """Read the next period from the texts of a form; RefusedInputError with a problem for each field."""
    values = read_typed("plans", texts, _NOT_ASKED)
    missing = [column for column in ("start", "end") if column not in values]
    if missing:
        raise RefusedInputError([Problem(_("this has to be given"), column=column) for column in missing])
    return NextPeriod(
        name=values["name"], start=values["start"], end=values["end"], keep_values=texts.get("keep") == "yes"
    )


def copy_forward(store: Store, person: Person, plan: str, following: NextPeriod, *, token: str) -> str:
    """Make the plan of the next period with the goals of one plan, and give its key.

    Raises NotAllowedError, NotFoundError where there is no such plan, RefusedInputError for impossible years or names.
    """
    person.require(Permission.PLAN)
    return once(store, person, token, lambda: _copy(store, person, plan, following, key_hash_of(person, token)))


def _copy(store: Store, person: Person, key: str, following: NextPeriod, mark: str) -> str:
    with changing_as(store, person, "copy plan forward", origin=key) as change:
        if not change.claim(mark, store.clock()):
            change.roll_back()
            return ""
        known = catalogue_of(change)
        if key not in known.plans:
            raise NotFoundError(_("There is no plan “{plan}” here.").format(plan=key))
        old = known.plans[key]
        new = Plan(
            plan=slug_of(following.name, known.plans, "plan"),
            zone=old.zone,
            name=following.name,
            start=following.start,
            end=following.end,
            succeeds=key,
        )
        if problems := list(check_plan(known, new)):
            raise RefusedInputError(problems)
        change.write_definitions("plan", [new])
        change.write_definitions("goal", _goals(change, old, new, keep_values=following.keep_values))
    return new.plan


def _goals(change: Change, old: Plan, new: Plan, *, keep_values: bool) -> list[Goal]:
    """Write the goals of the old plan for the new one; what they were taken from stays with the old plan."""
    taken = {goal.goal for goal in goals(change)}
    copied = []
    for goal in goals(change, plan=old.plan):
        key = slug_of(f"{new.plan}-{goal.indicator}", taken, "goal")
        taken.add(key)
        kept = goal if keep_values else _emptied(goal)
        copied.append(
            replace(
                kept,
                goal=key,
                plan=new.plan,
                due=_due(goal, old, new),
                baseline_year=None,
                baseline_value=None,
                baseline_origin=None,
                interim=(),
                state=None,
                source=None,
                locator=None,
                wording=None,
                note=None,
            )
        )
    return copied


def _emptied(goal: Goal) -> Goal:
    return replace(goal, value=None, value_high=None, approximate=False)


def _due(goal: Goal, old: Plan, new: Plan) -> int | None:
    """Move a due year by as much as the plan's last year moves, within the new plan's years."""
    if goal.due is None or new.start is None or new.end is None:
        return None
    moved = new.end if old.end is None else goal.due + new.end - old.end
    return min(max(moved, new.start), new.end)
