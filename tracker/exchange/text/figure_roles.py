"""Figures that are no goal and no actual although they are numbers: awards, counts of things named, starting values."""

import re

from tracker.exchange.text.figure_kinds import Beside
from tracker.exchange.text.figures import Figure
from tracker.exchange.text.statement import Why

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


def why_ignored(figure: Figure, beside: Beside) -> Why | None:
    """Say why a figure states nothing, None where it does state something."""
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


def _awarded(figure: Figure, beside: Beside) -> bool:
    """Say whether an amount is what somebody is paid for merit."""
    money = figure.unit is not None and figure.unit.endswith(("yuan", "rmb", "元", "dollars"))
    if not money:
        return False
    before, after = (_AWARD, _AWARD_ZH), (_AWARD_AFTER, _AWARD_AFTER_ZH)
    return any(words.search(beside.lead[-60:]) for words in before) or any(words.match(beside.trail) for words in after)
