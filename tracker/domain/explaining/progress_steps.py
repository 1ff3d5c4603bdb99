"""The arithmetic of the way: completion, progress, time gone, path value and the gaps."""

from collections.abc import Callable

from tracker.domain.explaining.step_words import apart, counted_from, figure, grouped, share
from tracker.domain.explaining.verdict_facts import Facts
from tracker.domain.steps import Step
from tracker.language import _


def _completion(facts: Facts) -> Step | None:
    if facts.verdict.completion is None:
        return None
    formula = _("{value} ÷ {target}, the share of the target itself")
    said = formula.format(value=figure(facts, counted_from(facts)[0]), target=figure(facts, facts.verdict.target))
    return Step(_("Completion"), said, share(facts.verdict.completion))


def _progress(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.progress is None or facts.goal.kind.traits.place:
        return None
    formula = _("({value} − {start}) ÷ ({target} − {start}), the share of the way from the start to the target")
    said = formula.format(
        value=figure(facts, verdict.measured),
        start=grouped(facts, verdict.start),
        target=figure(facts, verdict.target),
    )
    return Step(_("Progress"), said, share(verdict.progress))


def _elapsed(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.elapsed is None or verdict.judged_year is None:
        return None
    formula = _("({year} − {base_year}) ÷ ({due} − {base_year})")
    if facts.goal.due is not None and verdict.judged_year > facts.goal.due:
        formula = _("({year} − {base_year}) ÷ ({due} − {base_year}), at most 100%")
    said = formula.format(year=verdict.judged_year, base_year=verdict.baseline_year, due=facts.goal.due)
    return Step(_("Time gone"), said, share(verdict.elapsed))


def _path(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.path_value is None or verdict.start is None or verdict.judged_year is None:
        return None
    name = _("Path value in {year}").format(year=min(verdict.judged_year, facts.goal.due or verdict.judged_year))
    formula = _("{start} + ({target} − {start}) × {elapsed}")
    if facts.goal.interim:
        formula = _("read off the path from {start} through the interim values to {target}")
    said = formula.format(
        start=grouped(facts, verdict.start), target=figure(facts, verdict.target), elapsed=share(verdict.elapsed)
    )
    return Step(name, said, figure(facts, verdict.path_value))


def _gap(facts: Facts) -> Step | None:
    if facts.verdict.gap is None:
        return None
    said = _("{target} − {value}, what is left to the target").format(
        target=figure(facts, facts.verdict.target), value=grouped(facts, counted_from(facts)[0])
    )
    return Step(_("Gap"), said, apart(facts, facts.verdict.gap, sign=True))


def _gap_to_path(facts: Facts) -> Step | None:
    verdict = facts.verdict
    if verdict.gap_to_path is None or not facts.goal.kind.traits.has_path:
        return None
    said = _("{value} − {path}, how far above or below the path").format(
        value=figure(facts, verdict.measured), path=grouped(facts, verdict.path_value)
    )
    return Step(_("Gap to path"), said, apart(facts, verdict.gap_to_path, sign=True))


WAY: dict[str, Callable[[Facts], Step | None]] = {
    "completion": _completion,
    "progress": _progress,
    "elapsed": _elapsed,
    "path": _path,
    "gap": _gap,
    "gap_to_path": _gap_to_path,
}
