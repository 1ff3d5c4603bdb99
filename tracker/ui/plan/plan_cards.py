"""The table of a plan's goals on a phone: each row a card of its own."""

from collections.abc import Iterable

from htpy import Element, Node, fragment

from tracker.language import MISSING, _
from tracker.services.plan_table import SheetRow, dated
from tracker.ui.plan.plan_grid import percent_or_missing
from tracker.ui.shell.links import link_to
from tracker.ui.widgets.badges import badge
from tracker.ui.widgets.elements import plain_table


def goal_cards(rows: Iterable[SheetRow]) -> Element:
    """Return rows of the table as cards that lead to their goals."""
    first = (_("Indicator"), _("Status"), _("Goal"), _("Due"), _("Latest"), _("Progress"), _("Gap"))
    then = (_("Required pace"), _("Completion"), _("Unit"), _("Nature"), _("Baseline"), _("Why"))
    return plain_table((*first, *then), [_card(row) for row in rows])


def _card(row: SheetRow) -> tuple[Node, ...]:
    return (
        link_to(row.indicator, "goal", goal=row.goal),
        fragment[badge(row.status), row.overdue and (" ", _("overdue"))],
        row.asked,
        str(row.due or MISSING),
        dated(row.latest, row.latest_year),
        percent_or_missing(row.progress),
        row.gap,
        row.required,
        percent_or_missing(row.completion),
        row.unit,
        row.nature,
        dated(row.baseline, row.baseline_year),
        row.why,
    )
