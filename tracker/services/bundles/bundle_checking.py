"""An uploaded bundle checked before it is loaded: what is new, changed and gone, and that in lines."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tracker.domain.people.roles import Permission, Person
from tracker.domain.records import Actual, Goal
from tracker.errors import Problem, RefusedInputError
from tracker.exchange import MOST_UPLOADED, Bundle, read_bundle
from tracker.exchange.table.table_reading import FileChoices
from tracker.language import _, labelled, listed, number
from tracker.services.bundles.bundle_transfer import Imported, import_bundle, known_to
from tracker.services.cache.query_cache import Catalogue, cache_of, catalogue_in_readers_language
from tracker.services.edit_conflicts import Difference, differences, in_words
from tracker.services.idempotency import once
from tracker.store import Counts, Reader, Store
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals
from tracker.store.record.rows import period_of

_NAMED = 500
Upload = Sequence[tuple[str, bytes]]

# A longer list of what is new hides what matters: the totals, and what would be changed.
_MOST_NEW = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is new, changed or gone: its file, what it is in words, and what differs where it changes."""

    file: str
    words: str
    changes: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleCheck:
    """What loading a bundle would do; `gone` are goals of its plans that the store has and the bundle has not.

    Of each at most some hundreds are named; the counts are of all.
    """

    new: tuple[Row, ...]
    changed: tuple[Row, ...]
    gone: tuple[Row, ...]
    new_count: int
    changed_count: int
    unchanged_count: int
    gone_count: int
    warnings: tuple[Problem, ...]

    @property
    def nothing_to_do(self) -> bool:
        """Whether loading would change nothing."""
        return not (self.new_count or self.changed_count)


@contextmanager
def laid_out(upload: Upload) -> Iterator[Path]:
    """Lay uploaded files out as the bundle they are: one workbook, or CSV files in a folder; RefusedInputError else."""
    books = [name for name, _content in upload if name.casefold().endswith(".xlsx")]
    if len(upload) > 1 and books:
        right = _("one workbook alone, or the CSV files of one bundle")
        raise RefusedInputError([Problem(_("a workbook beside other files"), listed(books), right)])
    if others := [name for name, _content in upload if not name.casefold().endswith((".csv", ".xlsx"))]:
        right = _("an .xlsx workbook, or CSV files")
        raise RefusedInputError([Problem(_("not a file of a bundle"), listed(others)[:60], right)])
    if sum(len(content) for _name, content in upload) > MOST_UPLOADED:
        right = _("{size} MB at most").format(size=MOST_UPLOADED // 1_000_000)
        raise RefusedInputError([Problem(_("what is uploaded is too large"), right=right)])
    with TemporaryDirectory() as folder:
        for name, content in upload:
            (Path(folder) / Path(name).name).write_bytes(content)
        yield Path(folder) / Path(books[0]).name if books else Path(folder)


def check_bundle(store: Store, person: Person, path: Path, choices: FileChoices | None = None) -> BundleCheck:
    """Return what loading would do, storing nothing; NotAllowedError, RefusedInputError with all problems."""
    person.require(Permission.PLAN)
    known = cache_of(store).definitions()
    bundle = read_bundle(
        path,
        known_to(store),
        limit_bytes=MOST_UPLOADED,
        choices=choices,
    )
    with store.snapshot() as reader:
        return _compared(reader, known, bundle)


def _compared(reader: Reader, known: Catalogue, bundle: Bundle) -> BundleCheck:
    stored = {goal.goal: goal for goal in goals(reader)}
    new_goals = list(bundle.goals())
    stored_actuals = {_place(actual): actual for actual in actuals(reader, parts=True)}
    pairs = [
        *_small(known, bundle),
        *(("goals", stored.get(goal.goal), goal) for goal in new_goals),
        *(("actuals", stored_actuals.get(_place(actual)), actual) for actual in bundle.actuals()),
    ]
    bundle.finish()
    wording = _Wording(known, bundle)
    new = [(file, record) for file, old, record in pairs if old is None]
    changed = [
        (file, old, record, altered) for file, old, record in pairs if old and (altered := differences(old, record))
    ]
    gone = _gone(stored, new_goals, bundle)
    return BundleCheck(
        new=tuple(Row(file, wording.of(record)) for file, record in islice(new, _NAMED)),
        changed=tuple(
            Row(file, wording.of(record), in_words(wording.known, altered, old, record))
            for file, old, record, altered in islice(changed, _NAMED)
        ),
        gone=tuple(Row("goals", wording.of(goal)) for goal in gone[:_NAMED]),
        new_count=len(new),
        changed_count=len(changed),
        unchanged_count=len(pairs) - len(new) - len(changed),
        gone_count=len(gone),
        warnings=bundle.warnings,
    )


def _small(known: Catalogue, bundle: Bundle) -> Iterator[tuple[str, Any, Any]]:
    """Pair the small files' rows with what the store has of them."""
    yield from (("zones", known.zones.get(zone.zone), zone) for zone in bundle.zones)
    yield from (("sources", known.sources.get(source.source), source) for source in bundle.sources)
    yield from (("indicators", known.indicators.get(indicator.indicator), indicator) for indicator in bundle.indicators)
    yield from (("plans", known.plans.get(plan.plan), plan) for plan in bundle.plans)


def _place(actual: Actual) -> tuple[str, str, str]:
    """Tell actuals apart as the store does."""
    return actual.zone, actual.indicator, period_of(actual)


def _gone(stored: dict[str, Goal], given: Iterable[Goal], bundle: Bundle) -> list[Goal]:
    """List the store's goals of plans that the bundle holds with goals, where the bundle has them no longer."""
    keys = {goal.goal: goal.plan for goal in given}
    held = {plan.plan for plan in bundle.plans} | set(keys.values()) if keys else set()
    return [goal for goal in stored.values() if goal.plan in held and goal.goal not in keys]


class _Wording:
    """Names the rows of a bundle by what people call them."""

    def __init__(self, known: Catalogue, bundle: Bundle) -> None:
        together = Catalogue(
            zones={**known.zones, **{zone.zone: zone for zone in bundle.zones}},
            plans={**known.plans, **{plan.plan: plan for plan in bundle.plans}},
            indicators={**known.indicators, **{indicator.indicator: indicator for indicator in bundle.indicators}},
            sources={**known.sources, **{source.source: source for source in bundle.sources}},
        )
        self.known = catalogue_in_readers_language(together)

    def of(self, record: Any) -> str:
        """Name one row."""
        if isinstance(record, Goal):
            due = "" if record.due is None else f", {record.due}"
            return f"{self.known.plans[record.plan].name} · {self.known.indicators[record.indicator].name}{due}"
        if isinstance(record, Actual):
            year = "" if record.year is None else f", {record.year}"
            return f"{self.known.zones[record.zone].name} · {self.known.indicators[record.indicator].name}{year}"
        return str(getattr(record, "name", "") or record.title)


def import_upload(
    store: Store, person: Person, path: Path, *, reason: str = "", token: str, choices: FileChoices | None = None
) -> Imported | None:
    """Load a bundle, all or nothing, and say what that did; None where the form's token is spent already.

    Raises NotAllowedError, RefusedInputError with every problem of the bundle.
    """
    person.require(Permission.PLAN)
    done: list[Imported] = []

    def load() -> str:
        imported = import_bundle(
            store,
            path,
            who=person.account,
            person=person,
            reason=reason.strip() or None,
            limit_bytes=MOST_UPLOADED,
            choices=choices,
        )
        done.append(imported)
        return path.name

    once(store, person, token, load)
    return done[0] if done else None


def import_lines(done: Imported) -> Iterator[str]:
    """Yield how many rows of each file are new, changed and unchanged, and name those that were listed."""
    for kind, counts in done.counts.items():
        if counts.new or counts.changed or counts.unchanged:
            text = _("{kind}: {new} new, {changed} changed, {unchanged} unchanged")
            numbers = {name: number(getattr(counts, name)) for name in ("new", "changed", "unchanged")}
            yield text.format(kind=kind, **numbers)
    for kind, counts in done.counts.items():
        if counts.touched:
            yield f"{kind}:"
            yield from _named(counts)


def _named(counts: Counts) -> Iterator[str]:
    """Name what is changed, then the first of what is new."""
    for word, count, keys in (
        (_("changed"), counts.changed, [row.key for row in counts.touched if not row.new]),
        (_("new"), counts.new, [row.key for row in counts.touched if row.new][:_MOST_NEW]),
    ):
        yield from ("  " + labelled(word, key) for key in keys)
        if count > len(keys):
            yield "  " + _("… and {count} more").format(count=number(count - len(keys)))
