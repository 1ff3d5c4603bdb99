"""Middleware for files: those the screen made reach only whom they were made for; those handed over are limited."""

from collections.abc import Callable, Collection, Mapping

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.domain.people.roles import Permission, Person
from tracker.language import _, sentences
from tracker.web.access.identity import person_of_request

_MADE_PLACE = "/media/"
#: Gives those for whom the file of a name was made.
OwnersOf = Callable[[str], Collection[Person]]


def no_owners(_name: str) -> Collection[Person]:
    """Return no owner, where no screen makes files."""
    return ()


class Media:
    """Answers 404 to anybody who asks for a file made for others; what a visitor was given is for all."""

    def __init__(self, app: ASGIApp, *, owners_of: OwnersOf = no_owners) -> None:
        """Wrap the application."""
        self.app = app
        self.owners_of = owners_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless the file is the person's."""
        path = scope.get("path", "")
        if scope["type"] == "http" and path.startswith(_MADE_PLACE) and not await self._may_have(scope, path):
            refused = _("There is no such file here for you. Load the page again and make it there.")
            await PlainTextResponse(refused, status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    async def _may_have(self, scope: Scope, path: str) -> bool:
        owners = self.owners_of(path.removeprefix(_MADE_PLACE))
        if any(not owner.account for owner in owners):
            return True
        person = await person_of_request(HTTPConnection(scope)) if owners else None
        return person is not None and any(owner == person and owner.session == person.session for owner in owners)


_UPLOAD_PLACE = "/_stcore/upload_file/"
_MB = 1024 * 1024
#: The megabytes of one file, of the files the server holds for one person and of those it holds for all.
LARGEST, MOST_OF_ONE, MOST_OF_ALL = 50, 200, 500
#: The files the server holds for one person.
MOST_FILES = 100
# What a browser writes around a file in the form that carries it.
_AROUND = 64 * 1024

Place = tuple[str, str]
#: Gives the bytes of each file that the server holds, by its window and its own identifier.
Held = Callable[[], Mapping[Place, int]]


def nothing_held() -> Mapping[Place, int]:
    """Return no file, where no screen takes any."""
    return {}


class Uploads:
    """Refuses a file in words, before any of it is read, to whom may not hand it over or where there is no room."""

    def __init__(self, app: ASGIApp, *, held: Held = nothing_held) -> None:
        """Wrap the application."""
        self.app = app
        self.held = held
        self._coming: dict[Place, int] = {}
        self._whose: dict[Place, str] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a file in, or say why not."""
        path = scope.get("path", "")
        if scope["type"] != "http" or scope["method"] != "PUT" or not path.startswith(_UPLOAD_PLACE):
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        person = await person_of_request(connection)
        window, _slash, file = path.removeprefix(_UPLOAD_PLACE).partition("/")
        if refused := self._refused(person, (window, file), size := _declared(connection)):
            status, words = refused
            await PlainTextResponse(words, status_code=status)(scope, receive, send)
            return
        await self._take((window, file), size or 0, scope, receive, send)

    async def _take(self, place: Place, size: int, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a file in; until it is held, its room is taken."""
        self._coming[place] = size
        try:
            await self.app(scope, receive, send)
        finally:
            self._coming.pop(place, None)

    def _refused(self, person: Person | None, place: Place, size: int | None) -> tuple[int, str] | None:
        """Return status and words of a refusal; None where the file may come, whose room is then the person's."""
        if person is None:
            return 401, _("Sign in first.")
        if not (person.may(Permission.REPORT) or person.may(Permission.PLAN)):
            return 403, _("Your role hands over no files. Officials, planners and administrators do.")
        if size is None:
            return 411, _("Say how large the file is before it is sent.")
        if size > LARGEST * _MB + _AROUND:
            return 413, _("The file is too large: at most {size} MB are taken.").format(size=LARGEST)
        return self._no_room(person, place, size)

    def _no_room(self, person: Person, place: Place, size: int) -> tuple[int, str] | None:
        """Return a refusal where what is held and what is coming leave no room."""
        if place in self._coming:
            return 409, _("This file is being sent already.")
        sizes = {**self.held(), **self._coming}
        sizes.pop(place, None)
        self._whose = {other: account for other, account in self._whose.items() if other in sizes}
        own = [sizes[other] for other, account in self._whose.items() if account == person.account]
        if len(own) >= MOST_FILES or sum(own) + size > MOST_OF_ONE * _MB:
            words = _("You have handed over {count} files, {size} MB together, which is all there is room for.")
            refusal = words.format(count=len(own), size=sum(own) // _MB)
            return 429, sentences(refusal, _("Close the windows you no longer need, then try again."))
        if sum(sizes.values()) + size > MOST_OF_ALL * _MB:
            return 503, _("The server holds as many files as it can; try again in a few minutes.")
        self._whose[place] = person.account
        return None


def _declared(connection: HTTPConnection) -> int | None:
    """Return how large a file is said to be, by which the server reads no further; None where it is not said."""
    length = connection.headers.get("content-length", "")
    in_pieces = "transfer-encoding" in connection.headers
    return int(length) if length.isascii() and length.isdigit() and len(length) < 16 and not in_pieces else None
