"""What an official types is understood, shown in words, and doubted where it is doubtful, before it is kept."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.services.round.round_samples import key
from tracker.domain.entry.entries import NoValue, Typed, Understood
from tracker.domain.records import Actual
from tracker.domain.statuses import Rule, Status
from tracker.domain.vocabulary import MilestoneState, Qualifier
from tracker.errors import NotFoundError
from tracker.services.round.understanding import context_of, effects, needs_comment, understand
from tracker.services.view_settings import ViewSettings
from tracker.store import Store

COMMENT = "as counted by the bureau"


def _understood(
    store: Store, indicator: str, value: str, year: int = 2024, zone: str = "park", **more: Any
) -> Understood:
    return understand(Typed(value=value, **more), key(indicator, zone, year), context_of(store, zone))


@pytest.mark.parametrize(
    ("indicator", "typed", "fields", "words"),
    [
        ("output", "14.2亿", {"value": Decimal("14.2")}, "1.42 bn yuan"),
        ("output", "1.42 billion", {"value": Decimal("14.2")}, "1.42 bn yuan"),
        ("output", "1,420 million", {"value": Decimal("14.20")}, "1.42 bn yuan"),
        ("output", "１４．２", {"value": Decimal("14.2")}, "1.42 bn yuan"),
        ("firms", "约150", {"value": Decimal(150), "qualifier": Qualifier.ABOUT}, "about 150"),
        ("firms", "over 100", {"value": Decimal(100), "qualifier": Qualifier.OVER}, "over 100"),
        ("firms", "+23.7%", {"growth": Decimal("23.7")}, "+23.7% on the year before"),
        ("firms", "占全市25%", {"share": Decimal(25), "share_of": "city"}, "25% of The city’s"),
        ("firms", "占全省2.5%", {"share": Decimal("2.5"), "share_of": "province"}, "2.5% of The province’s"),
        ("firms", "100–120", {"value": Decimal(100), "value_high": Decimal(120)}, "between 100 and 120"),
        ("prices", "+2.4%", {"value": Decimal("2.4")}, "2.4%"),
        ("rd", "1.72%", {"value": Decimal("1.72")}, "1.72%"),
        ("place", "前20", {"value": Decimal(20), "qualifier": Qualifier.AT_MOST}, "at most place 20"),
        ("hub", "已完成", {"state": MilestoneState.DONE}, "done"),
        ("hub", "Under way", {"state": MilestoneState.UNDER_WAY}, "under way"),
    ],
)
def test_a_typed_value_is_shown_as_it_will_be_stored(
    round_store: Store, indicator: str, typed: str, fields: dict[str, Any], words: str
) -> None:
    found = _understood(round_store, indicator, typed)
    assert found.problems == ()
    assert found.words == words
    assert found.actual is not None
    assert {name: getattr(found.actual, name) for name in fields} == fields
    assert (found.actual.zone, found.actual.indicator, found.actual.year) == ("park", indicator, 2024)


def test_what_is_said_of_a_value_and_its_fraction_go_with_it(round_store: Store) -> None:
    said = Typed(value="2.5", numerator="12.5", denominator="500", explanation="Late", measures="A fund")
    actual = understand(said, key("rd"), context_of(round_store, "park")).actual
    assert actual is not None
    assert (actual.numerator, actual.denominator) == (Decimal("12.5"), Decimal(500))
    assert (actual.explanation, actual.explanation_zh, actual.measures) == ("Late", None, "A fund")
    wrong = understand(Typed(value="2.5", numerator="many"), key("rd"), context_of(round_store, "park"))
    assert [problem.column for problem in wrong.problems] == ["numerator"]
    doubted = understand(replace(said, value="3.5"), key("rd"), context_of(round_store, "park"))
    assert "not what numerator and denominator give" in [doubt.wrong for doubt in doubted.warnings]


@pytest.mark.parametrize("typed", ["120", "-3"])
def test_a_percentage_outside_0_to_100_is_taken_with_a_remark(round_store: Store, typed: str) -> None:
    found = _understood(round_store, "income", typed)
    assert found.actual is not None
    assert "a percentage outside 0–100" in [doubt.wrong for doubt in found.warnings]
    assert needs_comment(found, Typed(value=typed))
    assert not needs_comment(found, Typed(value=typed, comment="Counted by the new rule"))


@pytest.mark.parametrize(
    ("indicator", "typed", "said"),
    [
        ("firms", "twelve", "not a number"),
        ("firms", "12.5", "counted in whole numbers"),
        ("rd", "120", "above the greatest value of the indicator"),
        ("output", "-3", "below what the unit allows"),
        ("output", "25%", "does not fit"),
        ("place", "0", "below what the unit allows"),
        ("firms", "growth over 20%", "a growth or a share with a bound"),
        ("hub", "12", "not the state of a milestone"),
        ("firms", "1e999", "out of range"),
        ("firms", "N/A", "no value, and no reason why"),
        ("hub", "暂无", "no value, and no reason why"),
    ],
)
def test_an_impossible_value_is_an_error_that_says_why(
    round_store: Store, indicator: str, typed: str, said: str
) -> None:
    found = _understood(round_store, indicator, typed)
    assert said in str(found.problems[0])
    assert found.actual is None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"status": "sure"}, "no such status"),
        ({"source": "gossip"}, "no such source"),
        ({"source": "yearbook", "new_source": "Another"}, "two sources"),
        ({"evidence": "0" * 64}, "no such evidence"),
        ({"evidence": "\ud800"}, "no such evidence"),
        ({"no_value": NoValue.NOT_COLLECTED}, "a value, and a reason why there is none"),
        ({"comment": "x" * 9000}, "too long"),
        ({"locator": "p.\u202e7"}, "direction character"),
        ({"new_source": "\ud800"}, "character"),
    ],
)
def test_what_stands_beside_the_value_is_checked_as_well(round_store: Store, more: dict[str, Any], said: str) -> None:
    found = _understood(round_store, "firms", "140", **more)
    assert said in str(found.problems[0])


def test_an_untouched_cell_is_no_value_and_no_problem(round_store: Store) -> None:
    assert _understood(round_store, "firms", "") == Understood()
    assert _understood(round_store, "hub", "  ") == Understood()


def test_a_missing_value_is_understood_with_its_reason(round_store: Store) -> None:
    for typed in ("", "暂无", "n/a"):
        found = _understood(round_store, "firms", typed, no_value=NoValue.NOT_PUBLISHED)
        assert (found.words, found.problems, found.actual) == ("no value: not yet published", (), None)
    found = _understood(round_store, "firms", "", year=2023, no_value=NoValue.NOT_APPLICABLE)
    assert "cannot be taken back" in str(found.problems[0])


@pytest.mark.parametrize(
    ("indicator", "typed", "proposal"),
    [("output", "1350000", "135.0000"), ("rd", "0.016", "1.6"), ("firms", "1,400", "140.0")],
)
def test_a_slip_of_the_unit_is_doubted_and_the_likely_value_offered(
    round_store: Store, indicator: str, typed: str, proposal: str
) -> None:
    found = _understood(round_store, indicator, typed)
    assert found.problems == ()
    assert "times the value of 2023" in str(found.warnings[0])
    assert Decimal(found.proposal) == Decimal(proposal)
    assert found.actual is not None
    assert found.actual.value == Decimal(typed.replace(",", ""))


@pytest.mark.parametrize(
    ("indicator", "typed", "year", "said"),
    [
        ("firms", "290", 2024, "more than half above"),
        ("firms", "120", 2024, "lower than 2023"),
        ("firms", "130", 2024, "the same as 2023"),
        ("rd", "1.7", 2024, "fewer decimals than 2023"),
        ("firms", "140", 2100, "still to come"),
        ("firms", "425", 2024, "the parts add up to more than their whole"),
        ("hub", "done", 2024, "done without evidence"),
    ],
)
def test_a_doubtful_value_asks_for_a_comment(
    round_store: Store, indicator: str, typed: str, year: int, said: str
) -> None:
    found = _understood(round_store, indicator, typed, year)
    assert said in "\n".join(map(str, found.warnings))
    assert found.actual is not None
    assert needs_comment(found, Typed(value=typed))
    assert not needs_comment(found, Typed(value=typed, comment=COMMENT))


def test_a_value_like_those_before_raises_no_doubt(round_store: Store) -> None:
    assert _understood(round_store, "firms", "142").warnings == ()
    assert _understood(round_store, "output", "142.0亿").warnings == ()
    assert _understood(round_store, "hub", "under way").warnings == ()
    assert not needs_comment(_understood(round_store, "firms", "142"), Typed(value="142"))


def test_the_whole_of_known_parts_is_held_against_them(round_store: Store) -> None:
    with round_store.change(who="test", deed="enter") as change:
        change.write_actuals(
            Actual(zone=zone, indicator="firms", year=2025, value=Decimal(value))
            for zone, value in (("park", 150), ("port", 300))
        )
    found = _understood(round_store, "firms", "430", 2025, "city")
    assert "the parts add up to more than their whole" in str(found.warnings[0])
    assert _understood(round_store, "firms", "450", 2025, "city").warnings == ()
    assert "do not add up" in str(_understood(round_store, "firms", "460", 2025, "city").warnings[0])


def test_a_share_where_no_zone_is_above_is_refused(round_store: Store) -> None:
    found = _understood(round_store, "firms", "占全国25%", zone="province")
    assert "none is above The province" in str(found.problems[0])


def test_a_correction_needs_a_reason_and_another_value(round_store: Store) -> None:
    same = _understood(round_store, "firms", "130", 2023, source="yearbook")
    assert "this very value is on record already" in str(same.problems[0])
    assert "needs a reason" in str(_understood(round_store, "firms", "131", 2023).problems[0])
    assert _understood(round_store, "firms", "131", 2023, reason="counted again").problems == ()


def test_unknown_zones_and_indicators_are_told(round_store: Store) -> None:
    with pytest.raises(NotFoundError):
        context_of(round_store, "atlantis")
    assert "no such indicator" in str(_understood(round_store, "ghosts", "1").problems[0])


def _statuses(store: Store, indicator: str, typed: str, **more: Any) -> tuple[Status, Status, bool]:
    found = _understood(store, indicator, typed, **more)
    assert found.actual is not None
    (told, *_others) = effects(store, {key(indicator): found.actual}, ViewSettings(2024))[key(indicator)]
    return told.before[Rule.TIME], told.after[Rule.TIME], told.changes


def test_the_effect_on_every_goal_is_shown_before_anything_is_stored(round_store: Store) -> None:
    assert _statuses(round_store, "firms", "201") == (Status.FAR_BEHIND, Status.MET_EARLY, True)
    assert _statuses(round_store, "firms", "over 150")[1] is Status.INDETERMINATE
    assert _statuses(round_store, "prices", "3.4")[1] is Status.BREACHED
    assert _statuses(round_store, "hub", "done")[1] is Status.DONE
    assert round_store.version() == 1


def test_a_growth_counts_in_the_effect_as_the_level_it_leads_to(round_store: Store) -> None:
    grown = _statuses(round_store, "firms", "+60%", comment=COMMENT)
    assert grown[1] is Status.MET_EARLY


def test_what_no_goal_is_judged_on_has_no_effect(round_store: Store) -> None:
    actual = Actual(zone="city", indicator="rd", year=2024, value=Decimal(2))
    typed = replace(key("rd"), zone="city")
    assert effects(round_store, {typed: actual}) == {typed: ()}
