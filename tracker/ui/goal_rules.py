"""The three rules side by side: what each says, with its ratio and reason, and why they differ where they do."""

import streamlit as st

from tracker.domain.disagreement import why_rules_differ
from tracker.domain.facts import Facts
from tracker.domain.reasons import reason
from tracker.domain.verdicts import GoalReport
from tracker.domain.vocabulary import Kind, Rule
from tracker.domain.words import rule_source, rule_word
from tracker.language import _, number
from tracker.ui.badges import badge_html, colour
from tracker.ui.safe import markdown, shown_html

_STYLE = f"""<style>
.rules {{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem;max-width:84rem}}
.rules > div {{background:{colour("card")};border-radius:.5rem;padding:1rem 1.1rem;border:2px solid transparent}}
.rules > div.chosen {{border-color:{colour("needed")}}}
.rules .name {{font-weight:600;margin-bottom:.4rem;display:flex;justify-content:space-between;gap:1rem}}
.rules .ratio {{font-weight:400;color:{colour("muted")};white-space:nowrap}}
.rules .status {{margin-left:-.5em}}
.rules p {{margin:.5rem 0 0}}
.rules .from {{color:{colour("muted")};font-size:.875rem}}
</style>"""


def goal_rules(report: GoalReport) -> None:
    """Show what each rule says of a goal; a milestone is judged by its report alone."""
    if report.goal.kind is Kind.MILESTONE:
        return
    st.subheader(_("The three rules"), anchor=False)
    cards = "".join(_card(report, rule) for rule in Rule)
    st.html(f'{_STYLE}<div class="rules">{cards}</div>')
    st.markdown(markdown(_agreement(report)))


def _card(report: GoalReport, rule: Rule) -> str:
    verdict = report.verdict
    facts = Facts(report.goal, report.indicator, report.plan, verdict, report.other)
    ratio = verdict.ratio_of(rule)
    said = "" if ratio is None else _("ratio {ratio}").format(ratio=number(ratio))
    chosen = ' class="chosen"' if rule is verdict.rule else ""
    return (
        f'<div{chosen}><div class="name"><span>{shown_html(rule_word(rule))}</span>'
        f'<span class="ratio">{shown_html(said)}</span></div>{badge_html(verdict.statuses[rule])}'
        f"<p>{shown_html(reason(facts, rule))}</p>"
        f'<p class="from">{shown_html(rule_source(rule))}</p></div>'
    )


def _agreement(report: GoalReport) -> str:
    """Say why the rules differ, or that they agree."""
    if len(set(report.verdict.statuses.values())) == 1:
        return _("All three rules come to the same status.")
    return _("Why they differ: {why}").format(why=why_rules_differ(report))
