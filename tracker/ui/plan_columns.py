"""The headings of the table of a plan's goals, and how each column is drawn."""

from typing import Any

import streamlit as st

from tracker.language import _


def plan_columns(longest: int) -> dict[str, Any]:
    """Give the heading, width and explanation of each column; `longest` is the length of the longest indicator."""
    text, column = st.column_config.TextColumn, st.column_config
    return {
        # Pinned columns are drawn grey, so the first one is not.
        "indicator": text(_("Indicator"), width=min(190, max(150, 40 + 8 * longest)), alignment="left"),
        "status": text(_("Status"), width=182, alignment="left", help=_("By the rule chosen at the side")),
        "path": column.ImageColumn(
            _("Path"), width=90, help=_("Dashed: the path; solid: the actuals; diamond: the goal")
        ),
        "asked": text(_("Goal"), width=100, alignment="left"),
        "due": column.NumberColumn(_("Due"), format="%d", width=52),
        "latest": text(_("Latest"), width=100, alignment="left"),
        "progress": column.NumberColumn(
            _("Progress"), help=_("Share of the way from the baseline to the goal"), format="%.0f%%", width=72
        ),
        "gap": text(_("Gap"), width=90, alignment="left", help=_("Goal minus latest; percentages in points")),
        "required": text(
            _("Required pace"), width=110, alignment="left", help=_("The change a year that is left to make")
        ),
        "completion": column.NumberColumn(_("Completion"), help=_("Latest ÷ goal"), format="%.0f%%", width=92),
        "unit": text(_("Unit"), width=96),
        "nature": text(_("Nature"), width=84, help=_("Whether the plan binds itself to the goal or expects it")),
        "baseline": text(_("Baseline"), width=112, alignment="left"),
        "why": text(_("Why"), width=520),
    }
