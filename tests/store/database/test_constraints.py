"""What is impossible cannot be stored, not even by hand."""

import pytest
from sqlalchemy import exc, text

from tests.store.samples import by_hand, fill
from tracker.store import Store

IMPOSSIBLE_GOALS = {
    "an unknown kind": "kind = 'wish'",
    "an unknown comparator": "comparator = '=>'",
    "a nature of its own": "nature = 'hopeful'",
    "a baseline from nowhere": "baseline_origin = 'guessed'",
    "a state on a level": "state = 'done'",
    "a milestone with a value": "kind = 'milestone'",
    "a due year in antiquity": "due = 1066",
    "a baseline in the far future": "baseline_year = 2500",
    "a due year before the baseline": "due = 2020, baseline_year = 2021",
    "approximate to a degree": "approximate = 2",
    "a range with one bound": "kind = 'range'",
    "an upper bound without a range": "value_high = '20', value_high_number = 20",
    "a range upside down": "kind = 'range', value_high = '1', value_high_number = 1",
    "nothing doubled": "kind = 'multiple', value = '0', value_number = 0",
    "a value that is no number": "value = 'many', value_number = 0",
    "a value with an exponent": "value = '1e3', value_number = 1000",
    "a number that is not the value's": "value_number = 13",
    "a value without its number": "value_number = NULL",
    "a number without its value": "value = NULL",
    "an infinite baseline": "baseline_value = '9', baseline_number = 9e999",
    "a plan that is not there": "plan = 'nowhere'",
    "a comparison without its series": "reference_zone = 'city'",
}


@pytest.mark.parametrize("change", IMPOSSIBLE_GOALS.values(), ids=IMPOSSIBLE_GOALS.keys())
def test_an_impossible_goal_cannot_be_stored_by_hand(filled: Store, change: str) -> None:
    with pytest.raises(exc.DBAPIError):
        by_hand(filled, f"UPDATE goals SET {change} WHERE goal = 'firms-2025'")


IMPOSSIBLE_DEFINITIONS = {
    "a zone that is its own parent": "UPDATE zones SET parent = zone",
    "a zone without a name": "UPDATE zones SET name = ''",
    "a zone under none": "UPDATE zones SET parent = 'nowhere'",
    "a plan that ends before it starts": 'UPDATE plans SET "end" = 2020',
    "a plan that succeeds itself": "UPDATE plans SET succeeds = plan",
    "a plan that starts in antiquity": "UPDATE plans SET start = 1066",
    "a plan issued some day": "UPDATE plans SET issued = 'some day'",
    "an indicator that gets better sideways": "UPDATE indicators SET better = 'sideways'",
    "an indicator that accumulates oddly": "UPDATE indicators SET accumulates = 'stock'",
    "an indicator without a unit": "UPDATE indicators SET unit = ''",
    "a source without a title": "UPDATE sources SET title = ''",
    "a series of nothing": "INSERT INTO series (zone, indicator) VALUES ('park', 'happiness')",
    "a zone that goals use taken away": "DELETE FROM zones WHERE zone = 'park'",
}


@pytest.mark.parametrize("statement", IMPOSSIBLE_DEFINITIONS.values(), ids=IMPOSSIBLE_DEFINITIONS.keys())
def test_an_impossible_definition_cannot_be_stored_by_hand(filled: Store, statement: str) -> None:
    with pytest.raises(exc.DBAPIError):
        by_hand(filled, statement)


IMPOSSIBLE_ACTUALS = {
    "nothing said": {"value": "NULL", "low": "NULL", "high": "NULL"},
    "a year in antiquity": {"period": "'1066'", "year": "1066"},
    "a period of another year": {"period": "'2024'"},
    "an undated one without @": {"year": "NULL"},
    "a qualifier of its own": {"qualifier": "'roughly'"},
    "a status of its own": {"status": "'rumoured'"},
    "a state of its own": {"state": "'nearly'"},
    "between one bound": {"qualifier": "'between'"},
    "a second bound on an exact value": {"value_high": "'9'"},
    "a share of more than everything": {"share": "'101'", "share_of": "'city'"},
    "a share of nothing": {"share": "'25'"},
    "a whole without a share": {"share_of": "'city'"},
    "bounds upside down": {"low": "9"},
    "an infinite bound": {"high": "9e999"},
    "a growth without its number": {"growth": "'3'"},
    "an open end on an exact value": {"open_end": "1"},
    "a value that is no number": {"value": "'5.1.2'"},
    "a source that is not there": {"source": "'hearsay'"},
    "a second revision 1": {"period": "'2021'", "year": "2021"},
}
_POSSIBLE = {
    "series": "(SELECT id FROM series WHERE zone = 'park' AND indicator = 'firms')",
    "period": "'2023'",
    "revision": "1",
    "year": "2023",
    "value": "'5'",
    "qualifier": "'exact'",
    "status": "'final'",
    "low": "5",
    "high": "5",
    "open_end": "0",
    "change_set": "1",
}


def _insert(fields: dict[str, str]) -> str:
    """Write an insertion by hand."""
    return f"INSERT INTO actual_revisions ({', '.join(fields)}) VALUES ({', '.join(fields.values())})"


@pytest.mark.parametrize("fields", IMPOSSIBLE_ACTUALS.values(), ids=IMPOSSIBLE_ACTUALS.keys())
def test_an_impossible_actual_cannot_be_stored_by_hand(filled: Store, fields: dict[str, str]) -> None:
    with pytest.raises(exc.DBAPIError):
        by_hand(filled, _insert(_POSSIBLE | fields))


def test_the_actual_that_the_impossible_ones_are_made_of_is_possible(store: Store) -> None:
    fill(store)
    with store.read() as connection:
        before = connection.scalar(text("SELECT count(*) FROM actual_revisions"))
    by_hand(store, _insert(_POSSIBLE))
    with store.read() as connection:
        assert connection.scalar(text("SELECT count(*) FROM actual_revisions")) == before + 1


@pytest.mark.parametrize("table", ["change_sets", "definition_revisions", "actual_revisions"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET id = id + 100", "DELETE FROM {}"])
def test_the_history_refuses_to_be_rewritten(filled: Store, table: str, deed: str) -> None:
    with pytest.raises(exc.DBAPIError, match="append-only"):
        by_hand(filled, deed.format(table))
