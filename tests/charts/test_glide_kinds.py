"""What a viewer sees of goals of every kind, and of goals of which little is known."""

from dataclasses import replace

import pytest

from tests.charts import examples, examples_of_kinds, making, reading
from tests.charts.figures import glide_path
from tracker.charts import Theme
from tracker.domain.assessment.verdicts import GoalReport, Point
from tracker.domain.kinds import Kind
from tracker.domain.records import Indicator
from tracker.domain.statuses import Group, Status
from tracker.domain.vocabulary import Better, Comparator

FULL = (1920, 1080)


def test_a_goal_of_every_year_is_a_line_over_the_plan_without_a_path() -> None:
    figure = glide_path(examples_of_kinds.unemployment(), size=FULL)
    texts = reading.texts(figure)
    assert {"under 5.5%", "goal reached below this line", "▼ Breached"} <= set(texts)
    assert any("does not start at 0" in text for text in texts)
    assert "path" not in reading.names(figure)


@pytest.mark.parametrize(
    "values",
    [
        {2021: 5.6, 2025: 5.0},
        {2021: 4.0, 2022: 4.4, 2023: 5.1, 2024: 5.42, 2025: 5.45},
    ],
)
def test_the_words_on_the_kept_side_of_the_line_keep_off_the_line_of_actuals(values: dict[int, float]) -> None:
    figure = glide_path(replace(examples_of_kinds.unemployment(), points=making.points(values)), size=FULL)
    words = next(box for text, box in reading.boxes(figure) if text == "goal reached below this line")
    crossed = [
        place
        for place in reading.along(figure, reading.trace(figure, "actual", "lines"))
        if words.left <= place[0] <= words.right and words.top <= place[1] <= words.bottom
    ]
    assert crossed == []


def test_a_range_is_a_band_between_two_lines() -> None:
    figure = glide_path(examples_of_kinds.grain(), size=FULL)
    assert {"650 million", "to 700 million"} <= set(reading.texts(figure))
    assert list(reading.trace(figure, "goal").y) == [650, 700]
    band = next(shape for shape in figure.layout.shapes if shape.type == "rect")
    assert (band.y0, band.y1) == (650, 700)


def test_the_first_place_of_a_rank_is_on_top() -> None:
    figure = glide_path(examples_of_kinds.rank(), size=FULL)
    low, high = figure.layout.yaxis.range
    assert low > high
    assert {"1", "20"} <= set(reading.ticks(figure.layout.yaxis))
    assert {"top 20", "goal reached above this line"} <= set(reading.texts(figure))
    ruled = [shape.y0 for shape in figure.layout.shapes if shape.type == "line"]
    assert ruled == [20]


def test_a_relative_goal_shows_points_around_a_zero_line() -> None:
    figure = glide_path(examples_of_kinds.income(), size=FULL)
    assert {"0 or more", "−0.8"} <= set(reading.texts(figure))
    assert any(shape.type == "line" and shape.y0 == 0 for shape in figure.layout.shapes)


def test_a_reduction_goes_down_from_zero() -> None:
    figure = glide_path(examples_of_kinds.energy(), size=FULL)
    assert {"at most −13.5%", "goal reached below this line", "−3.3%"} <= set(reading.texts(figure))
    assert figure.layout.yaxis.range[0] < -13.5


def test_interim_values_are_on_the_path_and_labelled() -> None:
    figure = glide_path(examples.many_years(), size=FULL)
    path = reading.trace(figure, "path")
    assert dict(zip(path.x, path.y, strict=True))[2010] == 1.5
    assert {"needed 1.5%", "needed 2.2%"} <= set(reading.texts(figure))
    assert list(reading.trace(figure, "needed").x) == [2010, 2020, 2024]


def test_nothing_known_but_the_goal_is_still_a_chart() -> None:
    figure = glide_path(examples_of_kinds.turnover(), size=FULL)
    assert {"4 bn yuan", "○ No actual yet", "not yet due"} <= set(reading.texts(figure))
    assert reading.names(figure) == {"goal"}


def test_without_a_due_year_there_are_actuals_and_a_threshold_only() -> None:
    figure = glide_path(examples_of_kinds.area(), size=FULL)
    assert {"1", "no due year", "○ No due year", "0.35"} <= set(reading.texts(figure))
    assert not {"goal", "path"} & reading.names(figure)


def test_a_goal_that_is_its_value_alone_shades_nothing() -> None:
    area = examples_of_kinds.area()
    exact = replace(
        area,
        goal=replace(area.goal, comparator=Comparator.EQUAL),
        indicator=replace(area.indicator, better=Better.NONE),
    )
    figure = glide_path(exact, size=FULL)
    assert "exactly 1 km²" in reading.texts(figure)
    assert not any("goal reached" in text for text in reading.texts(figure))
    satisfied = glide_path(area, size=FULL)
    assert len(figure.layout.shapes) == len(satisfied.layout.shapes) - 1


def test_actuals_are_written_with_the_decimals_of_their_indicator() -> None:
    area = examples_of_kinds.area()
    assert area.indicator.decimals == 2
    texts = reading.texts(glide_path(area, size=FULL))
    assert {"0.20", "0.35"} <= set(texts)


def test_digits_beyond_the_decimals_of_the_indicator_are_not_cut_off() -> None:
    area = examples_of_kinds.area()
    coarse = replace(area, indicator=replace(area.indicator, decimals=0))
    assert "0.35" in reading.texts(glide_path(coarse, size=FULL))


def test_a_milestone_is_a_line_to_its_due_year_with_its_state() -> None:
    figure = glide_path(examples_of_kinds.milestone(), size=FULL)
    assert {"milestone", "goal for 2025", "▲ Under way"} <= set(reading.texts(figure))
    assert "no actual" not in reading.texts(figure)
    assert not figure.layout.yaxis.tickvals


def test_small_values_keep_their_digits() -> None:
    assert {"0.0080", "at most 0.003", "0.0055"} <= set(reading.texts(glide_path(examples.tiny(), size=FULL)))


def test_a_supposed_value_is_dashed_and_says_what_if() -> None:
    figure = glide_path(examples.shenyang(), size=FULL, what_if=Point(year=2021, low=1400.0, high=1400.0))
    line = reading.trace(figure, "what if")
    assert (list(line.x), list(line.y), line.line.dash) == ([2020, 2021], [786, 1400], "dot")
    assert "what if 1,400" in reading.texts(figure)
    assert any(shape.type == "circle" and shape.line.dash == "dot" for shape in figure.layout.shapes)


def test_a_supposed_value_starts_from_an_implied_start_where_there_is_no_actual() -> None:
    figure = glide_path(examples.jinpu(), what_if=Point(year=2022, low=2.0, high=2.0))
    assert list(reading.trace(figure, "what if").x) == [2021, 2022]


def test_a_narrow_sheet_has_goal_and_status_above_the_plot() -> None:
    figure = glide_path(examples.shenyang_supposed(), size=(360, 420), title=False)
    assert {"◇ over 2,000, goal for 2023", "◆ Behind", "◆ 1,690 projected"} <= set(reading.texts(figure))
    assert figure.layout.margin.r < 20


def test_dark_is_drawn_on_the_dark_page() -> None:
    figure = glide_path(examples.china(), theme=Theme.DARK)
    assert figure.layout.paper_bgcolor == "#0F151E"
    assert reading.trace(figure, "actual", "lines").line.color == "#EDF1F7"


def _variant(**changes: object) -> GoalReport:
    report = examples.shenyang()
    return replace(report, goal=replace(report.goal, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"comparator": Comparator.AT_LEAST}, "2,000"),
        ({"comparator": Comparator.LESS_THAN}, "under 2,000"),
        ({"comparator": Comparator.AT_MOST}, "at most 2,000"),
        ({"comparator": Comparator.AT_MOST, "approximate": True}, "about 2,000"),
        ({"kind": Kind.INCREASE, "comparator": Comparator.EQUAL, "approximate": True}, "about +2,000"),
        ({"kind": Kind.GROWTH}, "over 2,000 a year"),
    ],
)
def test_a_goal_is_written_in_the_words_of_its_comparator(changes: dict[str, object], words: str) -> None:
    assert words in reading.texts(glide_path(_variant(**changes), size=FULL))


def test_a_multiple_without_a_start_says_the_factor() -> None:
    report = _variant(kind=Kind.MULTIPLE)
    unknown = replace(
        report,
        goal=replace(report.goal, value=report.goal.value_high or report.goal.value),
        verdict=replace(report.verdict, target=None, baseline_year=None, baseline_value=None),
        path=(),
    )
    assert "2,000 × the start level" in " ".join(reading.texts(glide_path(unknown, size=FULL)))
    nothing = replace(unknown, goal=replace(unknown.goal, value=None), points=())
    assert "no target value" in reading.texts(glide_path(nothing, size=FULL))


def test_a_plain_goal_on_an_indicator_that_should_fall_is_reached_below() -> None:
    report = _variant(comparator=Comparator.EQUAL)
    falling: Indicator = replace(report.indicator, better=Better.DOWN)
    assert "goal reached below this line" in reading.texts(glide_path(replace(report, indicator=falling), size=FULL))


def test_additions_start_at_zero_without_a_mark() -> None:
    report = making.report(
        kind=Kind.INCREASE,
        value="150",
        due=2019,
        start=2017,
        looked_from=2018,
        judged=making.verdict(Status.ON_TRACK, target=150.0, baseline_year=2016, baseline_value=0.0),
        series=making.points({2017: 55.0, 2018: 101.0}),
        path=making.straight(2016, 0, 2019, 150),
    )
    figure = glide_path(report, size=FULL)
    assert list(reading.trace(figure, "actual", "lines").x) == [2016, 2017, 2018]
    assert "start" not in reading.names(figure)


def test_a_single_known_year_without_goal_year_is_drawn() -> None:
    report = replace(examples_of_kinds.area(), points=making.points({2022: 0.35}))
    assert list(glide_path(report).layout.xaxis.tickvals) == [2022]


def test_a_goal_against_another_indicator_draws_both_series_and_rings_the_year_that_broke() -> None:
    base = examples_of_kinds.income()
    own, reference = making.points({2021: 8.1, 2022: 2.9, 2023: 6.1}), making.points({2021: 8.1, 2022: 3.0, 2023: 5.2})
    verdict = replace(base.verdict, breached_years=(2022,))
    both = replace(base, own_points=own, reference_points=reference, other="GDP growth", verdict=verdict)
    figure = glide_path(both, size=FULL)
    assert list(reading.trace(figure, "GDP growth", "markers").y) == [8.1, 3.0, 5.2]
    assert list(reading.trace(figure, "goal not kept").x) == [2022]
    texts = reading.texts(figure)
    assert {"GDP growth", "goal not kept", "2.9%"} <= set(texts)
    assert "goal reached above this line" not in texts


def test_what_came_after_the_year_that_judged_is_grey_and_smaller() -> None:
    base = examples.china()
    closed = replace(base, verdict=replace(base.verdict, at_due=True))
    figure = glide_path(closed, size=FULL)
    sizes = {reading.plain(note.text): note.font.size for note in figure.layout.annotations}
    assert sizes["2.41%"] > sizes["2.56%"]
    assert list(reading.trace(figure, "after the due year").x) == [2020, 2021, 2022]


def test_nothing_is_needed_of_a_goal_that_is_met() -> None:
    met = replace(examples.shenyang_supposed(), group=Group.MET)
    assert not any("needed" in text for text in reading.texts(glide_path(met, size=FULL)))
