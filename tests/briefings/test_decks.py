"""The sample deck holds every kind of content, so that every file made of it shows them all."""

from tests.briefings import decks
from tracker.charts import Content


def test_the_sample_deck_has_every_kind_of_content_in_both_languages() -> None:
    for language in ("en", "zh"):
        shown = {type(slide.content).__name__ for slide in decks.sample(language).slides}
        assert shown == {kind.__name__ for kind in Content.__subclasses__()}


def test_every_slide_of_a_sample_deck_has_its_own_key() -> None:
    for deck in (decks.sample(), decks.many(30)):
        keys = [slide.key for slide in deck.slides]
        assert len(set(keys)) == len(keys)
