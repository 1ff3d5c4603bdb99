"""The three rules side by side: what each says, with its ratio and reason, and why they differ where they do."""

import streamlit as st

from tracker.domain.arithmetic_words import ratio_words
from tracker.domain.disagreement import why_rules_differ
from tracker.domain.facts import Facts
from tracker.domain.reasons import reason
from tracker.domain.verdicts import GoalReport
from tracker.domain.vocabulary import Rule
from tracker.domain.words import rule_source, rule_word
from tracker.language import _
from tracker.ui.badges import badge_html, colour
from tracker.ui.safe import markdown, shown_html

_STYLE = f"""<style>
.rules {{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem;max-width:92rem}}
.rules > div {{background:{colour("card")};border-radius:.5rem;padding:1rem 1.1rem;border:2px solid transparent}}
.rules > div.chosen {{border-color:{colour("needed")}}}
.rules .name {{font-weight:600;margin-bottom:.4rem;display:flex;justify-content:space-between;gap:1rem}}
.rules .ratio {{font-weight:400;color:{colour("muted")};white-space:nowrap}}
.rules .status {{margin-left:-.5em}}
.rules p {{margin:.5rem 0 0}}
.rules .from {{color:{colour("muted")};font-size:.875rem}}
</style>"""


def goal_rules(report: GoalReport, *, supposing: bool = False) -> None:
    """Show what each rule says of a goal, told apart from what is supposed; a milestone is judged by its report."""
    if not report.goal.kind.traits.measured:
        return
    st.header(_("The three rules, as reported") if supposing else _("The three rules"), anchor=False)
    facts = Facts(report.goal, report.indicator, report.plan, report.verdict, report.other)
    reasons = {rule: reason(facts, rule) for rule in Rule}
    alike = len(set(reasons.values())) == 1
    # What holds for all of them already stands at the top of the page.
    cards = "".join(_card(report, rule, "" if alike else reasons[rule]) for rule in Rule)
    st.html(f'{_STYLE}<div class="rules">{cards}</div>')
    st.markdown(markdown(_agreement(report, alike=alike)))


def _card(report: GoalReport, rule: Rule, why: str) -> str:
    verdict = report.verdict
    ratio = verdict.ratio_of(rule)
    said = "" if ratio is None else _("ratio {ratio}").format(ratio=ratio_words(ratio))
    chosen = ' class="chosen"' if rule is verdict.rule else ""
    told = f"<p>{shown_html(why)}</p>" if why else ""
    return (
        f'<div{chosen}><div class="name"><span>{shown_html(rule_word(rule))}</span>'
        f'<span class="ratio">{shown_html(said)}</span></div>{badge_html(verdict.statuses[rule])}'
        f'{told}<p class="from">{shown_html(rule_source(rule))}</p></div>'
    )


def _agreement(report: GoalReport, *, alike: bool) -> str:
    """Say why the rules differ, or that they agree."""
    if alike:
        return _(
            "All three rules come to the same status, for the same reason: they differ only in how they judge pace."
        )
    if len(set(report.verdict.statuses.values())) == 1:
        return _("All three rules come to the same status.")
    return _("Why they differ: {why}").format(why=why_rules_differ(report))
