"""How long the server works at a page, one click right after the other, with and without gc.freeze."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from tests.bench.lines import Line, seconds
from tests.bench.progress import tell
from tests.bench.stores import Stores
from tests.bench.synthetic import SIZES, SMALL_PLANS
from tests.bench.visits import Visitor, visitor
from tests.serving import served

_RUNS = 21
_SHARE = 0.040
_WARM = {"M": 0.3, "L": 1.0}


@dataclass(frozen=True)
class Timed:
    """A visitor of a server that writes down how long each run of a script takes."""

    guest: Visitor
    file: Path

    def runs(self, click: Callable[[Visitor, int], float]) -> list[float]:
        """Click as many times as there are runs; seconds of each run of the script, of which the first is no click."""
        before = len(self._lines())
        for number in range(_RUNS + 1):
            click(self.guest, number)
        end = 50
        while len(self._lines()) <= before + _RUNS and (end := end - 1):
            sleep(0.1)
        return [float(line.split()[0]) / 1000 for line in self._lines()[before + 1 :]]

    def _lines(self) -> list[str]:
        return self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []


def measure_reruns(stores: Stores) -> Iterator[Line]:
    """Change plan and goal, and look at the overview, at each size."""
    for size in stores.sizes:
        with _timed(stores, size) as timed:
            tell(f"pages of {size}")
            first = overview(timed.guest, 0)
            yield seconds("overview page, right after a start", size, [first])
            promised = _SHARE if size == "M" else None
            yield seconds("change of plan (8 goals), the server's share", size, timed.runs(change_plan), promised)
            if SIZES[size].plans > SMALL_PLANS:
                runs = timed.runs(change_large_plan)
                yield seconds("change of plan (40 goals), the server's share", size, runs, promised)
            yield seconds("change of goal, the server's share", size, timed.runs(change_goal), promised)
            yield seconds("overview page, warm, the server's share", size, timed.runs(overview), _WARM.get(size))


def measure_freezing(stores: Stores) -> Iterator[Line]:
    """Change goals at a server that keeps what it loaded out of later collections, and at one that does not."""
    for words, options in (("with", ()), ("without", ("--unfrozen",))):
        with _timed(stores, "M", *options) as timed:
            tell(f"change of goal {words} gc.freeze")
            yield seconds(f"rerun (change of goal) {words} gc.freeze", "M", timed.runs(change_goal))


@contextmanager
def _timed(stores: Stores, size: str, *options: str) -> Iterator[Timed]:
    """Start a server on the store of a size, and visit it."""
    address = stores.address(size)
    tell(f"starting a server on {size}")
    file = stores.folder / f"{size}{''.join(options)}.times"
    script = ("-m", "tests.bench.timed_server", str(file), *options)
    with served(address, stores.folder / f"{size}.log", script=script) as server, visitor(server) as guest:
        yield Timed(guest, file)


def change_plan(guest: Visitor, number: int) -> float:
    """Look at the next small plan."""
    return _show_plan(guest, 1 + number % SMALL_PLANS)


def change_large_plan(guest: Visitor, number: int) -> float:
    """Look at the next plan of the usual size."""
    return _show_plan(guest, SMALL_PLANS + 1 + number % 5)


def _show_plan(guest: Visitor, plan: int) -> float:
    return guest.visit("plan", f"Synthetic plan {plan:05}", plan=f"plan-{plan}")


def change_goal(guest: Visitor, number: int) -> float:
    """Look at the next goal."""
    plan, place = 1 + number % 5, number % 8
    return guest.visit("goal", f"Synthetic goal {place + 1}", goal=f"goal-{plan}-{place}")


def overview(guest: Visitor, _number: int) -> float:
    """Look at the overview."""
    return guest.visit("", "Synthetic zone 00001")
