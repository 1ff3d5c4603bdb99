"""How complete a year's actuals are, as a bar with its words and the names of what is missing."""

import streamlit as st
from htpy import Fragment, b, div, fragment, i, li, p, span, ul

from tracker.language import _, ngettext, number, percent_value
from tracker.services.completeness import Completeness


def show_completeness(found: Completeness) -> None:
    """Draw the bar and list the first series that are missing."""
    if not found.owed:
        words = _("No plan that runs in {year} has goals in numbers, so no value is due to be reported.")
        st.write(words.format(year=found.year))
        return
    words = ngettext("{reported} of {owed} indicator reported", "{reported} of {owed} indicators reported", found.owed)
    said = words.format(reported=number(found.reported), owed=number(found.owed))
    share = found.reported / found.owed
    bar = div(".reached")[i(style=f"width:{share:.2%}")]
    st.html(fragment[p[b[percent_value(share)], " – ", said], bar, _missing(found)])


def _missing(found: Completeness) -> Fragment | None:
    if not found.absent:
        return None
    names = [li[one.indicator, " ", span(".muted")["· ", one.zone_name]] for one in found.missing]
    rest = found.absent - len(found.missing)
    more = p(".muted")[_("and {count} more").format(count=number(rest))] if rest else None
    text = _("Nothing reported yet for {year}; the zone's reporting office can supply it:").format(year=found.year)
    return fragment[p(style="margin-top:.75rem")[text], ul[names], more]
