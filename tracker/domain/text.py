"""Text as people type it: cleaned before it is kept, folded before it is compared, made visible before it is shown."""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from difflib import get_close_matches
from itertools import count, islice
from typing import Any

from tracker.errors import NotFoundError, Problem, RefusedInputError
from tracker.language import _, listed, sentences

LONGEST_NAME = 300
LONGEST_SEEN = 60
_NOT_IN_A_SLUG, _LONGEST_SLUG = re.compile(r"[^a-z0-9]+"), 80
_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]*")
# Joiners that scripts and emoji need inside a word; every other invisible format character is refused.
_JOINERS = "\u200c\u200d"
# Half characters are in no UTF-8, PostgreSQL keeps no NUL, and XML, which office files are made of, has of the control
# characters only tab and line ends.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Comparing with more words would take longer than anybody waits for an answer.
_COMPARED = 20_000
_PROPOSED, _ALIKE = 3, 0.5
#: What tables put behind a name or a number to point to a note.
FOOTNOTE_MARKS = "*＊※#†‡①-⑳¹²³⁴-⁹"
#: What tables put before a name to count it: "3.", "（一）", "2、".
NUMBERING = r"[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]"


def clean_text(text: str, *, limit: int = LONGEST_NAME, multiline: bool = False) -> str:
    """Normalise a text to NFC without surrounding white space; RefusedInputError for what must not be kept."""
    # Before anything else, so that a text of a megabyte costs nothing.
    if len(text) > 4 * limit:
        raise _too_long(text, limit)
    if multiline:
        text = text.replace("\r\n", "\n")
    cleaned = unicodedata.normalize("NFC", text.strip())
    if len(cleaned) > limit:
        raise _too_long(cleaned, limit)
    for character in cleaned:
        if not _keepable(character, multiline=multiline):
            raise refused(
                _("a control, invisible or direction character is in the text"),
                cleaned,
                _("the text without {character}").format(character=shown(character)),
            )
    return cleaned


def _too_long(text: str, limit: int) -> RefusedInputError:
    return refused(
        _("the text is too long: {length} characters").format(length=len(text)),
        text,
        _("{limit} characters at most").format(limit=limit),
    )


def _keepable(character: str, *, multiline: bool) -> bool:
    if character in "\n\t":
        return multiline
    if character in _JOINERS:
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def refuse_unfit(given: Any) -> None:
    """Raise RefusedInputError where a text, or one within a list or mapping, could not be kept and drawn as it is."""
    if isinstance(given, str):
        # Nearly every text is printable, which is known faster.
        if not given.isprintable() and (found := _UNFIT.search(given)):
            around = given[max(0, found.start() - LONGEST_SEEN // 2) : found.end()]
            raise refused(_("a control character or half a character is in the text"), around, _("the text without it"))
    elif isinstance(given, Mapping):
        refuse_unfit(tuple(given.values()))
    elif isinstance(given, tuple | list):
        for one in given:
            refuse_unfit(one)


def drawable(text: str) -> str:
    """Return a text that can be kept and drawn, with the sign for an unknown character in place of each unfit one."""
    return _UNFIT.sub("\ufffd", text)


def fold(text: str) -> str:
    """Return the key under which two names are the same: NFC, case folded, white space made single."""
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", text).casefold().split()))


def slug_problem(text: str) -> str | None:
    """Return what is wrong with an identifier, None for a lower-case slug of a-z, 0-9, `-`, `_` and `.`."""
    if len(text) > LONGEST_NAME:
        return _("an identifier has {limit} characters at most").format(limit=LONGEST_NAME)
    if not _SLUG.fullmatch(text):
        return _("an identifier is made of a-z, 0-9, - _ and . and starts with a letter or digit")
    return None


def shown(text: str) -> str:
    """Make a text fit to be quoted in a message: short, and with invisible characters written out."""
    short = text if len(text) <= LONGEST_SEEN else text[:LONGEST_SEEN] + "…"
    return "".join(character if character.isprintable() else _escape(character) for character in short)


def _escape(character: str) -> str:
    return f"\\u{ord(character):04x}"


def refused(wrong: str, seen: str, right: str = "") -> RefusedInputError:
    """Make the refusal of one text, to be raised; its place is for the caller to fill in."""
    return RefusedInputError([Problem(wrong, shown(seen), right)])


def closest(text: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like a text, or None where none is like it."""
    near = (word for word in islice(candidates, _COMPARED) if abs(len(word) - len(text)) <= 3)
    return next(iter(get_close_matches(text, near, n=1)), None)


def proposal(text: str, words: Iterable[str]) -> str:
    """Return which of a few words are possible, in words, the closest one first where there is one."""
    possible = tuple(words)
    one_of = _("one of {words}").format(words=listed(possible))
    near = closest(text.casefold(), possible)
    return _("{word}? ({one_of})").format(word=near, one_of=one_of) if near else one_of


def not_found(sentence: str, seen: str, names: Iterable[str]) -> NotFoundError:
    """Return the error that says what is not there, with the closest names that are."""
    close = get_close_matches(seen, islice(names, _COMPARED), _PROPOSED, _ALIKE)
    if not close:
        return NotFoundError(sentence)
    return NotFoundError(sentences(sentence, _("The closest there are: {names}.").format(names=listed(close))))


def slug_of(name: str, taken: Container[str], fallback: str) -> str:
    """Return an identifier of a name that is not taken; of names without Latin letters it is the fallback, numbered."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    made = _NOT_IN_A_SLUG.sub("-", plain)[:_LONGEST_SLUG].strip("-") or fallback
    numbered = (f"{made}-{number}" for number in count(2))
    return made if made not in taken else next(slug for slug in numbered if slug not in taken)
