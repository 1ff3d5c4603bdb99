"""The words by which the columns and rows of a table are known, in English and Chinese."""

import re
from enum import StrEnum

from tracker.domain.entry.form_records import FormField

NAMES_OF_FIELDS: dict[FormField, tuple[str, ...]] = {
    FormField.CODE: ("编码", "指标代码", "代码", "code", "indicator code", "id"),
    FormField.NAME: (
        *("indicator name", "name", "indicator", "indicators", "item", "measure", "variable", "series name", "na_item"),
        *("指标名称", "名称", "项目", "指标", "主要指标", "指标体系", "统计指标"),
    ),
    FormField.UNIT: ("计量单位", "单位", "unit", "unit of measure", "units", "unit measure", "unit_measure", "einheit"),
    FormField.GOAL: ("target", "目标值", "goals", "goal", "目标"),
    FormField.PREVIOUS: (
        *("previous actual", "last year", "previous", "previous year", "prior year", "last reported"),
        *("上年", "上年实际", "上年数", "去年", "上年同期", "上年值"),
    ),
    FormField.PREVIOUS_YEAR: ("its year", "所属年"),
    FormField.VALUE: (
        *(
            "actual",
            "value",
            "result",
            "obs_value",
            "obs value",
            "outturn",
            "actual value",
            "observed",
            "achieved",
            "wert",
        ),
        *(
            "实际",
            "实际值",
            "实际数",
            "完成",
            "完成情况",
            "完成值",
            "完成数",
            "数值",
            "本年实际",
            "实际完成",
            "实绩",
            "数据",
            "绝对额",
            "绝对值",
        ),
        *("总量", "本年", "本年数", "当年值", "本年完成", "指标数值", "年度值"),
    ),
    FormField.NO_VALUE: (
        "no value because",
        "无数值原因",
        "why no value",
        "reason for no value",
        "缺失原因",
        "缺报原因",
    ),
    FormField.STATUS: ("data status", "状态", "status", "数据状态", "observation status", "obs. status"),
    FormField.FLAG: (
        "flag",
        "flags",
        "obs_flag",
        "obs_status",
        "obs flag",
        "observation flag",
        "footnote",
        "标记",
        "标志",
        "脚注",
    ),
    FormField.SOURCE: (
        "sources",
        "evidence",
        "source / evidence",
        "source",
        "来源",
        "数据来源",
        "依据",
        "出处",
        "资料来源",
    ),
    FormField.LOCATOR: ("locator", "page", "table", "页码", "表号", "位置", "页码/表号", "page or table"),
    FormField.COMMENT: ("comments", "comment", "note", "notes", "remark", "remarks", "说明", "备注", "注", "附注"),
    FormField.REASON: ("reason", "更正原因", "reason for the correction"),
    FormField.YEAR: (
        *(
            "year",
            "time",
            "time_period",
            "time period",
            "period",
            "date",
            "reference period",
            "reporting period",
            "quarter",
            "month",
            "jahr",
        ),
        *("年", "年份", "年度", "时间", "期间", "统计年度", "报告期", "时期", "季度", "月份"),
    ),
    FormField.ZONE: (
        *(
            "zone",
            "area",
            "district",
            "region",
            "geo",
            "ref_area",
            "reference area",
            "country",
            "city",
            "county",
            "place",
        ),
        *("province", "location", "geography", "territory", "municipality", "park"),
        *("地区", "区域", "园区", "单位名称", "区县", "市县", "城市", "省份", "地市", "县区", "市", "区", "行政区划"),
    ),
}
"""How the columns of a table are called besides as the product's own form calls them."""

#: Columns that count, sort or explain rows and say nothing of their values.
IGNORED = frozenset(
    {
        "no",
        "number",
        "#",
        "nr",
        "序号",
        "编号",
        "category",
        "类别",
        "类型名称",
        "department",
        "责任单位",
        "牵头单位",
        "definition",
    }
    | {
        "指标解释",
        "dataflow",
        "structure",
        "structure_id",
        "last update",
        "freq",
        "frequency",
        "频率",
        "owner",
        "theme",
        "check",
        "校验",
    }
)
#: Columns that divide a total: rows of one of their parts are not the whole.
DIMENSIONS = frozenset(
    {
        "sex",
        "gender",
        "age",
        "age group",
        "education",
        "disability",
        "urban/rural",
        "residence",
        "location type",
        "quintile",
    }
    | {
        "income group",
        "nationality",
        "ethnicity",
        "sector",
        "industry",
        "series",
        "breakdown",
        "disaggregation",
        "degree",
    }
    | {
        "性别",
        "年龄",
        "年龄组",
        "城乡",
        "学历",
        "行业",
        "产业",
        "民族",
        "分组",
        "分类",
        "口径",
        "户籍",
        "occupation",
        "type",
    }
)
#: What names the total in such a column.
TOTALS = frozenset(
    {
        "total",
        "all",
        "_t",
        "t",
        "both",
        "both sexes",
        "overall",
        "headline",
        "whole",
        "all ages",
        "actual",
        "实际",
        "value",
    }
    | {"合计", "总计", "全部", "总体", "全体", "a", "annual", "年度", "全年", "insgesamt", "—", "-"}
)


class Sense(StrEnum):
    """What the values under a heading are, of one indicator in one zone."""

    ACTUAL = "actual"
    TARGET = "target"
    FORECAST = "forecast"
    BASELINE = "baseline"
    COMPLETION = "completion"
    CHANGE = "change"
    PREVIOUS = "previous"
    SHARE = "share"
    RANK = "rank"
    CUMULATIVE = "cumulative"
    AVERAGE = "average"


_SENSES: tuple[tuple[Sense, str, str], ...] = (
    (
        Sense.COMPLETION,
        r"completion rate|% completed?|percent(?:age)? completed?"
        r"|(?:% |share |percent(?:age)? )of (?:the )?(?:target|plan|goal)|completion|progress|achievement rate",
        r"完成率|完成比例|完成进度|完成程度|达成率|达标率|进度|占(?:年度|全年)?(?:计划|目标|任务)(?:的?比重|比例)?",
    ),
    (
        Sense.TARGET,
        r"targets?|goals?|objectives?|plan(?:ned)?|budget(?:ed)?|aims?|ziel(?:wert)?|soll|benchmark|threshold|commitments?",
        r"目标(?:值|数|任务)?|计划(?:数|值|目标)?|规划(?:值|数|目标)?|预算(?:数)?|任务(?:数|指标)?|约束值|应达到|拟完成",
    ),
    (
        Sense.FORECAST,
        r"forecasts?|project(?:ed|ions?)|expected|outlook|predicted|prognos(?:is|e)|anticipated|nowcast|scenario",
        r"预计(?:完成)?(?:数|值)?|预测(?:数|值)?|预期(?:数|值|目标)?|展望|预估(?:数|值)?|预判",
    ),
    (
        Sense.BASELINE,
        r"base ?lines?|base year|base value|base|start(?:ing)? (?:value|point|year)|reference value|initial value",
        r"基期(?:值|数)?|基数|基准(?:值|年|数)?|基线(?:值)?|起点(?:值)?|期初(?:值|数)?",
    ),
    (
        Sense.PREVIOUS,
        r"(?<!than )(?<!over )(?:last year(?:'s)?|previous(?: year| period)?"
        r"|prior(?: year| period)?|year before|(?:a )?year earlier|same period|last reported)",
        r"(?<![比较])上年(?:同期)?(?:数|值|实际)?|(?<![比较])去年(?:同期)?(?:数|值|实际)?|上期(?:数|值)?"
        r"|(?<!上年)(?<!去年)同期(?:数|值)?|上一年度?",
    ),
    (
        Sense.CHANGE,
        r"% change|change[sd]?|growth(?: rate)?|increases?|decreases?|difference"
        r"|yoy|y-o-y|y/y|year[ -]on[ -]year|veränderung"
        r"|index|annual rate|rate of growth|\+/-|±",
        r"同比(?:增长|增减|增速|变化)?|环比(?:增长|增减|增速)?"
        r"|(?:年均|实际|名义|[比较](?:上年|去年)(?:同期)?)?(?:增长|增速|增幅|增减|增量|增加|下降)(?:率|额|量)?"
        r"|净增|变化(?:率|量|幅度)?|变动|[比较](?:上年|去年)(?:同期)?[±+-]*|上年=100|指数|±%?|涨跌",
    ),
    (
        Sense.SHARE,
        r"share of|shares?|proportion|structure|weights?|% of total|as % of",
        r"占比|比重|占全[国省市区县]\S*|构成|结构",
    ),
    (Sense.RANK, r"rank(?:s|ing)?|place|position", r"位次|排名|名次|排位|位列"),
    (
        Sense.CUMULATIVE,
        r"cumulative|cumulated|accumulated|running total|to date|since",
        r"累计(?:完成)?(?:数|值|额)?|自年初|累计",
    ),
    (Sense.AVERAGE, r"averages?|mean|avg|median", r"平均(?:值|数)?|年均|均值"),
    (
        Sense.ACTUAL,
        r"actuals?|values?|results?|outturn|observed|reported|achieved|realised|realized|figures?|level|obs_value|absolute|wert|ist"
        r"|amount|this year|current year|latest",
        r"实际(?:完成)?(?:数|值|情况)?|完成(?:数|值|额|情况)?|实绩|数值|绝对[额值数]|本年(?:度)?(?:数|值|实际|完成)?|当年(?:数|值)?|今年|年度值"
        r"|总量|数额|水平|达到|现状(?:值)?",
    ),
)
SENSES = tuple(
    (sense, re.compile(rf"(?<![a-z])(?:{english})(?![a-z])|{chinese}")) for sense, english, chinese in _SENSES
)
"""What words make of the values under them, those that make them no actual first."""
FILLERS = re.compile(r"\b(?:of|the|in|for|at|as|by|and|a|an|per|on|to|up|year|years|is|was)\b|年|度|的|数|值|在|为|共")
"""Words that say nothing by themselves."""
