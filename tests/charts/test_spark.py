"""The small chart in a table's row."""

from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from tests.charts import examples, examples_of_kinds, making
from tracker.charts import Theme, palette, spark, spark_svg
from tracker.domain.statuses import Group


@pytest.mark.parametrize("name", examples.EVERY)
def test_every_goal_has_a_small_chart_that_is_well_formed(name: str) -> None:
    svg = ET.fromstring(spark_svg(examples.EVERY[name]()))  # noqa: S314  our own text
    assert svg.tag.endswith("svg")


def test_it_is_a_data_uri_of_the_same_svg() -> None:
    uri = spark(examples.china(), theme=Theme.DARK)
    assert uri.startswith("data:image/svg+xml,")
    assert unquote(uri.split(",", 1)[1]) == spark_svg(examples.china(), theme=Theme.DARK)
    assert not set(uri) & set('"#<>%\n') - {"%", "<", ">"}


def test_the_path_is_dashed_the_actual_solid_and_the_goal_in_its_status_colour() -> None:
    svg = spark_svg(examples.china())
    dashed, solid = svg.split("<polyline")[1:3]
    assert "stroke-dasharray" in dashed
    assert palette(Theme.LIGHT).actual in solid
    assert "stroke-dasharray" not in solid
    assert f"fill='{palette(Theme.LIGHT).status[Group.OFF_TRACK]}'" in svg


def test_a_goal_without_path_has_its_threshold_and_a_milestone_nothing() -> None:
    assert "stroke-dasharray" in spark_svg(examples_of_kinds.unemployment())
    assert "polyline" not in spark_svg(examples_of_kinds.milestone())


def test_the_first_place_is_on_top() -> None:
    def height(place: float) -> float:
        ranked = replace(examples_of_kinds.rank(), points=making.points({2019: 45.0, 2022: place}))
        return float(spark_svg(ranked).split("cy='")[1].split("'")[0])

    assert height(21.0) < height(44.0)
