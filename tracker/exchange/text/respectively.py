"""Figures matched with the things named before them, by "respectively" and 分别."""

import re

_RESPECTIVELY = re.compile(r"\brespectively\b|分别")
_SPLIT = re.compile(r",? and |, |、|和|及|与|以及")
_LEAD = re.compile(
    r"^.*\b(?:growth|increases?|rises?|growing|rise|number|numbers|declines?|falls?|drops?) (?:in|of) "
    r"|^(?:the|by|in|last) [^,]*, ?"
)
_WITH = re.compile(
    r",? (?:with|by|of|at|to|reached|reaching|were|was|increased|rose|grew|fell|totall?ed|up|account(?:s"
    r"|ed)? for|hit|increasing|should|will|to)\b[^,]*$"
)


def told_respectively(words: str) -> bool:
    """Say whether a stretch of text matches figures with names."""
    return _RESPECTIVELY.search(words) is not None


def names_for(lead: str, count: int) -> tuple[str, ...]:
    """Give the names of as many things as there are figures, from the words before the first."""
    words = re.split(r"分别", lead)[0] if "分别" in lead else _WITH.sub("", lead.strip())
    words = _LEAD.sub("", words.strip(" ,，"))
    words = re.split(r"[。;；，]|\d年", words)[-1]
    named = [name.strip(" ,、") for name in _SPLIT.split(_together(words)) if name.strip(" ,、")]
    return tuple(name.replace("_and_", " and ") for name in named[-count:]) if len(named) >= count > 1 else ()


def _together(words: str) -> str:
    """Keep pairs such as "small and medium-sized" in one name."""
    return re.sub(r"\b(small|research|science|production|import|wholesale|gazelle) and (?=[a-z])", r"\1_and_", words)
