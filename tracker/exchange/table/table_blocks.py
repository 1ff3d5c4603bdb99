"""Where in a grid the headings, titles and rows of its tables are: one block for each set of headings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tracker.domain.entry.form_records import FormField
from tracker.domain.tables.headings import Heading, HeadingReader, together
from tracker.domain.tables.names import NameFound, NameIndex
from tracker.exchange.table.stated_units import says_no_value, unit_of_caption
from tracker.exchange.table.table_grid import Grid, is_number, is_year

NamesInRow = Mapping[int, NameFound]
_VALUES = (FormField.VALUE, FormField.GOAL, FormField.PREVIOUS, None)
_COUNTED = frozenset({*"甲乙丙丁戊", *map(str, range(1, 40)), *(f"({n})" for n in range(1, 40)), *"ABCDEFGHIJ"})


class _Sort(StrEnum):
    NAMED = "named"
    FIGURES = "figures"
    HEADINGS = "headings"
    SINGLE = "single"
    WORDS = "words"


@dataclass(slots=True)
class Block:
    """One table: what its titles say, its columns' headings, and the places of its rows in the grid."""

    titles: list[str] = field(default_factory=list)
    header: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    columns: list[Heading] = field(default_factory=list)

    def columns_of(self, *fields: FormField) -> list[int]:
        """Return the columns of some fields."""
        return [place for place, heading in enumerate(self.columns) if heading.field in fields]


def turned_upright(grid: Grid, index: NameIndex) -> Grid:
    """Return the grid with its names in a column: turned where they are the heads of columns."""
    found = [
        (row, column)
        for row, cells in enumerate(grid.cells)
        for column, text in enumerate(cells)
        if text and not is_number(text) and index.find(text)
    ]
    beside = sum(_has_number(grid.cells[row][column + 1 :]) for row, column in found)
    below = sum(_has_number([cells[column] for cells in grid.cells[row + 1 :]]) for row, column in found)
    in_one_row = len({row for row, _column in found}) < len(found) or len(found) == 1
    return grid.turn() if found and not beside and below and in_one_row else grid


def _has_number(cells: Sequence[str]) -> bool:
    return any(is_number(cell) or is_year(cell) for cell in cells)


def names_of(grid: Grid, index: NameIndex) -> list[NamesInRow]:
    """Return for each row the names that stand in it, by column; no number is a name."""
    return [
        {
            column: found
            for column, text in enumerate(cells)
            if text and not is_number(text) and not is_year(text) and (found := index.find(text))
        }
        for cells in grid.cells
    ]


def blocks_of(grid: Grid, names: Sequence[NamesInRow], reader: HeadingReader) -> list[Block]:
    """Take a grid apart into its tables; a row of headings between rows of values begins another one."""
    blocks: list[Block] = []
    waiting: list[int] = []
    titles: list[int] = []
    since: list[int] = []
    for row, cells in enumerate(grid.cells):
        sort = _sort(cells, names[row], reader, heads=bool(waiting), began=bool(blocks))
        if sort is _Sort.HEADINGS or (sort is _Sort.WORDS and waiting):
            waiting.append(row)
        elif sort in (_Sort.NAMED, _Sort.FIGURES):
            if waiting or not blocks:
                titles = since or titles
                blocks.append(_block(grid, titles, waiting or (blocks[-1].header if blocks else []), reader))
                waiting = []
            since = []
            blocks[-1].rows.append(row)
        else:
            since.append(row)
            if blocks and not waiting:
                blocks[-1].rows.append(row)
    return blocks


def _sort(cells: Sequence[str], names: NamesInRow, reader: HeadingReader, *, heads: bool, began: bool) -> _Sort:
    """Return what a row is."""
    filled = [(column, cell) for column, cell in enumerate(cells) if cell]
    if names:
        return _Sort.NAMED
    if len({cell for _column, cell in filled}) == 1 and len(filled) > 1 and not is_number(filled[0][1]):
        # A title that is merged over the whole table.
        return _Sort.SINGLE
    if any(unit_of_caption([cell]) for _column, cell in filled) and not any(is_year(cell) for _column, cell in filled):
        return _Sort.SINGLE
    counted = len(filled) > 2 and all(cell in _COUNTED for _column, cell in filled)
    missing = began and not heads and any(says_no_value(cell) for column, cell in filled if column)
    if missing or (any(is_number(cell) for _column, cell in filled) and not (heads and counted)):
        return _Sort.FIGURES
    if heads and counted:
        return _Sort.WORDS
    if len(filled) == 1 and (filled[0][0] == 0 or not heads):
        return _Sort.SINGLE
    said = [(column, reader.read(cell)) for column, cell in filled]
    structure = sum(heading.field not in _VALUES or heading.dimension or heading.ignored for _column, heading in said)
    values = sum(bool(heading.periods or heading.senses or heading.places) for column, heading in said if column)
    known = structure + values
    return _Sort.HEADINGS if known and 2 * known >= len(filled) - 1 else _Sort.WORDS


def _block(grid: Grid, titles: Sequence[int], header: Sequence[int], reader: HeadingReader) -> Block:
    """Begin a block with the headings of its columns."""
    rows = [row for row in header if not all(cell in _COUNTED for cell in grid.cells[row] if cell)]
    filled = [_filled(grid, row, rows[place + 1 :], reader) for place, row in enumerate(rows)]
    columns = [together(reader.read(cells[column]) for cells in filled) for column in range(grid.width)]
    said = [" ".join(dict.fromkeys(cell for cell in grid.cells[row] if cell)) for row in titles]
    return Block(titles=[*([grid.name] if grid.name else []), *said], header=list(header), columns=columns)


def _filled(grid: Grid, row: int, below: Sequence[int], reader: HeadingReader) -> list[str]:
    """Return a row of headings in which one that stands over several columns stands over each of them."""
    cells = list(grid.cells[row])
    group = ""
    for column, cell in enumerate(cells):
        divided = any(grid.text(lower, column) for lower in below)
        if cell:
            heading = reader.read(cell)
            group = cell if heading.field in _VALUES and not heading.ignored else ""
        elif divided and group:
            cells[column] = group
        else:
            group = ""
    return cells


def single_cell(cells: Sequence[str]) -> str:
    """Return the one text of a row that holds no other; "" for other rows."""
    said = {cell for cell in cells if cell}
    return next(iter(said)) if len(said) == 1 else ""


def addresses(grid: Grid, row: int) -> Iterator[tuple[int, str]]:
    """Yield the columns of a row that hold anything, with their texts."""
    yield from ((column, cell) for column, cell in enumerate(grid.cells[row]) if cell)
