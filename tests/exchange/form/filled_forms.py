"""A form to write and to read, and ways to fill it in as people do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from tracker.domain.entry.entries import NoValue, Typed
from tracker.domain.entry.form_records import Form, FormField, FormRow, FormSource, ReadForm, form_codes
from tracker.exchange.form.cell_texts import SHEET
from tracker.exchange.form.column_list import FormColumn, columns_of
from tracker.exchange.form.writing import form_bytes

SLUGS = (
    "high-tech-enterprises",
    "technology-contract-turnover",
    "rd-investment",
    "rd-share",
    "incubators",
    "research-institutions",
    "science-technology-smes",
    "national-high-tech-zone-ranking",
)
CODES = form_codes(SLUGS)
FIRM, TURNOVER, INVESTMENT, SHARE, INCUBATORS, INSTITUTIONS, SMES, RANKING = (CODES[slug] for slug in SLUGS)


def row(slug: str, name: str, chinese: str, unit: str, **more: Any) -> FormRow:
    return FormRow(code=CODES[slug], indicator=slug, name=name, name_zh=chinese, unit=unit, **more)


ROWS = (
    row(
        SLUGS[0],
        "High-tech enterprises",
        "高新技术企业",
        "enterprises",
        goal="over 2,000 by 2023",
        previous="786",
        previous_year=2020,
    ),
    row(
        SLUGS[1],
        "Technology-contract turnover",
        "技术合同成交额",
        "亿元",
        hint="100 million yuan",
        previous="121",
        previous_year=2020,
    ),
    row(SLUGS[2], "R&D investment", "研发投入", "亿元", hint="100 million yuan", goal="10 bn yuan by 2023"),
    row(
        SLUGS[3],
        "R&D expenditure as a share of GDP",
        "研发投入强度",
        "%",
        hint="type 3.5 for 3.5 %",
        goal="3% by 2025",
        previous="1.50",
        previous_year=2020,
        least=Decimal(0),
        most=Decimal(100),
    ),
    row(SLUGS[4], "Incubators and co-working spaces", "孵化器和众创空间", "sites", goal="over 100 by 2023"),
    row(SLUGS[5], "Research institutions", "研发机构", "institutions", previous="272", previous_year=2020),
    row(SLUGS[6], "Science and technology SMEs", "科技型中小企业", "enterprises", previous="1152", previous_year=2020),
    row(
        SLUGS[7],
        "Place among the national high-tech zones",
        "国家高新区综合排名",
        "rank",
        hint="1 is best",
        goal="top 20 by 2023",
        previous="over 40",
        previous_year=2019,
    ),
)
SOURCES = (
    FormSource(source="communique-2021", title="Statistical communiqué of the zone, 2021 统计公报"),
    FormSource(source="yearbook-2021", title="Liaoning statistical yearbook 2021 辽宁统计年鉴"),
)
FORM = Form(
    zone="shenyang-high-tech-zone",
    zone_name="Shenyang High-Tech Zone",
    zone_zh="沈阳高新区",
    year=2021,
    deadline=date(2022, 3, 31),
    rows=ROWS,
    sources=SOURCES,
    made_at=datetime(2022, 1, 10, 9, 30, tzinfo=UTC),
    revision="17",
)
DRAFT = Typed(value="12.10", status="provisional", source="yearbook-2021", locator="table 3-2", comment="preliminary")
NONE_YET = Typed(no_value=NoValue.NOT_PUBLISHED, comment="due in June")


def changed(change: Callable[[Any], None], form: Form = FORM) -> bytes:
    """Fill in a form's sheet as a spreadsheet program would, and give the workbook as saved."""
    book = load_workbook(BytesIO(form_bytes(form)))
    change(book[SHEET])
    return saved(book)


def saved(book: Any) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def place(sheet: Any, code: str, field: FormField) -> tuple[int, int]:
    """Find a cell by the code in its row and the header of its column, wherever people have moved them."""
    header = {at.field: at.header(FORM.year) for at in all_columns()}
    line = next(at.row for row in sheet.iter_rows() for at in row if at.value == code)
    column = next(at.column for row in sheet.iter_rows() for at in row if at.value == header[field])
    return line, column


def cell(sheet: Any, code: str, field: FormField) -> Any:
    return sheet.cell(*place(sheet, code, field))


def all_columns() -> tuple[FormColumn, ...]:
    return columns_of(replace(FORM, rows=(replace(ROWS[0], accepted=True),)))


def rows_of(read: ReadForm) -> dict[str, Typed]:
    return {row.key.indicator: row.typed for row in read.rows}


def words_of(read: ReadForm) -> str:
    return "\n".join(str(finding.problem) for finding in read.findings)
