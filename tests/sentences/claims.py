# ruff: noqa: E501 -- a pattern is one line, so that it can be read beside the sentence it reads
"""What sentences claim, read out of them again in both languages and held against what is true of the goal."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf, isfinite

from tests.domain.plain_measure import by_mean
from tests.sentences.made_goals import DUE, FIRST
from tests.sentences.truths import Truth
from tests.sentences.written_numbers import pattern, read_amount
from tracker.domain.kinds import Kind

Found = re.Match[str]
_MORE, _LESS = ("over", "at least", "超过", "不低于"), ("under", "at most", "低于", "不超过")


def says(found: Found, group: str, truth: Truth, value: float) -> bool:
    """Whether the amount in a group is the value, rounded once."""
    return read_amount(found[group], truth.each).says(value)


def _within(found: Found, truth: Truth, ends: tuple[float, float], *, turned: bool = False) -> bool:
    """Whether value, bound and upper end of a match are both ends of what is known; `turned` where a fall is said."""
    told = found.groupdict()
    low, high = truth.without_limits(ends)
    low, high = (-high, -low) if turned else (low, high)
    bound = (told.get("bound") or "").strip().lower()
    if told.get("high"):
        return says(found, "value", truth, low) and says(found, "high", truth, high)
    if bound in _MORE:
        return high == inf and says(found, "value", truth, low)
    if bound in _LESS:
        return low == -inf and says(found, "value", truth, high)
    return low == high and says(found, "value", truth, low)


def _falls(found: Found) -> bool:
    return (found.groupdict().get("way") or "").strip().lower() in ("down", "down by", "下降", "减少")


def value_in_year(found: Found, truth: Truth) -> bool:
    """A value "in 2020" is what was reported, or the start, of that year."""
    year = int(found["year"])
    if (
        found["value"][0] in "+−"
        and year in truth.yearly_changes
        and says(found, "value", truth, truth.yearly_changes[year])
    ):
        return True
    if truth.start.year == year and truth.base is not None and says(found, "value", truth, truth.base):
        return True
    if (truth.total or truth.kind is Kind.GROWTH) and year == FIRST and year in truth.measured.points:
        return _within(found, truth, truth.measured.points[year], turned=_falls(found))
    return year in truth.own.levels and _within(found, truth, truth.own.levels[year], turned=_falls(found))


def total_of_years(found: Found, truth: Truth) -> bool:
    """A total is the sum of just those years."""
    first, last = int(found["first"]), int(found["last"])
    return truth.total and first == FIRST and last == min(truth.year, DUE) and _within(found, truth, truth.ends)


def change_between(found: Found, truth: Truth) -> bool:
    """A rise or fall is that from the start to the judged year."""
    year = int(found["year"])
    right = int(found["since"]) == truth.measured.since and (year == truth.year or year > DUE)
    return right and _within(found, truth, truth.measured.points[year], turned=_falls(found))


def no_change(found: Found, truth: Truth) -> bool:
    """Nothing has changed where nothing that is written did."""
    years = int(found["since"]) == truth.measured.since and int(found["year"]) == truth.year
    return years and abs(truth.value) < 0.5


def mean_of_years(found: Found, truth: Truth) -> bool:
    """A mean growth is that of just those years."""
    first, last = int(found["first"]), int(found["last"] or found["first"])
    since = truth.measured.since
    years = since is not None and first == since + 1 and last == truth.year
    return truth.kind is Kind.GROWTH and years and _within(found, truth, truth.ends, turned=_falls(found))


def apart_in_year(found: Found, truth: Truth) -> bool:
    """A difference is that of both values of its year, on the side that is said."""
    year, above = int(found["year"]), found["way"] in ("above", "高于")
    low, high = truth.measured.points[year]
    size = says(found, "size", truth, abs(low)) and (low > 0 if above else low < 0)
    if not found["own"]:
        return size
    own, other = truth.own.levels[year][0], truth.reference.levels[year][0]
    return size and low == high and says(found, "own", truth, own) and says(found, "other", truth, other)


def _target_said(found: Found, truth: Truth) -> bool:
    text, target = found["target"], truth.nearest
    if re.search("no change|持平", text):
        return target == 0
    falls, rises = re.search("a fall of|下降|减少", text), re.search("growth of|a rise of|增长|增加", text)
    size = read_amount(text, truth.each)
    return size.says(abs(target) if falls else target) and not (falls and target > 0) and not (rises and target < 0)


def gap_to_target(found: Found, truth: Truth) -> bool:
    """What is missing is the distance to the nearest value asked, short of it, above it or past it."""
    apart, way = truth.nearest - truth.value, found["way"]
    target = _target_said(found, truth) if found.groupdict().get("target") else True
    assert truth.asked
    right = {
        "short": not truth.asked.by(truth.value), "above": apart < 0,
        "past": isfinite(truth.asked.other) or truth.asked.by(truth.measured.start or inf) or by_mean(truth.row),
    }[_GAP_WORDS[way]]  # fmt: skip
    unit = truth.unit_kind() != "percent" or read_amount(found["gap"]).kind == "points"
    return says(found, "gap", truth, abs(apart)) and right and target and unit


_GAP_WORDS = {
    "short of": "short", "short": "short", "above": "above", "too much": "above", "past": "past", "past it": "past",
    "还差": "short", "高": "above", "高出": "above", "超出": "past",
}  # fmt: skip


def years_kept(found: Found, truth: Truth) -> bool:
    """So many of so many reported years kept it."""
    told = {name: int(text) for name, text in found.groupdict().items() if text}
    counts = {"kept": len(truth.kept), "broken": len(truth.broken), "count": len(truth.counted)}
    return all(counts[name] == number for name, number in told.items() if name in counts)


def all_years_kept(found: Found, truth: Truth) -> bool:
    """All reported years kept it."""
    return years_kept(found, truth) and truth.kept == truth.counted


def no_year_kept(found: Found, truth: Truth) -> bool:
    """No reported year kept it, and none is in doubt."""
    return years_kept(found, truth) and len(truth.broken) == len(truth.counted)


def share_of_way(found: Found, truth: Truth) -> bool:
    """The share of the way, between the start and the target that are said."""
    told = found.groupdict()
    made = says(found, "share", truth, truth.shares["made"] * 100) and int(found["due"]) == DUE
    if told.get("start"):
        start = truth.measured.start is not None and says(found, "start", truth, truth.measured.start)
        return made and start and int(found["base"]) == truth.measured.since
    return made and truth.measured.start == 0


def time_gone(found: Found, truth: Truth) -> bool:
    """The share of the time that had gone by the judged year."""
    return says(found, "gone", truth, truth.shares["gone"] * 100)


def time_gone_now(found: Found, truth: Truth) -> bool:
    """The share of the time that has gone by now, and the years without an actual."""
    first, last = int(found["first"]), int(found["last"] or found["first"])
    silent = not any(first <= year <= last for year in truth.measured.points)
    now = int(found["now"]) == truth.seen_from and says(found, "gone", truth, truth.shares["now"] * 100)
    return now and silent and first == truth.year + 1 and last == truth.seen_from - 1


def needed_step(found: Found, truth: Truth) -> bool:
    """What is left to make a year, up or down, and from when on."""
    alone = not truth.measured.points
    since = truth.start.year if alone else truth.year
    value = truth.measured.start if alone else truth.value
    assert since
    assert value is not None
    target = (truth.asked.value if truth.asked else 0.0) if alone else truth.nearest
    step, text = (target - value) / (DUE - since), found[0]
    told = read_amount(found["step"], truth.each)
    counted = abs(step) >= 10 and abs(told.value - abs(step)) <= 0.5 * (1 + 1e-9)
    falls = re.search("down by|fall of|降低|下降|climb|上升", text)
    one_left = re.search("one year left|剩余一年", text)
    later = re.search(r"from (\d{4}) on|自(\d{4})年起", text)
    when = (since + 1 == DUE) == bool(one_left) and (later is None or int(later[1] or later[2]) == since + 1)
    further = not re.search("further|再", text) or value * step > 0
    back = bool(re.search("come back|回调", text))
    way = back or (step < 0) == bool(falls)
    return (told.says(abs(step)) or counted) and when and way and further


def mean_of_last_changes(found: Found, truth: Truth) -> bool:
    """The mean of the last five yearly changes."""
    return truth.recent is not None and says(found, "change", truth, truth.recent)


def carried_on(found: Found, truth: Truth) -> bool:
    """Where the last changes lead by the due year, as a rise or a fall where it is one."""
    assert truth.recent is not None
    value = truth.value + truth.recent * (DUE - truth.year)
    falls, rises = (
        found["way"] in ("a fall of ", "下降", "减少"),
        found["way"] in ("growth of ", "a rise of ", "增长", "增加"),
    )
    return (
        says(found, "value", truth, -value if falls else value)
        and not (rises and value < 0)
        and int(found["due"]) == DUE
    )


def still_missing(found: Found, truth: Truth) -> bool:
    """What would be missing in the due year of what is missing now, and its share."""
    assert truth.recent is not None
    now = abs(truth.nearest - truth.value)
    left = truth.missing_from(truth.value + truth.recent * (DUE - truth.year))
    return (
        says(found, "left", truth, left)
        and says(found, "now", truth, now)
        and says(found, "share", truth, left / now * 100)
    )


def compound_rates(found: Found, truth: Truth) -> bool:
    """The yearly growth reached and asked, and their ratio."""
    start, since = truth.measured.start, truth.measured.since
    assert start
    assert since
    assert truth.asked
    reached = (truth.counting_as / start) ** (1 / (truth.year - since)) - 1
    asked = (truth.asked.value / start) ** (1 / (DUE - since)) - 1
    rates = says(found, "reached", truth, reached * 100) and says(found, "asked", truth, asked * 100)
    years = int(found["since"]) == since and int(found["due"]) == DUE
    return rates and years and read_amount(found["ratio"]).says(truth.plain.compound)


def past_and_before(found: Found, truth: Truth) -> bool:
    """How far the goal was passed, and how far away it was at the start."""
    assert truth.asked
    assert truth.measured.start is not None
    past, near = abs(truth.nearest - truth.value), truth.asked.value
    start = says(found, "start", truth, truth.measured.start) and int(found["base"]) == truth.measured.since
    ends = says(found, "far", truth, truth.nearest) and says(found, "near", truth, near)
    apart = says(found, "past", truth, past) and says(found, "before", truth, abs(near - truth.measured.start))
    return start and ends and apart


def mean_of_plan(found: Found, truth: Truth) -> bool:
    """A mean is that of just those years."""
    first, last = int(found["first"]), int(found["last"])
    years = first == FIRST and last == min(truth.year, DUE)
    return by_mean(truth.row) and years and _within(found, truth, truth.ends)


def mean_left(found: Found, truth: Truth) -> bool:
    """The years left must have what is missing of the mean that is asked."""
    assert truth.asked
    count, left = len([year for year in truth.measured.points if year <= DUE]), DUE - truth.year
    needed = (truth.asked.value * (count + left) - truth.value * count) / left
    return int(found["first"]) == truth.year + 1 and says(found, "mean", truth, needed)


def rate_since(found: Found, truth: Truth) -> bool:
    """The yearly growth since the start of a goal that asks for a direction."""
    assert truth.base
    assert truth.measured.since
    rate = ((truth.base + truth.value) / truth.base) ** (1 / (truth.year - truth.measured.since)) - 1
    return says(found, "rate", truth, rate * 100) and int(found["since"]) == truth.measured.since


def quotient(found: Found, _truth: Truth) -> bool:
    """A division that is printed gives what is printed, or says that it does about."""
    over, under, ratio = (read_amount(found[name]) for name in ("over", "under", "ratio"))
    if found["equals"] == "=":
        return abs(over.value / under.value - ratio.value) < 1e-9
    # What is divided is rounded too, so the quotient is only as near as that.
    most = ratio.half + (over.half + abs(ratio.value) * under.half) / max(abs(under.value) - under.half, 1e-9)
    return abs(over.value / under.value - ratio.value) <= most + 1e-9


def projected(found: Found, truth: Truth) -> bool:
    """Where a straight line through the start and the actuals since leads by the due year."""
    points = {
        year: ends[0] for year, ends in truth.measured.points.items() if ends[0] == ends[1] and year <= truth.year
    }
    assert truth.measured.since
    assert truth.measured.start is not None
    points[truth.measured.since] = truth.measured.start
    middle = sum(points) / len(points)
    mean = sum(points.values()) / len(points)
    slope = sum((year - middle) * (value - mean) for year, value in points.items()) / sum(
        (year - middle) ** 2 for year in points
    )
    low, high = truth.limits
    value = min(max(mean + slope * (DUE - middle), low), high)
    return says(found, "value", truth, value) and int(found["due"]) == DUE


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that sentences say, its pattern in each language, and whether it is true."""

    patterns: dict[str, re.Pattern[str]]
    check: Callable[[Found, Truth], bool]


def _claim(check: Callable[[Found, Truth], bool], english: str, chinese: str) -> Claim:
    return Claim({"en": pattern(english), "zh": pattern(chinese)}, check)


_R = "Reference R"
CLAIMS = (
    _claim(
        value_in_year,
        r"(?<![–\d])(?<!against )(?<!place )(?:(?P<way>up|down) )?(?:<b>)(?:place )?<v:value>(?<! points)(?<! point)(?: to <v:high>)? in <y:year>(?![–\d])",
        r"(?<![—到至比])<y:year>年(?:为|(?P<way>增长|下降))<b>(?:第)?<v:value>(?:至<v:high>)?",
    ),
    _claim(total_of_years, r"<b><v:value>(?: to <v:high>)? in <y:first>–<y:last> in all", r"<y:first>—<y:last>年累计<b><v:value>(?:至<v:high>)?"),
    _claim(
        change_between,
        r"(?:(?P<way>up by|down by|up|down) )?<b><v:value>(?: to <v:high>)? from <y:since> to <y:year>",
        r"<y:year>年比<y:since>年(?P<way>增长|增加|下降|减少)?<b><v:value>(?:至<v:high>)?",
    ),
    _claim(no_change, r"unchanged from <y:since> to <y:year>", r"<y:year>年比<y:since>年没有变化"),
    _claim(
        mean_of_years,
        r"(?:(?P<way>down) )?<b><v:value>(?: to <v:high>)? a year on average, <y:first>(?:–<y:last>)?",
        r"<y:first>(?:—<y:last>)?年年均(?P<way>下降|增长)?<b><v:value>(?:至<v:high>)?",
    ),
    _claim(
        apart_in_year,
        rf"<v:size> (?P<way>above|below) {_R} in <y:year>(?: \(<v:own> against <v:other>\))?",
        rf"<y:year>年(?P<way>高于|低于){_R}<v:size>(?:（分别为<v:own>和<v:other>）)?",
    ),
    _claim(
        gap_to_target,
        r"missed its goal for [^:]+: .*, <v:gap> (?P<way>short of|above|past) (?P<target>[^,]+)$",
        r"未完成目标：.*(?:距|比|，)(?P<way>超出)?目标值(?P<target>.+?)(?:达|(?P<w2>还差|高))<v:gap>$",
    ),
    _claim(gap_to_target, r"not reached, <v:gap> (?P<way>short|too much|past it)", r"未完成，(?P<way>还差|高出|超出)<v:gap>"),
    _claim(no_year_kept, r"none of (?P<count>\d+) reported years", r"有数据的(?P<count>\d+)个年份均未达到"),
    _claim(years_kept, r"(?P<kept>\d+) of (?P<count>\d+) reported years kept", r"有数据的(?P<count>\d+)个年份中(?P<kept>\d+)个年份达到"),
    _claim(years_kept, r"(?P<broken>\d+) of (?P<count>\d+) reported years broke", r"有数据的(?P<count>\d+)个年份中(?P<broken>\d+)个年份未达到"),
    _claim(all_years_kept, r"[Aa]ll (?P<count>\d+) (?:reported years|years reported)", r"有数据的(?P<count>\d+)个年份均达到"),
    _claim(all_years_kept, r"(?:the one year reported|The one reported year)", r"有数据的1个年份均达到"),
    _claim(lambda _found, truth: len(truth.counted) == 1, "no other year is reported", "其他年份尚无数据"),
    _claim(
        share_of_way,
        r"is <v:share> of the way (?:from <v:start> \(<y:base>\) )?to [^;]*?\(<y:due>\)",
        r"(?:由<v:start>（<y:base>年）到[^；]*?（<y:due>年）的进程已完成|相当于[^；]*?（<y:due2>年）的)<v:share>",
    ),
    _claim(time_gone, r"<v:gone> of the time had gone by then", r"届时时间已过<v:gone>"),
    _claim(
        time_gone_now,
        r"By <y:now> it is <v:gone>, and <y:first>(?:–<y:last>)? (?:is|are) not reported",
        r"到<y:now>年为<v:gone>，<y:first>(?:—<y:last>)?年尚无数据",
    ),
    _claim(
        needed_step,
        r"(?:must bring .+? (?:up|down) by|needs a (?:further )?(?:fall|rise) of|must add|must climb|must come back by|needs about) <v:step>(?: more .+?)? (?:in the one year left|a year from \d{4} on|every year from \d{4} on|a year|every year)",
        r"须(?:每年|自\d{4}年起每年|在剩余一年内)(?:再下降|下降|再增加|增加|新增|上升|回调|提高|降低)约?<v:step>",
    ),
    _claim(mean_of_last_changes, r"The last changes average <v:change> a year", r"年均变[化动]<v:change>"),
    _claim(
        carried_on,
        r"carried to <y:due> they give (?P<way>a fall of |a rise of |growth of )?<v:value>",
        r"外推至<y:due>年为(?P<way>下降|减少|增长|增加)?<v:value>",
    ),
    _claim(
        still_missing,
        r"<v:left> of the <v:now> missing now would still be missing, <v:share>",
        r"目前差<v:now>，届时仍差<v:left>，占<v:share>",
    ),
    _claim(
        compound_rates,
        r"<v:reached> a year reached since <y:since>, <v:asked> a year asked until <y:due>: <v:ratio>",
        r"<y:since>年以来年均增速<v:reached>，至<y:due>年所需年均增速<v:asked>：比值<v:ratio>",
    ),
    _claim(
        past_and_before,
        r"is <v:past> past <v:far>; the start, <v:start> in <y:base>, was <v:before> short of <v:near>\.",
        r"超出<v:far>达<v:past>；起点<y:base>年为<v:start>，距<v:near>还差<v:before>。",
    ),
    _claim(
        mean_of_plan,
        r"<b><v:value>(?: to <v:high>)? on average, <y:first>–<y:last>",
        r"<y:first>—<y:last>年平均<b><v:value>(?:至<v:high>)?",
    ),
    _claim(
        mean_left,
        r"For it <y:first>(?:–<y:last>)? must have (?:at most|under|at least|over) <v:mean>",
        r"要实现目标，<y:first>(?:—<y:last>)?年(?:平均)?须(?:不超过|低于|不低于|超过)<v:mean>",
    ),
    _claim(rate_since, r"<v:rate> a year since <y:since>, and ", r"<y:since>年以来年均<v:rate>，目标要求"),
    _claim(quotient, r"(?<!\) )(?<!to )<v:over> ÷ <v:under> (?P<equals>[=≈]) <v:ratio>", r"(?<!\) )<v:over> ÷ <v:under> (?P<equals>[=≈]) <v:ratio>"),
    _claim(projected, r"If the pace so far holds: <v:value> by <y:due>", r"如保持目前进度，到<y:due>年将为<v:value>"),
)  # fmt: skip


def _met(truth: Truth) -> bool:
    return truth.plain.statuses[0] == "met"


def _reached(truth: Truth) -> bool:
    return truth.plain.statuses[0] in ("met", "met early", "on track") and (truth.asked is not None)


def _satisfied(truth: Truth) -> bool:
    assert truth.asked
    return truth.asked.by(truth.ends[0]) and truth.asked.by(truth.ends[1])


def _is(*statuses: str) -> Callable[[Truth], bool]:
    return lambda truth: truth.plain.statuses[0] in statuses


def _unreported_at_due(truth: Truth) -> bool:
    return truth.seen_from > DUE and not truth.reported_since(DUE - 1)


#: Words with what has to be true where they stand, in either language.
WORDS: tuple[tuple[str, str, Callable[[Truth], bool]], ...] = (
    (r"met its goal", "已完成目标|提前完成目标", lambda truth: _is("met", "met early")(truth) and _satisfied(truth)),
    (r"met its goal [^:]*early", "提前完成目标", lambda truth: _is("met early")(truth) and truth.year < DUE),
    (r"missed its goal|was asked: not reached", "未完成", _is("missed")),
    (r"was asked: reached", "：已完成", _met),
    (r"did not keep its goal", "未达年度要求", lambda truth: bool(truth.broken) and _is("breached")(truth)),
    (r"kept its goal", "个年份均达到要求", lambda truth: not truth.broken and _is("met", "on track")(truth)),
    (r"moving back|away from the goal\.", "回落|与目标方向相反", lambda truth: (truth.recent or 0) * (1 if truth.asked and truth.asked.upward > 0 else -1) < 0),
    (r"no longer does", "已不再达到", lambda truth: not _satisfied(truth) and bool(truth.asked and truth.asked.by(truth.measured.start or 0.0))),
    (r"is not reported$|for which nothing is reported|[Nn]othing has been reported for 2020", "2020年尚无数据$|2020年及以后尚无", _unreported_at_due),
    (r"nothing (?:is|was) (?:ever )?reported|Nothing has been reported (?:since|for this)", "以来(?:尚无|一直没有)数据|尚无上报数据。$|一直没有数据", lambda truth: not truth.measured.points or _unreported_at_due(truth)),
    (r"before its due year", "目标年份2020年之前", lambda truth: _satisfied(truth) and truth.year < DUE),
    (r"Known is only", "目前只知道", lambda truth: truth.ends[0] != truth.ends[1]),
    (r"is not known", "无法得知", lambda truth: not any(isfinite(end) for end in truth.ends)),
    (r"the two ends give different verdicts", "两端判断的结果不同", lambda truth: "indeterminate" in truth.plain.statuses),
    (r"broke it", "，未达到要求", lambda truth: bool(truth.broken)),
    (r"\b(?:nought|satisf\w+|unknown value)\b", "该参照|达标|突破底线|偏离目标", lambda _truth: False),
)  # fmt: skip


def untrue(text: str, language: str, truth: Truth) -> Iterator[str]:
    """Yield what a sentence claims and is not true."""
    for claim in CLAIMS:
        for found in claim.patterns[language].finditer(text):
            if not _holds(claim, _same_names(found), truth):
                yield f"{claim.check.__name__}: {found[0]!r}"
    for english, chinese, true in WORDS:
        words = re.search(english if language == "en" else chinese, text)
        if words and not true(truth):
            yield f"word: {words[0]!r}"


def _holds(claim: Claim, found: Found, truth: Truth) -> bool:
    """Whether a claim is true; one about what there is nothing of is not."""
    try:
        return claim.check(found, truth)
    except (AssertionError, KeyError, ZeroDivisionError):
        return False


class _Named:
    """A match whose second name of a group is as good as its first."""

    def __init__(self, found: Found) -> None:
        self._told = found.groupdict()
        self._text = found[0]
        for name, other in (("way", "w2"), ("due", "due2"), ("step", "step2")):
            self._told[name] = self._told.get(name) or self._told.get(other)

    def __getitem__(self, name: str | int) -> str:
        return self._text if name == 0 else self._told.get(str(name)) or ""

    def groupdict(self) -> dict[str, str | None]:
        return self._told


def _same_names(found: Found) -> Found:
    return _Named(found)  # type: ignore[return-value]  # it is asked for groups alone
