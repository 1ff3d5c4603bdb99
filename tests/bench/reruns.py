"""How long the server takes to make a page anew, one click right after the other, with and without gc.freeze."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from tests.bench.lines import Line, in_words, seconds
from tests.bench.progress import tell
from tests.bench.stores import Stores
from tests.bench.visits import Visitor, visitor
from tests.serving import Served, served

_RUNS = 15
_SHARE = 0.040
_WARM = {"M": 0.3, "L": 1.0}
_UNFROZEN = ("-m", "tests.bench.unfrozen")


def measure_reruns(stores: Stores) -> Iterator[Line]:
    """Change plan, goal and zone at each size."""
    for size in stores.sizes:
        with serving(stores, size) as server, visitor(server) as guest:
            tell(f"first page of {size}")
            first = guest.visit("", "Synthetic zone 1")
            yield seconds("overview page, first one after a start", size, [first])
            tell(f"pages of {size}")
            promised = _SHARE if size == "M" else None
            yield seconds("change of plan, the server's share", size, change_plans(guest), promised)
            yield seconds("change of goal, the server's share", size, change_goals(guest), promised)
            yield seconds("overview page, warm", size, [_overview(guest) for _run in range(_RUNS)], _WARM.get(size))


def measure_freezing(stores: Stores) -> Iterator[Line]:
    """Change goals at a server that keeps what it loaded out of later collections, and at one that does not."""
    size = "M"
    for words, script in (("with", ("app.py",)), ("without", _UNFROZEN)):
        with serving(stores, size, script) as server, visitor(server) as guest:
            tell(f"change of goal {words} gc.freeze")
            # The collection follows the answer, so the time from one answer to the next is what counts.
            runs = change_goals(guest)
            yield Line(f"change of goal, back to back, {words} gc.freeze", size, in_words(median(runs)), len(runs))


@contextmanager
def serving(stores: Stores, size: str, script: tuple[str, ...] = ("app.py",)) -> Iterator[Served]:
    """Start the server on the store of a size."""
    address = stores.address(size)
    tell(f"starting a server on {size}")
    with served(address, stores.folder / f"{size}.log", script=script) as server:
        yield server


def change_plans(guest: Visitor) -> list[float]:
    """Look at one plan after the other, as many times as there are runs; the first does not count."""
    return [_plan(guest, 1 + run % 5) for run in range(_RUNS + 1)][1:]


def change_goals(guest: Visitor) -> list[float]:
    """Look at one goal after the other; the first does not count."""
    return [_goal(guest, 1 + run % 5, run % 8) for run in range(_RUNS + 1)][1:]


def _plan(guest: Visitor, plan: int) -> float:
    return guest.visit("plan", f"Synthetic plan {plan}", plan=f"plan-{plan}")


def _goal(guest: Visitor, plan: int, place: int) -> float:
    return guest.visit("goal", f"Synthetic goal {place + 1}", goal=f"goal-{plan}-{place}")


def _overview(guest: Visitor) -> float:
    return guest.visit("", "Synthetic zone 1")
