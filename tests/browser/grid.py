"""The grid of a round and the table of a review, which are drawn on a canvas: where to click, and how to type."""

from playwright.sync_api import Page, expect

from tests.browsing import settled

GRID = "[data-testid=stDataFrame]"
# The places of the grids in pixels, as entry_grid.py and review_grid.py declare them, and the column to type into.
_FIRST_COLUMN, _HEAD, _ROW, _VALUE_COLUMN = 35, 38, 36, 1


def grid_settled(page: Page) -> None:
    """Wait until a page with a grid is made."""
    expect(page.locator(GRID).first).to_be_visible()
    settled(page)


def click_row(page: Page, row: int) -> None:
    """Click the first cell of a row."""
    box = page.locator(GRID).first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + _FIRST_COLUMN, box["y"] + _HEAD + _ROW * row + _ROW // 2)


def row_of(page: Page, words: str) -> int:
    """Find the row that says something."""
    table = page.locator(f"{GRID} table").first
    expect(table).to_contain_text(words)
    rows = table.locator("tbody tr").all_inner_texts()
    return next(place for place, said in enumerate(rows) if words in said)


def begin_to_type(page: Page, indicator: str, text: str) -> None:
    """Choose the value of an indicator and type, without an end."""
    click_row(page, row_of(page, indicator))
    page.wait_for_timeout(300)
    for _column in range(_VALUE_COLUMN):
        page.keyboard.press("ArrowRight")
    page.keyboard.type(text, delay=120)
    page.wait_for_timeout(300)


def type_value(page: Page, indicator: str, text: str) -> None:
    """Type into the value of an indicator as a person does: choose the cell, type, Enter."""
    begin_to_type(page, indicator, text)
    page.keyboard.press("Enter")
