"""How wide a chart is drawn, and in which theme."""

from unittest.mock import patch

from htpy import em
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from tracker.charts import Theme
from tracker.ui.widgets.charts import page_size, theme
from tracker.ui.widgets.elements import pairs_table, plain_table, quiet


def width_shown(answer: object, kept: str = "") -> int:
    def script() -> None:
        import streamlit as st

        from tracker.ui.session.screen import page_width

        st.text(str(page_width()))

    page = AppTest.from_function(script)
    if answer is not None:
        page.session_state["width of the page"] = answer
    with patch.object(ContextProxy, "cookies", {"tracker_room": kept}):
        page.run(timeout=30)
    assert not page.exception
    return int(page.text[0].value)


def test_until_the_browser_has_said_a_laptop_is_supposed() -> None:
    assert width_shown(None) == 1060
    assert width_shown({"width": 0}) == 1060


def test_a_browser_that_comes_again_is_drawn_for_as_it_was_last_time() -> None:
    assert width_shown(None, kept="820") == 820
    assert width_shown({"width": 900}, kept="820") == 900
    for nonsense in ("wide", "-1", "99999999999", "٨٢٠"):
        assert width_shown(None, kept=nonsense) == 1060


def test_a_chart_is_as_wide_as_the_page_within_reason() -> None:
    assert width_shown({"width": 820}) == 820
    assert width_shown({"width": 20}) == 280
    assert width_shown({"width": 4000}) == 1460


def test_a_phone_gets_a_taller_chart() -> None:
    assert page_size(360) == (360, 430)
    assert page_size(820) == (820, 420)
    assert page_size(1460) == (1460, 600)


def test_without_a_reader_the_theme_is_light() -> None:
    assert theme() is Theme.LIGHT


def test_tables_escape_every_text() -> None:
    sent = str(plain_table(("<i>",), [("<b>bold</b>\nline",), (em["kept"],)], ("end",)))
    assert "&lt;b&gt;bold&lt;/b&gt;\nline" in sent
    assert "<em>kept</em>" in sent
    assert 'data-head="&lt;i&gt;"' in sent
    assert "<th" in sent
    assert "&lt;u&gt;" in str(pairs_table([("<u>", "text")]))


def test_an_empty_second_line_is_left_out() -> None:
    assert quiet("") is None
    assert str(quiet("two")) == '<div class="quiet">two</div>'
