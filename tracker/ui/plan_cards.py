"""The table of a plan's goals as HTML: on a phone each row a card, and everywhere rows that the keyboard reaches."""

from collections.abc import Iterable

from tracker.language import MISSING, _, percent_value
from tracker.services.plan_table import SheetRow
from tracker.ui.badges import badge_html
from tracker.ui.links import link_html
from tracker.ui.safe import shown_html
from tracker.ui.tables import Cell, Html, table_html


def cards_html(rows: Iterable[SheetRow]) -> str:
    """Write rows of the table as cards that lead to their goals."""
    first = (_("Indicator"), _("Status"), _("Goal"), _("Due"), _("Latest"), _("Progress"), _("Gap"))
    then = (_("Required pace"), _("Completion"), _("Unit"), _("Nature"), _("Baseline"), _("Why"))
    return table_html((*first, *then), [_card(row) for row in rows])


def links_html(rows: Iterable[SheetRow]) -> str:
    """Write what is read first of each row, the indicator leading to its goal."""
    heads = (_("Indicator"), _("Status"), _("Goal"), _("Due"), _("Latest"), _("Gap"))
    return table_html(heads, [(*card[:5], card[6]) for card in map(_card, rows)])


def _card(row: SheetRow) -> tuple[Cell, ...]:
    overdue = f" {shown_html(_('overdue'))}" if row.overdue else ""
    return (
        Html(link_html(row.indicator, "goal", goal=row.goal)),
        Html(badge_html(row.status) + overdue),
        row.asked,
        str(row.due or MISSING),
        row.latest,
        _percent(row.progress),
        row.gap,
        row.required,
        _percent(row.completion),
        row.unit,
        row.nature,
        row.baseline,
        row.why,
    )


def _percent(share: float | None) -> str:
    return MISSING if share is None else percent_value(share / 100)
