"""The language a request is answered in: the one chosen at a route, kept for a year, else what the browser asks for."""

from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.language import language_for, language_of, speak
from tracker.web.access.form_pages import address_parts, own_place

#: The cookie that keeps the language a visitor has chosen.
COOKIE = "tracker_language"


class RequestLanguage:
    """Speaks the visitor's language for as long as a request is answered."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Choose the language and pass the request on; each is a task of its own, so that no other hears it."""
        if scope["type"] == "http":
            asking = HTTPConnection(scope)
            speak(language_for(asking.cookies.get(COOKIE), asking.headers.get("accept-language")))
        await self.app(scope, receive, send)


ADDRESS = "/language"
_A_YEAR = 365 * 24 * 60 * 60


def language_route() -> Route:
    """Return the route, `/language?to=zh&next=/plan`."""
    return Route(ADDRESS, _choose, methods=["GET"])


async def _choose(request: Request) -> RedirectResponse:
    answer = RedirectResponse(_place(request), status_code=303, headers={"Cache-Control": "no-store"})
    language = language_of(request.query_params.get("to", ""))
    if language is not None:
        answer.set_cookie(COOKIE, language, max_age=_A_YEAR, path="/", httponly=True, samesite="lax")
    return answer


def _place(request: Request) -> str:
    """Return the page to go back to, with the filters its address has now where the browser says them."""
    named = request.query_params.get("next")
    place = own_place(named or "/")
    came_from = address_parts(request.headers.get("referer", ""))
    same_page = named is None or came_from.path == address_parts(place).path
    if not same_page or came_from.netloc != request.headers.get("host"):
        return place
    return own_place(f"{came_from.path}?{came_from.query}" if came_from.query else came_from.path)
