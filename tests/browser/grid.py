"""The grid of a round and the table of a review, which are drawn on a canvas: where to click, and how to type."""

from playwright.sync_api import Page, expect

from tests.browsing import settled

GRID = "[data-testid=stDataFrame]"
# The places of the grids in pixels, as entry_grid.py and review_grid.py declare them, and the column to type into.
_FIRST_COLUMN, _HEAD, _ROW, _VALUE_COLUMN = 35, 38, 36, 1
# Where a cell is typed into.
_EDITOR = "textarea.gdg-input"


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


def type_value(page: Page, indicator: str, text: str) -> None:
    """Type into the value of an indicator as a person does: choose the cell, type, Enter."""
    page.bring_to_front()
    choose_value(page, row_of(page, indicator))
    type_over(page, text)


def choose_value(page: Page, row: int) -> None:
    """Click a row and go to its value."""
    click_row(page, row)
    expect_chosen(page, row, 0)
    for column in range(1, _VALUE_COLUMN + 1):
        page.keyboard.press("ArrowRight")
        expect_chosen(page, row, column)


def type_over(page: Page, text: str) -> None:
    """Type into the cell that is chosen, the second letter when the first is seen, and Enter."""
    page.keyboard.press(text[0])
    expect(page.locator(_EDITOR)).to_be_focused()
    page.keyboard.type(text[1:], delay=60)
    expect(page.locator(_EDITOR)).to_have_value(text)
    page.keyboard.press("Enter")
    expect(page.locator(_EDITOR)).to_have_count(0)


def expect_chosen(page: Page, row: int, column: int = _VALUE_COLUMN) -> None:
    """Wait until a cell has the frame of the one that is chosen; what is typed before is lost to the grid."""
    expect(page.locator(GRID).first.locator(f"#glide-cell-{column}-{row}")).to_be_focused()
