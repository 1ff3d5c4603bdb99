"""What a page leaves for later - callbacks, fragments, files - each of which asks again who is there before it acts."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, ParamSpec

import streamlit as st
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tracker.domain.people.roles import VISITOR, Person
from tracker.errors import NotAllowedError
from tracker.language import _, in_this_language
from tracker.services.accounts.sessions import person_of_session
from tracker.ui.session import person as asking
from tracker.ui.session.files_in_memory import hand_out
from tracker.ui.session.language import speak_for_visit
from tracker.ui.session.store_handle import store

_MADE_FOR, _REFUSED = "person the page was made for", "the last click was refused"
_Taken = ParamSpec("_Taken")


def begin_page() -> Person:
    """Return who is looking, a visitor where nobody is signed in; what the page leaves for later is for them."""
    looking = asking.known_person() or VISITOR
    st.session_state[_MADE_FOR] = looking
    return looking


def callback(act: Callable[..., object]) -> Callable[..., None]:
    """Return an action for `on_click` or `on_change` that is done for whom the page was made, while they are that."""
    person = _made_for()

    @wraps(act)
    def asked(*args: Any, **kwargs: Any) -> None:
        speak_for_visit()
        if _looking() == person:
            act(*args, **kwargs)
        else:
            st.session_state[_REFUSED] = True

    return asked


def keeping(act: Callable[..., None]) -> Callable[..., None]:
    """Return an action that keeps what was typed for its person, where they have to sign in first too.

    It puts texts into an open form, and asks itself who is there before it writes to the store.
    """

    @wraps(act)
    def kept(*args: Any, **kwargs: Any) -> None:
        speak_for_visit()
        act(*args, **kwargs)

    return kept


def fragment(draw: Callable[_Taken, None]) -> Callable[_Taken, None]:
    """Have a part of the page redrawn by itself, while it is for whom the page was made for; else the whole page is."""

    @wraps(draw)
    def begin(*args: _Taken.args, **kwargs: _Taken.kwargs) -> None:
        person = _made_for()

        @st.fragment
        @wraps(draw)
        def redraw() -> None:
            speak_for_visit()
            if _looking() != person:
                st.session_state[_REFUSED] = True
                st.rerun()
            draw(*args, **kwargs)

        redraw()

    return begin


def download(
    label: str,
    make: Callable[[], bytes],
    file_name: str,
    mime: str,
    *,
    key: str | None = None,
    type: Literal["primary", "secondary"] = "secondary",  # noqa: A002 - Streamlit's own word
    help: str | None = None,  # noqa: A002 - Streamlit's own word
    width: Literal["content", "stretch"] = "content",
) -> None:
    """Draw a button that makes a file when it is pressed, for whom the page was made for and for nobody else."""
    person, context = _made_for(), get_script_run_ctx()
    window = context.session_id if context else ""

    def made() -> bytes:
        _refuse_another(person, window)
        content = make()
        # Making a file takes a while, in which a person may be signed out.
        _refuse_another(person, window)
        hand_out(person, content, mime, file_name)
        return content

    st.download_button(
        label,
        in_this_language(made),
        file_name,
        mime,
        key=key,
        help=help,
        on_click="ignore",
        type=type,
        width=width,
    )


def say_refused() -> None:
    """Say that the last click did nothing, where the page was made for somebody who is not there any more."""
    if not st.session_state.pop(_REFUSED, False):
        return
    if asking.session_ended():
        st.warning(_("Your session has ended, so the last click did nothing. Sign in, then do it again."))
    else:
        st.warning(_("Your account was changed meanwhile, so the last click did nothing. Look again, then repeat it."))


def _made_for() -> Person:
    """Return whom the page was made for; asked of the store where a page is run without its frame."""
    noted = st.session_state.get(_MADE_FOR)
    return noted if isinstance(noted, Person) else _looking()


def _looking() -> Person:
    return asking.known_person() or VISITOR


def _refuse_another(person: Person, window: str) -> None:
    """Refuse a file to whom the page was not made for, and have the page say so; NotAllowedError.

    Files are made outside the page's own run, so the store is asked by the session itself.
    """
    now = (person_of_session(store(), person.session) if person.session else None) or VISITOR
    if now == person:
        return
    shown = get_instance()._session_mgr.get_session_info(window)  # noqa: SLF001 - there is no public way to redraw
    if shown is not None:
        session = shown.session
        session.session_state[_REFUSED] = True
        session.request_rerun(session._client_state)  # noqa: SLF001 - the page as it was last asked for
    raise NotAllowedError(_("This page was made for somebody who is not signed in any more; load it again."))
