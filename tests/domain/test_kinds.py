"""The table of the kinds of goals: complete, in agreement with itself, and the one place where kinds are told apart."""

import re
from collections.abc import Callable

import pytest

from tests.serving import ROOT
from tracker.domain.entry.plan_phrases import MEANING, phrase_of
from tracker.domain.kinds import AskedNumber, Kind, Series, Traits, default_comparator, kind_word
from tracker.domain.records import Goal
from tracker.domain.vocabulary import Better, Comparator
from tracker.language import LANGUAGES, speak

#: Where a kind may be named: its own words and rules, and reading texts, examples. All else asks for traits.
NAMED_IN = (
    *("domain/kinds.py", "domain/entry/plan_phrases.py", "domain/explaining/target_wording.py"),
    *("domain/assessment/judging.py", "domain/assessment/targets.py", "domain/assessment/goal_columns.py"),
    *("exchange/text", "services/text", "exchange/bundle/template_examples.py"),
)


def having(trait: Callable[[Traits], bool]) -> set[str]:
    return {kind.value for kind in Kind if trait(kind.traits)}


def test_what_the_method_says_of_each_kind() -> None:
    assert having(lambda kind: kind.judged_by_year) == {"every_year", "range", "relative"}
    assert having(lambda kind: kind.has_path) == {"level", "increase", "multiple", "change", "rank"}
    assert having(lambda kind: kind.from_zero) == {"increase", "change", "direction"}
    assert having(lambda kind: kind.percentage) == {"change", "growth"}
    assert having(lambda kind: not kind.needs_value) == {"relative", "direction", "milestone"}
    assert having(lambda kind: not kind.measured) == {"milestone"}
    assert having(lambda kind: kind.of_level) == {"level", "multiple", "rank"}


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_is_complete_and_agrees_with_itself(kind: Kind) -> None:
    traits = kind.traits
    assert not (traits.has_path and traits.judged_by_year)
    assert traits.measured == (default_comparator(kind, Better.NONE) is not None)
    assert traits.number is not AskedNumber.NONE or not traits.needs_value
    assert traits.series is not Series.AGAINST_REFERENCE or traits.without_value


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_can_be_written_by_a_phrase_of_plans(kind: Kind) -> None:
    phrase = phrase_of(Goal(goal="g", plan="p", indicator="i", kind=kind))
    assert MEANING[phrase].kind is kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_name_of_its_own_in_each_language(language: str) -> None:
    speak(language)
    named = {kind_word(kind) for kind in Kind}
    speak(None)
    assert len(named) == len(Kind)


def test_turned_signs_turn_a_comparator_and_back() -> None:
    assert [comparator.mirrored for comparator in Comparator] == ["<=", "<", ">=", ">", "=", "between"]
    assert all(comparator.mirrored.mirrored is comparator for comparator in Comparator)


@pytest.mark.parametrize("floor", ["briefings", "charts", "domain", "exchange", "services", "store", "ui", "web"])
def test_kinds_are_told_apart_by_their_traits(floor: str) -> None:
    files = {file: file.relative_to(ROOT / "tracker").as_posix() for file in (ROOT / "tracker" / floor).rglob("*.py")}
    named = {name for file, name in files.items() if re.search(r"\bKind\.[A-Z]", file.read_text(encoding="utf-8"))}
    assert {name for name in named if not name.startswith(NAMED_IN)} == set()
