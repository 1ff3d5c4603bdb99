"""What a viewer sees of one goal over time."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from tests.charts import examples, reading
from tracker.charts import Theme, glide_path, palette
from tracker.charts.lettering import width_of
from tracker.domain.records import Indicator
from tracker.domain.verdicts import GoalReport, Point, Projection
from tracker.domain.vocabulary import Better, Comparator, Kind, Rule, Status

FULL = (1920, 1080)
SIZES = (
    (1920, 1080, True),
    (1280, 720, True),
    (800, 450, True),
    (1100, 520, False),
    (380, 300, False),
    (360, 420, False),
)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", examples.EVERY)
def test_no_text_stands_on_another_or_leaves_the_sheet(name: str, size: tuple[int, int, bool]) -> None:
    figure = glide_path(examples.EVERY[name](), size=size[:2], title=size[2])
    assert reading.overlaps(figure) == []
    assert reading.outside(figure) == []


@pytest.mark.parametrize("name", examples.EVERY)
def test_no_letters_are_smaller_than_can_be_read(name: str) -> None:
    small, full = (glide_path(examples.EVERY[name](), size=size) for size in ((360, 420), FULL))
    assert min(note.font.size for note in small.layout.annotations) >= 11
    assert min(note.font.size for note in full.layout.annotations) >= 22


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("name", examples.EVERY)
def test_every_property_is_one_that_plotly_knows(name: str, theme: Theme) -> None:
    figure = glide_path(examples.EVERY[name](), theme=theme, what_if=Point(year=2024, low=1.0, high=1.0))
    assert go.Figure(figure.to_dict()).layout.paper_bgcolor == palette(theme).page


def test_the_goal_stands_at_the_right_in_words_with_what_it_asks() -> None:
    texts = reading.texts(glide_path(examples.shenyang(), size=FULL))
    assert {"over 2,000", "goal for 2023", "○ Start value only · overdue", "goal reached above this line"} <= set(texts)
    assert "= 2.5 × the 2020 level (+37% a year)" in " ".join(texts)
    assert {"786", "needed 1,191", "needed 1,595"} <= set(texts)


def test_the_headline_is_two_balanced_lines_and_the_source_is_below() -> None:
    figure = glide_path(examples.shenyang(), size=FULL)
    lines = [note for note in figure.layout.annotations if note.font.size == 48]
    assert len(lines) == 2
    first, second = (width_of(reading.plain(line.text), 48, bold=True) for line in lines)
    assert abs(first - second) < 0.25 * max(first, second)
    assert any(text.startswith("Source – Actual: China Daily Global") for text in reading.texts(figure))


def test_on_a_page_headline_and_source_are_left_to_the_page_and_the_plot_grows() -> None:
    report = examples.shenyang()
    bare, whole = (glide_path(report, size=(1100, 520), title=title) for title in (False, True))
    assert not any("needs about 405" in text or text.startswith("Source") for text in reading.texts(bare))
    assert bare.layout.margin.t + bare.layout.margin.b < whole.layout.margin.t + whole.layout.margin.b


def test_the_years_are_whole_and_bold_and_the_goal_is_a_bold_tick() -> None:
    figure = glide_path(examples.shenyang(), size=FULL)
    assert list(figure.layout.xaxis.tickvals) == [2020, 2021, 2022, 2023]
    assert list(figure.layout.xaxis.ticktext) == [f"<b>{year}</b>" for year in (2020, 2021, 2022, 2023)]
    assert reading.ticks(figure.layout.yaxis) == ["0", "500", "1,000", "1,500", "2,000"]
    assert figure.layout.yaxis.ticktext[-1].startswith("<b>")
    assert figure.layout.xaxis.showgrid is False


def test_marks_mean_what_the_notation_says() -> None:
    figure = glide_path(examples.shenyang_supposed(), size=FULL)
    colours = palette(Theme.LIGHT)
    actual = reading.trace(figure, "actual", "lines")
    assert (actual.line.color, actual.line.dash, actual.line.width) == (colours.actual, None, 8)
    assert reading.trace(figure, "path").line.dash == "10.0px,10.0px"
    assert reading.trace(figure, "needed").marker.color == colours.page
    assert reading.trace(figure, "projection").line.dash == "4.0px,9.0px"
    assert reading.trace(figure, "projection").line.color == colours.status[examples.shenyang_supposed().group]
    assert reading.trace(figure, "80% band").fillcolor.endswith("0.25)")
    goal = reading.trace(figure, "goal")
    assert (goal.marker.symbol, goal.marker.color, list(goal.x), list(goal.y)) == (
        "diamond",
        colours.page,
        [2023],
        [2000],
    )


def test_the_projection_says_its_value_its_band_and_what_it_supposes() -> None:
    said = " ".join(reading.texts(glide_path(examples.shenyang_supposed(), size=FULL)))
    assert "◆ 1,690 projected" in said
    assert "80% between 1,600 and 1,780" in said
    assert "if the pace so far holds" in said


def test_a_projection_without_a_verdict_of_its_own_stays_grey() -> None:
    report = examples.shenyang_supposed()
    few = replace(
        report,
        verdict=replace(report.verdict, statuses=report.verdict.statuses | {Rule.PROJECTION: Status.TOO_FEW_POINTS}),
        projection=Projection(years=(2022.0, 2023.0), middle=(1390.0, 1780.0)),
    )
    figure = glide_path(few, size=FULL)
    assert "○ 1,780 projected" in reading.texts(figure)
    assert "80% band" not in reading.names(figure)


def test_labels_at_the_right_are_at_least_fourteen_pixels_apart() -> None:
    figure = glide_path(examples.shenyang_supposed(), size=FULL)
    margin = [(text, box) for text, box in reading.boxes(figure) if box.left > FULL[0] - figure.layout.margin.r]
    lower = next(box for text, box in margin if "projected" in text)
    above = max(box.bottom for _text, box in margin if box.top < lower.top)
    assert lower.top - above >= 14 - 0.01


def test_an_actual_under_the_path_is_labelled_below_it_and_the_path_above() -> None:
    found = dict(reading.boxes(figure := glide_path(examples.shenyang_supposed(), size=FULL)))
    high = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    low, top = figure.layout.yaxis.range
    spot = figure.layout.margin.t + (top - 1000) / (top - low) * high
    assert found["1,000"].top > spot
    assert found["needed 1,191"].bottom < spot


def test_an_implied_start_is_hollow_and_says_so() -> None:
    figure = glide_path(examples.jinpu(), size=FULL)
    assert reading.trace(figure, "implied").marker.color == palette(Theme.LIGHT).page
    assert {"1.5%", "implied"} <= set(reading.texts(figure))
    assert "actual" not in reading.names(figure)


def test_a_stated_start_says_that_the_plan_states_it() -> None:
    assert "stated by the plan" in reading.texts(glide_path(examples.bounds(), size=FULL))


def test_the_rail_says_for_each_year_whether_there_is_an_actual() -> None:
    texts = reading.texts(glide_path(examples.shenyang_supposed(), size=FULL))
    assert texts.count("actual") == 3
    assert texts.count("not yet due") == 1
    assert reading.texts(glide_path(examples.shenyang(), size=FULL)).count("no actual") == 3


def test_where_words_do_not_fit_under_the_years_one_key_explains_the_dots() -> None:
    texts = reading.texts(glide_path(examples.many_years(), size=(380, 300), title=False))
    plain_spaces = [text.replace("\u00a0", " ") for text in texts]
    assert any("● actual" in text and "○ no actual" in text and "○ not yet due" in text for text in plain_spaces)
    assert "no actual" not in texts


def test_a_missing_year_is_crossed_by_a_thin_line() -> None:
    figure = glide_path(examples.rank(), size=FULL)
    widths = [trace.line.width for trace in figure.data if trace.name == "actual" and trace.mode == "lines"]
    assert widths == [8, 3]


def test_a_bound_is_a_bar_with_an_open_end_and_a_provisional_value_a_hollow_ring() -> None:
    figure = glide_path(examples.bounds(), size=FULL)
    assert {"over 100", "80 to 95", "112", "provisional"} <= set(reading.texts(figure))
    opened = [trace for trace in figure.data if trace.name == "bound" and trace.mode == "lines" and trace.x[0] == 2022]
    assert [trace.line.color.rsplit(",", 1)[1] for trace in opened] == ["1)", "0.55)", "0.2)"]
    assert opened[0].y[1] > opened[0].y[0] == 100
    assert reading.trace(figure, "provisional").marker.color == palette(Theme.LIGHT).page


def test_a_bound_from_above_opens_downwards() -> None:
    report = replace(examples.bounds(), points=(Point(year=2022, low=None, high=90.0),))
    figure = glide_path(report, size=FULL)
    assert "under 90" in reading.texts(figure)
    assert reading.trace(figure, "bound", "lines").y[1] < 90


def test_actuals_after_the_due_year_are_shown_beyond_the_diamond() -> None:
    figure = glide_path(examples.china(), size=FULL)
    assert list(reading.trace(figure, "goal").x) == [2020]
    assert max(reading.trace(figure, "actual", "markers").x) == 2022
    assert {"2.41%", "2.56%", "▼ Missed"} <= set(reading.texts(figure))


def test_a_goal_of_every_year_is_a_line_over_the_plan_without_a_path() -> None:
    figure = glide_path(examples.unemployment(), size=FULL)
    texts = reading.texts(figure)
    assert {"under 5.5%", "goal reached below this line", "▼ Breached"} <= set(texts)
    assert any("does not start at 0" in text for text in texts)
    assert "path" not in reading.names(figure)


def test_a_range_is_a_band_between_two_lines() -> None:
    figure = glide_path(examples.grain(), size=FULL)
    assert "650 to 700" in reading.texts(figure)
    assert list(reading.trace(figure, "goal").y) == [650, 700]
    band = next(shape for shape in figure.layout.shapes if shape.type == "rect")
    assert (band.y0, band.y1) == (650, 700)


def test_the_first_place_of_a_rank_is_on_top() -> None:
    figure = glide_path(examples.rank(), size=FULL)
    low, high = figure.layout.yaxis.range
    assert low > high
    assert {"1", "20"} <= set(reading.ticks(figure.layout.yaxis))
    assert {"top 20", "goal reached above this line"} <= set(reading.texts(figure))


def test_a_relative_goal_shows_points_around_a_zero_line() -> None:
    figure = glide_path(examples.income(), size=FULL)
    assert {"0 or more", "−0.8"} <= set(reading.texts(figure))
    assert any(shape.type == "line" and shape.y0 == 0 for shape in figure.layout.shapes)


def test_a_reduction_goes_down_from_zero() -> None:
    figure = glide_path(examples.energy(), size=FULL)
    assert {"at most −13.5%", "goal reached below this line", "−3.3%"} <= set(reading.texts(figure))
    assert figure.layout.yaxis.range[0] < -13.5


def test_interim_values_are_on_the_path_and_labelled() -> None:
    figure = glide_path(examples.many_years(), size=FULL)
    path = reading.trace(figure, "path")
    assert dict(zip(path.x, path.y, strict=True))[2010] == 1.5
    assert {"needed 1.50%", "needed 2.20%"} <= set(reading.texts(figure))
    assert list(reading.trace(figure, "needed").x) == [2010, 2020, 2024]


def test_nothing_known_but_the_goal_is_still_a_chart() -> None:
    figure = glide_path(examples.turnover(), size=FULL)
    assert {"4 bn yuan", "○ No actual yet", "not yet due"} <= set(reading.texts(figure))
    assert reading.names(figure) == {"goal"}


def test_without_a_due_year_there_are_actuals_and_a_threshold_only() -> None:
    figure = glide_path(examples.area(), size=FULL)
    assert {"1", "no due year", "○ No due year", "0.35"} <= set(reading.texts(figure))
    assert not {"goal", "path"} & reading.names(figure)


def test_a_milestone_is_a_line_to_its_due_year_with_its_state() -> None:
    figure = glide_path(examples.milestone(), size=FULL)
    assert {"milestone", "goal for 2025", "▲ Under way"} <= set(reading.texts(figure))
    assert "no actual" not in reading.texts(figure)
    assert not figure.layout.yaxis.tickvals


def test_small_values_keep_their_digits() -> None:
    assert {"0.008", "at most 0.003", "0.0055"} <= set(reading.texts(glide_path(examples.tiny(), size=FULL)))


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
    report = examples.report(
        kind=Kind.INCREASE,
        value="150",
        due=2019,
        start=2017,
        looked_from=2018,
        judged=examples.verdict(Status.ON_TRACK, target=150.0, baseline_year=2016, baseline_value=0.0),
        series=examples.points({2017: 55.0, 2018: 101.0}),
        path=examples.straight(2016, 0, 2019, 150),
    )
    figure = glide_path(report, size=FULL)
    assert list(reading.trace(figure, "actual", "lines").x) == [2016, 2017, 2018]
    assert "start" not in reading.names(figure)


def test_a_single_known_year_without_goal_year_is_drawn() -> None:
    report = replace(examples.area(), points=examples.points({2022: 0.35}))
    assert list(glide_path(report).layout.xaxis.tickvals) == [2022]
