"""How a goal stands in a few words."""

import pytest

from tests.domain.by_hand import judged
from tracker.domain.explaining.standing_words import marks, standing
from tracker.domain.vocabulary import Qualifier


@pytest.mark.parametrize(
    ("actuals", "looked_from", "said"),
    [
        ({2022: 55, 2023: 60}, 2024, "Met early"),
        ({2016: 70, 2021: 55}, 2024, "Met early · moving back"),
        ({2024: 60}, 2026, "Reached by 2024, 2025 not reported"),
        ({2019: 70, 2024: 55}, 2026, "Reached by 2024, 2025 not reported · moving back"),
        ({2024: 45}, 2026, "Behind · overdue"),
    ],
)
def test_a_status_is_said_with_what_makes_it_special(actuals: dict[int, float], looked_from: int, said: str) -> None:
    verdict = judged(
        actuals, value=50, start=2016, due=2025, baseline_year=2015, baseline_value=30, looked_from=looked_from
    ).verdict
    assert " · ".join(standing(verdict, 2025)) == said


def test_a_goal_that_is_due_and_was_never_reported_is_overdue() -> None:
    verdict = judged(
        {}, value=50, start=2021, due=2025, baseline_year=2020, baseline_value=30, looked_from=2026
    ).verdict
    assert marks(verdict, 2025) == ("overdue",)


def test_the_bound_of_one_year_is_none_of_a_mean() -> None:
    wanted = {"measured_by": "mean", "comparator": ">=", "value": 5, "indicator_unit": "%", "start": 2021, "due": 2025}
    verdict = judged({2021: 20, 2022: "over 10"}, looked_from=2022, **wanted).verdict  # type: ignore[arg-type]
    assert verdict.qualifier is Qualifier.EXACT
    assert verdict.measured == pytest.approx(15)
    assert verdict.measured_high == pytest.approx(60)
