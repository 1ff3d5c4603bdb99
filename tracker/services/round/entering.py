"""What an official does with values: keep a draft as typed, submit, correct."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import astuple, dataclass, fields

from tracker.domain.checks.value_checks import check_year
from tracker.domain.entry.entries import Entry, EntryKey, Typed, Understood
from tracker.domain.people.roles import Permission, Person
from tracker.domain.text import refuse_unfit, refused
from tracker.errors import Problem
from tracker.language import _
from tracker.services.accounts.acting import desk_of
from tracker.services.round.entry_results import (
    Conflict,
    EntriesReport,
    Finding,
    clean,
    conflict_with_draft,
    conflict_with_entry,
    meaning_text,
    newer_of_others,
    report_of_findings,
)
from tracker.services.round.rounds import owed_indicators
from tracker.services.round.understanding import Context, context_of, needs_comment, understand
from tracker.store import Store
from tracker.store.entry.drafts import Draft, drafts
from tracker.store.entry.entries import entries_by_key
from tracker.store.entry.entry_writer import EntryWriter, Meaning

# More than anybody types into a form, and little enough to keep at every key stroke.
_LONGEST_DRAFT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSaved:
    """Whether a draft was kept, its version now, and whose newer value there is besides.

    It is not kept where another window of the same person has changed it: `conflict` then holds what is there, whose
    version is to be given to overwrite it.
    """

    kept: bool
    version: int
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One value to submit: what is typed, and the version of the entry it was typed over (0 for none)."""

    key: EntryKey
    typed: Typed
    version: int = 0


def save_draft(store: Store, person: Person, key: EntryKey, typed: Typed, version: int) -> DraftSaved:
    """Keep a value as typed for its person alone; an empty one takes the draft away.

    Raises NotAllowedError for a zone that is not the official's, RefusedInputError for a text of unusual length or
    with characters that cannot be kept.
    """
    person.require(Permission.REPORT, key.zone)
    _refuse_unkept(typed)
    with desk_of(store, person) as writer:
        kept = drafts(writer, key.zone, key.year, key.indicator)
        own = next((draft for draft in kept if draft.person == person.account), None)
        entry = entries_by_key(writer, [key]).get(key)
        if own is not None and own.version != version and own.typed != _or_none(typed):
            return DraftSaved(kept=False, version=own.version, conflict=_of_own(own, entry))
        other = newer_of_others(person.account, own, entry, kept)
        return DraftSaved(kept=True, version=writer.keep_draft(person.account, key, _or_none(typed)), conflict=other)


def _or_none(typed: Typed) -> Typed | None:
    return None if typed == Typed() else typed


def _of_own(own: Draft, entry: Entry | None) -> Conflict | None:
    """Return what another window of the same person has left: a draft, or what was submitted of it."""
    return conflict_with_draft(own) or (conflict_with_entry(entry) if entry else None)


def _refuse_unkept(typed: Typed) -> None:
    refuse_unfit(astuple(typed))
    length = sum(len(str(getattr(typed, field.name) or "")) for field in fields(typed))
    if length > _LONGEST_DRAFT:
        raise refused(_("the texts are too long: {length} characters").format(length=length), typed.comment)


def submit(store: Store, person: Person, rows: Sequence[Submission], token: str) -> EntriesReport:
    """Submit values for review, all or nothing; a correction of an accepted value needs typed.reason.

    Raises NotAllowedError where one of the zones is not the official's; what else stands in the way is in the report.
    """
    for zone in sorted({row.key.zone for row in rows}):
        person.require(Permission.REPORT, zone)
    with desk_of(store, person) as writer:
        if not writer.claim(token):
            return EntriesReport(done=True, repeated=True)
        before = entries_by_key(writer, (row.key for row in rows))
        contexts = {zone: context_of(store, zone) for zone in {row.key.zone for row in rows}}
        asked = _asked(rows, contexts) | set(before)
        understood = [(row, _understood(row, contexts[row.key.zone], asked)) for row in rows]
        times = Counter(row.key for row in rows)
        report = report_of_findings(
            _finding(row, what, before.get(row.key), times[row.key]) for row, what in understood
        )
        if not report.done:
            writer.roll_back()
            return report
        for row, what in understood:
            _submit(writer, person, row, what, before.get(row.key), contexts[row.key.zone])
    return report


def _asked(rows: Sequence[Submission], contexts: Mapping[str, Context]) -> set[EntryKey]:
    """Return what is asked of the zones in the years of some rows: by a running plan, or because it was told before."""
    return {
        EntryKey(zone=zone, indicator=indicator, year=year)
        for zone, year in {(row.key.zone, row.key.year) for row in rows}
        for indicator in {*contexts[zone].told, *owed_indicators(contexts[zone], year)}
    }


def _understood(row: Submission, context: Context, asked: Set[EntryKey]) -> Understood:
    """Understand a row of what is owed; what nobody asks of the zone cannot come from a form."""
    if row.key.indicator in context.known.indicators and row.key not in asked:
        right = _("an indicator of a plan that runs in {year}").format(year=row.key.year)
        return Understood(
            problems=(Problem(_("not asked of this zone"), row.key.indicator, right, column="indicator"),)
        )
    return understand(row.typed, row.key, context)


def _finding(row: Submission, understood: Understood, before: Entry | None, times: int) -> Finding:
    """Return what stands in the way of a row."""
    problems = [*check_year(row.key.year, "year"), *understood.problems]
    if times > 1:
        problems.append(Problem(_("the same value twice"), row.typed.value, _("one of them"), column="value"))
    if not problems and not understood.words:
        problems.append(Problem(_("nothing is typed"), right=_("a value, or why there is none"), column="value"))
    if needs_comment(understood, row.typed):
        right = _("a comment that says why the value is right")
        problems.append(Problem(_("the warnings need a comment"), row.typed.value, right, column="comment"))
    stale = before is not None and before.version != row.version
    return Finding(
        key=row.key,
        problems=tuple(problems),
        warnings=understood.warnings,
        proposal=understood.proposal,
        conflict=conflict_with_entry(before) if before is not None and stale else None,
    )


def _submit(
    writer: EntryWriter, person: Person, row: Submission, understood: Understood, before: Entry | None, context: Context
) -> None:
    """Write a row in which nothing stands in the way."""
    typed = clean(row.typed)
    indicator = context.known.indicators[row.key.indicator]
    meant = None if understood.actual is None else meaning_text(understood.actual, indicator)
    no_value = typed.no_value if understood.actual is None else None
    writer.submit(
        person.account, row.key, typed, Meaning(words=understood.words, actual=meant, no_value=no_value), before
    )
