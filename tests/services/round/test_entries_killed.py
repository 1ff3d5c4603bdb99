"""A program killed in the middle of submitting or accepting leaves each deed done wholly or not at all."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.services.round.round_samples import LI, WANG
from tracker.domain.entry.entries import EntryState
from tracker.services.round.rounds import my_round
from tracker.store import Store, verify
from tracker.store.entry.entries import entries
from tracker.store.entry.entry_chain import EntryEvent, entry_events
from tracker.store.record.actuals import actuals

# A handful by default; the full proof is made with TRACKER_KILLS=50.
_KILLS = int(os.environ.get("TRACKER_KILLS", "4"))

_WORK = """
import sys
from tests.services.round.round_samples import LI, WANG, key, token
from tracker.domain.entry.entries import Typed
from tracker.services.round.entering import Submission, submit
from tracker.services.review.reviewing import accept
from tracker.store import open_store
from tracker.store.entry.entries import entries_by_key
from uuid import uuid4

store = open_store(sys.argv[1])
keys = [key(indicator) for indicator in ("firms", "output", "rd")]
for value in range(1000):
    here = entries_by_key(store, keys)
    version = {one: here[one].version if one in here else 0 for one in keys}
    state = {entry.state for entry in here.values()}
    typed = Typed(value=str(150 + value % 7), comment="counted", reason="counted again")
    if state != {"submitted"}:
        rd = Typed(value=f"1.{60 + value % 7}", comment="counted", reason="counted again")
        rows = [Submission(key=one, typed=rd if one.indicator == "rd" else typed, version=version[one]) for one in keys]
        report = submit(store, LI, rows, uuid4().hex)
    else:
        report = accept(store, WANG, version, uuid4().hex)
    assert report.done or "on record already" in str(report), report
    print("done", flush=True)
"""


def _work_and_be_killed(address: str, deeds: int, seconds: float) -> None:
    """Kill the program some time after it has done some deeds, in the middle of another."""
    with subprocess.Popen(
        [sys.executable, "-c", _WORK, address], stdout=subprocess.PIPE, cwd=Path(__file__).parents[3], text=True
    ) as work:
        assert work.stdout is not None
        for _deed in range(deeds):
            assert work.stdout.readline() == "done\n"
        time.sleep(seconds)
        assert work.poll() is None
        work.kill()


def test_a_round_that_is_killed_again_and_again_is_whole_every_time(round_store: Store) -> None:
    for kill in range(_KILLS):
        _work_and_be_killed(f"sqlite:///{round_store.url.database}", 1 + kill % 2, kill % 10 * 0.004)
        assert verify(round_store) == []
        states = {entry.state for entry in entries(round_store)}
        versions = {entry.version for entry in entries(round_store)}
        assert len(states) <= 1
        assert len(versions) <= 1
        told = {actual.indicator: actual for actual in actuals(round_store, zone="park") if actual.year == 2024}
        accepted = [event for event in entry_events(round_store) if isinstance(event, EntryEvent) and event.change_set]
        assert bool(told) == bool(accepted)
        if states == {EntryState.ACCEPTED}:
            entered = {entry.key.indicator: entry.typed.value for entry in entries(round_store)}
            assert {indicator: str(actual.value) for indicator, actual in told.items()} == entered
    assert entry_events(round_store)
    assert my_round(round_store, LI, "park", 2024).filled == 3
    assert WANG.account in {event.who for event in entry_events(round_store)}
