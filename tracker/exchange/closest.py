"""The known word nearest to a mistyped one, for messages that propose what would be right."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from tracker.language import _, listed

COMPARED_AT_MOST = 20_000


def closest(text: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate most like a text, or None where none is like it."""
    near = (word for word in islice(candidates, COMPARED_AT_MOST) if abs(len(word) - len(text)) <= 3)
    found = get_close_matches(text, near, n=1)
    return found[0] if found else None


def proposal(text: str, words: Iterable[str]) -> str:
    """Say which of a few words are possible, the closest one first where there is one."""
    possible = tuple(words)
    one_of = _("one of {words}").format(words=listed(possible))
    near = closest(text.casefold(), possible)
    return _("{word}? ({one_of})").format(word=near, one_of=one_of) if near else one_of
