"""Workbooks made part by part, as no spreadsheet program would save them."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/>'
    '<numFmt numFmtId="165" formatCode="0!.0,&quot;万&quot;"/></numFmts>'
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/>'
    '<xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)
PERCENT, TEN_THOUSANDS, DATE = 1, 2, 3


def text(place: str, content: str) -> str:
    """Write a cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{content}</t></is></c>'


def number(place: str, value: str, style: int = 0) -> str:
    """Write a cell of a number."""
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def texts(row: int, *contents: str) -> str:
    """Write the cells of a row of texts."""
    return "".join(text(f"{'ABCDEFGH'[at]}{row}", content) for at, content in enumerate(contents))


def sheet(*rows: str, before: str = "", after: str = "", prolog: str = "") -> str:
    """Write a sheet from the cells of its rows."""
    body = "".join(f'<row r="{at}">{cells}</row>' for at, cells in enumerate(rows, 1))
    return f'{prolog}<worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData>{after}</worksheet>'


def craft(
    path: Path,
    sheets: dict[str, str],
    *,
    hidden: str = "",
    parts: dict[str, str | bytes] | None = None,
    without: str = "",
) -> Path:
    """Put a workbook together from its sheets and further parts."""
    states = {hidden: ' state="hidden"'}
    names = [
        f'<sheet name="{name}" sheetId="{at}" r:id="r{at}"{states.get(name, "")}/>' for at, name in enumerate(sheets, 1)
    ]
    relations = [
        f'<Relationship Id="r{at}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    ]
    for kind, target in (("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")):
        relations.append(f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{target}"/>')
    overrides = [
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{OFFICE}.worksheet+xml"/>'
        for at in range(1, len(sheets) + 1)
    ]
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{OFFICE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{OFFICE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{OFFICE}.sharedStrings+xml"/>'
        f"{''.join(overrides)}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{"".join(names)}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}'
        "</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>',
        **{f"xl/worksheets/sheet{at}.xml": content for at, content in enumerate(sheets.values(), 1)},
        **(parts or {}),
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            if name != without:
                archive.writestr(name, content)
    return path


def bundle(
    path: Path,
    actuals: str,
    *,
    hidden: str = "",
    parts: dict[str, str | bytes] | None = None,
    without: str = "",
) -> Path:
    """Put a workbook together whose actuals sheet is given and the rest is sound."""
    sheets = {
        "Zones": sheet(texts(1, "zone", "name"), texts(2, "shenyang", "Shenyang")),
        "INDICATORS": sheet(
            texts(1, "indicator", "name", "unit", "better", "accumulates"),
            texts(2, "rd", "R&amp;D share", "%", "up", "level"),
            texts(3, "firms", "Firms", "enterprises", "up", "level"),
        ),
        "actuals": actuals,
    }
    return craft(path, sheets, hidden=hidden, parts=parts, without=without)
