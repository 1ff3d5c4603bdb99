"""Which deeds are asked for, as conditions of a query: what they are about, who may see them, who did what and when."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, text

from tracker.domain.history.events import EventKind, Subject
from tracker.store.database import instants

EVERYTHING = Subject()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which deeds are asked for; `scope` are the zones whose values the reader may see (None: all values).

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


@dataclass(slots=True)
class Conditions:
    """Conditions that all have to hold, with the values they name."""

    parts: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)

    def add(self, part: str, **values: Any) -> None:
        """Add a condition with its values."""
        self.parts.append(part)
        self.values |= values

    def written(self) -> str:
        """Return the conditions."""
        return " AND ".join(f"({part})" for part in self.parts) or "true"


def run(connection: Connection, statement: str, values: dict[str, Any]) -> list[Any]:
    """Run a query whose values may be lists; names the statement does not use are left out."""
    used = {name: value for name, value in values.items() if f":{name}" in statement}
    lists: list[Any] = [bindparam(name, expanding=True) for name, value in used.items() if isinstance(value, tuple)]
    return list(connection.execute(text(statement).bindparams(*lists), used))


def values_asked(wanted: Wanted, place: str = "k", period: str = "r.period") -> Conditions:
    """Write which values are asked for and may be seen; `place` has the columns zone and indicator."""
    asked, about = Conditions(), wanted.about
    if about.entity or about.account:
        asked.add("false")
    if wanted.scope is not None:
        asked.add(f"{place}.zone IN :scope", scope=wanted.scope)
    if about.zones is not None:
        asked.add(f"{place}.zone IN :zones", zones=about.zones)
    if about.indicator:
        asked.add(f"{place}.indicator = :indicator", indicator=about.indicator)
    if about.year is not None:
        asked.add(f"{period} = :period", period=str(about.year))
    return asked


def definitions_asked(wanted: Wanted) -> Conditions:
    """Write which revisions `r` of definitions are asked for and may be seen."""
    asked, about = Conditions(), wanted.about
    if not wanted.definitions or about.account or about.year is not None:
        asked.add("false")
    elif about.entity:
        own = "r.entity = :entity AND r.key = :key"
        goals = "r.entity = 'goal' AND r.key IN (SELECT goal FROM goals WHERE plan = :key)"
        asked.add(f"({own}) OR ({goals})" if about.entity == "plan" else own, entity=about.entity, key=about.key)
    elif about.place:
        asked.add(_around(about), zones=about.zones, indicator=about.indicator)
    return asked


def _around(about: Subject) -> str:
    """Return which definitions belong to zones or an indicator: themselves, their plans and goals."""
    zone = "p.zone IN :zones" if about.zones is not None else "true"
    indicator = "g.indicator = :indicator" if about.indicator else "true"
    goals = f"SELECT g.goal FROM goals g JOIN plans p ON p.plan = g.plan WHERE {zone} AND {indicator}"
    parts = [f"r.entity = 'goal' AND r.key IN ({goals})"]
    if about.zones is None:
        parts.append("r.entity = 'indicator' AND r.key = :indicator")
    elif not about.indicator:
        parts.append("r.entity = 'zone' AND r.key IN :zones")
        parts.append("r.entity = 'plan' AND r.key IN (SELECT plan FROM plans WHERE zone IN :zones)")
    return " OR ".join(f"({part})" for part in parts)


def event_asked(wanted: Wanted, texts: tuple[str, ...], kinds: str) -> Conditions:
    """Write who did what when, with which words in which texts; `kinds` is the column that names the deed."""
    asked = Conditions()
    if wanted.who:
        asked.add("who = :who", who=wanted.who)
    if wanted.since is not None:
        asked.add("at >= :since", since=instants.written(wanted.since))
    if wanted.until is not None:
        asked.add("at <= :until", until=instants.written(wanted.until))
    if wanted.kind is not None:
        asked.add(f"{kinds} = :kind OR {kinds} LIKE :kinds", kind=wanted.kind.value, kinds=f"{wanted.kind.value} %")
    if wanted.text:
        found = " OR ".join(f"lower(coalesce({name}, '')) LIKE :words ESCAPE '!'" for name in texts)
        asked.add(found, words=f"%{_escaped(wanted.text)}%")
    return asked


def _escaped(words: str) -> str:
    """Return words so that no character of theirs stands for others."""
    lowered = words.lower()
    return "".join(f"!{character}" if character in "!%_" else character for character in lowered)
