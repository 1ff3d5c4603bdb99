"""What is typed into the cells of the grid, as the row keeps it."""

from collections.abc import Iterator

import pytest

from tracker.domain.entry.entries import Typed
from tracker.language import speak
from tracker.services.cache.query_cache import Catalogue
from tracker.ui.round.entry_grid import with_cells

NOTHING_KNOWN = Catalogue(zones={}, plans={}, indicators={}, sources={})


@pytest.fixture(autouse=True, params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> Iterator[None]:
    """Speak each language in turn."""
    speak(request.param)
    yield
    speak(None)


@pytest.mark.parametrize("typed", ["初步值", "provisional 初步值", "初步", "provisional"])
def test_the_grid_takes_a_status_in_the_words_of_the_form(typed: str) -> None:
    assert with_cells(Typed(), {"status": typed}, NOTHING_KNOWN).status == "provisional"


def test_an_emptied_status_is_final_and_an_unknown_one_stays_as_typed() -> None:
    assert with_cells(Typed(status="estimated"), {"status": ""}, NOTHING_KNOWN).status == "final"
    assert with_cells(Typed(), {"status": "大概"}, NOTHING_KNOWN).status == "大概"
