"""When a session was last seen: written beside the page, which must not wait while a large bundle is loaded."""

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime

from tracker.errors import TrackerError
from tracker.store import Store
from tracker.store.accounts.sessions import touch_session

# An idle store takes a few milliseconds.
_PATIENCE = 0.25
_writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sightings")
_waiting: dict[str, Future[None]] = {}


def note_seen(store: Store, token_hash: str, at: datetime) -> None:
    """Note that a session was seen; later, or not this time, where the store is busy."""
    if token_hash not in _waiting:
        _waiting[token_hash] = noting = _writer.submit(_write, store, token_hash, at)
        noting.add_done_callback(lambda _done: _waiting.pop(token_hash, None))
        with suppress(TimeoutError):
            noting.result(timeout=_PATIENCE)


def _write(store: Store, token_hash: str, at: datetime) -> None:
    # A minute later the session is seen again, so a failure loses nothing.
    with suppress(TrackerError), store.write() as connection:
        touch_session(connection, at, token_hash)
