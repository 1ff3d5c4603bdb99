# ruff: noqa: E501
"""Texts written after the rules were, with what is right: (quantity, reading, kind, value, unit, year)."""

Right = tuple[str, str, str, str, str, int | None]

YANTAI = """Yantai development zone sets sights on biomedicine

(China Daily) | Updated: 2022-03-08

The Yantai Huangbohai New Area in Shandong province attracted 87 biomedical projects in 2021, with a combined investment of 23.6 billion yuan ($3.7 billion), officials said on March 2.

The area's biomedical output rose 18.4 percent year-on-year to 41.2 billion yuan last year, accounting for 35 percent of the city's total. It is home to 1,260 pharmaceutical companies, including 14 listed firms.

By 2025, the area plans to nurture 30 companies with annual revenue of more than 1 billion yuan each and to raise the number of national-level laboratories from 9 to 15. R&D spending is expected to account for at least 4.5 percent of GDP, and the output of the sector will top 100 billion yuan.

"We will offer subsidies of up to 50 million yuan to leading teams," said Li Na, deputy director of the area's administrative committee, which was established in 1984.
"""
YANTAI_RIGHT: list[Right] = [
    ("87", "actual", "level", "87", "projects", 2021),
    ("23.6 billion yuan", "actual", "level", "23.6", "billion yuan", 2021),
    ("18.4 percent", "growth", "growth", "18.4", "%", 2021),
    ("41.2 billion yuan", "actual", "level", "41.2", "billion yuan", 2021),
    ("35 percent", "share", "level", "35", "%", 2021),
    ("1,260", "actual", "level", "1260", "companies", 2022),
    ("14", "actual", "level", "14", "firms", 2022),
    ("30", "goal", "level", "30", "companies", 2025),
    ("15", "goal", "level", "15", "laboratories", 2025),
    ("at least 4.5 percent", "goal", "level", "4.5", "%", 2025),
    ("100 billion yuan", "goal", "level", "100", "billion yuan", 2025),
]

CHENGDU = """Chengdu high-tech zone outlines three-year plan

The Chengdu High-Tech Industrial Development Zone unveiled on Jan 12, 2023 a three-year action plan to build six modern industrial clusters.

According to the plan, by the end of 2025 the zone will have over 6,000 high-tech enterprises and about 220 listed companies, and its industrial output will double to 1.2 trillion yuan. The zone's GDP is set to grow by more than 8 percent annually.

In 2022, the zone's GDP exceeded 300 billion yuan, up 4.2 percent from a year earlier. Foreign trade volume fell 3.1 percent to 520 billion yuan, while exports and imports dropped 2.4 percent and 4 percent, respectively.

The zone added 1,045 high-tech enterprises last year and now boasts 4,300. It ranked third among 169 national high-tech zones. Energy consumption per unit of GDP is to be cut by 14 percent compared with 2020.
"""
CHENGDU_RIGHT: list[Right] = [
    ("over 6,000", "goal", "level", "6000", "enterprises", 2025),
    ("about 220", "goal", "level", "220", "companies", 2025),
    ("double", "goal", "multiple", "2", "", 2025),
    ("1.2 trillion yuan", "goal", "level", "1.2", "trillion yuan", 2025),
    ("more than 8 percent annually", "goal", "growth", "8", "%", 2025),
    ("300 billion yuan", "actual", "level", "300", "billion yuan", 2022),
    ("4.2 percent", "growth", "growth", "4.2", "%", 2022),
    ("3.1 percent", "growth", "growth", "-3.1", "%", 2022),
    ("520 billion yuan", "actual", "level", "520", "billion yuan", 2022),
    ("2.4 percent", "growth", "growth", "-2.4", "%", 2022),
    ("4 percent", "growth", "growth", "-4", "%", 2022),
    ("1,045", "actual", "increase", "1045", "enterprises", 2022),
    ("4,300", "actual", "level", "4300", "enterprises", 2022),
    ("14 percent", "goal", "change", "-14", "%", 2025),
]

XIAMEN = """Xiamen Torch Park: five years on

As of the end of June 2024, a total of 2,318 technology-oriented SMEs were registered in the Xiamen Torch Development Zone, 12.6 percent more than a year ago. Patent applications hit 9,870 and the value of technology contracts reached 6.2 billion yuan in the first half of this year.

The municipal government aims to:
- increase the number of unicorn companies to 8 by 2027;
- train 20,000 skilled workers and 500 engineers;
- keep the share of renewable power above 40 percent;
- complete 15 square kilometers of industrial land.

Two laboratories opened in May. The "one island, two wings" layout remains the backbone of the 14th Five-Year Plan (2021-2025). For details call 0592-6035123.
"""
XIAMEN_RIGHT: list[Right] = [
    ("2,318", "actual", "level", "2318", "SMEs", 2024),
    ("12.6 percent", "growth", "growth", "12.6", "%", 2024),
    ("9,870", "actual", "level", "9870", "applications", 2024),
    ("6.2 billion yuan", "actual", "level", "6.2", "billion yuan", 2024),
    ("8", "goal", "level", "8", "companies", 2027),
    ("20,000", "goal", "level", "20000", "workers", 2027),
    ("500", "goal", "level", "500", "engineers", 2027),
    ("above 40 percent", "goal", "level", "40", "%", 2027),
    ("15 square kilometers", "goal", "level", "15", "square kilometers", 2027),
    ("Two", "actual", "level", "2", "laboratories", 2024),
]

HEFEI = """合肥高新区“十四五”发展规划纲要（节选）

一、发展基础
“十三五”期间，高新区地区生产总值由2015年的620亿元增加到2020年的1200亿元，年均增长9.8%。2020年，国家高新技术企业达到1598家，是2015年的3.2倍；全社会研发投入占GDP比重达6.5%，每万人有效发明专利拥有量突破300件。累计引进高层次人才4200余名，上市企业增至28家，位居全省第一位。

二、主要目标
到2025年，综合实力进入全国高新区前5名，地区生产总值超过2000亿元，年均增长10%左右。
——创新能力显著增强。研发投入强度不低于8%，高新技术企业力争达到4000家，技术合同成交额年均增长20%以上。
——产业能级持续提升。新增上市企业30家以上，战略性新兴产业产值占规上工业总产值比重提高到80%，打造2个千亿级产业集群。
——绿色发展。单位GDP能耗较2020年下降14%，空气质量优良天数比率保持在85%以上。
"""
HEFEI_RIGHT: list[Right] = [
    ("1200亿元", "actual", "level", "1200", "亿元", 2020),
    ("9.8%", "growth", "growth", "9.8", "%", 2020),
    ("1598家", "actual", "level", "1598", "家", 2020),
    ("6.5%", "actual", "level", "6.5", "%", 2020),
    ("突破300件", "actual", "level", "300", "件 per 10,000 persons", 2020),
    ("4200余名", "actual", "level", "4200", "名", 2020),
    ("28家", "actual", "level", "28", "家", 2020),
    ("前5名", "goal", "rank", "5", "rank", 2025),
    ("超过2000亿元", "goal", "level", "2000", "亿元", 2025),
    ("10%左右", "goal", "growth", "10", "%", 2025),
    ("不低于8%", "goal", "level", "8", "%", 2025),
    ("4000家", "goal", "level", "4000", "家", 2025),
    ("20%以上", "goal", "growth", "20", "%", 2025),
    ("30家以上", "goal", "increase", "30", "家", 2025),
    ("80%", "goal", "level", "80", "%", 2025),
    ("2个", "goal", "level", "2", "个", 2025),
    ("14%", "goal", "change", "-14", "%", 2025),
    ("85%以上", "goal", "level", "85", "%", 2025),
]

SUZHOU = """苏州工业园区2024年政府工作要点
发布时间：2024-02-18
过去一年，园区实现地区生产总值3686亿元，同比增长5.9%；完成一般公共预算收入411.1亿元，增长5.5%。新增国家级专精特新“小巨人”企业61家，累计达到139家。实际使用外资19.5亿美元，占全市28.2%。城镇居民人均可支配收入约9.3万元。
2024年主要预期目标是：地区生产总值增长6%左右，固定资产投资增长5%，规上工业总产值达到6800亿元，新引进外资项目350个以上，城镇登记失业率控制在2%以内，单位GDP能耗降低3%。
园区将对首次认定的独角兽企业给予最高1000万元奖励。力争三年内实现科创企业数量翻一番，总数突破1.5万家。全年举办各类人才活动200场，其中国际性活动不少于20场。咨询电话：0512-66681234。
"""
SUZHOU_RIGHT: list[Right] = [
    ("3686亿元", "actual", "level", "3686", "亿元", 2023),
    ("5.9%", "growth", "growth", "5.9", "%", 2023),
    ("411.1亿元", "actual", "level", "411.1", "亿元", 2023),
    ("5.5%", "growth", "growth", "5.5", "%", 2023),
    ("61家", "actual", "increase", "61", "家", 2023),
    ("139家", "actual", "level", "139", "家", 2023),
    ("19.5亿美元", "actual", "level", "1950000000", "美元", 2023),
    ("28.2%", "share", "level", "28.2", "%", 2023),
    ("约9.3万元", "actual", "level", "9.3", "万元", 2023),
    ("6%左右", "goal", "growth", "6", "%", 2024),
    ("5%", "goal", "growth", "5", "%", 2024),
    ("6800亿元", "goal", "level", "6800", "亿元", 2024),
    ("350个以上", "goal", "increase", "350", "个", 2024),
    ("2%以内", "goal", "level", "2", "%", 2024),
    ("3%", "goal", "change", "-3", "%", 2024),
    ("翻一番", "goal", "multiple", "2", "", 2027),
    ("突破1.5万家", "goal", "level", "15000", "家", 2027),
    ("200场", "goal", "level", "200", "场", 2024),
    ("不少于20场", "goal", "level", "20", "场", 2024),
]

TABLE = """Table 2  Main targets of the Nansha plan (as printed)

Indicator\tUnit\t2020 actual\t2025 target\tNature
High-tech enterprises\tno.\t1,480\t2,300\tanticipatory
R&D spending / GDP\t%\t3.1\t4.0\tanticipatory
Urban unemployment rate  | %  | 3.8 | < 5.0 | anticipatory
Energy use per unit of GDP, cut\t%\t—\t13.5 (5-yr total)\tbinding
森林覆盖率\t%\t17.2\t≥18\t约束性
  (Source: district statistics bureau, 2021-06-30; page 14)
"""
TABLE_RIGHT: list[Right] = [
    ("1,480", "actual", "level", "1480", "no.", 2020),
    ("2,300", "goal", "level", "2300", "no.", 2025),
    ("3.1", "actual", "level", "3.1", "%", 2020),
    ("4.0", "goal", "level", "4.0", "%", 2025),
    ("3.8", "actual", "level", "3.8", "%", 2020),
    ("< 5.0", "goal", "level", "5.0", "%", 2025),
    ("13.5", "goal", "change", "-13.5", "%", 2025),
    ("17.2", "actual", "level", "17.2", "%", 2020),
    ("≥18", "goal", "level", "18", "%", 2025),
]

WUHAN = """Optics Valley keeps its growth engine running

WUHAN -- Wuhan East Lake High-Tech Development Zone, better known as Optics Valley of China, saw its gross domestic product grow 6.8 percent year-on-year to 264.3 billion yuan in 2022, the zone's management committee said on Feb 6, 2023.

Fixed-asset investment increased by 14.1 percent, and the number of market entities surpassed 200,000. More than 5,200 firms are recognized as high-tech enterprises, nearly half of the city's total. Companies in the zone filed 3,641 PCT applications last year.

For 2023, the zone has set a GDP growth target of around 7.5 percent. It will also invest 30 billion yuan in 45 major projects, create 60,000 jobs and keep the urban unemployment rate below 5 percent. By 2030, annual output of the optoelectronics sector should triple.
"""
WUHAN_RIGHT: list[Right] = [
    ("6.8 percent", "growth", "growth", "6.8", "%", 2022),
    ("264.3 billion yuan", "actual", "level", "264.3", "billion yuan", 2022),
    ("14.1 percent", "growth", "growth", "14.1", "%", 2022),
    ("200,000", "actual", "level", "200000", "entities", 2022),
    ("More than 5,200", "actual", "level", "5200", "firms", 2022),
    ("3,641", "actual", "level", "3641", "applications", 2022),
    ("around 7.5 percent", "goal", "growth", "7.5", "%", 2023),
    ("30 billion yuan", "goal", "level", "30", "billion yuan", 2023),
    ("45", "goal", "level", "45", "projects", 2023),
    ("60,000", "goal", "increase", "60000", "jobs", 2023),
    ("below 5 percent", "goal", "level", "5", "%", 2023),
    ("triple", "goal", "multiple", "3", "", 2030),
]

NINGBO = """宁波前湾新区“十四五”制造业高质量发展规划
（甬前管发〔2021〕18号）
“十三五”末，新区规上工业总产值达到2306亿元，占全市比重12.4%，高新技术企业数量由2015年的58家增至186家。
发展目标：到2025年，规上工业总产值突破4000亿元，年均增长11.6%；规上工业亩均税收不低于35万元；数字经济核心产业增加值占GDP比重达到10%以上；单位工业增加值能耗累计下降15%。培育百亿级企业5家、专精特新企业100家，新建省级以上研发机构20家。到2035年，建成世界级先进制造业基地。
专栏1：2021年安排重点项目62个，年度计划投资158.6亿元。
"""
NINGBO_RIGHT: list[Right] = [
    ("2306亿元", "actual", "level", "2306", "亿元", 2020),
    ("12.4%", "share", "level", "12.4", "%", 2020),
    ("186家", "actual", "level", "186", "家", 2020),
    ("突破4000亿元", "goal", "level", "4000", "亿元", 2025),
    ("11.6%", "goal", "growth", "11.6", "%", 2025),
    ("不低于35万元", "goal", "level", "35", "万元", 2025),
    ("10%以上", "goal", "level", "10", "%", 2025),
    ("15%", "goal", "change", "-15", "%", 2025),
    ("5家", "goal", "level", "5", "家", 2025),
    ("100家", "goal", "level", "100", "家", 2025),
    ("20家", "goal", "increase", "20", "家", 2025),
    ("62个", "goal", "level", "62", "个", 2021),
    ("158.6亿元", "goal", "level", "158.6", "亿元", 2021),
]

TEXTS: dict[str, tuple[str, list[Right]]] = {
    "Yantai": (YANTAI, YANTAI_RIGHT),
    "Chengdu": (CHENGDU, CHENGDU_RIGHT),
    "Xiamen": (XIAMEN, XIAMEN_RIGHT),
    "Hefei": (HEFEI, HEFEI_RIGHT),
    "Suzhou": (SUZHOU, SUZHOU_RIGHT),
    "Wuhan": (WUHAN, WUHAN_RIGHT),
    "Ningbo": (NINGBO, NINGBO_RIGHT),
    "table": (TABLE, TABLE_RIGHT),
}
