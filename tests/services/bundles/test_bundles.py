"""Bundles go in whole or not at all, and come out as they went in."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pytest

from tests.services.conftest import Bundle, MakeStore, write_bundle
from tracker.errors import RefusedInputError
from tracker.services.bundles.bundle_transfer import export_bundle, import_bundle
from tracker.services.stores import SHIPPED
from tracker.store import Store, open_store

_Row = TypeVar("_Row")


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.mark.parametrize("through", ["folder", "workbook.xlsx"])
def test_an_export_of_an_export_is_the_same_byte_for_byte(shipped: Store, tmp_path: Path, through: str) -> None:
    export_bundle(shipped, tmp_path / "first")
    export_bundle(shipped, tmp_path / through)
    second = open_store(f"sqlite:///{tmp_path / 'second.db'}", create=True)
    import_bundle(second, tmp_path / through, who="a planner")
    export_bundle(second, tmp_path / "again")
    second.close()
    assert files_of(tmp_path / "first") == files_of(tmp_path / "again")


def test_the_shipped_files_are_what_an_export_of_them_writes(tmp_path: Path) -> None:
    for bundle in SHIPPED:
        store = open_store(f"sqlite:///{tmp_path / f'{bundle.name}.db'}", create=True)
        import_bundle(store, bundle, who="a planner")
        export_bundle(store, tmp_path / bundle.name)
        store.close()
        assert files_of(tmp_path / bundle.name) == files_of(bundle)


def test_the_same_bundle_again_changes_nothing(store_of: MakeStore, firms: Bundle, tmp_path: Path) -> None:
    store = store_of(firms)
    before = store.version()
    again = import_bundle(store, tmp_path / "bundle", who="a planner")
    assert (again.total.new, again.total.changed, again.total.unchanged) == (0, 0, 7)
    assert store.version() == before


def test_a_check_says_what_would_change_and_stores_nothing(store_of: MakeStore, firms: Bundle, tmp_path: Path) -> None:
    store = store_of(firms)
    before = store.version()
    firms["actuals"] = firms["actuals"].replace("1000", "1040") + "shenyang,firms,2022,1390,press\n"
    would = import_bundle(store, write_bundle(tmp_path / "next", firms), who="a planner", check=True)
    assert (would.counts["actuals"].new, would.counts["actuals"].changed) == (1, 1)
    assert len(would.counts["actuals"].touched) == 2
    assert store.version() == before


def test_a_problem_anywhere_leaves_the_store_as_it_was(store_of: MakeStore, firms: Bundle, tmp_path: Path) -> None:
    store = store_of(firms)
    before = store.version()
    firms["zones"] += "dalian,Dalian\n"
    firms["actuals"] += "shenyang,firms,2022,a lot,press\n"
    with pytest.raises(RefusedInputError, match=r"actuals\.csv:4:value"):
        import_bundle(store, write_bundle(tmp_path / "next", firms), who="a planner")
    assert store.version() == before


def test_progress_counts_every_goal_and_actual(store_of: MakeStore, firms: Bundle, tmp_path: Path) -> None:
    store = store_of(firms)
    seen: list[str] = []

    def watch(rows: Iterable[_Row], kind: str, /) -> Iterable[_Row]:
        for row in rows:
            seen.append(kind)
            yield row

    import_bundle(store, tmp_path / "bundle", who="a planner", progress=watch)
    assert seen == ["goals", "actuals", "actuals"]


def test_a_doubtful_row_is_stored_with_a_warning(store_of: MakeStore, firms: Bundle, tmp_path: Path) -> None:
    store = store_of(firms)
    firms["goals"] = firms["goals"].replace("2023,press", "2025,press")
    done = import_bundle(store, write_bundle(tmp_path / "next", firms), who="a planner")
    assert done.total.changed == 1
    assert [warning.column for warning in done.warnings] == ["due"]
