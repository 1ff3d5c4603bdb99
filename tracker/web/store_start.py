"""The store as the server needs it: made and filled on the first start, upgraded on a later one."""

import logging
from contextlib import closing, suppress
from contextvars import copy_context
from threading import Event

from tracker.errors import NoStoreError, TrackerError
from tracker.language import LANGUAGES, _, load_catalogues, speak
from tracker.services.overview.counts_by_group import Scope, overview
from tracker.services.stores import check_place, is_configured, make_store, open_store, serving_store, store_address
from tracker.services.view_settings import Look

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

    Each change looks as well; this is for a server that nobody is writing to.
    """
    while not ended.wait(1.0):
        with suppress(TrackerError):
            check_place(serving_store())


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
    overview(serving_store(), Look.at(), Scope())
