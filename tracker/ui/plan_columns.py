"""The headings of the table of a plan's goals, and how each column is drawn."""

from typing import Any

import streamlit as st

from tracker.language import _


def plan_columns(longest: int) -> dict[str, Any]:
    """Give the heading, width and explanation of each column; `longest` is the length of the longest indicator."""
    text, column = st.column_config.TextColumn, st.column_config
    return {
        "indicator": text(_("Indicator"), width=min(300, max(160, 40 + 8 * longest)), pinned=True),
        "status": text(_("Status"), width=148, help=_("By the rule chosen at the side")),
        "path": column.ImageColumn(
            _("Path"), width=124, help=_("Dashed: the path; solid: the actuals; diamond: the goal")
        ),
        "unit": text(_("Unit"), width=96),
        "nature": text(_("Nature"), width=96, help=_("Whether the plan binds itself to the goal or expects it")),
        "baseline": text(_("Baseline"), width=112, alignment="right"),
        "asked": text(_("Goal"), width=150, alignment="right"),
        "due": column.NumberColumn(_("Due"), format="%d", width=60),
        "latest": text(_("Latest"), width=112, alignment="right"),
        "completion": column.NumberColumn(_("Completion"), help=_("Latest ÷ goal"), format="%.0f%%", width=92),
        "progress": column.NumberColumn(
            _("Progress"), help=_("Share of the way from the baseline to the goal"), format="%.0f%%", width=84
        ),
        "gap": text(_("Gap"), width=104, alignment="right", help=_("Goal minus latest; percentages in points")),
        "required": text(
            _("Required pace"), width=124, alignment="right", help=_("The change a year that is left to make")
        ),
        "why": text(_("Why"), width=520),
    }
