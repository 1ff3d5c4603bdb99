"""The marks that statistics offices put beside values (p, e, r, b) and in place of them (: .. x c – n.a.)."""

import re
from dataclasses import dataclass

from tracker.domain.quantity.units import is_known
from tracker.domain.text import fold
from tracker.domain.vocabulary import Certainty
from tracker.language import _
from tracker.language.scales import SCALE_WORDS

#: Letters that stand beside a value, as Eurostat, the OECD, the UN and SDMX use them.
LETTERS = frozenset("abcdefimnprsuvz")
#: What is not yet an actual: a flag that says forecast.
FORECAST_FLAG = "f"
_STATUS_OF_LETTER = {
    "p": Certainty.PROVISIONAL,
    "e": Certainty.ESTIMATED,
    "s": Certainty.ESTIMATED,
    "i": Certainty.ESTIMATED,
}
_STATUS_WORDS: dict[str, Certainty] = {
    **dict.fromkeys(
        ("final", "definitive", "最终", "正式", "最终值", "最终数", "核定数", "终值", "决算"), Certainty.FINAL
    ),
    **dict.fromkeys(
        (
            "provisional",
            "preliminary",
            "prelim",
            "flash",
            "初步",
            "快报",
            "快报数",
            "初步值",
            "初步数",
            "初步核算",
            "初步核算数",
        ),
        Certainty.PROVISIONAL,
    ),
    **dict.fromkeys(
        ("estimated", "estimate", "est", "imputed", "估计", "估计值", "估计数", "估算", "推算"), Certainty.ESTIMATED
    ),
    **dict.fromkeys(("revised", "修订", "修订数", "修订值", "normal", "normal value"), Certainty.FINAL),
}
_FLAGGED = re.compile(
    r"(?P<value>[-+−–]?\d[\d.,' \u00a0\u202f]*%?)\s*"
    r"(?:\((?P<inside>[a-z]{1,3})\)|\[(?P<squared>[a-z]{1,3})\]|(?P<bare>[a-z]{1,3}))[)\s]*",
    re.IGNORECASE,
)
_FLAGGED_MISSING = re.compile(r"(?P<value>:|\.\.|…|–|-|n\.?a\.?)\s*\(?(?P<bare>[a-z]{1,3})\)?", re.IGNORECASE)
_LATIN, _CHINESE = re.compile(r"[a-z]+"), re.compile(r"[\u3400-\u9fff]+")
_APART = re.compile(r"[\s,;/|+]+")


@dataclass(frozen=True, slots=True)
class Flag:
    """What marks a value: the text as written, and the status that it stands for."""

    text: str
    status: Certainty = Certainty.FINAL

    @property
    def forecast(self) -> bool:
        """Whether the value is a forecast."""
        return FORECAST_FLAG in _letters(self.text)


def read_flag(text: str) -> Flag | None:
    """Return what a text means that stands alone as a flag or status; None for one that is neither."""
    said = fold(text).strip("()[] .")
    if not said:
        return None
    words = (said, " ".join(_LATIN.findall(said)), "".join(_CHINESE.findall(said)))
    if word := next((word for word in words if word in _STATUS_WORDS), ""):
        return Flag("r" if word.startswith(("revised", "修订")) else "", _STATUS_WORDS[word])
    letters = _letters(said)
    return Flag(said, _status(letters)) if letters else None


def split_flag(text: str, unit: str = "") -> tuple[str, Flag | None]:
    """Split a number with its flag ("1.62 bep"); letters that make a unit or a scale stay with the number."""
    match = _FLAGGED.fullmatch(text.strip()) or _FLAGGED_MISSING.fullmatch(text.strip())
    if match is None:
        return text, None
    letters = next(part for part in match.groupdict().values() if part and part != match["value"]).casefold()
    bracketed = not match["bare"]
    if not set(letters) <= LETTERS or (not bracketed and _is_unit(letters, unit)):
        return text, None
    return match["value"].strip(), Flag(letters, _status(letters))


def _is_unit(letters: str, unit: str) -> bool:
    """Return whether letters right behind a number say how much one of it is."""
    return (
        letters in SCALE_WORDS or letters in ("m", "bn", "mn", "a", "d") or is_known(letters) or letters == fold(unit)
    )


def _letters(said: str) -> str:
    """Return the letters of a flag, "" for any other text."""
    parts = [part for part in _APART.split(said) if part]
    short = parts and all(len(part) <= 3 and set(part) <= LETTERS for part in parts)
    return "".join(parts) if short and len(said) <= 8 else ""


def _status(letters: str) -> Certainty:
    return next((_STATUS_OF_LETTER[letter] for letter in letters if letter in _STATUS_OF_LETTER), Certainty.FINAL)


def missing_word(text: str) -> str:
    """Return in words why there is no value, as the sign for it says; the sign alone where it says no more."""
    said = fold(text)
    words = {
        ":": _("not available"),
        "：": _("not available"),
        "..": _("not available"),
        "...": _("not yet available"),
        "…": _("not yet available"),
        "x": _("not applicable, or withheld"),
        "z": _("not applicable"),
        "c": _("confidential"),
        "–": _("nothing there, or not available"),
        "-": _("nothing there, or not available"),
        "—": _("nothing there, or not available"),
        ".": _("unknown, or confidential"),
        "/": _("not reliable enough"),
        "m": _("missing"),
    }
    return words.get(said, "")
