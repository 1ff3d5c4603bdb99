"""What is kept in memory is always what the store holds now."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from threading import Barrier, Event
from time import sleep

import pytest

from tests.services.conftest import Bundle, MakeStore, write_bundle
from tracker.domain.assessment.judging import RULES
from tracker.domain.assessment.standings import Standings
from tracker.domain.statuses import Rule, Status
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.cache import query_cache
from tracker.services.cache.goal_table import GoalTable
from tracker.services.cache.query_cache import QueryCache, cache_of
from tracker.services.overview.attention import Concern, concerns
from tracker.services.overview.counts_by_group import Scope
from tracker.services.plan.status_lines import judged_goals, status_row
from tracker.services.view_settings import ViewSettings
from tracker.store import Store, backup, restore
from tracker.store.record.definitions import goals

LOOK = ViewSettings(2022)
# In seconds: longer than anything here takes, so that what waits for ever is seen.
_PATIENCE = 20


def status_of(store: Store, view: ViewSettings = LOOK) -> Status:
    _goal_table, standings = cache_of(store).standings(view)
    return tuple(Status)[int(standings.assessment.status[RULES.index(Rule.TIME), 0])]


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
    cache_of(store).standings(LOOK)
    monkeypatch.setattr(
        query_cache, "fetch_goal_table", lambda *_given, **_named: pytest.fail("everything was fetched again")
    )
    firms["actuals"] = firms["actuals"].replace("2021,1000", "2021,1600")
    import_bundle(store, write_bundle(tmp_path / "next", firms), who="an official")
    assert status_of(store) is Status.AHEAD


def test_what_a_restored_backup_holds_is_judged_at_once(store_of: MakeStore, firms: Bundle, tmp_path: Path) -> None:
    store = store_of(firms)
    backup(store, tmp_path / "copy.db")
    firms["actuals"] += "shenyang,firms,2022,1600,press\n"
    import_bundle(store, write_bundle(tmp_path / "next", firms), who="an official")
    assert status_of(store) is Status.ON_TRACK
    restore(str(store.url.database), tmp_path / "copy.db")
    assert status_of(store) is Status.FAR_BEHIND
    # The same number as before, and another change.
    firms["actuals"] = firms["actuals"].replace("2022,1600", "2022,1999")
    import_bundle(store, write_bundle(tmp_path / "other", firms), who="an official")
    assert status_of(store) is Status.AHEAD


def test_a_change_of_a_goal_is_judged_at_once(store_of: MakeStore, firms: Bundle, tmp_path: Path) -> None:
    store = store_of(firms)
    assert status_of(store) is Status.FAR_BEHIND
    firms["goals"] = firms["goals"].replace(">,2000", ">,1500")
    import_bundle(store, write_bundle(tmp_path / "next", firms), who="a planner")
    assert status_of(store) is Status.BEHIND


def test_before_anything_was_recorded_nothing_is_known(store_of: MakeStore, firms: Bundle) -> None:
    earlier = ViewSettings(2022, datetime(2001, 1, 1, tzinfo=UTC))
    assert status_of(store_of(firms), earlier) is Status.NO_ACTUAL_YET


def test_a_bounded_number_of_answers_is_kept(store_of: MakeStore, firms: Bundle) -> None:
    kept = cache_of(store_of(firms))
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
    kept = cache_of(store_of(firms))
    _goal_table, before = kept.standings(LOOK)
    for number in range(1000):
        kept.answer(number, lambda: None)
    assert kept.standings(LOOK)[1] is before


def test_a_relative_goal_is_named_by_what_it_is_measured_against(store_of: MakeStore, firms: Bundle) -> None:
    firms["indicators"] += "gdp,GDP growth,%,up,annual_change\nincome,Income growth,%,up,annual_change\n"
    firms["goals"] = (
        "goal,plan,indicator,kind,due,reference_indicator,reference_zone\nr,format,income,relative,2023,gdp,shenyang\n"
    )
    (row,) = map(status_row, judged_goals(store_of(firms), LOOK))
    assert row["asked"] == "at least as much as GDP growth, Shenyang High-Tech Zone in 2021–2023"


def test_a_question_does_not_wait_for_another_one(store_of: MakeStore, firms: Bundle) -> None:
    kept, go_on = cache_of(store_of(firms)), Event()
    with ThreadPoolExecutor(1) as other:
        long = other.submit(kept.answer, "long", lambda: go_on.wait(_PATIENCE))
        assert kept.answer("short", lambda: "at once") == "at once"
        assert kept.standings(LOOK)[1] is kept.standings(LOOK)[1]
        assert not long.done()
        go_on.set()
        assert long.result()


def test_a_question_asked_by_many_at_once_is_worked_out_once(store_of: MakeStore, firms: Bundle) -> None:
    kept, everybody, found = cache_of(store_of(firms)), Barrier(8), []

    def find() -> int:
        found.append(1)
        sleep(0.2)
        return len(found)

    def ask(_who: int) -> int:
        everybody.wait(_PATIENCE)
        return kept.answer("the same", find)

    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(ask, range(8))) == {1}


def test_who_waited_for_an_answer_that_failed_works_it_out(store_of: MakeStore, firms: Bundle) -> None:
    kept, asked, go_on = cache_of(store_of(firms)), Event(), Event()

    def fail() -> str:
        asked.set()
        go_on.wait(_PATIENCE)
        raise KeyboardInterrupt

    with ThreadPoolExecutor(2) as readers:
        first = readers.submit(kept.answer, "the same", fail)
        assert asked.wait(_PATIENCE)
        second = readers.submit(kept.answer, "the same", lambda: "found")
        go_on.set()
        assert second.result(_PATIENCE) == "found"
        with pytest.raises(KeyboardInterrupt):
            first.result(_PATIENCE)


def test_questions_are_answered_while_a_change_is_being_written(
    store_of: MakeStore, firms: Bundle, tmp_path: Path
) -> None:
    store = store_of(firms)
    before = status_of(store)
    with ThreadPoolExecutor(1) as reader, store.change(who="an official", deed="correct") as change:
        change.write_definitions("goal", [replace(goal, value=Decimal(1)) for goal in goals(store)])
        assert reader.submit(status_of, store, ViewSettings(2022, datetime.now(UTC))).result(_PATIENCE) is before
        assert reader.submit(status_of, store).result(_PATIENCE) is before
    assert status_of(store) is Status.MET_EARLY


def test_counts_and_lines_are_of_one_state_of_the_store(
    store_of: MakeStore, firms: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change between judging the goals and naming them moves their rows."""
    store = store_of(firms)
    judge = QueryCache.standings

    def judged_then_changed(kept: QueryCache, view: ViewSettings) -> tuple[GoalTable, Standings]:
        found = judge(kept, view)
        monkeypatch.undo()
        firms["goals"] += "another,format,firms,level,>,1,2022,press\n"
        import_bundle(store, write_bundle(tmp_path / "next", firms), who="a planner")
        return found

    monkeypatch.setattr(QueryCache, "standings", judged_then_changed)
    listed = concerns(store, LOOK, Scope(), Concern.ATTENTION, 10)
    assert [line.goal for line in listed.lines] == ["g"]
