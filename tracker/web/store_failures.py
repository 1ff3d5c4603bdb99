"""Middleware that answers in words where the store fails, whatever the route."""

import logging
from collections.abc import Collection

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.errors import ClockError, DisplacedStoreError, StoreError
from tracker.language import _
from tracker.services.stores import serving_store

_log = logging.getLogger("tracker.web")


class StoreFailures:
    """Answers 503 to a request during which the store could not be read or written, and to any for a page."""

    def __init__(self, app: ASGIApp, *, pages: Collection[str] = ()) -> None:
        """Wrap the application; `pages` are the addresses whose answer holds nothing of the store yet ("/plan")."""
        self.app = app
        self.pages = frozenset((*pages, "/") if pages else ())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer through the application, or say why there is no answer; a websocket is closed."""
        begun = False

        async def send_on(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            if scope["type"] == "http" and scope["path"] in self.pages:
                # An empty page that never fills says less than an answer that there is none.
                await run_in_threadpool(serving_store().version)
            await self.app(scope, receive, send_on)
        except StoreError as failure:
            _log.error("%s", failure)
            if begun:
                raise
            if scope["type"] == "websocket":
                # Try again later, as the registry of close codes has it.
                await send({"type": "websocket.close", "code": 1013})
            elif scope["type"] == "http":
                await PlainTextResponse(failure_text(failure), status_code=503)(scope, receive, send)
            else:
                raise


def failure_text(failure: StoreError) -> str:
    """Return what fails in words for everyone: others name the place of the store, which is for the log."""
    if isinstance(failure, ClockError | DisplacedStoreError):
        return str(failure)
    return _("The store is busy or out of reach; try again in a moment.")
