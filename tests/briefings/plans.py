"""A plan halfway through, with goals of every class a mid-term report sorts them into."""

from datetime import UTC, datetime

Bundle = dict[str, str]
NOW = datetime(2023, 9, 30, 8, 0, tzinfo=UTC)
PLAN, YEAR = "halfway", 2023

_NAMES = {
    "patents": ("Invention patents granted", "发明专利授权量", "patents", "up"),
    "firms": ("High-tech enterprises", "高新技术企业数量", "enterprises", "up"),
    "income": ("Disposable income per person", "居民人均可支配收入", "yuan", "up"),
    "forest": ("Forest cover", "森林覆盖率", "%", "up"),
    "energy": ("Energy use per unit of GDP", "单位GDP能耗", "t/10k yuan", "down"),
    "water": ("Water use per unit of output", "单位产值用水量", "m³", "down"),
    "beds": ("Care places per thousand elderly", "每千名老年人养老床位数", "beds", "up"),
    "turnover": ("Technology contract turnover", "技术合同成交额", "亿元", "up"),
    "centre": ("Innovation centre opened", "创新中心建成", "", "up"),
    "metro": ("Metro line 9 built", "地铁九号线建成", "", "up"),
}
_GOALS = """patents,level,>=,500,2025,anticipatory
firms,level,>,2000,2025,anticipatory
income,level,>=,60000,2025,anticipatory
forest,level,>=,45,2025,binding
energy,level,<=,0.40,2025,binding
water,level,<=,20,2023,anticipatory
beds,level,>=,50,2025,
turnover,level,>=,40,2025,"""
_ACTUALS = {
    "patents": {2020: "300", 2021: "380", 2022: "450", 2023: "520"},
    "firms": {2020: "786", 2021: "1190", 2022: "1560", 2023: "1950"},
    "income": {2020: "45000", 2021: "48000", 2022: "51000", 2023: "54000"},
    "forest": {2020: "40", 2021: "40.4", 2022: "40.9", 2023: "41.5"},
    "energy": {2020: "0.50", 2021: "0.50", 2022: "0.49", 2023: "0.51"},
    "water": {2020: "30", 2021: "27", 2022: "24", 2023: "19"},
    "beds": {2020: "32"},
}


def halfway(*, silent: bool = False) -> Bundle:
    """Return the plan's bundle; where asked, without any actual."""
    indicators = "indicator,name,name_zh,unit,better,accumulates\n" + "".join(
        f"{key},{name},{chinese},{unit or 'milestone'},{better},level\n"
        for key, (name, chinese, unit, better) in _NAMES.items()
    )
    goals = "goal,plan,indicator,kind,comparator,value,due,nature,state,source,wording\n" + "".join(
        f"{line.split(',')[0]},{PLAN},{line.rpartition(',')[0]},{line.rpartition(',')[2]},,outline,\n"
        for line in _GOALS.splitlines()
    )
    goals += f"centre,{PLAN},centre,milestone,,,2025,,done,outline,An innovation centre is opened\n"
    goals += f"metro,{PLAN},metro,milestone,,,2025,binding,under way,outline,Metro line 9 is built\n"
    reported = {} if silent else _ACTUALS
    actuals = "zone,indicator,year,value,source\n" + "".join(
        f"shenyang,{key},{year},{value},yearbook\n"
        for key, values in reported.items()
        for year, value in values.items()
    )
    return {
        "zones": "zone,name,name_zh\nshenyang,Shenyang,沈阳市\n",
        "sources": "source,title,publisher,published\noutline,Outline of the plan,People's Congress,2021-03-01\n"
        "yearbook,Statistical yearbook,Statistics Bureau,2023-08-01\n",
        "indicators": indicators,
        "plans": "plan,zone,name,name_zh,start,end,source\n"
        f"{PLAN},shenyang,14th Five-Year Plan,“十四五”规划,2021,2025,outline\n",
        "goals": goals,
        "actuals": actuals,
    }
