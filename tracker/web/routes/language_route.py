"""The route by which a visitor chooses the language, which is remembered for a year."""

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from tracker.language import language_of
from tracker.web.access.posted_forms import address_parts, own_place
from tracker.web.middleware.request_language import COOKIE

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
