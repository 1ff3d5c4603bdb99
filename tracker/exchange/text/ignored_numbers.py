"""Numbers that state nothing: dates, periods, ordinals, durations, names, awards, counts of things named."""

import re
from collections.abc import Iterator

from tracker.exchange.text.figure_kinds import WordsBeside
from tracker.exchange.text.splitting import blanked
from tracker.exchange.text.statement import Span, Why
from tracker.exchange.text.written_figures import Figure

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d"
_DASH = r"\s?(?:-|–|—|~|至|到|\bto\b)\s?"
_NUMBER = r"\d[\d,]{0,20}(?:\.\d{1,9})?"
_CN = "一二两三四五六七八九十"
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_FREE = r"(?<![A-Za-z\d.,])"
_BY_TIME = (
    "in|by|since|of|until|till|from|during|before|after|to|for|through|and|or|late|early|mid|year|end|spring"
    "|autumn|than|over|between"
)

_PATTERNS: tuple[tuple[Why, str], ...] = (
    (
        Why.RECORD_NUMBER,
        r"(?:公网安备|ICP[备证])\s*\d+(?:号(?:-\d+)?)?|(?<![\d.,])\d{9,}(?![\d.,]*\d)"
        r"|(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)|(?:Tel|Fax|(?:[Tt]ele)?[Pp]hone|[Hh]otline|[Pp]ostcode|电话|热线|传真|邮编|邮政编码)[.:：\s]*[+\d][\d\s()-]{4,20}",
    ),
    (
        Why.RECORD_NUMBER,
        r"https?://\S{1,300}|www\.\S{1,200}|[\w.-]{1,60}@[\w.-]{1,60}|[〔\[(（]\d{4}[〕\])）]\s?\d{1,4}号",
    ),
    (Why.COPYRIGHT, rf"(?:Copyright|©|版权所有)\s?(?:\(c\)|©)?\s?{_YEAR}(?:{_DASH}{_YEAR})?"),
    (
        Why.DATE,
        rf"{_FREE}{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)|{_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日|底|末|初)?"
        rf"|\d{{1,2}}月\d{{1,2}}日|(?<!\d)\d{{1,2}}月(?:底|末|初|份)?",
    ),
    (
        Why.DATE,
        rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:, ?{_YEAR})?\b(?![,.]\d)"
        rf"|\b\d{{1,2}} {_MONTH}\.?(?: {_YEAR})?\b|\b{_MONTH}\.?,? {_YEAR}\b"
        rf"|{_FREE}\d{{1,2}}:\d\d(?::\d\d)?(?!\d)",
    ),
    (Why.PERIOD, rf"{_FREE}{_YEAR}(?:年)?(?:{_DASH}){_YEAR}年?|{_FREE}{_YEAR}[-–—/]\d\d(?![\d.,%])"),
    (Why.PERIOD, r"[“\"']?十[一二三四五六七]五[”\"']?(?:规划|时期|期间|末)?"),
    (
        Why.ORDINAL,
        r"\b\d{1,3}(?:st|nd|rd|th)(?=[\s.,;:)-]|$)(?!\s(?:place|nationwide|nationally"
        r"|in the (?:country|province|nation)|among))\b",
    ),
    (Why.ORDINAL, rf"第[\d{_CN}百]{{1,4}}(?![名位\d])"),
    (
        Why.ORDINAL,
        rf"\b(?:{_ORDINALS})\b(?=[\s-][a-z])|\bNo\.? ?\d+\b|\b(?:Phase|Stage|Chapter|Section"
        rf"|Article|Table|Figure|Part|Line|Page|[Rr]oom|Suite) \d+\b",
    ),
    (
        Why.ORDINAL,
        r"(?m)^[ \t]*(?:\d{1,2}[.)、](?!\d)|\(\d{1,2}\)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))",
    ),
    (
        Why.DOLLARS,
        rf"(?<=\()(?:about |around |approximately |约合?|equivalent to )?(?:US"
        rf"|U\.S\. ?)?\$ ?{_NUMBER} ?(?:million|billion|trillion|bn|mn|thousand)?|(?<=\()(?:about "
        rf"|约合?)?{_NUMBER}[万亿]{{0,2}}美元",
    ),
    (
        Why.DENOMINATOR,
        rf"(?<=\bper )(?:{_NUMBER}|hundred|thousand|million)(?: (?:persons?|people|residents|inhabitants"
        rf"|population|employees|workers|yuan))?|\bevery (?:{_NUMBER}) (?:persons?|people|residents)"
        rf"|每[\d一二十百千万亿]{{1,6}}(?=[名人元个户公]|常住)",
    ),
    (
        Why.DURATION,
        rf"(?i)\b(?:{_SMALL}|\d{{1,3}})[-\s](?:year|yr|month|day|week|hour|minute"
        rf"|decade)s?\b(?![- ]old)(?! of age)|\b(?:past|next|last|coming|recent|following) (?:{_SMALL}"
        rf"|\d{{1,2}}) (?:years|months|decades)",
    ),
    (
        Why.DURATION,
        rf"(?<!\d)(?:近|过去|未来|用|为期|连续|前|后|每)?[\d{_CN}]{{1,3}}(?:个?年(?:来|内|间|期|左右|以上)|年行动|个月|周年|年(?=规划|计划|行动"
        rf"|滚动))|为期[\d{_CN}]{{1,3}}[年天]|连续[\d{_CN}]{{1,3}}年",
    ),
    (
        Why.NAME,
        rf"[“\"'](?:{_SMALL}|[{_CN}])(?:[ -]?[a-z]{{1,20}}){{0,3}}, ?(?:{_SMALL})[^”\"'\n]{{0,40}}[”\"']"
        rf"|[“\"][{_CN}\d]+[\u4e00-\u9fff]{{1,4}}[{_CN}\d]+[\u4e00-\u9fff、{_CN}]{{0,12}}[”\"]"
        rf"|《[^》\n]{{1,60}}》",
    ),
    (
        Why.NAME,
        r"\b(?!(?i:rmb|cny|yuan|usd|us)\d)[A-Za-z]+-?\d[\w.]*(?<!\d[a-z])"
        r"|(?<![\d.,])[1-9]?\d[DGdg]\b(?!\w)|(?:PM|pm)\d\.\d|(?<![\d.,])\d{1,2}\+\d{1,2}(?!\d)"
        r"|(?<![\d.,])(?:24/7|985|211)(?![\d.,]*\d|\s?[%万亿家个a-z])"
        r"|(?<=\bFortune )(?:Global )?500\b|(?<=世界)500(?=强)",
    ),
    (
        Why.YEAR,
        rf"{_FREE}{_YEAR}年(?![内])|(?i:\b(?:{_BY_TIME})\s){_YEAR}s?(?![\d,.]*\d|%|\s?(?:million|billion|yuan"
        rf"|[万亿家个项名件]))",
    ),
    (
        Why.YEAR,
        rf"{_FREE}{_YEAR}s?(?=\s*(?:[,.;:)\]|’'”\"\t\n]|$|target|actual|goals?|baseline"
        rf"|and beyond))(?![,.]\d)|(?<=[(/\t|]){_YEAR}(?![\d,.%])",
    ),
)
_COMPILED = tuple((why, re.compile(pattern)) for why, pattern in _PATTERNS)
_TIME_WORD = re.compile(rf"(?i)\A(?:{_BY_TIME})\s+(?={_YEAR})")


def ignored(text: str) -> Iterator[tuple[Span, Why]]:
    """Yield the places of numbers that state nothing, the surest pattern first; none overlap."""
    for why, pattern in _COMPILED:
        spans = [_trimmed(match) for match in pattern.finditer(text) if match[0]]
        text = blanked(text, spans)
        for span in spans:
            yield span, why


def _trimmed(match: re.Match[str]) -> Span:
    """Return the place of a match without the word in front of a year."""
    lead = _TIME_WORD.match(match[0])
    return Span(match.start() + (lead.end() if lead else 0), match.end())


_AWARD = re.compile(
    r"\b(?:awards?|prizes?|subsid(?:y|ies)|rewards?|grants?|bonus(?:es)?|incentives?|allowances?)\b[^.;]{0,30}$"
)
_AWARD_AFTER = re.compile(
    r"^ ?(?:(?:in|as an?|of) )?(?:awards?|prizes?|subsid(?:y|ies)|rewards?|grants?|bonus(?:es)?)\b"
)
_AWARD_ZH = re.compile(r"(?:最高|给予|一次性)[^，。；;]{0,12}$|(?:奖励|补助|补贴|资助|奖补)[^，。；;]{0,6}$")
_AWARD_AFTER_ZH = re.compile(r"^的?(?:一次性)?(?:奖励|补助|补贴|资助|奖补|支持)")
_AMONG = re.compile(r"\b(?:among|out of)(?: the)? ?$")
_MADE = re.compile(
    r"\b(?:creat|build|built|establish|sign|add|set up|form|introduc|attract|complet|open|launch|recruit"
    r"|hold|held|host|train|cultivat)(?:e|es|ed|ing|s)?"
    r"(?: (?:a total of|another|about|over|more than|at least|newly|already))*\s*$"
)
_MADE_AFTER = re.compile(
    r"^[^;:\n]{1,220}?\b(?:have|has|had|were|was|will be|will have)(?: already| also)?(?: been)? \w+(?:ed|en|t|ilt)\b"
)
_MADE_ZH = re.compile(
    r"(?:建成|新建|建设|新增|引进|签约|签订|签署|打造|培育|形成|设立|创建|获批|举办|承办|认定|落地|开工|投产|达到?|超过)(?:了|各类)?\s*$"
)
_FEW = re.compile(
    r"^ ?(?:major |key |main |big |leading |basic |core )*(?:aspects?|measures?|fields?|directions?"
    r"|reasons?|factors?|parts?|sides?|ways?|forces|steps?|years?|months?|weeks?|days?|points?|levels?"
    r"|types?|kinds?|categories|principles|of them|others?|times)\b"
)


def why_ignored(figure: Figure, beside: WordsBeside) -> Why | None:
    """Return why a figure states nothing, None where it does state something."""
    if _awarded(figure, beside):
        return Why.AWARD
    if _AMONG.search(beside.lead[-12:]) and not (figure.percent or figure.rank):
        return Why.DENOMINATOR
    if not figure.word:
        return None
    if _FEW.match(beside.trail):
        return Why.COUNT_OF_NAMED
    at_start = not beside.lead.strip(' "“,')
    made = _MADE.search(beside.lead) or _MADE_ZH.search(beside.lead) or (at_start and _MADE_AFTER.match(beside.trail))
    return None if made else Why.COUNT_OF_NAMED


def _awarded(figure: Figure, beside: WordsBeside) -> bool:
    """Return whether an amount is what somebody is paid for merit."""
    money = figure.unit is not None and figure.unit.endswith(("yuan", "rmb", "元", "dollars"))
    if not money:
        return False
    before, after = (_AWARD, _AWARD_ZH), (_AWARD_AFTER, _AWARD_AFTER_ZH)
    return any(words.search(beside.lead[-60:]) for words in before) or any(words.match(beside.trail) for words in after)
