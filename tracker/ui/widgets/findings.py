"""What stands in the way of a value or is doubtful with it, and what it does to the goals, as HTML for the screens."""

from collections.abc import Iterable, Sequence

from htpy import Element, Node, b, div, span

from tracker.domain.entry.entries import Understood
from tracker.domain.statuses import Group, Rule
from tracker.errors import Problem
from tracker.language import _
from tracker.services.goal.effects import Effect
from tracker.ui.widgets.badges import badge, group_style
from tracker.ui.widgets.elements import quiet


def finding_list(understood: Understood) -> list[Element]:
    """Return what is wrong, then what is doubtful, each in a line of its own."""
    doubts = [_line("!", Group.BEHIND, warning) for warning in understood.warnings]
    return problem_list(understood.problems) + doubts


def problem_list(problems: Iterable[Problem]) -> list[Element]:
    """Return what is wrong, each in a line of its own."""
    return [_line("✗", Group.OFF_TRACK, problem) for problem in problems]


def _line(sign: str, group: Group, problem: Problem) -> Element:
    """Return one problem: what is wrong, what was seen, what would be right."""
    more = []
    if problem.seen:
        more.append(_("seen: {seen}").format(seen=problem.seen))
    if problem.right:
        more.append(_("right would be: {right}").format(right=problem.right))
    return div[b(".sign", style=group_style(group))[sign], " ", _sentence(problem.wrong), quiet(" · ".join(more))]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def meaning(typed: str, understood: Understood) -> Node:
    """Return what was typed and, large, what it becomes."""
    text = _("typed: {typed}").format(typed=typed) if typed else ""
    return quiet(text), understood.words and b(".meaning")["→ ", understood.words]


def effect_list(effects: Sequence[Effect], rule: Rule) -> list[Element]:
    """Return each goal with its status before and after."""
    return [_effect(effect, rule) for effect in effects]


def _effect(effect: Effect, rule: Rule) -> Element:
    before, after = effect.before[rule], effect.after[rule]
    same: Node = (badge(after), " ", span(".quiet")[_("stays")])
    change: Node = (badge(before), " → ", badge(after))
    return div[same if before is after else change, quiet(f"{effect.asked} · {effect.plan}")]
