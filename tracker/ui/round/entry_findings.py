"""Below the grid: for every draft what will be stored, what is in its way, what it does to the goals, the choices."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, b, div, fragment

from tracker.domain.entry.entries import EntryState
from tracker.language import _, instant_words
from tracker.services.goal.effects import Effect, effects
from tracker.services.history.people import person_name
from tracker.services.round.entry_results import Conflict
from tracker.ui.round.entry_details import text_field
from tracker.ui.round.entry_drafts import discard, keep_mine, take_theirs, take_value
from tracker.ui.round.entry_view import EntryView
from tracker.ui.round.round_form import RoundForm
from tracker.ui.session.callbacks import callback
from tracker.ui.session.store_handle import store
from tracker.ui.shell.view_settings import chosen_view
from tracker.ui.widgets.elements import quiet
from tracker.ui.widgets.escaping import markdown
from tracker.ui.widgets.findings import effect_list, finding_list, meaning


def entry_findings(form: RoundForm, views: Sequence[EntryView]) -> None:
    """Show every draft, every value sent back, and every value that somebody else is typing."""
    shown = [view for view in views if _is_shown(view)]
    st.header(_("What will be stored"), anchor=False)
    if not shown:
        st.caption(_("Type a value above: what it means, and what it does to the goals, appears here."))
        return
    st.caption(_("Drafts are kept as you type. Nothing counts before you submit it and a reviewer accepts it."))
    typed = {view.row.key: view.understood.actual for view in shown if view.open and view.understood.actual}
    moved = effects(store(), typed, chosen_view())
    for view in shown:
        with st.container(border=True):
            _finding(form, view, moved.get(view.row.key, ()))


def _is_shown(view: EntryView) -> bool:
    return view.open or view.conflict is not None or view.row.state is EntryState.RETURNED


def _finding(form: RoundForm, view: EntryView, moved: tuple[Effect, ...]) -> None:
    """Show one row: the value, the findings, the goals, and the buttons."""
    value, checks, goals, actions = st.columns([3, 4, 4, 2], gap="medium")
    indicator = view.row.indicator
    value.html(fragment[b[indicator.name], quiet(view.state_text), meaning(view.typed.value, view.understood)])
    checks.html(div[_returned(view), finding_list(view.understood) or _fine(view)])
    with checks:
        _answers(form, view)
    if moved:
        goals.html(fragment[effect_list(moved, chosen_view().rule)])
    with actions:
        _buttons(form, view)
    if view.conflict is not None:
        _choose_between(form, view, view.conflict)


def _answers(form: RoundForm, view: EntryView) -> None:
    """Ask for what the findings need: a comment to doubts, a reason for a correction."""
    if not view.open:
        return
    if view.understood.warnings:
        text_field(form, view.row, "comment", _("Comment: why is the value right?"), place="below")
    if view.row.on_record is not None:
        text_field(form, view.row, "reason", _("Why is the value on record corrected?"), place="below")


def _returned(view: EntryView) -> Element | None:
    """Return why a reviewer sent a value back."""
    entry = view.row.entry
    if entry is None or entry.state is not EntryState.RETURNED:
        return None
    who = person_name(store(), entry.reviewed_by or "")
    return div[b["↩ ", _("Returned by {who}: {reason}").format(who=who, reason=entry.review_reason)]]


def _fine(view: EntryView) -> str:
    if view.ready:
        return _("✓ Ready to submit")
    return _("Type a value, or say in “One value in detail” why there is none.") if view.open else ""


def _buttons(form: RoundForm, view: EntryView) -> None:
    """Offer what may have been meant, and to forget the draft."""
    indicator, proposal = view.row.key.indicator, view.understood.proposal
    if proposal and view.open:
        st.button(
            _("Take {value}").format(value=markdown(proposal)),
            key=form.widget(f"take {indicator}"),
            on_click=callback(take_value),
            args=(form, indicator, proposal),
            width="stretch",
            help=_("Puts this in the place of what you typed; it is still a draft."),
        )
    if view.open:
        st.button(
            _("Discard draft"),
            key=form.widget(f"discard {indicator}"),
            on_click=callback(discard),
            args=(form, indicator),
            width="stretch",
            type="tertiary",
        )


def _choose_between(form: RoundForm, view: EntryView, conflict: Conflict) -> None:
    """Tell whose newer value there is, and let the person choose."""
    indicator = view.row.key.indicator
    mine = conflict.by == form.person.account
    who = _("You, in another window,") if mine else markdown(person_name(store(), conflict.by))
    did = _("typed") if conflict.draft else _("submitted")
    theirs = conflict.theirs.value or _("no value")
    text = _("{who} {did} **{value}** on {when}.").format(
        who=who, did=did, value=markdown(theirs), when=instant_words(conflict.at.astimezone())
    )
    st.warning(text)
    left, right, _rest = st.columns([2, 2, 3])
    left.button(
        _("Take {value}").format(value=markdown(theirs)),
        key=form.widget(f"theirs {indicator}"),
        on_click=callback(take_theirs),
        args=(form, indicator, conflict.theirs),
        kwargs={"draft": conflict.draft},
        width="stretch",
    )
    if view.open:
        right.button(
            _("Keep mine: {value}").format(value=markdown(view.typed.value)),
            key=form.widget(f"mine {indicator}"),
            on_click=callback(keep_mine),
            args=(form, indicator),
            width="stretch",
        )
