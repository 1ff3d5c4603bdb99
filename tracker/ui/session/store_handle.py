"""The store that the pages ask."""

from tracker.services import stores
from tracker.store import Store


def store() -> Store:
    """Give the store this server serves."""
    return stores.serving_store()
