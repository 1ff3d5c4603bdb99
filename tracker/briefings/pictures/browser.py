"""The one browser of this process that draws pictures: begun when first needed, ended with the process."""

import asyncio
import atexit
import base64
import logging
import os
import shutil
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Any

from tracker.charts import Scene, as_svg
from tracker.errors import TrackerError
from tracker.language import _

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
START_SECONDS = 60.0
PICTURE_SECONDS = 30.0
TABS = 2
"""How many pictures are drawn at once."""
_log = logging.getLogger(__name__)
# Drawing needs no network: whatever the browser would ask for ends at a port where nobody listens.
_NOWHERE = "http://127.0.0.1:9"


def browser_path() -> str | None:
    """Return where the browser is that pictures are drawn with: `BROWSER_PATH`, or one on the path."""
    named = os.environ.get("BROWSER_PATH")
    return shutil.which(named) if named else next((path for name in BROWSERS if (path := shutil.which(name))), None)


class _GaveUpError(Exception):
    """The browser died, hung or could not be begun."""


class PictureServer:
    """A browser in a thread of its own, which any thread may ask for pictures."""

    def __init__(self) -> None:
        """Begin nothing yet."""
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None
        self._kaleido: Any = None

    @property
    def process(self) -> int | None:
        """The process of the browser; None while there is none."""
        alive = self._kaleido is not None and self._kaleido.subprocess.poll() is None
        return int(self._kaleido.subprocess.pid) if alive else None

    def png(self, scene: Scene) -> bytes:
        """Return a chart drawn at its own size.

        Raises:
            TrackerError: There is no browser, or it could not draw the chart in time, even when started again.
        """
        figure = _holding(scene)
        try:
            return self._drawn(figure)
        except _GaveUpError:
            pass
        try:
            return self._drawn(figure)
        except _GaveUpError as error:
            reason = _("The browser that draws pictures gave up ({reason}). Take the charts as SVG instead.")
            raise TrackerError(reason.format(reason=error)) from error

    def _drawn(self, figure: dict[str, Any]) -> bytes:
        layout = figure["layout"]
        opts = {"format": "png", "width": layout["width"], "height": layout["height"], "scale": 1}
        kaleido = None
        try:
            with self._lock:
                loop, kaleido = self._started()
            picture: Future[bytes] = asyncio.run_coroutine_threadsafe(kaleido.calc_fig(figure, opts=opts), loop)
            return picture.result(PICTURE_SECONDS)
        except TrackerError:
            raise
        except Exception as error:  # what a browser that died raises is of no one kind
            with self._lock:
                # Another thread may have started another meanwhile.
                if self._kaleido is kaleido:
                    self._ended()
            raise _GaveUpError(str(error) or type(error).__name__) from error

    def _started(self) -> tuple[asyncio.AbstractEventLoop, Any]:
        if self._loop is not None and self.process is not None:
            return self._loop, self._kaleido
        self._ended()
        place = browser_path()
        if place is None:
            raise TrackerError(
                _(
                    "Pictures as PNG are drawn by a browser, and none is installed where this runs. Install Chromium "
                    "there (on Debian: apt install chromium), or take the charts as SVG, which need none."
                )
            )
        self._loop = loop = asyncio.new_event_loop()
        self._thread = Thread(target=loop.run_forever, name="pictures", daemon=True)
        self._thread.start()
        self._kaleido = asyncio.run_coroutine_threadsafe(_opened(place), loop).result(START_SECONDS)
        # Whatever was registered last runs first: the browser ends before its folders go.
        atexit.register(self.stop)
        return loop, self._kaleido

    def stop(self) -> None:
        """End the browser; the next picture begins another."""
        with self._lock:
            self._ended()

    def _ended(self) -> None:
        loop, thread, kaleido = self._loop, self._thread, self._kaleido
        self._loop = self._thread = self._kaleido = None
        if loop is None or thread is None:
            return
        atexit.unregister(self.stop)
        if kaleido is not None:
            _close(loop, kaleido)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        if not thread.is_alive():
            loop.close()


def _holding(scene: Scene) -> dict[str, Any]:
    """Return a figure that holds nothing but the chart as SVG: the browser draws that in three quarters of the time."""
    size = {"width": scene.sheet.width, "height": scene.sheet.height}
    source = f"data:image/svg+xml;base64,{base64.b64encode(as_svg(scene).encode()).decode()}"
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "sizex": 1, "sizey": 1, "sizing": "stretch"}
    hidden = {"visible": False}
    margin = dict.fromkeys(("l", "r", "t", "b", "pad"), 0)
    layout = {**size, "margin": margin, "xaxis": hidden, "yaxis": hidden, "images": [{"source": source, **place}]}
    return {"data": [], "layout": layout}


def _close(loop: asyncio.AbstractEventLoop, kaleido: Any) -> None:
    """Ask the browser to close, and see to it that it does."""
    try:
        asyncio.run_coroutine_threadsafe(_closed(kaleido), loop).result(10)
    except Exception:  # noqa: BLE001  # a browser that died cannot close in order
        _log.debug("The browser that draws pictures did not close in order.", exc_info=True)
    if kaleido.subprocess.poll() is None:
        kaleido.subprocess.kill()
    kaleido.subprocess.wait(10)


async def _closed(kaleido: Any) -> None:
    try:
        await kaleido.close()
    finally:
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


async def _opened(place: str) -> Any:
    # Bringing it takes half a second, which only pictures need.
    from kaleido import Kaleido  # noqa: PLC0415

    # Without mathjax=False every start would ask a foreign host for a script.
    kaleido = Kaleido(n=TABS, timeout=PICTURE_SECONDS, mathjax=False, path=place, proxy_server=_NOWHERE)
    await kaleido.open()
    return kaleido


server = PictureServer()
"""The browser that this process shares."""
