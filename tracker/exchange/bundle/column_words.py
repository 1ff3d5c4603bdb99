"""What each column of a bundle is for, in a line."""

from collections.abc import Mapping

from tracker.language import _


def column_words(kind: str) -> Mapping[str, str]:
    """Return what the columns of a file are for, by their names."""
    return {
        "zones": _of_zones,
        "sources": _of_sources,
        "indicators": _of_indicators,
        "plans": _of_plans,
        "goals": _of_goals,
        "actuals": _of_actuals,
    }[kind]()


def _of_zones() -> dict[str, str]:
    return {
        "zone": _("a short name of your own for the zone: small letters, digits, hyphens"),
        "name": _("the zone’s name"),
        "name_zh": _("its Chinese name"),
        "parent": _("the zone that it lies within"),
        "kind": _("what it is: city, development zone, park …"),
        "aliases": _("other names of it, parted by semicolons"),
    }


def _of_sources() -> dict[str, str]:
    return {
        "source": _("a short name of your own for the document"),
        "title": _("the document’s title"),
        "publisher": _("who published it"),
        "published": _("when: a day (2021-08-18), a month (2021-08) or a year"),
        "url": _("its web address"),
        "note": _("what else is to be known"),
        "title_zh": _("the Chinese title"),
        "publisher_zh": _("the Chinese name of who published it"),
        "note_zh": _("the note in Chinese"),
    }


def _of_indicators() -> dict[str, str]:
    return {
        "indicator": _("a short name of your own for what is measured"),
        "name": _("the indicator’s name"),
        "name_zh": _("its Chinese name"),
        "unit": _("%, 亿元, billion yuan, km², enterprises …; milestone where it is reported in words"),
        "better": _("whether more or less is better"),
        "accumulates": _("a level at the end of the year, an amount of the year (flow), a yearly change, or a rank"),
        "decimals": _("how many decimals are shown"),
        "category": _("the theme that it belongs to"),
        "definition": _("what exactly is counted"),
        "minimum": _("the least value that is possible, if there is one"),
        "maximum": _("the greatest value that is possible, if there is one"),
        "unit_zh": _("the unit in Chinese"),
        "definition_zh": _("the definition in Chinese"),
    }


def _of_plans() -> dict[str, str]:
    return {
        "plan": _("a short name of your own for the plan"),
        "zone": _("the zone whose plan it is"),
        "name": _("the plan’s name"),
        "name_zh": _("its Chinese name"),
        "start": _("its first year"),
        "end": _("its last year"),
        "issued": _("when it was issued: a day, a month or a year"),
        "succeeds": _("the plan that it follows"),
        "source": _("the document in which it stands"),
        "note": _("what else is to be known"),
        "order": _("its place among the plans, as a whole number"),
    }


def _of_goals() -> dict[str, str]:
    return {**_asked(), **_started(), **_written()}


def _asked() -> dict[str, str]:
    return {
        "goal": _("a short name of your own for the goal"),
        "plan": _("the plan that sets it"),
        "indicator": _("what it is measured by"),
        "kind": _("what is wanted: a level, an increase over the plan, a multiple, a change in percent …"),
        "comparator": _("how the value is meant; empty: at least where more is better, at most where less is"),
        "value": _("the number; empty for a milestone or a direction"),
        "value_high": _("the upper number of a range"),
        "unit": _("the unit of the number, where it is another than the indicator’s"),
        "due": _("the year by which it is to be reached"),
        "nature": _("binding (约束性) or anticipatory (预期性)"),
        "approximate": _("yes where the plan says “about”"),
        "reference_indicator": _("of a relative goal: the indicator it is compared with"),
        "reference_zone": _("of a relative goal: the zone it is compared with"),
        "basis": _("of a relative goal: compared in each year, or on average over the plan"),
        "measured_by": _("mean where the mean of the plan’s years is judged, not each year"),
        "part_of": _("the goal of which this one is a part, such as the city’s"),
    }


def _started() -> dict[str, str]:
    return {
        "baseline_year": _("the year it starts from"),
        "baseline_value": _("the value it starts from"),
        "baseline_origin": _("where the starting value comes from"),
        "interim": _("values on the way, as 2022=1000;2023=1500"),
    }


def _written() -> dict[str, str]:
    return {
        "state": _("of a milestone: how far it was when the plan was written"),
        "source": _("the document in which it stands, where it is another than the plan’s"),
        "locator": _("where in the document: page, table, paragraph"),
        "wording": _("what the plan says, in your own words"),
        "note": _("what else is to be known"),
        "theme": _("the theme under which the plan has it, where it is another than the indicator’s"),
        "order": _("its place in the plan, as a whole number"),
        "owner": _("the office that answers for it"),
        "wording_zh": _("the wording in Chinese"),
        "note_zh": _("the note in Chinese"),
    }


def _of_actuals() -> dict[str, str]:
    return {
        "zone": _("the zone whose value it is"),
        "indicator": _("what was measured"),
        "year": _("the year; empty where it is not known"),
        "value": _("the number that was reported"),
        "value_high": _("the upper number, where the value lies between two"),
        "qualifier": _("how exact it is"),
        "growth": _("the growth on the year before, in percent"),
        "share": _("the share of a larger zone’s value, in percent"),
        "share_of": _("the larger zone"),
        "unit": _("the unit of the number, where it is another than the indicator’s"),
        "status": _("how settled it is"),
        "state": _("of a milestone: how far it is"),
        "source": _("the document in which it stands"),
        "locator": _("where in the document: page, table, paragraph"),
        "note": _("what else is to be known"),
        "numerator": _("of a share: what is divided"),
        "denominator": _("of a share: by what it is divided"),
        "explanation": _("why it is as it is"),
        "explanation_zh": _("why it is as it is, in Chinese"),
        "measures": _("what is being done about it"),
        "flag": _("how the source marks it"),
        "period": _("a part of the year, as 2024-H1, 2024-Q3 or 2024-09; empty for the whole year"),
        "cumulative": _("of a part of the year: yes where it is counted from the beginning of the year"),
    }
