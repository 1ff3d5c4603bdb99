"""The assessment over columns gives what the method says goal by goal."""

from math import isnan

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.plain_method import judge_plainly
from tests.domain.random_goals import KINDS, Case, cases, lay_out
from tracker.domain.assessment.assess import Assessment, assess
from tracker.domain.assessment.enum_codes import word
from tracker.domain.statuses import Status

EXAMPLES = 60


def statuses(found: Assessment, row: int = 0) -> tuple[str, ...]:
    return tuple(str(word(Status, int(each))) for each in found.status[:, row])


def same(one: float, other: float) -> bool:
    return (isnan(one) and isnan(other)) or one == pytest.approx(other, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("kind", KINDS)
def test_columns_and_plain_method_agree(kind: str) -> None:
    @settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(cases((kind,)), min_size=1, max_size=4), st.integers(2016, 2028), st.sampled_from((0.05, 0.0, 0.2)))
    def agree(several: list[Case], looked_from: int, about: float) -> None:
        found = assess(*lay_out(several), looked_from, about)
        for row, case in enumerate(several):
            plain = judge_plainly(*case, looked_from=looked_from, about=about)
            assert statuses(found, row) == plain.statuses, case
            assert same(float(found.time[row]), plain.time), case
            assert same(float(found.compound[row]), plain.compound), case

    agree()
