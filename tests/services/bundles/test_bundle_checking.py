"""A bundle looked at before it is loaded: what is new, what changes, what is gone."""

from pathlib import Path

import pytest

from tests.services.conftest import Bundle, MakeStore, write_bundle
from tracker.domain.people.roles import Person, Role
from tracker.errors import NotAllowedError, RefusedInputError
from tracker.services.bundles.bundle_checking import check_bundle, import_upload, laid_out
from tracker.store import Store
from tracker.store.audit.history import change_sets
from tracker.store.record.definitions import goals

PLANNER = Person(account="lin", name="Lin", role=Role.PLANNER)
OFFICIAL = Person(account="o", name="O", role=Role.OFFICIAL)


@pytest.fixture
def store(store_of: MakeStore, firms: Bundle) -> Store:
    return store_of(firms)


def test_new_changed_and_gone_rows_are_named_in_words(store: Store, firms: Bundle, tmp_path: Path) -> None:
    before = store.version()
    firms["zones"] += "dalian,Dalian\n"
    firms["goals"] = firms["goals"].replace("g,format", "other,format").replace("2023", "2022")
    firms["actuals"] = firms["actuals"].replace("2021,1000", "2021,1040")
    found = check_bundle(store, PLANNER, write_bundle(tmp_path / "next", firms))
    assert [(row.file, row.words) for row in found.new] == [
        ("zones", "Dalian"),
        ("goals", "Working format · High-tech enterprises, 2022"),
    ]
    assert [(row.words, [(one.field, one.theirs, one.yours) for one in row.changes]) for row in found.changed] == [
        ("Shenyang High-Tech Zone · High-tech enterprises, 2021", [("value", "1,000", "1,040")])
    ]
    assert [row.words for row in found.gone] == ["Working format · High-tech enterprises, 2023"]
    assert (found.new_count, found.changed_count, found.unchanged_count, found.gone_count) == (2, 1, 5, 1)
    assert store.version() == before


def test_loading_deletes_nothing_that_is_gone(store: Store, firms: Bundle, tmp_path: Path) -> None:
    firms["goals"] = firms["goals"].replace("g,format", "other,format")
    folder = write_bundle(tmp_path / "next", firms)
    done = import_upload(store, PLANNER, folder, reason="corrected edition", token="1")
    assert done is not None
    assert done.total.new == 1
    assert [goal.goal for goal in goals(store)] == ["g", "other"]
    newest = change_sets(store, limit=1)[0]
    assert (newest.who, newest.deed, newest.reason) == ("lin", "import", "corrected edition")
    assert import_upload(store, PLANNER, folder, token="1") is None, "the second click"


def test_the_same_bundle_again_has_nothing_to_do(store: Store, tmp_path: Path) -> None:
    assert check_bundle(store, PLANNER, tmp_path / "bundle").nothing_to_do


def test_what_changes_is_said_with_names(store: Store, firms: Bundle, tmp_path: Path) -> None:
    firms["zones"] = "zone,name,parent\nliaoning,Liaoning Province,\nshenyang,Shenyang High-Tech Zone,liaoning\n"
    firms["sources"] += "second,Second article\n"
    firms["indicators"] += "rd,R&D,%,up,level\n"
    firms["plans"] = (
        "plan,zone,name,start,end,succeeds\nformat,liaoning,Working format,2021,2023,old\nold,liaoning,Old plan,,,\n"
    )
    firms["goals"] = firms["goals"].replace("firms,level,>,2000", "rd,level,>,20").replace("press", "second")
    found = check_bundle(store, PLANNER, write_bundle(tmp_path / "next", firms))
    told = {(one.field, one.theirs, one.yours) for row in found.changed for one in row.changes}
    assert told >= {
        ("parent", "–", "Liaoning Province"),
        ("zone", "Shenyang High-Tech Zone", "Liaoning Province"),
        ("succeeds", "–", "Old plan"),
        ("indicator", "High-tech enterprises", "R&D"),
        ("source", "China Daily", "Second article"),
    }


def test_what_changes_is_said_in_words_and_not_in_those_of_the_bundle(
    store: Store, firms: Bundle, tmp_path: Path
) -> None:
    firms["indicators"] = firms["indicators"].replace("up,level", "down,flow")
    firms["goals"] = firms["goals"].replace("level,>,2000", "increase,<=,2500")
    firms["actuals"] = (
        "zone,indicator,year,value,qualifier,status,growth,source\n"
        "shenyang,firms,2020,786.0,,,,press\nshenyang,firms,2021,1000,over,estimated,27.2,press\n"
    )
    found = check_bundle(store, PLANNER, write_bundle(tmp_path / "next", firms))
    told = {(one.field, one.theirs, one.yours) for row in found.changed for one in row.changes}
    assert told >= {
        ("better", "more", "less"),
        ("accumulates", "a level at the end of each year", "an amount for each year"),
        ("kind", "reach a level", "add an amount over the plan"),
        ("comparator", "more than", "at most"),
        ("value", "2,000", "2,500"),
        ("status", "final", "estimated"),
        ("qualifier", "exact", "over"),
        ("growth", "–", "27.2%"),
    }


def test_numbers_that_are_said_alike_are_shown_as_they_are_kept(store: Store, firms: Bundle, tmp_path: Path) -> None:
    firms["actuals"] = firms["actuals"].replace("786", "786.0")
    found = check_bundle(store, PLANNER, write_bundle(tmp_path / "next", firms))
    told = {(one.theirs, one.yours) for row in found.changed for one in row.changes}
    assert told == {("786", "786.0")}


def test_a_bundle_without_goals_makes_none_gone(store: Store, firms: Bundle, tmp_path: Path) -> None:
    del firms["goals"]
    assert check_bundle(store, PLANNER, write_bundle(tmp_path / "next", firms)).gone_count == 0


def test_every_problem_of_an_upload_is_told_at_once(store: Store) -> None:
    upload = [("zones.csv", b"zone,name\nX Y,\n"), ("../plans.csv", b"plan,zone,name\np,nowhere,P\n")]
    with laid_out(upload) as path, pytest.raises(RefusedInputError) as refused:
        check_bundle(store, PLANNER, path)
    assert {problem.file for problem in refused.value.problems} == {"zones.csv", "plans.csv"}


@pytest.mark.parametrize(
    ("names", "said"),
    [(["a.xlsx", "zones.csv"], "beside other files"), (["zones.csv", "notes.pdf"], "not a file of a bundle")],
)
def test_what_is_no_bundle_is_refused(names: list[str], said: str) -> None:
    with pytest.raises(RefusedInputError, match=said), laid_out([(name, b"") for name in names]):
        pass


def test_a_workbook_alone_is_a_bundle_and_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with laid_out([("book.xlsx", b"PK")]) as path:
        assert path.name == "book.xlsx"
    monkeypatch.setattr("tracker.services.bundles.bundle_checking.MOST_UPLOADED", 3)
    with pytest.raises(RefusedInputError, match="too large"), laid_out([("zones.csv", b"zone,name\n")]):
        pass


def test_an_official_may_neither_check_nor_load(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotAllowedError):
        check_bundle(store, OFFICIAL, tmp_path / "bundle")
    with pytest.raises(NotAllowedError):
        import_upload(store, OFFICIAL, tmp_path / "bundle", token="1")
