"""Browsers that have signed in before: let through while others guess at the account they signed in to."""

from datetime import datetime, timedelta

from tracker.services.accounts.sessions import hash_of_token, new_token
from tracker.store import Connection, Store
from tracker.store.accounts.known_browsers import find_browser, forget_browsers, put_browser
from tracker.store.accounts.sessions import find_session

#: How long a browser is known after it last signed in.
KNOWN = timedelta(days=180)
#: How many accounts a browser is known for at once; its cookie holds a token for each, the newest first.
_MOST_TOKENS = 8
_LONGEST = 1000


def known_browser(connection: Connection, now: datetime, account: str, cookie: str) -> str:
    """Return the hash of the token by which an account knows the browser with a cookie; empty where it does not."""
    return find_browser(connection, now - KNOWN, account, [hash_of_token(token) for token in _tokens(cookie)])


def remember_browser(store: Store, session: str, cookie: str) -> str:
    """Know the browser again in which a session has begun, and return the cookie that it keeps from now on.

    The token is a new one each time: a copy of the cookie made before is worth nothing for this account.
    """
    token, now = new_token(), store.clock()
    with store.write() as connection:
        begun = find_session(connection, session)
        if begun is None:
            return cookie
        before = known_browser(connection, now, begun.account, cookie)
        put_browser(connection, now, begun.account, hash_of_token(token), instead_of=before)
        forget_browsers(connection, now, now - KNOWN)
    others = [other for other in _tokens(cookie) if hash_of_token(other) != before]
    return ".".join([token, *others][:_MOST_TOKENS])


def _tokens(cookie: str) -> list[str]:
    return [token for token in cookie[:_LONGEST].split(".") if token][:_MOST_TOKENS]
