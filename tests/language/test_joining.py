"""Parts put together in English and in Chinese."""

from collections.abc import Iterator

import pytest

from tracker.language import aside, both, clauses, labelled, listed, remarks, sentences, speak

LANGUAGES = ("en", "zh")


@pytest.fixture(autouse=True, params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Speak each language in turn, and nobody's in the end."""
    speak(request.param)
    yield request.param
    speak(None)


def test_names_are_listed(language: str) -> None:
    assert listed(["a", "", "b", "c"]) == {"en": "a, b, c", "zh": "a、b、c"}[language]


def test_the_last_of_several_is_joined_with_and(language: str) -> None:
    assert both(["a", "b", "c"]) == {"en": "a, b and c", "zh": "a、b和c"}[language]
    assert both(["a", "b"]) == {"en": "a and b", "zh": "a和b"}[language]


def test_the_parts_of_one_statement_are_parted_by_commas(language: str) -> None:
    assert clauses(["a", "b", "", "c"]) == {"en": "a, b, c", "zh": "a，b，c"}[language]


def test_remarks_are_parted_by_semicolons(language: str) -> None:
    assert remarks(["a", "", "b"]) == {"en": "a; b", "zh": "a；b"}[language]


def test_sentences_follow_each_other_as_the_language_does_it(language: str) -> None:
    assert sentences("One.", "", "Two.") == {"en": "One. Two.", "zh": "One.Two."}[language]


def test_a_label_stands_before_its_text(language: str) -> None:
    assert labelled("name", "text") == {"en": "name: text", "zh": "name：text"}[language]


def test_an_aside_stands_in_brackets(language: str) -> None:
    assert aside("text", "more") == {"en": "text (more)", "zh": "text（more）"}[language]


@pytest.mark.usefixtures("language")
def test_one_part_stands_alone_and_no_part_says_nothing() -> None:
    for join in (listed, both, clauses, remarks):
        assert (join(["a"]), join([]), join(["", ""])) == ("a", "", "")
    assert (sentences("One.", ""), sentences(), aside("text", "")) == ("One.", "", "text")


@pytest.mark.usefixtures("language")
def test_braces_in_a_part_stay_as_they_are() -> None:
    assert "{item}" in listed(["{item}", "{0}"])
    assert "{text}" in labelled("{text}", "{name}")
