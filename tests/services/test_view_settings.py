"""A way to look is read from what a person gives."""

from datetime import datetime

import pytest

from tracker.domain.statuses import Rule
from tracker.errors import RefusedInputError
from tracker.services.view_settings import ViewSettings, end_of


def test_a_date_means_its_end() -> None:
    known = end_of("2021-07-31")
    assert (known.hour, known.minute, known.tzinfo is not None) == (23, 59, True)


def test_a_date_and_time_is_taken_to_the_second() -> None:
    assert end_of("2021-07-31T12:30:05").strftime("%H:%M:%S") == "12:30:05"


def test_without_a_year_the_look_is_from_the_year_of_the_instant() -> None:
    assert ViewSettings.at("2021-07-31").year == 2021
    assert ViewSettings.at().year == datetime.now().astimezone().year
    assert ViewSettings.at("2021-07-31", 2019, Rule.COMPOUND) == ViewSettings(2019, end_of("2021-07-31"), Rule.COMPOUND)


@pytest.mark.parametrize("text", ["yesterday", "2021-13-01", "2021", "31.7.2021", "2021-07-31T25:00"])
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(RefusedInputError, match="such as 2021-07-31"):
        end_of(text)
