"""Other programs on the store's file: an older SQLite that looks or tidies up, and the locks the system knows of."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_STAND_IN = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30) as connection:
    for row in connection.execute(sys.argv[2]):
        print(*row, sep="|")
connection.close()
"""


def ask_outside(file: Path, statement: str) -> str:
    """Let another program open the file, run a statement and close it: Debian's sqlite3, else Python's own library."""
    found = shutil.which("sqlite3")
    # Python's library, in a process of its own, closes the file as the program does.
    command = [found, "-cmd", ".timeout 30000"] if found else [sys.executable, "-c", _STAND_IN]
    done = subprocess.run([*command, str(file), statement], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def locks_on(file: Path, process: int = 0) -> list[str]:
    """List the locks of a process (this one unless told) on the store's file and those beside it."""
    beside = [file.with_name(file.name + suffix) for suffix in ("", "-wal", "-shm")]
    places = {f":{place.stat().st_ino}" for place in beside if place.exists()}
    listed = [line.split() for line in Path("/proc/locks").read_text(encoding="ascii").splitlines()]
    own = str(process or os.getpid())
    # 1: POSIX ADVISORY READ 21965 fe:00:2146655 128 128
    return sorted(
        " ".join(line[1:])
        for line in listed
        if line[1] != "->" and line[4] == own and any(line[5].endswith(place) for place in places)
    )


# What Python itself opened, for each block that listens; a hook stays for as long as the process.
_listening: list[list[str]] = []
_hooked: list[bool] = []


@contextmanager
def opened_by_python() -> Iterator[list[str]]:
    """Collect the paths that are opened without SQLite in the block."""
    if not _hooked:
        _hooked.append(True)
        sys.addaudithook(_hear)
    heard: list[str] = []
    _listening.append(heard)
    yield heard
    _listening.remove(heard)


def _hear(happened: str, given: tuple[object, ...]) -> None:
    if happened == "open" and isinstance(given[0], str | bytes | os.PathLike):
        for heard in _listening:
            heard.append(os.fsdecode(given[0]))
