"""Bundles taken in, all or nothing, and given out again."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, TypeVar

from tracker.domain.people.roles import Person
from tracker.domain.records import Actual, Goal
from tracker.errors import Problem
from tracker.exchange import Known, read_bundle, write_bundle, write_template
from tracker.exchange.table.table_reading import FileChoices
from tracker.services.accounts.acting import refuse_changed
from tracker.services.cache.query_cache import cache_of
from tracker.store import Counts, Store
from tracker.store.change import Change
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals, goals_named, indicators, plans, sources, zones
from tracker.store.record.rows import period_of
from tracker.store.record.written_by import actuals_of_others, definitions_of_others

_Row = TypeVar("_Row")
# How many touched rows are named for someone who only checks.
_LISTED = 1000

_SMALL = {"zones": "zone", "sources": "source", "indicators": "indicator", "plans": "plan"}


class Progress(Protocol):
    """Whatever shows how far a long piece of work is."""

    def __call__(self, rows: Iterable[_Row], kind: str, /) -> Iterable[_Row]:
        """Pass the rows of a file on, and count them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, or would do: counts by file, the touched rows named, and what is doubtful."""

    counts: Mapping[str, Counts]
    warnings: tuple[Problem, ...]

    @property
    def total(self) -> Counts:
        """The counts of all files together."""
        return sum(self.counts.values(), Counts())


def _unwatched(rows: Iterable[_Row], _kind: str) -> Iterable[_Row]:
    """Show no progress."""
    return rows


def import_bundle(
    store: Store,
    path: Path,
    *,
    who: str,
    person: Person | None = None,
    reason: str | None = None,
    check: bool = False,
    strict: bool = False,
    choices: FileChoices | None = None,
    limit_bytes: int | None = None,
    progress: Progress = _unwatched,
    sparing: bool = False,
) -> Imported:
    """Load a bundle in one transaction, or with `check` only say what that would do.

    `who` is who the history names; `person` is who asks for it on the screen; `strict` has doubts about values stop it;
    with `sparing`, what anyone but `who` has written stays as it is.

    Raises RefusedInputError with every problem of the bundle; the store is then as it was.
    """
    bundle = read_bundle(path, known_to(store), limit_bytes=limit_bytes, choices=choices, strict=strict)
    listing = _LISTED if check else 0
    counts = {}
    with store.change(who=who, deed="import", reason=reason, origin=str(path.name)) as change:
        if person is not None:
            with change.read() as connection:
                refuse_changed(connection, store, person)
        spare = _Spared(change, who if sparing else None)
        for kind, entity in _SMALL.items():
            rows = spare.definitions(entity, getattr(bundle, kind))
            counts[kind] = change.write_definitions(entity, rows, listing=listing)
        goal_rows = spare.definitions("goal", progress(bundle.goals(), "goals"))
        counts["goals"] = change.write_definitions("goal", goal_rows, listing=listing)
        actual_rows = spare.actuals(progress(bundle.actuals(), "actuals"))
        counts["actuals"] = change.write_actuals(actual_rows, listing=listing)
        bundle.finish()
        if check:
            change.roll_back()
    return Imported(counts=counts, warnings=bundle.warnings)


def known_to(store: Store) -> Known:
    """Return what a store has that a bundle may refer to."""
    definitions = cache_of(store).definitions()
    return Known(
        zones=definitions.zones,
        sources=definitions.sources,
        indicators=definitions.indicators,
        plans=definitions.plans,
        goals=partial(goals_named, store),
        of_zones=partial(stored_of_zones, store),
    )


def stored_of_zones(store: Store, found: Collection[str]) -> tuple[list[Actual], list[tuple[str, Goal]]]:
    """Return the actuals of some zones, and their goals with the zone."""
    with store.snapshot() as reader:
        told = [actual for zone in sorted(found) for actual in actuals(reader, zone=zone)]
        asked = [(zone, goal) for zone in sorted(found) for goal in goals(reader, zone=zone)]
    return told, asked


class _Spared:
    """Leaves out of what is loaded the rows that others than one hand have written; none where no hand is named."""

    def __init__(self, change: Change, who: str | None) -> None:
        self._change, self._who = change, who

    def definitions(self, entity: str, rows: Iterable[_Row]) -> Iterable[_Row]:
        """Return the definitions that nobody else has written."""
        if self._who is None:
            return rows
        with self._change.read() as connection:
            others = definitions_of_others(connection, entity, self._who)
        return (row for row in rows if getattr(row, entity) not in others)

    def actuals(self, rows: Iterable[Actual]) -> Iterable[Actual]:
        """Return the actuals that nobody else has written."""
        if self._who is None:
            return rows
        given = list(rows)
        with self._change.read() as connection:
            others = actuals_of_others(connection, sorted({row.indicator for row in given}), self._who)
        return (row for row in given if (row.zone, row.indicator, period_of(row)) not in others)


def export_bundle(store: Store, path: Path) -> None:
    """Write everything as a bundle: a folder, or a workbook where the path ends in .xlsx."""
    with store.snapshot() as reader:
        write_bundle(
            path,
            {
                "zones": zones(reader),
                "sources": sources(reader),
                "indicators": indicators(reader),
                "plans": plans(reader),
                "goals": goals(reader),
                "actuals": actuals(reader, parts=True),
            },
        )


def template_bundle(path: Path) -> None:
    """Write an empty bundle to fill in; RefusedInputError where something lies at the path."""
    write_template(path)


def template_workbook() -> bytes:
    """Return the empty bundle to fill in as a workbook."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write_template(path)
        return path.read_bytes()
