"""The first slide says whose goals these are and how they stand, the last what is asked of whom."""

from collections.abc import Callable
from dataclasses import dataclass

import plotly.graph_objects as go
import pytest

from tests.charts import reading
from tests.charts.figures import closing, opening
from tests.charts.test_escape import HOSTILE
from tracker import charts
from tracker.charts import Size, Theme, as_figure, as_svg, palette
from tracker.domain.statuses import Group

FULL: Size = (1920, 1080)
SIZES: list[Size] = [FULL, (1280, 720), (1280, 800), (1024, 768), (400, 700), (320, 568)]
COUNTS = {Group.MET: 4, Group.ON_TRACK: 1100, Group.BEHIND: 6, Group.OFF_TRACK: 3}
TITLE = "Jinpu New Area: science and technology goals of the special zone for innovation, 2021–2025"
ZH_TITLE = "金普新区创新特区科技创新规划目标完成情况"


@dataclass
class Ask:
    """One thing that is asked."""

    who: str
    what: str
    group: Group = Group.OFF_TRACK


ASKS = [
    Ask("Science and Technology Bureau", "Name what will bring 405 more high-tech firms a year, or propose a target."),
    Ask(
        "Jinpu New Area",
        "Report the turnover of technology contracts for 2022 and 2023; nothing was published since the goal.",
        Group.NO_VERDICT,
    ),
    Ask("Statistics Office of the Shenyang High-Tech Zone", "Publish the R&D share of 2023.", Group.BEHIND),
    Ask("统计局", "说明如何每年新增四百零五家高新技术企业，否则提出新的目标值，并在年底以前报送管委会审议。"),
]


def first(title: str = TITLE, size: Size = FULL, theme: Theme = Theme.LIGHT) -> go.Figure:
    return opening(
        title,
        COUNTS,
        place="Jinpu New Area, Dalian",
        span="2021–2025",
        known="As known on 22 November 2026, seen from the end of 2024, judged by time elapsed.",
        made_from="Made on 22 November 2026 from the plan “Special zone for innovation” and 31 reported values.",
        size=size,
        theme=theme,
    )


def last(asks: list[Ask], size: Size = FULL, theme: Theme = Theme.LIGHT) -> go.Figure:
    return closing("Three goals can still be reached if their offices act", asks, source="Made", size=size, theme=theme)


DRAWN: dict[str, Callable[[Size, Theme], go.Figure]] = {
    "opening": lambda size, theme: first(size=size, theme=theme),
    "Chinese opening": lambda size, theme: first(ZH_TITLE, size, theme),
    "closing": lambda size, theme: last(ASKS, size, theme),
    "long closing": lambda size, theme: last(ASKS * 5, size, theme),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("slide", DRAWN)
def test_no_text_stands_on_another_or_leaves_the_slide(slide: str, size: Size) -> None:
    figure = DRAWN[slide](size, Theme.LIGHT)
    assert reading.overlaps(figure) == []
    assert reading.outside(figure) == []


@pytest.mark.parametrize("slide", DRAWN)
def test_nothing_on_the_canvas_is_smaller_than_22(slide: str) -> None:
    sizes = [note.font.size for note in DRAWN[slide](FULL, Theme.LIGHT).layout.annotations]
    assert min(sizes) >= 22
    assert max(sizes) >= 48


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("slide", DRAWN)
def test_it_is_a_figure_that_plotly_knows_and_an_svg(slide: str, theme: Theme) -> None:
    figure = DRAWN[slide](FULL, theme)
    assert go.Figure(figure.to_dict()).layout.paper_bgcolor == palette(theme).page
    for scene in (charts.opening(TITLE, COUNTS, theme=theme), charts.closing(TITLE, ASKS, theme=theme)):
        assert as_svg(scene).startswith("<svg")


def test_every_group_has_glyph_word_count_and_its_colour_also_when_nobody_is_in_it() -> None:
    figure = first()
    assert {"✔ Met", "▲ On track", "◆ Behind", "▼ Off track", "○ No verdict"} <= set(reading.texts(figure))
    assert {"4", "1,100", "6", "3", "0", "1,113 goals"} <= set(reading.texts(figure))
    assert set(palette(Theme.LIGHT).status.values()) <= {shape.fillcolor for shape in figure.layout.shapes}


def test_it_says_where_when_how_known_and_made_from_what() -> None:
    words = " ".join(reading.texts(first()))
    assert "Jinpu New Area, Dalian · 2021–2025" in words
    assert "seen from the end of 2024" in words
    assert "Made on 22 November 2026" in words


def test_a_long_title_is_set_smaller_before_it_is_cut() -> None:
    short, long = first("Jinpu"), first(" ".join(["innovation"] * 9))
    biggest = [max(n.font.size for n in fig.layout.annotations if n.font.size < 100) for fig in (short, long)]
    assert biggest == [88, 60]
    assert any(text.endswith("…") for text in reading.texts(first("innovation " * 60)))


def test_without_any_words_but_the_title_there_are_no_empty_texts() -> None:
    assert "" not in reading.texts(opening("Jinpu", {}, size=FULL))


def test_each_ask_has_who_what_and_the_status_that_makes_it_necessary() -> None:
    figure = last(ASKS[:2])
    words = " ".join(reading.texts(figure))
    assert "Science and Technology Bureau ▼ Off track Name what will bring 405 more" in words
    assert "Jinpu New Area ○ No verdict" in words
    assert "more" not in reading.texts(figure)[-1]


def test_a_long_name_of_who_is_asked_takes_more_lines_where_it_were_cut() -> None:
    who = "The office that made “Special innovation zone: Advanced Equipment Manufacturing Industrial Park”"
    figure = closing(
        TITLE, [Ask(who, "The year by which it is to be reached.")] * 2 + ASKS[:2], source="Source", size=FULL
    )
    assert not any("…" in text for text in reading.texts(figure))


def test_it_says_how_many_asks_it_leaves_out() -> None:
    assert reading.texts(last(ASKS * 5))[-1] == "… and 14 more"
    assert reading.texts(last([Ask("Bureau", "Report.")] * 20))[-1] == "… and 13 more"
    assert "more" not in reading.texts(last([Ask("Bureau", "Report.")] * 7))[-1]


def test_where_nothing_is_asked_it_says_so() -> None:
    assert reading.texts(last([]))[-1] == "Nothing is asked of anyone."


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_shown_letter_by_letter(name: str) -> None:
    first = charts.opening(name, COUNTS, place=name, known=name, made_from=name)
    for scene in (first, charts.closing(TITLE, [Ask(name, name)], source="Made")):
        figure = as_figure(scene)
        assert not [text for text in reading.raw_texts(figure) if "<" in text.replace("<b>", "").replace("</b>", "")]
        assert as_svg(scene).count("<text") == len(figure.layout.annotations)
