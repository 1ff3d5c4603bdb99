"""What a person says of a pasted block or an uploaded file where it does not say it itself."""

from collections.abc import Callable, Mapping

import streamlit as st

from tracker.domain.tables.decimal_signs import DecimalSign
from tracker.domain.tables.periods import SpanYear
from tracker.exchange.table.encodings import ENCODINGS
from tracker.exchange.table.table_reading import FileChoices
from tracker.language import _
from tracker.ui.session.callbacks import callback


def span_choice(key: str, changed: Callable[[], None] = lambda: None) -> None:
    """Draw the choice for which year a span of years counts; `changed` is called where it changes."""
    words = _spans()
    st.selectbox(
        _("A span of years such as 2023/24 counts for"),
        list(words),
        key=f"{key} span",
        format_func=lambda rule: words[rule],
        on_change=callback(changed),
    )


def file_choices(key: str, changed: Callable[[], None] = lambda: None, *, decimals: bool = True) -> None:
    """Draw the choices for an uploaded file; `changed` is called where one changes."""
    with st.popover(_("What the file does not say"), width="stretch"):
        span_choice(key, changed)
        signs = {"": _("as its numbers show it"), "point": _("a point: 1,234.5"), "comma": _("a comma: 1.234,5")}
        if decimals:
            st.selectbox(
                _("Decimal sign"),
                list(signs),
                key=f"{key} sign",
                format_func=lambda sign: signs[sign],
                on_change=callback(changed),
            )
        encodings = {"": _("as its letters show it"), **{name: name for name in ENCODINGS}}
        st.selectbox(
            _("Encoding of a text file"),
            list(encodings),
            key=f"{key} encoding",
            format_func=lambda name: encodings[name],
            on_change=callback(changed),
        )


def chosen_span(key: str) -> SpanYear | None:
    """Return for which year a span counts; None where it was not said."""
    said = st.session_state.get(f"{key} span")
    return SpanYear(said) if said else None


def chosen_file(key: str) -> FileChoices:
    """Return what was said of a file."""
    sign, encoding = st.session_state.get(f"{key} sign"), st.session_state.get(f"{key} encoding")
    return FileChoices(span=chosen_span(key), sign=DecimalSign(sign) if sign else None, encoding=encoding or None)


def _spans() -> Mapping[str, str]:
    return {"": _("none: ask"), SpanYear.FIRST.value: _("its first year"), SpanYear.LAST.value: _("its last year")}
