"""A change between light and dark while a page is open: charts and tables are drawn anew in the other colours."""

import streamlit as st

# Streamlit changes its own colours and makes no run, so that what was drawn for the other theme would stay. The run
# that is asked for here tells the theme, which Streamlit takes over a moment after the browser has.
_WATCH = """
let told = null;
export default function({ data, setStateValue }) {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const tell = () => setTimeout(() => {
        if (told === dark.matches) return;
        told = dark.matches;
        setStateValue("dark", told);
    }, 300);
    // The change may have come before this script.
    if (dark.matches !== data.dark) tell();
    dark.addEventListener("change", tell);
    return () => dark.removeEventListener("change", tell);
}
"""
_watch = st.components.v2.component("theme_of_page", js=_WATCH)


def watch_theme() -> None:
    """Have the page drawn anew when the browser turns dark or light; stands in the frame, once."""
    with st.sidebar:
        _watch(key="theme of the page", data={"dark": st.context.theme.type == "dark"}, on_dark_change=lambda: None)
