"""The words that say what a figure counts or measures, and the unit counted in."""

import re

from tracker.exchange.text.written_figures import Figure

_STOP = (
    "in|for|by|with|through|covering|including|such|have|has|had|were|was|are|is|be|to|that|which|who|at"
    "|on|providing|as"
    "|from|will|should|shall|must|during|under|across|within|among|over|up|down|so|last|this|while|each|per|after|since"
    "|accounting|representing|bringing|making|compared|respectively|worth|nationwide|year-on-year|also"
    "|all|year|than|when"
)
_ARTICLES = r"(?:the|a|an|its|their|his|total|overall number of)"
_WORDS = re.compile(
    r"[ -]?(?:[^\W\d_][\w'&/+-]*)(?:(?:, or|,? and|,? or| &| of|-,|,)? ?(?:[^\W\d_][\w'&/+-]*)){0,14}", re.ASCII
)
_CUT = re.compile(
    rf"(?:^|\s)(?:{_STOP})(?:\s|$)|,(?! (?:small|micro|medium|and micro)|-)|\b(?<=[a-z]s )\w+(?:ing|ed)\b"
    rf"|\band (?=(?:the|a|an|will|is|was|has|have|be|it|they|its|their|double|doubled)\b)"
)
_OBJECT = re.compile(
    r"\b(?:to|will|should|must|and|also|,) (?:raise|cut|increase|reduce|lower|boost|keep|lift|bring|expand"
    r"|grow|maintain|improve|push) "
    r"(?:the |its |their )?([^,]{3,90}?)(?: by| from| to| at| of| under| below| above| within"
    r"| beyond)?(?: over| more than)?\s*$"
)
_EMPTY = re.compile(rf"(?:{_STOP}|and|or|of|the|it|they)?(?: (?:{_STOP}))*")
_PLURAL = re.compile(r"[A-Za-z-]{2,}(?:s|people|personnel|staff|talent|children|women|men)\b")
_VERB = re.compile(
    r"\b(?:should|will|shall|must|is|are|was|were|has|have|had|be|reach(?:es|ed|ing)?|account(?:s|ed|ing)?"
    r"|exceed(?:s|ed)?"
    r"|increas(?:e|es|ed|ing)|ris(?:e|es|ing)|rose|grew|gr(?:ow|ows|owing)|fell|fall(?:s|ing)?|doubl(?:e"
    r"|es|ed)|total(?:s|ed|led|ing)?|stood|stands|jump(?:s|ed)?"
    r"|climb(?:s|ed)?|drop(?:s|ped)?|declin(?:e|es|ed)|amount(?:s|ed|ing)?|hit|to be|to reach|averag(?:e"
    r"|es|ed|ing)|remain(?:s|ed)?|up|down|decreas(?:e|es|ed)|surg(?:e|es|ed)|expand(?:s|ed)?)\b"
)
_OPENING = re.compile(
    r"^(?:(?:by|in|during|through|as of|at|last|this|meanwhile|over|from|on|according|compared"
    r"|of)\b[^,]{0,80}, ?|(?:with|and|while|the|a|an|its|their|it|they|realize|realise|achieve|reach|raise"
    r"|increase|reduce|keep|bring|cut|maintain"
    r"|complete[sd]?|reached|ensure|recorded|registered|posted|signed|attracted|invest(?:ed)?|as well as|that) )+",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:of|to|at|worth|totall?ing|reaching|exceeding)\s*$")
_AT_STOP = re.compile(rf"\b(?:{_STOP}|and (?=an? |the ))\b")
_RUN = re.compile(r"[^,.;:()\d]*$")
_ASIDE = re.compile(r"\([^()\n]{0,60}\)?")
_OF_WHAT = re.compile(r" of (?:the |its |their )?(?=[a-z])")
_ZH_TAIL = re.compile(
    r"(?:比上年|较上年|比去年|同比|比20\d\d年|较20\d\d年|以上|力争|努力|争取|确保|预计|预期|计划|将|要|年均|平均|累计|已经?|也|均|分别|稳定|基本|全部|实际|提前|共"
    r"|总计|合计|约|再|进一步"
    r"|达到?|超过|突破|实现|完成|占(?:全[市省国区县])?(?:的)?|为|增长|增加|下降|降低|减少|提高|提升|增至|升至|增速|拥有|现有|形成|到|至|保持|控制|在|新增|新建|新引进"
    r"|新认定|引进|培育|建成|建设|认定|签约|不低于|不少于|不超过|左右|了|的|有|各类|翻|由|从)+$"
)
_ZH_HEAD = re.compile(
    r"^(?:(?:19|20)\d\d年[末底]?[,，]?|到|至|截至|其中|力争|全[市区省县](?=[\u4e00-\u9fff]{3})|并|使|累计|新增|引进|培育|建成|实现|完成|拥有"
    r"|形成|确保|将|使得|推动)+"
)
_ZH_NOUN = re.compile(
    r"^(?:以上|左右|以内|的)?(?P<noun>[\u4e00-\u9fff“”·（）()]{2,24}?)(?=[，。;；、,：:]|占|同比|比上年|较上年|以上|$|\d|和\d|及\d|被"
    r"|通过|落户|落地|达到|超过)"
)
_LETTER = re.compile(r"[^\W\d_]")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_ZH_PIECES = re.compile(r"[，。；;：:,、\n]")


def indicator_of(figure: Figure, lead: str, trail: str, before: str) -> tuple[str, str | None]:
    """Return the words for what a figure measures, and its unit; `before` is what the sentence said so far."""
    if _CJK.search(lead[-12:] + trail[:6]):
        return _chinese(figure, lead, trail), figure.unit
    if figure.unit is None and not figure.multiple:
        noun = _noun_after(trail)
        if noun:
            return noun, _head(noun)
        named = _subject(lead, before)
        plural = _PLURAL.findall(named)
        return named, plural[-1] if plural else None
    if figure.multiple:
        return _noun_after(re.sub(r"^ ?(?:the )?(?:numbers?|amount) (?:in|of)", "", trail)) or _subject(
            lead, before
        ), None
    if figure.unit not in ("%", "percentage points") and (noun := _noun_after(trail)):
        return noun, figure.unit
    return _subject(lead, before) + _base(figure, trail), figure.unit


def _base(figure: Figure, trail: str) -> str:
    """Return what a percentage is of, as it stands behind it."""
    match = _OF_WHAT.match(trail)
    noun = _noun_after(" " + trail[match.end() :]) if match and figure.percent else ""
    return f" (of {noun})" if noun else ""


def _noun_after(trail: str) -> str:
    """Return the noun phrase that follows a figure."""
    match = _WORDS.match(trail[:120])
    if match is None:
        return ""
    phrase = match[0].lstrip(" -")
    if cut := _CUT.search(phrase):
        phrase = phrase[: cut.start()]
    phrase = re.sub(r"(?: of|,| and| or| the| a| &)+$", "", phrase.strip(" ,"))
    return (
        ""
        if re.fullmatch(rf"(?:of|and|or|{_STOP}|times|respectively)?", phrase)
        else re.sub(r"^of (?:the )?", "", phrase)
    )


def _head(noun: str) -> str:
    """Return the noun a phrase is about: its last plural before "of"."""
    bare = noun.partition(" of ")[0]
    plural = _PLURAL.findall(bare)
    return plural[-1] if plural else bare.rpartition(" ")[2]


def _subject(lead: str, before: str) -> str:
    """Return what is measured from the words before a figure: its own clause, else what the sentence said so far."""
    for words in (lead, before[-200:]):
        subject = _measured(words) if _LETTER.search(words) else ""
        if subject:
            return subject
    return ""


def _measured(words: str) -> str:
    """Return the noun phrase before the last verb, or before "of" a figure."""
    words = _OPENING.sub("", _ASIDE.sub("", words).strip(' ,;:-"“'))
    if match := _OBJECT.search(words):
        return match[1].strip()
    if match := _OF.search(words[-14:]):
        run = _RUN.search(words[-14 - 80 : len(words) - len(match[0])])
        phrase = _AT_STOP.split(run[0] if run else "")[-1].strip()
        if phrase and not _VERB.search(phrase):
            return re.sub(rf"^{_ARTICLES} ", "", phrase)
    if verb := _VERB.search(words):
        words = words[: verb.start()]
    phrase = re.sub(rf"^{_ARTICLES} ", "", words.strip(' ,"“'))
    phrase = phrase.rpartition(", ")[2][-120:]
    return "" if _EMPTY.fullmatch(phrase.lower()) or phrase[:1].isdigit() else phrase


def _chinese(figure: Figure, lead: str, trail: str) -> str:
    """Return what is measured in Chinese: the counted noun after the figure, else the words before it."""
    subject = ""
    for piece in reversed(_ZH_PIECES.split(lead[-80:])):
        subject = _ZH_HEAD.sub("", _ZH_TAIL.sub("", re.sub(r"[\d.%万亿]+.{0,3}$", "", piece.strip()).strip()))
        if len(subject) > 1:
            break
    noun = _ZH_NOUN.match(trail)
    if noun and figure.unit not in ("%", "percentage points") and len(subject) < 2:
        return noun["noun"]
    return subject
