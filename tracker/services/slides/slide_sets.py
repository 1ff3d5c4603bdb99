"""Slide sets: proposed, made, changed, refreshed on purpose and removed; the same slides come back at any time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex

from tracker.domain.people.roles import Permission, Person
from tracker.domain.slides.slide_sets import (
    Origin,
    SlideChoice,
    SlideEvent,
    SlideKind,
    SlideSet,
    checked_name,
    checked_slides,
    checked_subjects,
    kind_of,
)
from tracker.errors import NotAllowedError, NotFoundError, StaleError
from tracker.language import _
from tracker.services.accounts.acting import writing_as
from tracker.services.idempotency import key_hash_of, once
from tracker.services.slides.material import gather, material_of
from tracker.services.slides.proposed_slides import proposed
from tracker.services.slides.refreshing import material_changes, view_changes
from tracker.services.slides.viewing import changed_by_another, frozen, instant_of
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.idempotency import claim
from tracker.store.slides import slide_sets as kept

#: Makes the new version of a set at an instant.
_Renewal = Callable[[SlideSet, datetime], SlideSet]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A set as refreshed, and what differs from before, in a sentence each."""

    slide_set: SlideSet
    changes: tuple[str, ...]


def slide_sets(store: Store) -> list[SlideSet]:
    """List the sets, those changed last first."""
    return kept.all_slide_sets(store)


def slide_set(store: Store, key: str) -> SlideSet:
    """Return one set; NotFoundError where there is none of that key, or it is removed."""
    stored = kept.find_slide_set(store, key)
    if stored is None:
        raise NotFoundError(_("There is no such slide set here; it may have been removed."))
    return stored


def may_change(person: Person, chosen: SlideSet) -> bool:
    """Return whether a person may change a set: their own, or any for planners and administrators."""
    return person.may(Permission.PRESENT) and (chosen.made_by == person.account or person.may(Permission.PLAN))


def passing_set(
    store: Store,
    origin: Origin,
    subjects: Sequence[str],
    view: ViewSettings,
    slides: Sequence[SlideChoice] | None = None,
) -> SlideSet:
    """Return a set that is kept nowhere, to be presented at once; NotFoundError, RefusedInputError."""
    now = store.clock()
    made = SlideSet(
        key="",
        name="",
        origin=origin,
        subjects=checked_subjects(origin, subjects),
        year=view.year,
        as_of=instant_of(store, view, now),
        rule=view.rule,
        made_at=now,
        changed_at=now,
        refreshed_at=max(now, instant_of(store, view, now)),
    )
    known = proposed(gather(store, origin, made.subjects, frozen(store, made)))
    return replace(made, slides=known if slides is None else _completed(slides, known))


def _completed(slides: Sequence[SlideChoice], known: Sequence[SlideChoice]) -> tuple[SlideChoice, ...]:
    """Check choices, and leave the slides that were not chosen at the end and out."""
    chosen = checked_slides(slides, [choice.key for choice in known])
    keys = {choice.key for choice in chosen}
    return chosen + tuple(replace(choice, shown=False) for choice in known if choice.key not in keys)


def make_set(
    store: Store,
    person: Person,
    name: str,
    origin: Origin,
    subjects: Sequence[str],
    view: ViewSettings,
    token: str,
    slides: Sequence[SlideChoice] | None = None,
) -> SlideSet:
    """Make a set that stands still from now on, of the slides given, else of those proposed.

    Raises NotAllowedError, NotFoundError, RefusedInputError.
    """
    person.require(Permission.PRESENT)
    called = checked_name(name)

    def make() -> str:
        key = token_hex(6)
        with writing_as(store, person) as connection:
            if not claim(connection, key_hash_of(person, token), store.clock()):
                return ""
            made = passing_set(store, origin, subjects, view, slides)
            made = replace(made, key=key, name=called, made_by=person.account)
            kept.write_slide_set(connection, made.made_at, person.account, SlideEvent.MADE, made)
        return key

    answer = once(store, person, token, make)
    return slide_set(store, answer) if answer else _latest_of(store, person)


def _latest_of(store: Store, person: Person) -> SlideSet:
    """Return what a form made whose answer is no longer known: the person's latest set."""
    own = [made for made in slide_sets(store) if made.made_by == person.account]
    if not own:
        raise NotFoundError(_("There is no such slide set here; it may have been removed."))
    return max(own, key=lambda made: made.made_at)


def change_set(
    store: Store,
    person: Person,
    key: str,
    version: int,
    token: str,
    *,
    name: str | None = None,
    slides: Sequence[SlideChoice] | None = None,
) -> SlideSet:
    """Change a set's name, or the order, omission, titles and notes of its slides; its instant stays.

    Raises NotAllowedError, NotFoundError, RefusedInputError, StaleError where somebody changed it meanwhile.
    """

    def renewed(before: SlideSet, _now: datetime) -> SlideSet:
        return replace(
            before,
            name=before.name if name is None else checked_name(name),
            slides=before.slides if slides is None else _completed(slides, before.slides),
        )

    once(store, person, token, lambda: _renew(store, person, key, version, token, SlideEvent.CHANGED, renewed))
    return slide_set(store, key)


def remove_set(store: Store, person: Person, key: str, version: int, token: str) -> None:
    """Mark a set removed: it is listed no longer, and the history keeps it; raises as `change_set`."""

    def same(before: SlideSet, _now: datetime) -> SlideSet:
        return before

    once(store, person, token, lambda: _renew(store, person, key, version, token, SlideEvent.REMOVED, same))


def refresh_set(
    store: Store, person: Person, key: str, version: int, token: str, view: ViewSettings | None = None
) -> Refreshed:
    """Move a set to what is known now, or to another look, and say what differs; raises as `change_set`.

    The presenter's order, titles and notes stay; slides that are new come before the closing one.
    """
    differences: list[str] = []

    def renewed(before: SlideSet, now: datetime) -> SlideSet:
        after, changes = _refreshed(store, before, now, view)
        differences.extend(changes)
        return after

    def refresh() -> str:
        return _renew(store, person, key, version, token, SlideEvent.REFRESHED, renewed) and "\n".join(differences)

    answer = once(store, person, token, refresh)
    return Refreshed(slide_set(store, key), tuple(line for line in answer.split("\n") if line))


def changes_since(store: Store, chosen: SlideSet) -> tuple[str, ...]:
    """Return what a refresh would bring now, and change nothing."""
    return _refreshed(store, chosen, store.clock(), None)[1]


def _refreshed(
    store: Store, before: SlideSet, now: datetime, view: ViewSettings | None
) -> tuple[SlideSet, tuple[str, ...]]:
    """Return a set as it is when it is looked at again, and what differs."""
    how = view or ViewSettings(before.year, None, before.rule)
    as_of = instant_of(store, how, now)
    after = replace(before, year=how.year, rule=how.rule, as_of=as_of, refreshed_at=max(now, as_of))
    then, since = frozen(store, before), frozen(store, after)
    old, new = material_of(store, before, then), material_of(store, after, since)
    both = frozenset(old.goals.reports) | frozenset(new.goals.reports)
    old = gather(store, before.origin, before.subjects, then, both)
    new = gather(store, after.origin, after.subjects, since, both)
    changes = (*view_changes(then.view, since.view), *material_changes(old, new, then.unknown))
    return replace(after, slides=_merged(before.slides, proposed(new), frozenset(new.goals.reports))), changes


def _merged(
    before: Sequence[SlideChoice], now: Sequence[SlideChoice], goals: frozenset[str]
) -> tuple[SlideChoice, ...]:
    """Keep the presenter's choices of slides that can still be made, and put new ones before the closing slides."""
    keys_now, known = {choice.key for choice in now}, {choice.key for choice in before}
    still = [choice for choice in before if choice.key in keys_now or choice.key.partition(":")[2] in goals]
    new = [choice for choice in now if choice.key not in known]
    last = next((place for place, choice in enumerate(still) if kind_of(choice.key) is SlideKind.CLOSING), len(still))
    asked = [choice for choice in new if kind_of(choice.key) is SlideKind.CLOSING]
    others = [choice for choice in new if choice not in asked]
    return (*still[:last], *others, *still[last:], *asked)


def _renew(
    store: Store, person: Person, key: str, version: int, token: str, kind: SlideEvent, renewed: _Renewal
) -> str:
    """Put a new version in the place of the one that was seen, once for a form's token; "" where that was done."""
    person.require(Permission.PRESENT)
    with writing_as(store, person) as connection:
        if not claim(connection, key_hash_of(person, token), store.clock()):
            return ""
        before = kept.slide_set_within(connection, key)
        if before is None:
            raise NotFoundError(_("There is no such slide set here; it may have been removed."))
        if not may_change(person, before):
            raise NotAllowedError(_("This slide set is somebody else's; planners and its maker may change it."))
        if before.version != version:
            raise StaleError(changed_by_another(store, before))
        now = max(store.clock(), before.changed_at)
        after = replace(renewed(before, now), changed_at=now, version=before.version + 1)
        kept.write_slide_set(connection, now, person.account, kind, after)
    return key
