"""Stores as earlier versions of the program left them, made by the migrations that were released with them."""

import pytest

from tracker.store import Store, open_store, opening
from tracker.store import migrations as recorded


def older_store(address: str, monkeypatch: pytest.MonkeyPatch, *, migrations: int) -> Store:
    """Return a store made by the first migrations alone."""
    with monkeypatch.context() as before:
        before.setattr(recorded, "MIGRATIONS", dict(list(recorded.MIGRATIONS.items())[:migrations]))
        before.setattr(opening, "migrate", recorded.upgrade)
        # It looks for the newest entries of chains that a young store does not have.
        before.setattr(Store, "hold", lambda _store: None)
        return open_store(address, create=True)
