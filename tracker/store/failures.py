"""What a database refuses or fails at, said as errors a person can be told."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import psycopg
from sqlalchemy import exc
from sqlalchemy.engine import URL

from tracker.errors import Problem, RefusedInputError, StoreError, TrackerError
from tracker.language import _
from tracker.store.address import shown

pysqlite: Any = import_module("pysqlite3.dbapi2")

_FAILURES = (exc.DBAPIError, exc.TimeoutError, psycopg.Error, pysqlite.Error)
_REFUSALS = (psycopg.IntegrityError, psycopg.DataError, pysqlite.IntegrityError)


@contextmanager
def told_to_people(url: URL) -> Iterator[None]:
    """Turn what the database raises into RefusedInputError (a row it does not take) or StoreError (the rest)."""
    try:
        yield
    except _FAILURES as failure:
        raise _said(failure, url) from failure


def _said(failure: Exception, url: URL) -> TrackerError:
    """Say one failure of the database."""
    cause = getattr(failure, "orig", None) or failure
    told = str(cause).strip().splitlines()
    first = told[0] if told else type(cause).__name__
    if isinstance(cause, _REFUSALS):
        return RefusedInputError([Problem(wrong=_("The store does not take such a row"), seen=first)])
    message = _("The store {place} cannot be used: {reason}")
    return StoreError(message.format(place=shown(url), reason=first))
