"""The newest hashes of the history with what they are for, and the question whether a noted one is still in it."""

import streamlit as st

from tracker.domain.people.roles import Person
from tracker.language import _, instant_words, number
from tracker.services.history_hashes import find_hash, is_hash, shown_hashes
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.escaping import markdown


def history_hashes(person: Person) -> None:
    """Show the newest hashes and the field for a noted one."""
    st.header(_("Has anything been edited behind the program’s back?"), anchor=False)
    st.write(
        _(
            "Each deed is sealed with a hash over itself and all before it. Note these lines outside this program, on"
            " paper or in a mail: whoever later edits the past, even together with its hashes, cannot bring back a"
            " hash that was noted."
        )
    )
    for line in shown_hashes(store(), person):
        st.code(line, language=None, wrap_lines=True)
    noted = st.text_input(_("A hash that was noted"), key="noted hash", max_chars=300)
    if noted.strip():
        _answer(noted)


def _answer(noted: str) -> None:
    """Say whether a noted hash is in the history."""
    if not is_hash(noted):
        said = _("A hash has 64 digits and letters from a to f, which this has not: {noted}")
        st.warning(said.format(noted=markdown(noted)))
        return
    found = find_hash(store(), noted)
    if found is None:
        st.error(_("This hash is not in the history: what it covered has been edited, or it is of another store."))
        return
    said = _("This hash is in the history: {chain}, number {count}, {at}. The command verify checks what it covers.")
    st.success(said.format(chain=markdown(found.chain), count=number(found.number), at=instant_words(found.at)))
