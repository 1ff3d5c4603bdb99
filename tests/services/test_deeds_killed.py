"""A program killed while planners save, slides are made or a workbook is taken leaves each deed whole or undone."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.services.killed_deeds import DEEDS, FILLED
from tests.services.round.round_samples import YEAR
from tracker.services.slides.slide_sets import slide_set, slide_sets
from tracker.store import Store, verify
from tracker.store.audit.history import definition_history
from tracker.store.entry.drafts import drafts
from tracker.store.record.actuals import actuals
from tracker.store.record.definitions import goals, plans

# A handful by default; the full proof is made with TRACKER_KILLS=50, shared over the deeds.
_KILLS = int(os.environ.get("TRACKER_KILLS", "4"))
_EACH = -(-_KILLS // len(DEEDS))


def _work_and_be_killed(address: str, deed: str, deeds: int, seconds: float) -> None:
    """Kill the program some time after it has done some deeds, in the middle of another."""
    command = [sys.executable, "-m", "tests.services.killed_deeds", address, deed]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root, text=True) as work:
        assert work.stdout is not None
        assert work.stderr is not None
        for said in ("ready", *["done"] * deeds):
            assert work.stdout.readline() == f"{said}\n", work.stderr.read()
        time.sleep(seconds)
        assert work.poll() is None
        work.kill()


def _goal_is_whole(store: Store) -> None:
    """Value, note and reason of every revision are of one deed."""
    _first, *changed = definition_history(store, "goal", "firms-goal")
    assert changed
    for one in changed:
        goal = one.definition
        assert one.change_set.reason == f"asked for {getattr(goal, 'value', '')}"
        assert getattr(goal, "note", "") == str(getattr(goal, "value", None))


def _copies_are_whole(store: Store) -> None:
    """Every plan that was copied has all goals of the old one."""
    copied = [plan.plan for plan in plans(store) if plan.succeeds == "park-14"]
    assert copied
    assert {len(list(goals(store, plan=plan))) for plan in copied} == {len(list(goals(store, plan="park-14")))}


def _load_is_whole(store: Store) -> None:
    """The values and the goal bear the number of one bundle."""
    (goal,) = goals(store, goal="firms-goal")
    told = {str(one.value) for one in actuals(store, zone="park") if one.year == YEAR and one.indicator in FILLED}
    assert told == {goal.note}


def _slides_are_whole(store: Store) -> None:
    """Every set opens with its slides, as made or as refreshed."""
    kept = slide_sets(store)
    assert kept
    for one in kept:
        assert slide_set(store, one.key).slides
        assert (one.version, one.year) in ((1, 2023), (2, YEAR))


def _drafts_are_whole(store: Store) -> None:
    """Every draft is there as it was typed; one that was not reached bears the number of the upload before."""
    typed = {draft.key.indicator: draft.typed for draft in drafts(store, "park", YEAR)}
    assert typed.keys() == set(FILLED)
    numbers = {int(one.value) for one in typed.values() if one is not None}
    assert max(numbers) - min(numbers) <= 1


_WHOLE: dict[str, Callable[[Store], None]] = {
    "saving a goal": _goal_is_whole,
    "copying a plan forward": _copies_are_whole,
    "loading a bundle": _load_is_whole,
    "making slides": _slides_are_whole,
    "taking a workbook": _drafts_are_whole,
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_that_is_killed_again_and_again_is_done_wholly_or_not_at_all(deed: str, round_store: Store) -> None:
    for kill in range(_EACH):
        _work_and_be_killed(f"sqlite:///{round_store.url.database}", deed, 1 + kill % 2, kill % 10 * 0.009)
        assert verify(round_store) == []
        _WHOLE[deed](round_store)
