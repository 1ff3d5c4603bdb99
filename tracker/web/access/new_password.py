"""The page on which somebody whose password was set by others chooses one, before anything else is possible."""

from math import ceil
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tracker.errors import NotAllowedError, RefusedInputError, StoreError, TrackerError
from tracker.language import _
from tracker.services.accounts.account_passwords import choose_first_password
from tracker.services.accounts.guessing import KNOWN, remember_browser
from tracker.services.accounts.passwords import SHORTEST, BusyError
from tracker.services.accounts.sessions import account_that_awaits_password
from tracker.services.accounts.sign_in import SlowedDownError
from tracker.services.stores import serving_store
from tracker.web.access.form_pages import Field, form_page, message_page, own_place, posted, refused_form
from tracker.web.access.identity import BROWSER_COOKIE, session_of, visit_of
from tracker.web.store_failures import failure_text

NEW_PASSWORD = "/new-password"  # noqa: S105 - an address, not a password


def new_password_address(following: str) -> str:
    """Return the address of the page, which leads on to another."""
    return f"{NEW_PASSWORD}?{urlencode({'next': following})}"


async def new_password(request: Request) -> Response:
    """Return the form, or take it; lead on where nothing is left to choose."""
    following = own_place(request.query_params.get("next", "/"))
    if request.method == "POST":
        return await _choose(request)
    if await run_in_threadpool(account_that_awaits_password, serving_store(), session_of(request)) is None:
        return RedirectResponse(following, status_code=303)
    return _form(following)


async def _choose(request: Request) -> Response:
    try:
        given = await posted(request)
    except TrackerError as refusal:
        return refused_form(_("Choose a password"), refusal)
    following, new = own_place(given.get("next", "/")), given.get("new", "")
    if new != given.get("again"):
        return _form(following, problem=_("The two passwords differ."), status=400)
    store, session, visit = serving_store(), session_of(request), visit_of(request)
    try:
        await run_in_threadpool(choose_first_password, store, session, given.get("old", ""), new, visit)
        browser = await run_in_threadpool(remember_browser, store, session, visit.browser)
    except NotAllowedError as refusal:
        return message_page(_("Choose a password"), str(refusal), status=403)
    except StoreError as failure:
        return _form(following, problem=failure_text(failure), status=503)
    except TrackerError as refusal:
        status, headers = refused_status(refusal)
        return _form(following, problem=str(refusal), status=status, headers=headers)
    answer = RedirectResponse(following, status_code=303)
    keep_browser(answer, browser)
    return answer


def _form(following: str, *, problem: str = "", status: int = 200, headers: dict[str, str] | None = None) -> Response:
    hint = _("At least {count} characters that nobody would guess").format(count=SHORTEST)
    fields = (
        Field("next", value=following),
        Field("old", _("Password until now"), kind="password", completes="current-password"),
        Field("new", _("New password"), kind="password", completes="new-password", hint=hint),
        Field("again", _("The new password again"), kind="password", completes="new-password"),
    )
    before = _("Somebody else has set your password. Choose one that you alone know; everything else comes after that.")
    title, button = _("Choose a password"), _("Change the password")
    messages = {"before": before, "problem": problem}
    return form_page(title, NEW_PASSWORD, button, fields, **messages, status=status, headers=headers)


def refused_status(refusal: TrackerError) -> tuple[int, dict[str, str]]:
    """Return the status of a refusal to check a password, and the header that says when to come again."""
    if isinstance(refusal, SlowedDownError):
        return 429, {"Retry-After": str(max(1, ceil(refusal.wait.total_seconds())))}
    if isinstance(refusal, BusyError):
        return 503, {"Retry-After": "5"}
    return (400 if isinstance(refusal, RefusedInputError) else 401), {}


def keep_browser(answer: Response, cookie: str) -> None:
    """Have the browser keep by what it is known again."""
    age = int(KNOWN.total_seconds())
    answer.set_cookie(BROWSER_COOKIE, cookie, max_age=age, path="/", httponly=True, samesite="lax")
