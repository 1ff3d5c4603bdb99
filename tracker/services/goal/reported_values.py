"""What has been reported for a goal: every value with its revisions and source, undated ones, and what follows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.reported_values import Derived, actual_words, derived_values
from tracker.domain.explaining.target_wording import citation
from tracker.domain.records import Actual
from tracker.domain.vocabulary import certainty_word
from tracker.language import _, instant_words, labelled
from tracker.services.cache.query_cache import Catalogue, ledger_of
from tracker.services.goal.goal_report import revisions_of
from tracker.services.history.people import people_names, person_words
from tracker.services.view_settings import Look
from tracker.store import Store
from tracker.store.record.actuals import ActualRevision


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One reported value in words, with what it was before it was corrected."""

    year: int | None
    value: str
    certainty: str
    source: str
    source_key: str | None
    note: str
    recorded: str
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything reported for the indicator and zone of a goal: dated, undated, and what follows from it."""

    dated: tuple[Reported, ...]
    undated: tuple[Reported, ...]
    derived: tuple[Derived, ...]


def record_of(store: Store, report: GoalReport, look: Look) -> Record:
    """List what a goal is judged on, as known at the look's instant; the latest year first."""
    known, names = ledger_of(store).catalogue(look.as_of), people_names(store)
    revisions: defaultdict[tuple[int | None, str | None], list[ActualRevision]] = defaultdict(list)
    for revision in revisions_of(store, report):
        if look.as_of is None or revision.at <= look.as_of:
            revisions[_place(revision.actual)].append(revision)
    rows = [_reported(actual, revisions[_place(actual)], report, known, names) for actual in _ordered(report.actuals)]
    dated, undated = ([row for row in rows if (row.year is None) is bare] for bare in (False, True))
    derived = derived_values(report.actuals, report.indicator, known.zones)
    return Record(tuple(dated), tuple(undated), tuple(derived))


def _ordered(actuals: Iterable[Actual]) -> list[Actual]:
    return sorted(actuals, key=lambda actual: actual.year or 0, reverse=True)


def _place(actual: Actual) -> tuple[int | None, str | None]:
    """Tell actuals apart as the store does: by year, and by source where there is no year."""
    return actual.year, actual.source if actual.year is None else None


def _reported(
    actual: Actual, revisions: list[ActualRevision], report: GoalReport, known: Catalogue, names: dict[str, str]
) -> Reported:
    before, last = revisions[:-1], revisions[-1:]
    return Reported(
        year=actual.year,
        value=actual_words(actual, report.indicator, known.zones),
        certainty=certainty_word(actual.status),
        source=citation(known.sources.get(actual.source or ""), actual.locator),
        source_key=actual.source,
        note=actual.note or "",
        recorded="".join(_recorded(one, names) for one in last),
        earlier=tuple(
            _("{value}, {certainty}; {recorded}").format(
                value=actual_words(one.actual, report.indicator, known.zones),
                certainty=certainty_word(one.actual.status),
                recorded=_recorded(one, names),
            )
            for one in before
        ),
    )


def _recorded(revision: ActualRevision, names: dict[str, str]) -> str:
    """Say when and by whom something was recorded, and why."""
    when = instant_words(revision.at.astimezone())
    if revision.who == "init":
        said = _("loaded with the product {when}").format(when=when)
    else:
        said = _("recorded {when} by {who}").format(when=when, who=person_words(revision.who, names))
    return labelled(said, revision.reason) if revision.reason else said
