"""`python -m tests.bench [--quick] [--only NAME]`: measure, and print the table."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.assessing import measure_assessment
from tests.bench.clicking import measure_clicks
from tests.bench.importing import measure_import
from tests.bench.lines import Line, table
from tests.bench.overviews import measure_overview
from tests.bench.reruns import measure_freezing, measure_reruns
from tests.bench.slides import measure_slides
from tests.bench.stores import Stores

_MEASURES: dict[str, Callable[[Stores], Iterator[Line]]] = {
    "assessment": measure_assessment,
    "import": measure_import,
    "overview": measure_overview,
    "pages": measure_reruns,
    "clicks": measure_clicks,
    "slides": measure_slides,
    "freezing": measure_freezing,
}


def main() -> int:
    """Measure on temporary stores; the exit status is 1 where a promise was not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out the largest size and the browser")
    parser.add_argument("--only", choices=_MEASURES, action="append", help="measure this alone; may be repeated")
    asked = parser.parse_args()
    names = [name for name in asked.only or _MEASURES if not (asked.quick and name in ("clicks", "slides"))]
    kept = True
    with TemporaryDirectory(prefix="tracker-bench-") as folder:
        stores = Stores(Path(folder), ("S", "M") if asked.quick else ("S", "M", "L"))
        for row in table(line for name in names for line in _softly(name, stores)):
            sys.stdout.write(row + "\n")
            sys.stdout.flush()
            kept = kept and not row.endswith("NO")
    return 0 if kept else 1


def _softly(name: str, stores: Stores) -> Iterator[Line]:
    """Give the lines of one measure; where it fails, a line with the reason, so that the others go on."""
    try:
        yield from _MEASURES[name](stores)
    except Exception as trouble:  # noqa: BLE001  # whatever it is, it belongs into the table
        reason = str(trouble).strip().splitlines() or [type(trouble).__name__]
        yield Line(f"{name}: failed", "", reason[0][:200])


if __name__ == "__main__":
    sys.exit(main())
