"""The routes by which people sign in and out, and the one by which the first administrator is made."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tracker.errors import NotAllowedError, StoreError, TrackerError
from tracker.language import _
from tracker.services.accounts import first_administrator
from tracker.services.accounts.guessing import remember_browser
from tracker.services.accounts.passwords import SHORTEST
from tracker.services.accounts.sessions import LONGEST, account_that_awaits_password, hash_of_token
from tracker.services.accounts.sign_in import sign_in
from tracker.services.stores import serving_store
from tracker.web.access.form_pages import Field, form_page, message_page, own_place, posted, refused_form
from tracker.web.access.identity import COOKIE, PROVIDER_COOKIE, end_sessions, visit_of
from tracker.web.access.new_password import (
    NEW_PASSWORD,
    keep_browser,
    new_password,
    new_password_address,
    refused_status,
)
from tracker.web.store_failures import failure_text


def sign_in_routes() -> list[Route]:
    """Return the routes."""
    return [
        Route("/sign-in", _signing_in, methods=["GET", "POST"]),
        Route("/sign-out", _signing_out, methods=["GET", "POST"]),
        Route(NEW_PASSWORD, new_password, methods=["GET", "POST"]),
        Route("/first", _first, methods=["GET", "POST"]),
    ]


async def _signing_in(request: Request) -> Response:
    if request.method != "POST":
        return _sign_in_form(own_place(request.query_params.get("next", "/")))
    try:
        given = await posted(request)
    except TrackerError as refusal:
        return refused_form(_("Sign in"), refusal)
    name, following = given.get("name", ""), own_place(given.get("next", "/"))
    try:
        visit = visit_of(request)
        token = await run_in_threadpool(sign_in, serving_store(), name, given.get("password", ""), visit)
    except StoreError as failure:
        return _sign_in_form(following, name=name, problem=failure_text(failure), status=503)
    except TrackerError as refusal:
        status, headers = refused_status(refusal)
        return _sign_in_form(following, name=name, problem=str(refusal), status=status, headers=headers)
    return await _signed_in(request, token, following)


def _sign_in_form(
    following: str, *, name: str = "", problem: str = "", status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    fields = (
        Field("next", value=following),
        Field("name", _("Name or e-mail address"), name, completes="username"),
        Field("password", _("Password"), kind="password", completes="current-password"),
    )
    title = _("Sign in")
    return form_page(title, "/sign-in", title, fields, problem=problem, status=status, headers=headers)


async def _signing_out(request: Request) -> Response:
    if request.method != "POST":
        return form_page(_("Sign out"), "/sign-out", _("Sign out"), ())
    try:
        await posted(request)
    except TrackerError as refusal:
        return refused_form(_("Sign out"), refusal)
    await end_sessions(request)
    # Not the cookies: the language stays, and by another the browser is let in while others guess.
    answer = RedirectResponse("/", status_code=303, headers={"Clear-Site-Data": '"cache", "storage"'})
    for cookie in request.cookies:
        if cookie == COOKIE or cookie.startswith(PROVIDER_COOKIE):
            answer.delete_cookie(cookie, path="/", httponly=True, samesite="lax")
    return answer


async def _first(request: Request) -> Response:
    if request.method != "POST":
        return await _first_form(request.query_params.get("key", ""))
    return await _make_first(request)


async def _first_form(key: str, *, problem: str = "", name: str = "", shown_name: str = "") -> Response:
    if not await run_in_threadpool(first_administrator.opens, serving_store(), key):
        text = _("This link has been used or is too old; start the server again for another one.")
        return message_page(_("First administrator"), text, status=403)
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


async def _make_first(request: Request) -> Response:
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
    return await _signed_in(request, token, "/")


async def _signed_in(request: Request, token: str, following: str) -> Response:
    """Return the answer that goes on with the new session in place of the one before; first to one's own password."""
    await end_sessions(request)
    store, session = serving_store(), hash_of_token(token)
    browser = await run_in_threadpool(remember_browser, store, session, visit_of(request).browser)
    if await run_in_threadpool(account_that_awaits_password, store, session):
        following = new_password_address(following)
    answer = RedirectResponse(following, status_code=303)
    answer.set_cookie(COOKIE, token, int(LONGEST.total_seconds()), path="/", httponly=True, samesite="lax")
    keep_browser(answer, browser)
    return answer
