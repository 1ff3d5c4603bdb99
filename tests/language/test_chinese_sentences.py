"""Every sentence on every goal, said in Chinese: with Chinese punctuation, and no English but names."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import pytest

from tests.ui.visiting import kinds, shipped
from tracker.charts.glide.captions import describe
from tracker.charts.value_words import goal_words, needs_words, status_words
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.arithmetic import arithmetic
from tracker.domain.explaining.disagreement import why_rules_differ
from tracker.domain.explaining.headlines import headline, thing
from tracker.domain.explaining.missing import what_is_missing
from tracker.domain.explaining.reached_late import reached_late
from tracker.domain.explaining.reasons import reason
from tracker.domain.explaining.reported_values import actual_words
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Rule
from tracker.language import speak
from tracker.services.goal.goal_report import goal_report_of
from tracker.services.plan.status_lines import judged_goals
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

_HALF_WIDTH = re.compile(r"[一-鿿”）》][,;:.]|[,;:.] ?[一-鿿“（《]")
_ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """Speak Chinese during each test."""
    speak("zh")
    yield
    speak(None)


def _reports(store: Store, years: tuple[int, ...]) -> Iterator[GoalReport]:
    for year in years:
        for judged in judged_goals(store, ViewSettings(year)):
            yield goal_report_of(store, judged.goal.goal, ViewSettings(year))


def _sentences(report: GoalReport) -> Iterator[str]:
    facts = VerdictFacts(report.goal, report.indicator, report.plan, report.verdict, report.other)
    yield from (headline(facts, report.zone.name), describe(report), facts.asked, goal_words(report))
    yield from (needs_words(report), status_words(report), why_rules_differ(report), reached_late(report))
    yield from (reason(facts, rule) for rule in Rule)
    yield from (actual_words(actual, report.indicator, {}) for actual in report.actuals)
    worked_out, missing = arithmetic(report), what_is_missing(report)
    yield worked_out.left_out
    for step in worked_out.steps:
        yield from (step.name, step.formula, step.result)
    if missing:
        yield from (missing.what, missing.who)


def _without_names(sentence: str, report: GoalReport) -> str:
    """Leave out what comes from users in whichever language they wrote it."""
    indicator, source = report.indicator, report.sources.values()
    names = [report.zone.name, report.plan.name, report.other, indicator.name, thing(indicator.name), indicator.unit]
    names += [text for one in source for text in (one.title, one.publisher) if text]
    for name in sorted((name for name in names if name), key=len, reverse=True):
        sentence = sentence.replace(name, "甲")
    return sentence


@lru_cache(maxsize=2)
def _all_said(store: Callable[[], Store], years: tuple[int, ...]) -> frozenset[str]:
    reports = _reports(store(), years)
    return frozenset(_without_names(sentence, report) for report in reports for sentence in _sentences(report))


STORES = pytest.mark.parametrize(
    ("store", "years"),
    [(shipped, (2018, 2022, 2024, 2026)), (kinds, (2021, 2022, 2024, 2025, 2027))],
    ids=["shipped", "ten kinds"],
)


@STORES
def test_what_is_said_of_a_goal_has_chinese_punctuation(store: Callable[[], Store], years: tuple[int, ...]) -> None:
    assert {sentence for sentence in _all_said(store, years) if _HALF_WIDTH.search(sentence)} == set()


@STORES
def test_what_is_said_of_a_goal_has_no_english_words(store: Callable[[], Store], years: tuple[int, ...]) -> None:
    assert {sentence for sentence in _all_said(store, years) if _ENGLISH.search(sentence)} == set()
