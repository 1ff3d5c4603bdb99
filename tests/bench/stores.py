"""Synthetic bundles and the stores made of them by the command line, in a temporary folder."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.progress import tell
from tests.bench.synthetic import SIZES, write_synthetic
from tests.serving import ROOT

_PATIENCE = 900


@dataclass(frozen=True)
class Import:
    """What one import took: seconds, and the most memory its process held, in bytes."""

    seconds: float
    memory: int


@dataclass
class Stores:
    """The sizes to measure with; each bundle is written and each store filled once, when it is first asked for."""

    folder: Path
    sizes: tuple[str, ...]
    _imports: dict[str, Import] = field(default_factory=dict)

    def bundle(self, size: str) -> Path:
        """Give the folder of a synthetic bundle."""
        place = self.folder / size
        if not place.exists():
            tell(f"writing bundle {size}")
            write_synthetic(place, SIZES[size])
        return place

    def address(self, size: str) -> str:
        """Give the address of the store that holds a bundle."""
        self.first_import(size)
        return f"sqlite:///{self.folder / size}.db"

    def first_import(self, size: str) -> Import:
        """Say what filling the store of a size took."""
        if size not in self._imports:
            self._imports[size] = self.import_into(self.folder / f"{size}.db", size)
        return self._imports[size]

    def import_into(self, file: Path, size: str) -> Import:
        """Fill a new store with a bundle in a process of its own; RuntimeError where that fails."""
        bundle = self.bundle(size)
        tell(f"importing {size}")
        self._run("init", "--empty", file=file)
        told = self._run("import", str(bundle), file=file)
        return Import(told["seconds"], told["memory"])

    def _run(self, *command: str, file: Path) -> dict[str, int]:
        measured = [sys.executable, "-m", "tests.bench.watched", sys.executable, "-m", "tracker"]
        run = subprocess.run(
            [*measured, "--database", f"sqlite:///{file}", *command],
            cwd=ROOT, capture_output=True, text=True, timeout=_PATIENCE, check=False,
        )  # fmt: skip
        if run.returncode:
            raise RuntimeError(run.stderr.strip().splitlines()[-1])
        told: dict[str, int] = json.loads(run.stdout.splitlines()[-1])
        return told
