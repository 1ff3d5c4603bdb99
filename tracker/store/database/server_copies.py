"""Copies of a store that is a PostgreSQL database, by PostgreSQL's own tools."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy.engine import URL

from tracker.errors import StoreError
from tracker.language import _

_DEBIAN = Path("/usr/lib/postgresql")


def copy(url: URL, path: Path) -> None:
    """Write a consistent dump of a database; StoreError where the tool is missing or fails."""
    _run(url, "pg_dump", "--format=custom", "--no-owner", f"--file={path}")


def put_back(url: URL, path: Path, kept: Path) -> None:
    """Put a dump in the place of a database in one transaction, after dumping what is there."""
    _run(None, "pg_restore", "--list", str(path))
    copy(url, kept)
    options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    _run(url, "pg_restore", *options, f"--dbname={url.database}", str(path))


def _run(url: URL | None, tool: str, *options: str) -> None:
    """Run a tool on a database, its password out of sight; StoreError where it fails."""
    environment = dict(os.environ) if url is None else {**os.environ, **_environment(url)}
    done = subprocess.run(  # noqa: S603 - the tool is found by us, and no shell reads the options
        [_tool(tool), *options], env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [str(done.returncode)])[0]
        raise StoreError(_("{tool} failed: {reason}").format(tool=tool, reason=reason))


def _environment(url: URL) -> dict[str, str]:
    """Return where the database is, as PostgreSQL's tools read it."""
    settings = {
        "PGHOST": url.host or url.query.get("host"),
        "PGPORT": url.port or url.query.get("port"),
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
    }
    return {name: str(value) for name, value in settings.items() if value}


def _tool(name: str) -> str:
    """Find a tool on the path or where Debian keeps it; StoreError where it is not installed."""
    debian = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    program = shutil.which(name) or (str(debian[-1]) if debian else None)
    if program is None:
        message = _("{tool} is not installed; install the PostgreSQL client tools to copy this store")
        raise StoreError(message.format(tool=name))
    return program
