"""Files speak the language of what they are made of, whatever the one who asks for them speaks."""

from collections.abc import Callable
from contextvars import copy_context
from typing import TypeVar

from tracker.language import speak

Made = TypeVar("Made")
OnSlide = Callable[[int, int], None]
"""What is told how many slides of how many are done."""


def in_language(language: str, write: Callable[[], Made]) -> Made:
    """Return what `write` makes while it speaks a language; the caller goes on in its own."""

    def told() -> Made:
        speak(language)
        return write()

    return copy_context().run(told)
