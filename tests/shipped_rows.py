"""The shipped bundles as plain rows, so that tests expect what the bundles hold."""

import csv
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"


@cache
def shipped_rows(bundle: str, name: str) -> tuple[dict[str, str], ...]:
    """Read one file of a shipped bundle."""
    with (DATA / bundle / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
