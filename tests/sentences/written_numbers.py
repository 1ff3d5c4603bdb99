# ruff: noqa: E501 -- a pattern is one line
"""Numbers and years taken out of sentences again, in the unit they are said in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

FIGURE = r"[−+]?(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\d])"
_SCALES = {"bn": 9, "million": 6, "10,000": 4, "万亿": 12, "亿": 8, "万": 4}
_SCALE = r"(?:\s?(?P<scale>bn|million|10,000|万亿|亿|万))?"
_UNIT = r"(?:\s?(?P<unit>%|points?|个百分点|百分点|yuan|元|persons|人|years?|年|岁|places?|位|名|km²|平方公里|mg/m³|毫克/立方米))?"
_AMOUNT = re.compile(rf"(?P<figure>{FIGURE}){_SCALE}{_UNIT}(?:\s?(?:doctors per 1,000 persons|/千人))?")
#: An amount inside a larger pattern: as long as the text of an amount can be.
AMOUNT = (
    rf"{FIGURE}(?:\s?(?:bn|million|万亿|亿|万))?"
    r"(?:\s?(?:%|points?|个百分点|yuan|元|persons|人|years?|年|places?|位|名|km²|平方公里|mg/m³|doctors per 1,000 persons|doctors/千人|人/千人))?"
)
_KINDS = {"%": "percent", "point": "points", "points": "points", "个百分点": "points", "百分点": "points"}


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it stands: in single units, with half of its last digit; `kind` is percent, points or plain."""

    text: str
    value: float
    half: float
    kind: str

    def says(self, truth: float) -> bool:
        """Whether a true value is written so when it is rounded once."""
        return abs(self.value - truth) <= self.half * (1 + 1e-6) + 2e-8 * abs(truth)


def read_amount(text: str, each: float = 1.0) -> Written:
    """Read one amount, in units of which `each` makes one of the goal's."""
    found = _AMOUNT.search(text)
    assert found, text
    return _written(found, each)


def _written(found: re.Match[str], each: float) -> Written:
    figure = Decimal(found["figure"].replace("−", "-").replace(",", ""))
    kind = _KINDS.get(found["unit"] or "", "plain")
    power = 10.0 ** _SCALES.get(found["scale"] or "", 0)
    unit = power / each if kind == "plain" else 1.0
    exponent = figure.as_tuple().exponent
    assert isinstance(exponent, int)
    return Written(found[0], float(figure) * unit, 0.5 * 10.0**exponent * unit, kind)


_YEAR = re.compile(r"(?<![\d.,−+])(?:19|20)\d\d(?![\d,.]\d|\d|%|\s?(?:km²|bn|million|万|元|yuan|persons|人|mg))")


def years_in(text: str) -> list[int]:
    """List the years of a sentence; 2,000 is none, and neither is an amount with a unit."""
    return [int(found[0]) for found in _YEAR.finditer(text)]


def amounts_in(text: str, each: float = 1.0) -> Iterator[Written]:
    """Yield the numbers of a sentence that are no years."""
    without = _YEAR.sub(lambda found: "·" * len(found[0]), text).replace("1,000 persons", "").replace("/千人", "")
    for found in _AMOUNT.finditer(without):
        yield _written(found, each)


def pattern(template: str) -> re.Pattern[str]:
    """Make a pattern of a template in which <v:name> is an amount, <y:name> a year, <b> the word of a bound."""
    text = re.sub(r"<v:(\w+)>", lambda found: f"(?P<{found[1]}>{AMOUNT})", template)
    text = re.sub(r"<y:(\w+)>", lambda found: rf"(?P<{found[1]}>(?:19|20)\d\d)", text)
    bound = r"(?P<bound>over |at least |under |at most |about |超过|不低于|低于|不超过|约)?"
    return re.compile(text.replace("<b>", bound), re.IGNORECASE)
