"""Routes that need no page: what a monitor asks, and addresses that send a visitor on."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from tracker.errors import TrackerError

StoreCheck = Callable[[], object]


def health_route(check_store: StoreCheck) -> Route:
    """Return /health, which answers 200, or 503 where `check_store` raises a TrackerError."""

    async def health(_request: Request) -> JSONResponse:
        try:
            await run_in_threadpool(check_store)
        except TrackerError:
            # The reason may name a path or a host, which is for the log and not for everyone.
            return JSONResponse({"status": "store out of reach"}, status_code=503)
        return JSONResponse({"status": "ok"})

    return Route("/health", health, methods=["GET"])


def redirect_route(address: str, place: str) -> Route:
    """Return the route at `address` that sends on to `place`, with whatever stands after the question mark."""

    async def moved(request: Request) -> RedirectResponse:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(place + query, status_code=307)

    return Route(address, moved, methods=["GET"])
