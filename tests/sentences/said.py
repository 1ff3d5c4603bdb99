"""Everything the product says of one goal, as pairs of what it is and its text."""

from collections.abc import Iterator

from tracker.charts.glide.captions import describe
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.arithmetic import arithmetic
from tracker.domain.explaining.disagreement import why_rules_differ
from tracker.domain.explaining.measured_words import measured_and_when
from tracker.domain.explaining.missing import what_is_missing
from tracker.domain.explaining.reached_late import reached_late
from tracker.domain.explaining.reasons import reason
from tracker.domain.explaining.requests import requests_of
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Rule


def said_of(report: GoalReport) -> Iterator[tuple[str, str]]:
    """Yield every sentence on a goal that has any words."""
    facts = VerdictFacts.of(report)
    yield "headline", report.headline
    yield from ((f"reason by {rule}", reason(facts, rule)) for rule in Rule)
    yield "measured", measured_and_when(facts)
    yield "why rules differ", why_rules_differ(report)
    yield "reached late", reached_late(report)
    yield "alternative text", describe(report)
    missing = what_is_missing(report)
    if missing:
        yield "missing", missing.what
    yield from (("request", ask.what) for ask in requests_of([report]))
    for step in arithmetic(report).steps:
        yield f"arithmetic, {step.name}", f"{step.formula} → {step.result}"
