"""The store as the server needs it: made and filled on the first start, upgraded on a later one."""

import logging

from tracker.errors import NoStoreError, TrackerError
from tracker.language import _
from tracker.services.looking import Look
from tracker.services.overview import Scope, overview
from tracker.services.stores import make_store, open_store, serving_store, store_address

_log = logging.getLogger("tracker.web")


def ready_store() -> None:
    """Open the store, made and filled with the shipped bundles where there is none; StoreError where that cannot be."""
    address = store_address()
    try:
        open_store(address).close()
    except NoStoreError:
        _log.warning(_("Making the store and filling it with the shipped plans."))
        make_store(address).close()


def check_store() -> None:
    """Open and close the store; StoreError where it is out of reach."""
    open_store(store_address()).close()


def prepare_answers() -> None:
    """Judge all goals as the first visitor of the overview asks; where that fails, the page says why."""
    try:
        overview(serving_store(), Look.at(), Scope())
    except TrackerError as problem:
        _log.warning("%s", problem)
