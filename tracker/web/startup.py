"""What the server does before its first visitor: make or upgrade the store, prepare answers, print the first link."""

import gc
import logging
import sys
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, suppress
from contextvars import copy_context
from importlib import import_module
from threading import Event, Thread
from typing import Any

from tracker.errors import NoStoreError, TrackerError
from tracker.language import LANGUAGES, _, load_catalogues, speak
from tracker.services.accounts.first_administrator import first_key
from tracker.services.overview.counts_by_group import Scope, overview
from tracker.services.stores import check_place, is_configured, make_store, open_store, serving_store, store_address
from tracker.services.view_settings import ViewSettings

# Long enough for what the watch does last, short enough for those who stop the server.
_SECONDS_TO_END = 10.0

Lifespan = Callable[[Any], AbstractAsyncContextManager[None]]


def lifespan(modules: Sequence[str], prepare: Callable[[], None], watch: Callable[[Event], None]) -> Lifespan:
    """Return the hook that imports the modules by name, freezes the collector and, while it serves, prepares.

    `watch` runs beside until the event is set, and is waited for then.
    """

    @asynccontextmanager
    async def started(_app: object) -> AsyncGenerator[None, None]:
        for module in modules:
            import_module(module)
        freeze()
        # Answers for a large store take seconds, which nobody has to wait for who asks for anything else.
        Thread(target=_prepare_and_freeze, args=(prepare,), name="prepare answers", daemon=True).start()
        ended = Event()
        watching = Thread(target=watch, args=(ended,), name="watch the store", daemon=True)
        watching.start()
        yield
        ended.set()
        watching.join(_SECONDS_TO_END)

    return started


def _prepare_and_freeze(prepare: Callable[[], None]) -> None:
    prepare()
    freeze()


def freeze() -> None:
    """Take what is loaded out of every later collection: Streamlit collects after each run, which took 70–90 ms."""
    gc.collect()
    gc.freeze()


_log = logging.getLogger("tracker.web")


def ready_store() -> None:
    """Open the store; the one at the default address is made and filled with the shipped bundles where there is none.

    StoreError where that cannot be, ClockError where the clock is years away from the last change.
    """
    address = store_address()
    try:
        with closing(open_store(address)) as store:
            store.check_clock()
    except NoStoreError:
        if is_configured():
            # An empty place that was named on purpose is a disk or a server that is not there, or a name misspelt.
            raise
        _log.warning(_("Making the store and filling it with the shipped plans."))
        make_store(address).close()


def check_store() -> None:
    """Ask the store that is served; StoreError where it is out of reach.

    Opening it once more would not tell whether the one that is served still answers.
    """
    serving_store().version()


def watch_store(ended: Event) -> None:
    """Look every second, until `ended`, whether the store's file is still in its place; the log says where it is not.

    Each change looks as well; this is for a server that nobody is writing to. At the end the file is made whole
    without its log, which a file that is put there before the next start must not meet.
    """
    while not ended.wait(1.0):
        with suppress(TrackerError):
            check_place(serving_store())
    with suppress(TrackerError):
        serving_store().complete_file()


def prepare_answers() -> None:
    """Judge all goals as the first visitor of the overview asks, in each language; where that fails, the page says why.

    The log speaks the language of the setting.
    """
    load_catalogues()
    try:
        for language in LANGUAGES:
            copy_context().run(_prepare, language)
    except TrackerError as problem:
        _log.warning("%s", problem)


def _prepare(language: str) -> None:
    speak(language)
    overview(serving_store(), ViewSettings.at(), Scope())


def print_first_link(public_url: str) -> None:
    """Print the link where there is no administrator yet; it goes to the terminal and into no log of ours."""
    key = first_key(serving_store())
    if key is not None:
        text = _("There is no administrator yet. Make the first one within 24 hours at:")
        sys.stdout.write(f"\n{text}\n{public_url}/first?key={key}\n\n")
        sys.stdout.flush()
