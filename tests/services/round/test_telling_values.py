"""Values that say something else than they seem are understood, doubted or refused as they are typed."""

from decimal import Decimal

import pytest

from tests.services.round.round_samples import key
from tracker.domain.entry.entries import Typed, Understood
from tracker.domain.vocabulary import Certainty
from tracker.services.round.entry_context import context_of
from tracker.services.round.understanding import needs_comment, understand
from tracker.store import Store


def typed(store: Store, indicator: str, value: str, year: int = 2024) -> Understood:
    return understand(Typed(value=value), key(indicator, year=year), context_of(store, "park"))


@pytest.mark.parametrize("text", ["+0.3 pp", "+0.3个百分点", "提高0.3个百分点"])
def test_points_are_added_to_last_years_value_and_asked_about(round_store: Store, text: str) -> None:
    found = typed(round_store, "rd", text)
    assert found.actual is not None
    assert (found.actual.value, found.words, found.proposal) == (Decimal("1.90"), "1.90%", "1.90")
    assert found.warnings[0].wrong == "read as a change on the 1.60% of 2023"
    assert needs_comment(found, Typed(value=text))
    fall = typed(round_store, "prices", "-0.2 pp")
    assert fall.actual is not None
    assert fall.actual.value == Decimal("1.9")
    (problem,) = typed(round_store, "income", text).problems
    assert problem.wrong == "a change in points, and no value of 2023 to add it to"


def test_an_index_a_sign_for_none_and_a_flag_are_told(round_store: Store) -> None:
    index = typed(round_store, "prices", "102.1")
    assert (index.proposal, [doubt.right for doubt in index.warnings]) == ("2.1", ["2.1, if it is one"])
    (none,) = typed(round_store, "firms", "-9999").problems
    assert none.right == "the value, or why there is none"
    flagged = typed(round_store, "rd", "1.72 p")
    assert flagged.actual is not None
    assert (flagged.actual.status, flagged.actual.flag) == (Certainty.PROVISIONAL, "p")
    assert typed(round_store, "rd", "1.72 f").problems[0].wrong == "a forecast, no actual"
    assert typed(round_store, "place", "18-25").words == "places 18 to 25"
    assert typed(round_store, "place", "T3").words == "place 3"


def test_a_value_without_a_history_is_held_against_goals(round_store: Store) -> None:
    far = typed(round_store, "output", "16500", year=2021)
    assert [doubt.wrong for doubt in far.warnings] == ["far above every goal and start"]
    assert far.proposal == "165"
    assert typed(round_store, "output", "120", year=2021).warnings == ()
