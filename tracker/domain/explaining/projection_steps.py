"""The arithmetic of the projection: where the pace so far leads, how surely, and with what chance."""

from collections.abc import Callable

from tracker.domain.explaining.step_words import likely, share
from tracker.domain.explaining.verdict_facts import Facts
from tracker.domain.steps import Step
from tracker.language import _


def _projection(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.projected is None or verdict.at_due:
        return None
    said = _("a straight line through the start and the actuals since (least squares), carried to {due}")
    if verdict.projected_low is None:
        said = _(
            "the line through the start and the one actual since, carried to {due}; too few points for an interval"
        )
    return Step(_("If the pace so far holds"), said.format(due=facts.goal.due), likely(facts, verdict.projected))


def _interval(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.projected_low is None or verdict.projected_high is None or verdict.at_due:
        return None
    result = _("{low} to {high}").format(
        low=likely(facts, verdict.projected_low), high=likely(facts, verdict.projected_high)
    )
    said = _("80% prediction interval around that line (Student t), if the pace so far holds")
    return Step(_("… and its range"), said, result)


def _chance(facts: Facts) -> Step | None:
    chance = facts.verdict.chance
    if chance is None or facts.verdict.at_due:
        return None
    said = _("chance that {due} satisfies the goal, if the pace so far holds; no forecast of policy")
    result = _("under 1%") if chance < 0.01 else _("over 99%") if chance > 0.99 else share(round(chance, 2))
    return Step(_("… and its chance"), said.format(due=facts.goal.due), result)


AHEAD: dict[str, Callable[[Facts], Step | None]] = {
    "projection": _projection,
    "interval": _interval,
    "chance": _chance,
}
