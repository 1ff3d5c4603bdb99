"""Choices kept in the address by their keys, so that a link holds in every language and after a renaming."""

from collections.abc import Callable, Container, Mapping
from datetime import date

import streamlit as st

from tracker.language import _
from tracker.ui.session.callbacks import callback
from tracker.ui.widgets.escaping import markdown


def take_from_address(key: str, options: Container[str], default: str, address: str = "") -> None:
    """Set a choice before its widget is drawn: from the address where that says something new, else as it was.

    `key` is the widget's; `address` is the name in the address, the same unless given.
    """
    told = new_in_address(key, address)
    chosen = st.session_state.get(key) if told is None else told
    # Set at every run: a browser that missed the run which set it would send back the first option as a choice.
    st.session_state[key] = chosen if chosen in options else default


def new_in_address(key: str, address: str = "") -> str | None:
    """Give what the address says of a choice where that is not what was last written there, else None."""
    told = st.query_params.get(address or key)
    return told if key not in st.session_state or told != st.session_state.get(_seen(key)) else None


def keep_in_address(key: str, default: str, address: str = "") -> str:
    """Write a choice into the address after its widget was drawn, nothing for the default; return it."""
    chosen = str(st.session_state[key])
    write_in_address(key, "" if chosen == default else chosen, address)
    return chosen


def write_in_address(key: str, told: str, address: str = "") -> None:
    """Write what the address says of a choice, "" for nothing."""
    name = address or key
    if not told:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != told:
        st.query_params[name] = told
    st.session_state[_seen(key)] = told or None


def changed_by_hand(key: str, address: str = "") -> None:
    """Remember, when a widget is used, that the address is older than the choice."""
    st.session_state.pop(_vain(key), None)
    st.session_state[_seen(key)] = st.query_params.get(address or key)


def asked_in_vain(key: str, options: Container[str], address: str = "") -> str:
    """Give what the address asked for that is not among the options, until there is another choice; "" for nothing."""
    told = new_in_address(key, address)
    if told:
        st.session_state[_vain(key)] = "" if told in options else told
    return str(st.session_state.get(_vain(key), ""))


def choose_one(
    label: str,
    options: Mapping[str, str],
    *,
    key: str,
    default: str = "",
    address: str = "",
    help_text: str = "",
    no_such: str = "",
    always: bool = False,
    tell: Callable[[str], object] = st.warning,
) -> str:
    """Draw a list to choose from, kept in the address: keys against the words for them.

    The default stands in the address only where `always` is set; `no_such` says that what the address asks for
    is not there, and `tell` shows it.
    """
    vain = asked_in_vain(key, options, address)
    take_from_address(key, options, default, address)
    st.selectbox(
        label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=key,
        on_change=callback(changed_by_hand),
        args=(key, address),
        help=help_text or None,
    )
    picked = keep_in_address(key, "" if always else default, address)
    if vain and no_such:
        tell(in_vain(no_such, vain, options.get(picked, picked)))
    return picked


def in_vain(no_such: str, asked: str, shown: str) -> str:
    """Say that what the address asks for is not there, and what is shown in its place."""
    words = _("{no_such} ({asked}); shown is {shown}.")
    return words.format(no_such=no_such, asked=markdown(asked[:200]), shown=markdown(shown.strip()))


def choose_segment(label: str, options: Mapping[str, str], *, key: str, address: str = "", no_such: str = "") -> str:
    """Draw a row of choices side by side, kept in the address; `no_such` says that what that asks for is not there."""
    vain = asked_in_vain(key, options, address)
    take_from_address(key, options, "", address)
    st.segmented_control(
        label,
        list(options),
        required=True,
        format_func=lambda option: options.get(option, option),
        key=key,
        on_change=callback(changed_by_hand),
        args=(key, address),
    )
    picked = keep_in_address(key, "", address)
    if vain and no_such:
        st.warning(in_vain(no_such, vain, options.get(picked, picked)))
    return picked


def _seen(key: str) -> str:
    return f"{key} in the address"


def _vain(key: str) -> str:
    return f"{key} asked for in vain"


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
