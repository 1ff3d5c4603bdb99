"""Middleware that gives a file the screen has made to whom it was made for, while they are who they were then."""

from collections.abc import Callable, Collection

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker.domain.people.roles import Person
from tracker.language import _
from tracker.web.access.identity import person_of_request

_PLACE = "/media/"
#: Gives those for whom the file of a name was made.
OwnersOf = Callable[[str], Collection[Person]]


def no_owners(_name: str) -> Collection[Person]:
    """Know of no file, where no screen makes any."""
    return ()


class Media:
    """Answers 404 to whoever asks for a file that was not made for them; what a visitor was given is for all."""

    def __init__(self, app: ASGIApp, *, owners_of: OwnersOf = no_owners) -> None:
        """Wrap the application."""
        self.app = app
        self.owners_of = owners_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless the file is the person's."""
        path = scope.get("path", "")
        if scope["type"] == "http" and path.startswith(_PLACE) and not await self._may_have(scope, path):
            refused = _("There is no such file here for you. Load the page again and make it there.")
            await PlainTextResponse(refused, status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    async def _may_have(self, scope: Scope, path: str) -> bool:
        owners = self.owners_of(path.removeprefix(_PLACE))
        if any(not owner.account for owner in owners):
            return True
        person = await person_of_request(HTTPConnection(scope)) if owners else None
        return person is not None and any(owner == person and owner.session == person.session for owner in owners)
