"""A clock that is years wrong stores nothing, until somebody says that it is right."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.store.conftest import Calendar
from tests.store.samples import fill, write_actual
from tracker.errors import ClockError
from tracker.services import stores
from tracker.store import Store


@pytest.mark.parametrize("years", [10, -10])
def test_a_clock_years_away_stores_nothing_until_it_is_said_to_be_right(
    store: Store, calendar: Calendar, years: int
) -> None:
    fill(store)
    store.check_clock()
    calendar.now += timedelta(days=365 * years)
    with pytest.raises(ClockError, match=r"says 20.*stored on 2026-01-01"):
        write_actual(store, year=2024, value=Decimal(6))
    with pytest.raises(ClockError):
        store.check_clock()
    assert store.version() == 1
    stores.trust_clock(store)
    write_actual(store, year=2024, value=Decimal(6))
    assert store.version() == 2
    assert bool(stores.verify(store)) == (years < 0)


def test_a_store_that_rested_for_a_year_takes_the_next_round(store: Store, calendar: Calendar) -> None:
    fill(store)
    calendar.now += timedelta(days=500)
    write_actual(store, year=2024, value=Decimal(6))
    assert store.version() == 2


def test_what_a_wrong_clock_has_written_is_named(store: Store, calendar: Calendar) -> None:
    fill(store)
    calendar.now += timedelta(days=300)
    write_actual(store, year=2024, value=Decimal(6))
    calendar.now -= timedelta(days=300)
    assert [problem.seen for problem in stores.verify(store)] == ["change_sets 2", "journal 2"]
