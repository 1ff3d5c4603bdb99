"""Each bad cell, row and header gets a message with its file, line and column and with what would be right."""

from pathlib import Path

import pytest

from tests.exchange.bundle_folders import folder, of_goal, problems, read

HEADERS = [
    ("zones", "shenyang,Shenyang\n", "zones.csv:1: the file has no header row"),
    ("zones", "\n\n", "zones.csv:1: the file has no header row; seen: no row"),
    ("zones", "zone,nmae\na,A\n", "zones.csv:1:nmae: unknown column; seen: nmae; right would be: name?"),
    ("zones", "zone,name,name\na,A,B\n", "zones.csv:1:name: a column stands twice in the header"),
    ("zones", "zone,name,\na,A,\n", "zones.csv:1: a column has no name; seen: column 3"),
    ("zones", "zone,kind\na,A\n", "zones.csv:1:name: a required column is missing; right would be: name"),
]
ROWS = [
    ("zones", "zone,name\nshenyang\n", "zones.csv:2: the row has fewer cells than the header; seen: 1 cells"),
    ("zones", "zone,name\nshenyang,A,B\n", "zones.csv:2: the row has more cells than the header; seen: 3 cells"),
    ("zones", "zone,name\nshenyang,　\n", "zones.csv:2:name: a required cell is empty"),
    ("zones", "zone,name\nshenyang,A\n,B\n", "zones.csv:3:zone: a required cell is empty"),
    ("zones", "zone,name\nshenyang,A\nBad Slug,B\n", "right would be: bad-slug, for instance"),
    ("zones", "zone,name\nshenyang,A\n甲,B\n", "right would be: a-name, for instance"),
    ("zones", "zone,name\nshenyang,A\nshenyang,B\n", "zones.csv:2:zone: the identifier shenyang stands twice"),
    ("zones", "zone,name\nshenyang,A\nshenyang,B\n", "zones.csv:3:zone: the identifier shenyang stands twice"),
    ("zones", f"zone,name\nshenyang,{'x' * 301}\n", "zones.csv:2:name: the text is too long"),
    ("zones", "zone,name\nshenyang,x\u202egnp.exe\n", "zones.csv:2:name: a control, invisible or direction"),
    (
        "zones",
        "zone,name,parent\nshenyang,A,dalin\ndalian,D,\n",
        "zones.csv:2:parent: unknown zone; seen: dalin; right",
    ),
    ("sources", f"source,title,note\ns,T,{'x' * 2001}\n", "sources.csv:2:note: the text is too long"),
    ("sources", "source,title,url\ns,T,javascript:alert(1)\n", "sources.csv:2:url: this kind of web address"),
    ("sources", "source,title,published\ns,T,18 August\n", "sources.csv:2:published: neither a date nor a year"),
    ("sources", "source,title,published\ns,T,2021-02-30\n", "sources.csv:2:published: neither a date nor a year"),
    ("sources", "source,title,published\ns,T,1821\n", "sources.csv:2:published: outside 1900-2100"),
    ("sources", "source,title,published\ns,T,21年\n", "sources.csv:2:published: neither a date nor a year"),
    ("sources", "source,title,published\ns,T,２０２１\n", "sources.csv:2:published: a year has four digits"),
    ("indicators", "indicator,name,unit,better,accumulates\nrd,R,%,upp,level\n", "right would be: up? (one of up"),
    (
        "indicators",
        "indicator,name,unit,better,accumulates\nrd,R,%,更好,level\n",
        "right would be: one of up, down, none",
    ),
    (
        "indicators",
        "indicator,name,unit,better,accumulates,decimals\nrd,R,%,up,level,1.5\n",
        "not a number of decimals",
    ),
    ("plans", "plan,zone,name,start,end\nplan-14,shenyang,P,2025,2021\n", "plans.csv:2:end: the plan ends before"),
    ("plans", "plan,zone,name,succeeds\nplan-14,shenyang,P,plan-13\n", "plans.csv:2:succeeds: unknown plan"),
    ("plans", "plan,zone,name,source\nplan-14,shenyang,P,s\n", "plans.csv:2:source: unknown source"),
    (
        "goals",
        of_goal({"indicator": "rdd"}),
        "goals.csv:2:indicator: unknown indicator; seen: rdd; right would be: rd?",
    ),
    ("goals", of_goal({"plan": "other"}), "right would be: one that plans.csv or the store has"),
    ("goals", of_goal({"reference_zone": "nowhere"}), "goals.csv:2:reference_zone: unknown zone"),
    ("goals", of_goal({"approximate": "true"}), "goals.csv:2:approximate: not a word this column knows"),
    ("goals", of_goal({"interim": "2022"}), "goals.csv:2:interim: not a list of interim values"),
    ("goals", of_goal({"interim": "2022=1;2022=2"}), "goals.csv:2:interim: an interim year stands twice"),
    ("goals", of_goal({"value": "暂无"}), "goals.csv:2:value: not a number"),
    ("goals", of_goal({"value": "1e999"}), "goals.csv:2:value: "),
    ("goals", of_goal({"due": "2019"}), "goals.csv:2:due: the due year is before the plan's first year"),
    ("goals", of_goal({"due": "N/A"}), "goals.csv:2:due: a year has four digits"),
    ("goals", of_goal({"unit": "yuan"}), "goals.csv:2:unit: "),
    (
        "indicators",
        "indicator,name,unit,better,accumulates,minimum,maximum\nrd,R,%,up,level,9,1\n",
        "indicators.csv:2:maximum: the greatest value is below the least; seen: 1; right would be: 9 or more",
    ),
    ("plans", "plan,zone,name,order\nplan-14,shenyang,P,-1\n", "plans.csv:2:order: not a place in an order"),
    ("goals", of_goal({"part_of": "rd-2030"}), "goals.csv:2:part_of: unknown goal; seen: rd-2030; right would be"),
    ("goals", of_goal({"basis": "yearly"}), "goals.csv:2:basis: not a word this column knows"),
    (
        "actuals",
        "zone,indicator,year,value,period\nshenyang,rd,2021,3,2022-Q3\n",
        "actuals.csv:2:period: the part is of another year; seen: 2022-Q3; right would be: a part of 2021",
    ),
    (
        "actuals",
        "zone,indicator,period,value\nshenyang,rd,2021Q3,3\nshenyang,rd,2021-Q3,3\n",
        "actuals.csv:3:period: more than one actual for shenyang, rd, 2021-Q3; seen: also in line 2",
    ),
    ("actuals", "zone,indicator,value,numerator\nshenyang,rd,3,4\n", "actuals.csv:2:denominator: a fraction has two"),
    ("actuals", "zone,indicator,share,share_of\nshenyang,rd,25,city\n", "actuals.csv:2:share_of: unknown zone"),
    ("actuals", "zone,indicator,year,status\nshenyang,rd,2021,finall\n", "right would be: final? (one of final"),
]


@pytest.mark.parametrize(("kind", "text", "said"), [*HEADERS, *ROWS])
def test_what_is_wrong_is_told_in_its_place(tmp_path: Path, kind: str, text: str, said: str) -> None:
    told = problems(folder(tmp_path, **{kind: text}))
    assert any(said in line for line in told), told


def test_a_goal_that_stands_twice_is_told_for_both_rows(tmp_path: Path) -> None:
    twice = of_goal({}) + of_goal({}).splitlines()[1] + "\n"
    told = problems(folder(tmp_path, goals=twice))
    assert [line.split("; right")[0] for line in told] == [
        "goals.csv:2:goal: the identifier g stands twice; seen: also in line 3",
        "goals.csv:3:goal: the identifier g stands twice; seen: also in line 2",
    ]


def test_an_unknown_zone_in_many_rows_is_proposed_once(tmp_path: Path) -> None:
    told = problems(folder(tmp_path, actuals="zone,indicator,value\nshenyan,rd,1\nshenyan,firms,2\n"))
    assert [line.rpartition(": ")[2] for line in told] == ["shenyang?; 2 times, first in lines 2, 3"]


def test_a_cycle_of_zones_is_named_once(tmp_path: Path) -> None:
    zones = "zone,name,parent\nshenyang,S,\na,A,c\nb,B,a\nc,C,b\nd,D,c\n"
    (told,) = problems(folder(tmp_path, zones=zones))
    assert told.startswith("zones.csv:3:parent: a cycle; seen: a → c → b → a;")


def test_a_plan_that_succeeds_itself_is_a_cycle(tmp_path: Path) -> None:
    plans = "plan,zone,name,succeeds\nplan-14,shenyang,P,plan-14\n"
    assert problems(folder(tmp_path, plans=plans))[0].startswith(
        "plans.csv:2:succeeds: a cycle; seen: plan-14 → plan-14"
    )


@pytest.mark.parametrize("quoted", ["'=x", "'+x", "'-x", "'@x", "'＝x"])
def test_the_apostrophe_before_a_formula_is_taken_off(tmp_path: Path, quoted: str) -> None:
    assert read(folder(tmp_path, zones=f"zone,name\nshenyang,{quoted}\n"))["zones"][0].name == quoted[1:]


def test_other_apostrophes_stay(tmp_path: Path) -> None:
    assert read(folder(tmp_path, zones="zone,name\nshenyang,'s-Gravenhage\n"))["zones"][0].name == "'s-Gravenhage"
