"""What somebody may have meant by a name that is not there: the closest names there are."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from tracker.errors import NotFoundError
from tracker.language import _, listed, sentences

# Comparing with more names would take longer than anybody waits for an answer.
_COMPARED, _PROPOSED, _ALIKE = 20_000, 3, 0.5


def not_found(sentence: str, seen: str, names: Iterable[str]) -> NotFoundError:
    """Make the error that says what is not there, with the closest names that are."""
    close = get_close_matches(seen, islice(names, _COMPARED), _PROPOSED, _ALIKE)
    if not close:
        return NotFoundError(sentence)
    return NotFoundError(sentences(sentence, _("The closest there are: {names}.").format(names=listed(close))))
