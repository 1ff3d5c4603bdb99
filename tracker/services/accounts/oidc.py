"""People an identity provider vouches for: their e-mail address leads to an account an administrator made."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.services.accounts.sessions import LONGEST, hash_of_token
from tracker.services.accounts.sign_in import Visit
from tracker.store import Store
from tracker.store.accounts.accounts import find_account, signed_out_at
from tracker.store.accounts.sessions import begin_session, find_session


@dataclass(frozen=True, slots=True)
class VerifiedIdentity:
    """What an identity provider says: who, by which proof (one a sign-in), and when it was given."""

    email: str
    proof: str
    issued: datetime


def identity_of_claims(claims: "dict[str, object]") -> VerifiedIdentity | None:
    """Read the claims of an identity token; None where they name no verified e-mail address or no time."""
    email, issued = claims.get("email"), _instant(claims.get("iat"))
    # A provider that leaves it open whether an address is verified may let anybody name the address of somebody else.
    if not isinstance(email, str) or issued is None or claims.get("email_verified") is not True:
        return None
    proof = "\n".join(str(claims.get(name)) for name in ("iss", "sub", "iat", "nonce", "email"))
    return VerifiedIdentity(email.strip().lower(), proof, issued)


def session_of_identity(store: Store, vouched: VerifiedIdentity, visit: Visit) -> str | None:
    """Return the session of a sign-in at the provider (its token's hash), begun when it is first seen.

    None where nobody has the address, the account is disabled, the proof is too old, or the account was signed out
    everywhere since.
    """
    session, now = hash_of_token(vouched.proof), store.clock()
    with store.read() as connection:
        if find_session(connection, session) is not None:
            return session
        account = find_account(connection, vouched.email)
        ended = signed_out_at(connection, vouched.email)
    stale = now - vouched.issued > LONGEST or (ended is not None and vouched.issued <= ended)
    if account is None or account.disabled or stale:
        return None
    with store.write() as connection:
        if find_session(connection, session) is None:
            begin_session(connection, now, session, account.account, visit.address, visit.agent, vouched=True)
    return session


def _instant(seconds: object) -> datetime | None:
    """Read the seconds of a claim; None where they are none."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
