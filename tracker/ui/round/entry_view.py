"""One row of a round as it is shown: what would be stored of what is typed, and what stands in its way."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.entry.entries import EntryState, Typed, Understood
from tracker.language import _
from tracker.services.round.entry_results import Conflict
from tracker.services.round.rounds import RoundRow
from tracker.services.round.understanding import needs_comment, understand
from tracker.ui.round.round_form import RoundForm


@dataclass(frozen=True, slots=True)
class EntryView:
    """A row with what is typed in this window, what it means, and whose newer value there is."""

    row: RoundRow
    typed: Typed
    understood: Understood
    conflict: Conflict | None
    open: bool

    @property
    def empty(self) -> bool:
        """Whether neither a value nor a reason for none is typed."""
        return not self.understood.words and not self.understood.problems

    @property
    def lacks_comment(self) -> bool:
        """Whether there are doubts that a comment has to answer."""
        return needs_comment(self.understood, self.typed)

    @property
    def ready(self) -> bool:
        """Whether the value can be submitted as it is."""
        waits = self.empty or bool(self.understood.problems) or self.lacks_comment or self.conflict is not None
        return self.open and not waits

    @property
    def state_text(self) -> str:
        """Return how far the value has come, with what is still to be done."""
        if not self.open:
            return state_words(self.row.state)
        if self.conflict is not None:
            return _("⇄ Whose value?")
        if self.understood.problems:
            lacks_reason = all(problem.column == "reason" for problem in self.understood.problems)
            return _("! Needs a reason") if lacks_reason else _("✗ Not possible")
        if self.lacks_comment:
            return _("! Needs a comment")
        return _("✎ Nothing typed") if self.empty else _("✎ Draft")


def state_words(state: EntryState) -> str:
    """Return how far a value has come, with a sign of its own."""
    return {
        EntryState.MISSING: _("○ Missing"),
        EntryState.DRAFT: _("✎ Draft"),
        EntryState.SUBMITTED: _("● Submitted"),
        EntryState.RETURNED: _("↩ Returned"),
        EntryState.ACCEPTED: _("✓ Accepted"),
    }[state]


def views_of(form: RoundForm) -> tuple[EntryView, ...]:
    """Return every row of a form as it is understood."""
    return tuple(_views(form))


def _views(form: RoundForm) -> Iterator[EntryView]:
    for row in form.wanted.rows:
        indicator, typed = row.key.indicator, form.typed(row)
        is_open = row.state is EntryState.DRAFT or indicator in form.unkept
        yield EntryView(
            row=row,
            typed=typed,
            understood=understand(typed, row.key, form.context),
            conflict=form.clashes.get(indicator) or row.other,
            open=is_open,
        )
