"""Who is spoken to in which language, thread by thread."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tracker.language import (
    _,
    current_language,
    find_language_by,
    in_this_language,
    language_for,
    language_of,
    speak,
)
from tracker.language.spoken import language_asked_for


@pytest.fixture(autouse=True)
def nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forget who can be asked for the language, and speak none in particular before and after each test."""
    monkeypatch.setattr("tracker.language.spoken._finders", [])
    speak(None)
    yield
    speak(None)


@pytest.mark.parametrize(
    ("code", "language"),
    [("zh", "zh"), ("zh-CN", "zh"), ("zh_TW.UTF-8", "zh"), ("EN-gb", "en"), ("fr", None), ("", None), ("zhx", None)],
)
def test_a_code_names_a_language_of_the_product_or_none(code: str, language: str | None) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("fr-FR, en;q=0.5, zh;q=0.7", "zh"),
        ("en-GB,en;q=0.9", "en"),
        ("de, zh;q=0", None),
        ("*", None),
        ("zh;q=high", None),
        ("", None),
    ],
)
def test_the_language_a_browser_likes_best_is_taken(accepted: str, language: str | None) -> None:
    assert language_asked_for(accepted) == language


def test_a_choice_goes_before_the_setting_and_the_setting_before_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    assert language_for(None, None) == "en"
    assert language_for(None, "zh-CN") == "zh"
    assert language_for("en", "zh-CN") == "en"
    assert language_for("nonsense", "zh-CN") == "zh"
    monkeypatch.setenv("TRACKER_LANGUAGE", "zh")
    assert language_for(None, "en-GB") == "zh"
    assert language_for("en", "zh-CN") == "en"


def test_the_setting_is_spoken_where_nobody_has_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _("Zone") == "Zone"
    monkeypatch.setenv("TRACKER_LANGUAGE", "zh-CN")
    assert _("Zone") == "区域"
    monkeypatch.setenv("TRACKER_LANGUAGE", "fr")
    assert _("Zone") == "Zone"


def test_a_thread_asks_whom_it_speaks_to_whenever_it_speaks_and_keeps_no_answer() -> None:
    served = iter(("zh", "zh", "en", "en"))
    find_language_by(lambda: next(served))

    def said() -> tuple[str, str]:
        return _("Zone"), _("Zone")

    for words in (("区域", "区域"), ("Zone", "Zone")):
        with ThreadPoolExecutor(max_workers=1) as thread:
            assert thread.submit(said).result() == words


def test_what_one_thread_speaks_no_other_hears() -> None:
    speak("zh")
    with ThreadPoolExecutor(max_workers=1) as thread:
        assert thread.submit(current_language).result() == "en"
    assert current_language() == "zh"


def test_where_nobody_is_served_nothing_is_remembered() -> None:
    answers: list[str | None] = [None, "zh"]
    find_language_by(lambda: answers.pop(0))
    assert current_language() == "en"
    assert current_language() == "zh"
    assert answers == []


def test_what_is_made_later_by_another_thread_is_in_the_language_it_was_asked_for_in() -> None:
    speak("zh")
    made = in_this_language(lambda: _("Zone"))
    with ThreadPoolExecutor(max_workers=1) as thread:
        assert thread.submit(made).result() == "区域"
        assert thread.submit(lambda: _("Zone")).result() == "Zone"
