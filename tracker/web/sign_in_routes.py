"""The routes by which people sign in and out, and the one by which the first administrator is made."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tracker.errors import NotAllowedError, StoreError, TrackerError
from tracker.language import _
from tracker.services import first_administrator
from tracker.services.passwords import SHORTEST
from tracker.services.sessions import LONGEST, sign_out
from tracker.services.sign_in import SlowedDownError, sign_in
from tracker.services.stores import serving_store
from tracker.web.form_page import Field, form_page, message_page
from tracker.web.forms import own_place, posted, refused_form
from tracker.web.identity import COOKIE, PROVIDER_COOKIE, session_of, visit_of
from tracker.web.store_failures import told_of


def sign_in_routes(*, secure: bool) -> list[Route]:
    """Return the routes; `secure` keeps the cookie to https."""

    async def signing_in(request: Request) -> Response:
        if request.method != "POST":
            return _sign_in_form(own_place(request.query_params.get("next", "/")))
        return await _sign_in(request, secure=secure)

    async def first(request: Request) -> Response:
        if request.method != "POST":
            return await _first_form(request.query_params.get("key", ""))
        return await _make_first(request, secure=secure)

    return [
        Route("/sign-in", signing_in, methods=["GET", "POST"]),
        Route("/sign-out", _signing_out, methods=["GET", "POST"]),
        Route("/first", first, methods=["GET", "POST"]),
    ]


async def _sign_in(request: Request, *, secure: bool) -> Response:
    try:
        given = await posted(request)
    except TrackerError as refusal:
        return refused_form(_("Sign in"), refusal)
    name, following = given.get("name", ""), own_place(given.get("next", "/"))
    try:
        visit = visit_of(request)
        token = await run_in_threadpool(sign_in, serving_store(), name, given.get("password", ""), visit)
    except StoreError as failure:
        return _sign_in_form(following, name=name, problem=told_of(failure), status=503)
    except TrackerError as refusal:
        status = 429 if isinstance(refusal, SlowedDownError) else 401
        return _sign_in_form(following, name=name, problem=str(refusal), status=status)
    return _signed_in(token, following, secure=secure)


def _sign_in_form(following: str, *, name: str = "", problem: str = "", status: int = 200) -> Response:
    fields = (
        Field("next", value=following),
        Field("name", _("Name or e-mail address"), name, completes="username"),
        Field("password", _("Password"), kind="password", completes="current-password"),
    )
    return form_page(_("Sign in"), "/sign-in", _("Sign in"), fields, problem=problem, status=status)


async def _signing_out(request: Request) -> Response:
    if request.method != "POST":
        return form_page(_("Sign out"), "/sign-out", _("Sign out"), ())
    try:
        await posted(request)
    except TrackerError as refusal:
        return refused_form(_("Sign out"), refusal)
    await run_in_threadpool(sign_out, serving_store(), session_of(request), address=visit_of(request).address)
    answer = RedirectResponse("/", status_code=303)
    for cookie in request.cookies:
        if cookie == COOKIE or cookie.startswith(PROVIDER_COOKIE):
            answer.delete_cookie(cookie, path="/")
    return answer


async def _first_form(key: str, *, problem: str = "", name: str = "", shown_name: str = "") -> Response:
    if not await run_in_threadpool(first_administrator.opens, serving_store(), key):
        told = _("This link has been used or is too old; start the server again for another one.")
        return message_page(_("First administrator"), told, status=403)
    hint = _("At least {count} characters that nobody would guess").format(count=SHORTEST)
    fields = (
        Field("key", value=key),
        Field("name", _("Account"), name, completes="username", hint=_("a short name or an e-mail address")),
        Field("shown_name", _("Your name"), shown_name, completes="name", needed=False),
        Field("password", _("Password"), kind="password", completes="new-password", hint=hint),
        Field("again", _("The same password again"), kind="password", completes="new-password"),
    )
    before = _("This makes the account that adds all others.")
    status = 400 if problem else 200
    title, button = _("First administrator"), _("Make the account")
    return form_page(title, "/first", button, fields, before=before, problem=problem, status=status)


async def _make_first(request: Request, *, secure: bool) -> Response:
    try:
        given = await posted(request)
    except TrackerError as refusal:
        return refused_form(_("First administrator"), refusal)
    key, name, password, shown_name = (given.get(field, "") for field in ("key", "name", "password", "shown_name"))
    if password != given.get("again"):
        return await _first_form(key, problem=_("The two passwords differ."), name=name, shown_name=shown_name)
    make = first_administrator.add_first_administrator
    try:
        visit = visit_of(request)
        token = await run_in_threadpool(make, serving_store(), key, name, password, visit, shown_name=shown_name)
    except NotAllowedError as refusal:
        return message_page(_("First administrator"), str(refusal), status=403)
    except TrackerError as refusal:
        return await _first_form(key, problem=str(refusal), name=name, shown_name=shown_name)
    return _signed_in(token, "/", secure=secure)


def _signed_in(token: str, following: str, *, secure: bool) -> Response:
    answer = RedirectResponse(following, status_code=303)
    age = int(LONGEST.total_seconds())
    answer.set_cookie(COOKIE, token, max_age=age, path="/", httponly=True, samesite="lax", secure=secure)
    return answer
