"""One zone, indicator, plan or goal saved: one right, one transaction, one look at what stands now."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from tracker.domain.records import Goal, Indicator, Plan, Source, Zone
from tracker.domain.roles import Deed, Person
from tracker.domain.text import clean_text
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.services.acting import changing_as
from tracker.services.ledger import Catalogue, catalogue_of
from tracker.services.meanwhile import refuse_stale
from tracker.services.slugs import slug_of
from tracker.services.spent_tokens import mark_of, once
from tracker.store import Change, Reader, Store
from tracker.store.definitions import goals

_Kept = TypeVar("_Kept", Zone, Indicator, Plan, Goal)
_LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving(Generic[_Kept]):
    """What is saved: the record with an empty key where it is new, what it was when the form was opened, and why.

    `token` is the form's; `new_source` is the title of a document that is to be listed first.
    """

    entity: str
    record: _Kept
    before: _Kept | None
    reason: str
    token: str
    new_source: str = ""

    @property
    def key(self) -> str:
        """The identifier, empty for what is new."""
        return str(getattr(self.record, self.entity))


Check = Callable[[Reader, Catalogue, _Kept], Iterable[Problem]]


def save(store: Store, person: Person, saving: Saving[_Kept], name: str, check: Check[_Kept]) -> str:
    """Save a record and give its key; a second call with the same token saves nothing and gives the same key.

    The key is empty where the first call was another server's, or before a restart.

    Raises NotAllowedError, RefusedInputError for what the checks find or where a change has no reason, and
    ChangedMeanwhileError where somebody else was faster.
    """
    person.require(Deed.PLAN)
    reason = _reason(saving.reason, needed=saving.before is not None)
    return once(store, person, saving.token, lambda: _save(store, person, saving, name, check, reason))


def _reason(text: str, *, needed: bool) -> str | None:
    reason = clean_text(text, limit=_LONGEST_REASON, multiline=True)
    if needed and not reason:
        raise RefusedInputError(
            [Problem(_("a change needs a reason"), right=_("why it is changed, in a few words"), column="reason")]
        )
    return reason or None


def _save(
    store: Store, person: Person, saving: Saving[_Kept], name: str, check: Check[_Kept], reason: str | None
) -> str:
    entity = saving.entity
    deed = f"{'change' if saving.before else 'create'} {entity}"
    with changing_as(store, person, deed, reason=reason) as change:
        if not change.claim(mark_of(person, saving.token), store.clock()):
            change.roll_back()
            return ""
        known = catalogue_of(change)
        if saving.before is not None:
            now = standing(change, known, entity, saving.key)
            refuse_stale(change, entity, saving.key, saving.before, now, saving.record)
        record = saving.record if saving.key else _with_key(change, known, saving, name)
        record = _with_source(change, known, record, saving.new_source)
        known = catalogue_of(change) if saving.new_source else known
        if errors := [problem for problem in check(change, known, record) if not problem.warning]:
            raise RefusedInputError(errors)
        change.put_definitions(entity, [record])
    return str(getattr(record, entity))


def standing(reader: Reader, known: Catalogue, entity: str, key: str) -> Zone | Indicator | Plan | Goal | None:
    """Give what stands now under a key, None where there is nothing."""
    if entity == "goal":
        return next(iter(goals(reader, goal=key)), None)
    by_key = {"zone": known.zones, "indicator": known.indicators, "plan": known.plans}[entity]
    found: Zone | Indicator | Plan | None = by_key.get(key)  # type: ignore[attr-defined]  # three kinds of dict
    return found


def _with_key(change: Change, known: Catalogue, saving: Saving[_Kept], name: str) -> _Kept:
    """Give a new record a key of its own, made of its name."""
    if saving.entity == "goal":
        taken = {goal.goal for goal in goals(change)}
    else:
        taken = {*known.zones} if saving.entity == "zone" else {*known.indicators}
        taken = {*known.plans} if saving.entity == "plan" else taken
    key: dict[str, Any] = {saving.entity: slug_of(name, taken, saving.entity)}
    return replace(saving.record, **key)


def _with_source(change: Change, known: Catalogue, record: _Kept, title: str) -> _Kept:
    """List a new document and name it in the record; a document of that title that is there already serves as well."""
    title = clean_text(title)
    if not title:
        return record
    source = next((one.source for one in known.sources.values() if one.title == title), None)
    if source is None:
        source = slug_of(title, known.sources, "source")
        change.put_definitions("source", [Source(source=source, title=title)])
    named: dict[str, Any] = {"source": source}
    return replace(record, **named)
