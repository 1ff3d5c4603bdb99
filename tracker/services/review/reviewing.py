"""What a reviewer does with submitted values: see them with all that speaks for and against, accept, send back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tracker.domain.entry.entries import Entry, EntryKey, EntryState, Understood
from tracker.domain.explaining.target_wording import citation
from tracker.domain.people.roles import Permission, Person
from tracker.domain.records import Actual, Indicator
from tracker.domain.text import clean_text
from tracker.errors import Problem, RefusedInputError
from tracker.language import _, clauses
from tracker.services.accounts.acting import changing_as, desk_of
from tracker.services.goal.effects import Effect, effects
from tracker.services.history.people import people_names, person_name, person_words
from tracker.services.round.entry_results import (
    LONGEST_COMMENT,
    EntriesReport,
    Finding,
    conflict_with_entry,
    meaning_text,
    report_of_findings,
)
from tracker.services.round.rounds import PastValue, past_value, past_values
from tracker.services.round.understanding import Context, context_of, understand
from tracker.services.sources.documents import with_sources
from tracker.services.view_settings import ViewSettings
from tracker.store import Reader, Store
from tracker.store.entry.entries import entries, entries_by_key, meaning_of
from tracker.store.entry.entry_writer import EntryWriter, entry_writer_within
from tracker.store.entry.evidence import KeptFile, file_kept

# How many earlier values a reviewer sees beside a new one.
_YEARS_BACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A submitted value with its warnings, evidence, last values and effect; `own` where the reader entered it.

    `by` names the person who entered it.
    """

    entry: Entry
    zone_name: str
    indicator: Indicator
    understood: Understood
    source: str
    evidence: KeptFile | None
    last: tuple[PastValue, ...]
    on_record: PastValue | None
    effects: tuple[Effect, ...] = ()
    own: bool = False
    by: str = ""


def waiting(
    store: Store, person: Person, *, zone: str | None = None, year: int | None = None, view: ViewSettings | None = None
) -> list[ReviewRow]:
    """List the submitted values of a reviewer's zones, by zone, year and indicator."""
    person.require(Permission.REVIEW, zone)
    submitted = [
        entry
        for entry in entries(store, zone=zone, year=year, state=EntryState.SUBMITTED)
        if person.may(Permission.REVIEW, entry.key.zone)
    ]
    contexts = {place: context_of(store, place) for place in {entry.key.zone for entry in submitted}}
    understood = {entry.key: understand(entry.typed, entry.key, contexts[entry.key.zone]) for entry in submitted}
    moved = effects(store, {key: what.actual for key, what in understood.items() if what.actual is not None}, view)
    names = people_names(store) if submitted else {}
    return [
        replace(
            _row(store, entry, understood[entry.key], contexts[entry.key.zone]),
            effects=moved.get(entry.key, ()),
            own=entry.entered_by == person.account,
            by=person_words(entry.entered_by, names),
        )
        for entry in submitted
    ]


def _row(store: Store, entry: Entry, understood: Understood, context: Context) -> ReviewRow:
    """Return what an entry is held against; whose it is and what it does are for others to add."""
    key, typed = entry.key, entry.typed
    listed = context.known.sources.get(typed.source)
    return ReviewRow(
        entry=entry,
        zone_name=context.known.zones[key.zone].name,
        indicator=context.known.indicators[key.indicator],
        understood=understood,
        source=citation(listed, typed.locator) if listed else clauses((typed.new_source, typed.locator)),
        evidence=file_kept(store, typed.evidence) if typed.evidence else None,
        last=past_values(context, key, _YEARS_BACK),
        on_record=past_value(context, context.on_record(key)),
    )


def accept(store: Store, person: Person, versions: Mapping[EntryKey, int], token: str) -> EntriesReport:
    """Accept values in the versions seen, all or nothing: their actuals are revised in the same transaction.

    Raises NotAllowedError where one of the zones is not the reviewer's; what else stands in the way is in the report.
    """
    _require(person, versions)
    seen = entries_by_key(store, versions)
    reasons = dict.fromkeys(entry.typed.reason for entry in seen.values() if entry.typed.reason)
    reason = "; ".join(reasons) or None
    with changing_as(store, person, "accept", reason=reason) as change, entry_writer_within(change, store) as writer:
        if not writer.claim(token):
            change.roll_back()
            return EntriesReport(done=True, repeated=True)
        entered = entries_by_key(writer, versions)
        report, actuals = _judged(store, writer, person, versions, entered)
        if not report.done:
            change.roll_back()
            return report
        new_titles = {key: entry.typed.new_source for key, entry in entered.items() if entry.typed.new_source}
        change.write_actuals(with_sources(change, actuals, new_titles))
        for entry in entered.values():
            number = change.number if change.touched and entry.key in actuals else None
            writer.accept(person.account, entry, number)
        change.keep()
    return report


def _judged(
    store: Store,
    writer: EntryWriter,
    person: Person,
    versions: Mapping[EntryKey, int],
    entered: Mapping[EntryKey, Entry],
) -> tuple[EntriesReport, dict[EntryKey, Actual]]:
    """Return what stands in the way of accepting, and give what would be put on record."""
    contexts = {zone: context_of(store, zone) for zone in {key.zone for key in entered}}
    understood = {key: understand(entry.typed, key, contexts[key.zone]) for key, entry in entered.items()}
    findings = []
    for key, version in versions.items():
        finding = _stale(writer, key, version, entered.get(key))
        if finding is None:
            finding = _acceptable(writer, person, entered[key], understood[key], contexts[key.zone])
        findings.append(finding)
    return report_of_findings(findings), {
        key: what.actual for key, what in understood.items() if what.actual is not None
    }


def _acceptable(reader: Reader, person: Person, entry: Entry, understood: Understood, context: Context) -> Finding:
    """Return what stands in the way of accepting an entry that is as the reviewer saw it."""
    problems = list(understood.problems)
    if entry.entered_by == person.account:
        right = _("another reviewer")
        problems.append(Problem(_("nobody accepts what they entered"), entry.typed.value, right))
    meant = None
    if understood.actual is not None:
        meant = meaning_text(understood.actual, context.known.indicators[entry.key.indicator])
    if not problems and meant != meaning_of(reader, entry.key):
        right = _("to send it back, so that it is entered again")
        problems.append(
            Problem(_("the value means something else than when it was submitted"), understood.words, right)
        )
    return Finding(key=entry.key, problems=tuple(problems), warnings=understood.warnings, proposal=understood.proposal)


def _stale(reader: Reader, key: EntryKey, version: int, entry: Entry | None) -> Finding | None:
    """Find an entry that is not as the reviewer saw it: entered again, reviewed by another, or not there."""
    if entry is None:
        return Finding(key=key, problems=(Problem(_("nothing was submitted"), f"{key.indicator} {key.year}"),))
    if entry.version == version and entry.state is EntryState.SUBMITTED:
        return None
    if entry.state is not EntryState.SUBMITTED:
        wrong = _("reviewed already by {who}").format(who=person_name(reader, entry.reviewed_by or ""))
        return Finding(key=key, problems=(Problem(wrong, entry.typed.value),), conflict=conflict_with_entry(entry))
    return Finding(key=key, conflict=conflict_with_entry(entry))


def send_back(store: Store, person: Person, versions: Mapping[EntryKey, int], reason: str, token: str) -> EntriesReport:
    """Return values in the versions seen with a reason, all or nothing.

    Raises NotAllowedError where one of the zones is not the reviewer's, RefusedInputError where no reason is given.
    """
    _require(person, versions)
    comment = clean_text(reason, limit=LONGEST_COMMENT, multiline=True)
    if not comment:
        raise RefusedInputError([Problem(_("a return needs a reason"), right=_("what is to be changed"))])
    with desk_of(store, person) as writer:
        if not writer.claim(token):
            return EntriesReport(done=True, repeated=True)
        entered = entries_by_key(writer, versions)
        stale = [_stale(writer, key, version, entered.get(key)) for key, version in versions.items()]
        report = report_of_findings(finding for finding in stale if finding is not None)
        if not report.done:
            writer.roll_back()
            return report
        for entry in entered.values():
            writer.send_back(person.account, entry, comment)
    return replace(report, findings=tuple(Finding(key=key) for key in versions))


def _require(person: Person, versions: Mapping[EntryKey, int]) -> None:
    """Refuse a person who is no reviewer of all the zones."""
    person.require(Permission.REVIEW)
    for zone in sorted({key.zone for key in versions}):
        person.require(Permission.REVIEW, zone)
