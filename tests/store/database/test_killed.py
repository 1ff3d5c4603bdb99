"""A program killed in the middle of a load leaves the store whole."""

import subprocess
import sys
import time
from pathlib import Path

from tests.store.samples import fill
from tracker.store import open_store, verify

_LOAD = """
import sys
from decimal import Decimal
from tracker.domain.records import Actual
from tracker.store import open_store

store = open_store(sys.argv[1])
years = range(1900, 2100)
with store.change(who="Planner", deed="import") as change:
    change.write_actuals(
        Actual(zone=zone, indicator=indicator, year=year, value=Decimal(year))
        for zone in ("city", "park") for indicator in ("firms", "output") for year in years
    )
    print("written", flush=True)
    sys.stdin.read(1)
print("kept", flush=True)
"""


def test_a_load_that_is_killed_leaves_nothing_behind(address: str) -> None:
    store = open_store(address, create=True)
    fill(store)
    for delay in (0.0, 0.01):
        with subprocess.Popen(
            [sys.executable, "-c", _LOAD, address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[3],
            text=True,
        ) as load:
            assert load.stdout is not None
            assert load.stdout.readline() == "written\n"
            if delay and load.stdin is not None:
                load.stdin.write("\n")
                load.stdin.flush()
                time.sleep(delay)
            load.kill()
        # Killed before the end nothing was kept; killed at the end, all or nothing.
        assert store.version() in ((1, 2) if delay else (1,))
        assert verify(store) == []
    fill(store)
    store.close()
