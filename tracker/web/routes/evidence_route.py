"""The route that hands evidence to those who are signed in, also with an open display."""

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tracker.domain.people.roles import VISITOR
from tracker.errors import NotAllowedError, StoreError, TrackerError
from tracker.language import _
from tracker.services.round.evidence_files import ADDRESS, fetch
from tracker.services.stores import serving_store
from tracker.web.access.form_pages import message_page
from tracker.web.access.identity import person_of_request


def evidence_route() -> Route:
    """Return the route, `/evidence/<checksum>`; a file is saved, never opened as a page of this server."""
    return Route(f"{ADDRESS}/{{checksum}}", _hand_out, methods=["GET"])


async def _hand_out(request: Request) -> Response:
    person = await person_of_request(request) or VISITOR
    try:
        file, content = await run_in_threadpool(fetch, serving_store(), person, request.path_params["checksum"])
    except NotAllowedError as refusal:
        return message_page(_("Evidence"), str(refusal), status=401)
    except StoreError:
        raise
    except TrackerError as refusal:
        return message_page(_("Evidence"), str(refusal), status=404)
    # Named after its checksum as well, so that no other file passes for it.
    name = quote(f"{file.checksum[:8]}-{file.name}", safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}", "Cache-Control": "private, no-store"}
    return Response(content, media_type=file.mime, headers=headers)
