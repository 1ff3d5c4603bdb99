"""The roles as people read them."""

from tracker.domain.roles import Role
from tracker.language import _


def role_word(role: Role) -> str:
    """Say a role."""
    return {
        Role.VIEWER: _("Viewer"),
        Role.OFFICIAL: _("Official"),
        Role.REVIEWER: _("Reviewer"),
        Role.PLANNER: _("Planner"),
        Role.ADMINISTRATOR: _("Administrator"),
    }[role]
