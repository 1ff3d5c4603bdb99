"""A made-up bundle: a goal of each kind, corrected, bounded, undated and shared actuals, and markup in its names."""

from pathlib import Path

_COLUMNS = (
    "goal,plan,indicator,kind,comparator,value,value_high,unit,due,baseline_year,baseline_value,baseline_origin,"
    "nature,approximate,interim,reference_indicator,reference_zone,state,source,locator,wording,note"
)
GOALS = """\
g-level,p1,firms,level,>=,2000,,,2025,2020,1000,stated,binding,no,2022=1200;2024=1700,,,,book,table 1,Two thousand,
g-level-2,p2,firms,level,>=,3000,,,2030,,,,anticipatory,no,,,,,book,,,
g-increase,p1,labs,increase,>=,50,,,2025,,,,anticipatory,yes,,,,,book,,,
g-multiple,p1,talents,multiple,>=,2,,,2025,,,,,no,,,,,book,,,
g-change,p1,energy,change,<=,-13.5,,,2025,2020,,,binding,no,,,,,book,,,
g-growth,p1,output,growth,>,7,,,2025,2020,100,stated,,no,,,,,book,,,
g-every,p1,jobless,every_year,<=,5.5,,,2025,,,,,no,,,,,book,,,
g-range,p1,inflation,range,between,1,3,,2025,,,,,no,,,,,book,,,
g-rank,p1,place,rank,<=,20,,,2025,2020,38,stated,,no,,,,,book,,,
g-relative,p1,income,relative,>=,0,,,2025,,,,,no,,gdp,,,book,,,
g-mile,p1,park,milestone,,,,,2025,,,,,no,,,,,book,,A park opens,
g-bound,p1,visits,level,>=,120,,,2025,2020,50,stated,,no,,,,,,,,
g-more,p1,talents,increase,>=,30,,,2025,,,,,no,,,,,book,,,
g-fall,p1,firms,change,>=,50,,,2025,,,,,no,,,,,book,,,
g-still,p1,sites,level,>=,10,,,2025,,,,,no,,,,,book,,,
g-share,p1,turnover,level,>=,30,,,2025,2020,12.1,stated,,no,,,,,book,,,
"""
ZONES = """zone,name,parent
city,City of Tests,
park,<b>Park</b> & *Co* $x$,city
"""
SOURCES = """source,title,publisher,published,url,note
book,The <i>Book</i> of Plans,Statistics Office,2021-05-03,https://example.org/book?a=1&b=2,<script>alert(1)</script>
trap,A trap,,,,100% literal_search
"""
INDICATORS = """indicator,name,unit,better,accumulates,decimals
firms,Firms,firms,up,level,0
labs,Labs opened,labs,up,flow,0
talents,Talents,persons,up,level,0
energy,Energy use per unit of GDP,%,down,annual_change,1
output,Output,billion yuan,up,level,1
jobless,Unemployment rate,%,down,level,1
inflation,Consumer prices,%,none,annual_change,1
place,Place among zones,rank,down,rank,0
income,Income growth,%,up,annual_change,1
gdp,GDP growth,%,up,annual_change,1
park,Park opened,milestone,none,level,
visits,Visits,visits,up,level,0
sites,Sites,sites,up,level,0
turnover,Turnover,billion yuan,up,flow,1
"""
PLANS = """plan,zone,name,start,end,issued,succeeds,source,note
p1,park,Plan *One*,2021,2025,2020-12-01,,book,The area was redrawn in 2023.
p2,park,Plan Two,2026,2030,2025-12-01,p1,book,
"""
_SERIES = {
    "firms": "1000 1080 1100 1400 1350",
    "talents": "40 48 55 61 70",
    "energy": ". -2.1 -0.1 -3.8 -2.5",
    "output": "100 107.5 112 121 131",
    "jobless": "5.2 5.1 5.6 5.2 5.1",
    "inflation": ". 0.9 2.0 0.2 0.2",
    "place": "38 34 31 33 28",
    "income": ". 8.1 2.9 6.1 5.1",
    "gdp": ". 8.4 3.0 5.2 5.0",
    "labs": ". 8 12 9 10",
}
_MORE = """park,visits,2023,100,,over,,,,,provisional,,book,page 3,
park,visits,,80,,about,,,,,final,,book,page 9,
park,turnover,2021,12.1,,exact,,40,city,,final,,book,page 4,
park,turnover,2022,,,exact,20,,,,estimated,,book,page 5,
park,park,2023,,,exact,,,,,final,under way,book,page 6,
park,sites,2024,4,,exact,,,,,final,,,,
city,firms,2023,5000,,exact,,,,,final,,,,
city,firms,2024,,,exact,6.5,,,,final,,,,
"""


def write(folder: Path, *, corrected: bool = False) -> Path:
    """Write the bundle; `corrected` changes the firms of 2024."""
    head = (
        "zone,indicator,year,value,value_high,qualifier,growth,share,share_of,unit,status,state,source,locator,note\n"
    )
    rows = [
        f"park,{name},{2020 + place},{value},,exact,,,,,final,,book,page {place + 1},\n"
        for name, values in _SERIES.items()
        for place, value in enumerate(values.split())
        if value != "."
    ]
    content = "".join(rows)
    if corrected:
        content = content.replace("2024,1350,", "2024,1360,")
    folder.mkdir(exist_ok=True)
    texts = {
        "zones": ZONES, "sources": SOURCES, "indicators": INDICATORS, "plans": PLANS, "goals": f"{_COLUMNS}\n{GOALS}",
        "actuals": head + content + _MORE,
    }  # fmt: skip
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def write_many_sources(folder: Path, count: int) -> Path:
    """Write a bundle of sources alone, numbered in their titles."""
    folder.mkdir(exist_ok=True)
    rows = "".join(f"s{place:03},Source {place:03}\n" for place in range(1, count + 1))
    (folder / "sources.csv").write_text(f"source,title\n{rows}", encoding="utf-8")
    return folder
