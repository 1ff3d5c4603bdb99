"""Every sentence on goals of every form in every situation is true: read back and held against the plain method."""

from collections.abc import Iterator

import pytest

from tests.sentences.claims import untrue
from tests.sentences.made_goals import FORMS, MadeGoal, made_goals, reports_of
from tests.sentences.said import said_of
from tests.sentences.truths import Truth
from tracker.domain.statuses import Rule
from tracker.language import speak


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    """Speak no language but the one a test chooses."""
    yield
    speak(None)


def faults(made: list[MadeGoal], language: str, rule: Rule = Rule.TIME) -> list[str]:
    """List what is said of goals and is not true."""
    speak(language)
    found = []
    for goal, report in reports_of(made, rule):
        truth = Truth(goal)
        if not goal.form.kind.traits.measured:
            continue
        for name, text in said_of(report):
            found += [f"{goal.name}: {name}: {text} ← {what}" for what in untrue(text, language, truth)]
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_every_sentence_is_true(form: str, language: str) -> None:
    found = faults([goal for goal in made_goals() if goal.form.name == form], language)
    assert not found, "\n".join(found[:20])


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("seed", [1, 2])
def test_sentences_on_other_values_are_true(seed: int, language: str) -> None:
    found = faults(list(made_goals(seed)), language, Rule.COMPOUND if seed == 1 else Rule.PROJECTION)
    assert not found, "\n".join(found[:20])


FALSE = (
    ("every-under, broken once", "Zone Z missed its goal for thing T: 3.01% in 2017, 0.3 points short of 5.5%"),
    ("added, met", "Zone Z met its goal for thing T: 198 in 2020, 150 was asked"),
    ("growth-of-changes, missed", "Zone Z missed its goal for thing T: 4.50% in 2020, 2 points short of 6.5%"),
    ("change-down-over, missed", "Zone Z met its goal for thing T: down 3.4% from 2015 to 2020, 18% was asked"),
    ("rise, met", "1.3 in 2020; 1 year more was asked: reached."),
    ("relative, broken once", "0 points above Reference R in 2017"),
    ("every-over, broken once", "All 5 reported years up to 2020 kept the goal of over 6.5."),
    ("count, short", "Zone Z needs about 700 more thing T every year to reach 2,000 by 2020"),
    ("count, overdue", "By 2022 it is 80%, and 2019 is not reported."),
)


@pytest.mark.parametrize(("name", "text"), FALSE)
def test_false_sentences_are_found(name: str, text: str) -> None:
    made = next(goal for goal in made_goals() if goal.name == name)
    assert list(untrue(text, "en", Truth(made)))
