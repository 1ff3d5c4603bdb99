"""The store as the server needs it: made and filled on the first start, upgraded on a later one."""

import logging

from tracker.errors import NoStoreError
from tracker.language import _
from tracker.services.stores import make_store, open_store, store_address

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
