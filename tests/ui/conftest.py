"""The pages are tried on the stores that the services are."""

from tests.services.conftest import round_store, store_of

__all__ = ["round_store", "store_of"]
