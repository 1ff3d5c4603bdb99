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
    wanted = new_in_address(key, address)
    chosen = st.session_state.get(key) if wanted is None else wanted
    # Set at every run: a browser that missed the run which set it would send back the first option as a choice.
    st.session_state[key] = chosen if chosen in options else default


def new_in_address(key: str, address: str = "") -> str | None:
    """Return what the address says of a choice where that is not what was last written there, else None."""
    value = st.query_params.get(address or key)
    return value if key not in st.session_state or value != st.session_state.get(_seen(key)) else None


def keep_in_address(key: str, default: str, address: str = "") -> str:
    """Return a choice into the address after its widget was drawn, nothing for the default; return it."""
    chosen = str(st.session_state[key])
    write_in_address(key, "" if chosen == default else chosen, address)
    return chosen


def write_in_address(key: str, value: str, address: str = "") -> None:
    """Write what the address says of a choice, "" for nothing."""
    name = address or key
    if not value:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value
    st.session_state[_seen(key)] = value or None


def changed_by_hand(key: str, address: str = "") -> None:
    """Remember, when a widget is used, that the address is older than the choice."""
    st.session_state.pop(_unknown(key), None)
    st.session_state[_seen(key)] = st.query_params.get(address or key)


def keep_unknown(key: str, options: Container[str], address: str = "") -> str:
    """Keep what the address asks for that is no option until there is another choice, and return it; "" for nothing."""
    wanted = new_in_address(key, address)
    if wanted:
        st.session_state[_unknown(key)] = "" if wanted in options else wanted
    return str(st.session_state.get(_unknown(key), ""))


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
    unknown = keep_unknown(key, options, address)
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
    if unknown and no_such:
        tell(unknown_words(no_such, unknown, options.get(picked, picked)))
    return picked


def unknown_words(no_such: str, asked: str, shown: str) -> str:
    """Return the words for what the address asks for and is not there, and for what is shown in its place."""
    words = _("{no_such} ({asked}); shown is {shown}.")
    return words.format(no_such=no_such, asked=markdown(asked[:200]), shown=markdown(shown.strip()))


def choose_segment(label: str, options: Mapping[str, str], *, key: str, address: str = "", no_such: str = "") -> str:
    """Draw a row of choices side by side, kept in the address; `no_such` says that what that asks for is not there."""
    unknown = keep_unknown(key, options, address)
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
    if unknown and no_such:
        st.warning(unknown_words(no_such, unknown, options.get(picked, picked)))
    return picked


def _seen(key: str) -> str:
    return f"{key} in the address"


def _unknown(key: str) -> str:
    return f"{key} asked for and unknown"


class _Anything:
    """Holds every text."""

    def __contains__(self, text: object) -> bool:
        """Return yes to a text."""
        return isinstance(text, str)


def type_words(label: str, *, key: str, address: str, placeholder: str = "") -> str:
    """Draw a field for words, kept in the address, and return them."""
    take_from_address(key, _Anything(), "", address)
    st.text_input(label, key=key, placeholder=placeholder, on_change=callback(changed_by_hand), args=(key, address))
    return keep_in_address(key, "", address)


def choose_day(label: str, *, key: str, address: str) -> date | None:
    """Draw a field for a day, kept in the address; what is no day there counts as none."""
    seen = f"{key} in the address"
    wanted = st.query_params.get(address)
    if key not in st.session_state or wanted != st.session_state.get(seen):
        st.session_state[key] = _day(wanted)
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
