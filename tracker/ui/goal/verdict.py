"""The top of a goal's page: headline, status, reason, and what is missing where there is no verdict."""

import streamlit as st
from htpy import Element, b, div, p, span

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.disagreement import why_rules_differ
from tracker.domain.explaining.headlines import place_beside
from tracker.domain.explaining.measured_words import gap_words, measured_and_when, own_words
from tracker.domain.explaining.missing import what_is_missing
from tracker.domain.explaining.reached_late import reached_late
from tracker.domain.explaining.reasons import reason
from tracker.domain.explaining.step_words import ratio_words
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Rule, rule_count_word, rule_source, rule_word
from tracker.language import MISSING, _, sentences
from tracker.services.plan.plan_table import marks_of
from tracker.services.view_settings import ViewSettings
from tracker.ui.shell.links import link_to
from tracker.ui.shell.view_settings import view_words
from tracker.ui.widgets.badges import badge
from tracker.ui.widgets.escaping import markdown


def goal_head(report: GoalReport, how: ViewSettings) -> None:
    """Show where a goal stands, in one sentence with its number, and why."""
    st.title(markdown(report.headline), anchor=False)
    place = place_beside(report.zone.name, report.plan.name)
    st.html(
        div(".goal-head")[
            span[badge(report.verdict.status), [(" ", span(".muted")[mark]) for mark in marks_of(report)]],
            span(".leads")[place and f"{place} · ", link_to(report.plan.name, "plan", plan=report.plan.plan)],
            span(".muted")[view_words(how)],
        ]
    )
    _measured(report)
    st.markdown(markdown(sentences(report.verdict.reason, reached_late(report))))
    _missing(report)


def _measured(report: GoalReport) -> None:
    """Show what is measured, how far that is from the goal, and the latest year's own value where it is another."""
    facts = VerdictFacts.of(report)
    said = measured_and_when(facts)
    if said == MISSING:
        return
    gap, own = gap_words(facts), own_words(facts)
    st.html(
        div[
            b[said],
            gap != MISSING and (" · ", _("goal {goal}").format(goal=report.asked), " · ", gap),
            own and div(".muted")[own],
        ]
    )


def _missing(report: GoalReport) -> None:
    """Say what a verdict would need and who could supply it."""
    missing = what_is_missing(report)
    if missing is None:
        return
    st.html(
        div(".missing")[
            div[span(".muted")[_("What is missing:"), " "], missing.what],
            div[span(".muted")[_("Who could supply it:"), " "], missing.who],
        ]
    )


def goal_rules(report: GoalReport, *, supposing: bool = False) -> None:
    """Show what each rule says of a goal, told apart from what is supposed; a milestone is judged by its report."""
    if not report.goal.traits.measured:
        return
    title = _("The {count} rules, as reported") if supposing else _("The {count} rules")
    st.header(title.format(count=rule_count_word()), anchor=False)
    facts = VerdictFacts.of(report)
    reasons = {rule: reason(facts, rule) for rule in Rule}
    alike = len(set(reasons.values())) == 1
    # What holds for all of them already stands at the top of the page.
    st.html(div(".rules")[[_card(report, rule, "" if alike else reasons[rule]) for rule in Rule]])
    st.markdown(markdown(_agreement(report, alike=alike)))


def _card(report: GoalReport, rule: Rule, why: str) -> Element:
    verdict = report.verdict
    ratio = verdict.ratio_of(rule)
    ratio_line = "" if ratio is None else _("ratio {ratio}").format(ratio=ratio_words(ratio))
    return div(class_="chosen" if rule is verdict.rule else None)[
        div(".name")[span[rule_word(rule)], span(".ratio")[ratio_line]],
        badge(verdict.statuses[rule]),
        why and p[why],
        p(".from")[rule_source(rule)],
    ]


def _agreement(report: GoalReport, *, alike: bool) -> str:
    """Return why the rules differ, or that they agree."""
    if alike:
        return _(
            "All {count} rules come to the same status, for the same reason: they differ only in how they judge pace."
        ).format(count=rule_count_word())
    if len(set(report.verdict.statuses.values())) == 1:
        return _("All {count} rules come to the same status.").format(count=rule_count_word())
    return _("Why they differ: {why}").format(why=why_rules_differ(report))
