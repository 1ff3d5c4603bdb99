"""A file to download, made when somebody asks for it, with its progress shown."""

from collections.abc import Callable, Mapping

import streamlit as st

from tracker.briefings.files import FileKind, Written
from tracker.errors import TrackerError
from tracker.language import _
from tracker.ui.session.callbacks import download, fragment
from tracker.ui.widgets.escaping import markdown

# One file for each person: the next takes its place.
_MADE = "file to download"


@fragment
def offer_files(files: Callable[[], Mapping[str, FileKind]], about: object, *, key: str) -> None:
    """Let a person pick a kind of file, make it and save it; a file made `about` something else is not offered."""
    kinds = files()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = st.selectbox(
            _("File to download"),
            list(kinds),
            format_func=lambda kind: kinds[kind].label,
            key=f"{key} kind",
            width=420,
        )
        asked = st.button(_("Make the file"), key=f"{key} make")
    wanted = (about, picked)
    if asked:
        st.session_state[_MADE] = (wanted, _made(kinds[picked]))
    made_for, made = st.session_state.get(_MADE, (None, None))
    if made is not None and made_for == wanted:
        download(
            _("Save the file"),
            lambda: made.content,
            made.name,
            made.media_type,
            key=f"{key} save",
            type="primary",
            help=markdown(made.name),
        )


def _made(kind: FileKind) -> Written | None:
    """Write the file while a bar says how far it is; return None where it could not be written, which is said."""
    bar = st.progress(0.0, _("The file is being made…"))

    def on_slide(done: int, of: int) -> None:
        text = _("{done} of {of}").format(done=done, of=of)
        bar.progress(min(1.0, done / max(1, of)), text)

    try:
        return kind.write(on_slide)
    except TrackerError as refusal:
        st.error(markdown(str(refusal)))
        return None
    finally:
        bar.empty()
