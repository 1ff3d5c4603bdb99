"""The free texts of an entry: comment, locator, new source and reason, cleaned before they are kept."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tracker.domain.entry.entries import Typed
from tracker.domain.text import LONGEST_NAME, clean_text
from tracker.errors import Problem, RefusedInputError

LONGEST_COMMENT = 2_000
_LIMITS = {
    "comment": LONGEST_COMMENT,
    "locator": LONGEST_NAME,
    "new_source": LONGEST_NAME,
    "reason": LONGEST_COMMENT,
}


def text_problems(typed: Typed) -> Iterator[Problem]:
    """Yield what must not be kept of the texts, each under the name of its field."""
    for name in _LIMITS:
        try:
            _cleaned(typed, name)
        except RefusedInputError as refusal:
            yield from (replace(problem, column=name) for problem in refusal.problems)


def clean(typed: Typed) -> Typed:
    """Give the typed value with clean texts; RefusedInputError where one must not be kept."""
    cleaned: dict[str, Any] = {name: _cleaned(typed, name) for name in _LIMITS}
    return replace(typed, **cleaned)


def _cleaned(typed: Typed, name: str) -> str:
    limit = _LIMITS[name]
    return clean_text(getattr(typed, name), limit=limit, multiline=limit > LONGEST_NAME)
