"""The formulas of the yearly form's change and check columns, in functions that every spreadsheet program knows."""

from xlsxwriter.utility import xl_rowcol_to_cell

from tracker.domain.entry.form_records import FormField, FormRow
from tracker.domain.quantity.units import PERCENT, RANK, parse_unit
from tracker.exchange.form import form_words as words

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
        """Give the change on the last reported value: in percent, or in points for percentages and ranks."""
        previous = self._at[FormField.PREVIOUS]
        given = f'IF(OR({self._at[FormField.VALUE]}="",NOT(ISNUMBER({previous}))),"",{{change}})'
        if self.measures_points:
            change = f'IF({self._is_plain},{self._number}-{previous},"")'
        else:
            change = f'IF({previous}=0,"",IF({self._is_plain},{self._number}/{previous}-1,""))'
        return "=" + given.format(change=change)

    def check(self) -> str:
        """Give a first word on what was typed, before the upload looks at it thoroughly."""
        value, reason = self._at[FormField.VALUE], self._at[FormField.NO_VALUE]
        empty = f'IF({reason}="","{words.EMPTY}","{words.NOT_THERE}")'
        numbers = self._number_checks()
        return (
            f'=IF({value}="",{empty},IF({reason}<>"","{words.BOTH}",IF({self._is_plain},{numbers},"{words.IN_WORDS}")))'
        )

    def _number_checks(self) -> str:
        """Give the checks of a plain number, the gravest first."""
        number, previous = self._number, self._at[FormField.PREVIOUS]
        checks = [(limit, words.OUT_OF_RANGE) for limit in self._limits()]
        if not self.measures_points:
            ratio = f"IF(ISNUMBER({previous}),IF({previous}=0,1,ABS({number}/{previous})),1)"
            checks.append((f"OR({ratio}>={_UNIT_SLIP},{ratio}<=1/{_UNIT_SLIP})", words.CHECK_UNIT))
            checks.append((f"ABS({ratio}-1)>{_LARGE}", words.LARGE))
        if FormField.REASON in self._at and self._row.accepted:
            checks.append((self._unreasoned(), words.NO_REASON))
        told = f'"{words.FINE}"'
        for condition, word in reversed(checks):
            told = f'IF({condition},"{word}",{told})'
        return told

    def _limits(self) -> list[str]:
        """Give the conditions under which the unit does not allow the number."""
        low, high = self._row.least, self._row.most
        below = [] if low is None else [f"{self._number}<{low}"]
        return below + ([] if high is None else [f"{self._number}>{high}"])

    def _unreasoned(self) -> str:
        """Give the condition under which an accepted value was changed without a reason."""
        accepted = self._row.typed.value.replace('"', '""')
        return f'AND({self._at[FormField.REASON]}="",{self._at[FormField.VALUE]}<>"{accepted}")'
