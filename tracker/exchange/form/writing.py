"""Writes the form of a yearly round as a workbook that can be filled in without the product, with its instructions."""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.domain.entry.form_records import Form
from tracker.exchange.form.cell_formats import Formats, formats_of
from tracker.exchange.form.cell_texts import IDENTITY, INSTRUCTIONS, SHEET, title_of
from tracker.exchange.form.entry_sheet import FormSheet
from tracker.exchange.form.hidden_sheet import write_identity

_STEPS = (
    (
        "1. Fill in the yellow cells of the first sheet. Grey cells are given; changes there are not read.",
        "1. 只填写第一张表的黄色单元格；灰色单元格为已知内容，改动无效。",
    ),
    (
        "2. Type each value in the unit of its row, or write the unit beside it (14.2亿, 1,420 million).",
        "2. 按本行单位填写数值，或在数值后写明单位（如 14.2亿、1,420 million）。",
    ),
    (
        "3. Leave a cell empty to leave it untouched. Where there is no value, choose why under “No value because”.",
        "3. 留空表示不作改动。没有数值时，请在“无数值原因”中选择原因，不要填 0。",
    ),
    (
        "4. Status: final, provisional or estimated; left empty it means final.",
        "4. 数据状态：最终值、初步值或估计值；留空视为最终值。",
    ),
    (
        "5. Source: choose one from the list or type the title of a new one; then its page or table.",
        "5. 来源：从列表选择，或填写新来源的名称；并注明页码或表号。",
    ),
    (
        "6. The check column is a first help. Where it shows !, please explain in the comment.",
        "6. 校验列仅供参考；出现“!”时请在“说明”栏中写明原因。",
    ),
    (
        "7. Save as .xlsx and upload it. Every cell is checked again, and you see what will be stored before it is.",
        "7. 保存为 .xlsx 后上传。系统会逐格核对，并在入库前显示将要保存的内容。",
    ),
)
_EXAMPLES = (
    ("12.10", "the value with the decimals you know", "数值，保留已知的小数位"),
    ("约150   about 150", "an approximate value", "近似值"),
    ("over 100   超过100", "more than 100, the exact value is not known", "大于100，确数未知"),
    ("不低于50   at least 50", "50 or more", "50或以上"),
    ("100–120", "between the two", "介于两者之间"),
    ("+23.7%", "growth on the year before, where the level is not known", "比上年增长23.7%（无总量时）"),
    ("占全市25%   25% of the city's", "a share of what the whole city has", "占全市的比重"),
    ("前20   top 20", "a place in a ranking", "位次"),
    ("3.5%", "a percentage: type 3.5 or 3.5%, not 0.035", "百分比：填 3.5 或 3.5%，不要填 0.035"),
)


def write_instructions(sheet: Worksheet, look: Formats) -> None:
    """Write the sheet: the steps, then how values may be written."""
    for column, width in enumerate((40, 52, 44)):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 28)
    sheet.write_string(0, 0, "How to fill in this form   填写说明", look("title"))
    line = 2
    for pair in _STEPS:
        for text in pair:
            sheet.write_string(line, 0, text, look("remark") if text is pair[1] else look("count"))
            line += 1
    line += 1
    for column, text in enumerate(("What you may write   可以这样写", "It means", "含义")):
        sheet.write_string(line, column, text, look("head"))
    for line_of_example, (example, *meanings) in enumerate(_EXAMPLES, line + 1):
        sheet.set_row(line_of_example, 22)
        sheet.write_string(line_of_example, 0, example, look("example"))
        for column, text in enumerate(meanings, 1):
            sheet.write_string(line_of_example, column, text, look("framed"))
    sheet.protect("", {"format_columns": True})
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


#: Whatever a name looks like, it is written as text and never as a formula, a number or a link.
TEXT_ONLY = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def write_form(target: Path | BinaryIO, form: Form) -> None:
    """Write a form to a file or a buffer; the same form makes the same workbook."""
    with Workbook(target, TEXT_ONLY) as book:
        describe(book, form)
        look = formats_of(book)
        sheet, instructions, identity = (book.add_worksheet(name) for name in (SHEET, INSTRUCTIONS, IDENTITY))
        FormSheet(sheet, form, look).draw(write_identity(identity, form))
        write_instructions(instructions, look)


def form_bytes(form: Form) -> bytes:
    """Return a form as the content of a workbook."""
    buffer = BytesIO()
    write_form(buffer, form)
    return buffer.getvalue()


def describe(book: Workbook, form: Form) -> None:
    """Set the workbook's title, and the moment the form was made instead of the moment it is written."""
    book.set_properties({"title": title_of(form)[:255], "created": form.made_at})
    book.set_size(2200, 1300)
