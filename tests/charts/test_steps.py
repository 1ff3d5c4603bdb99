"""A glide path revealed in steps: actuals and goal, then the path, then the projection."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

from tests.charts import examples, examples_of_kinds, forms, reading
from tracker.charts import Scene, Theme, as_figure, as_svg, glide_path, steps_of
from tracker.domain.assessment.verdicts import GoalReport

FULL, PHONE = (1920, 1080), (400, 700)


def words_by_step(scene: Scene) -> dict[str, set[str]]:
    """What can be read in each step."""
    root = ET.fromstring(as_svg(scene, steps=True))  # noqa: S314  our own text
    by_step: dict[str, set[str]] = {"1": set()}
    for child in root:
        step = child.get("data-step", "1")
        texts = [child, *child] if child.tag.endswith("}g") else [child]
        by_step.setdefault(step, set()).update(text.text or "" for text in texts if text.tag.endswith("}text"))
    return by_step


def test_the_actuals_and_the_goal_come_first_then_what_is_needed_then_the_projection() -> None:
    scene = glide_path(examples.shenyang_supposed(), size=FULL)
    words = words_by_step(scene)
    assert steps_of(scene) == 3
    assert {"over 2,000", "1,390", "786", "◆ Behind", "2023"} <= words["1"]
    assert words["2"] == {"needed 1,595"}
    assert words["3"] == {"◆ 1,690 projected", "80% between 1,600 and 1,780", "if the pace so far holds"}


def test_the_lines_come_with_their_words() -> None:
    figure = as_figure(glide_path(examples.shenyang_supposed(), size=FULL))
    steps = {(trace.name, trace.mode): (trace.meta or {"step": 1})["step"] for trace in figure.data}
    assert steps == {
        ("path", "lines"): 2,
        ("needed", "markers"): 2,
        ("80% band", "lines"): 3,
        ("projection", "lines"): 3,
        ("projected", "markers"): 3,
        ("actual", "lines"): 1,
        ("actual", "markers"): 1,
        ("goal", "markers"): 1,
    }


def test_on_a_phone_the_line_above_the_plot_comes_with_the_projection() -> None:
    assert "◆ 1,690 projected" in words_by_step(glide_path(examples.shenyang_supposed(), size=PHONE))["3"]


@pytest.mark.parametrize(
    ("make", "steps"),
    [
        (examples.shenyang, 2),
        (examples_of_kinds.unemployment, 1),
        (examples_of_kinds.milestone, 1),
        (examples.many_years, 3),
    ],
)
def test_every_step_reveals_something(make: Callable[[], GoalReport], steps: int) -> None:
    scene = glide_path(make(), size=FULL)
    assert steps_of(scene) == steps
    written = as_svg(scene, steps=True)
    assert [f'data-step="{step}"' in written for step in range(2, 5)] == [step <= steps for step in range(2, 5)]


def test_a_projection_without_a_path_is_the_second_step() -> None:
    unemployed = examples_of_kinds.unemployment()
    ahead = examples.shenyang_supposed().projection
    assert ahead is not None
    led = replace(unemployed, projection=replace(ahead, middle=(5.1, 5.3), low=(5.1, 5.2), high=(5.1, 5.4)))
    assert steps_of(glide_path(led, size=FULL)) == 2


@pytest.mark.parametrize("form", forms.OTHERS)
def test_other_forms_are_there_at_once(form: str) -> None:
    scene = forms.OTHERS[form](FULL, Theme.LIGHT)
    assert steps_of(scene) == 1
    assert "data-step" not in as_svg(scene, steps=True)


def test_without_steps_all_of_it_is_visible_and_ungrouped() -> None:
    scene = glide_path(examples.shenyang_supposed(), size=FULL)
    figure, whole = as_figure(scene), as_svg(scene)
    assert "data-step" not in whole
    assert as_svg(scene, steps=True).count("<text") == whole.count("<text")
    assert go.Figure(figure.to_dict()) is not None
    assert "step 2" not in " ".join(reading.texts(figure))
