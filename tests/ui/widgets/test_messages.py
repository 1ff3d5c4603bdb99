"""What a person sees where a page fails: a message, never a traceback."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from tracker.ui.widgets.messages import show_failure


def _refused_page() -> None:
    from tracker.errors import NotFoundError
    from tracker.ui.widgets.messages import show_failure

    show_failure(NotFoundError("There is no goal ![x](http://evil.example/x.png)"))


def _broken_page() -> None:
    from tracker.ui.widgets.messages import show_failure

    try:
        int("14.2 bn yuan, confidential")
    except ValueError as failure:
        show_failure(failure)


def test_a_refusal_is_said_in_its_own_words_as_plain_text() -> None:
    page = AppTest.from_function(_refused_page).run()
    assert page.error[0].value == "This cannot be done:"
    assert page.text[0].value == "There is no goal ![x](http://evil.example/x.png)"
    assert not page.exception


def test_an_unforeseen_failure_shows_no_traceback_and_logs_the_place_without_values(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR, logger="tracker.ui"):
        page = AppTest.from_function(_broken_page).run()
    assert "server's log" in page.error[0].value
    assert not page.exception
    assert "ValueError" in caplog.text
    assert "confidential" not in caplog.text.replace('int("14.2 bn yuan, confidential")', "")


def test_streamlits_own_display_of_the_failure_is_suppressed() -> None:
    assert show_failure(RuntimeError("x")) is True
