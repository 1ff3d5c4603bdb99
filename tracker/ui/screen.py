"""How wide the reader's page is: measured by the browser, guessed until it has said so."""

import streamlit as st

# A phone, and a laptop with the navigation open.
PHONE, LAPTOP = 358, 1060
_LEAST, _MOST = 280, 1460

# Says the width in steps of 20 pixels, so that a page is drawn anew only when it looks different, and only between
# two runs: a run that is broken off loses what it was about to tell the browser.
_MEASURE = """
export default function({ setStateValue }) {
    let told = 0, waiting = 0;
    const measure = () => {
        const block = document.querySelector('[data-testid="stMainBlockContainer"]');
        const app = document.querySelector('[data-testid="stApp"]');
        if (!block || !app || app.getAttribute("data-test-script-state") !== "notRunning") return later();
        const style = getComputedStyle(block);
        const room = block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const width = Math.floor(room / 20) * 20;
        if (width > 0 && width !== told) { told = width; setStateValue("width", width); }
    };
    const later = () => { clearTimeout(waiting); waiting = setTimeout(measure, 150); };
    const watch = new ResizeObserver(later);
    watch.observe(document.querySelector('[data-testid="stMainBlockContainer"]') || document.body);
    later();
    return () => { clearTimeout(waiting); watch.disconnect(); };
}
"""
_KEY = "width of the page"

_measure = st.components.v2.component("width_of_page", js=_MEASURE)


def measure_screen() -> None:
    """Have the browser say how wide the page is; stands in the frame, once."""
    with st.sidebar:
        _measure(key=_KEY, default={"width": 0}, on_width_change=lambda: None)


def page_width() -> int:
    """Give the pixels a chart may be wide."""
    told = st.session_state.get(_KEY)
    width = int(told.get("width") or 0) if told else 0
    return min(max(width or _guess(), _LEAST), _MOST)


def _guess() -> int:
    """Guess from what kind of device asks."""
    return PHONE if "Mobi" in (st.context.headers.get("User-Agent") or "") else LAPTOP
