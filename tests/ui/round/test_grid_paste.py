"""A block pasted into the grid is recognised by what lands where nothing is typed, and kept by its names."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.services.round.round_samples import LI, YEAR
from tracker.domain.tables.names import NameIndex
from tracker.services.round.pasting import match_paste
from tracker.services.round.rounds import Round, my_round
from tracker.store import Store
from tracker.ui.round.grid_paste import landed_block

ORDER = ("indicator", "value", "unit", "last", "goal", "comment")
KEPT = {"value": "", "comment": ""}


def landed(owed: Round, edits: Mapping[int, Mapping[str, Any]], kept: Mapping[str, str] = KEPT) -> dict[str, list[str]]:
    wanted = NameIndex((row.key.indicator, name) for row in owed.rows for name in (row.key.indicator, *row.names))
    return landed_block([(owed.rows[place], cells, kept) for place, cells in edits.items()], ORDER, wanted)


def taken(owed: Round, edits: Mapping[int, Mapping[str, Any]]) -> dict[str, str]:
    found = match_paste(owed, list(landed(owed, edits).values()))
    return {cell.key.indicator: cell.text for cell in found.cells}


@pytest.mark.parametrize(
    "edits",
    [
        # Two columns pasted over the names.
        {0: {"indicator": "R&D share", "value": "1.9"}, 1: {"indicator": "High-tech firms", "value": "1,250"}},
        # The same pasted over the values: the names land in them.
        {0: {"value": "R&D share", "unit": "1.9"}, 1: {"value": "1. 高新技术企业数：", "unit": "1,250"}},
        # A name, a unit and a value.
        {0: {"indicator": "R&D share", "value": "%", "unit": "1.9"}, 1: {"value": "firms", "unit": "1,250"}},
    ],
)
def test_values_of_a_pasted_block_go_where_their_names_belong(
    round_store: Store, edits: Mapping[int, Mapping[str, Any]]
) -> None:
    owed = my_round(round_store, LI, "park", YEAR)
    assert taken(owed, edits) == {"rd": "1.9", "firms": "1,250"}


def test_a_column_of_values_lands_in_the_order_of_the_grid(round_store: Store) -> None:
    owed = my_round(round_store, LI, "park", YEAR)
    assert landed(owed, {0: {"value": "1.9"}, 1: {"value": "1,250", "comment": "firms of the park"}}) == {}


def test_what_was_typed_before_is_no_part_of_a_block(round_store: Store) -> None:
    owed = my_round(round_store, LI, "park", YEAR)
    kept = {"value": "7", "comment": "as counted"}
    block = landed(owed, {0: {"indicator": "R&D share", "value": "7", "comment": "as counted"}}, kept)
    assert list(block.values()) == [["R&D share", "", "", "", "", ""]]
