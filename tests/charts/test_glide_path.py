"""What a viewer sees of one goal over time."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from tests.charts import examples, examples_of_kinds, reading
from tests.charts.figures import glide_path
from tracker.charts import Theme, palette
from tracker.charts.lettering import width_of
from tracker.domain.assessment.verdicts import Point, Projection
from tracker.domain.statuses import Rule, Status

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
    assert "≈ 2.5 × the 2020 level (+37% a year)" in " ".join(texts)
    assert {"786", "needed 1,191"} <= set(texts)
    assert "needed 1,595" not in texts


def test_the_headline_is_two_balanced_lines_and_the_source_is_below() -> None:
    figure = glide_path(examples.shenyang(), size=FULL)
    lines = [note for note in figure.layout.annotations if note.font.size == 48]
    assert len(lines) == 2
    first, second = (width_of(reading.plain(line.text), 48, bold=True) for line in lines)
    assert abs(first - second) < 0.25 * max(first, second)
    assert any(text.startswith("Source – Actual: China Daily Global") for text in reading.texts(figure))


def test_the_date_of_a_source_is_written_in_words() -> None:
    report = examples.shenyang()
    sources = {name: replace(source, published="2021-04-13") for name, source in report.sources.items()}
    texts = reading.texts(glide_path(replace(report, sources=sources), size=FULL))
    assert any("13 April 2021" in text for text in texts)


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
    words = " ".join(reading.texts(glide_path(examples.shenyang_supposed(), size=FULL)))
    assert "◆ 1,690 projected" in words
    assert "80% between 1,600 and 1,780" in words
    assert "if the pace so far holds" in words


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
    placed = dict(reading.boxes(figure := glide_path(examples.shenyang_supposed(), size=FULL)))
    high = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    low, top = figure.layout.yaxis.range
    spot, later = (figure.layout.margin.t + (top - value) / (top - low) * high for value in (1000, 1390))
    assert placed["1,000"].top > spot
    assert placed["needed 1,595"].bottom < later


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
    figure = glide_path(examples_of_kinds.rank(), size=FULL)
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
