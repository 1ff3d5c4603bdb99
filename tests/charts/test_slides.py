"""Every form as a full slide, with its title and source, on wide screens, old projectors and a phone held upright."""

from dataclasses import replace

import pytest

from tests.charts import example_rows, forms, reading
from tests.charts.figures import bullets, pace, tiles
from tracker.charts import BulletRow, Matrix, Named, Size, Theme, as_figure

HELD: dict[Size, tuple[int, int, tuple[int, int]]] = {
    (1920, 1080): (8, 8, (6, 4)),
    (1280, 720): (8, 8, (6, 4)),
    (1280, 800): (10, 9, (7, 4)),
    (1024, 768): (13, 12, (9, 4)),
    (400, 700): (7, 7, (12, 2)),
}
"""How many bullets, paces, and rows and columns of tiles a slide of a size holds at least."""
SLIDES = list(HELD)
TWO_LINES = "Three plans, eleven goals – only one has a published actual to compare, and it misses its goal by far"
SOURCE = "Source – Actual: China Daily Global, 13 Apr 2021. Goal: Shenyang working format, China Daily, 27 Jul 2022."


def repeated(row: BulletRow, count: int) -> list[BulletRow]:
    return [replace(row, label=f"{row.label} {place}") for place in range(count)]


def matrix(rows: int, columns: int) -> Matrix:
    names = example_rows.MATRIX.indicators
    tile = example_rows.MATRIX.tiles[0][2]
    return Matrix(
        tuple(names[place % len(names)] for place in range(rows)),
        tuple(Named("Shenyang High-Tech Zone", "due 2023") for _place in range(columns)),
        ((tile,) * columns,) * rows,
    )


@pytest.mark.parametrize("size", SLIDES, ids=str)
@pytest.mark.parametrize("form", forms.SLIDES)
def test_no_text_stands_on_another_or_leaves_the_slide(form: str, size: Size) -> None:
    figure = as_figure(forms.SLIDES[form](size, Theme.LIGHT))
    assert reading.overlaps(figure) == []
    assert reading.outside(figure) == []


@pytest.mark.parametrize("size", SLIDES, ids=str)
def test_a_slide_holds_the_bullets_that_are_to_fit_on_it(size: Size) -> None:
    rows = repeated(example_rows.BULLETS[0], HELD[size][0])
    figure = bullets(rows, TWO_LINES, source=SOURCE, size=size)
    assert rows[-1].label in reading.texts(figure)
    assert not any("not shown" in text for text in reading.texts(figure))
    assert reading.overlaps(figure) == []
    assert reading.outside(figure) == []


@pytest.mark.parametrize("size", SLIDES, ids=str)
def test_a_slide_holds_the_paces_that_are_to_fit_on_it(size: Size) -> None:
    rows = [replace(example_rows.PACES[2], label=f"Zone {place}") for place in range(HELD[size][1])]
    figure = pace(rows, TWO_LINES, source=SOURCE, size=size)
    assert rows[-1].label in reading.texts(figure)
    assert not any("not shown" in text for text in reading.texts(figure))
    assert reading.overlaps(figure) == []
    assert reading.outside(figure) == []


@pytest.mark.parametrize("size", SLIDES, ids=str)
def test_a_slide_holds_the_tiles_that_are_to_fit_on_it_and_each_can_be_read(size: Size) -> None:
    rows, columns = HELD[size][2]
    figure = tiles(matrix(rows, columns), TWO_LINES, source=SOURCE, size=size)
    assert reading.texts(figure).count("over 2,000") == rows * columns
    assert reading.overlaps(figure) == []
    assert reading.outside(figure) == []


def test_what_a_slide_does_not_hold_it_counts() -> None:
    figure = bullets(repeated(example_rows.BULLETS[0], 14), TWO_LINES, source=SOURCE, size=(1280, 720))
    assert any(f"{14 - len(figure.data)} more goals are not shown" in text for text in reading.texts(figure))
    assert HELD[1280, 720][0] <= len(figure.data) < 14
    paces = [replace(example_rows.PACES[2], label=f"Zone {place}") for place in range(12)]
    words = reading.texts(pace(paces, TWO_LINES, source=SOURCE, size=(1280, 720)))
    shown = sum(text.startswith("Zone ") for text in words)
    assert any(f"{12 - shown} more are not shown" in text for text in words)


def test_a_long_name_of_a_row_or_column_goes_over_two_lines_before_it_is_cut() -> None:
    name = Named("Rank among the national high-tech development zones of China", "national")
    tall = reading.texts(tiles(Matrix((name,), (name,), ((None,),)), size=(1920, 1080)))
    assert "Rank among the national" in tall
    low = tiles(Matrix((name,) * 9, (name,), ((None,),) * 9), size=(1280, 720))
    assert any(text.startswith("Rank among") and text.endswith("…") for text in reading.texts(low))
    assert reading.overlaps(low) == []
