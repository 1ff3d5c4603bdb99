"""Goals written and changed by planners: checked, judged as they are typed, and put into the form's sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tracker.domain.assessment.standings import Standings
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.checks.goal_checks import check_goal
from tracker.domain.checks.part_checks import check_part, whole_of
from tracker.domain.entry.plan_phrases import MEANING, Phrase
from tracker.domain.explaining.headlines import thing
from tracker.domain.explaining.reports import goal_report
from tracker.domain.quantity.units import spoken_unit
from tracker.domain.records import Goal
from tracker.domain.vocabulary import Comparator
from tracker.errors import Problem, RefusedInputError
from tracker.language import _, bounded, clauses, gettext
from tracker.services.cache.goal_table import goal_table_of
from tracker.services.cache.query_cache import Catalogue, cache_of
from tracker.services.goal.goal_report import record_of_goal
from tracker.services.view_settings import ViewSettings
from tracker.store import Store
from tracker.store.database.reader import Reader
from tracker.store.record.definitions import goals_named
from tracker.store.record.goal_rows import drafted_row

_OPEN = "…"


def goal_problems(known: Catalogue, goal: Goal) -> Iterator[Problem]:
    """Yield what is wrong or doubtful about a goal; that it has no value is an error here, for it cannot be judged."""
    unknown = list(_unknown(known, goal))
    yield from unknown
    if unknown:
        return
    plan, indicator = known.plans[goal.plan], known.indicators[goal.indicator]
    reference = known.indicators.get(goal.reference_indicator or "")
    for problem in check_goal(goal, plan, replace(indicator, indicator=indicator.name), reference):
        without_value = problem.column == "value" and goal.value is None and goal.traits.measured
        yield replace(problem, warning=False) if without_value else problem


def part_problems(reader: Reader, known: Catalogue, goal: Goal) -> Iterator[Problem]:
    """Yield what is wrong or doubtful about a goal as a part of another."""
    if goal.part_of is None or goal.indicator not in known.indicators:
        return
    wholes, above = {goal.goal: whole_of(goal)}, goal.part_of
    while above and above not in wholes and (found := goals_named(reader, [above])):
        wholes[above] = whole_of(found[above])
        above = found[above].part_of or ""
    if goal.part_of not in wholes:
        yield Problem(_("not one that is known"), goal.part_of, _("choose a goal of the list"), column="part_of")
        return
    yield from check_part(goal, wholes, known.indicators[goal.indicator])


def _unknown(known: Catalogue, goal: Goal) -> Iterator[Problem]:
    """Yield what a goal refers to and nobody has defined."""
    asked = (
        ("plan", goal.plan, known.plans, _("choose a plan of the list")),
        ("indicator", goal.indicator, known.indicators, _("choose an indicator of the list")),
        ("reference_indicator", goal.reference_indicator, known.indicators, _("choose an indicator of the list")),
        ("reference_zone", goal.reference_zone, known.zones, _("choose a zone of the list")),
        ("source", goal.source, known.sources, _("choose a source of the list")),
    )
    for column, key, among, right in asked:
        if key is not None and key not in among:
            yield Problem(_("not one that is known"), key, right, column=column)


@dataclass(frozen=True, slots=True)
class Preview:
    """A goal judged as it would be, stored nowhere, and what is doubtful about it."""

    report: GoalReport
    doubts: tuple[Problem, ...]


def preview_goal(store: Store, goal: Goal, view: ViewSettings) -> Preview:
    """Judge a goal that is stored nowhere; RefusedInputError with every reason for which it cannot be judged."""
    known = cache_of(store).catalogue(view.as_of)
    problems = (*goal_problems(known, goal), *part_problems(store, known, goal))
    if errors := [problem for problem in problems if not problem.warning]:
        raise RefusedInputError(errors)
    plan, indicator = known.plans[goal.plan], known.indicators[goal.indicator]
    with store.snapshot() as reader:
        record = record_of_goal(known, reader, goal, view)
        goal_table = goal_table_of(reader, [drafted_row(reader, goal, plan, indicator)], view.as_of)
    standings = Standings.of(goal_table.goals, goal_table.actuals, view.year, view.about)
    return Preview(goal_report(record, standings, 0, view.rule), problems)


def goal_sentence(store: Store, texts: Mapping[str, str]) -> str:
    """Return a goal as a plan would: "Shenyang newly adds about 150 enterprises between 2021 and 2025."."""
    known = cache_of(store).catalogue()
    plan = known.plans.get(texts.get("plan", ""))
    indicator = known.indicators.get(texts.get("indicator", ""))
    phrase = Phrase(texts.get("phrase") or Phrase.REACH)
    other = known.indicators.get(texts.get("reference_indicator", ""))
    zone = known.zones.get(texts.get("reference_zone", ""))
    pattern = gettext(MEANING[phrase].sentence)
    if phrase is Phrase.NEWLY_ADD and indicator and not spoken_unit(indicator.unit):
        pattern = _("{zone} newly adds {value} {indicator}")
    sentence = pattern.format(
        zone=known.zones[plan.zone].name if plan else _OPEN,
        indicator=thing(indicator.name) if indicator else _OPEN,
        name=indicator.name if indicator else texts.get("milestone", "").strip() or _OPEN,
        value=_value(texts, phrase),
        high=texts.get("value_high", "").strip() or _OPEN,
        other=clauses(record.name for record in (other, zone) if record) or _OPEN,
    )
    start = str(plan.start) if plan and plan.start else ""
    return _dated(sentence, texts, start, over_years=MEANING[phrase].kind.traits.over_years)


def _value(texts: Mapping[str, str], phrase: Phrase) -> str:
    """Put how the value is meant before it, as the form says; words beside the number stay as they are typed."""
    value = texts.get("value", "").strip() or _OPEN
    kind = MEANING[phrase].kind
    if kind.traits.percentage and value[-1].isdigit():
        value += "%"
    unit = spoken_unit(texts.get("unit", "").strip())
    value = f"{value} {unit}" if unit and kind.traits.in_unit else value
    if texts.get("approximate") == "yes":
        value = _("about {value}").format(value=value)
    meant = texts.get("meant", "") if MEANING[phrase].comparator is None else ""
    return _("exactly {value}").format(value=value) if meant == Comparator.EQUAL else bounded(meant, value)


def _dated(sentence: str, texts: Mapping[str, str], start: str, *, over_years: bool) -> str:
    """Return by when a goal is wanted; languages differ in where a sentence says it."""
    if texts.get("no_due") == "yes":
        return _("{goal}, without a year.").format(goal=sentence)
    due = texts.get("due", "").strip() or _OPEN
    if over_years and start:
        return _("{goal} between {start} and {due}.").format(goal=sentence, start=start, due=due)
    return _("{goal} by {due}.").format(goal=sentence, due=due)
