"""An SVG looks as Plotly draws the same figure."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import plotly
import plotly.graph_objects as go
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.charts import forms
from tracker.charts import Theme, as_figure, as_svg

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
BLOCK = 8
"""Pictures are compared by squares of so many pixels, so that letters may stand a fraction of a pixel aside."""
DIFFERENT = 24
FEW = 2e-4


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content('<body style="margin:0"><div id="sheet"></div></body>')
    page.add_script_tag(path=PLOTLY)
    yield page
    page.close()


def picture(page: Page) -> NDArray[np.int64]:
    """Grey means of the page's squares."""
    seen = Image.open(BytesIO(page.screenshot())).convert("L")
    small = seen.resize((seen.width // BLOCK, seen.height // BLOCK), Image.Resampling.BOX)
    return np.asarray(small).astype(np.int64)


def by_plotly(page: Page, figure: go.Figure) -> NDArray[np.int64]:
    drawn = json.loads(figure.to_json(validate=False))
    page.evaluate(
        "(drawn) => Plotly.newPlot('sheet', drawn.data, drawn.layout, {displayModeBar: false})",
        drawn,
    )
    return picture(page)


def by_us(page: Page, written: str) -> NDArray[np.int64]:
    page.evaluate("(svg) => {Plotly.purge('sheet'); document.getElementById('sheet').innerHTML = svg}", written)
    return picture(page)


@pytest.mark.browser
@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("form", ["shenyang_supposed", "bounds", "energy", "rank", "bullets", "pace", "china plans"])
def test_a_slide_looks_as_plotly_draws_it(form: str, theme: Theme, sheet: Page) -> None:
    scene = forms.SLIDES[form]((1920, 1080), theme)
    sheet.set_viewport_size({"width": 1920, "height": 1080})
    difference = np.abs(by_plotly(sheet, as_figure(scene)) - by_us(sheet, as_svg(scene)))
    assert (difference > DIFFERENT).mean() < FEW


@pytest.mark.browser
def test_a_missing_dot_would_be_seen(sheet: Page) -> None:
    scene = forms.SLIDES["shenyang_supposed"]((1920, 1080), Theme.LIGHT)
    sheet.set_viewport_size({"width": 1920, "height": 1080})
    whole = as_svg(scene)
    start = whole.rindex("<circle")
    without = whole[:start] + whole[whole.index("/>", start) + 2 :]
    difference = np.abs(by_us(sheet, whole) - by_us(sheet, without))
    assert (difference > DIFFERENT).mean() > FEW
