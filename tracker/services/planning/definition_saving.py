"""One zone, indicator, plan or goal saved: one permission, one transaction, and an identifier made from its name."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any

from tracker.domain.people.roles import Permission, Person
from tracker.domain.records import Goal, Indicator, Plan, Source, Zone
from tracker.domain.text import clean_text, slug_of
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.services.accounts.acting import changing_as
from tracker.services.cache.query_cache import Catalogue, catalogue_of
from tracker.services.edit_conflicts import refuse_stale
from tracker.services.idempotency import key_hash_of, once
from tracker.services.planning.goal_planning import goal_problems, part_problems
from tracker.services.planning.typed_definitions import check_indicator, check_plan_with_goals, check_zone
from tracker.store import Change, Reader, Store
from tracker.store.record.definitions import goals

Definition = Zone | Indicator | Plan | Goal | Source
_LONGEST_REASON = 2_000
_ENTITIES: dict[type[Definition], str] = {
    Zone: "zone",
    Indicator: "indicator",
    Plan: "plan",
    Goal: "goal",
    Source: "source",
}
_CHECKS: dict[str, Callable[[Reader, Catalogue, Any], Iterable[Problem]]] = {
    "zone": check_zone,
    "indicator": check_indicator,
    "plan": check_plan_with_goals,
    "goal": lambda reader, known, goal: (*goal_problems(known, goal), *part_problems(reader, known, goal)),
    "source": lambda _reader, _known, _source: (),
}


def save_definition(
    store: Store,
    person: Person,
    record: Definition,
    *,
    before: Definition | None = None,
    reason: str = "",
    token: str,
    new_source: str = "",
) -> str:
    """Save a record, new where its key is empty, and return its key; a second call with the same token saves nothing.

    `before` is what the record was when the form was opened, `token` the form's; `new_source` is the title of a
    document that is to be listed first. The key is empty where the first call was another server's, or before a
    restart.

    Raises NotAllowedError, RefusedInputError for what the checks find or where a change has no reason, and
    ChangedMeanwhileError where somebody else was faster.
    """
    person.require(Permission.PLAN)
    why = _reason(reason, needed=before is not None)
    return once(store, person, token, lambda: _save(store, person, record, before, why, token, new_source))


def _reason(text: str, *, needed: bool) -> str | None:
    reason = clean_text(text, limit=_LONGEST_REASON, multiline=True)
    if needed and not reason:
        raise RefusedInputError(
            [Problem(_("a change needs a reason"), right=_("why it is changed, in a few words"), column="reason")]
        )
    return reason or None


def _save(
    store: Store,
    person: Person,
    record: Definition,
    before: Definition | None,
    reason: str | None,
    token: str,
    new_source: str,
) -> str:
    entity = _ENTITIES[type(record)]
    key = str(getattr(record, entity))
    with changing_as(store, person, f"{'change' if before else 'create'} {entity}", reason=reason) as change:
        if not change.claim(key_hash_of(person, token), store.clock()):
            change.roll_back()
            return ""
        known = catalogue_of(change)
        if before is not None:
            refuse_stale(change, entity, key, before, standing(change, known, entity, key), record)
        if not key:
            key = _new_key(change, known, record, entity)
            named: dict[str, Any] = {entity: key}
            record = replace(record, **named)
        record = _with_source(change, known, record, new_source)
        known = catalogue_of(change) if new_source else known
        if errors := [problem for problem in _CHECKS[entity](change, known, record) if not problem.warning]:
            raise RefusedInputError(errors)
        change.write_definitions(entity, [record])
    return key


def standing(reader: Reader, known: Catalogue, entity: str, key: str) -> Definition | None:
    """Return what stands now under a key, None where there is nothing."""
    if entity == "goal":
        return next(iter(goals(reader, goal=key)), None)
    by_key = {"zone": known.zones, "indicator": known.indicators, "plan": known.plans, "source": known.sources}[entity]
    definition: Zone | Indicator | Plan | Source | None = by_key.get(key)  # type: ignore[attr-defined]  # kinds of dict
    return definition


def _new_key(change: Change, known: Catalogue, record: Definition, entity: str) -> str:
    """Return a key for a new record, made of its name."""
    if isinstance(record, Goal):
        return slug_of(f"{record.plan}-{record.indicator}", {goal.goal for goal in goals(change)}, entity)
    if isinstance(record, Source):
        return slug_of(record.title, known.sources, entity)
    taken: dict[str, Collection[str]] = {"zone": known.zones, "indicator": known.indicators, "plan": known.plans}
    return slug_of(record.name, taken[entity], entity)


def _with_source(change: Change, known: Catalogue, record: Definition, title: str) -> Definition:
    """List a new document and name it in the record; a document of that title that is there already serves as well."""
    title = clean_text(title)
    if not title:
        return record
    source = next((known_source.source for known_source in known.sources.values() if known_source.title == title), None)
    if source is None:
        source = slug_of(title, known.sources, "source")
        change.write_definitions("source", [Source(source=source, title=title)])
    named: dict[str, Any] = {"source": source}
    return replace(record, **named)
