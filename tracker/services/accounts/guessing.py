"""How guessing of passwords is slowed down: by growing delays, which browsers known to an account are spared."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from tracker.services.accounts.sessions import hash_of_token, new_token
from tracker.store import Connection, Store
from tracker.store.accounts.accounts import signed_out_at, unlocked_at
from tracker.store.accounts.known_browsers import find_browser, forget_browsers, write_browser
from tracker.store.accounts.sessions import addresses_of, find_session
from tracker.store.accounts.sign_in_attempts import failures

#: How long a failure counts.
COUNTED = timedelta(days=1)
#: How long after an administrator's release failures elsewhere slow nobody down.
RELEASED = timedelta(minutes=15)
_NEVER = timedelta()

#: How long a browser is known after it last signed in.
KNOWN = timedelta(days=180)
#: How many accounts a browser is known for at once; its cookie holds a token for each, the newest first.
_MOST_TOKENS = 8
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Limit:
    """How many failures are free, and how the wait after each further one grows."""

    free: int
    first: timedelta
    longest: timedelta

    def wait(self, count: int) -> timedelta:
        """Return how long to wait after a number of failures."""
        if count < self.free:
            return _NEVER
        # More doublings than these lead over every longest wait.
        doublings = min(count - self.free, 20)
        return min(self.first * (1 << doublings), self.longest)


#: One account from one address, or from one browser that is known.
PAIR = Limit(5, timedelta(seconds=15), timedelta(minutes=15))
#: One account, from all addresses from which it has not signed in before.
ACCOUNT = Limit(100, timedelta(seconds=1), timedelta(minutes=1))
#: One address, with all accounts that have not signed in from it before.
ADDRESS = Limit(50, timedelta(seconds=1), timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class Standing:
    """How an attempt stands: by which token its browser is known, how long it has to wait, whether many failed before.

    `familiar` says that the account has signed in from here before, by this browser or from this network.
    """

    browser: str
    familiar: bool
    wait: timedelta
    suspicious: bool


def standing(connection: Connection, now: datetime, account: str, network: str, browser: str) -> Standing:
    """Judge an attempt to sign in to an account from a network, by a browser that is known by its token's hash."""
    unlocked = unlocked_at(connection, account)
    since = max(now - COUNTED, unlocked) if unlocked else now - COUNTED
    if browser:
        # Where the known browser itself was slowed down, it may still be let in like any other.
        known = _waiting(connection, now, since, PAIR, account=account, browser=browser)
        if not known[0]:
            return Standing(browser, familiar=True, wait=_NEVER, suspicious=known[1])
    familiar = network in map(network_of, addresses_of(connection, account, signed_out_at(connection, account)))
    waits = [_waiting(connection, now, since, PAIR, account=account, address=network, browser="")]
    if not familiar and (unlocked is None or now - unlocked > RELEASED):
        waits.append(_waiting(connection, now, since, ACCOUNT, account=account, browser=""))
        waits.append(_waiting(connection, now, now - COUNTED, ADDRESS, address=network, browser=""))
    wait, suspicious = max(wait for wait, _many in waits), any(many for _wait, many in waits)
    return Standing("", familiar=familiar, wait=wait, suspicious=suspicious)


def network_of(address: str) -> str:
    """Return what counts as one address: of IPv6 the network that one customer has, 64 bits."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(ip, IPv6Address):
        return str(ip)
    if ip.ipv4_mapped:
        return str(ip.ipv4_mapped)
    return str(ip_network((ip, 64), strict=False))


def _waiting(
    connection: Connection, now: datetime, since: datetime, limit: Limit, **same: str
) -> tuple[timedelta, bool]:
    """Return how long is still to wait by one limit, and whether its free failures are used up."""
    failed = failures(connection, since, **same)
    whole = limit.wait(failed.count)
    left = failed.last + whole - now if failed.last else _NEVER
    # A clock that was set back must not make anybody wait longer than the whole time.
    return min(max(left, _NEVER), whole), failed.count >= limit.free


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
        write_browser(connection, now, begun.account, hash_of_token(token), instead_of=before)
        forget_browsers(connection, now, now - KNOWN)
    others = [other for other in _tokens(cookie) if hash_of_token(other) != before]
    return ".".join([token, *others][:_MOST_TOKENS])


def _tokens(cookie: str) -> list[str]:
    return [token for token in cookie[:_LONGEST].split(".") if token][:_MOST_TOKENS]
