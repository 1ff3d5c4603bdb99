"""The synthetic bundles that speed is measured with."""

from pathlib import Path

import pytest

from tests.bench.synthetic import SIZES, write_synthetic
from tracker.services.bundles.bundle_transfer import import_bundle
from tracker.services.stores import make_store
from tracker.store.record.definitions import goals, indicators, plans, sources, zones


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The smallest synthetic bundle."""
    return write_synthetic(tmp_path / "bundle", SIZES["S"])


def test_the_sizes_are_those_that_speed_is_promised_for() -> None:
    promised = {"S": (40, 200), "M": (45_000, 225_000), "L": (420_000, 2_100_000)}
    assert {name: (size.goals, size.actuals) for name, size in SIZES.items()} == promised


def test_a_synthetic_bundle_can_be_imported_and_says_in_every_name_that_it_is_synthetic(
    bundle: Path, tmp_path: Path
) -> None:
    store = make_store(f"sqlite:///{tmp_path / 'tracker.db'}", empty=True)
    counts = import_bundle(store, bundle, who="a test").counts
    assert {kind: counted.new for kind, counted in counts.items()} == {
        "zones": 5, "sources": 1, "indicators": 8, "plans": 5, "goals": 40, "actuals": 200,
    }  # fmt: skip
    names = [*(zone.name for zone in zones(store)), *(plan.name for plan in plans(store))]
    names += [*(indicator.name for indicator in indicators(store)), *(source.title for source in sources(store))]
    names += [goal.wording or "" for goal in goals(store)]
    assert [name for name in names if not name.startswith("Synthetic ")] == []
    store.close()


def test_the_same_seed_gives_the_same_bytes(bundle: Path, tmp_path: Path) -> None:
    again = write_synthetic(tmp_path / "again", SIZES["S"])
    assert {file.name: file.read_bytes() for file in again.iterdir()} == {
        file.name: file.read_bytes() for file in bundle.iterdir()
    }
