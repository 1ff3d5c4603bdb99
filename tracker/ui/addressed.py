"""Choices kept in the address by their keys, so that a link holds in every language and after a renaming."""

from collections.abc import Container, Mapping

import streamlit as st


def take_from_address(key: str, options: Container[str], default: str) -> None:
    """Set a choice before its widget is drawn: from the address where that says something new, else as it was."""
    told = st.query_params.get(key)
    if told is not None and (key not in st.session_state or told != st.session_state.get(_seen(key))):
        st.session_state[key] = told
    if st.session_state.get(key) not in options:
        st.session_state[key] = default


def keep_in_address(key: str, default: str) -> str:
    """Write a choice into the address after its widget was drawn, nothing for the default; return it."""
    chosen = str(st.session_state[key])
    if chosen == default:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != chosen:
        st.query_params[key] = chosen
    st.session_state[_seen(key)] = st.query_params.get(key)
    return chosen


def changed_by_hand(key: str) -> None:
    """Remember, when a widget is used, that the address is older than the choice."""
    st.session_state[_seen(key)] = st.query_params.get(key)


def choose_one(label: str, options: Mapping[str, str], *, key: str, default: str = "", help_text: str = "") -> str:
    """Draw a list to choose from, kept in the address: keys against the words shown for them."""
    take_from_address(key, options, default)
    st.selectbox(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=key,
        on_change=changed_by_hand,
        args=(key,),
        help=help_text or None,
    )
    return keep_in_address(key, default)


def _seen(key: str) -> str:
    return f"{key} in the address"
