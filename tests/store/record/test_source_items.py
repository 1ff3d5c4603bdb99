"""What was taken from each source, and how much there is of everything."""

from tests.store.samples import fill
from tracker.store import Store
from tracker.store.record.source_items import Uses, totals, uses_of_sources


def test_what_came_from_a_source_is_counted_and_so_is_what_has_none(store: Store) -> None:
    fill(store)
    assert uses_of_sources(store) == {"report": Uses(plans=1, actuals=3), None: Uses(goals=3)}


def test_everything_is_counted_by_file_of_the_bundle(store: Store) -> None:
    assert set(totals(store).values()) == {0}
    fill(store)
    assert totals(store) == {"sources": 1, "zones": 2, "indicators": 2, "plans": 1, "goals": 3, "actuals": 3}
