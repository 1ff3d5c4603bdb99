"""The value of a cell that a table gives: its text with the unit that is stated for it, its flag apart, its doubts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.domain.entry.form_records import FormField
from tracker.domain.quantity.numerals import Numeral, parse_number
from tracker.domain.quantity.units import PERCENT, parse_unit, power_of_ten
from tracker.domain.tables.flags import Flag, missing_word, read_flag, split_flag
from tracker.domain.tables.headings import HeadingReader
from tracker.domain.text import fold
from tracker.domain.vocabulary import Certainty
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.table.stated_units import in_stated_unit, other_words_of_unit, says_no_value
from tracker.exchange.table.table_reading import FoundCell, LeftCell, left_cell
from tracker.exchange.table.table_rows import Trait, problem_of
from tracker.language import _, labelled

_HEADINGS = HeadingReader()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundValue:
    """A value as it would be typed, the status its flag or headings give, its flag, why there is none, and doubts."""

    text: str
    status: str = ""
    flag: str = ""
    no_value: str = ""
    doubts: tuple[Problem, ...] = ()

    @property
    def remark(self) -> str:
        """Return a flag that says more than a status, in words for a comment."""
        return remark_of(Flag(self.flag, Certainty(self.status or Certainty.FINAL)))


def remark_of(flag: Flag) -> str:
    """Return a flag that says more than a status, in words for a comment."""
    says_more = flag.text and (flag.status is Certainty.FINAL or len(flag.text) > 1)
    return labelled(_("flag"), flag.text) if says_more else ""


def value_of(found: FoundCell, unit: str) -> FoundValue | LeftCell:
    """Return the value of a cell; a cell that is not taken where it is a forecast, or in a unit of another kind."""
    marked = problem_of(found.mark, "", found.line, "") if found.mark else None
    if marked is not None and not marked.warning:
        return left_cell(found, marked.wrong, marked.right, asked=True)
    if found.mark and found.mark.trait is Trait.DATE:
        return left_cell(found, _("a date stands where a value is due"), _("the value as a number"), asked=True)
    bare, flag = split_flag(found.text, unit)
    flag = flag or found.flag
    if flag is not None and flag.forecast:
        return left_cell(found, _("a forecast, no actual"), asked=True)
    text = in_stated_unit(bare, found.unit, found.caption, unit)
    if isinstance(text, Problem):
        return replace(left_cell(found, text.wrong, text.right, asked=True), seen=text.seen)
    return FoundValue(
        text=text,
        status=flag.status.value if flag else "",
        flag=flag.text if flag else "",
        no_value=_no_value(bare),
        doubts=(*([marked] if marked else []), *doubts_of(found, unit)),
    )


def _no_value(bare: str) -> str:
    """Return why there is no value, by the sign that stands for it; "" where there is one."""
    if not says_no_value(bare):
        return ""
    words = missing_word(bare)
    return f"{words} ({bare})" if words else bare


def doubts_of(found: FoundCell, unit: str, *, units: bool = True) -> Iterator[Problem]:
    """Yield what the words around a value, its unit and what is not known of its cell make doubtful."""

    def doubt(wrong: str, seen: str, right: str) -> Problem:
        return Problem(wrong, seen, right, line=found.line, warning=True)

    for words in found.besides:
        if read_flag(words) is None or power_of_ten(fold(words)):
            yield doubt(_("its heading or row says more than its name"), words, _("the value of the name alone"))
    if units and other_words_of_unit(found.unit, unit):
        yield doubt(_("the unit is written otherwise than in the form"), found.unit, unit)
    said = _HEADINGS.read(found.others.get(FormField.COMMENT, ""))
    if said.senses or any(period.part for period in said.periods):
        wrong = _("its remark speaks of a part of a year, or of something else than an actual")
        yield doubt(wrong, found.others[FormField.COMMENT], _("the value of the whole year"))
    if not found.formats_known and parse_unit(unit).dimension == PERCENT and _is_below_one(found.text):
        wrong = _("the file does not say whether the cell is shown as a percentage")
        yield doubt(wrong, found.text, _("the percentage as it is shown"))


def _is_below_one(text: str) -> bool:
    try:
        number = parse_number(text)
    except RefusedInputError:
        return False
    return isinstance(number, Numeral) and Decimal(-1) < number.value < 1 and bool(number.value)
