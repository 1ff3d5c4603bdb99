"""What a planner confirmed of a pasted text, stored in one change: goals, milestones, actuals and their source."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tracker.domain.entry.plan_phrases import Phrase
from tracker.domain.kinds import default_comparator
from tracker.domain.people.roles import Permission, Person
from tracker.domain.records import Actual, Goal, Indicator, Source
from tracker.domain.text import clean_text, fold, slug_of
from tracker.domain.vocabulary import Accumulates, Better
from tracker.errors import Problem, RefusedInputError
from tracker.language import _
from tracker.services.accounts.acting import changing_as
from tracker.services.cache.query_cache import Catalogue, cache_of, catalogue_of
from tracker.services.planning.goal_planning import goal_problems, goal_sentence
from tracker.services.planning.typed_amounts import at_column
from tracker.services.planning.typed_definitions import read_typed
from tracker.services.planning.typed_goals import typed_goal
from tracker.services.text.confirmed_actuals import doubts_of, stand, typed_actual
from tracker.services.text.pasted_quantities import Choice
from tracker.store import Change, Reader, Store
from tracker.store.entry.entry_writer import entry_writer_within
from tracker.store.record.definitions import goals

SOURCE_FIELDS = ("title", "publisher", "published", "url")

UNIT = "milestone"
SOURCE = "source"
_SAME_GOAL = ("plan", "indicator", "kind", "value", "value_high", "due")


def typed_source(known: Catalogue, texts: Mapping[str, str]) -> Source:
    """Read the document from the texts of its form; RefusedInputError with a problem for each field.

    `source` is the key of a listed document. A new one with the title of a listed one is that one, unless they differ.
    """
    listed = known.sources.get(texts.get("source", ""))
    if listed is not None:
        return listed
    typed = Source(source="", **read_typed("sources", {name: texts.get(name, "") for name in SOURCE_FIELDS}))
    namesake = next((source for source in known.sources.values() if fold(source.title) == fold(typed.title)), None)
    if namesake is None:
        return replace(typed, source=slug_of(typed.title, known.sources, "source"))
    for name in SOURCE_FIELDS[1:]:
        text = getattr(typed, name)
        if text is not None and text != getattr(namesake, name):
            wrong = _("a document of this title is listed already, and this differs")
            right = _("to choose it from the list, or another title")
            raise RefusedInputError([Problem(wrong, text, right, column=name)])
    return namesake


def is_new_milestone(texts: Mapping[str, str]) -> bool:
    """Return whether a goal is a milestone for which nothing of the list was chosen."""
    return texts.get("phrase") == Phrase.MILESTONE and not texts.get("indicator")


def with_milestone(known: Catalogue, texts: Mapping[str, str], new: dict[str, Indicator]) -> Mapping[str, str]:
    """Return a goal's texts with the milestone it names, which goes to the new ones where no list has it.

    RefusedInputError where the name cannot be kept.
    """
    if not is_new_milestone(texts) or not texts.get("milestone", "").strip():
        return texts
    try:
        name = clean_text(texts["milestone"])
    except RefusedInputError as error:
        raise RefusedInputError(list(at_column(error, "indicator"))) from error
    listed = [indicator for indicator in (*known.indicators.values(), *new.values()) if indicator.unit == UNIT]
    key = next((indicator.indicator for indicator in listed if fold(indicator.name) == fold(name)), "")
    if not key:
        key = slug_of(f"milestone {name}", {*known.indicators, *new}, UNIT)
        new[key] = Indicator(
            indicator=key,
            name=name,
            unit=UNIT,
            better=Better.NONE,
            accumulates=Accumulates.LEVEL,
            category="Milestones",
            definition="Reported as not started, under way or done",
        )
    return {**texts, "indicator": key}


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """One quantity a planner confirmed: its key, what it is taken for, and the texts of its fields."""

    key: str
    choice: Choice
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of confirmed quantities: all are stored, or none and why, by row (`source` for the document)."""

    done: bool
    repeated: bool = False
    goals: int = 0
    actuals: int = 0
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Read:
    """What confirmed rows are read as: records by row, and what is wrong, by row."""

    source: Source | None = None
    milestones: dict[str, Indicator] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    actuals: dict[str, Actual] = field(default_factory=dict)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)


def save_from_text(
    store: Store, person: Person, source: Mapping[str, str], rows: Iterable[Confirmed], *, token: str
) -> Outcome:
    """Store everything confirmed in one change, or nothing; a second call with the token stores nothing more.

    Raises NotAllowedError; what is wrong with a row is in the outcome.
    """
    person.require(Permission.PLAN)
    confirmed = tuple(rows)
    reasons = {row.key: row.texts.get("reason", "") for row in confirmed if row.choice is not Choice.GOAL}
    given_reasons = list(dict.fromkeys(reason.strip() for reason in reasons.values() if reason.strip()))
    read = _read(store, source, confirmed)
    if read.problems or read.source is None:
        return Outcome(done=False, problems=read.problems)
    with (
        changing_as(
            store, person, "from text", reason="; ".join(given_reasons) or None, origin=read.source.title
        ) as change,
        entry_writer_within(change, store) as writer,
    ):
        if not writer.claim(token):
            change.roll_back()
            return Outcome(done=True, repeated=True)
        outcome = _put(change, read, typed_source(catalogue_of(change), source), reasons)
        if not outcome.done:
            change.roll_back()
    return outcome


def problems_of(store: Store, row: Confirmed) -> tuple[Problem, ...]:
    """Return what keeps one quantity from being stored as it is, nothing where it can be; doubts are warnings."""
    if row.choice is Choice.IGNORE:
        return ()
    read = _read(store, None, (row,))
    if read.problems:
        return read.problems[row.key]
    known = cache_of(store).catalogue()
    known = replace(known, indicators=known.indicators | read.milestones)
    with store.snapshot() as reader:
        if read.goals:
            return tuple(_goal_problems(reader, known, read.goals[row.key]))
        standing = stand(reader, known, read.actuals, {row.key: row.texts.get("reason", "")})
    return standing.problems.get(row.key, ()) or doubts_of(store, known, read.actuals[row.key])


def _read(store: Store, source: Mapping[str, str] | None, rows: Iterable[Confirmed]) -> _Read:
    """Read the texts of the document and of every row."""
    known, read = cache_of(store).catalogue(), _Read()
    if source is not None:
        try:
            read.source = typed_source(known, source)
        except RefusedInputError as error:
            read.problems[SOURCE] = error.problems
    key = read.source.source if read.source else None
    for row in rows:
        try:
            if row.choice is Choice.GOAL:
                texts = with_milestone(known, row.texts, read.milestones)
                read.goals[row.key] = _typed_goal(store, texts, key)
            else:
                read.actuals[row.key] = typed_actual(known, row.texts, row.choice, key)
        except RefusedInputError as error:
            read.problems[row.key] = error.problems
    return read


def _typed_goal(store: Store, texts: Mapping[str, str], source: str | None) -> Goal:
    """Read a goal; where the planner says nothing in their own words, the form's sentence is the wording."""
    goal = replace(typed_goal(store, {**texts, "source": ""}), source=source)
    return goal if goal.wording else replace(goal, wording=goal_sentence(store, texts))


def _put(change: Change, read: _Read, source: Source, reasons: Mapping[str, str]) -> Outcome:
    """Check everything against what stands now, and store it where nothing is wrong."""
    change.write_definitions("source", [source])
    change.write_definitions("indicator", read.milestones.values())
    known = catalogue_of(change)
    new = {key: replace(goal, source=source.source) for key, goal in read.goals.items()}
    confirmed = {key: replace(actual, source=source.source) for key, actual in read.actuals.items()}
    standing = stand(change, known, confirmed, reasons)
    problems = standing.problems | dict(_goals_in_the_way(change, known, new))
    if problems:
        return Outcome(done=False, problems=problems)
    change.write_definitions("goal", _with_keys(change, new.values()))
    change.write_actuals(standing.actuals)
    return Outcome(done=True, goals=len(new), actuals=len(standing.actuals))


def _goals_in_the_way(
    reader: Reader, known: Catalogue, new: Mapping[str, Goal]
) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """Yield the goals that cannot be stored, with every reason."""
    before: list[Goal] = []
    for key, goal in new.items():
        wrong = [problem for problem in _goal_problems(reader, known, goal) if not problem.warning]
        if any(_same(known, goal, other) for other in before):
            wrong.append(Problem(_("this very goal is confirmed twice"), right=_("to ignore one of them")))
        if wrong:
            yield key, tuple(wrong)
        before.append(goal)


def _goal_problems(reader: Reader, known: Catalogue, goal: Goal) -> list[Problem]:
    """List what is wrong or doubtful with a goal, first of all that its plan has it already."""
    if any(_same(known, goal, other) for other in goals(reader, plan=goal.plan)):
        return [Problem(_("the plan has this very goal already"), right=_("to ignore it here"))]
    return list(goal_problems(known, goal))


def _same(known: Catalogue, first: Goal, other: Goal) -> bool:
    """Return whether two goals ask the same of the same; without a comparator the better direction is meant."""
    if (
        any(getattr(first, name) != getattr(other, name) for name in _SAME_GOAL)
        or first.indicator not in known.indicators
    ):
        return False
    better = known.indicators[first.indicator].better
    meant = [goal.comparator or default_comparator(goal.kind, better) for goal in (first, other)]
    return meant[0] == meant[1]


def _with_keys(change: Change, new: Iterable[Goal]) -> list[Goal]:
    """Return new goals with keys of their own."""
    taken = {goal.goal for goal in goals(change)}
    named = []
    for goal in new:
        key = slug_of(f"{goal.plan}-{goal.indicator}", taken, "goal")
        taken.add(key)
        named.append(replace(goal, goal=key))
    return named
