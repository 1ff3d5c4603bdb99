"""Words and days that are typed and kept in the address, where links may carry them on."""

from datetime import date

import streamlit as st

from tracker.ui.session.callbacks import callback
from tracker.ui.widgets.address_inputs import changed_by_hand, keep_in_address, take_from_address


class _Anything:
    """Holds every text."""

    def __contains__(self, text: object) -> bool:
        """Say yes to a text."""
        return isinstance(text, str)


def type_words(label: str, *, key: str, address: str, placeholder: str = "") -> str:
    """Draw a field for words, kept in the address."""
    take_from_address(key, _Anything(), "", address)
    st.text_input(label, key=key, placeholder=placeholder, on_change=callback(changed_by_hand), args=(key, address))
    return keep_in_address(key, "", address)


def choose_day(label: str, *, key: str, address: str) -> date | None:
    """Draw a field for a day, kept in the address; what is no day there counts as none."""
    seen = f"{key} in the address"
    told = st.query_params.get(address)
    if key not in st.session_state or told != st.session_state.get(seen):
        st.session_state[key] = _day(told)
    st.date_input(
        label, value=None, format="YYYY-MM-DD", key=key, on_change=callback(changed_by_hand), args=(key, address)
    )  # fmt: skip
    day: date | None = st.session_state[key]
    if day is None:
        st.query_params.pop(address, None)
    elif st.query_params.get(address) != day.isoformat():
        st.query_params[address] = day.isoformat()
    st.session_state[seen] = st.query_params.get(address)
    return day


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
