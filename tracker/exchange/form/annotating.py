"""An annotated copy of a form that came back: each finding in its cell, and all of them on a sheet of their own."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.domain.entry.form_records import CellFinding, Form, FormField, FormRow, ReadForm
from tracker.errors import Problem
from tracker.exchange.form.cell_formats import Formats, formats_of
from tracker.exchange.form.cell_texts import FINDINGS, IDENTITY, INSTRUCTIONS, SHEET, typed_texts
from tracker.exchange.form.column_list import FILLED
from tracker.exchange.form.entry_sheet import FIRST_LINE, FormSheet, Texts
from tracker.exchange.form.hidden_sheet import write_identity
from tracker.exchange.form.writing import TEXT_ONLY, describe, write_instructions
from tracker.language import _

Places = Mapping[tuple[str, FormField], list[CellFinding]]
_LONGEST_COMMENT = 2_000


def annotate(form: Form, read: ReadForm) -> bytes:
    """Return the form with what was filled in and what was found there; it can be corrected and uploaded again."""
    places = _places(read.findings)
    buffer = BytesIO()
    with Workbook(buffer, TEXT_ONLY) as book:
        describe(book, form)
        look = formats_of(book)
        names = (SHEET, FINDINGS, INSTRUCTIONS, IDENTITY)
        sheet, findings, instructions, identity = (book.add_worksheet(name) for name in names)
        drawn = FormSheet(
            sheet, form, look, {place: _look_of(place[1], at_place) for place, at_place in places.items()}
        )
        drawn.draw(write_identity(identity, form), _written(form, read))
        _comment(sheet, form, drawn, places)
        _list(findings, read.findings, look)
        write_instructions(instructions, look)
    return buffer.getvalue()


def _places(findings: Iterable[CellFinding]) -> dict[tuple[str, FormField], list[CellFinding]]:
    """Return the findings by the cell of the form they belong to; those of a row as a whole go to its value."""
    places: dict[tuple[str, FormField], list[CellFinding]] = {}
    for finding in findings:
        if finding.indicator:
            places.setdefault((finding.indicator, finding.field or FormField.VALUE), []).append(finding)
    return places


def _look_of(field: FormField, findings: Iterable[CellFinding]) -> str:
    """Return the look of a cell by the gravest finding in it."""
    if field not in FILLED:
        return "found_given"
    return "found_warning" if all(finding.problem.warning for finding in findings) else "found_error"


def _written(form: Form, read: ReadForm) -> Texts:
    """Return the cells of a row as they came, and what did not come as it is in the program."""
    came = {row.key.indicator: dict(row.written) for row in (*read.rows, *read.held)}

    def texts(row: FormRow) -> Mapping[FormField, str]:
        cells = came.get(row.indicator, {})
        return {field: cells.get(field) or text for field, text in typed_texts(row.typed, form).items()}

    return texts


def _comment(sheet: Worksheet, form: Form, drawn: FormSheet, places: Places) -> None:
    """Put a comment into each cell in which something was found."""
    for line, row in enumerate(form.rows, FIRST_LINE):
        for field, column in drawn.at.items():
            findings = places.get((row.indicator, field))
            if findings:
                comment = "\n\n".join(_finding_words(finding) for finding in findings)[:_LONGEST_COMMENT]
                sheet.write_comment(line, column, comment, {"x_scale": 2.2, "y_scale": 1.4, "font_size": 9})


def _finding_words(finding: CellFinding) -> str:
    """Return a finding as the text of a comment."""
    return "\n".join(text for text in _texts(finding.problem, finding.proposal) if text)


def _texts(problem: Problem, proposal: str) -> Iterator[str]:
    """Yield the parts of a finding, each on a line."""
    yield problem.wrong
    yield _("seen: {text}").format(text=problem.seen) if problem.seen else ""
    yield _("right would be: {text}").format(text=problem.right) if problem.right else ""
    yield _("proposed: {text}").format(text=proposal) if proposal else ""


def _list(sheet: Worksheet, findings: Iterable[CellFinding], look: Formats) -> None:
    """List the findings with their places in the workbook that was sent."""
    heads = (_("Cell"), _("Indicator"), _("Weight"), _("What is wrong"), _("Seen"), _("What would be right"))
    for column, (head, width) in enumerate(zip((*heads, _("Proposed")), (9, 32, 18, 52, 30, 48, 20), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, look("head"))
    line = 0
    for line, finding in enumerate(findings, 1):
        problem = finding.problem
        weight = _("to look at") if problem.warning else _("not stored")
        texts = (finding.cell, finding.indicator, weight, problem.wrong, problem.seen, problem.right, finding.proposal)
        for column, text in enumerate(texts):
            sheet.write_string(line, column, text, look("framed"))
    if not line:
        sheet.write_string(1, 0, _("Nothing was found."), look("remark"))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
