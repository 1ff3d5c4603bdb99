"""What the forms of accounts share: the choice of a role and its zones, and how a deed is told."""

from collections.abc import Callable, Sequence

import streamlit as st

from tracker.domain.people.roles import Role, role_word
from tracker.errors import TrackerError
from tracker.language import _
from tracker.services.scopes import zones_to_choose
from tracker.ui.session.store_handle import store
from tracker.ui.session.view_settings import look
from tracker.ui.widgets.messages import say_next, to_say

_DONE = "what was done with an account"


def role_field(key: str, role: Role = Role.VIEWER) -> Role:
    """Draw the roles to choose from."""
    roles = list(Role)
    chosen = st.selectbox(_("Role"), roles, index=roles.index(role), format_func=role_word, key=key)
    return Role(chosen)


def zones_field(key: str, zones: Sequence[str] = ()) -> list[str]:
    """Draw the zones an official or a reviewer is named for."""
    named = zones_to_choose(store(), look())
    hint = _("For officials and reviewers: these zones and all under them.")
    kept = [zone for zone in zones if zone in named]
    return list(
        st.multiselect(_("Zones"), list(named), kept, format_func=lambda zone: named[zone].strip(), key=key, help=hint)
    )


def do(deed: Callable[[], object], done: str, afterwards: Callable[[], object] = lambda: None) -> None:
    """Do a deed and draw the page anew, or show why it was refused; `afterwards` follows a deed that was done."""
    try:
        deed()
    except TrackerError as refusal:
        st.error(_("This cannot be done:"))
        st.text(str(refusal))
        return
    say_next(_DONE, done)
    afterwards()
    st.rerun()


def tell_done() -> None:
    """Show what the last deed did."""
    if told := to_say(_DONE):
        st.success(_("Done."))
        st.text(told)
