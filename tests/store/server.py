"""A throw-away PostgreSQL server for the tests, made of what Debian installs."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))


def is_installed() -> bool:
    """Say whether a server can be started here."""
    return bool(_PROGRAMS) and (os.geteuid() != 0 or shutil.which("runuser") is not None)


@contextmanager
def running_server() -> Iterator[Path]:
    """Run a server that listens on a socket in the folder given back."""
    folder = Path(mkdtemp(prefix="tracker-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    base = folder / "base"
    try:
        _run("initdb", "-D", str(base), "-A", "trust", "-U", "tracker", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c autovacuum=off"
        _run("pg_ctl", "-D", str(base), "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield folder
    finally:
        if base.exists():
            _run("pg_ctl", "-D", str(base), "-w", "-m", "fast", "-t", "20", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *options: str, check: bool = True) -> None:
    """Run one of the server's programs, which refuse to be run by root."""
    command = [str(_PROGRAMS[-1].with_name(program)), *options]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, check=check, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
