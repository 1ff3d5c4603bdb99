"""Synthetic bundles of three sizes from a fixed seed, marked as synthetic in every name a person could meet."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

SEED = 20210413
YEARS = range(2020, 2025)
# Every size begins with the same few small plans, so that a click can be compared between sizes.
SMALL_PLANS, GOALS_OF_SMALL, GOALS_OF_OTHERS = 5, 8, 40


@dataclass(frozen=True, slots=True)
class Size:
    """How large a synthetic bundle is: each plan has a zone of its own, each goal five yearly actuals of its own."""

    name: str
    plans: int

    def goals_of(self, plan: int) -> int:
        """How many goals a plan has."""
        return GOALS_OF_SMALL if plan <= SMALL_PLANS else GOALS_OF_OTHERS

    @property
    def indicators(self) -> int:
        """How many indicators there are."""
        return self.goals_of(self.plans)

    @property
    def goals(self) -> int:
        """How many goals there are."""
        return sum(map(self.goals_of, range(1, self.plans + 1)))

    @property
    def actuals(self) -> int:
        """How many actuals there are."""
        return self.goals * len(YEARS)


SIZES = {size.name: size for size in (Size("S", 5), Size("M", 1_129), Size("L", 10_504))}

# Kind, comparator, better, accumulates, value range, due: the mix that plans have, most of it levels.
TERMS: Sequence[tuple[str, str, str, str, tuple[float, float], str]] = (
    *[("level", ">=", "up", "level", (130.0, 220.0), "enterprises")] * 12,
    *[("level", ">", "up", "level", (30.0, 70.0), "%")] * 6,
    *[("level", "<=", "down", "level", (40.0, 90.0), "tonnes")] * 6,
    *[("level", ">=", "up", "flow", (120.0, 300.0), "million yuan")] * 4,
    *[("increase", ">=", "up", "flow", (300.0, 600.0), "enterprises")] * 4,
    *[("change", "<=", "down", "annual_change", (-20.0, -10.0), "%")] * 2,
    *[("growth", ">=", "up", "annual_change", (5.0, 9.0), "%")] * 2,
    *[("every_year", "<=", "down", "level", (4.0, 6.0), "%")] * 2,
    ("multiple", ">=", "up", "level", (1.5, 2.5), "persons"),
    ("rank", "<=", "down", "rank", (5.0, 30.0), "rank"),
)


def write_synthetic(folder: Path, size: Size) -> Path:
    """Write a bundle of a size into a folder, and give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = Random(f"{SEED}-{size.name}")  # noqa: S311  # numbers to measure with, nothing secret
    _write(folder / "sources.csv", ["source", "title", "note"], [["synthetic", "Synthetic report", "Made up."]])
    _write(folder / "zones.csv", ["zone", "name", "parent"], _zones(size))
    _write(folder / "indicators.csv", ["indicator", "name", "unit", "better", "accumulates"], _indicators(size))
    plans = ([f"plan-{n}", f"zone-{n}", f"Synthetic plan {n:05}", 2021, 2025, 2021, "synthetic"] for n in _plans(size))
    _write(folder / "plans.csv", ["plan", "zone", "name", "start", "end", "issued", "source"], plans)
    columns = ["goal", "plan", "indicator", "kind", "comparator", "value", "due", "baseline_year", "baseline_value",
               "nature", "approximate", "source", "locator", "wording"]  # fmt: skip
    _write(folder / "goals.csv", columns, _goals(size, chance))
    columns = ["zone", "indicator", "year", "value", "qualifier", "status", "source", "locator"]
    _write(folder / "actuals.csv", columns, _actuals(size, chance))
    return folder


def _write(file: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def _plans(size: Size) -> range:
    return range(1, size.plans + 1)


def _zones(size: Size) -> Iterator[Sequence[str]]:
    """Nest the zones: one in thirty is a city, which the others belong to."""
    for number in _plans(size):
        city = (number - 1) // 30 * 30 + 1
        yield f"zone-{number}", f"Synthetic zone {number:05}", "" if number == city else f"zone-{city}"


def _indicators(size: Size) -> Iterator[Sequence[str]]:
    for place, (_kind, _comparator, better, accumulates, _value, unit) in enumerate(TERMS[: size.indicators]):
        yield f"indicator-{place}", f"Synthetic indicator {place + 1}", unit, better, accumulates


def _goals(size: Size, chance: Random) -> Iterator[Sequence[Any]]:
    for plan in _plans(size):
        for place, (kind, comparator, _better, accumulates, value, _unit) in enumerate(TERMS[: size.goals_of(plan)]):
            stated = kind in ("level", "multiple", "rank") and chance.random() < 0.5
            yield (
                f"goal-{plan}-{place}", f"plan-{plan}", f"indicator-{place}", kind, comparator,
                round(chance.uniform(*value), 1) if accumulates != "rank" else round(chance.uniform(*value)), 2025,
                2020 if stated else "", level(place, 0, chance) if stated else "",
                chance.choice(("binding", "anticipatory")), "yes" if chance.random() < 0.1 else "no",
                "synthetic", f"table {place + 1}", f"Synthetic goal {place + 1}",
            )  # fmt: skip


def level(place: int, years: int, chance: Random) -> float | int:
    """Make up a value some years after 2020, of the size that the goal's terms suppose."""
    kind, _comparator, better, accumulates, _value, unit = TERMS[place]
    if accumulates == "annual_change":
        return round(chance.uniform(-5, 0) if kind == "change" else chance.uniform(3, 10), 1)
    if accumulates == "rank":
        return max(1, 40 - years * chance.randint(0, 6))
    if kind == "every_year":
        return round(chance.uniform(3.5, 6), 2)
    start = 25.0 if unit == "%" else 100.0
    return round(start + years * chance.uniform(-2, 8) * (1 if better == "up" else -1) * start / 100, 1)


def _actuals(size: Size, chance: Random) -> Iterator[Sequence[Any]]:
    for plan in _plans(size):
        for place in range(size.goals_of(plan)):
            for year in YEARS:
                value = level(place, year - YEARS[0], chance)
                status = "provisional" if year == YEARS[-1] else "final"
                yield f"zone-{plan}", f"indicator-{place}", year, value, "exact", status, "synthetic", "table 1"
