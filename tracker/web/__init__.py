"""The server around the screen: where it listens, what it answers, what it refuses."""

from tracker.web.health import health_route
from tracker.web.middleware import middleware
from tracker.web.moved import moved_route
from tracker.web.settings import ServerSettings, read_settings
from tracker.web.startup import freeze, lifespan
from tracker.web.store_start import check_store, prepare_answers, ready_store

__all__ = [
    "ServerSettings",
    "check_store",
    "freeze",
    "health_route",
    "lifespan",
    "middleware",
    "moved_route",
    "prepare_answers",
    "read_settings",
    "ready_store",
]
