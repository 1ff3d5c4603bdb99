"""The presenting page: a bare page that holds the slides in the browser, and the stream that brings them."""

import json
import zlib
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from tracker.briefings.deck.contents import Deck
from tracker.briefings.deck.presenting_address import PRESENTING, deck_asked_for
from tracker.briefings.web.shown_slides import shown_slides
from tracker.charts import Theme
from tracker.errors import StoreError, TrackerError
from tracker.language import _
from tracker.services.stores import serving_store
from tracker.web.access.form_pages import html_page, message_page, own_place
from tracker.web.access.identity import person_of_request


def presenting_texts() -> dict[str, object]:
    """Return the texts by the names the script knows them by."""
    return {
        "slide": _("slide"),
        "number": _("Slide {number} of {of}:"),
        "previous": _("Previous slide"),
        "next": _("Next slide"),
        "last": _("This is the last slide"),
        "now": _("This slide"),
        "notes": _("Notes"),
        "no_notes": _("No notes for this slide."),
        "is_black": _("The screen is black."),
        "all": _("All slides"),
        "speaker": _("Speaker view"),
        "full_screen": _("Full screen"),
        "theme": _("Light or dark"),
        "keys": _("Keys"),
        "leave": _("Leave"),
        "close": _("Close"),
        "with_steps": _("Charts appear step by step."),
        "without_steps": _("Charts appear whole."),
        "sign_in": _("Your session has ended. Sign in again to load the slides."),
        "no_network": _("The server cannot be reached; the slides stay as they are."),
        "no_slides": _("The slides could not be loaded. Check the connection and load the page again."),
        "no_full_screen": _("This browser does not allow full screen here."),
        "no_window": _("The browser kept the second window from opening; allow windows for this page."),
        "none_shown": _("No slide of this set is shown; choose some where the slides are arranged."),
        "key_list": _key_list(),
    }


def _key_list() -> list[tuple[str, str]]:
    return [
        ("→  ↓  PageDown  Space", _("next step or slide")),
        ("←  ↑  PageUp", _("back")),
        ("Home  End", _("first and last slide")),
        (_("number, then Enter"), _("that slide")),
        ("O", _("all slides at once")),
        ("F", _("full screen")),
        ("B", _("black screen, and back")),
        ("S", _("speaker view in a second window")),
        ("R", _("charts step by step, or whole")),
        ("T", _("light or dark")),
        ("Esc", _("leave")),
    ]


_HERE = Path(__file__)
_ASSETS = {
    name: (_HERE.with_name(name).read_bytes(), kind)
    for name, kind in (("present.js", "text/javascript"), ("present.css", "text/css"))
}
_VERSION = sha256(b"".join(content for content, _kind in _ASSETS.values())).hexdigest()[:12]


def presenting_routes(*, open_display: bool) -> list[Route]:
    """Return the routes; without an open display a visitor is asked to sign in."""

    async def may_look(request: Request) -> bool:
        return open_display or await person_of_request(request) is not None

    async def page(request: Request) -> Response:
        if not await may_look(request):
            place = f"{PRESENTING}?{request.url.query}"
            return RedirectResponse(f"/sign-in?{urlencode({'next': place})}", status_code=303)
        return await _page(request)

    async def slides(request: Request) -> Response:
        if not await may_look(request):
            return Response(_("Sign in first."), status_code=401, media_type="text/plain")
        return await _slides(request)

    return [
        Route(PRESENTING, page),
        Route(f"{PRESENTING}/slides", slides),
        Route(f"{PRESENTING}/{{name}}", _asset),
    ]


async def _page(request: Request) -> Response:
    """Return the empty page; an unsaved set is frozen at this instant by its own address."""
    asked = dict(request.query_params)
    if not asked.get("set") and not asked.get("as_of"):
        instant = datetime.now().astimezone().isoformat(timespec="seconds")
        return RedirectResponse(f"{PRESENTING}?{urlencode({**asked, 'as_of': instant})}", status_code=307)
    try:
        deck = await run_in_threadpool(deck_asked_for, serving_store(), asked)
    except StoreError:
        raise
    except TrackerError as refusal:
        return message_page(_("Present"), str(refusal), status=404)
    return html_page(
        "routes/present.html",
        deck.title,
        theme=_theme(asked).value,
        texts=json.dumps(presenting_texts(), ensure_ascii=False),
        back=own_place(asked.get("back", "/")),
        wait=_("The slides are being drawn…"),
        bar=_("Presenting"),
        version=_VERSION,
    )


async def _slides(request: Request) -> Response:
    """Return a line for each slide, as each is drawn."""
    asked = dict(request.query_params)
    try:
        deck = await run_in_threadpool(deck_asked_for, serving_store(), asked)
        lines = _lines(deck, asked)
    except StoreError:
        raise
    except TrackerError as refusal:
        lines = iter([_line(problem=str(refusal))])
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return StreamingResponse(_zipped(lines), media_type="application/x-ndjson", headers=headers)
    return StreamingResponse(lines, media_type="application/x-ndjson", headers=headers)


def _zipped(lines: Iterator[str]) -> Iterator[bytes]:
    """Compress line by line, so that the first slide does not wait for the last."""
    packer = zlib.compressobj(6, wbits=31)
    for line in lines:
        yield packer.compress(line.encode()) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()


def _lines(deck: Deck, asked: dict[str, str]) -> Iterator[str]:
    yield _line(of=len(deck.slides))
    first = asked.get("first", "1")
    number = int(first) if first.isascii() and first.isdigit() and len(first) < 6 else 1
    for slide in shown_slides(deck, asked.get("shape", ""), _theme(asked), number):
        yield _line(number=slide.number, title=slide.title, svg=slide.svg, steps=slide.steps, notes=slide.notes)


def _line(**content: object) -> str:
    return json.dumps(content, ensure_ascii=False) + "\n"


def _theme(asked: dict[str, str]) -> Theme:
    return Theme.DARK if asked.get("theme") == Theme.DARK.value else Theme.LIGHT


async def _asset(request: Request) -> Response:
    """Return the page's script or style, which a browser may keep: its address changes with its content."""
    content, kind = _ASSETS.get(request.path_params["name"], (b"", ""))
    if not kind:
        return message_page(_("Present"), _("This address names nothing to present."), status=404)
    return Response(content, media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})
