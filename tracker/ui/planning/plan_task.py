"""Which record the address asks to change, and the links that lead to others."""

import streamlit as st


def asked(name: str) -> str:
    """Give the key a page's address names under a word, empty where it names none."""
    return st.query_params.get(name, "")
