"""Records as readers of each language see them: texts in their language, in the other where they have no other."""

from collections.abc import Iterator

import pytest

from tracker.domain.explaining.target_wording import readers_unit, unit_of
from tracker.domain.records import Indicator, Source, in_readers_language
from tracker.domain.vocabulary import Accumulates, Better
from tracker.language import speak

SOURCE = Source(source="s", title="Plan", title_zh="规划", publisher=None, publisher_zh="市政府", note="Kept")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(None)


def indicator(unit: str, unit_zh: str | None) -> Indicator:
    return Indicator(
        indicator="i", name="Places", name_zh="托位", unit=unit, unit_zh=unit_zh, better=Better.UP,
        accumulates=Accumulates.LEVEL, definition_zh="口径",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "texts"), [("en", ("Plan", "市政府", "Kept")), ("zh", ("规划", "市政府", "Kept"))]
)
def test_a_source_is_told_in_the_readers_language_else_in_the_other(language: str, texts: tuple[str, ...]) -> None:
    speak(language)
    told = in_readers_language(SOURCE)
    assert (told.title, told.publisher, told.note) == texts
    assert in_readers_language(told) == told


def test_an_indicator_keeps_the_unit_that_it_is_counted_in() -> None:
    speak("zh")
    told = in_readers_language(indicator("places per 1,000 persons", "个托位/千人"))
    assert (told.name, told.definition, told.unit) == ("托位", "口径", "places per 1,000 persons")


@pytest.mark.parametrize(
    ("unit", "unit_zh", "english", "chinese"),
    [
        ("places per 1,000 persons", "个托位/千人", "places per 1,000 persons", "个托位/千人"),
        ("places per 1,000 persons", None, "places per 1,000 persons", "个/千人"),
        ("million persons", "万人", "million persons", "百万人"),
        ("万套", "万套", "10,000 homes", "万套"),
        ("widgets", None, "widgets", "widgets"),
    ],
)
def test_a_unit_is_the_indicators_own_else_the_catalogues_where_it_is_as_large(
    unit: str, unit_zh: str | None, english: str, chinese: str
) -> None:
    speak("en")
    assert unit_of(indicator(unit, unit_zh)) == english
    speak("zh")
    assert unit_of(indicator(unit, unit_zh)) == chinese
    assert readers_unit("%", indicator(unit, unit_zh)) == "%"
