"""Tables as offices keep them, each with what is right to take of it for The park in 2024, and why the rest is not."""

from io import BytesIO
from typing import NamedTuple

from openpyxl import Workbook

_YEARS, _FIRMS = (",".join(map(str, numbers)) for numbers in (range(2010, 2026), range(50, 66)))


class OfficeTable(NamedTuple):
    """A file, the values that are taken by indicator, and words that stand among the reasons for what is not."""

    name: str
    content: bytes
    taken: dict[str, float]
    reasons: tuple[str, ...] = ()


def _text(name: str, text: str, taken: dict[str, float], *reasons: str, encoding: str = "utf-8") -> OfficeTable:
    return OfficeTable(name, text.encode(encoding), taken, reasons)


def _workbook(
    name: str, rows: list[list[object]], merged: tuple[str, ...], taken: dict[str, float], *reasons: str
) -> OfficeTable:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for place in merged:
        sheet.merge_cells(place)
    buffer = BytesIO()
    book.save(buffer)
    return OfficeTable(name, buffer.getvalue(), taken, reasons)


TABLES = (
    _text(
        "communique.tsv",
        "2024年国民经济和社会发展统计公报主要指标\n指标\t单位\t绝对数\t比上年增长（%）\n"
        "产值\t亿元\t165.2\t5.3\n其中：高新技术企业数\t家\t142\t9.2\n研发强度\t%\t1.72\t—\n",
        {"output": 165.2, "firms": 142, "rd": 1.72},
        "a change or growth, not the value",
    ),
    _text(
        "title of nine months.tsv",
        "2024年1-9月主要经济指标\n指标\t2024年\t2023年\t同比±%\n产值\t118\t110\t7.2\n",
        {},
        "a part of a year: 1-9月",
        "another year: 2023",
    ),
    _text(
        "progress of a plan.tsv",
        "序号\t指标\t2020年基数\t2025年目标\t2023年完成\t2024年完成\t完成进度\n"
        "1\t高新技术企业数\t100\t200\t130\t142\t42%\n2\t研发强度（%）\t1.4\t2.5\t1.6\t1.72\t29%\n",
        {"firms": 142, "rd": 1.72},
        "how much of a target is reached",
    ),
    _text(
        "codes of Eurostat.tsv",
        "freq,unit,sectperf,geo\\TIME_PERIOD\t2022 \t2023 \t2024 \nA,PC_GDP,TOTAL,park\t1.55 \t1.60 b\t1.72 p\n",
        {},
        "no cell names an indicator",
    ),
    _text(
        "names of Eurostat.tsv",
        "Indicator\tgeo\t2022\t2023\t2024\nR&D share\tThe park\t1.55\t1.60 b\t1.72 ep\n"
        "High-tech firms\tThe park\t121\t130\t:\nR&D share\tThe port\t1.1\t1.2\t1.3\n",
        {"rd": 1.72},
        "another zone",
        "no value: not available (:)",
    ),
    _text(
        "OECD.csv",
        "REF_AREA,Reference area,MEASURE,Measure,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
        "park,The park,RD,R&D share,%,2023,1.6,A\npark,The park,RD,R&D share,%,2024,1.72,E\n"
        "port,The port,RD,R&D share,%,2024,1.3,A\npark,The park,RD,R&D share,%,2024-Q3,1.5,A\n",
        {"rd": 1.72},
        "a part of a year: q3",
    ),
    _text(
        "Open SDG.csv",
        "Year,Units,Sex,Value\n2023,%,,1.6\n2024,%,,1.7\n2024,%,Female,1.2\n",
        {},
        "no cell names an indicator",
    ),
    _text(
        "decimal comma.csv",
        "Werte in Prozent;;;\nIndikator;Einheit;2023;2024\nR&D share;%;1,60;1,72\n"
        "Output;Mill. EUR;1.304,5;1.652,0\nHigh-tech firms;Anzahl;128;142\n",
        {"rd": 1.72, "firms": 142},
        "the value is in another unit",
        encoding="cp1252",
    ),
    _workbook(
        "merged headings.xlsx",
        [
            ["某园区主要指标", "", "", "", "", ""],
            ["指标", "计量单位", "2023年", "", "2024年", ""],
            ["", "", "1-9月", "全年", "1-9月", "全年"],
            ["高新技术企业数", "家", 125, 130, 138, 142],
            ["产值", "万元", 900000, 1304000, 1000000, 1652000],
        ],
        ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"),
        {"firms": 142, "output": 165.2},
        "a part of a year: 1-9月",
    ),
    _workbook(
        "merged quarters.xlsx",
        [["Indicator", 2024, "", "", ""], ["", "Q1", "Q2", "Q3", "Q4"], ["High-tech firms", 128, 130, 140, 142]],
        ("B1:E1",),
        {},
        "a part of a year: q1",
        "a part of a year: q4",
    ),
    _text(
        "many years.csv",
        "Indicator,"
        + ",".join(map(str, range(2010, 2026)))
        + "\nHigh-tech firms,"
        + ",".join(map(str, range(50, 66)))
        + "\n",
        {"firms": 64},
        "another year: 2025",
    ),
    _text(
        "years by indicators.csv",
        "Year,High-tech firms,Output,R&D share\n2022,121,120.5,1.55\n2023,130,130.4,1.60\n2024,142,165.2,1.72\n",
        {"firms": 142, "output": 165.2, "rd": 1.72},
        "another year: 2022",
    ),
    _text(
        "years by indicators with units and a goal.csv",
        "年份,产值（万元）,高新技术企业数（家）\n2023,1304000,130\n2024,1652000,142\n2025年目标,1800000,200\n",
        {"output": 165.2, "firms": 142},
        "another year: 2025",
    ),
    _text(
        "indicators by zones.csv",
        "2024 indicators by zone,,,\nIndicator,The city,The park,The port\n"
        "High-tech firms,420,142,98\nOutput,,165.2,80\n",
        {"firms": 142, "output": 165.2},
        "another zone",
    ),
    _text(
        "zones by indicators.csv",
        "区域,产值,高新技术企业数\n某市,,420\n某园区,165.2,142\n某港区,80,98\n",
        {"output": 165.2, "firms": 142},
        "another zone",
    ),
    _text(
        "total and parts.csv",
        "Indicator,Sex,2023,2024\nR&D share,Total,1.6,1.72\nR&D share,Male,2.1,2.2\nR&D share,Female,1.1,1.2\n",
        {"rd": 1.72},
        "a part of the whole in D2",
    ),
    _text(
        "goals and actuals in rows.csv",
        "Indicator,Type,2023,2024,2025\nHigh-tech firms,Target,135,150,200\nHigh-tech firms,Actual,130,142,\n"
        "Output,Forecast,,170,\n",
        {"firms": 142},
        "a target or plan, no actual",
        "a forecast, no actual",
    ),
    _text(
        "names stand once.tsv",
        "Indicator\tYear\tValue\tFlag\nHigh-tech firms\t2023\t130\t\n\t2024\t142\tp\n"
        "R&D share\t2023\t1.6\t\n\t2024\t..\t\n",
        {"firms": 142},
        "no value: not available (..)",
    ),
    _text(
        "two tables.tsv",
        "2024年实际\n指标\t数值\n产值\t165.2\n\n2025年目标\n指标\t数值\n产值\t180\n高新技术企业数\t200\n",
        {"output": 165.2},
        "another year: 2025",
    ),
    _text(
        "GB18030.csv",
        "指标,单位,2023年,2024年(快报)\n产值,亿元,130.4,165.2\n居民消费价格,%,2.1,0.2\n",
        {"output": 165.2, "prices": 0.2},
        encoding="gb18030",
    ),
    _text("UTF-16.tsv", "Indicator\t2024\nOutput\t165.2\n", {"output": 165.2}, encoding="utf-16"),
    _text(
        "fiscal years.csv",
        "Indicator,2022/23,2023/24,FY2024\nHigh-tech firms,121,130,142\n",
        {},
        "a span of years, 2023–2024",
        "a span of years, FY2024",
    ),
    _text(
        "plan and actual under the year.tsv",
        "指标\t2024年\t\t\t2025年\t\n\t计划\t完成\t完成率\t计划\t预计\n高新技术企业数\t150\t142\t94.7%\t200\t160\n",
        {"firms": 142},
        "a target or plan, no actual",
    ),
    _text("forecast.csv", "Indicator,2022,2023,2024f\nOutput,120.5,130.4,165.2\n", {}, "a forecast, no actual"),
    _text(
        "years as sections.tsv",
        "指标\t数值\n2023年\n产值\t130.4\n2024年\n产值\t165.2\n",
        {"output": 165.2},
        "another year: 2023",
    ),
    _text(
        "quarters in rows.csv",
        "Indicator,Quarter,Value\nOutput,Q1 2024,40\nOutput,Q2 2024,41\nOutput,Q3 2024,42\nOutput,Q4 2024,42\n",
        {},
        "a part of a year: q4",
    ),
    _text(
        "growth.csv",
        "Indicator,2024 growth (%)\nOutput,+5.3%\nConsumer prices,0.2\n",
        {"prices": 0.2},
        "a change or growth, not the value",
    ),
    _text("another zone.tsv", "某港区2024年主要指标\n指标\t完成\n产值\t80\n", {}, "another zone"),
    _text(
        "average and target.csv",
        "Indicator,Average 2016-2020,2024 target,2024\nOutput,100,160,165.2\n",
        {"output": 165.2},
        "a target or plan, no actual",
    ),
    _text(
        "apostrophes.csv", "Indicator;2024\nOutput;165.2\nConsumer prices;–0,4\n", {"output": 165.2}, "a decimal comma"
    ),
    _text("semicolons.csv", "Indicator;2024\nHigh-tech firms;1,142\n", {}, "the decimal sign is not clear"),
    _text(
        "months.tsv",
        "指标\t1月\t2月\t3月\t累计\n产值\t10\t11\t12\t33\n",
        {},
        "a part of a year: 1月",
        "a running total",
    ),
    _text(
        "days.csv",
        "Indicator,31.12.2023,31.12.2024,30.06.2024\nHigh-tech firms,130,142,138\n",
        {"firms": 142},
        "a part of a year: 30.06.2024",
    ),
    _text(
        "two languages.tsv",
        "指标 Indicator\t单位 Unit\t2024年 2024\t2023年\n\t\tactual\tactual\n"
        "产值 Output\t亿元 100 million yuan\t165.2\t130.4\n",
        {"output": 165.2},
    ),
    _text("western letters.csv", "Indicator,Größe,2024\nOutput,groß,165.2\n", {"output": 165.2}, encoding="cp1252"),
    _text(
        "another table beside it.csv",
        "指标,数值\n人口,120\n\n指标,2024年\n产值,165.2\n",
        {"output": 165.2},
        "no indicator is called so",
    ),
)
