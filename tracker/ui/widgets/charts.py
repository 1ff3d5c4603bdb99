"""A chart on a page: in the reader's theme, as wide as the page, with its words for those who cannot see."""

from collections.abc import Callable

import streamlit as st

from tracker.charts import Scene, Size, Theme, as_figure
from tracker.ui.session.screen import page_width

_NARROW = 640
_QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def theme() -> Theme:
    """Return the theme the reader's screen has."""
    return Theme.DARK if st.context.theme.type == "dark" else Theme.LIGHT


def page_size(width: int) -> Size:
    """Return the size of a chart that tells one story: calm on a wide page, tall enough on a phone."""
    return width, 430 if width < _NARROW else min(max(round(width * 0.46), 420), 600)


def chart(
    build: Callable[[Theme, Size], Scene], *, key: str, alt: str, size: Callable[[int], Size] = page_size
) -> None:
    """Show a chart; `build` draws it in a theme at the size that fits the page's width."""
    drawn = size(page_width())
    with st.container(width=drawn[0]):
        st.plotly_chart(as_figure(build(theme(), drawn)), theme=None, config=_QUIET, key=key, alt=alt)
