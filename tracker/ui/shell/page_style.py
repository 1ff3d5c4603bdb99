"""The style of what pages draw as HTML: one sheet, in the palette's colours for light and dark."""

from functools import lru_cache
from pathlib import Path

import streamlit as st
from htpy import style
from markupsafe import Markup

from tracker.domain.statuses import Group
from tracker.ui.widgets.badges import colour, either, group_colour

_SHEET = Path(__file__).with_name("page_style.css")
_COLOURS = ("page", "card", "ink", "muted", "grid", "needed")


def lay_style() -> None:
    """Put the sheet into the page; stands in the frame, once."""
    st.html(style[_sheet()])


@lru_cache(maxsize=1)
def _sheet() -> Markup:
    named = {name: colour(name) for name in _COLOURS}
    named |= {group.name.lower().replace("_", "-"): group_colour(group) for group in Group}
    named["chosen"] = either("#0A62C2", "#3FA9F5")
    variables = "".join(f"--tracker-{name}:{value};" for name, value in named.items())
    # A sheet cannot be escaped; this one is made of our own file and palette alone.
    return Markup(f".stApp{{{variables}}}\n{_SHEET.read_text(encoding='utf-8')}")  # noqa: S704


FAVICON = Path(__file__).with_name("favicon.svg")
