"""A goal as typed in the plan's words, and back: the texts of the form to a record, a record to the texts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from tracker.domain.entry.plan_phrases import MEANING, Meaning, Phrase, phrase_of
from tracker.domain.quantity.digits import canonical
from tracker.domain.records import Goal, Indicator
from tracker.domain.vocabulary import Comparator
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.bundle.bundle_columns import header
from tracker.language import _
from tracker.services.cache.query_cache import cache_of
from tracker.services.edit_conflicts import cell_texts
from tracker.services.planning.typed_amounts import Asked, at_column, read_asked, read_interim, read_plain, value_unit
from tracker.services.planning.typed_definitions import read_typed
from tracker.store import Store

_Read = TypeVar("_Read")
_AMOUNTS = frozenset({"kind", "comparator", "value", "value_high", "approximate", "baseline_value", "interim"})
# Fields that say nothing of some kinds; what was typed there for another kind is not taken along.
_OF_NUMBERS = ("unit", "reference_indicator", "reference_zone", "baseline_year", "baseline_origin")


def typed_goal(store: Store, texts: Mapping[str, str], key: str = "") -> Goal:
    """Read a goal from the texts of a form; RefusedInputError with a problem for each field.

    Beside the fields of a bundle there are `phrase`, which stands for kind and comparator, `meant` for a comparator
    that the phrase leaves open, and `no_due`, "yes" where the plan names no year.
    """
    meaning = MEANING[Phrase(texts.get("phrase") or Phrase.REACH)]
    problems: list[Problem] = []
    values = _collect(problems, lambda: read_typed("goals", _told(texts, meaning), _AMOUNTS), "") or {}
    indicator = cache_of(store).catalogue().indicators.get(texts.get("indicator", ""))
    if indicator is not None:
        values |= _amounts(texts, meaning, indicator, problems)
    if not texts.get("due", "").strip() and texts.get("no_due") != "yes":
        right = _("the year, or say that the plan names none")
        problems.append(Problem(_("no due year is given"), right=right, column="due"))
    if problems:
        raise RefusedInputError(_by_field(problems))
    return Goal(goal=key, kind=meaning.kind, **values)


def _told(texts: Mapping[str, str], meaning: Meaning) -> dict[str, str]:
    """Leave out what says nothing of this kind of goal."""
    given = dict(texts)
    if texts.get("no_due") == "yes":
        given["due"] = ""
    kind = meaning.kind.traits
    if not kind.relative:
        given["reference_indicator"] = given["reference_zone"] = given["basis"] = ""
    if not kind.has_mean:
        given["measured_by"] = ""
    if not kind.adds_up:
        given["part_of"] = ""
    if not kind.measured:
        given |= dict.fromkeys(_OF_NUMBERS, "")
    else:
        given["state"] = ""
    if not kind.in_unit:
        given["unit"] = ""
    return given


def _amounts(
    texts: Mapping[str, str], meaning: Meaning, indicator: Indicator, problems: list[Problem]
) -> dict[str, Any]:
    """Read value, comparator, baseline and interim values; what is wrong goes to the problems."""
    if not meaning.kind.traits.measured:
        return {}
    typed_unit = texts.get("unit", "").strip()
    unit = value_unit(meaning, typed_unit, indicator)
    counted = unit if meaning.kind.traits.in_unit else indicator.unit
    asked = _collect(problems, lambda: _asked(texts, meaning, unit), "value") or Asked()
    base = _collect(problems, lambda: read_plain(texts.get("baseline_value", ""), counted), "baseline_value")
    interim = _collect(problems, lambda: read_interim(texts.get("interim", ""), unit), "interim") or ()
    return {
        "value": asked.value,
        "value_high": asked.high,
        "comparator": asked.comparator,
        "approximate": asked.approximate or texts.get("approximate") == "yes",
        "baseline_value": base,
        "interim": interim,
    }


def _asked(texts: Mapping[str, str], meaning: Meaning, unit: str) -> Asked:
    """Read the amount with how it is meant, which the phrase, the form or the words beside the number say."""
    if texts.get("meant"):
        meaning = _meant(meaning, Comparator(texts["meant"]))
    asked = read_asked(texts.get("value", ""), meaning, unit)
    high = read_plain(texts.get("value_high", ""), unit) if asked.comparator is Comparator.BETWEEN else None
    return replace(asked, high=asked.high if high is None else high)


def _meant(meaning: Meaning, chosen: Comparator) -> Meaning:
    """Take the comparator that was chosen, unless the phrase says otherwise."""
    own = meaning.comparator
    fits = own is None or chosen is Comparator.EQUAL or chosen.agrees_with(own)
    return replace(meaning, comparator=chosen) if fits else meaning


def _collect(problems: list[Problem], read: Callable[[], _Read], column: str) -> _Read | None:
    """Read something, and give None where it is refused; the problems keep the field they belong to."""
    try:
        return read()
    except RefusedInputError as error:
        problems += at_column(error, column) if column else error.problems
        return None


def _by_field(problems: Iterable[Problem]) -> list[Problem]:
    """Put problems into the order of a goal's fields."""
    order = header("goals")
    return sorted(problems, key=lambda problem: order.index(problem.column) if problem.column in order else 99)


def goal_texts(goal: Goal) -> dict[str, str]:
    """Write a goal as the texts of its form, in the plan's words."""
    texts = dict(zip(header("goals"), cell_texts(goal), strict=True))
    phrase = phrase_of(goal)
    meaning = MEANING[phrase]
    if meaning.falls and goal.value is not None:
        texts["value"] = canonical(-goal.value)
    texts["interim"] = "; ".join(f"{year}: {canonical(value)}" for year, value in goal.interim)
    own = texts.pop("comparator")
    texts["meant"] = "" if own == (meaning.comparator or "") else own
    texts["phrase"] = phrase.value
    texts["no_due"] = "" if goal.due else "yes"
    return texts
