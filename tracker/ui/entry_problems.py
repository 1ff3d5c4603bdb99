"""What stands in the way of a value or is doubtful with it, and what it does to the goals, as HTML for the screens."""

from collections.abc import Iterable, Sequence

from tracker.domain.entries import Understood
from tracker.domain.vocabulary import Group, Rule
from tracker.errors import Problem
from tracker.language import _
from tracker.services.effects import Effect
from tracker.ui.badges import badge_html, group_colour
from tracker.ui.safe import shown_html
from tracker.ui.tables import Html, quiet, together

_ERROR, _DOUBT = group_colour(Group.OFF_TRACK), group_colour(Group.BEHIND)


def findings_html(understood: Understood) -> Html:
    """Write what is wrong, then what is doubtful, each in a line of its own."""
    lines = [_line("✗", _ERROR, problem) for problem in understood.problems]
    return together(*lines, *(_line("!", _DOUBT, warning) for warning in understood.warnings))


def problems_html(problems: Iterable[Problem]) -> Html:
    """Write what is wrong, each in a line of its own."""
    return together(*(_line("✗", _ERROR, problem) for problem in problems))


def _line(sign: str, colour: str, problem: Problem) -> Html:
    """Write one problem: what is wrong, what was seen, what would be right."""
    more = []
    if problem.seen:
        more.append(_("seen: {seen}").format(seen=problem.seen))
    if problem.right:
        more.append(_("right would be: {right}").format(right=problem.right))
    said = f'<b style="color:{colour}">{sign}</b> {shown_html(_sentence(problem.wrong))}'
    return Html(f"<div>{said} {quiet(' · '.join(more))}</div>")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def becomes_html(typed: str, understood: Understood) -> Html:
    """Write what was typed and, large, what it becomes."""
    told = _("typed: {typed}").format(typed=typed) if typed else ""
    if not understood.words:
        return quiet(told)
    arrow = f'<b style="font-size:1.15rem">→ {shown_html(understood.words)}</b>'
    return together(quiet(told), Html(arrow))


def effects_html(effects: Sequence[Effect], rule: Rule) -> Html:
    """Write each goal with its status before and after."""
    if not effects:
        return Html("")
    return together(*(_effect(one, rule) for one in effects))


def _effect(one: Effect, rule: Rule) -> Html:
    before, after = one.before[rule], one.after[rule]
    change = badge_html(after) if before is after else f"{badge_html(before)} → {badge_html(after)}"
    same = f' <span class="quiet">{shown_html(_("stays"))}</span>' if before is after else ""
    return Html(f"<div>{change}{same}{quiet(one.asked + ' · ' + one.plan)}</div>")
