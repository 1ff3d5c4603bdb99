"""One line of a goal's arithmetic."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A figure with its name, its formula with the numbers filled in, and its result, all in words."""

    name: str
    formula: str
    result: str
