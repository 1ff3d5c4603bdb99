"""The style of what pages draw as HTML: one sheet, in the palette's colours for light and dark."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

from tracker.domain.vocabulary import Group
from tracker.ui.badges import colour, either, group_colour

_SHEET = Path(__file__).with_name("page_style.css")
_COLOURS = ("page", "card", "ink", "muted", "grid")


def lay_style() -> None:
    """Put the sheet into the page; stands in the frame, once."""
    st.html(f"<style>{_sheet()}</style>")


@lru_cache(maxsize=1)
def _sheet() -> str:
    named = {name: colour(name) for name in _COLOURS} | {"on-track": group_colour(Group.ON_TRACK)}
    named["chosen"] = either("#0A62C2", "#3FA9F5")
    variables = "".join(f"--tracker-{name}:{value};" for name, value in named.items())
    return f".stApp{{{variables}}}\n{_SHEET.read_text(encoding='utf-8')}"


def group_variable(group: Group, more: str = "") -> str:
    """Write the style attribute that gives an element the colour of a group, with more style where given."""
    return f'style="--group:{group_colour(group)};{more}"'
