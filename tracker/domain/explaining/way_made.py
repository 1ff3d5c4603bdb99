"""How much of what a goal asks is made, as a share that goals of every kind have."""

from tracker.domain.assessment.verdicts import Verdict
from tracker.domain.kinds import Kind
from tracker.domain.statuses import GROUP_OF, Group
from tracker.domain.vocabulary import GapWord


def way_made(kind: Kind, verdict: Verdict) -> float | None:
    """Return the share of the way from the start to the goal, of goals of every year the share of years that kept it.

    None where nothing was reported since the start, or what was reported is known too little.
    """
    if verdict.judged_year is None:
        return None
    if kind.traits.judged_by_year and verdict.counted_years:
        return 1 - len(verdict.breached_years) / len(verdict.counted_years)
    if verdict.progress is not None and not _is_met(verdict):
        return verdict.progress
    if _is_met(verdict):
        return max(1.0, verdict.progress or 1.0)
    if not kind.traits.has_path and verdict.measured is not None and verdict.target:
        return verdict.measured / verdict.target
    return verdict.completion


def _is_met(verdict: Verdict) -> bool:
    return GROUP_OF[verdict.status] is Group.MET or verdict.gap_word is GapWord.REACHED
