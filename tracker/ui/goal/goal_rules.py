"""The three rules side by side: what each says, with its ratio and reason, and why they differ where they do."""

import streamlit as st
from htpy import Element, div, p, span

from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.disagreement import why_rules_differ
from tracker.domain.explaining.reasons import reason
from tracker.domain.explaining.step_words import ratio_words
from tracker.domain.explaining.verdict_facts import VerdictFacts
from tracker.domain.statuses import Rule, rule_source, rule_word
from tracker.language import _
from tracker.ui.widgets.badges import badge
from tracker.ui.widgets.escaping import markdown


def goal_rules(report: GoalReport, *, supposing: bool = False) -> None:
    """Show what each rule says of a goal, told apart from what is supposed; a milestone is judged by its report."""
    if not report.goal.kind.traits.measured:
        return
    st.header(_("The three rules, as reported") if supposing else _("The three rules"), anchor=False)
    facts = VerdictFacts(report.goal, report.indicator, report.plan, report.verdict, report.other)
    reasons = {rule: reason(facts, rule) for rule in Rule}
    alike = len(set(reasons.values())) == 1
    # What holds for all of them already stands at the top of the page.
    st.html(div(".rules")[[_card(report, rule, "" if alike else reasons[rule]) for rule in Rule]])
    st.markdown(markdown(_agreement(report, alike=alike)))


def _card(report: GoalReport, rule: Rule, why: str) -> Element:
    verdict = report.verdict
    ratio = verdict.ratio_of(rule)
    said = "" if ratio is None else _("ratio {ratio}").format(ratio=ratio_words(ratio))
    return div(class_="chosen" if rule is verdict.rule else None)[
        div(".name")[span[rule_word(rule)], span(".ratio")[said]],
        badge(verdict.statuses[rule]),
        why and p[why],
        p(".from")[rule_source(rule)],
    ]


def _agreement(report: GoalReport, *, alike: bool) -> str:
    """Say why the rules differ, or that they agree."""
    if alike:
        return _(
            "All three rules come to the same status, for the same reason: they differ only in how they judge pace."
        )
    if len(set(report.verdict.statuses.values())) == 1:
        return _("All three rules come to the same status.")
    return _("Why they differ: {why}").format(why=why_rules_differ(report))
