"""A bundle handed over in the browser: looked at first, loaded when told to."""

import secrets
from collections.abc import Iterable

import streamlit as st

from tracker.domain.field_words import field_word
from tracker.domain.people.roles import Person
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.table.table_reading import FileChoices
from tracker.language import _, labelled, listed, ngettext, number, remarks
from tracker.services.bundles.bundle_checking import BundleCheck, Row, Upload, check_bundle, import_upload, laid_out
from tracker.ui.planning.saving import say_saved
from tracker.ui.session.store_handle import store
from tracker.ui.widgets.elements import plain_table
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.file_choices import chosen_file, file_choices

_TOKEN, _MOST_SHOWN = "token of the upload", 100


def take_upload() -> Upload:
    """Draw the field for files, and return what was handed over."""
    token = st.session_state.setdefault(_TOKEN, secrets.token_urlsafe(16))
    files = st.file_uploader(
        _("A workbook (.xlsx), or the CSV files of one bundle"),
        type=["xlsx", "csv"],
        accept_multiple_files=True,
        key=f"upload {token}",
    )
    file_choices(f"upload {token}", decimals=False)
    return [(file.name, file.getvalue()) for file in files]


def show_upload(person: Person, upload: Upload) -> None:
    """Say what loading would do, and offer to do it; every problem is told at once."""
    try:
        with laid_out(upload) as path:
            check = check_bundle(store(), person, path, _choices())
    except RefusedInputError as refused:
        _show_problems(refused)
        return
    _show_check(check)
    if check.nothing_to_do:
        st.info(_("Nothing differs from what is stored; there is nothing to load."))
        return
    reason = st.text_input(_("Why is it loaded?"), key="reason of the upload")
    if st.button(_("Load it"), type="primary", key=f"load {st.session_state[_TOKEN]}"):
        _load(person, upload, reason)


def _choices() -> FileChoices:
    """Return what was said of the files that were handed over."""
    return chosen_file(f"upload {st.session_state[_TOKEN]}")


def _load(person: Person, upload: Upload, reason: str) -> None:
    try:
        with laid_out(upload) as path:
            import_upload(store(), person, path, reason=reason, token=st.session_state[_TOKEN], choices=_choices())
    except RefusedInputError as refused:
        _show_problems(refused)
        return
    say_saved(_("Loaded: {files}").format(files=listed(name for name, _content in upload)))
    del st.session_state[_TOKEN]
    st.rerun()


def _show_problems(refused: RefusedInputError) -> None:
    count = _places(refused.problems)
    summary = ngettext("{count} problem; nothing was loaded.", "{count} problems; nothing was loaded.", count)
    st.error(summary.format(count=number(count)))
    heads = (_("Where"), _("What is wrong"), _("Seen"), _("Right would be"))
    rows = [
        (
            problem.place,
            remarks((problem.wrong, problem.repeated)),
            problem.seen,
            problem.right,
        )
        for problem in refused.problems[:_MOST_SHOWN]
    ]
    st.html(plain_table(heads, rows, ("short",)))


def _places(problems: Iterable[Problem]) -> int:
    """Count the places at which something is."""
    return sum(problem.count for problem in problems)


def _show_check(check: BundleCheck) -> None:
    summary = _("{new} new · {changed} changed · {same} unchanged · {gone} not in the bundle any more")
    counts = {"new": check.new_count, "changed": check.changed_count, "same": check.unchanged_count}
    words = summary.format(**{name: number(count) for name, count in counts.items()}, gone=number(check.gone_count))
    st.header(markdown(words), anchor=False)
    if check.changed:
        _rows(
            _("Changed"),
            (_("File"), _("What"), _("From → to")),
            [(row.file, row.words, _changes(row)) for row in check.changed],
        )
    if check.new:
        _rows(_("New"), (_("File"), _("What")), [(row.file, row.words) for row in check.new])
    if check.gone:
        _rows(
            _("In the store, not in the bundle"), (_("File"), _("What")), [(row.file, row.words) for row in check.gone]
        )
        st.caption(_("These stay as they are; loading deletes nothing."))
    if check.warnings:
        with st.expander(_("Doubtful, but no hindrance ({count})").format(count=number(_places(check.warnings)))):
            st.text("\n".join(str(warning) for warning in check.warnings[:_MOST_SHOWN]))


def _changes(row: Row) -> str:
    return "\n".join(labelled(field_word(change.field), f"{change.theirs} → {change.yours}") for change in row.changes)


def _rows(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    st.markdown(f"**{title}**")
    st.html(plain_table(heads, rows[:_MOST_SHOWN], ("short",)))
    if len(rows) > _MOST_SHOWN:
        st.caption(_("The first {count} are shown.").format(count=_MOST_SHOWN))
