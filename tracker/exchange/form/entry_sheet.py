"""The sheet that an official fills in: given cells in grey, cells to fill in yellow, formulas that help, signatures."""

from collections.abc import Callable, Mapping

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tracker.domain.entry.form_records import Form, FormField, FormRow
from tracker.domain.quantity.units import PERCENT, RANK, parse_unit
from tracker.exchange.form import cell_texts as words
from tracker.exchange.form.cell_formats import Formats, offer_choices, offer_words
from tracker.exchange.form.cell_texts import given_texts, number_format, plain_number, typed_texts, wrapped_lines
from tracker.exchange.form.column_list import LOCKED, FormColumn, columns_of

# A value this many times last year's, or this small a part of it, is more likely a slip of the unit than a change.
_UNIT_SLIP = 8
_LARGE = "0.5"


class RowFormulas:
    """The formulas of one row; cells are typed as text, so that 12.10 stays 12.10, and are read with VALUE."""

    def __init__(self, row: FormRow, line: int, at: dict[FormField, int]) -> None:
        """Take a row, the index of its line and the position of each column."""
        self._row = row
        self._at = {field: xl_rowcol_to_cell(line, column) for field, column in at.items()}
        self.measures_points = parse_unit(row.unit).dimension in (PERCENT, RANK)
        cell = self._at[FormField.VALUE]
        plain = f'SUBSTITUTE({cell},",","")'
        if parse_unit(row.unit).dimension == PERCENT:
            plain = f'SUBSTITUTE({plain},"%","")'
        # A growth (+23.7%) and a date are no plain numbers, though VALUE would make one of them.
        odd = "".join(f'+ISNUMBER(SEARCH("{sign}",{plain},2))' for sign in ("-", "/", ":", "%"))
        self._number = f"VALUE({plain})"
        self._is_plain = f"AND(({odd.removeprefix('+')})=0,ISNUMBER({self._number}))"

    def change(self) -> str:
        """Return the change on the last reported value: in percent, or in points for percentages and ranks."""
        previous = self._at[FormField.PREVIOUS]
        given = f'IF(OR({self._at[FormField.VALUE]}="",NOT(ISNUMBER({previous}))),"",{{change}})'
        if self.measures_points:
            change = f'IF({self._is_plain},{self._number}-{previous},"")'
        else:
            change = f'IF({previous}=0,"",IF({self._is_plain},{self._number}/{previous}-1,""))'
        return "=" + given.format(change=change)

    def check(self) -> str:
        """Return a first word on what was typed, before the upload looks at it thoroughly."""
        value, reason = self._at[FormField.VALUE], self._at[FormField.NO_VALUE]
        empty = f'IF({reason}="","{words.EMPTY}","{words.NOT_THERE}")'
        numbers = self._number_checks()
        return (
            f'=IF({value}="",{empty},IF({reason}<>"","{words.BOTH}",IF({self._is_plain},{numbers},"{words.IN_WORDS}")))'
        )

    def _number_checks(self) -> str:
        """Return the checks of a plain number, the gravest first."""
        number, previous = self._number, self._at[FormField.PREVIOUS]
        checks = [(limit, words.OUT_OF_RANGE) for limit in self._limits()]
        if not self.measures_points:
            ratio = f"IF(ISNUMBER({previous}),IF({previous}=0,1,ABS({number}/{previous})),1)"
            checks.append((f"OR({ratio}>={_UNIT_SLIP},{ratio}<=1/{_UNIT_SLIP})", words.CHECK_UNIT))
            checks.append((f"ABS({ratio}-1)>{_LARGE}", words.LARGE))
        if FormField.REASON in self._at and self._row.accepted:
            checks.append((self._unreasoned(), words.NO_REASON))
        formula = f'"{words.FINE}"'
        for condition, word in reversed(checks):
            formula = f'IF({condition},"{word}",{formula})'
        return formula

    def _limits(self) -> list[str]:
        """Return the conditions under which the unit does not allow the number."""
        low, high = self._row.least, self._row.most
        below = [] if low is None else [f"{self._number}<{low}"]
        return below + ([] if high is None else [f"{self._number}>{high}"])

    def _unreasoned(self) -> str:
        """Return the condition under which an accepted value was changed without a reason."""
        accepted = self._row.typed.value.replace('"', '""')
        return f'AND({self._at[FormField.REASON]}="",{self._at[FormField.VALUE]}<>"{accepted}")'


HEAD_LINE = 4
FIRST_LINE = HEAD_LINE + 1
_LINE_HEIGHT, _PADDING = 15, 8
_LEAST_HEIGHT = 38
_LOOK_OF = {
    FormField.CODE: "code",
    FormField.PREVIOUS: "right",
    FormField.PREVIOUS_YEAR: "centre",
    FormField.GOAL: "given",
    FormField.NAME: "given",
    FormField.UNIT: "given",
}
_NO_SELECTION: Mapping[tuple[str, FormField], str] = {}
Texts = Callable[[FormRow], Mapping[FormField, str]]


class FormSheet:
    """Draws the sheet of one form; `looks` names other looks for single cells, by indicator and field."""

    def __init__(
        self, sheet: Worksheet, form: Form, look: Formats, looks: Mapping[tuple[str, FormField], str] = _NO_SELECTION
    ) -> None:
        """Take an empty sheet and what is to stand in it."""
        self._sheet, self._form, self._look, self._looks = sheet, form, look, looks
        self._columns = columns_of(form)
        self.at = {column.field: position for position, column in enumerate(self._columns)}
        self._last_line = HEAD_LINE + len(form.rows)

    def draw(self, sources: str, texts: Texts | None = None) -> None:
        """Draw everything; `sources` is the range of the choices, `texts` what stands in the yellow cells of a row."""
        self._head()
        for line, row in enumerate(self._form.rows, FIRST_LINE):
            filled = typed_texts(row.typed, self._form) if texts is None else texts(row)
            self._row(line, row, filled)
        offer_choices(self._sheet, self.at, FIRST_LINE, self._last_line, sources)
        self._colour_checks()
        self._sign_off()
        self._protect()
        self._set_up_print()

    def _head(self) -> None:
        """Write the title, the line of instructions, the count of what is filled, and the headers."""
        sheet, look, form = self._sheet, self._look, self._form
        for line, height in enumerate((28, 18, 18, 6, 48)):
            sheet.set_row(line, height)
        sheet.write_string(0, 0, words.title_of(form), look("title"))
        sheet.write_string(1, 0, words.FILL_YELLOW, look("remark"))
        checks = self._range(FormField.CHECK)
        count = len(form.rows)
        formula = f'="Filled 已填: "&({count}-COUNTIF({checks},"{words.EMPTY}"))&" / {count}"'
        empty = sum(not row.typed.value and row.typed.no_value is None for row in form.rows)
        sheet.write_formula(2, 0, formula, look("count"), f"Filled 已填: {count - empty} / {count}")
        sheet.write_string(2, 2, words.deadline_of(form), look("remark"))
        for position, column in enumerate(self._columns):
            sheet.set_column(position, position, column.width)
            head = look("head_fill" if column.fill else "head")
            sheet.write_string(HEAD_LINE, position, column.header(form.year), head)
        sheet.freeze_panes(FIRST_LINE, 2)

    def _row(self, line: int, row: FormRow, filled: Mapping[FormField, str]) -> None:
        """Write one indicator."""
        given = given_texts(row)
        for column in self._columns:
            if column.field in LOCKED:
                self._given(line, column, given[column.field], self._looks.get((row.indicator, column.field)))
            elif column.fill:
                look = "fill_right" if column.field is FormField.VALUE else "fill"
                look = self._looks.get((row.indicator, column.field), look)
                self._text(line, column, filled[column.field], look)
        if row.choices:
            offer_words(self._sheet, line, self.at[FormField.VALUE], row.choices)
        formulas = RowFormulas(row, line, self.at)
        change = self._look("points" if formulas.measures_points else "share")
        self._sheet.write_formula(line, self.at[FormField.CHANGE], formulas.change(), change, "")
        # Where no result is saved, every program computes one; an empty form reads well even where none does.
        check = "" if filled[FormField.VALUE] or filled[FormField.NO_VALUE] else words.EMPTY
        self._sheet.write_formula(line, self.at[FormField.CHECK], formulas.check(), self._look("check"), check)
        texts = {**given, **filled}
        lines = max(wrapped_lines(texts.get(column.field, ""), column.width - 2) for column in self._columns)
        self._sheet.set_row(line, max(_LEAST_HEIGHT, min(lines * _LINE_HEIGHT + _PADDING, 400)))

    def _given(self, line: int, column: FormColumn, text: str, look: str | None) -> None:
        """Write a locked cell; a plain number as a number, so that the change can be computed from it."""
        number = plain_number(text) if column.field is FormField.PREVIOUS else None
        if number is None:
            self._text(line, column, text, look or _LOOK_OF[column.field])
        else:
            shown = self._look(look or _LOOK_OF[column.field], number_format(text))
            self._sheet.write_number(line, self.at[column.field], float(number), shown)

    def _text(self, line: int, column: FormColumn, text: str, look: str) -> None:
        """Write a text as text, whatever it looks like."""
        self._sheet.write_string(line, self.at[column.field], text, self._look(look))

    def _range(self, field: FormField) -> str:
        """Return the cells of a column, with the dollar signs of a place that stays."""
        return str(xl_range(FIRST_LINE, self.at[field], max(FIRST_LINE, self._last_line), self.at[field]))

    def _colour_checks(self) -> None:
        """Colour the words of the check column by their first sign."""
        for sign, look in (("✓", "good"), ("!", "doubt"), ("✗", "bad")):
            rule = {"type": "text", "criteria": "begins with", "value": sign, "format": self._look(look)}
            self._sheet.conditional_format(self._range(FormField.CHECK), rule)

    def _sign_off(self) -> None:
        """Leave room for who entered, who approved, and when."""
        for line, label in enumerate(words.SIGN_OFF, self._last_line + 2):
            self._sheet.set_row(line, 24)
            self._sheet.write_string(line, self.at[FormField.NAME], label, self._look("label"))
            first = self.at[FormField.UNIT]
            self._sheet.merge_range(line, first, line, first + 1, "", self._look("fill"))

    def _protect(self) -> None:
        """Lock what is given, without a password: it keeps from slips, and the upload checks everything again."""
        self._sheet.protect("", {"format_columns": True, "format_rows": True})
        # A number kept as text is meant: the digits stay as typed.
        values = self._range(FormField.VALUE)
        self._sheet.ignore_errors({"number_stored_as_text": values, "two_digit_text_year": values})
        self._sheet.set_selection(FIRST_LINE, self.at[FormField.VALUE], FIRST_LINE, self.at[FormField.VALUE])

    def _set_up_print(self) -> None:
        """Print on A4 across, as wide as the page, with the headers on every page."""
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_LINE)
        sheet.center_horizontally()
        name = self._form.zone_name[:60].replace("&", "&&")
        sheet.set_footer(f"&L&8{name}  {self._form.year}&R&8&P / &N")
        sheet.print_area(0, 0, self._last_line + 1 + len(words.SIGN_OFF), len(self._columns) - 1)
