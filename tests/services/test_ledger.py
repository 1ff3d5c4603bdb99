"""What is kept in memory is always what the store holds now."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.services.conftest import Bundle, MakeStore, write_bundle
from tracker.domain.judging import RULES
from tracker.domain.vocabulary import Rule, Status
from tracker.services import ledger
from tracker.services.bundles import import_bundle
from tracker.services.ledger import ledger_of
from tracker.services.looking import Look
from tracker.services.status import status_rows
from tracker.store import Store

LOOK = Look(2022)


def status_of(store: Store, look: Look = LOOK) -> Status:
    _book, standings = ledger_of(store).standings(look)
    return tuple(Status)[int(standings.found.status[RULES.index(Rule.TIME), 0])]


def test_a_new_actual_is_judged_at_once(store_of: MakeStore, firms: Bundle, tmp_path: Path) -> None:
    store = store_of(firms)
    assert status_of(store) is Status.FAR_BEHIND
    firms["actuals"] += "shenyang,firms,2022,1600,press\n"
    import_bundle(store, write_bundle(tmp_path / "next", firms), who="an official")
    assert status_of(store) is Status.ON_TRACK


def test_only_touched_series_are_fetched_again(
    store_of: MakeStore, firms: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = range(30)
    firms["indicators"] += "".join(f"i{n},Indicator {n},things,up,level\n" for n in more)
    firms["goals"] += "".join(f"g{n},format,i{n},level,>=,9,2023,press\n" for n in more)
    firms["actuals"] += "".join(f"shenyang,i{n},2020,{n},press\n" for n in more)
    store = store_of(firms)
    ledger_of(store).standings(LOOK)
    monkeypatch.setattr(ledger, "open_book", lambda *_given, **_named: pytest.fail("everything was fetched again"))
    firms["actuals"] = firms["actuals"].replace("2021,1000", "2021,1600")
    import_bundle(store, write_bundle(tmp_path / "next", firms), who="an official")
    assert status_of(store) is Status.AHEAD


def test_a_change_of_a_goal_is_judged_at_once(store_of: MakeStore, firms: Bundle, tmp_path: Path) -> None:
    store = store_of(firms)
    assert status_of(store) is Status.FAR_BEHIND
    firms["goals"] = firms["goals"].replace(">,2000", ">,1500")
    import_bundle(store, write_bundle(tmp_path / "next", firms), who="a planner")
    assert status_of(store) is Status.BEHIND


def test_before_anything_was_recorded_nothing_is_known(store_of: MakeStore, firms: Bundle) -> None:
    earlier = Look(2022, datetime(2001, 1, 1, tzinfo=UTC))
    assert status_of(store_of(firms), earlier) is Status.NO_ACTUAL_YET


def test_a_bounded_number_of_answers_is_kept(store_of: MakeStore, firms: Bundle) -> None:
    kept = ledger_of(store_of(firms))
    found: list[int] = []

    def ask(number: int) -> int:
        def find() -> int:
            found.append(number)
            return number

        return kept.answer(number, find)

    for number in range(1000):
        assert ask(number) == number
    ask(999)
    assert len(found) == 1000
    ask(0)
    assert len(found) == 1001


def test_many_small_answers_do_not_push_the_verdicts_out(store_of: MakeStore, firms: Bundle) -> None:
    kept = ledger_of(store_of(firms))
    _book, before = kept.standings(LOOK)
    for number in range(1000):
        kept.answer(number, lambda: None)
    assert kept.standings(LOOK)[1] is before


def test_a_relative_goal_is_named_by_what_it_is_measured_against(store_of: MakeStore, firms: Bundle) -> None:
    firms["indicators"] += "gdp,GDP growth,%,up,annual_change\nincome,Income growth,%,up,annual_change\n"
    firms["goals"] = (
        "goal,plan,indicator,kind,due,reference_indicator,reference_zone\nr,format,income,relative,2023,gdp,shenyang\n"
    )
    (row,) = status_rows(store_of(firms), LOOK)
    assert row["asked"] == "at least as much as GDP growth, Shenyang High-Tech Zone in 2021–2023"
