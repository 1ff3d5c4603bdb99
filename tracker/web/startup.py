"""What the server does before its first visitor: load what pages need, prepare answers, freeze the collector."""

import gc
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import import_module
from threading import Event, Thread
from typing import Any

Lifespan = Callable[[Any], AbstractAsyncContextManager[None]]


def lifespan(modules: Sequence[str], prepare: Callable[[], None], watch: Callable[[Event], None]) -> Lifespan:
    """Return the hook that imports the modules by name, freezes the collector and, while it serves, prepares.

    `watch` runs beside until the event is set.
    """

    @asynccontextmanager
    async def started(_app: object) -> AsyncGenerator[None, None]:
        for module in modules:
            import_module(module)
        freeze()
        # Answers for a large store take seconds, which nobody has to wait for who asks for anything else.
        Thread(target=_prepare_and_freeze, args=(prepare,), name="prepare answers", daemon=True).start()
        ended = Event()
        Thread(target=watch, args=(ended,), name="watch the store", daemon=True).start()
        yield
        ended.set()

    return started


def _prepare_and_freeze(prepare: Callable[[], None]) -> None:
    prepare()
    freeze()


def freeze() -> None:
    """Take what is loaded out of every later collection: Streamlit collects after each run, which took 70–90 ms."""
    gc.collect()
    gc.freeze()
