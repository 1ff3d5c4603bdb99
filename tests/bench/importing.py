"""How long the import of a bundle takes, and how much memory."""

from collections.abc import Iterator
from statistics import median

from tests.bench.lines import Line, seconds
from tests.bench.stores import Stores

_PROMISED = {"M": 30.0, "L": 300.0}
_GIGABYTE = 1e9
_RUNS = {"S": 3, "M": 2}


def measure_import(stores: Stores) -> Iterator[Line]:
    """Import each size into new stores."""
    for size in stores.sizes:
        again = (stores.import_into(stores.folder / f"{size}-{run}.db", size) for run in range(1, _RUNS.get(size, 1)))
        runs = [stores.first_import(size), *again]
        yield seconds("import", size, [run.seconds for run in runs], _PROMISED.get(size))
        memory = median(run.memory for run in runs)
        promised, reached = ("under 1 GB", memory < _GIGABYTE) if size in _PROMISED else ("", None)
        yield Line("import, most memory", size, f"{memory / 1e6:,.0f} MB", len(runs), promised, reached)
