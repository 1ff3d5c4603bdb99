"""The shipped bundles are taken without a complaint, and come back from an export as they were."""

from pathlib import Path

import pytest

from tests.exchange.bundle_folders import gone_through
from tracker.exchange import Known, read_bundle, write_bundle
from tracker.exchange.bundle.bundle_columns import Record

SHIPPED = Path(__file__).resolve().parents[2] / "data"


def taken(path: Path) -> dict[str, tuple[Record, ...]]:
    """Read a bundle whole; fails on any problem or warning, save for true values that moved by more than half."""
    bundle = read_bundle(path, Known())
    records = gone_through(bundle)
    assert [warning for warning in bundle.warnings if not warning.wrong.startswith("more than half")] == []
    return records


@pytest.mark.parametrize("bundle", ["liaoning", "reference"])
@pytest.mark.parametrize("form", ["folder", "workbook.xlsx"])
def test_a_shipped_bundle_survives_the_way_out_and_back(bundle: str, form: str, tmp_path: Path) -> None:
    records = taken(SHIPPED / bundle)
    write_bundle(tmp_path / form, records)
    assert taken(tmp_path / form) == records
