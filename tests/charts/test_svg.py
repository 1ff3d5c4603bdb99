"""A figure written as SVG: all it says is there as letters, nothing a name holds becomes markup."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from tests.charts import examples, examples_of_kinds, forms, making, reading
from tests.charts.test_escape import HOSTILE, _scenes
from tracker.charts import Scene, Theme, as_figure, as_svg, glide_path, palette, successive
from tracker.charts.lettering import Line
from tracker.charts.scene import Area, Dot, Rule, Run, Stroke
from tracker.language import speak

FULL = (1920, 1080)
NAMESPACE = "{http://www.w3.org/2000/svg}"
KNOWN = {
    "svg", "title", "desc", "defs", "clipPath", "g", "rect", "line", "polyline", "polygon", "circle", "ellipse", "text",
}  # fmt: skip


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  our own text


def tags(root: ET.Element) -> list[str]:
    return [element.tag.removeprefix(NAMESPACE) for element in root.iter()]


def words(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{NAMESPACE}text")]


def with_mark(mark: Run) -> Scene:
    """A scene with a mark that our charts do not draw."""
    scene = glide_path(examples_of_kinds.milestone())
    scene.marks.append(mark)
    return scene


def with_shape(shape: Area | Rule) -> Scene:
    """A scene with a shape that our charts do not draw."""
    scene = glide_path(examples.shenyang())
    scene.shapes.append(shape)
    return scene


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("form", forms.SLIDES)
def test_every_text_of_every_form_is_there_as_letters(form: str, theme: Theme) -> None:
    scene = forms.SLIDES[form]((1280, 720), theme)
    root, figure = parsed(as_svg(scene)), as_figure(scene)
    years = figure.layout.xaxis.ticktext or ()
    assert {*reading.texts(figure), *map(reading.plain, years)} <= set(words(root))
    assert set(tags(root)) <= KNOWN
    assert root.get("viewBox") == "0 0 1280 720"


def test_title_and_description_name_the_picture() -> None:
    root = parsed(as_svg(glide_path(examples.china()), title="R&D <share>", description="2.41% in 2020", prefix="s3"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "s3-title s3-desc"
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert named == {"s3-title": "R&D <share>", "s3-desc": "2.41% in 2020", "s3-plot": None}


def test_without_words_for_it_a_picture_is_read_text_by_text() -> None:
    root = parsed(as_svg(glide_path(examples.china())))
    assert (root.get("role"), root.get("aria-labelledby")) == (None, None)
    assert "title" not in tags(root)


def test_what_it_refers_to_is_its_own() -> None:
    written = as_svg(glide_path(examples.china()), title="one", prefix="slide-7")
    referred = set(re.findall(r"url\(#([^)]+)\)", written))
    assert referred == {"slide-7-plot"}
    assert 'id="slide-7-plot"' in written


@pytest.mark.parametrize("prefix", ["", "7", "a b", 'a"b', "ü"])
def test_a_prefix_that_would_break_an_id_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="ids start with a letter"):
        as_svg(glide_path(examples.china()), prefix=prefix)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_becomes_no_element_and_is_read_as_it_is_written(name: str) -> None:
    for scene in _scenes(name):
        figure, root = as_figure(scene), parsed(as_svg(scene, title=name, description=name))
        assert set(tags(root)) <= KNOWN
        assert {
            key for element in root.iter() for key in element.attrib if key.startswith("on") or "href" in key
        } == set()
        assert {*reading.texts(figure)} <= set(words(root))


def test_controls_that_xml_cannot_hold_are_dropped() -> None:
    root = parsed(as_svg(glide_path(examples.china()), title="a\x00b\x1b\ufffec", description="d\ud800e\x85f"))
    assert [element.text for element in root[:2]] == ["abc", "def"]


def test_a_bold_tick_has_its_own_colour() -> None:
    root = parsed(as_svg(glide_path(examples.shenyang(), size=FULL)))
    goal = next(element for element in root.iter(f"{NAMESPACE}text") if element.text == "2,000")
    assert (goal.get("font-weight"), goal.get("fill")) == ("bold", palette(Theme.LIGHT).ink)


def test_it_says_its_language() -> None:
    assert parsed(as_svg(glide_path(examples.china()))).get("lang") == "en"


def test_marks_beyond_the_axes_are_not_drawn() -> None:
    scene = glide_path(examples.china(), size=FULL)
    everything = tags(parsed(as_svg(scene))).count("circle")
    scene.y_range = (0, 2.3)
    assert tags(parsed(as_svg(scene))).count("circle") < everything


def test_the_goal_is_an_outline() -> None:
    scene = glide_path(examples.china(), size=FULL)
    goal = next(run.dot for run in scene.marks if isinstance(run, Run) and run.name == "goal")
    diamond = next(element for element in parsed(as_svg(scene)).iter(f"{NAMESPACE}polygon"))
    assert goal is not None
    assert goal.edge is not None
    assert (diamond.get("fill"), diamond.get("stroke")) == (palette(Theme.LIGHT).page, "#1A2230")
    assert float(diamond.get("stroke-width") or 0) == pytest.approx(goal.edge.width, abs=0.01)


def test_the_arrow_of_a_gap_points_from_the_goal_to_the_level() -> None:
    def arrow(level: float) -> list[float]:
        points = making.points({2020: 786.0, 2023: level})
        figure = successive([replace(examples.shenyang_supposed(), points=points, projection=None)], size=FULL)
        polygons = [element.get("points", "").split() for element in parsed(as_svg(figure)).iter(f"{NAMESPACE}polygon")]
        triangle = next(corners for corners in polygons if len(corners) == 3)
        return [float(corner.split(",")[1]) for corner in triangle]

    left, right, tip = arrow(3900.0)
    assert left == right > tip
    left, right, tip = arrow(900.0)
    assert left == right < tip


def test_a_mark_that_no_chart_of_ours_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no marker 'star'"):
        as_svg(with_mark(Run(name="", spots=[(2020, 1)], dot=Dot(9, "#000000", "star"))))


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (Area(x=(2020, 2021), fill="red"), "the colour 'red'"),
        (Rule(x=(0, 1), y=(0, 1), stroke=Stroke("#000000", 1, "longdash")), "the dashes 'longdash'"),
    ],
)
def test_a_shape_that_no_chart_of_ours_has_is_refused(shape: Area | Rule, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        as_svg(with_shape(shape))


def test_a_layer_that_no_chart_of_ours_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no layer 'beneath'"):
        as_svg(with_shape(Area(x=(2020, 2021), layer="beneath")))


@pytest.mark.parametrize(
    "text", ["one<br>two", "<i>slanted</i>", "<b>half</b> bold", '<span style="color:red">r</span>']
)
def test_markup_in_a_text_is_shown_letter_by_letter(text: str) -> None:
    scene = glide_path(examples.shenyang(), size=FULL)
    scene.put([Line(text, 30, "#000000")], 10, 10)
    root = parsed(as_svg(scene))
    assert text in words(root)
    assert set(tags(root)) <= KNOWN


@pytest.fixture
def chinese() -> Iterator[None]:
    speak("zh")
    yield
    speak(None)


@pytest.mark.usefixtures("chinese")
def test_chinese_stays_chinese() -> None:
    root = parsed(as_svg(glide_path(replace(examples.china(), headline="研发经费投入强度"))))
    assert "研发经费投入强度" in words(root)
    assert root.get("lang") == "zh"


def test_a_milestone_has_no_value_axis_to_write() -> None:
    assert not {"0", "0.5", "1"} & set(words(parsed(as_svg(glide_path(examples_of_kinds.milestone())))))
