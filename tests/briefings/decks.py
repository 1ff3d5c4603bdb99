"""Decks to write into files, made by hand from the examples that the charts are tested with."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.charts import example_rows, examples
from tracker.briefings.deck.contents import Deck, Slide
from tracker.charts import (
    Bullets,
    Closing,
    Content,
    GoalOverTime,
    Opening,
    Paces,
    Succession,
    Tiles,
    ZonesOverTime,
    describe,
)
from tracker.charts.glide.captions import source_line
from tracker.domain.assessment.verdicts import GoalReport
from tracker.domain.explaining.requests import Request
from tracker.domain.records import Indicator, Zone
from tracker.domain.statuses import Group

AS_OF = datetime(2024, 7, 31, 16, 0, tzinfo=UTC)
SOURCE = "Source – Shenyang working format, China Daily, 27 Jul 2022"
COUNTS = {Group.MET: 1, Group.ON_TRACK: 4, Group.BEHIND: 3, Group.OFF_TRACK: 5, Group.NO_VERDICT: 6}
ASKS = (
    Request(
        who="Science and Technology Bureau",
        what="Report the number of high-tech enterprises of 2021, 2022 and 2023, which nobody has published.",
        group=Group.NO_VERDICT,
    ),
    Request(
        who="Development and Reform Commission",
        what="Cut energy use per unit of GDP by 5.1% a year until 2025; the last three years brought 1.1% a year.",
        group=Group.BEHIND,
    ),
    Request(
        who="Statistics Bureau, Jinpu New Area",
        what="Publish the R&D share of 2021, which the plan's words only imply.",
        group=Group.NO_VERDICT,
    ),
    Request(
        who="Human Resources and Social Security Bureau",
        what="Say what brings unemployment under 5.5% in every year that is left.",
        group=Group.OFF_TRACK,
    ),
)
ASKS_ZH = (
    Request(
        who="科学技术局", what="补报二〇二一年至二〇二三年高新技术企业数量，目前均未公布。", group=Group.NO_VERDICT
    ),
    Request(
        who="发展和改革委员会",
        what="到2025年单位生产总值能耗每年下降5.1%，而最近三年每年仅下降1.1%。",
        group=Group.BEHIND,
    ),
    Request(who="金普新区统计局", what="公布2021年研发经费投入强度，规划文字仅隐含该数值。", group=Group.NO_VERDICT),
    Request(who="人力资源和社会保障局", what="说明如何在剩余各年把失业率控制在5.5%以下。", group=Group.OFF_TRACK),
)
_TITLES = {
    "opening": (
        "Five of 19 goals are off track, and six have never been reported",
        "19项目标中5项偏离轨道，6项从未报告",
    ),
    "tiles": ("Three plans ask for four indicators, and most of them are silent", "三份规划提出四项指标，多数尚无数据"),
    "bullets": ("Only one of seven goals has reached its target so far", "七项目标中目前只有一项达到目标"),
    "succession": (
        "The new plan asks for less than the one before it, which was never reported",
        "新规划的目标低于从未报告过完成情况的上一规划",
    ),
    "china-plans": (
        "China missed the R&D share of two plans in a row, the second by 0.09 points",
        "中国连续两个规划未完成研发经费投入强度目标，后一次相差0.09个百分点",
    ),
    "zones": ("Liaoning trails the country by 0.38 points", "辽宁比全国低0.38个百分点"),
    "paces": (
        "Firms have to grow by 36.5% a year, faster than anywhere else",
        "企业数量每年需要增长36.5%，快于其他任何地区",
    ),
    "closing": ("Four offices are asked to act before the next round", "请四个部门在下一轮填报之前采取行动"),
    "shenyang": (
        "Shenyang High-Tech Zone needs about 405 more high-tech firms every year to pass 2,000 by 2023",
        "沈阳高新区每年需要新增约405家高新技术企业，才能在2023年超过2000家",
    ),
}
_NAMES = {
    "High-tech enterprises": "高新技术企业数量",
    "R&D expenditure, share of regional GDP": "研发经费占地区生产总值比重",
    "R&D expenditure, share of GDP": "研发经费投入强度",
    "Energy use per unit of GDP, change since 2020": "单位生产总值能耗比2020年变化",
    "Shenyang High-Tech Zone": "沈阳高新技术产业开发区",
    "Jinpu New Area": "金普新区",
    "China": "全国",
}


def sample(language: str = "en") -> Deck:
    """Make a deck that has every kind of content, and a goal of every kind."""
    goals = [_goal(make(), language) for make in examples.EVERY.values()]
    opening = Opening(
        place="沈阳高新技术产业开发区" if language == "zh" else "Shenyang High-Tech Zone",
        span="2020–2025",
        counts=COUNTS,
    )
    contents: dict[str, Content] = {
        "opening": opening,
        "tiles": Tiles(matrix=example_rows.MATRIX),
        "bullets": Bullets(rows=example_rows.BULLETS),
        "succession": Succession(reports=tuple(example_rows.jinpu_plans())),
        "china-plans": Succession(reports=tuple(example_rows.china_plans())),
        "zones": ZonesOverTime(
            series=example_rows.ZONES,
            unit="%",
            indicator="研发经费投入强度" if language == "zh" else "R&D share of GDP",
        ),
        "paces": Paces(rows=example_rows.PACES, measure="Change per year in %"),
    }
    first = [_slide(key, content, language) for key, content in contents.items()]
    paths = [_over_time(name, report, language) for name, report in zip(examples.EVERY, goals, strict=True)]
    last = _slide("closing", Closing(asks=ASKS_ZH if language == "zh" else ASKS), language)
    return _deck((*first, *paths, last), language)


def many(count: int = 30, language: str = "en") -> Deck:
    """Make a deck of so many goals, with an opening slide."""
    names = [name for name in examples.EVERY if name not in ("milestone", "turnover")]
    paths = [
        replace(_over_time(name, _goal(examples.EVERY[name](), language), language), key=f"{name}-{place}")
        for place, name in enumerate((names * count)[:count])
    ]
    return replace(sample(language), slides=(*sample(language).slides[:1], *paths))


def only(*keys: str, language: str = "en") -> Deck:
    """Make a deck of the sample's slides with these keys."""
    whole = sample(language)
    return replace(whole, slides=tuple(slide for slide in whole.slides if slide.key in keys))


def _deck(slides: tuple[Slide, ...], language: str) -> Deck:
    chinese = language == "zh"
    return Deck(
        title="沈阳高新区规划执行情况" if chinese else "How the plans of Shenyang High-Tech Zone stand",
        made_from="沈阳高新技术产业开发区《工作方案》" if chinese else "Working plan of Shenyang High-Tech Zone",
        known=(
            "从2024年看，截至2024年7月31日16:00已知"
            if chinese
            else "Seen from 2024, as known on 31 July 2024, 16:00, by the time rule"
        ),
        language=language,
        year=2024,
        as_of=AS_OF,
        slides=slides,
    )


def _slide(key: str, content: Content, language: str) -> Slide:
    title = _TITLES[key][language == "zh"]
    return Slide(
        key=key,
        title=title,
        content=content,
        source="" if isinstance(content, Closing) else SOURCE,
        alt=f"{type(content).__name__}: {title}.",
        notes="Pause here; ask who reports." if key == "opening" else "",
    )


def _over_time(name: str, report: GoalReport, language: str) -> Slide:
    title = _TITLES.get(name, (report.headline, report.headline))[language == "zh"]
    return Slide(
        key=name,
        title=title,
        content=GoalOverTime(report=report),
        source=source_line(report),
        alt=describe(report),
        notes="Say that 2022 is supposed." if name == "shenyang_supposed" else "",
    )


def _goal(report: GoalReport, language: str) -> GoalReport:
    """Return the goal, with its names in Chinese where the deck speaks it."""
    indicator: Indicator = replace(report.indicator, name_zh=_NAMES.get(report.indicator.name))
    zone: Zone = replace(report.zone, name_zh=_NAMES.get(report.zone.name))
    return replace(report, indicator=indicator, zone=zone) if language == "zh" else report
