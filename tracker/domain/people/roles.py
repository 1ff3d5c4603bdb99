"""Who may do what: roles, the zones they hold for, and what they permit."""

from dataclasses import dataclass, field
from enum import StrEnum

from tracker.errors import NotAllowedError
from tracker.language import _


class Role(StrEnum):
    """What a person is here to do."""

    VIEWER = "viewer"
    OFFICIAL = "official"
    REVIEWER = "reviewer"
    PLANNER = "planner"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """What can be asked of the product by someone who is signed in (viewing alone may be open to all)."""

    VIEW = "view"
    REPORT = "report"
    REVIEW = "review"
    PLAN = "plan"
    PRESENT = "keep slides"
    READ_HISTORY = "read history"
    MANAGE_ACCOUNTS = "manage accounts"


_MAY: dict[Role, frozenset[Permission]] = {
    Role.VIEWER: frozenset({Permission.VIEW, Permission.PRESENT}),
    Role.OFFICIAL: frozenset({Permission.VIEW, Permission.PRESENT, Permission.REPORT, Permission.READ_HISTORY}),
    Role.REVIEWER: frozenset({Permission.VIEW, Permission.PRESENT, Permission.REVIEW, Permission.READ_HISTORY}),
    Role.PLANNER: frozenset({Permission.VIEW, Permission.PRESENT, Permission.PLAN, Permission.READ_HISTORY}),
    Role.ADMINISTRATOR: frozenset(
        {Permission.VIEW, Permission.PRESENT, Permission.READ_HISTORY, Permission.MANAGE_ACCOUNTS, Permission.PLAN}
    ),
}
# What is permitted in named zones and the zones under them alone.
_BY_ZONE = frozenset({Permission.REPORT, Permission.REVIEW})
#: Roles that hold for named zones.
ZONE_ROLES = frozenset(role for role, permissions in _MAY.items() if permissions & _BY_ZONE)
# What is kept under the name of the person who did it.
_BY_ACCOUNT = frozenset({Permission.PRESENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who asks: the account, the name to show, the role, and the zones it holds for with all under them.

    `session` is the hash of the token they are signed in with, by which the store is asked again before it is written.
    """

    account: str
    name: str
    role: Role
    zones: frozenset[str] = frozenset()
    session: str = field(default="", compare=False, repr=False)

    def may(self, permission: Permission, zone: str | None = None) -> bool:
        """Return whether the person may do something, in a zone where that is bound to zones."""
        allowed = permission in _MAY[self.role] and (bool(self.account) or permission not in _BY_ACCOUNT)
        return allowed and (permission not in _BY_ZONE or zone is None or zone in self.zones)

    def require(self, permission: Permission, zone: str | None = None) -> None:
        """Refuse what the person may not do; NotAllowedError."""
        if not self.may(permission, zone):
            raise NotAllowedError(_("Your role does not allow this."))


#: Someone who has not signed in, where the display is open to all.
VISITOR = Person(account="", name="", role=Role.VIEWER)


def role_word(role: Role) -> str:
    """Return a role as people read it."""
    return {
        Role.VIEWER: _("Viewer"),
        Role.OFFICIAL: _("Official"),
        Role.REVIEWER: _("Reviewer"),
        Role.PLANNER: _("Planner"),
        Role.ADMINISTRATOR: _("Administrator"),
    }[role]
