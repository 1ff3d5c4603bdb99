"""One yellow cell of a form that came back: its text as typed, or what is wrong with it and what is proposed."""

from collections.abc import Callable, Mapping
from decimal import Context, Decimal

from tracker.domain.entry.form_records import Form, FormField, FormRow
from tracker.domain.entry.typed_values import read_typed
from tracker.domain.quantity.numerals import NoValue as NoValueWords
from tracker.domain.quantity.numerals import parse_number
from tracker.domain.text import clean_text, fold, refused, shown
from tracker.errors import Problem, RefusedInputError
from tracker.exchange.form.form_cells import source_titles
from tracker.exchange.form.form_words import NO_VALUE_WORDS, STATUSES_SAID, ways_to_say
from tracker.exchange.table.cells import LONGEST_NOTE
from tracker.exchange.workbook.cell_remarks import REFUSED, Mark, Trait, problem_of
from tracker.language import _, remarks

_FIFTEEN = Context(prec=15)


_REASONS = ways_to_say(NO_VALUE_WORDS)


def marked(mark: Mark, field: FormField) -> tuple[Problem, str] | None:
    """Say what a mark means for a cell to fill in, and what could be stored instead; None where it means nothing."""
    problem = problem_of(mark, "", 0, "")
    if mark.trait is Trait.DATE and field is FormField.VALUE:
        return Problem(_("a date stands where a value is due"), mark.seen, _("the value as a number")), ""
    if problem is None:
        return None
    if mark.trait is Trait.PERCENT and field is FormField.VALUE:
        return _percent(mark.seen)
    proposal = _rounded(mark.seen) if mark.trait is Trait.TOO_PRECISE else ""
    warning = mark.trait not in REFUSED
    return Problem(problem.wrong, shown(problem.seen), problem.right, warning=warning), proposal


def _percent(seen: str) -> tuple[Problem, str]:
    """Ask what a cell means that holds 0.035 and shows 3.5%."""
    number, _bracket, displayed = seen.partition(" (")
    displayed = displayed.rstrip(")")
    wrong = _("the cell is formatted as a percentage: it holds {number} and shows {shown}")
    right = _("{shown}, typed as text").format(shown=displayed)
    return Problem(wrong.format(number=number, shown=displayed), seen, right), displayed


def _rounded(seen: str) -> str:
    """Give a number in the 15 digits that a spreadsheet keeps."""
    return format(_FIFTEEN.create_decimal(Decimal(seen)).normalize(), "f")


def value_text(text: str, asked: FormRow) -> str:
    """Give a value as typed where it can be understood; RefusedInputError where it cannot."""
    cleaned = clean_text(text)
    found = read_typed(cleaned, asked.wanted) if asked.wanted else parse_number(cleaned, asked.unit)
    if isinstance(found, NoValueWords):
        wrong = _("there is no value here: say why")
        raise refused(wrong, text, _("one of: {words}").format(words=remarks(NO_VALUE_WORDS.values())))
    return cleaned


def says_none(text: str) -> bool:
    """Say whether a cell bears words for no value (N/A, 暂无)."""
    try:
        return isinstance(parse_number(text), NoValueWords)
    except RefusedInputError:
        return False


def reason_word(text: str) -> str:
    """Give the reason for no value that was chosen; RefusedInputError for another text."""
    return _choice(text, _REASONS)


def status_word(text: str) -> str:
    """Give the status that was chosen; RefusedInputError for another text."""
    return _choice(text, STATUSES_SAID)


def _choice(text: str, choices: Mapping[str, str]) -> str:
    """Give what a choice stands for; RefusedInputError for what is none."""
    try:
        return choices[fold(text)]
    except KeyError:
        right = _("one of: {words}").format(words=remarks(dict.fromkeys(choices.values())))
        raise refused(_("this is none of the choices"), text, right) from None


def source_of(text: str, form: Form) -> tuple[str, str]:
    """Give the known source a cell names and, where there is none, the title of a new one."""
    cleaned = clean_text(text)
    known = {fold(title): source for source, title in source_titles(form.sources).items()}
    known |= {fold(source.source): source.source for source in form.sources}
    found = known.get(fold(cleaned), "")
    return found, "" if found else cleaned


def long_text(text: str) -> str:
    """Give a comment or reason: at most 2,000 characters on several lines."""
    return clean_text(text, limit=LONGEST_NOTE, multiline=True)


TEXT_READERS: dict[FormField, Callable[[str], str]] = {
    FormField.NO_VALUE: reason_word,
    FormField.STATUS: status_word,
    FormField.LOCATOR: clean_text,
    FormField.COMMENT: long_text,
    FormField.REASON: long_text,
}
"""How each cell to fill in is read, save for the value and the source."""
