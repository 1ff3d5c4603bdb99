"""Middleware that serves the screen's JavaScript and styles gzipped, each compressed once and kept."""

import gzip
import mimetypes
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

COMPRESSED = (".js", ".css", ".svg", ".json")
A_YEAR = 31_536_000


class CompressedAssets:
    """Answers for known files under /static with their gzipped bytes; everything else passes through."""

    def __init__(self, app: ASGIApp, *, folder: Path) -> None:
        """Wrap the application; `folder` holds the files served under /static."""
        self.app = app
        # Only files found here are ever read, so no address can lead elsewhere.
        self.files = {
            f"/static/{path.relative_to(folder).as_posix()}": path
            for path in folder.rglob("*")
            if path.suffix in COMPRESSED
        }
        self.kept: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a known file gzipped to a browser that takes it so."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path not in self.files or not _takes_gzip(scope):
            await self.app(scope, receive, send)
            return
        if path not in self.kept:
            self.kept[path] = await run_in_threadpool(self._compress, path)
        await _response(path, self.kept[path])(scope, receive, send)

    def _compress(self, path: str) -> bytes:
        return gzip.compress(self.files[path].read_bytes(), compresslevel=6, mtime=0)


def _takes_gzip(scope: Scope) -> bool:
    return scope["method"] == "GET" and "gzip" in Headers(scope=scope).get("accept-encoding", "")


def _response(path: str, content: bytes) -> Response:
    headers = {
        "Content-Encoding": "gzip",
        "Vary": "Accept-Encoding",
        # The names carry a hash of the content, so a browser may keep them.
        "Cache-Control": f"public, immutable, max-age={A_YEAR}",
    }
    return Response(content, headers=headers, media_type=mimetypes.guess_type(path)[0])
