"""How complete a year's actuals are, as a bar with its words and the names of what is missing."""

import streamlit as st

from tracker.language import _, ngettext, number, percent_value
from tracker.services.completeness import Completeness
from tracker.ui.safe import shown_html


def show_completeness(found: Completeness) -> None:
    """Draw the bar and list the first series that are missing."""
    if not found.owed:
        words = _("No plan that runs in {year} has goals in numbers, so no value is due to be reported.")
        st.write(words.format(year=found.year))
        return
    words = ngettext("{reported} of {owed} indicator reported", "{reported} of {owed} indicators reported", found.owed)
    said = words.format(reported=number(found.reported), owed=number(found.owed))
    share = found.reported / found.owed
    bar = f'<div class="reached"><i style="width:{share:.2%}"></i></div>'
    st.html(f"<p><b>{shown_html(percent_value(share))}</b> – {shown_html(said)}</p>{bar}{_missing(found)}")


def _missing(found: Completeness) -> str:
    if not found.absent:
        return ""
    names = "".join(
        f"<li>{shown_html(one.indicator)} <span class='muted'>· {shown_html(one.zone_name)}</span></li>"
        for one in found.missing
    )
    rest = found.absent - len(found.missing)
    more = f"<p class='muted'>{shown_html(_('and {count} more').format(count=number(rest)))}</p>" if rest else ""
    text = _("Nothing reported yet for {year}; the zone's reporting office can supply it:").format(year=found.year)
    return f"<p style='margin-top:.75rem'>{shown_html(text)}</p><ul>{names}</ul>{more}"
