"""Which events are asked for, as conditions of a query: about what, seen by whom, done by whom and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, Text, and_, cast, func, or_, select

from tracker.domain.history.events import EventKind, Subject
from tracker.store.database import instants
from tracker.store.database.schema.audit_tables import definition_revisions
from tracker.store.database.schema.entry_tables import entry_events
from tracker.store.database.schema.record_tables import actual_revisions, goals, plans, series

EVERYTHING = Subject()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events are asked for; `scope` are the zones whose values the reader may see (None: all values).

    `definitions` and `accounts` say whether the reader may see plans and goals, and what was done with accounts.
    """

    about: Subject = EVERYTHING
    scope: tuple[str, ...] | None = None
    definitions: bool = True
    accounts: bool = False
    who: str = ""
    kind: EventKind | None = None
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""


#: Conditions that all have to hold; None where nothing can be meant.
Conditions = list[ColumnElement[bool]] | None


def values_asked(wanted: Wanted, place: FromClause, period: ColumnElement[str]) -> Conditions:
    """Return which values are asked for and may be seen; `place` has the columns zone and indicator."""
    about = wanted.about
    if about.entity or about.account:
        return None
    asked: list[ColumnElement[bool]] = [] if wanted.scope is None else [place.c.zone.in_(wanted.scope)]
    asked += [] if about.zones is None else [place.c.zone.in_(about.zones)]
    asked += [place.c.indicator == about.indicator] if about.indicator else []
    return [*asked, *([] if about.year is None else [period == str(about.year)])]


def actuals_asked(wanted: Wanted) -> Conditions:
    """Return which revisions of actuals, joined to their series, are asked for and may be seen."""
    return values_asked(wanted, series, actual_revisions.c.period)


def entries_asked(wanted: Wanted) -> Conditions:
    """Return which events of entries are asked for and may be seen."""
    return values_asked(wanted, entry_events, cast(entry_events.c.year, Text))


def definitions_asked(wanted: Wanted) -> Conditions:
    """Return which revisions of definitions are asked for and may be seen."""
    about, revision = wanted.about, definition_revisions.c
    if not wanted.definitions or about.account or about.year is not None:
        return None
    if about.entity:
        own = and_(revision.entity == about.entity, revision.key == about.key)
        of_plan = select(goals.c.goal).where(goals.c.plan == about.key)
        return [or_(own, _is("goal", of_plan)) if about.entity == "plan" else own]
    return [_around(about)] if about.place else []


def _around(about: Subject) -> ColumnElement[bool]:
    """Return which definitions belong to zones or an indicator: themselves, their plans and goals."""
    own_goals = select(goals.c.goal).join(plans, plans.c.plan == goals.c.plan)
    own_goals = own_goals if about.zones is None else own_goals.where(plans.c.zone.in_(about.zones))
    own_goals = own_goals.where(goals.c.indicator == about.indicator) if about.indicator else own_goals
    parts = [_is("goal", own_goals)]
    if about.zones is None:
        parts.append(_is("indicator", [about.indicator]))
    elif not about.indicator:
        parts.append(_is("zone", about.zones))
        parts.append(_is("plan", select(plans.c.plan).where(plans.c.zone.in_(about.zones))))
    return or_(*parts)


def _is(entity: str, keys: Select[Any] | Sequence[str]) -> ColumnElement[bool]:
    """Return that a revision is of one of some definitions."""
    return and_(definition_revisions.c.entity == entity, definition_revisions.c.key.in_(keys))


def event_asked(
    wanted: Wanted, chain: Table, texts: tuple[str, ...], kinds: ColumnElement[str]
) -> list[ColumnElement[bool]]:
    """Return who did what when, with which words in which texts; `kinds` says what was done."""
    asked: list[ColumnElement[bool]] = [chain.c.who == wanted.who] if wanted.who else []
    asked += [] if wanted.since is None else [chain.c.at >= instants.written(wanted.since)]
    asked += [] if wanted.until is None else [chain.c.at <= instants.written(wanted.until)]
    if wanted.kind is not None:
        asked.append(or_(kinds == wanted.kind.value, kinds.like(f"{wanted.kind.value} %")))
    if wanted.text:
        words = f"%{_escaped(wanted.text)}%"
        asked.append(or_(*(func.lower(func.coalesce(chain.c[name], "")).like(words, escape="!") for name in texts)))
    return asked


def _escaped(words: str) -> str:
    """Return words so that no character of theirs stands for others."""
    lowered = words.lower()
    return "".join(f"!{character}" if character in "!%_" else character for character in lowered)
