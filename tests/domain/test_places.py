"""A zone is not said twice."""

from tracker.domain.explaining.headlines import place_beside


def test_a_zone_that_the_plans_name_has_is_not_said_again() -> None:
    assert place_beside("Shenyang", "SHENYANG 14th Five-Year Plan") == ""
    assert place_beside("Dalian", "Shenyang 14th Five-Year Plan") == "Dalian"
