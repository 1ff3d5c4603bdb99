"""What a viewer sees of many goals, successive plans, paces, tiles and zones."""

from collections.abc import Callable
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from tests.charts import example_rows, examples, examples_of_kinds, making, reading
from tests.charts.figures import bullets, pace, series_by_zone, successive, tiles
from tracker.charts import (
    PAGE,
    BulletRow,
    Matrix,
    Named,
    PaceRow,
    Size,
    Theme,
    Tile,
    ZoneSeries,
    bullets_size,
    pace_size,
    palette,
)
from tracker.charts.kinds.bullets import MOST_ROWS
from tracker.domain.statuses import Group

FULL = (1920, 1080)
HEADLINE = "Three plans, eleven goals – only one has a published actual to compare"
Form = Callable[[Size | None, Theme, bool], go.Figure]

FORMS: dict[str, Form] = {
    "bullets": lambda size, theme, title: bullets(
        example_rows.BULLETS, HEADLINE, source="Sources", theme=theme, size=size, title=title
    ),
    "pace": lambda size, theme, title: pace(
        example_rows.PACES, HEADLINE, source="Sources", theme=theme, size=size, title=title
    ),
    "tiles": lambda size, theme, title: tiles(
        example_rows.MATRIX, HEADLINE, source="Sources", theme=theme, size=size or PAGE, title=title
    ),
    "jinpu": lambda size, theme, title: successive(
        example_rows.jinpu_plans(), HEADLINE, source="Sources", theme=theme, size=size or PAGE, title=title
    ),
    "china": lambda size, theme, title: successive(
        example_rows.china_plans(), HEADLINE, source="Sources", theme=theme, size=size or PAGE, title=title
    ),
    "zones": lambda size, theme, title: series_by_zone(
        example_rows.ZONES, "%", HEADLINE, source="Sources", theme=theme, size=size or PAGE, title=title
    ),
}


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (800, 450)], ids=str)
@pytest.mark.parametrize("form", FORMS)
def test_no_text_stands_on_another_or_leaves_a_slide(form: str, size: Size) -> None:
    figure = FORMS[form](size, Theme.LIGHT, True)
    assert reading.overlaps(figure) == []
    assert reading.outside(figure) == []


@pytest.mark.parametrize("form", FORMS)
def test_no_text_stands_on_another_on_a_phone(form: str) -> None:
    sizes = {"bullets": bullets_size(7, 380, title=False), "pace": pace_size(5, 380, title=False)}
    figure = FORMS[form](sizes.get(form, (380, 300)), Theme.DARK, False)
    assert reading.overlaps(figure) == []
    assert min(note.font.size for note in figure.layout.annotations) >= 11


@pytest.mark.parametrize("form", FORMS)
def test_every_property_is_one_that_plotly_knows(form: str) -> None:
    figure = FORMS[form](None, Theme.DARK, True)
    assert go.Figure(figure.to_dict()).layout.paper_bgcolor == palette(Theme.DARK).page


def test_a_bullet_row_has_bar_target_values_and_status_in_words() -> None:
    figure = bullets(example_rows.BULLETS, size=FULL)
    assert [bar.x[0] for bar in figure.data] == [0.393, 0.5, 0.964, 1.12]
    assert {"786 of over 2,000", "○ 39%, start value only", "▼ Missed", "✔ Met early"} <= set(reading.texts(figure))
    assert {"0%", "25%", "50%", "75%", "goal"} <= set(reading.texts(figure))
    assert "140% of the way" in figure.data[3].hovertext[0]


def test_a_goal_without_an_actual_is_a_dashed_box_and_never_a_zero() -> None:
    figure = bullets(example_rows.BULLETS[4:], size=FULL)
    boxes = [shape for shape in figure.layout.shapes if shape.line.dash == "dot"]
    assert len(boxes) == 3
    assert not figure.data
    assert "nothing reported" in reading.texts(figure)


def test_the_height_grows_with_the_rows_up_to_a_maximum_that_is_said() -> None:
    rows = [replace(example_rows.BULLETS[0], label=f"goal {i}") for i in range(MOST_ROWS + 6)]
    assert bullets_size(3)[1] < bullets_size(9)[1] < bullets_size(MOST_ROWS)[1] == bullets_size(MOST_ROWS + 6)[1]
    figure = bullets(rows)
    assert len(figure.data) == MOST_ROWS
    assert any("6 more goals are not shown" in text for text in reading.texts(figure))


def test_a_long_name_is_cut_with_an_ellipsis() -> None:
    row = BulletRow("name " * 60, "", 0.5, "1 of 2", Group.BEHIND, "Behind")
    assert any(text.startswith("name name") and text.endswith("…") for text in reading.texts(bullets([row])))


def test_needed_is_hollow_and_dashed_and_reached_is_solid() -> None:
    figure = pace(example_rows.PACES, size=FULL)
    needed, reached = (reading.trace(figure, name, "lines") for name in ("needed", "pace reached"))
    assert (needed.line.dash, reached.line.dash) == ("10.0px,10.0px", "solid")
    mark = reading.trace(figure, "needed", "markers").marker
    # The diamond is the goal's alone.
    assert (mark.color, mark.symbol, mark.line.color) == (
        palette(Theme.LIGHT).page,
        None,
        palette(Theme.LIGHT).needed,
    )
    assert {"+36.5% a year", "+35%", "−2.8% a year", "○ no pace known"} <= set(reading.texts(figure))


def test_a_needed_pace_without_one_reached_says_so() -> None:
    figure = pace([PaceRow("Jinpu", "2021–2025", needed=18.9, needed_words="+18.9% a year")], size=FULL)
    assert {"+18.9% a year", "○ no pace reached"} <= set(reading.texts(figure))
    assert reading.overlaps(figure) == []


def test_paces_on_both_sides_of_zero_have_a_zero_line() -> None:
    assert pace(example_rows.PACES).layout.shapes
    assert not pace([PaceRow("one", "", needed=1.0, needed_words="+1")]).layout.shapes


def test_a_tile_has_goal_glyph_and_words_and_an_empty_one_is_named() -> None:
    figure = tiles(example_rows.MATRIX, size=FULL)
    texts = reading.texts(figure)
    assert {"+150 (about)", "▼ Missed", "◆ Behind", "✔ Met early", "○ No actual yet"} <= set(texts)
    assert texts.count("not in this plan") == 3
    stripes = {shape.fillcolor for shape in figure.layout.shapes}
    assert palette(Theme.LIGHT).status[Group.OFF_TRACK] in stripes


def test_successive_plans_show_a_diamond_per_goal_and_no_line_between_them() -> None:
    figure = successive(example_rows.jinpu_plans(), size=FULL)
    goal = reading.trace(figure, "goal")
    assert (goal.mode, list(goal.x), list(goal.y)) == ("markers", [2019, 2025], [3.5, 3.0])
    assert {"3.5%", "goal for 2019", "3%", "goal for 2025", "1.5%"} <= set(reading.texts(figure))
    assert "implied, no actual published" in reading.texts(figure)
    words = " ".join(reading.texts(figure))
    assert "2 points below the goal for 2019, from an implied value" in words


def test_a_gap_from_an_implied_value_has_no_status() -> None:
    figure = successive(example_rows.jinpu_plans(), size=FULL)
    assert not any(text[:1] in "✔▲◆▼○" for text in reading.texts(figure))
    assert reading.trace(figure, "gap").marker.color == palette(Theme.LIGHT).muted


def test_the_gap_bears_glyph_and_colour_of_the_earlier_goals_status() -> None:
    figure = successive(example_rows.china_plans(), size=FULL)
    assert any(text.startswith("▼ 0.14 points below") for text in reading.texts(figure))
    assert (
        len(
            [
                shape
                for shape in figure.layout.shapes
                if shape.line.color == palette(Theme.LIGHT).status[Group.OFF_TRACK]
            ]
        )
        == 2
    )
    assert len(reading.trace(figure, "actual").x) == 13


def test_a_long_gap_has_an_arrow_head() -> None:
    assert reading.trace(successive(example_rows.jinpu_plans(), size=FULL), "gap").marker.symbol == "triangle-down"
    passed = replace(examples.shenyang_supposed(), points=making.points({2020: 786.0, 2023: 3900.0}), projection=None)
    figure = successive([passed], size=FULL)
    assert reading.trace(figure, "gap").marker.symbol == "triangle-up"
    assert "1,900 above the goal for 2023" in " ".join(reading.texts(figure))


def test_overlapping_plans_have_their_names_on_different_lines() -> None:
    first = examples.china()
    second = replace(first, plan=replace(first.plan, name="Medium- and long-term plan", start=2015))
    assert reading.overlaps(successive([first, second], size=FULL)) == []


def test_goals_that_all_lack_a_due_year_cannot_be_drawn_as_a_succession() -> None:
    with pytest.raises(ValueError, match="due year"):
        successive([examples_of_kinds.area()])


def test_every_zone_is_labelled_at_its_end_and_only_the_chosen_one_stands_out() -> None:
    figure = series_by_zone(example_rows.ZONES, "%", size=FULL)
    assert {"China", "2.56%", "Liaoning", "Jilin", "1.3%", "Jinpu New Area", "○ no actual"} <= set(
        reading.texts(figure)
    )
    assert reading.trace(figure, "China", "lines").line.color == palette(Theme.LIGHT).actual
    assert reading.trace(figure, "Jilin", "lines").line.color == palette(Theme.LIGHT).needed
    assert figure.layout.showlegend is False


def test_every_goal_of_a_zone_is_drawn_and_labelled_within_the_axis() -> None:
    figure = series_by_zone(example_rows.ZONES, "%", size=FULL)
    assert {"2.5% by 2020", "3.5% by 2019", "3% by 2025"} <= set(reading.texts(figure))
    jinpu = next(trace for trace in figure.data if trace.name == "goal" and len(trace.x) == 2)
    assert (list(jinpu.x), list(jinpu.y), jinpu.marker.symbol) == ([2019, 2025], [3.5, 3.0], "diamond")
    assert figure.layout.yaxis.range[1] > 3.5


def test_a_goal_of_a_zone_is_said_in_the_words_of_its_plan() -> None:
    zone = ZoneSeries("Shenyang", making.points({2020: 786.0}), goals=((2023, 2000.0),), asked=("over 2,000",))
    assert "over 2,000 by 2023" in reading.texts(series_by_zone([zone], "", size=FULL))


def test_many_zones_on_a_low_sheet_have_one_line_each() -> None:
    zones = [ZoneSeries(f"Zone {i}", making.points({2020: 1.0 + i / 10, 2021: 1.1 + i / 10})) for i in range(12)]
    figure = series_by_zone(zones, "%", size=(800, 300), title=False)
    assert reading.overlaps(figure) == []
    assert any(text.startswith("2.2%") for text in reading.texts(figure))


def test_ranks_of_zones_have_the_first_place_on_top() -> None:
    zones = [ZoneSeries("Shenyang", examples_of_kinds.rank().points, chosen=True)]
    low, high = series_by_zone(zones, "", rank=True).layout.yaxis.range
    assert low > high


def test_zones_without_any_value_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="none was given"):
        series_by_zone([ZoneSeries("Jinpu", ())], "%")


def test_few_rows_are_lettered_large_only_as_far_as_no_name_is_cut() -> None:
    long = replace(
        example_rows.BULLETS[0],
        label="Medium-, small- and micro-sized enterprises newly added",
        second="Shenyang High-Tech Zone · 2020 → 2023",
    )
    texts = reading.texts(bullets([long] * 4, HEADLINE, source="Sources", size=(1280, 720)))
    assert not any("…" in text for text in texts)
    assert any(text.endswith("2020 → 2023") for text in texts)


def test_a_long_status_is_told_whole_in_every_tile() -> None:
    long = Tile("about 150 more", Group.NO_VERDICT, "Start value only · overdue")
    names = (Named("Share of high-end manufacturing in manufacturing sales"),) * 7
    plans = tuple(Named("3-Year Action Plan 2017–2019", "Dalian Jinpu New Area") for _plan in range(4))
    figure = tiles(Matrix(names, plans, ((long,) * 4,) * 7), HEADLINE, source="Sources", size=FULL)
    assert sum(text.endswith("Start value only · overdue") for text in reading.texts(figure)) == 28
    assert not any("…" in text for text in reading.texts(figure))


@pytest.mark.parametrize("size", [FULL, (1280, 720), (1024, 768)])
def test_a_long_plan_and_a_long_goal_are_told_whole_above_and_in_a_tile(size: Size) -> None:
    long = Tile("25 pieces per 100,000 persons", Group.NO_VERDICT, "No actual yet · overdue", short="25")
    names = (Named("Invention patents per 100,000 persons"),) * 7
    plan = "Special innovation zone: Advanced Equipment Manufacturing Industrial Park"
    figure = tiles(Matrix(names, (Named(plan),) * 4, ((long,) * 4,) * 7), HEADLINE, source="Sources", size=size)
    texts = reading.texts(figure)
    assert not any("…" in text for text in texts)
    assert sum(" ".join(text.split("<br>")).startswith(plan[:20]) for text in texts) == 4


def test_a_long_headline_is_set_smaller_and_a_long_source_in_three_lines_before_words_are_lost() -> None:
    headline = (
        "Dalian Jinpu New Area: nothing was ever reported for share of large-scale enterprises "
        "in high-tech output value; the goal was 70% by 2019"
    )
    source = "Source – High-tech zone plays its role in growth, industrial revitalization, China Daily; " * 4
    texts = reading.texts(tiles(example_rows.MATRIX, headline, source=source.strip(), size=FULL))
    assert any(text.endswith("70% by 2019") for text in texts)
    assert any(text.endswith("China Daily;") for text in texts)
