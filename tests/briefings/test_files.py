"""Files that slides are downloaded as: a title of any length and of any signs makes one that can be kept."""

from dataclasses import replace

import pytest

from tests.briefings import decks
from tracker.briefings.files import deck_files

LONG = "规划" * 200
TITLES = [LONG, "A" * 300, '..\\../a:b*c?"<d>|\n', "…!", "CON", "🏭" * 300]


@pytest.mark.parametrize("title", TITLES, ids=["Chinese", "Latin", "signs", "no letters", "a device", "emoji"])
@pytest.mark.parametrize("kind", ["pptx", "xlsx", "html", "svg"])
def test_a_title_that_no_file_may_have_makes_a_file(kind: str, title: str) -> None:
    deck = decks.sample("zh")
    deck = replace(deck, title=title, made_from=title, known=title, slides=deck.slides[:2])
    written = deck_files(lambda: deck)[kind].write(lambda _number, _of: None)
    assert len(written.name.encode()) <= 255
    assert not set(written.name) & set('\\/:*?"<>|\n')
    assert f"-{deck.year}-" in written.name, "the instant is never cut off"
    assert written.content
