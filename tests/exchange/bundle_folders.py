"""Bundles to read, and what reading them says."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tracker.errors import RefusedInputError
from tracker.exchange import Bundle, Known, read_bundle

ZONES = "zone,name\nshenyang,Shenyang\n"
INDICATORS = "indicator,name,unit,better,accumulates\nrd,R&D share,%,up,level\nfirms,Firms,enterprises,up,level\n"
PLANS = "plan,zone,name,start,end\nplan-14,shenyang,14th plan,2021,2025\n"
GOALS = "goal,plan,indicator,kind,value,due\nrd-2025,plan-14,rd,level,3.5,2025\n"
ACTUALS = "zone,indicator,year,value\nshenyang,rd,2021,3.10\n"
SOUND = {
    "zones.csv": ZONES,
    "indicators.csv": INDICATORS,
    "plans.csv": PLANS,
    "goals.csv": GOALS,
    "actuals.csv": ACTUALS,
}


def folder(path: Path, **files: str | bytes) -> Path:
    """Write a sound bundle with some of its files replaced (`goals="..."`); an empty text leaves a file out."""
    path.mkdir(exist_ok=True)
    contents: dict[str, str | bytes] = {**SOUND, **{f"{kind}.csv": text for kind, text in files.items()}}
    for name, content in contents.items():
        if content:
            (path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def gone_through(bundle: Bundle) -> dict[str, tuple[Any, ...]]:
    """Read a bundle to its end; RefusedInputError where anything is wrong."""
    found = {
        "zones": bundle.zones,
        "sources": bundle.sources,
        "indicators": bundle.indicators,
        "plans": bundle.plans,
        "goals": tuple(bundle.goals()),
        "actuals": tuple(bundle.actuals()),
    }
    bundle.finish()
    return found


def read(path: Path, known: Known | None = None) -> dict[str, tuple[Any, ...]]:
    """Return every record at a path."""
    return gone_through(read_bundle(path, known or Known()))


def problems(path: Path, **options: Any) -> list[str]:
    """Return what is said when a path is refused, one line per problem; none where it is not."""
    try:
        bundle = read_bundle(path, Known(), **options)
        bundle.finish()
    except RefusedInputError as error:
        return str(error).splitlines()
    return []


def warnings(path: Path) -> list[str]:
    """Return the warnings of a path that is accepted."""
    bundle = read_bundle(path, Known())
    bundle.finish()
    return [str(warning) for warning in bundle.warnings]


def of_goal(values: Mapping[str, str]) -> str:
    """Write goals.csv with one goal, some of whose cells are given."""
    cells = {
        "goal": "g",
        "plan": "plan-14",
        "indicator": "rd",
        "kind": "level",
        "value": "3.5",
        "due": "2025",
        **values,
    }
    return ",".join(cells) + "\n" + ",".join(f'"{cell}"' for cell in cells.values()) + "\n"
