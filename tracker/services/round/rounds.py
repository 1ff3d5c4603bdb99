"""The yearly round: what an official owes for a zone and year, how far each value has come, and the deadline."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.domain.checks.value_checks import check_year
from tracker.domain.entry.entries import Entry, EntryKey, EntryState, Typed
from tracker.domain.entry.typed_values import state_words
from tracker.domain.explaining.reported_values import actual_words
from tracker.domain.explaining.target_wording import asked_by
from tracker.domain.people.roles import Permission, Person
from tracker.domain.records import Actual, Goal, Indicator, Plan, Zone
from tracker.errors import RefusedInputError
from tracker.services.accounts.acting import desk_of
from tracker.services.cache.dimensions import zones_in_order
from tracker.services.cache.query_cache import cache_of
from tracker.services.round.entry_context import Context, context_of
from tracker.services.round.entry_results import Conflict, newer_of_others
from tracker.services.round.understanding import understand
from tracker.store import Store
from tracker.store.entry.drafts import Draft, drafts
from tracker.store.entry.entries import deadlines, entries


@dataclass(frozen=True, slots=True, kw_only=True)
class PastValue:
    """A value that is on record: its year, its words, and how settled it is."""

    year: int
    words: str
    actual: Actual


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """One value that is owed: what it is, what the plans want of it, what was told before, what is typed now.

    `typed` is the person's own draft, else what was entered last. `draft_version` goes with save_draft, `version`
    (of the entry, 0 for none) with submit. `other` is another person's newer value. `on_record` is what a correction
    would replace. `choices` are the words to choose from where a milestone's state is reported, `names` what the
    indicator is called in any language. `possible` is false where a draft could not be stored as it is typed.
    """

    key: EntryKey
    indicator: Indicator
    goals: tuple[str, ...]
    last: PastValue | None
    on_record: PastValue | None
    state: EntryState
    typed: Typed
    draft_version: int
    version: int
    entry: Entry | None = None
    other: Conflict | None = None
    in_plan: bool = True
    choices: tuple[str, ...] = ()
    possible: bool = True
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one zone owes for one year; `places` are all zones, which tables name beside it."""

    zone: str
    zone_name: str
    year: int
    deadline: date | None
    rows: tuple[RoundRow, ...]
    places: Mapping[str, Zone] = field(default_factory=dict)

    @property
    def owed(self) -> int:
        """How many values are owed."""
        return len(self.rows)

    @property
    def filled(self) -> int:
        """How many values are typed in a way that can be stored, submitted or accepted."""
        return sum(row.possible and row.state not in (EntryState.MISSING, EntryState.RETURNED) for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneChoice:
    """A zone a person may work on, with its depth under the first."""

    zone: str
    name: str
    depth: int


def my_round(store: Store, person: Person, zone: str, year: int) -> Round:
    """List what is owed of a zone for a year; NotAllowedError for a zone that is not the official's."""
    person.require(Permission.REPORT, zone)
    context = context_of(store, zone)
    with store.snapshot() as reader:
        entered = {entry.key.indicator: entry for entry in entries(reader, zone=zone, year=year)}
        typed = drafts(reader, zone, year)
        due = deadlines(reader).get(year)
    planned = owed_indicators(context, year)
    owed = dict.fromkeys([*planned, *context.told, *entered])
    rows = [
        _row(
            context,
            EntryKey(zone=zone, indicator=indicator, year=year),
            entered.get(indicator),
            person.account,
            typed,
            planned,
        )
        for indicator in owed
    ]
    return Round(
        zone=zone,
        zone_name=context.known.zones[zone].name,
        year=year,
        deadline=due,
        rows=tuple(sorted(rows, key=lambda row: (not row.in_plan, row.indicator.category or "", row.indicator.name))),
        places=context.stored.zones,
    )


def zones_of(store: Store, person: Person) -> list[ZoneChoice]:
    """List the zones a person holds a role for, each before those under it."""
    known = cache_of(store).catalogue()
    held = [known.zones[zone] for zone in person.zones if zone in known.zones]
    return [ZoneChoice(zone=zone, name=known.zones[zone].name, depth=depth) for zone, depth in zones_in_order(held)]


def deadlines_set(store: Store) -> dict[int, date]:
    """Return the deadlines by year, for the years that have one."""
    return deadlines(store)


def set_deadline(store: Store, person: Person, year: int, deadline: date) -> None:
    """Set until when the values of a year are due; NotAllowedError but for planners."""
    person.require(Permission.PLAN)
    if problems := tuple(check_year(year, "year")):
        raise RefusedInputError(problems)
    with desk_of(store, person) as writer:
        writer.set_deadline(person.account, year, deadline)


def owed_indicators(context: Context, year: int) -> dict[str, list[Goal]]:
    """Return the indicators that the plans running in a year ask for, each with its goals.

    What a goal is measured against in the same zone is owed too, without a goal of its own.
    """
    owed: defaultdict[str, list[Goal]] = defaultdict(list)
    for goal in context.goals:
        if not _runs(context.known.plans[goal.plan], goal, year):
            continue
        owed[goal.indicator].append(goal)
        if goal.reference_indicator and goal.reference_zone in (None, context.zone):
            owed.setdefault(goal.reference_indicator, [])
    return owed


def _runs(plan: Plan, goal: Goal, year: int) -> bool:
    """Return whether a plan runs in a year: an end that the plan does not name is that of its goal."""
    end = plan.end or goal.due
    return (plan.start is None or plan.start <= year) and (end is None or year <= end)


def past_value(context: Context, actual: Actual | None) -> PastValue | None:
    """Return an actual of a year."""
    if actual is None or actual.year is None:
        return None
    words = actual_words(actual, context.known.indicators[actual.indicator], context.known.zones)
    return PastValue(year=actual.year, words=words, actual=actual)


def past_values(context: Context, key: EntryKey, count: int = 1) -> tuple[PastValue, ...]:
    """List the latest actuals of earlier years, the newest first."""
    history = context.history(key.indicator)
    years = sorted((year for year in history if year < key.year), reverse=True)[:count]
    return tuple(value for year in years if (value := past_value(context, history[year])) is not None)


def _row(
    context: Context,
    key: EntryKey,
    entry: Entry | None,
    account: str,
    typed: Sequence[Draft],
    planned: Mapping[str, Sequence[Goal]],
) -> RoundRow:
    """Put one owed value together."""
    known, indicator = context.known, context.known.indicators[key.indicator]
    own = next((draft for draft in typed if draft.key == key and draft.person == account), None)
    on_record = past_value(context, context.on_record(key))
    wanted = context.wanted(indicator)
    return RoundRow(
        key=key,
        indicator=indicator,
        goals=tuple(
            asked_by(goal, indicator, known.plans[goal.plan], known.name_of_reference(goal))
            for goal in planned.get(key.indicator, ())
        ),
        last=next(iter(past_values(context, key)), None),
        on_record=on_record,
        state=_state(own, entry, on_record),
        typed=(own and own.typed) or (entry.typed if entry else Typed()),
        draft_version=own.version if own else 0,
        version=entry.version if entry else 0,
        entry=entry,
        other=newer_of_others(account, own, entry, [draft for draft in typed if draft.key == key]),
        in_plan=key.indicator in planned,
        possible=not (own and own.typed and understand(own.typed, key, context).problems),
        choices=state_words() if wanted.state and not wanted.number else (),
        names=context.names(key.indicator),
    )


def _state(own: Draft | None, entry: Entry | None, on_record: PastValue | None) -> EntryState:
    """Return how far a value has come; one that came by way of a bundle is accepted."""
    if own is not None and own.typed is not None:
        return EntryState.DRAFT
    if entry is not None:
        return entry.state
    return EntryState.MISSING if on_record is None else EntryState.ACCEPTED
