"""Names as a person matches them: without numbers, colons, units, notes and spaces, in either language."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.domain.text import FOOTNOTE_MARKS

_NUMBERS = re.compile(
    r"^\s*(?:其中\s*[:：]?\s*|of which\s*[:：]?\s*)?"
    r"(?:\d{1,3}(?:\.\d{1,3}){1,3}[.)、]?\s+|\d{1,3}(?:\.\d{1,3}){1,3}(?=[\u3400-\u9fff])|[(（【\[]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[a-z])\s*[)）】\].、．:：]\s*"
    r"|[①-⑳]\s*|第[一二三四五六七八九十\d]{1,3}[、,，.：:]?\s*|\d{1,3}\s+|[一二三四五六七八九十]{1,3}\s+|no\.?\s*\d{1,3}\s*[:.]?\s*|指标\s*\d{1,3}\s*[:：]?\s*)+",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[\s•·●○■□◆◇▪▲★—–-]+")
_OF_WHICH = re.compile(r"^\s*(?:其中\s*[:：]?|of which\s*[:：]?|#)\s*", re.IGNORECASE)
_FOOTNOTE = re.compile(rf"\s*(?:[{FOOTNOTE_MARKS}]+[)）]?|[\[【〔]\s*(?:\d{{1,2}}|注\d*)\s*[\]】〕]|\(\d{{1,2}}\))\s*$")
_LAST_BRACKETS = re.compile(r"\s*[(（\[【〔](?P<within>[^()（）\[\]【】〔〕]*)[)）\]】〕]\s*$")
_ANY_BRACKETS = re.compile(r"[(（\[【〔](?P<within>[^()（）\[\]【】〔〕]*)[)）\]】〕]")
_COLON = re.compile(r"[\s:：=]+$")
_COMMA = re.compile(r"\s*(?:[,，;；|/]|\s[-–—]|\bin\b|——)\s*(?P<within>[^,，;；|]*)$")
_AFTER_COLON = re.compile(r"^(?P<within>[^:：]{1,30})[:：]\s*(?P<name>.+)$", re.DOTALL)
_LAST_WORD = re.compile(r"\s+(?P<within>\S+)$")
_YEAR_FIRST = re.compile(r"^(?P<within>(?:19|20)\d\d\s*年?(?:度)?)\s*(?P<name>.+)$", re.DOTALL)
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff][\u2e80-\u9fff\uf900-\ufaff\s（）()、，·\d]*")
_MOST_CHARACTERS = 300


def name_key(text: str) -> str:
    """Return the key under which two names are the same: letters and digits alone, in one width and case."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold().replace("&", "and"))
    return "".join(character for character in folded if character.isalnum() or character in "%‰+")


@dataclass(frozen=True, slots=True)
class NameFound:
    """What bears the name in a text (several things where it is shared), and what else the text says."""

    ids: tuple[str, ...]
    besides: tuple[str, ...] = ()


class NameIndex:
    """Finds what bears a name."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of an identifier and one of its names."""
        self._ids: dict[str, list[str]] = {}
        for identifier, name in names:
            ids = self._ids.setdefault(name_key(name), [])
            if identifier not in ids:
                ids.append(identifier)
        self._ids.pop("", None)
        self._found: dict[str, NameFound | None] = {}

    def __bool__(self) -> bool:
        """Say whether there is a name at all."""
        return bool(self._ids)

    def find(self, text: str) -> NameFound | None:
        """Return what a text names; None where it names nothing that is known."""
        text = text[:_MOST_CHARACTERS]
        if text not in self._found:
            self._found[text] = self._find(text)
        return self._found[text]

    def begins(self, text: str) -> bool:
        """Return whether a text begins with a name and goes on with a number."""
        key = name_key(text)
        return any(key.startswith(name) and key[len(name) :][:1].isdigit() for name in self._ids if len(name) > 1)

    def _find(self, text: str) -> NameFound | None:
        if not any(character.isalpha() for character in text):
            return None
        for name, besides in _readings(text):
            if (key := name_key(name)) in self._ids:
                extra = tuple(
                    part.strip() for part in besides if part.strip() and name_key(part) not in self._names_of(key)
                )
                return NameFound(tuple(self._ids[key]), extra)
        return None

    def _names_of(self, key: str) -> set[str]:
        """Return the other names of what bears one."""
        ids = set(self._ids[key])
        return {name for name, others in self._ids.items() if ids & set(others)} | {""}


def _readings(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a text may be as a name, with what stands beside the name; the most of the text first."""
    whole = " ".join(text.split())
    bare = _COLON.sub("", _FOOTNOTE.sub("", _COLON.sub("", whole)))
    plain = _COLON.sub("", _BULLET.sub("", _NUMBERS.sub("", _BULLET.sub("", _OF_WHICH.sub("", bare)))))
    for start in dict.fromkeys((whole, bare, _OF_WHICH.sub("", bare), _BULLET.sub("", bare), plain)):
        yield start, ()
    for start in dict.fromkeys((bare, plain)):
        yield from _without(start)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        for line in lines:
            rest = tuple(other for other in lines if other != line)
            yield from ((name, (*besides, *rest)) for name, besides in _in_one_line(line))
    yield from _one_language(plain)


def _in_one_line(line: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    plain = _BULLET.sub("", _NUMBERS.sub("", _FOOTNOTE.sub("", line)))
    yield plain, ()
    yield from _without(plain)


def _without(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a text without what its end, brackets or beginning adds to the name."""
    left = text
    besides: list[str] = []
    while match := _LAST_BRACKETS.search(left):
        besides.insert(0, match["within"])
        left = _COLON.sub("", _FOOTNOTE.sub("", left[: match.start()]))
        yield left, tuple(besides)
    all_brackets = tuple(_ANY_BRACKETS.findall(text))
    if all_brackets:
        yield _ANY_BRACKETS.sub(" ", text), all_brackets
    for base, beside in {left: tuple(besides), text: ()}.items():
        for pattern in (_COMMA, _LAST_WORD):
            if match := pattern.search(base):
                yield base[: match.start()], (*beside, match["within"])
        for pattern in (_AFTER_COLON, _YEAR_FIRST):
            if match := pattern.match(base):
                yield match["name"], (*beside, match["within"])


def _one_language(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the part of a text in either language, with the other as what stands beside it."""
    wide = " ".join(part.strip() for part in _WIDE.findall(text))
    latin = _WIDE.sub(" ", text).strip(" /|-–()（）")
    if wide and any(character.isalpha() for character in latin):
        yield latin, (wide,)
        yield wide, (latin,)
        yield from ((name, (*besides, wide)) for name, besides in _without(latin))
        yield from ((name, (*besides, latin)) for name, besides in _without(wide))
