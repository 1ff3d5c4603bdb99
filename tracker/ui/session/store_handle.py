"""The store that the pages ask."""

import os

from tracker.services import stores
from tracker.services.accounts.access_settings import AccessSettings, read_access
from tracker.store import Store


def store() -> Store:
    """Return the store this server serves."""
    return stores.serving_store()


def access() -> AccessSettings:
    """Return the settings; the server has refused to start where they leave open whether visitors may look."""
    return read_access(os.environ)
