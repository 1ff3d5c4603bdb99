"""What the history is asked about: one thing by its key, the values of a place and year, or an account."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is asked about; everything where nothing is given.

    `entity` and `key` name one definition ("goal", "plan" with its goals, "zone", "indicator", "source"); `zones`,
    `indicator` and `year` the values of some zones (None: all), with what was written about them; `account` an account.
    """

    entity: str = ""
    key: str = ""
    zones: tuple[str, ...] | None = None
    indicator: str = ""
    year: int | None = None
    account: str = ""

    @property
    def place(self) -> bool:
        """Whether values are meant."""
        return bool(self.zones is not None or self.indicator or self.year is not None)
