"""A pace that is needed beside the pace that was reached, with its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaceRow:
    """The change a year a goal needs and that reached over the same span, or one that a zone reached by itself."""

    label: str
    second: str
    needed: float | None = None
    needed_words: str = ""
    reached: float | None = None
    reached_words: str = ""
