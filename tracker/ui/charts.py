"""A chart on a page: in the reader's theme, at a size that fits the screen, with its words for those who cannot see."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from tracker.charts import PAGE, Size, Theme

# What a phone shows between the margins of the page.
PHONE: Size = (358, 430)
# Narrower than this, labels beside the plot have no room.
_LEAST_WIDE = 640
_QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def theme() -> Theme:
    """Give the theme the reader's screen has."""
    return Theme.DARK if st.context.theme.type == "dark" else Theme.LIGHT


def chart(build: Callable[[Theme, Size], Any], *, key: str, alt: str, wide: Size = PAGE, phone: Size = PHONE) -> None:
    """Show a figure, drawn for a wide screen and for a phone; the browser shows the one that fits."""
    st.html(_only_one(key))
    with st.container(key=key):
        for name, size in (("wide", wide), ("phone", phone)):
            with st.container(key=f"{key}-{name}"):
                st.plotly_chart(build(theme(), size), theme=None, config=_QUIET, key=f"{key}-{name}-chart", alt=alt)


def _only_one(key: str) -> str:
    """Write the style that shows the figure with room for its labels, else the other."""
    return (
        f"<style>.st-key-{key}{{container-type:inline-size}}"
        f"@container (min-width:{_LEAST_WIDE}px){{.st-key-{key}-phone{{display:none}}}}"
        f"@container (max-width:{_LEAST_WIDE - 1}px){{.st-key-{key}-wide{{display:none}}}}</style>"
    )
