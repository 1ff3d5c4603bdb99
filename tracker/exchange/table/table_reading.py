"""The one reader of tables: which cell holds the value of each indicator for a zone and year, and why others do not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tracker.domain.entry.form_records import FormField
from tracker.domain.tables.decimal_signs import DecimalSign, decimal_sign
from tracker.domain.tables.flags import Flag, read_flag
from tracker.domain.tables.heading_words import TOTALS
from tracker.domain.tables.headings import Heading, HeadingReader, together
from tracker.domain.tables.names import NameIndex, name_key
from tracker.domain.tables.periods import SpanYear
from tracker.domain.tables.scopes import Scope, Verdict, verdict
from tracker.domain.text import fold, shown
from tracker.domain.vocabulary import Accumulates
from tracker.exchange.table.stated_units import is_stated_unit, looks_like_value, unit_of_caption
from tracker.exchange.table.table_blocks import Block, NamesInRow, blocks_of, names_of, single_cell, turned_upright
from tracker.exchange.table.table_grid import Grid, is_number, is_year
from tracker.exchange.table.table_rows import Mark
from tracker.language import _


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedIndicator:
    """An indicator that a table may hold: what it is called in any language, its unit, what its values are."""

    indicator: str
    names: tuple[str, ...]
    unit: str = ""
    accumulates: Accumulates | None = None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is looked for in a table; `places` are the names of zones, with "" for those that are none of the store.

    `sign` is the decimal sign where it is known; of two indicators with one name one of the `preferred` is meant.
    """

    scope: Scope
    indicators: tuple[AskedIndicator, ...]
    places: Mapping[str, str] = field(default_factory=dict)
    sign: DecimalSign | None = None
    preferred: frozenset[str] = frozenset()

    @cached_property
    def index(self) -> NameIndex:
        """The names of the indicators."""
        return NameIndex(
            (one.indicator, name) for one in self.indicators for name in (one.indicator, *one.names) if name
        )

    @cached_property
    def reader(self) -> HeadingReader:
        """What reads headings, with the names of the zones."""
        return HeadingReader({name_key(name): zone for name, zone in self.places.items() if name_key(name)})

    @cached_property
    def by_id(self) -> Mapping[str, AskedIndicator]:
        """The indicators by identifier."""
        return {one.indicator: one for one in self.indicators}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChoices:
    """What a person says of a file where the file does not say it itself."""

    span: SpanYear | None = None
    sign: DecimalSign | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCell:
    """The cell with the value of an indicator: its text as written, and what stands with it.

    `unit` is the unit that is stated for it, `caption` the one of the whole table; `besides` are words of its headings
    and its row that may make it another value; `others` are the texts of its row by what they are, at the addresses in
    `places`.
    """

    row: int
    column: int
    address: str
    line: int
    indicator: str
    text: str
    unit: str = ""
    caption: str = ""
    flag: Flag | None = None
    besides: tuple[str, ...] = ()
    others: Mapping[FormField, str] = field(default_factory=dict)
    places: Mapping[FormField, str] = field(default_factory=dict)
    seen: str = ""
    mark: Mark | None = None
    formats_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftCell:
    """A cell that is not taken, and why; `asked` says that the person has to decide, since nothing else was taken."""

    address: str
    line: int
    seen: str
    why: str
    right: str = ""
    indicator: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a table holds of what is asked for, and what its columns were taken for."""

    found: tuple[FoundCell, ...]
    left: tuple[LeftCell, ...]
    named: int
    grid: Grid
    columns: tuple[tuple[int, str, FormField], ...] = ()


def read_table(grid: Grid, asked: Asked) -> TableReading:
    """Find the values of the year and zone that are asked for; nothing is taken where several cells could be meant."""
    upright = turned_upright(grid, asked.index)
    names = names_of(upright, asked.index)
    sign = asked.sign or decimal_sign(_texts(upright), semicolons=upright.semicolons)
    readings = [_BlockReading(upright, block, names, asked, sign) for block in blocks_of(upright, names, asked.reader)]
    for reading in readings:
        reading.read()
    found = [cell for reading in readings for cell in reading.found]
    left = [cell for reading in readings for cell in reading.left]
    once, again = each_once(found)
    taken = {cell.indicator for cell in once}
    left = [replace(cell, asked=False) if cell.indicator in taken else cell for cell in left]
    columns = tuple(column for reading in readings[:1] for column in reading.columns(once))
    return TableReading(tuple(once), (*left, *again), sum(map(bool, names)), upright, columns)


def _texts(grid: Grid) -> Iterator[str]:
    return (text for cells in grid.cells for text in cells)


def each_once(found: Sequence[FoundCell]) -> tuple[list[FoundCell], list[LeftCell]]:
    """Return the cells whose indicator has no other value; of several that say the same the first."""
    by_indicator: defaultdict[str, list[FoundCell]] = defaultdict(list)
    for cell in found:
        by_indicator[cell.indicator].append(cell)
    once: list[FoundCell] = []
    again: list[LeftCell] = []
    for cells in by_indicator.values():
        whole = [cell for cell in cells if not cell.besides]
        first = whole[0] if len(whole) == 1 else cells[0]
        if len(whole) == 1 and len(cells) > 1:
            once.append(first)
            why = _("a part of the whole in {cell}").format(cell=first.address)
            again += [left_cell(cell, why) for cell in cells if cell is not first]
        elif len({(cell.text, cell.unit) for cell in cells}) == 1:
            once.append(first)
            why = _("the same value as in {cell}").format(cell=first.address)
            again += [left_cell(cell, why) for cell in cells[1:]]
        else:
            again += [left_cell(cell, _("the same value twice"), _("one of them"), asked=True) for cell in cells]
    return once, again


def left_cell(cell: FoundCell, why: str, right: str = "", *, asked: bool = False) -> LeftCell:
    """Return a cell that was found as one that is not taken."""
    return LeftCell(
        address=cell.address,
        line=cell.line,
        seen=cell.seen,
        why=why,
        right=right,
        indicator=cell.indicator,
        asked=asked,
    )


_ATTRIBUTES = (
    FormField.NO_VALUE,
    FormField.STATUS,
    FormField.SOURCE,
    FormField.LOCATOR,
    FormField.COMMENT,
    FormField.REASON,
)
_NOT_VALUES = frozenset(
    {
        *_ATTRIBUTES,
        FormField.UNIT,
        FormField.FLAG,
        FormField.CODE,
        FormField.PREVIOUS_YEAR,
        FormField.YEAR,
        FormField.ZONE,
    }
)


@dataclass(slots=True)
class _Context:
    """What goes on from one row to those below it: section, name, and the last year and zone in their columns."""

    section: Heading = field(default_factory=Heading)
    name: tuple[str, ...] = ()
    beside: dict[int, str] = field(default_factory=dict)


class _BlockReading:
    """Reads the rows under one set of headings."""

    def __init__(self, grid: Grid, block: Block, names: Sequence[NamesInRow], asked: Asked, sign: DecimalSign) -> None:
        self._grid, self._block, self._names, self._asked, self._sign = grid, block, names, asked, sign
        self._titles = tuple(self._title(text) for text in block.titles)
        self._caption = next((heading.unit for heading in reversed(self._titles) if heading.unit), "")
        counts = [sum(column in names[row] for row in block.rows) for column in range(grid.width)]
        self._name_column = counts.index(max(counts)) if any(counts) else -1
        self._context = _Context()
        self.found: list[FoundCell] = []
        self.left: list[LeftCell] = []

    def read(self) -> None:
        """Read every row."""
        for row in self._block.rows:
            if (single := single_cell(self._grid.cells[row])) and not self._names[row] and not is_number(single):
                self._take_section(single)
            else:
                self._read_row(row)

    def columns(self, found: Sequence[FoundCell]) -> Iterator[tuple[int, str, FormField]]:
        """Yield what each column was taken for: the names, the values that were found, and what stands beside them."""
        values = {cell.column for cell in found}
        for place in range(self._grid.width):
            head = self._head(place)
            beside = head.field in (*_ATTRIBUTES, FormField.UNIT, FormField.FLAG, FormField.YEAR, FormField.ZONE)
            known = FormField.VALUE if place in values else head.field if beside else None
            known = FormField.NAME if place == self._name_column else known
            if known is not None:
                yield place, head.text, known

    def _title(self, text: str) -> Heading:
        """Return what a title says: a unit in it is that of the table, a zone in it that of all values."""
        heading = self._asked.reader.read_title(text)
        key = name_key(text)
        within = {zone for name, zone in self._asked.reader.places.items() if len(name) > 1 and zone and name in key}
        places = heading.places or frozenset(within)
        return replace(heading, unit=unit_of_caption([text]), places=places)

    def _take_section(self, text: str) -> None:
        """Keep what a row says that stands alone, for the rows under it."""
        heading = self._asked.reader.read_title(text)
        before = self._context.section
        if heading.periods or heading.senses or heading.places:
            self._context.section = replace(
                heading,
                periods=heading.periods or before.periods,
                senses=heading.senses if heading.senses or heading.periods else before.senses,
                places=heading.places or before.places,
            )
        if unit := unit_of_caption([text]):
            self._caption = unit

    def _read_row(self, row: int) -> None:
        """Read a row that has several cells."""
        names = dict(self._names[row])
        ids = tuple(dict.fromkeys(one for found in names.values() for one in found.ids))
        said = self._said_in(row)
        if not names and said.says_nothing:
            self._context.name = ()
        inherited = not names and bool(self._context.name)
        wanted = self._meant(ids) if names else self._context.name
        if not wanted:
            self._leave_unnamed(row)
            return
        if len({found.ids for found in names.values()}) > 1:
            self._leave_row(row, "", _("several names in one row"), _("one name a row, with its value beside it"))
            return
        if any(is_number(text) for found in names.values() for text in found.besides):
            right = _("the name and the value in two cells, as a spreadsheet copies them")
            self._leave_row(row, wanted[0], _("a name and a value in one cell"), right)
            return
        if len(wanted) > 1:
            self._leave_row(row, "", _("several indicators have this name"), _("the indicator's code"))
            return
        self._context.name = wanted
        besides = together(self._beside_name(text) for found in names.values() for text in found.besides)
        place = min(names) if names else self._name_column
        self._choose(row, wanted[0], place if not inherited else -1, said, besides)

    def _beside_name(self, text: str) -> Heading:
        """Return what stands with a name: its unit, or what makes another value of it."""
        return Heading(unit=text, text=text) if is_stated_unit(text) else self._asked.reader.read(text)

    def _meant(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the indicators that a name means: of several the one that is asked of the zone."""
        preferred = tuple(one for one in ids if one in self._asked.preferred)
        return preferred if len(preferred) == 1 else ids

    def _said_in(self, row: int) -> Heading:
        """Return what the cells of a row say beside its name: year, zone, target or actual."""
        parts = [self._said_by(row, column) for column in range(self._grid.width) if column not in self._names[row]]
        return together(parts)

    def _said_by(self, row: int, column: int) -> Heading:
        """Return what one cell says of its row."""
        text, head = self._grid.text(row, column), self._head(column)
        if head.field in (FormField.YEAR, FormField.ZONE):
            text = self._context.beside[column] = text or self._context.beside.get(column, "")
        if not text or head.ignored or head.field in (*_ATTRIBUTES, FormField.UNIT, FormField.FLAG, FormField.CODE):
            return Heading()
        if head.field is FormField.ZONE:
            return Heading(places=frozenset({self._asked.reader.places.get(name_key(text), "")}), text=text)
        if head.field is FormField.YEAR:
            return replace(self._asked.reader.read(text), field=None)
        if is_number(text) or is_year(text):
            return Heading()
        heading = self._asked.reader.read(text)
        if head.dimension:
            understood = heading.periods or heading.senses or fold(text) in TOTALS
            return replace(heading, rest="") if understood else Heading(rest=shown(f"{head.text}: {text}"))
        return heading if not heading.rest and not heading.unit and heading.flag is None else Heading()

    def _head(self, column: int) -> Heading:
        return self._block.columns[column] if column < len(self._block.columns) else Heading()

    def _choose(self, row: int, indicator: str, name: int, said: Heading, besides: Heading) -> None:
        """Take the value of a named row, or say why there is none to take."""
        verdicts = {
            column: self._verdict(column, indicator, said, besides)
            for column in self._value_columns(name)
            if column not in self._names[row]
        }
        best = max((judged.strength for judged in verdicts.values()), default=0)
        likely = [column for column, judged in verdicts.items() if best and judged.strength == best]
        filled = [column for column in likely if self._grid.text(row, column)]
        numbers = [column for column in filled if self._is_value(row, column, indicator)]
        chosen = numbers or (filled if best >= 20 else filled[:1] if len(filled) == 1 else [])
        if not filled and len(likely) == 1 and FormField.NO_VALUE in self._others(row):
            chosen = likely
        if len(chosen) == 1:
            self._take(row, chosen[0], indicator, name, verdicts[chosen[0]], besides, said)
            self._leave_others(row, indicator, {c: v for c, v in verdicts.items() if c != chosen[0]}, asked=False)
        elif chosen or (filled and best < 20):
            right = _("the name and one value a row")
            self._leave_row(row, indicator, _("which of the cells is meant?"), right, columns=chosen or filled)
        else:
            self._leave_others(row, indicator, verdicts, asked=True)

    def _value_columns(self, name: int) -> Iterator[int]:
        """Yield the columns in which a value may stand."""
        headed = bool(self._block.header)
        for column in range(self._grid.width):
            head = self._head(column)
            if column == name or head.field in _NOT_VALUES or head.ignored or head.dimension:
                continue
            if (
                head.field is FormField.NAME
                or (not headed and column < name)
                or (headed and column < name and not head.text)
            ):
                continue
            yield column

    def _verdict(self, column: int, indicator: str, said: Heading, besides: Heading) -> Verdict:
        head = self._head(column)
        own = said.under(head)
        own = replace(
            own,
            periods=(*own.periods, *besides.periods),
            senses=own.senses | besides.senses,
            places=own.places | besides.places,
            rest=head.rest,
        )
        around = (*self._titles, self._context.section)
        judged = verdict(own, around, self._asked.scope, self._asked.by_id[indicator].accumulates)
        dated = any(period.first is not None for period in head.periods)
        if judged.strength >= 24 and not dated:
            # The year stands in the row: it makes no column likelier than another.
            return replace(judged, strength=20 if head.senses or head.field is FormField.VALUE else 10)
        return judged

    def _is_value(self, row: int, column: int, indicator: str) -> bool:
        return looks_like_value(self._grid.text(row, column), self._asked.by_id[indicator].unit)

    def _take(
        self, row: int, column: int, indicator: str, name: int, judged: Verdict, besides: Heading, said: Heading
    ) -> None:
        """Keep the cell with the value."""
        head, text = self._head(column), self._grid.text(row, column)
        if self._sign.leaves_open(text):
            wrong = _("the decimal sign is not clear: {number} may be {one} or {other}")
            digits = text.replace(",", "").replace(".", "")
            why = wrong.format(number=text, one=digits, other=text.replace(",", "."))
            self._leave(row, column, why, _("the decimal sign of the file"), indicator=indicator, asked=True)
            return
        others = self._others(row)
        unknown = (judged.besides, besides.rest, said.rest)
        self.found.append(
            FoundCell(
                row=row,
                column=column,
                address=self._grid.address(row, column),
                line=self._grid.line(row, column),
                indicator=indicator,
                text=self._sign.in_points(text),
                unit=self._unit(row, column, name) or besides.unit or head.unit,
                caption=self._caption,
                flag=self._flag(row, column) or head.flag or besides.flag,
                besides=tuple(words for words in unknown if words),
                others={known: self._grid.text(row, at) for known, at in others.items()},
                places={known: self._grid.address(row, at) for known, at in others.items()},
                seen=text,
                mark=self._grid.marks.get((row, column)),
                formats_known=self._grid.formats_known,
            )
        )

    def _unit(self, row: int, column: int, name: int) -> str:
        """Return the unit that stands in a row: in a column of units, else beside the value."""
        columns = self._block.columns_of(FormField.UNIT)
        if columns:
            return self._grid.text(row, columns[0])
        cells = ((at, self._grid.text(row, at)) for at in range(name + 1, self._grid.width) if at != column)
        return next((cell for _at, cell in cells if cell and not is_number(cell) and is_stated_unit(cell)), "")

    def _flag(self, row: int, column: int) -> Flag | None:
        """Return the flag of a value: from a column of flags behind it, else from one for the status of all."""
        flags = self._flag_columns()
        behind = next(
            (at for at in range(column + 1, self._grid.width) if at in flags or self._is_value_column(at)), -1
        )
        if behind in flags:
            return read_flag(self._grid.text(row, behind))
        return next((read_flag(self._grid.text(row, at)) for at in self._block.columns_of(FormField.STATUS)), None)

    def _is_value_column(self, column: int) -> bool:
        head = self._head(column)
        return head.field not in _NOT_VALUES and not head.ignored and bool(head.text)

    def _flag_columns(self) -> set[int]:
        """Return the columns of flags: named so, or without a name and with nothing but flags in them."""
        columns = set(self._block.columns_of(FormField.FLAG))
        for column in range(self._grid.width):
            texts = {self._grid.text(row, column) for row in self._block.rows} - {""}
            unnamed = not self._head(column).text and column not in columns and column != self._name_column
            if unnamed and texts and all((flag := read_flag(text)) and flag.text for text in texts):
                columns.add(column)
        return columns

    def _others(self, row: int) -> dict[FormField, int]:
        """Return the columns in which a row says more of its value."""
        columns = {known: self._block.columns_of(known) for known in _ATTRIBUTES}
        return {known: at[0] for known, at in columns.items() if at and self._grid.text(row, at[0])}

    def _leave_others(self, row: int, indicator: str, verdicts: Mapping[int, Verdict], *, asked: bool) -> None:
        """List the other cells of a named row that hold something, with what keeps them from being taken."""
        filled = {column: judged for column, judged in verdicts.items() if self._grid.text(row, column)}
        likeliest = min(filled, key=lambda column: (not filled[column].why, filled[column].elsewhere), default=None)
        for column, judged in filled.items():
            if judged.why or (not asked and self._is_value(row, column, indicator)):
                why = judged.why or _("another cell of the row is likelier")
                heading, here = self._head(column).text, asked and column == likeliest
                self._leave(row, column, why, indicator=indicator, asked=here, heading=heading)

    def _leave(
        self, row: int, column: int, why: str, right: str = "", *, indicator: str = "", asked: bool, heading: str = ""
    ) -> None:
        text = self._grid.text(row, column)
        seen = f"{heading}: {text}" if heading else text
        address, line = self._grid.address(row, column), self._grid.line(row, column)
        self.left.append(
            LeftCell(
                address=address, line=line, seen=shown(seen), why=why, right=right, indicator=indicator, asked=asked
            )
        )

    def _leave_row(self, row: int, indicator: str, why: str, right: str, columns: Iterable[int] = ()) -> None:
        """Ask about a row as a whole, in the place of its first cell or of the cells that could be meant."""
        filled = [column for column in range(self._grid.width) if self._grid.text(row, column)]
        places = list(columns) or filled[:1]
        seen = shown(" | ".join(self._grid.text(row, column) for column in filled))
        for place in places[:1]:
            address, line = self._grid.address(row, place), self._grid.line(row, place)
            self.left.append(
                LeftCell(address=address, line=line, seen=seen, why=why, right=right, indicator=indicator, asked=True)
            )

    def _leave_unnamed(self, row: int) -> None:
        """List a row that holds something under an unknown name; headings and remarks hold nothing."""
        cells = [cell for cell in self._grid.cells[row] if cell]
        if any(is_number(cell) for cell in cells[1:] or cells):
            self._leave_row(row, "", _("no indicator is called so"), "")
