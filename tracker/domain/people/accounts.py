"""Accounts: who may sign in, how an account is named, and what is done with one."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.domain.people.roles import ZONE_ROLES, Role
from tracker.domain.text import clean_text, refused
from tracker.language import _, listed

LONGEST_ACCOUNT = 100
#: How the history keeps that an account is the first administrator's; whoever reads it is told in their language.
FIRST_ADMINISTRATOR = "first administrator"
_ACCOUNT = re.compile(r"[a-z0-9][a-z0-9._+-]*(@[a-z0-9][a-z0-9.-]*)?")


class AccountEventKind(StrEnum):
    """What the history of accounts tells."""

    SIGNED_IN = "signed in"
    FAILED = "failed to sign in"
    SLOWED = "slowed down after failures"
    SIGNED_OUT = "signed out"
    SIGNED_OUT_EVERYWHERE = "signed out everywhere"
    ADDED = "added"
    DISABLED = "disabled"
    ENABLED = "enabled"
    UNLOCKED = "failures forgotten"
    PASSWORD_CHANGED = "password changed"  # noqa: S105 - what was done, not a password
    ACCESS_CHANGED = "role changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account as it stands; `zones` are those that were named, without the zones under them.

    Where somebody else gave the password, its owner has to choose one before anything else.
    """

    account: str
    name: str
    role: Role
    zones: tuple[str, ...] = ()
    disabled: bool = False
    has_password: bool = False
    password_given: bool = False
    created_at: datetime
    changed_at: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEvent:
    """One entry of the history of accounts: who did what with which account, from where."""

    id: int
    at: datetime
    who: str
    deed: AccountEventKind
    account: str
    address: str | None
    detail: str | None
    hash: str


def account_key(text: str) -> str:
    """Return the name of an account as it is kept: lower case, a slug or an e-mail address; RefusedInputError else."""
    key = clean_text(text, limit=LONGEST_ACCOUNT).lower()
    if not _ACCOUNT.fullmatch(key):
        raise refused(_("this is no account name"), text, _("an e-mail address, or letters a-z, digits, - _ and ."))
    return key


def checked_zones(role: Role, zones: tuple[str, ...]) -> tuple[str, ...]:
    """Return the zones of a role in order; RefusedInputError where a role needs zones or takes none."""
    if role in ZONE_ROLES and not zones:
        raise refused(_("this role holds for named zones, and none is named"), role, _("at least one zone"))
    if role not in ZONE_ROLES and zones:
        raise refused(_("this role holds everywhere and takes no zones"), listed(zones), _("no zones"))
    return tuple(sorted(set(zones)))
