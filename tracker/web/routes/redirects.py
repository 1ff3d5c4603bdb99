"""Routes that send a visitor on to where a page is, with the filters of the address kept."""

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route


def moved_route(address: str, place: str) -> Route:
    """Return the route at `address` that sends on to `place`, with whatever stands after the question mark."""

    async def moved(request: Request) -> RedirectResponse:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(place + query, status_code=307)

    return Route(address, moved, methods=["GET"])
