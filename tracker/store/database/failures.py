"""What a database refuses or fails at, said as errors a person can be told."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import psycopg
from sqlalchemy import exc
from sqlalchemy.engine import URL

from tracker.errors import Problem, RefusedInputError, StoreError, TrackerError
from tracker.language import _
from tracker.store.database.address import shown

_log = logging.getLogger("tracker.store")
pysqlite: Any = import_module("pysqlite3.dbapi2")

_FAILURES = (exc.DBAPIError, exc.TimeoutError, psycopg.Error, pysqlite.Error)
_REFUSALS = (psycopg.IntegrityError, psycopg.DataError, pysqlite.IntegrityError)


@contextmanager
def told_to_people(url: URL, *, discreet: bool = False) -> Iterator[None]:
    """Turn what the database raises into RefusedInputError (a row it does not take) or StoreError (the rest).

    Where visitors read the error, `discreet` leaves the place of the store and what the database says to the log.
    """
    try:
        yield
    except _FAILURES as failure:
        reason = _said(failure, url)
        raise (kept_from_visitors(reason) if discreet and isinstance(reason, StoreError) else reason) from failure


def kept_from_visitors(failure: StoreError) -> StoreError:
    """Log what fails, and return an error that says so in words for everyone."""
    _log.error("%s", failure)
    return StoreError(_("The store is busy or out of reach; try again in a moment."))


def _said(failure: Exception, url: URL) -> TrackerError:
    """Return one failure of the database."""
    cause = getattr(failure, "orig", None) or failure
    lines = str(cause).strip().splitlines()
    first = lines[0] if lines else type(cause).__name__
    if isinstance(cause, _REFUSALS):
        return RefusedInputError([Problem(wrong=_("The store does not take such a row"), seen=first)])
    message = _("The store {place} cannot be used: {reason}")
    return StoreError(message.format(place=shown(url), reason=first))
