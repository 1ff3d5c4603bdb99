"""Units of measure as a reader of Chinese writes them; others stay as the plan writes them."""

import re

from tracker.language.spoken import current_language

_CHINESE = {
    "%": "%",
    "percent": "%",
    "points": "个百分点",
    "percentage points": "个百分点",
    "yuan": "元",
    "million yuan": "百万元",
    "billion yuan": "十亿元",
    "bn yuan": "十亿元",
    "rank": "位次",
    "place": "位",
    "milestone": "里程碑",
    "year": "年",
    "years": "年",
    "month": "个月",
    "months": "个月",
    "day": "天",
    "days": "天",
    "hour": "小时",
    "hours": "小时",
    "m²": "平方米",
    "m2": "平方米",
    "square metres": "平方米",
    "square meters": "平方米",
    "km²": "平方公里",
    "km2": "平方公里",
    "square kilometres": "平方公里",
    "square kilometers": "平方公里",
    "ha": "公顷",
    "hectares": "公顷",
    "mu": "亩",
    "km": "公里",
    "kilometres": "公里",
    "kilometers": "公里",
    "tonnes": "吨",
    "tons": "吨",
    "kwh": "千瓦时",
    "persons": "人",
    "people": "人",
    "households": "户",
    "jobs": "个岗位",
    "enterprises": "家",
    "companies": "家",
    "firms": "家",
    "agencies": "家",
    "institutions": "家",
    "centers": "个",
    "centres": "个",
    "labs": "个",
    "parks": "个",
    "sectors": "个",
    "sites": "个",
    "projects": "个",
    "activities": "场次",
    "events": "场次",
    "contracts": "项",
    "patents": "件",
    "pieces": "件",
}
_PEOPLE = {"100": "百人", "1,000": "千人", "10,000": "万人", "100,000": "10万人", "1,000,000": "百万人"}
_PER_PEOPLE = re.compile(
    r"(?P<what>.*?)\s*\bper (?P<people>[\d,]+) (?:people|persons|inhabitants|residents|population)"
)


def unit_word(unit: str | None) -> str:
    """Name a unit in the reader's language: km², enterprises; 平方公里, 家."""
    name = (unit or "").strip()
    return unit_in_chinese(name) if current_language() == "zh" else name


def unit_in_chinese(name: str) -> str:
    """Name a unit in Chinese, whatever language is spoken; as it stands where there is no name for it."""
    known = _CHINESE.get(name.casefold())
    if known is not None:
        return known
    rate = _PER_PEOPLE.fullmatch(name.casefold())
    if rate is None or rate["people"] not in _PEOPLE:
        return name
    return f"{_CHINESE.get(rate['what'], rate['what'])}/{_PEOPLE[rate['people']]}"
