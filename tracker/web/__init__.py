"""The server around the screen: where it listens, what it answers, what it refuses."""

from tracker.web.access.identity import HEADER as SESSION_HEADER
from tracker.web.access.identity import no_claims
from tracker.web.access.sign_in_routes import sign_in_routes
from tracker.web.middleware.stack import middleware_stack
from tracker.web.request_language import COOKIE as LANGUAGE_COOKIE
from tracker.web.request_language import language_route
from tracker.web.routes.evidence_route import evidence_route
from tracker.web.routes.plain_routes import health_route, redirect_route
from tracker.web.routes.presenting import presenting_routes
from tracker.web.settings import ServerSettings, read_settings
from tracker.web.startup import (
    check_store,
    freeze,
    lifespan,
    prepare_answers,
    print_first_link,
    ready_store,
    watch_store,
)

__all__ = [
    "LANGUAGE_COOKIE",
    "SESSION_HEADER",
    "ServerSettings",
    "check_store",
    "evidence_route",
    "freeze",
    "health_route",
    "language_route",
    "lifespan",
    "middleware_stack",
    "no_claims",
    "prepare_answers",
    "presenting_routes",
    "print_first_link",
    "read_settings",
    "ready_store",
    "redirect_route",
    "sign_in_routes",
    "watch_store",
]
